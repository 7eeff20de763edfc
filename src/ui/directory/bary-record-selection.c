#include "bary-record-selection.h"

struct _BaryRecordSelection {
  GObject         parent_instance;

  BaryRecordList *list;
  char           *selected;
  guint           position; /* of the selected one; G_MAXUINT when it is not in the list */
};

static void bary_record_selection_list_init (GListModelInterface *iface);
static void bary_record_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRecordSelection, bary_record_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bary_record_selection_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, bary_record_selection_selection_init))

enum {
  PROP_SELECTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
bary_record_selection_get_item_type (GListModel *model)
{
  return BARY_TYPE_RECORD;
}

static guint
bary_record_selection_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BARY_RECORD_SELECTION (model)->list));
}

static gpointer
bary_record_selection_get_item (GListModel *model,
                                guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (BARY_RECORD_SELECTION (model)->list), position);
}

static void
bary_record_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = bary_record_selection_get_item_type;
  iface->get_n_items = bary_record_selection_get_n_items;
  iface->get_item = bary_record_selection_get_item;
}

static gboolean
bary_record_selection_is_selected (GtkSelectionModel *model,
                                   guint              position)
{
  return position != G_MAXUINT && BARY_RECORD_SELECTION (model)->position == position;
}

static GtkBitset *
bary_record_selection_get_selection_in_range (GtkSelectionModel *model,
                                              guint              position,
                                              guint              n_items)
{
  BaryRecordSelection *self = BARY_RECORD_SELECTION (model);
  GtkBitset *result = gtk_bitset_new_empty ();

  if (self->position != G_MAXUINT)
    gtk_bitset_add (result, self->position);
  return result;
}

static gboolean
bary_record_selection_select_item (GtkSelectionModel *model,
                                   guint              position,
                                   gboolean           unselect_rest)
{
  BaryRecordSelection *self = BARY_RECORD_SELECTION (model);

  bary_record_selection_set_selected (self, bary_record_list_get_id (self->list, position));
  return TRUE;
}

static void
bary_record_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = bary_record_selection_is_selected;
  iface->get_selection_in_range = bary_record_selection_get_selection_in_range;
  iface->select_item = bary_record_selection_select_item;
}

static guint
locate (BaryRecordSelection *self)
{
  return self->selected != NULL ? bary_record_list_find (self->list, self->selected) : G_MAXUINT;
}

static void
tell_changed (BaryRecordSelection *self,
              guint                before,
              guint                after)
{
  guint n = bary_record_selection_get_n_items (G_LIST_MODEL (self));

  if (before != G_MAXUINT && before < n)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (after != G_MAXUINT && after != before)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), after, 1);
}

static void
items_changed_cb (BaryRecordSelection *self,
                  guint                position,
                  guint                removed,
                  guint                added)
{
  guint after = locate (self);
  gboolean fresh = after != G_MAXUINT && (after < position || after >= position + added) && self->position == G_MAXUINT;

  self->position = after;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (fresh)
    tell_changed (self, G_MAXUINT, after);
}

static void
bary_record_selection_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, BARY_RECORD_SELECTION (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_record_selection_finalize (GObject *object)
{
  BaryRecordSelection *self = BARY_RECORD_SELECTION (object);

  g_clear_object (&self->list);
  g_free (self->selected);

  G_OBJECT_CLASS (bary_record_selection_parent_class)->finalize (object);
}

static void
bary_record_selection_class_init (BaryRecordSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bary_record_selection_get_property;
  object_class->finalize = bary_record_selection_finalize;

  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_record_selection_init (BaryRecordSelection *self)
{
  self->position = G_MAXUINT;
}

BaryRecordSelection *
bary_record_selection_new (BaryRecordList *list)
{
  BaryRecordSelection *self = g_object_new (BARY_TYPE_RECORD_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

const char *
bary_record_selection_get_selected (BaryRecordSelection *self)
{
  return self->selected;
}

void
bary_record_selection_set_selected (BaryRecordSelection *self,
                                    const char          *id)
{
  guint before = self->position;
  char *selected;

  g_return_if_fail (BARY_IS_RECORD_SELECTION (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;

  selected = g_strdup (id);
  g_free (self->selected);
  self->selected = selected;
  self->position = locate (self);
  tell_changed (self, before, self->position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

guint
bary_record_selection_get_position (BaryRecordSelection *self)
{
  return self->position;
}

#include "bary-search-popover.h"

#include "bary-commands.h"
#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define MOST_HITS 300
#define MOST_OF_ONE_KIND 30
#define MOST_OF_SEVERAL 6 /* of each kind, so that many of one do not bury the others */

/* What rows carry to know where they lead. */
#define ROW_KIND "bary-kind"
#define ROW_ID "bary-id"
#define ROW_ACTION "bary-action"

struct _BarySearchPopover {
  GtkPopover      parent_instance;

  /* template */
  GtkSearchEntry *entry;
  GtkStack       *pages;
  GtkListBox     *list;

  /* borrowed: the window's, which outlives its popover */
  BarySession    *session;
};

G_DEFINE_FINAL_TYPE (BarySearchPopover, bary_search_popover, GTK_TYPE_POPOVER)

static const char *
get_heading (GtkListBoxRow *row)
{
  gpointer kind = g_object_get_data (G_OBJECT (row), ROW_KIND);

  return kind == NULL ? _("Commands") : _(bary_kind_get_info (GPOINTER_TO_UINT (kind) - 1)->plural);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  GtkWidget *label;

  if (before != NULL && g_str_equal (get_heading (row), get_heading (before)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (get_heading (row));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "bary-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
append_label (GtkWidget  *box,
              const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* What the row leads to is known before it is added: headings go by it.
 * @place: (nullable): what tells it from others of the same name */
static GtkWidget *
make_row (const char *title,
          const char *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_label (box, title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (place != NULL)
    {
      GtkWidget *label = append_label (box, place);

      /* The year of a plan is the end of its name. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
    }
  return row;
}

/* Returns: (transfer full) (nullable): when it is, and the first thing that it refers to: its cluster, its centre. */
static char *
describe_place (BaryStore           *store,
                const BarySearchHit *hit)
{
  const BaryKindInfo *info = bary_kind_get_info (hit->kind);
  g_autoptr (BaryRecord) record = bary_store_get (store, hit->kind, hit->id, NULL);
  g_autofree char *dates = NULL;
  g_autofree char *home = NULL;

  for (guint i = 0; record != NULL && i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      char **words = field->type == BARY_FIELD_PERIOD ? &dates : field->type == BARY_FIELD_REFERENCE ? &home : NULL;

      if (words != NULL && *words == NULL && bary_record_get (record, field) != NULL)
        *words = bary_store_value_to_words (store, field, bary_record_get (record, field));
    }
  if (dates != NULL && home != NULL)
    return g_strdup_printf ("%s · %s", dates, home);
  return dates != NULL ? g_steal_pointer (&dates) : g_steal_pointer (&home);
}

static void
add_kind (BarySearchPopover *self,
          GPtrArray         *hits,
          BaryKind           kind,
          guint              most)
{
  guint n = 0;

  for (guint i = 0; i < hits->len && n < most; i++)
    {
      BarySearchHit *hit = hits->pdata[i];
      g_autofree char *place = NULL;
      GtkWidget *row;

      if (hit->kind != kind)
        continue;
      n++;
      place = describe_place (bary_session_get_store (self->session), hit);
      row = make_row (hit->title, place);
      g_object_set_data (G_OBJECT (row), ROW_KIND, GUINT_TO_POINTER (kind + 1));
      g_object_set_data_full (G_OBJECT (row), ROW_ID, g_strdup (hit->id), g_free);
      gtk_list_box_append (self->list, row);
    }
}

static gboolean
are_of_one_kind (GPtrArray *hits)
{
  const BarySearchHit *first = hits->len > 0 ? hits->pdata[0] : NULL;

  for (guint i = 1; i < hits->len; i++)
    if (((const BarySearchHit *) hits->pdata[i])->kind != first->kind)
      return FALSE;

  return TRUE;
}

/* What has a place of its own in the window stands first, the others by their best hit. */
static void
add_records (BarySearchPopover *self,
             GPtrArray         *hits)
{
  static const BaryKind first[] = { BARY_KIND_ORGANISATION, BARY_KIND_PERSON, BARY_KIND_CLUSTER };
  gboolean seen[BARY_N_KINDS] = { FALSE };
  guint most = are_of_one_kind (hits) ? MOST_OF_ONE_KIND : MOST_OF_SEVERAL;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      add_kind (self, hits, first[i], most);
      seen[first[i]] = TRUE;
    }
  for (guint i = 0; i < hits->len; i++)
    {
      BarySearchHit *hit = hits->pdata[i];

      if (!seen[hit->kind])
        add_kind (self, hits, hit->kind, most);
      seen[hit->kind] = TRUE;
    }
}

static void
add_commands (BarySearchPopover *self,
              const char        *words)
{
  g_autoptr (GPtrArray) commands = bary_commands_find (words);

  for (guint i = 0; i < commands->len; i++)
    {
      const BaryCommand *command = commands->pdata[i];
      GtkWidget *row = make_row (_(command->label), NULL);

      g_object_set_data (G_OBJECT (row), ROW_ACTION, (gpointer) command->action);
      gtk_list_box_append (self->list, row);
    }
}

static void
clear (BarySearchPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
search_changed_cb (BarySearchPopover *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  clear (self);
  if (store != NULL && *words != '\0')
    hits = bary_store_search (store, words, MOST_HITS, &error);
  if (error != NULL)
    bary_session_fail (self->session, error);
  if (hits != NULL)
    add_records (self, hits);
  add_commands (self, words);

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_stack_set_visible_child_name (self->pages,
                                    gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "found" : "nothing");
}

static void
row_activated_cb (BarySearchPopover *self,
                  GtkListBoxRow     *row)
{
  gpointer kind = g_object_get_data (G_OBJECT (row), ROW_KIND);
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), ROW_ID));
  const char *action = g_object_get_data (G_OBJECT (row), ROW_ACTION);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  else
    bary_session_go_to (self->session, GPOINTER_TO_UINT (kind) - 1, id);
}

static void
activate_cb (BarySearchPopover *self)
{
  GtkListBoxRow *row;

  /* The words of the last moment count too. */
  search_changed_cb (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    row_activated_cb (self, row);
}

static gboolean
key_pressed_cb (BarySearchPopover *self,
                guint              keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (step == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      /* Scrolls it into view; the letters go on into the entry. */
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  return GDK_EVENT_STOP;
}

static void
bary_search_popover_show (GtkWidget *widget)
{
  BarySearchPopover *self = BARY_SEARCH_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);

  GTK_WIDGET_CLASS (bary_search_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
bary_search_popover_class_init (BarySearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->show = bary_search_popover_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/app/bary-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BarySearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, BarySearchPopover, pages);
  gtk_widget_class_bind_template_child (widget_class, BarySearchPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
bary_search_popover_init (BarySearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

GtkWidget *
bary_search_popover_new (BarySession *session)
{
  BarySearchPopover *self = g_object_new (BARY_TYPE_SEARCH_POPOVER, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}

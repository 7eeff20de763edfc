#include "bary-add-members.h"

#include "bary-config.h"
#include "bary-record-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _BaryAddMembers {
  GtkPopover        parent_instance;

  /* template */
  GtkWidget        *search;
  GtkDropDown      *group;
  GtkListView      *list;
  GtkStack         *stack;
  GtkSingleSelection *selection;

  /* owned */
  BaryStore        *store;
  BaryRecordList   *organisations;
  GHashTable       *seen; /* list items that are bound */

  /* borrowed */
  BaryClusterState *state;
};

G_DEFINE_FINAL_TYPE (BaryAddMembers, bary_add_members, GTK_TYPE_POPOVER)

enum {
  ADD_MEMBER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_in (BaryAddMembers *self,
       BaryRecord     *organisation)
{
  return self->state == NULL || bary_cluster_state_find (self->state, bary_record_get_id (organisation)) != BARY_NODE_NONE;
}

static void
add (BaryAddMembers *self,
     BaryRecord     *organisation)
{
  guint group = gtk_drop_down_get_selected (self->group);

  if (organisation != NULL && group != GTK_INVALID_LIST_POSITION && !is_in (self, organisation))
    g_signal_emit (self, signals[ADD_MEMBER], 0, bary_record_get_id (organisation), (int) group);
}

static void
add_clicked_cb (GtkButton      *button,
                BaryAddMembers *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  add (self, gtk_list_item_get_item (item));
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkListItem   *item)
{
  BaryRecord *organisation = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return organisation != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, bary_record_get_id (organisation)) : NULL;
}

static GtkWidget *
make_words (void)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL), *remark = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (remark), 0);
  gtk_label_set_ellipsize (GTK_LABEL (remark), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (remark, "caption");
  gtk_widget_add_css_class (remark, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), remark);
  return words;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BaryAddMembers           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Add to the chosen group"));
  g_object_set_data (G_OBJECT (button), "item", item);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, 0);

  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (prepare_drag_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_cursor_from_name (box, "grab");

  gtk_box_append (GTK_BOX (box), make_words ());
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
show_row (BaryAddMembers *self,
          GtkListItem    *item)
{
  BaryRecord *organisation = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (words), *button = gtk_widget_get_next_sibling (words);
  g_autofree char *kind = NULL;
  g_autofree char *label = NULL;

  if (organisation == NULL)
    return;

  kind = bary_field_to_words (bary_kind_find_field (BARY_KIND_ORGANISATION, "kind", NULL),
                              bary_record_get_text (organisation, "kind"));
  gtk_label_set_text (GTK_LABEL (name), bary_record_get_name (organisation));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), is_in (self, organisation) ? _("in the cluster") : kind);
  gtk_widget_set_sensitive (button, !is_in (self, organisation));
  /* Translators: %s: an organisation */
  label = g_strdup_printf (_("Add %s to the group"), bary_record_get_name (organisation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, bary_record_get_name (organisation), -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BaryAddMembers           *self)
{
  g_hash_table_add (self->seen, item);
  show_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BaryAddMembers           *self)
{
  g_hash_table_remove (self->seen, item);
}

static void
search_cb (BaryAddMembers *self)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);

  if (self->organisations == NULL)
    return;

  bary_query_matching (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  bary_record_list_set_query (self->organisations, query);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->organisations)) > 0 ? "list" : "nothing");
}

static void
search_activated_cb (BaryAddMembers *self)
{
  g_autoptr (BaryRecord) first = self->organisations != NULL ? g_list_model_get_item (G_LIST_MODEL (self->organisations), 0) : NULL;

  add (self, first);
}

static void
activated_cb (GtkListView    *list,
              guint           position,
              BaryAddMembers *self)
{
  g_autoptr (BaryRecord) organisation = g_list_model_get_item (G_LIST_MODEL (self->organisations), position);

  add (self, organisation);
}

/* The directory is read when the popover opens, not before. */
static void
shown_cb (BaryAddMembers *self)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ORGANISATION);

  if (self->store == NULL)
    return;
  if (self->organisations == NULL)
    {
      self->organisations = bary_record_list_new (self->store, query);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->organisations));
    }
  search_cb (self);
  gtk_widget_grab_focus (self->search);
}

static void
fill_groups (BaryAddMembers *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->group);

  for (guint i = 0; self->state != NULL && i < self->state->groups->len; i++)
    {
      BaryGroup *group = self->state->groups->pdata[i];
      g_autofree char *label = group->full_name != NULL ? g_strdup_printf ("%s · %s", group->name, group->full_name)
                                                        : g_strdup (group->name);

      gtk_string_list_append (names, label);
    }
  gtk_drop_down_set_model (self->group, G_LIST_MODEL (names));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (names)))
    gtk_drop_down_set_selected (self->group, selected);
}

void
bary_add_members_show (BaryAddMembers   *self,
                       BaryStore        *store,
                       BaryClusterState *state)
{
  GHashTableIter iter;
  gpointer item;

  if (g_set_object (&self->store, store))
    {
      gtk_single_selection_set_model (self->selection, NULL);
      g_clear_object (&self->organisations);
    }
  self->state = state;
  fill_groups (self);
  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

static void
bary_add_members_dispose (GObject *object)
{
  BaryAddMembers *self = BARY_ADD_MEMBERS (object);

  self->state = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_ADD_MEMBERS);
  g_clear_object (&self->organisations);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bary_add_members_parent_class)->dispose (object);
}

static void
bary_add_members_finalize (GObject *object)
{
  g_hash_table_unref (BARY_ADD_MEMBERS (object)->seen);

  G_OBJECT_CLASS (bary_add_members_parent_class)->finalize (object);
}

static void
bary_add_members_class_init (BaryAddMembersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_add_members_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_add_members_finalize;
  signals[ADD_MEMBER] = g_signal_new ("add-member", BARY_TYPE_ADD_MEMBERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/cluster/bary-add-members.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryAddMembers, search);
  gtk_widget_class_bind_template_child (widget_class, BaryAddMembers, group);
  gtk_widget_class_bind_template_child (widget_class, BaryAddMembers, list);
  gtk_widget_class_bind_template_child (widget_class, BaryAddMembers, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryAddMembers, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
bary_add_members_init (BaryAddMembers *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->seen = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

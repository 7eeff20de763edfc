#include "bary-cluster-list.h"

#include "bary-cluster-check.h"
#include "bary-config.h"
#include "bary-record-list.h"

#include <glib/gi18n-lib.h>

struct _BaryClusterList {
  AdwBin              parent_instance;

  /* template */
  GtkWidget          *search;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkStack           *stack;
  GtkWidget          *create;

  /* owned */
  BarySession        *session;
  BaryRecordList     *clusters;
  GHashTable         *seen; /* list items that are bound, for refreshing */
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (BaryClusterList, bary_cluster_list, ADW_TYPE_BIN)

enum {
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Rows */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 3);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (count), 0);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static char *
describe_count (const BaryClusterCheck *check)
{
  guint unmet = bary_passport_count_unmet (check->gaps);
  g_autofree char *members =
    g_strdup_printf (ngettext ("%u member", "%u members", check->n_members), check->n_members);

  if (unmet == 0)
    return g_steal_pointer (&members);
  return g_strdup_printf ("%s · %u ⚠", members, unmet);
}

/* What a screen reader says, which has no name for the sign. */
static char *
describe_row (BaryRecord             *cluster,
              const BaryClusterCheck *check)
{
  guint unmet = check != NULL ? bary_passport_count_unmet (check->gaps) : 0;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup (bary_record_get_name (cluster)));
  if (check != NULL)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u member", "%u members", check->n_members), check->n_members));
  if (unmet > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("%u condition of the passport is not met",
                                                       "%u conditions of the passport are not met", unmet), unmet));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
show_row (BaryClusterList *self,
          GtkListItem     *item)
{
  BaryRecord *cluster = gtk_list_item_get_item (item);
  BaryStore *store = bary_session_get_store (self->session);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autoptr (BaryClusterCheck) check = NULL;
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;

  if (cluster == NULL || store == NULL)
    return;

  check = bary_cluster_check_new (store, cluster, bary_session_get_day (self->session), NULL);
  count = check != NULL ? describe_count (check) : NULL;
  gtk_label_set_text (GTK_LABEL (name), bary_record_get_name (cluster));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), count);
  words = describe_row (cluster, check);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (gtk_list_item_get_child (item))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BaryClusterList          *self)
{
  g_hash_table_add (self->seen, item);
  show_row (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BaryClusterList          *self)
{
  g_hash_table_remove (self->seen, item);
}

static void
refresh_rows (BaryClusterList *self)
{
  GHashTableIter iter;
  gpointer item;

  if (bary_session_get_store (self->session) == NULL)
    return;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

/* Selection */

static void
selected_cb (BaryClusterList *self)
{
  BaryRecord *cluster = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && cluster != NULL)
    bary_session_set_cluster (self->session, bary_record_get_id (cluster));
}

static guint
find_cluster (BaryClusterList *self)
{
  const char *id = bary_session_get_cluster (self->session);

  return id != NULL && self->clusters != NULL ? bary_record_list_find (self->clusters, id) : G_MAXUINT;
}

static void
select_row (BaryClusterList *self,
            guint            position)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position == G_MAXUINT ? GTK_INVALID_LIST_POSITION : position);
  self->following = FALSE;
}

static void
scroll_to (BaryClusterList *self,
           guint            position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
follow_cluster (BaryClusterList *self)
{
  guint position = find_cluster (self);

  select_row (self, position);
  if (position != G_MAXUINT)
    scroll_to (self, position);
}

/* The first cluster is shown when none was chosen. */
static void
choose_first (BaryClusterList *self)
{
  g_autoptr (BaryRecord) first = NULL;

  if (bary_session_get_cluster (self->session) != NULL || self->clusters == NULL)
    return;
  first = g_list_model_get_item (G_LIST_MODEL (self->clusters), 0);
  if (first != NULL)
    bary_session_set_cluster (self->session, bary_record_get_id (first));
}

static void
show_stack (BaryClusterList *self)
{
  gboolean any = self->clusters != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->clusters)) > 0;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : *words != '\0' ? "nothing" : "empty");
}

static gboolean
is_at_top (BaryClusterList *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list))) <= 0;
}

/* GTK holds on to the row that is uppermost: those that come before it would be out of sight. */
static void
items_changed_cb (BaryClusterList *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  guint chosen;

  show_stack (self);
  choose_first (self);
  chosen = find_cluster (self);
  select_row (self, chosen);
  if (chosen != G_MAXUINT && chosen >= position && chosen - position < added)
    scroll_to (self, chosen);
  else if (is_at_top (self))
    scroll_to (self, 0);
}

static void
show_all (BaryClusterList *self)
{
  show_stack (self);
  choose_first (self);
  follow_cluster (self);
}

/* By their names, and by those of who is in them on the day shown. */
static void
search (BaryClusterList *self)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CLUSTER);

  if (self->clusters == NULL)
    return;

  bary_query_matching (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  bary_query_matching_through (query, BARY_KIND_MEMBERSHIP, "cluster", "organisation", bary_session_get_day (self->session));
  self->following = TRUE;
  bary_record_list_set_query (self->clusters, query);
  self->following = FALSE;
  show_all (self);
}

static void
day_changed_cb (BaryClusterList *self)
{
  refresh_rows (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    search (self);
}

static void
search_activated_cb (BaryClusterList *self)
{
  /* The words of the last moment count too. */
  search (self);
  if (self->clusters != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->clusters)) > 0)
    {
      gtk_single_selection_set_selected (self->selection, 0);
      selected_cb (self);
    }
}

static void
create_clicked_cb (BaryClusterList *self)
{
  g_signal_emit (self, signals[CREATE], 0);
}

static void
store_replaced_cb (BaryClusterList *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CLUSTER);

  self->following = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->clusters);
  if (store != NULL)
    {
      self->clusters = bary_record_list_new (store, query);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->clusters));
      g_signal_connect_object (self->clusters, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (store, "changed", G_CALLBACK (refresh_rows), self, G_CONNECT_SWAPPED);
    }
  self->following = FALSE;
  gtk_widget_set_sensitive (self->create, store != NULL && !bary_store_is_read_only (store));
  show_all (self);
}

void
bary_cluster_list_set_session (BaryClusterList *self,
                               BarySession     *session)
{
  if (session == NULL || !g_set_object (&self->session, session))
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::cluster", G_CALLBACK (follow_cluster), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
}

void
bary_cluster_list_search (BaryClusterList *self)
{
  gtk_widget_grab_focus (self->search);
}

static void
bary_cluster_list_dispose (GObject *object)
{
  BaryClusterList *self = BARY_CLUSTER_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_CLUSTER_LIST);
  g_clear_object (&self->clusters);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_cluster_list_parent_class)->dispose (object);
}

static void
bary_cluster_list_finalize (GObject *object)
{
  g_hash_table_unref (BARY_CLUSTER_LIST (object)->seen);

  G_OBJECT_CLASS (bary_cluster_list_parent_class)->finalize (object);
}

static void
bary_cluster_list_class_init (BaryClusterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_cluster_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_cluster_list_finalize;
  signals[CREATE] = g_signal_new ("create", BARY_TYPE_CLUSTER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/cluster/bary-cluster-list.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryClusterList, search);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterList, list);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterList, selection);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterList, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryClusterList, create);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
bary_cluster_list_init (BaryClusterList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->seen = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
}

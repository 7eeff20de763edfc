#include "bary-network-table.h"

#include "bary-config.h"
#include "bary-network-row.h"

#include <glib/gi18n-lib.h>

#define SETTLE_FRAMES 4 /* after which new rows have been laid out */

struct _BaryNetworkTable {
  AdwBin              parent_instance;

  GtkColumnView      *view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GListStore         *rows;
  int                 node;     /* selected */
  guint               scroll_tick;
  guint               n_frames;
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (BaryNetworkTable, bary_network_table, ADW_TYPE_BIN)

enum {
  SELECTED,
  ACTIVATE_NODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct {
  const char *title;
  int         width; /* in pixels at the usual size of text; 0 shares what is left */
} columns[BARY_N_COLUMNS] = {
  [BARY_COLUMN_NAME] = { N_("Name"), 0 },
  [BARY_COLUMN_ROLE] = { N_("Role"), 125 },
  [BARY_COLUMN_CLUSTER] = { N_("Cluster"), 0 },
  [BARY_COLUMN_GROUP] = { N_("Group"), 85 },
  [BARY_COLUMN_LEVEL] = { N_("Level"), 75 },
  [BARY_COLUMN_TIES] = { N_("Ties"), 70 },
  [BARY_COLUMN_STATUSES] = { N_("Statuses"), 130 },
};

/* Cells */

/* What a narrow column cuts off. */
static gboolean
query_tooltip_cb (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static BaryNetworkColumn
column_of (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  BaryNetworkColumn column = column_of (factory);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  if (column == BARY_COLUMN_TIES || column == BARY_COLUMN_LEVEL)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  g_autofree char *words = bary_network_row_to_words (gtk_list_item_get_item (item), column_of (factory));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      column)
{
  return bary_network_row_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (column));
}

static void
add_column (BaryNetworkTable  *self,
            BaryNetworkColumn  which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_(columns[which].title), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (which), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (which));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, columns[which].width == 0);
  if (columns[which].width > 0)
    gtk_column_view_column_set_fixed_width (column, columns[which].width);
  gtk_column_view_append_column (self->view, column);
  if (which == BARY_COLUMN_NAME)
    gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
}

/* Selection */

static guint
find_row (BaryNetworkTable *self,
          int               node)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; i < n && node != BARY_NODE_NONE; i++)
    {
      g_autoptr (BaryNetworkRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (bary_network_row_get_node (row) == (guint) node)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
selected_cb (BaryNetworkTable *self)
{
  BaryNetworkRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (self->following || row == NULL)
    return;
  self->node = (int) bary_network_row_get_node (row);
  g_signal_emit (self, signals[SELECTED], 0, self->node);
}

static void
activated_cb (BaryNetworkTable *self,
              guint             position)
{
  g_autoptr (BaryNetworkRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (row != NULL)
    g_signal_emit (self, signals[ACTIVATE_NODE], 0, (int) bary_network_row_get_node (row));
}

/* Rows have heights only after they were laid out. A table that nobody sees is filled, and scrolled, when it is shown. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  BaryNetworkTable *self = BARY_NETWORK_TABLE (widget);
  guint position;

  if (gtk_widget_get_mapped (widget) && ++self->n_frames < SETTLE_FRAMES)
    return G_SOURCE_CONTINUE;

  self->scroll_tick = 0;
  position = find_row (self, self->node);
  if (gtk_widget_get_mapped (widget) && position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
follow (BaryNetworkTable *self)
{
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_row (self, self->node));
  self->following = FALSE;
  self->n_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
bary_network_table_dispose (GObject *object)
{
  BaryNetworkTable *self = BARY_NETWORK_TABLE (object);

  self->following = TRUE;
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (bary_network_table_parent_class)->dispose (object);
}

static void
bary_network_table_class_init (BaryNetworkTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_network_table_dispose;
  signals[SELECTED] = g_signal_new ("selected", BARY_TYPE_NETWORK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATE_NODE] = g_signal_new ("activate-node", BARY_TYPE_NETWORK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bary_network_table_init (BaryNetworkTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);

  self->node = BARY_NODE_NONE;
  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Nodes of the diagram"), -1);
  for (guint i = 0; i < BARY_N_COLUMNS; i++)
    add_column (self, i);

  self->rows = g_list_store_new (BARY_TYPE_NETWORK_ROW);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view keeps it, and it the models below */
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

void
bary_network_table_show (BaryNetworkTable *self,
                         BaryScene        *scene,
                         const guint8     *set)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = scene != NULL ? bary_scene_get_network (scene)->nodes->len : 0;

  for (guint i = 0; i < n; i++)
    if ((set == NULL || set[i]) && bary_scene_is_shown (scene, (int) i))
      g_ptr_array_add (rows, bary_network_row_new (scene, i));

  self->following = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->following = FALSE;
  follow (self);
}

void
bary_network_table_select (BaryNetworkTable *self,
                           int               node)
{
  if (self->node == node)
    return;
  self->node = node;
  follow (self);
}

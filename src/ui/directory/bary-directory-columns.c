#include "bary-directory-columns.h"

#include "bary-config.h"
#include "bary-settings.h"

#include <glib/gi18n-lib.h>

#define NAME_CHARS 19
#define SETTING "directory-columns"
#define USUAL_DPI (96.0 * PANGO_SCALE)

typedef struct {
  BaryKind    kind;
  const char *field; /* NULL: how many clusters an organisation is in */
  int         width; /* in pixels at the usual size of text; 0: takes what is left */
  gboolean    shown; /* at first */
} Column;

static const Column columns[] = {
  { BARY_KIND_ORGANISATION, "name", 0, TRUE },
  { BARY_KIND_ORGANISATION, "kind", 115, TRUE },
  { BARY_KIND_ORGANISATION, "number", 75, TRUE },
  { BARY_KIND_ORGANISATION, "centre", 235, TRUE },
  { BARY_KIND_ORGANISATION, "phone", 125, TRUE },
  { BARY_KIND_ORGANISATION, "email", 160, FALSE },
  { BARY_KIND_ORGANISATION, "address", 200, FALSE },
  { BARY_KIND_ORGANISATION, "site", 170, FALSE },
  { BARY_KIND_ORGANISATION, NULL, 90, TRUE },
  { BARY_KIND_PERSON, "name", 0, TRUE },
  { BARY_KIND_PERSON, "organisation", 200, TRUE },
  { BARY_KIND_PERSON, "position", 210, TRUE },
  { BARY_KIND_PERSON, "phone", 125, TRUE },
  { BARY_KIND_PERSON, "email", 160, TRUE },
  { BARY_KIND_CENTRE, "name", 0, TRUE },
  { BARY_KIND_CENTRE, "district", 220, TRUE },
  { BARY_KIND_CENTRE, "region", 200, TRUE },
  { BARY_KIND_CENTRE, "phone", 150, TRUE },
  { BARY_KIND_AGREEMENT, "name", 0, TRUE },
  { BARY_KIND_AGREEMENT, "number", 100, TRUE },
  { BARY_KIND_AGREEMENT, "date", 150, TRUE },
  { BARY_KIND_AGREEMENT, "valid_until", 150, TRUE },
  { BARY_KIND_AGREEMENT, "cluster", 240, TRUE },
  { BARY_KIND_BODY, "name", 0, TRUE },
  { BARY_KIND_BODY, "kind", 220, TRUE },
  { BARY_KIND_BODY, "cluster", 220, TRUE },
  { BARY_KIND_BODY, "organisation", 200, FALSE },
  { BARY_KIND_DIRECTION, "name", 0, TRUE },
  { BARY_KIND_DIRECTION, "centre", 220, TRUE },
  { BARY_KIND_DIRECTION, "organisation_kind", 200, TRUE },
  { BARY_KIND_DIRECTION, "ordinal", 80, TRUE },
  { BARY_KIND_SCHEME, "name", 0, TRUE },
  { BARY_KIND_SCHEME, "arrangement", 160, TRUE },
  { BARY_KIND_GROUP, "name", 0, TRUE },
  { BARY_KIND_GROUP, "full_name", 300, TRUE },
  { BARY_KIND_GROUP, "scheme", 240, TRUE },
  { BARY_KIND_GROUP, "ordinal", 80, TRUE },
};

static const Column *
column_of (GObject *object)
{
  return g_object_get_data (object, "column");
}

static const BaryField *
field_of (const Column *column)
{
  return column->field != NULL ? bary_kind_find_field (column->kind, column->field, NULL) : NULL;
}

static gboolean
is_number (const Column *column)
{
  return column->field == NULL || g_str_equal (column->field, "number") || g_str_equal (column->field, "ordinal");
}

/* Cells */

static char *
count_clusters (BarySession *session,
                BaryRecord  *record)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_MEMBERSHIP);
  g_autoptr (GPtrArray) ids = NULL;

  bary_query_where (query, "organisation", bary_record_get_id (record));
  bary_query_on_day (query, bary_session_get_day (session));
  ids = bary_store_select_ids (bary_session_get_store (session), query, NULL);
  return ids != NULL && ids->len > 0 ? g_strdup_printf ("%u", ids->len) : g_strdup ("");
}

static void
update_cell (GtkListItem *item)
{
  const Column *column = column_of (G_OBJECT (item));
  BarySession *session = g_object_get_data (G_OBJECT (item), "session");
  BaryRecord *record = gtk_list_item_get_item (item);
  const BaryField *field = field_of (column);
  g_autofree char *words = NULL;

  if (record == NULL || bary_session_get_store (session) == NULL)
    return;

  words = field != NULL ? bary_store_value_to_words (bary_session_get_store (session), field, bary_record_get (record, field))
                        : count_clusters (session, record);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BarySession              *session)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  if (column_of (G_OBJECT (factory))->width == 0)
    {
      /* The same for every row, so that the column does not breathe while scrolling. */
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
    }
  if (is_number (column_of (G_OBJECT (factory))))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (label), "item", item);
  g_object_set_data (G_OBJECT (item), "column", (gpointer) column_of (G_OBJECT (factory)));
  g_object_set_data_full (G_OBJECT (item), "session", g_object_ref (session), g_object_unref);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BarySession              *session)
{
  BaryStore *store = bary_session_get_store (session);

  update_cell (item);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify", G_CALLBACK (update_cell), item);
  if (store != NULL && column_of (G_OBJECT (item))->field == NULL)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (update_cell), item, G_CONNECT_SWAPPED);
      g_object_set_data_full (G_OBJECT (item), "store", g_object_ref (store), g_object_unref);
    }
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BarySession              *session)
{
  BaryStore *store = g_object_get_data (G_OBJECT (item), "store");

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_cell, item);
  if (store != NULL)
    g_signal_handlers_disconnect_by_func (store, update_cell, item);
  g_object_set_data (G_OBJECT (item), "store", NULL);
}

/* Building */

/* GTK 4.8 does not tell which header was clicked last; asked to compare two things, the view's sorter
 * calls the one of that column first, and turns its answer round when the order is descending. */
static int
note_column (gconstpointer a,
             gconstpointer b,
             gpointer      column)
{
  GtkColumnView *view = gtk_column_view_column_get_column_view (column);

  g_object_set_data (G_OBJECT (view), "sorted-column", (gpointer) column_of (column));
  return -1;
}

/* GTK 4.8 leaves the room of hidden columns empty: they must want none. */
static void
update_width (GtkColumnViewColumn *column)
{
  int dpi, width = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  if (gtk_column_view_column_get_visible (column))
    width = column_of (G_OBJECT (column))->width * (dpi > 0 ? dpi / USUAL_DPI : 1);
  gtk_column_view_column_set_fixed_width (column, width);
}

static const char *
name_of (const Column *column)
{
  return column->field != NULL ? column->field : "clusters";
}

static char *
word_of (const Column *column)
{
  return g_strdup_printf ("%s.%s", bary_kind_get_info (column->kind)->name, name_of (column));
}

static void
keep_visible (GtkColumnViewColumn *view_column)
{
  const Column *column = column_of (G_OBJECT (view_column));
  g_autoptr (GSettings) settings = bary_settings_new ();
  g_autofree char *word = word_of (column);

  bary_settings_put_word (settings, SETTING, word, gtk_column_view_column_get_visible (view_column) != column->shown);
}

/* As it was left. */
static void
restore_visible (GtkColumnViewColumn *view_column)
{
  const Column *column = column_of (G_OBJECT (view_column));
  g_autoptr (GSettings) settings = bary_settings_new ();
  g_autofree char *word = word_of (column);

  gtk_column_view_column_set_visible (view_column, bary_settings_has_word (settings, SETTING, word) != column->shown);
  g_signal_connect (view_column, "notify::visible", G_CALLBACK (keep_visible), NULL);
}

static GtkColumnViewColumn *
make_column (const Column *description,
             BarySession  *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const BaryField *field = field_of (description);
  GtkColumnViewColumn *column =
    gtk_column_view_column_new (field != NULL ? bary_field_get_label (field) : _("Clusters"), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, column, NULL));

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) description);
  g_object_set_data (G_OBJECT (column), "column", (gpointer) description);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), session, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), session, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), session, 0);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  restore_visible (column);
  gtk_column_view_column_set_expand (column, description->width == 0);
  if (description->width > 0)
    {
      g_signal_connect (column, "notify::visible", G_CALLBACK (update_width), NULL);
      update_width (column);
    }
  return column;
}

static void
add_action (GtkColumnViewColumn *column,
            const Column        *description,
            GActionMap          *actions,
            GMenu               *menu)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name_of (description), column, "visible");
  g_autofree char *detailed = g_strconcat ("column.", name_of (description), NULL);

  if (description->width == 0)
    return;

  g_action_map_add_action (actions, G_ACTION (action));
  g_menu_append (menu, gtk_column_view_column_get_title (column), detailed);
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *present = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (present) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (present, 0);

      gtk_column_view_remove_column (view, column);
    }
}

static guint
position_of (GtkWidget *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);
  GtkWidget *label = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
  GtkListItem *item = label != NULL ? g_object_get_data (G_OBJECT (label), "item") : NULL;

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

gboolean
bary_directory_columns_focus_row (GtkWidget *list,
                                  guint      position)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (position_of (row) == position)
      return gtk_widget_grab_focus (row);
  return FALSE;
}

void
bary_directory_columns_build (GtkColumnView *view,
                              BarySession   *session,
                              BaryKind       kind,
                              GActionMap    *actions,
                              GMenu         *menu)
{
  GtkColumnViewColumn *first = NULL;

  remove_columns (view);
  g_menu_remove_all (menu);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if (columns[i].kind != kind)
        continue;
      column = make_column (&columns[i], session);
      gtk_column_view_append_column (view, column);
      add_action (column, &columns[i], actions, menu);
      if (first == NULL)
        first = column;
    }
  gtk_column_view_sort_by_column (view, first, GTK_SORT_ASCENDING);
}

void
bary_directory_columns_sort (GtkColumnView *view,
                             BarySession   *session,
                             BaryQuery     *query)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  const Column *column;
  gboolean descending;

  g_object_set_data (G_OBJECT (view), "sorted-column", NULL);
  descending = gtk_sorter_compare (gtk_column_view_get_sorter (view), a, b) == GTK_ORDERING_LARGER;
  column = g_object_get_data (G_OBJECT (view), "sorted-column");

  if (column == NULL || column->kind != bary_query_get_kind (query))
    return;
  if (column->field == NULL)
    bary_query_sort_by_referrers (query, BARY_KIND_MEMBERSHIP, "organisation", bary_session_get_day (session), descending);
  else
    bary_query_sort (query, g_str_equal (column->field, "name") ? NULL : column->field, descending);
}

GPtrArray *
bary_directory_columns_list_fields (GtkColumnView *view)
{
  GListModel *present = gtk_column_view_get_columns (view);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (present); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (present, i);
      const BaryField *field = field_of (column_of (G_OBJECT (column)));

      if (field != NULL && gtk_column_view_column_get_visible (column))
        g_ptr_array_add (fields, (gpointer) field);
    }
  return fields;
}

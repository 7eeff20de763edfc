#include "bary-load-window.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-load-grid.h"
#include "bary-rows.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

/* A week of a school that is not empty: a row of the list. */
typedef struct {
  guint row, week;
} Place;

struct _BaryLoadWindow {
  AdwWindow           parent_instance;

  /* template */
  AdwWindowTitle     *head;
  GtkWidget          *switcher;
  GtkWidget          *empty;
  GtkStack           *pages;
  GtkDrawingArea     *weeks;   /* quarters and months over the grid */
  BaryLoadGrid       *grid;
  GtkListView        *list;
  GtkWidget          *week;
  GtkLabel           *week_title;
  GtkListBox         *events;

  /* owned */
  BarySession        *session;
  BaryLoadTable      *table;
  GArray             *places;  /* of Place: as the list has them */
  GtkSingleSelection *selection;
  gboolean            following;
};

G_DEFINE_FINAL_TYPE (BaryLoadWindow, bary_load_window, ADW_TYPE_WINDOW)

static void
draw_weeks (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        data)
{
  BaryLoadWindow *self = data;
  GtkWidget *widget = GTK_WIDGET (area);
  BaryLoadPainting painting = { self->table, width, gtk_widget_get_pango_context (widget), bary_load_painting_get_theme (widget) };

  if (self->table != NULL)
    bary_load_painting_head (&painting, cr);
}

/* The week that is chosen */

static void
add_event (BaryLoadWindow      *self,
           const BaryPlanEvent *event)
{
  const char *place = event->place != NULL ? event->place
                      : event->host >= 0   ? bary_plan_organisation (self->table->plan, event->host)->name : NULL;
  g_autofree char *words = g_strjoin (" · ", event->period.words, bary_plan_cluster (self->table->plan, event->cluster)->name,
                                      place, NULL);
  GtkWidget *row = bary_rows_make (event->name, words);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_strdup (event->id), g_free);
  gtk_list_box_append (self->events, row);
}

static void
show_week (BaryLoadWindow *self,
           guint           row,
           guint           week)
{
  g_autofree char *title = bary_load_table_describe (self->table, row, week);
  g_autoptr (GArray) events = bary_load_map_list (self->table->map, self->table->plan,
                                                  g_array_index (self->table->rows, BaryLoadRow, row).organisation, week);
  GtkWidget *child;

  gtk_label_set_label (self->week_title, title);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->events))) != NULL)
    gtk_list_box_remove (self->events, child);
  for (guint i = 0; i < events->len; i++)
    add_event (self, bary_plan_event (self->table->plan, g_array_index (events, guint, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->events), events->len > 0);
}

static guint
find_place (BaryLoadWindow *self,
            guint           row,
            guint           week)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).row == row && g_array_index (self->places, Place, i).week == week)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
moved_cb (BaryLoadWindow *self,
          guint           row,
          guint           week)
{
  show_week (self, row, week);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, find_place (self, row, week));
  self->following = FALSE;
}

static void
selected_cb (BaryLoadWindow *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  const Place *place;

  if (self->following || position >= self->places->len)
    return;
  place = &g_array_index (self->places, Place, position);
  bary_load_grid_move (self->grid, place->row, place->week);
}

static void
activated_cb (BaryLoadWindow *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->events));

  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
list_activated_cb (BaryLoadWindow *self,
                   guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  activated_cb (self);
}

static void
event_activated_cb (BaryLoadWindow *self,
                    GtkListBoxRow  *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "event"));
  g_autoptr (BarySession) session = g_object_ref (self->session);

  gtk_window_close (GTK_WINDOW (self));
  bary_session_go_to (session, BARY_KIND_EVENT, id);
}

/* Everything */

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Place *one = a, *other = b;
  guint n_one = bary_load_table_get (data, one->row, one->week), n_other = bary_load_table_get (data, other->row, other->week);

  if (n_one != n_other)
    return n_one > n_other ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return one->week < other->week ? -1 : one->week > other->week;
}

static void
fill_list (BaryLoadWindow *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint row = 0; row < self->table->rows->len; row++)
    for (guint week = 0; week < self->table->map->n_weeks; week++)
      if (bary_load_table_get (self->table, row, week) > 0)
        g_array_append_vals (self->places, &(Place) { row, week }, 1);
  g_array_sort_with_data (self->places, compare_places, self->table);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      gtk_string_list_take (words, bary_load_table_describe (self->table, place->row, place->week));
    }
  self->selection = gtk_single_selection_new (G_LIST_MODEL (words));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
show_table (BaryLoadWindow *self)
{
  guint row, week;
  gboolean some = bary_load_table_find_peak (self->table, &row, &week);

  gtk_widget_set_visible (self->empty, !some);
  gtk_widget_set_visible (self->switcher, some);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), some);
  gtk_widget_set_visible (self->week, some);
  if (!some)
    return;
  fill_list (self);
  bary_load_grid_show (self->grid, self->table);
  bary_load_grid_move (self->grid, row, week);
}

static gboolean
read_table (BaryLoadWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  int year = bary_session_get_school_year (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPlan) plan = bary_store_read_plan (store, year, NULL, &error);
  g_autoptr (BarySchoolCalendar) calendar = plan != NULL ? bary_store_read_calendar (store, year, &error) : NULL;

  if (calendar != NULL)
    self->table = bary_load_table_new (plan, bary_school_calendar_get_terms (calendar));
  else
    bary_session_fail (self->session, error);
  return calendar != NULL;
}

static void
bary_load_window_dispose (GObject *object)
{
  BaryLoadWindow *self = BARY_LOAD_WINDOW (object);

  self->following = TRUE;
  if (self->grid != NULL)
    bary_load_grid_show (self->grid, NULL);
  g_clear_pointer (&self->table, bary_load_table_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_load_window_parent_class)->dispose (object);
}

static void
bary_load_window_class_init (BaryLoadWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_load_window_dispose;

  g_type_ensure (BARY_TYPE_LOAD_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-load-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, weeks);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, week);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, week_title);
  gtk_widget_class_bind_template_child (widget_class, BaryLoadWindow, events);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_load_window_init (BaryLoadWindow *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_content_height (self->weeks, BARY_LOAD_HEAD_HEIGHT);
  gtk_drawing_area_set_draw_func (self->weeks, draw_weeks, self, NULL);
}

void
bary_load_window_present (GtkWidget   *parent,
                          BarySession *session)
{
  BaryLoadWindow *self = g_object_new (BARY_TYPE_LOAD_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  g_autofree char *year = bary_school_year_to_string (bary_session_get_school_year (session));

  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (self->head, year);
  if (!read_table (self))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_table (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

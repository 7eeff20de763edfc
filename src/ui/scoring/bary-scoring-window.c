#include "bary-scoring-window.h"

#include "bary-kinds.h"
#include "bary-scoring-desk.h"
#include "bary-scoring-matrix.h"
#include "bary-scoring-results.h"
#include "bary-scoring-send.h"
#include "bary-scoring-speakers.h"
#include "bary-store-panel.h"

struct _BaryScoringWindow {
  AdwWindow            parent_instance;

  /* template */
  GtkDropDown         *contests;
  AdwToastOverlay     *toasts;
  AdwViewStack        *pages;
  BaryScoringDesk     *desk;
  BaryScoringMatrix   *matrix;
  BaryScoringSpeakers *speakers;
  BaryScoringResults  *results;

  /* owned */
  BarySession         *session;
  GPtrArray           *ids;     /* of contests, as the list has them */
  char                *contest;
  BaryPanel           *panel;   /* (nullable) */
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (BaryScoringWindow, bary_scoring_window, ADW_TYPE_WINDOW)

static GPtrArray *
select_contests (BaryStore *store)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST);
  GPtrArray *found;

  bary_query_where (query, "template", NULL);
  bary_query_sort (query, "school_year", TRUE);
  found = bary_store_select (store, query, NULL);
  return found != NULL ? found : g_ptr_array_new ();
}

gboolean
bary_scoring_window_has_contest (BaryStore *store)
{
  g_autoptr (GPtrArray) contests = store != NULL ? select_contests (store) : NULL;

  return contests != NULL && contests->len > 0;
}

/* What is seen */

/* Its figures take time: only for somebody who looks. */
static void
show_results (BaryScoringWindow *self)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "results") == 0)
    bary_scoring_results_show (self->results, self->session, self->panel);
}

/* Who scores for another centre has the desk alone. */
static void
show_pages (BaryScoringWindow *self,
            gboolean           guest)
{
  GtkWidget *pages[] = { GTK_WIDGET (self->matrix), GTK_WIDGET (self->speakers), GTK_WIDGET (self->results) };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    adw_view_stack_page_set_visible (adw_view_stack_get_page (self->pages, pages[i]), !guest);
  if (guest)
    adw_view_stack_set_visible_child_name (self->pages, "desk");
}

static void
show_panel (BaryScoringWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;
  BaryPanel *panel = store != NULL ? bary_store_read_panel (store, self->contest, &error) : NULL;
  BaryPanel *old = g_steal_pointer (&self->panel);
  gboolean guest;

  self->panel = panel;
  guest = panel != NULL && bary_scoring_find_guest (self->session, panel) >= 0;
  bary_scoring_desk_show (self->desk, self->session, panel, guest);
  show_pages (self, guest);
  bary_scoring_matrix_show (self->matrix, self->session, panel);
  bary_scoring_speakers_show (self->speakers, self->session, panel);
  show_results (self);
  g_clear_pointer (&old, bary_panel_free);
  if (panel == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
contest_chosen_cb (BaryScoringWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->contests);

  if (self->filling || self->ids == NULL || selected >= self->ids->len)
    return;
  bary_scoring_desk_flush (self->desk);
  g_free (self->contest);
  self->contest = g_strdup (self->ids->pdata[selected]);
  show_panel (self);
}

/* The one under review, else the first. */
static guint
choose (GPtrArray  *contests,
        const char *id)
{
  guint chosen = 0;

  for (guint i = contests->len; i > 0; i--)
    {
      BaryRecord *contest = contests->pdata[i - 1];

      if (g_strcmp0 (bary_record_get_id (contest), id) == 0)
        return i - 1;
      if (g_strcmp0 (bary_record_get_text (contest, "state"), "content") == 0)
        chosen = i - 1;
    }
  return chosen;
}

static gboolean
fill_contests (BaryScoringWindow *self,
               const char        *id)
{
  g_autoptr (GPtrArray) contests = select_contests (bary_session_get_store (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < contests->len; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (bary_record_get_id (contests->pdata[i])));
      gtk_string_list_append (names, bary_record_get_name (contests->pdata[i]));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->contests, G_LIST_MODEL (names));
  if (contests->len > 0)
    gtk_drop_down_set_selected (self->contests, choose (contests, id));
  self->filling = FALSE;
  return contests->len > 0;
}

/* The window behind says the same, but this one may cover it. */
static void
failed_cb (BaryScoringWindow *self,
           const char        *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static gboolean
bary_scoring_window_close_request (GtkWindow *window)
{
  bary_scoring_desk_flush (BARY_SCORING_WINDOW (window)->desk);
  return GTK_WINDOW_CLASS (bary_scoring_window_parent_class)->close_request (window);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (BARY_SCORING_WINDOW (widget)->session);
}

static void
bary_scoring_window_dispose (GObject *object)
{
  BaryScoringWindow *self = BARY_SCORING_WINDOW (object);

  self->filling = TRUE;
  if (self->desk != NULL)
    {
      bary_scoring_desk_show (self->desk, self->session, NULL, FALSE);
      bary_scoring_matrix_show (self->matrix, self->session, NULL);
    }
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->contest, g_free);

  G_OBJECT_CLASS (bary_scoring_window_parent_class)->dispose (object);
}

static void
bary_scoring_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_SCORING_WINDOW (object)->panel, bary_panel_free);

  G_OBJECT_CLASS (bary_scoring_window_parent_class)->finalize (object);
}

static void
bary_scoring_window_class_init (BaryScoringWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_scoring_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bary_scoring_window_close_request;

  g_type_ensure (BARY_TYPE_SCORING_DESK);
  g_type_ensure (BARY_TYPE_SCORING_MATRIX);
  g_type_ensure (BARY_TYPE_SCORING_RESULTS);
  g_type_ensure (BARY_TYPE_SCORING_SPEAKERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-scoring-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, contests);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, matrix);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, speakers);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringWindow, results);
  gtk_widget_class_bind_template_callback (widget_class, contest_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_results);
  gtk_widget_class_install_action (widget_class, "scoring.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "scoring.undo", NULL);
}

/* A long name is cut in the header, and whole in the list. */
static void
shorten_names (GtkDropDown *contests)
{
  g_autoptr (GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (contests));
  g_autoptr (GtkListItemFactory) brief =
    gtk_builder_list_item_factory_new_from_resource (NULL, "/org/barycenter/Barycenter/ui/scoring/bary-short-line.ui");

  gtk_drop_down_set_list_factory (contests, whole);
  gtk_drop_down_set_factory (contests, brief);
}

static void
bary_scoring_window_init (BaryScoringWindow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  shorten_names (self->contests);
}

void
bary_scoring_window_present (GtkWindow   *parent,
                             BarySession *session,
                             const char  *contest)
{
  BaryScoringWindow *self = g_object_new (BARY_TYPE_SCORING_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  if (!fill_contests (self, contest))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (show_panel), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  contest_chosen_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}

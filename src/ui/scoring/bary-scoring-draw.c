#include "bary-scoring-matrix-private.h"

#include "bary-config.h"
#include "bary-panel-changes.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

#define THOUSANDTHS 1000

/* The draw in its thread, with a state of the contest of its own. */
typedef struct {
  BaryJob        *job;      /* borrowed */
  char           *database;
  char           *contest;
  guint64         seed;
  int             done;     /* thousandths, atomic */
  BaryPanel      *panel;
  BaryPanelDraw  *draw;
  BaryAssignment *assignment;
  gboolean        doubtful; /* a possible conflict waits for an answer */
} Draw;

static void
draw_free (gpointer data)
{
  Draw *self = data;

  g_clear_pointer (&self->assignment, bary_assignment_free);
  g_clear_pointer (&self->draw, bary_panel_draw_free);
  g_clear_pointer (&self->panel, bary_panel_free);
  g_free (self->database);
  g_free (self->contest);
  g_free (self);
}

static gboolean
progressed (double   done,
            gpointer data)
{
  Draw *self = data;

  g_atomic_int_set (&self->done, (int) (done * THOUSANDTHS));
  return !g_cancellable_is_cancelled (bary_job_get_cancellable (self->job));
}

static gboolean
draw_work (BaryJob   *job,
           gpointer   data,
           GError   **error)
{
  Draw *self = data;
  g_autoptr (BaryStore) store = bary_store_open (self->database, BARY_DATABASE_READ_ONLY, error);

  self->panel = store != NULL ? bary_store_read_panel (store, self->contest, error) : NULL;
  if (self->panel == NULL)
    return FALSE;
  self->doubtful = !bary_store_check_doubts (store, self->panel, bary_job_get_cancellable (job), error);
  if (self->doubtful)
    return FALSE;
  self->draw = bary_panel_draw_new (self->panel, self->panel->need, self->seed);
  self->assignment = bary_assignment_new (&self->draw->problem, progressed, self);
  return self->assignment != NULL || !g_cancellable_set_error_if_cancelled (bary_job_get_cancellable (job), error);
}

/* What it came to */

static void
tell_draw (BaryScoringMatrix *self)
{
  guint n_added = 0, n_removed = 0;
  g_autoptr (BaryChanges) changes = bary_panel_changes_draw (bary_session_get_store (self->session), self->draw, self->assignment,
                                                             &n_added, &n_removed, NULL);
  g_autofree char *words = NULL;

  if (!self->assignment->feasible)
    {
      words = bary_assignment_gap_to_words (self->assignment->gaps->pdata[0], &self->draw->named);
      gtk_label_set_label (self->answer, words);
      gtk_label_set_label (self->summary, _("Not every application can have its experts"));
      return;
    }
  /* Translators: 1, 2: numbers of assignments */
  words = g_strdup_printf (_("The draw adds %1$u and takes away %2$u; nothing is written yet"), n_added, n_removed);
  gtk_label_set_label (self->summary, words);
  if (self->assignment->n_parts > 1)
    gtk_label_set_label (self->answer, _("The table falls into parts without a common expert: their marks cannot be compared"));
}

static void
show_running (BaryScoringMatrix *self,
              gboolean           running)
{
  gtk_widget_set_visible (self->stop, running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.draw", !running);
}

static void
drawn_cb (gpointer      owner,
          gpointer      data,
          const GError *error)
{
  BaryScoringMatrix *self = owner;
  Draw *draw = data;

  if (self->job == NULL || draw->job != self->job)
    return;
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->job);
  show_running (self, FALSE);
  gtk_label_set_label (self->summary, "");
  if (error != NULL && draw->doubtful)
    {
      gtk_label_set_label (self->doubts_words, error->message);
      gtk_widget_set_visible (self->doubts, TRUE);
      return;
    }
  if (error != NULL)
    {
      bary_session_fail (self->session, error);
      return;
    }
  self->drawn = g_steal_pointer (&draw->panel);
  self->draw = g_steal_pointer (&draw->draw);
  self->assignment = g_steal_pointer (&draw->assignment);
  bary_scoring_matrix_fill (self);
  tell_draw (self);
}

static double
get_done (gpointer job)
{
  Draw *draw = g_object_get_data (job, "draw");

  return (double) g_atomic_int_get (&draw->done) / THOUSANDTHS;
}

static gboolean
clock_cb (gpointer data)
{
  BaryScoringMatrix *self = data;
  g_autofree char *words = g_strdup_printf (_("Drawing: %.0f %%"), bary_job_get_fraction (self->job) * 100);

  gtk_label_set_label (self->summary, words);
  return G_SOURCE_CONTINUE;
}

void
bary_scoring_matrix_draw (BaryScoringMatrix *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  Draw *draw;

  if (self->panel == NULL || self->panel->experts->len == 0)
    return;
  bary_scoring_matrix_forget_draw (self);
  gtk_spin_button_update (self->seed);
  draw = g_new0 (Draw, 1);
  draw->database = g_strdup (bary_store_get_path (store));
  draw->contest = g_strdup (self->panel->id);
  draw->seed = (guint64) gtk_spin_button_get_value (self->seed);
  draw->job = self->job = bary_job_new (_("Drawing the experts"));
  g_object_set_data (G_OBJECT (self->job), "draw", draw);
  bary_job_set_source (self->job, get_done, G_OBJECT (self->job));
  show_running (self, TRUE);
  self->clock = g_timeout_add (100, clock_cb, self);
  bary_job_run (self->job, draw_work, drawn_cb, G_OBJECT (self), draw, draw_free);
}

void
bary_scoring_matrix_forget_draw (BaryScoringMatrix *self)
{
  if (self->job != NULL)
    {
      g_clear_handle_id (&self->clock, g_source_remove);
      g_cancellable_cancel (bary_job_get_cancellable (self->job));
      g_clear_object (&self->job);
      show_running (self, FALSE);
      gtk_label_set_label (self->summary, "");
    }
  g_clear_pointer (&self->assignment, bary_assignment_free);
  g_clear_pointer (&self->draw, bary_panel_draw_free);
  g_clear_pointer (&self->drawn, bary_panel_free);
}

void
bary_scoring_matrix_write_draw (BaryScoringMatrix *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (self->assignment == NULL || !self->assignment->feasible)
    return;
  changes = bary_panel_changes_draw (bary_session_get_store (self->session), self->draw, self->assignment, NULL, NULL, &error);
  if (changes == NULL)
    {
      bary_session_fail (self->session, error);
      return;
    }
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, N_("Assign experts: %s"), self->panel->name, changes);
}

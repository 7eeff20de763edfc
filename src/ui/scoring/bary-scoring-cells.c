#include "bary-scoring-matrix-private.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-reason-dialog.h"
#include "bary-scoring-sheet.h"

#include <glib/gi18n-lib.h>

void
bary_scoring_matrix_show_answer (BaryScoringMatrix *self)
{
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;
  g_autofree char *text = NULL;
  guint row, expert;

  if (self->cells == NULL || !bary_expert_grid_get_cursor (self->grid, &row, &expert))
    return;
  title = bary_panel_application_to_words (self->panel, bary_panel_table_get_application (self->cells, row));
  reason = bary_panel_table_explain (self->cells, row, expert);
  lines = g_strsplit (reason, "\n", -1);
  line = g_strjoinv (". ", lines);
  text = g_strdup_printf ("%s — %s. %s", bary_panel_expert (self->panel, expert)->name, title, line);
  gtk_label_set_label (self->answer, text);
}

/* Setting by hand */

/* Returns: FALSE where what is there cannot be read */
static gboolean
add_change (BaryScoringMatrix *self,
            BaryChanges       *changes,
            guint              application,
            guint              expert,
            const char        *mode)
{
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autoptr (BaryRecord) record = NULL;

  if (seat == NULL)
    {
      record = bary_record_new (BARY_KIND_EXPERT_ASSIGNMENT, NULL);
      bary_record_set_all (record, "expert", bary_panel_expert (self->panel, expert)->id, "application",
                           bary_panel_application (self->panel, application)->id, "mode", mode, NULL);
      bary_changes_add (changes, record);
      return TRUE;
    }
  record = bary_store_get (bary_session_get_store (self->session), BARY_KIND_EXPERT_ASSIGNMENT, seat->id, NULL);
  if (record != NULL && mode != NULL)
    bary_changes_set (changes, record, "mode", mode);
  else if (record != NULL)
    bary_changes_remove (changes, record);
  return record != NULL;
}

static const char *
get_name (const char *mode)
{
  if (mode == NULL)
    return N_("Take an assignment away: %s");
  return g_str_equal (mode, "forbidden") ? N_("Forbid an expert: %s") : N_("Assign an expert: %s");
}

void
bary_scoring_matrix_seat (BaryScoringMatrix *self,
                          const char        *mode)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *title = NULL;
  guint row, expert, application;

  if (self->cells == NULL || !bary_expert_grid_get_cursor (self->grid, &row, &expert))
    return;
  application = bary_panel_table_get_application (self->cells, row);
  if (!bary_panel_table_is_settable (self->cells, row, expert) ||
      (mode == NULL && bary_panel_find_seat (self->panel, application, expert) == NULL))
    return;
  title = bary_panel_application_to_words (self->panel, application);
  if (add_change (self, changes, application, expert, mode))
    bary_session_commit (self->session, get_name (mode), title, changes);
}

/* Taken out of the scoring: the assignment is forbidden, and what was handed in is void and kept. */

static void
conflict_reasoned_cb (gpointer    data,
                      const char *reason)
{
  BaryScoringMatrix *self = data;
  BaryScoringPlace place = { self->session, self->panel };
  guint row;

  if (self->cells == NULL || !bary_expert_grid_get_cursor (self->grid, &row, &place.expert))
    return;
  place.application = bary_panel_table_get_application (self->cells, row);
  bary_scoring_declare (&place, reason);
}

void
bary_scoring_matrix_declare (BaryScoringMatrix *self)
{
  bary_reason_dialog_ask (GTK_WIDGET (self), _("Conflict of Interest"),
                          _("The expert does not score this application, and what was handed in is void. What is the conflict?"),
                          _("_Declare"), conflict_reasoned_cb);
}

static gboolean
has_seat (BaryScoringMatrix *self,
          guint              row,
          guint              expert)
{
  return bary_panel_find_seat (self->panel, bary_panel_table_get_application (self->cells, row), expert) != NULL;
}

/* What the grid says */

static void
moved_cb (BaryScoringMatrix *self)
{
  bary_scoring_matrix_show_answer (self);
}

static void
activated_cb (BaryScoringMatrix *self,
              guint              row,
              guint              expert)
{
  bary_scoring_matrix_seat (self, has_seat (self, row, expert) ? NULL : "by_hand");
  bary_scoring_matrix_show_answer (self);
}

static void
asked_cb (BaryScoringMatrix *self,
          guint              row,
          guint              expert)
{
  GdkRectangle place = bary_expert_grid_get_place (self->grid, row, expert);
  double x, y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  bary_seat_popover_show (self->popover, self->cells, row, expert, has_seat (self, row, expert));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->grid), FALSE);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
chosen_cb (BaryScoringMatrix *self,
           guint              row,
           guint              expert)
{
  bary_expert_grid_move (self->grid, row, expert);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
closed_cb (BaryScoringMatrix *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->grid), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

void
bary_scoring_matrix_add_cells (BaryScoringMatrix *self)
{
  self->popover = bary_seat_popover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
}

#include "bary-scoring-matrix-private.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* What a cell says */

static gboolean
is_previewed (BaryScoringMatrix *self,
              guint              application,
              guint              expert)
{
  for (guint i = 0; self->assignment != NULL && i < self->assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (self->assignment->pairs, BaryAssignmentPair, i);

      if (pair->expert == expert && g_array_index (self->draw->numbers, guint, pair->application) == application)
        return TRUE;
    }
  return FALSE;
}

/* One sign for each state, and what it means. */
static const char *
describe (BaryScoringMatrix  *self,
          guint               application,
          guint               expert,
          const char        **words)
{
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  int sheet = bary_panel_find_sheet (self->panel, application, expert);

  *words = _("free");
  if (bary_panel_find_conflict (self->panel, application, expert) != NULL)
    return *words = _("conflict of interest"), "✕";
  if (sheet >= 0 && bary_panel_sheet (self->panel, (guint) sheet)->state == BARY_SHEET_SUBMITTED)
    return *words = _("sheet handed in"), "✔";
  if (sheet >= 0)
    return *words = _("sheet begun"), "✎";
  if (seat != NULL && seat->mode == BARY_SEAT_FORBIDDEN)
    return *words = _("forbidden by hand"), "⊘";
  if (seat != NULL && seat->mode == BARY_SEAT_BY_HAND)
    return *words = _("set by hand"), "◆";
  if (self->assignment != NULL && is_previewed (self, application, expert))
    return *words = seat != NULL ? _("as before") : _("drawn, not written yet"), seat != NULL ? "●" : "○";
  if (bary_panel_expert (self->panel, expert)->commission)
    return *words = _("scored at the presentation"), "";
  if (seat != NULL)
    return *words = self->assignment != NULL ? _("goes with the draw") : _("by the draw"), self->assignment != NULL ? "–" : "●";
  return "";
}

static void
show_answer (BaryScoringMatrix *self,
             guint              application,
             guint              expert)
{
  const BaryInterest *conflict = bary_panel_find_conflict (self->panel, application, expert);
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autofree char *reason = conflict != NULL ? bary_interest_to_words (conflict) : NULL;
  g_autofree char *text = NULL;
  const char *state;

  describe (self, application, expert, &state);
  text = g_strdup_printf ("%s — %s: %s%s%s", bary_panel_expert (self->panel, expert)->name, title, reason != NULL ? reason : state,
                          seat != NULL && seat->note != NULL ? ". " : "", seat != NULL && seat->note != NULL ? seat->note : "");
  gtk_label_set_label (self->answer, text);
}

/* Setting by hand */

static void
set_by_hand (BaryScoringMatrix *self,
             guint              application,
             guint              expert)
{
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) record = NULL;

  show_answer (self, application, expert);
  if (bary_panel_expert (self->panel, expert)->commission || bary_panel_find_conflict (self->panel, application, expert) != NULL ||
      bary_panel_find_sheet (self->panel, application, expert) >= 0 || self->panel->finished)
    return;
  if (seat == NULL)
    {
      record = bary_record_new (BARY_KIND_EXPERT_ASSIGNMENT, NULL);
      bary_record_set_all (record, "expert", bary_panel_expert (self->panel, expert)->id, "application",
                           bary_panel_application (self->panel, application)->id, "mode", "by_hand", NULL);
      bary_changes_add (changes, record);
    }
  else
    {
      record = bary_store_get (bary_session_get_store (self->session), BARY_KIND_EXPERT_ASSIGNMENT, seat->id, NULL);
      if (record == NULL)
        return;
      bary_changes_remove (changes, record);
    }
  bary_session_commit (self->session, seat == NULL ? N_("Assign an expert: %s") : N_("Take an assignment away: %s"), title, changes);
}

/* Cells */

guint
bary_scoring_matrix_get_row (GtkListItem *item)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (gtk_list_item_get_item (item)), NULL, 10);
}

static guint
get_column (GObject *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (cell, "expert"));
}

static void
clicked_cb (BaryScoringMatrix *self,
            GtkWidget         *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (self->panel != NULL && gtk_list_item_get_item (item) != NULL)
    set_by_hand (self, bary_scoring_matrix_get_row (item), get_column (G_OBJECT (button)));
}

static void
focused_cb (BaryScoringMatrix *self,
            GParamSpec        *pspec,
            GtkWidget         *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (self->panel != NULL && gtk_widget_has_focus (button) && gtk_list_item_get_item (item) != NULL)
    show_answer (self, bary_scoring_matrix_get_row (item), get_column (G_OBJECT (button)));
}

void
bary_scoring_matrix_setup_cell (GtkSignalListItemFactory *factory,
                                GtkListItem              *item,
                                BaryScoringMatrix        *self)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_size_request (button, -1, BARY_MATRIX_ROW_HEIGHT);
  g_object_set_data (G_OBJECT (button), "item", item);
  g_object_set_data (G_OBJECT (button), "expert", g_object_get_data (G_OBJECT (factory), "expert"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

void
bary_scoring_matrix_fill_cell (BaryScoringMatrix *self,
                               GtkListItem       *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  guint application = bary_scoring_matrix_get_row (item), expert = get_column (G_OBJECT (button));
  const char *words;
  const char *sign = describe (self, application, expert, &words);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", title, bary_panel_expert (self->panel, expert)->name, words);

  gtk_button_set_label (GTK_BUTTON (button), sign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

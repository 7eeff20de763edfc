#include "bary-scoring-desk-private.h"

#include "bary-config.h"
#include "bary-panel-results.h"
#include "bary-scoring-criterion.h"
#include "bary-scoring-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryScoringDesk, bary_scoring_desk, ADW_TYPE_BIN)

/* Where one is */

gboolean
bary_scoring_desk_find_place (BaryScoringDesk  *self,
            BaryScoringPlace *place)
{
  int expert = self->panel != NULL ? bary_panel_find_expert (self->panel, self->expert) : -1;
  int application = expert >= 0 ? bary_panel_find_application (self->panel, self->application) : -1;

  *place = (BaryScoringPlace) { self->session, self->panel, (guint) MAX (application, 0), (guint) MAX (expert, 0) };
  return application >= 0;
}

GArray *
bary_scoring_desk_list_applications (BaryScoringDesk *self)
{
  guint expert = (guint) MAX (bary_panel_find_expert (self->panel, self->expert), 0);
  GArray *list = self->panel->experts->len > 0 ? bary_panel_list_assigned (self->panel, expert) : g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->panel->applications->len; i++)
    if (bary_panel_is_taken_back (self->panel, i, expert))
      g_array_append_val (list, i);
  for (guint i = list->len; i > 0; i--)
    if (bary_panel_find_conflict (self->panel, g_array_index (list, guint, i - 1), expert) != NULL)
      g_array_remove_index (list, i - 1);
  return list;
}

int
bary_scoring_desk_find_in_list (const GArray *list,
                                guint         application)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, guint, i) == application)
      return (int) i;
  return -1;
}

/* What is shown */

/* Who types it again is not to see the first typing, here neither. */
static gboolean
is_typed_from_paper (const BaryPanel *panel,
                     int              sheet)
{
  return sheet >= 0 && bary_panel_sheet (panel, (guint) sheet)->state == BARY_SHEET_DRAFT && !bary_panel_is_at_desk (panel, (guint) sheet);
}

static void
show_criteria (BaryScoringDesk        *self,
               const BaryScoringPlace *place,
               int                     sheet)
{
  gboolean taken_back = bary_panel_is_taken_back (self->panel, place->application, place->expert);
  gboolean editable = !taken_back && (sheet < 0 || bary_panel_is_at_desk (self->panel, (guint) sheet));
  gboolean on_paper = is_typed_from_paper (self->panel, sheet);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint i = bary_scoring_criterion_get_number (BARY_SCORING_CRITERION (child));

      bary_scoring_criterion_show (BARY_SCORING_CRITERION (child),
                                   sheet >= 0 && !on_paper ? &bary_panel_get_marks (self->panel, (guint) sheet)[i] : NULL,
                                   sheet >= 0 && !on_paper ? bary_panel_get_remarks (self->panel, (guint) sheet)[i].comment : NULL,
                                   editable);
    }
  gtk_widget_set_visible (self->hand_in, editable);
  gtk_widget_set_visible (self->revise, !editable && !on_paper && !taken_back);
  gtk_widget_set_visible (self->declare, editable);
}

/* One's own total, and what the others gave as soon as all have handed in. */
static void
show_total (BaryScoringDesk        *self,
            const BaryScoringPlace *place,
            int                     sheet)
{
  g_autoptr (BaryPanelResults) results = bary_panel_results_new (self->panel);
  g_autofree char *words = NULL;
  BaryMarkedSheet marked = { "", sheet >= 0 ? bary_panel_get_marks (self->panel, (guint) sheet) : NULL };
  BaryScore score = { .fault = BARY_SCORE_NO_SHEETS, .value = BARY_FRACTION_ZERO };

  if (sheet >= 0 && !is_typed_from_paper (self->panel, sheet))
    bary_score_sheet (&self->panel->rules, &marked, NULL, &score);
  words = sheet >= 0 && !is_typed_from_paper (self->panel, sheet) ? bary_score_to_words (&score, &self->panel->rules) : g_strdup ("");
  gtk_label_set_label (self->total, words);
  gtk_label_set_label (self->note, is_typed_from_paper (self->panel, sheet) ? _("This sheet came on paper and is being typed.") : "");
  if (bary_panel_is_taken_back (self->panel, place->application, place->expert))
    {
      gtk_label_set_label (self->note, _("The organiser has taken this application back. Your sheet stays here as it is."));
      return;
    }
  if (sheet < 0 || bary_panel_sheet (self->panel, (guint) sheet)->state != BARY_SHEET_SUBMITTED)
    return;
  if (!bary_panel_is_open (self->panel, place->application))
    {
      gtk_label_set_label (self->note, _("Handed in. What the others gave is shown when all have handed in."));
      return;
    }
  for (guint i = 0; i < results->results->len; i++)
    if (bary_panel_result (results, i)->application == place->application)
      {
        g_autofree char *explanation = bary_panel_results_explain (results, i);

        gtk_label_set_label (self->note, explanation);
      }
}

static void
show_progress (BaryScoringDesk        *self,
               const BaryScoringPlace *place)
{
  guint assigned, submitted;
  g_autofree char *words = NULL;

  bary_panel_count (self->panel, place->expert, &assigned, &submitted);
  /* Translators: 1: sheets handed in, 2: applications assigned to an expert */
  words = g_strdup_printf (_("%1$u of %2$u"), submitted, assigned);
  gtk_label_set_label (self->progress, words);
}

static void
refresh (BaryScoringDesk *self)
{
  BaryScoringPlace place;
  gboolean found = bary_scoring_desk_find_place (self, &place);
  int sheet = found ? bary_panel_find_sheet (self->panel, place.application, place.expert) : -1;
  g_autofree char *title = found ? bary_panel_application_to_words (self->panel, place.application) : g_strdup ("");

  gtk_widget_set_visible (self->empty, !found);
  gtk_widget_set_visible (self->work, found);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->progress, "");
  if (self->panel == NULL || bary_panel_find_expert (self->panel, self->expert) < 0)
    return;
  place.expert = (guint) bary_panel_find_expert (self->panel, self->expert);
  show_progress (self, &place);
  if (!found)
    return;
  show_criteria (self, &place, sheet);
  show_total (self, &place, sheet);
}

void
bary_scoring_desk_show_application (BaryScoringDesk *self,
                  const char      *id)
{
  if (g_strcmp0 (self->application, id) != 0)
    {
      bary_scoring_desk_flush (self);
      g_free (self->application);
      self->application = g_strdup (id);
      if (id != NULL)
        bary_scoring_text_show (self->text, bary_session_get_store (self->session), self->panel->id, id);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->reading), 0);
    }
  refresh (self);
}

/* The one that is shown, else the first that is not handed in. */
static void
show_any (BaryScoringDesk *self)
{
  g_autoptr (GArray) list = bary_scoring_desk_list_applications (self);
  int expert = bary_panel_find_expert (self->panel, self->expert);
  int shown = bary_panel_find_application (self->panel, self->application);
  guint chosen = shown >= 0 && bary_scoring_desk_find_in_list (list, (guint) shown) >= 0 ? (guint) shown : G_MAXUINT;

  for (guint i = 0; i < list->len && chosen == G_MAXUINT; i++)
    {
      int sheet = bary_panel_find_sheet (self->panel, g_array_index (list, guint, i), (guint) expert);

      if (sheet < 0 || bary_panel_sheet (self->panel, (guint) sheet)->state == BARY_SHEET_DRAFT)
        chosen = g_array_index (list, guint, i);
    }
  if (chosen == G_MAXUINT && list->len > 0)
    chosen = g_array_index (list, guint, 0);
  bary_scoring_desk_show_application (self, chosen != G_MAXUINT ? bary_panel_application (self->panel, chosen)->id : NULL);
}

/* What is done */

static void
marked_cb (BaryScoringDesk      *self,
           const char           *mark,
           BaryScoringCriterion *criterion)
{
  BaryScoringPlace place;

  if (bary_scoring_desk_find_place (self, &place))
    bary_scoring_set_mark (&place, bary_scoring_criterion_get_number (criterion), mark);
}

static void
commented_cb (BaryScoringDesk      *self,
              const char           *comment,
              BaryScoringCriterion *criterion)
{
  BaryScoringPlace place;

  if (bary_scoring_desk_find_place (self, &place))
    bary_scoring_set_comment (&place, bary_scoring_criterion_get_number (criterion), comment);
}

static void
expert_chosen_cb (BaryScoringDesk *self)
{
  guint selected = gtk_drop_down_get_selected (self->experts);

  if (self->filling || self->panel == NULL || selected >= self->panel->experts->len)
    return;
  bary_scoring_desk_flush (self);
  g_free (self->expert);
  self->expert = g_strdup (bary_panel_expert (self->panel, selected)->id);
  show_any (self);
}

/* Another state of the contest */

static gboolean
are_listed (BaryScoringDesk *self)
{
  GListModel *names = gtk_drop_down_get_model (self->experts);
  gboolean same = names != NULL && g_list_model_get_n_items (names) == self->panel->experts->len;

  for (guint i = 0; same && i < self->panel->experts->len; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), bary_panel_expert (self->panel, i)->name);
  return same;
}

static void
fill_experts (BaryScoringDesk *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = (guint) MAX (bary_panel_find_expert (self->panel, self->expert), 0);

  for (guint i = 0; i < self->panel->experts->len; i++)
    gtk_string_list_append (names, bary_panel_expert (self->panel, i)->name);
  if (!are_listed (self))
    gtk_drop_down_set_model (self->experts, G_LIST_MODEL (names));
  if (self->panel->experts->len == 0)
    return;
  gtk_drop_down_set_selected (self->experts, chosen);
  g_free (self->expert);
  self->expert = g_strdup (bary_panel_expert (self->panel, chosen)->id);
}

static void
build_criteria (BaryScoringDesk *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria))) != NULL)
    gtk_box_remove (self->criteria, child);
  for (guint i = 0; i < self->panel->criteria->len; i++)
    {
      child = bary_scoring_criterion_new (self->panel, i);
      g_signal_connect_object (child, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (child, "commented", G_CALLBACK (commented_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->criteria, child);
    }
}

void
bary_scoring_desk_show (BaryScoringDesk *self,
                        BarySession     *session,
                        const BaryPanel *panel,
                        gboolean         guest)
{
  gboolean other = panel != NULL && g_strcmp0 (self->built, panel->id) != 0;

  g_set_object (&self->session, session);
  self->panel = panel;
  if (panel == NULL)
    return;
  self->filling = TRUE;
  fill_experts (self);
  if (other)
    build_criteria (self);
  self->filling = FALSE;
  g_free (self->built);
  self->built = g_strdup (panel->id);
  gtk_widget_set_visible (self->send, guest);
  gtk_widget_set_sensitive (GTK_WIDGET (self->experts), !guest);
  show_any (self);
}

void
bary_scoring_desk_flush (BaryScoringDesk *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->criteria)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    bary_scoring_criterion_flush (BARY_SCORING_CRITERION (child));
}

static void
bary_scoring_desk_dispose (GObject *object)
{
  BaryScoringDesk *self = BARY_SCORING_DESK (object);

  self->panel = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->expert, g_free);
  g_clear_pointer (&self->application, g_free);
  g_clear_pointer (&self->built, g_free);

  G_OBJECT_CLASS (bary_scoring_desk_parent_class)->dispose (object);
}

static void
bary_scoring_desk_class_init (BaryScoringDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_desk_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-scoring-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, experts);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, send);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, progress);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, title);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, empty);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, work);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, reading);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, text);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, criteria);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, note);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, total);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, declare);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, revise);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringDesk, hand_in);
  gtk_widget_class_bind_template_callback (widget_class, expert_chosen_cb);
  bary_scoring_desk_install_acts (widget_class);
}

static void
bary_scoring_desk_init (BaryScoringDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

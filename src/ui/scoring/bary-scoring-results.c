#include "bary-scoring-results.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-decision-dialog.h"
#include "bary-scoring-papers.h"
#include "bary-scoring-figures.h"
#include "bary-signature-row.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

struct _BaryScoringResults {
  AdwBin     parent_instance;

  GtkWidget   *page;    /* anew for each state */
  BarySession *session; /* owned */
  char        *contest; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BaryScoringResults, bary_scoring_results, ADW_TYPE_BIN)

/* The ranking */

/* @moment: a day, and a time where it is known */
static char *
write_moment (const char *moment)
{
  g_auto (GStrv) parts = g_strsplit (moment, " ", 2);
  g_autofree char *day = bary_date_to_words (parts[0]);

  return parts[1] != NULL ? g_strdup_printf ("%s, %s", day, parts[1]) : g_steal_pointer (&day);
}

static void
add_sheets (const BaryPanelResults *results,
            const BaryResult       *result,
            AdwExpanderRow         *row)
{
  for (guint i = result->first; i < result->first + result->n_shown; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_results_get_sheet (results, i);
      g_autofree char *addends = bary_panel_results_explain_sheet (results, i);
      g_autofree char *total = bary_score_to_words (&g_array_index (results->totals, BaryScore, i), &results->panel->rules);
      g_autofree char *when = sheet != NULL && sheet->submitted != NULL ? write_moment (sheet->submitted) : g_strdup ("");
      g_autofree char *words = sheet == NULL
                                 ? g_steal_pointer (&addends)
                                 /* Translators: 1: addends, 2: the number of a revision, 3: a day and a time */
                                 : g_strdup_printf (_("%1$s · revision %2$u, handed in %3$s"), addends, sheet->revision, when);

      adw_expander_row_add_row (row, bary_scoring_make_row (bary_panel_results_get_name (results, i), words, total));
    }
}

static void
add_ranking_row (const BaryPanelResults *results,
                 const BaryRankingRow   *place,
                 AdwPreferencesGroup    *group)
{
  const BaryResult *result = bary_panel_result (results, place->entry);
  g_autofree char *title = bary_panel_application_to_words (results->panel, result->application);
  g_autofree char *decided = bary_ranking_to_words (place, &results->panel->rules, (const BaryTieRule *) results->panel->steps->data);
  g_autofree char *why = bary_panel_results_explain (results, place->entry);
  g_autofree char *total = bary_score_to_words (&result->total.score, &results->panel->rules);
  g_autofree char *words = g_str_equal (why, total) ? g_strdup (decided) : g_strdup_printf ("%s; %s", decided, why);
  g_autofree char *number = place->place > 0 ? g_strdup_printf ("%u", place->place) : g_strdup ("–");
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *figure = gtk_label_new (result->total.lacks_third ? _("third expert needed") : total);
  GtkWidget *prefix = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  gtk_label_set_width_chars (GTK_LABEL (prefix), 3);
  gtk_widget_add_css_class (prefix, "numeric");
  gtk_widget_add_css_class (figure, results->winners[place->entry] ? "success" : "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), prefix);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), figure);
  add_sheets (results, result, ADW_EXPANDER_ROW (row));
  adw_preferences_group_add (group, row);
}

static char *
describe_line (const BaryPanel *panel)
{
  g_autofree char *mark = panel->line.has_pass_mark ? bary_fraction_to_words (&panel->line.pass_mark) : NULL;

  if (panel->line.n_places > 0 && mark != NULL)
    /* Translators: 1: a number of places, 2: a mark */
    return g_strdup_printf (_("Green: places %1$u, and a total from %2$s"), panel->line.n_places, mark);
  if (mark != NULL)
    return g_strdup_printf (_("Green: a total from %s"), mark);
  return panel->line.n_places > 0 ? g_strdup_printf (_("Green: the first %u"), panel->line.n_places) : NULL;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
add_buttons (AdwPreferencesGroup    *group,
             const BaryPanelResults *results)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), bary_scoring_papers_make_button ());
  if (results->panel->order_number == NULL)
    gtk_box_append (GTK_BOX (box), make_button (_("_Decide…"), "results.decide"));
  adw_preferences_group_set_header_suffix (group, box);
}

static void
show_ranking (BaryScoringResults     *self,
              const BaryPanelResults *results)
{
  g_autofree char *line = describe_line (results->panel);
  AdwPreferencesGroup *group = bary_scoring_add_group (ADW_PREFERENCES_PAGE (self->page), _("Ranking"), line);

  add_buttons (group, results);
  for (guint i = 0; i < results->rows->len; i++)
    add_ranking_row (results, &g_array_index (results->rows, BaryRankingRow, i), group);
}

/* The order that decided it, with the signatures under it. */
static void
show_order (BaryScoringResults *self,
            const BaryPanel    *panel)
{
  g_autofree char *day = panel->order_date != NULL ? bary_date_to_words (panel->order_date) : NULL;
  /* Translators: 1: the number of an order, 2: a day */
  g_autofree char *title = day != NULL ? g_strdup_printf (_("Order No. %1$s of %2$s"), panel->order_number, day)
                                       : g_strdup_printf (_("Order No. %s"), panel->order_number);
  AdwPreferencesGroup *group = bary_scoring_add_group (ADW_PREFERENCES_PAGE (self->page), title,
                                                       _("An order that was signed elsewhere has its signature kept here."));
  g_autoptr (GPtrArray) signatures = bary_signature_rows_new (self->session, BARY_KIND_CONTEST, panel->id);

  adw_preferences_group_set_header_suffix (group, bary_signature_button_new (self->session, BARY_KIND_CONTEST, panel->id));
  for (guint i = 0; i < signatures->len; i++)
    adw_preferences_group_add (group, signatures->pdata[i]);
}

/* What follows */

static void
decide_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryScoringResults *self = BARY_SCORING_RESULTS (widget);

  if (self->contest != NULL)
    bary_decision_dialog_ask (widget, self->session, self->contest);
}

static void
papers_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryScoringResults *self = BARY_SCORING_RESULTS (widget);

  if (self->contest != NULL)
    bary_scoring_papers_save (widget, self->session, self->contest, g_variant_get_string (parameter, NULL));
}

void
bary_scoring_results_show (BaryScoringResults *self,
                           BarySession        *session,
                           const BaryPanel    *panel)
{
  g_autoptr (BaryPanelResults) results = panel != NULL ? bary_panel_results_new (panel) : NULL;

  g_set_object (&self->session, session);
  g_free (self->contest);
  self->contest = g_strdup (panel != NULL ? panel->id : NULL);
  self->page = adw_preferences_page_new ();
  adw_bin_set_child (ADW_BIN (self), self->page);
  if (results == NULL)
    return;
  show_ranking (self, results);
  if (panel->order_number != NULL)
    show_order (self, panel);
  bary_scoring_figures_show (ADW_PREFERENCES_PAGE (self->page), results);
}

static void
bary_scoring_results_dispose (GObject *object)
{
  BaryScoringResults *self = BARY_SCORING_RESULTS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);

  G_OBJECT_CLASS (bary_scoring_results_parent_class)->dispose (object);
}

static void
bary_scoring_results_class_init (BaryScoringResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_results_dispose;

  gtk_widget_class_install_action (widget_class, "results.decide", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "results.papers", "s", papers_cb);
}

static void
bary_scoring_results_init (BaryScoringResults *self)
{
}

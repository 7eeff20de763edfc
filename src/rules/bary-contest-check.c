#include "bary-contest-check.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define MOST_MARKS 100 /* nobody describes more of a scale */

static void
free_fault (gpointer data)
{
  g_free (((BaryContestFault *) data)->words);
  g_free (data);
}

static void G_GNUC_PRINTF (4, 5)
add (GPtrArray       *faults,
     BaryContestPart  part,
     gboolean         grave,
     const char      *format,
     ...)
{
  BaryContestFault *fault = g_new0 (BaryContestFault, 1);
  va_list args;

  fault->part = part;
  fault->grave = grave;
  va_start (args, format);
  fault->words = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (faults, fault);
}

/* The rules */

/* Of the experts that the contest asks for, and of the commission what counts as one more. */
static guint
count_sheets (const BaryPanel *panel)
{
  guint n = panel->need + (panel->commission == BARY_COMMISSION_VOTE);

  for (guint i = 0; i < panel->experts->len && panel->commission == BARY_COMMISSION_SHEET; i++)
    n += bary_panel_expert (panel, i)->commission;
  return n;
}

/* Returns: FALSE if no total has a greatest value */
static gboolean
find_greatest_total (const BaryPanel *panel,
                     BaryFraction    *most)
{
  BaryFraction n_sheets = BARY_FRACTION_OF (count_sheets (panel));

  return bary_score_find_most (&panel->rules, most) &&
         (panel->rules.combination != BARY_COMBINE_SUM || bary_fraction_multiply (most, &n_sheets));
}

static void
check_line (const BaryPanel *panel,
            GPtrArray       *faults)
{
  g_autofree char *mark = bary_fraction_to_words (&panel->line.pass_mark);
  g_autofree char *greatest = NULL;
  BaryFraction most;

  if (!panel->line.has_pass_mark && panel->line.n_places == 0)
    add (faults, BARY_CONTEST_RULES, FALSE,
         _("There is neither a pass mark nor a number of places: everybody with a total gets the status"));
  if (!panel->line.has_pass_mark || panel->criteria->len == 0 || !find_greatest_total (panel, &most) ||
      bary_fraction_compare (&panel->line.pass_mark, &most) <= 0)
    return;
  greatest = bary_fraction_to_words (&most);
  /* Translators: 1, 2: numbers */
  add (faults, BARY_CONTEST_RULES, TRUE, _("The pass mark %1$s is above the greatest total %2$s: nobody can reach it"), mark, greatest);
}

static void
check_rules (const BaryPanel *panel,
             GPtrArray       *faults)
{
  check_line (panel, faults);
  if (panel->rules.combination == BARY_COMBINE_TRIMMED && 2 * panel->rules.trimmed >= panel->need)
    add (faults, BARY_CONTEST_RULES, TRUE,
         _("Leaving out sheets at each end leaves none: ask for more experts, or leave out fewer"));
  if (panel->has_divergence && panel->need < 2)
    add (faults, BARY_CONTEST_RULES, TRUE, _("A divergence needs two sheets to compare: ask for two experts at least"));
  if (panel->has_divergence && panel->divergence.metric == BARY_DIVERGENCE_VERDICTS && !panel->line.has_pass_mark)
    add (faults, BARY_CONTEST_RULES, TRUE, _("Opposite verdicts are told by the pass mark: fill it in"));
}

/* The form */

static gboolean
has_twins (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      if (g_str_equal (words[i], words[j]))
        return TRUE;
  return FALSE;
}

static void
check_field (const BaryFormField *field,
             GPtrArray           *faults)
{
  BaryFraction least, most;

  if (field->kind == BARY_FORM_CHOICE && g_strv_length (field->options) < 2)
    add (faults, BARY_CONTEST_FORM, TRUE, _("The choice “%s” has fewer than two choices: write one a line"), field->name);
  if (has_twins (field->options))
    /* Translators: %s: a field */
    add (faults, BARY_CONTEST_FORM, FALSE, _("“%s” has two choices or columns of one name"), field->name);
  if (field->least != NULL && field->most != NULL && bary_fraction_parse (field->least, &least) &&
      bary_fraction_parse (field->most, &most) && bary_fraction_compare (&least, &most) > 0)
    add (faults, BARY_CONTEST_FORM, TRUE, _("The least number of “%s” is above the greatest: exchange them"), field->name);
}

static void
check_section (const BaryFormSection *section,
               GPtrArray             *faults)
{
  if (section->fields->len == 0)
    add (faults, BARY_CONTEST_FORM, TRUE, _("The section “%s” asks nothing: add a field, or remove it"), section->name);
  for (guint i = 0; i < section->fields->len; i++)
    {
      const BaryFormField *field = section->fields->pdata[i];

      check_field (field, faults);
      for (guint j = 0; j < i; j++)
        if (g_str_equal (((BaryFormField *) section->fields->pdata[j])->name, field->name))
          /* Translators: 1: a field, 2: a section */
          add (faults, BARY_CONTEST_FORM, FALSE, _("“%1$s” is asked twice in “%2$s”"), field->name, section->name);
    }
}

static void
check_form (const BaryContestForm *form,
            GPtrArray             *faults)
{
  if (form->sections->len == 0)
    add (faults, BARY_CONTEST_FORM, TRUE, _("The form has no section yet: add one"));
  for (guint i = 0; i < form->sections->len; i++)
    check_section (form->sections->pdata[i], faults);
}

/* Stages */

static void
check_stages (const GArray *stages,
              GPtrArray    *faults)
{
  gboolean taken_in = FALSE;

  for (guint i = 0; i < stages->len; i++)
    {
      const BaryContestStageDays *stage = &g_array_index (stages, BaryContestStageDays, i);
      const BaryContestStageDays *before = i > 0 ? stage - 1 : NULL;

      taken_in |= stage->submission;
      if (stage->submission && stage->to == NULL)
        add (faults, BARY_CONTEST_STAGES, TRUE, _("“%s” has no last day, so nothing is ever late"), stage->name);
      if (stage->from != NULL && stage->to != NULL && g_strcmp0 (stage->to, stage->from) < 0)
        add (faults, BARY_CONTEST_STAGES, TRUE, _("“%s” ends before it begins"), stage->name);
      if (before != NULL && stage->from != NULL && before->from != NULL && g_strcmp0 (stage->from, before->from) < 0)
        /* Translators: 1, 2: stages of a contest */
        add (faults, BARY_CONTEST_STAGES, FALSE, _("“%1$s” begins before “%2$s”, which stands above it"), stage->name, before->name);
    }
  if (!taken_in)
    add (faults, BARY_CONTEST_STAGES, TRUE, _("No stage takes applications in: add one of the kind “Submission” with its days"));
}

/* Criteria */

static guint
count_levels (const BaryPanel    *panel,
              guint               criterion,
              const BaryFraction *mark)
{
  guint n = 0;

  for (guint i = 0; i < panel->levels->len; i++)
    {
      const BaryPanelLevel *level = &g_array_index (panel->levels, BaryPanelLevel, i);

      n += level->criterion == criterion && (mark == NULL || bary_fraction_compare (&level->mark, mark) == 0);
    }
  return n;
}

/* Marks are given by their descriptions: one without is out of reach. */
static void
check_marks (const BaryPanel *panel,
             guint            criterion,
             GPtrArray       *faults)
{
  const BaryCriterion *scale = bary_panel_scale (panel, criterion);
  const BaryFraction *step = &bary_panel_criterion (panel, criterion)->step;
  BaryFraction mark = scale->least;

  if (bary_fraction_compare (step, &BARY_FRACTION_ZERO) <= 0)
    return;
  for (guint i = 0; i < MOST_MARKS && bary_fraction_compare (&mark, &scale->most) <= 0; i++)
    {
      g_autofree char *words = bary_fraction_to_words (&mark);

      if (count_levels (panel, criterion, &mark) == 0)
        /* Translators: 1: a mark, 2: a criterion */
        add (faults, BARY_CONTEST_CRITERIA, TRUE, _("The mark %1$s of “%2$s” has no description, so nobody can give it"), words,
             scale->name);
      if (!bary_fraction_add (&mark, step))
        return;
    }
}

static void
check_levels (const BaryPanel *panel,
              guint            criterion,
              GPtrArray       *faults)
{
  const BaryCriterion *scale = bary_panel_scale (panel, criterion);

  for (guint i = 0; i < panel->levels->len; i++)
    {
      const BaryPanelLevel *level = &g_array_index (panel->levels, BaryPanelLevel, i);
      g_autofree char *mark = bary_fraction_to_words (&level->mark);

      if (level->criterion != criterion)
        continue;
      if (bary_fraction_compare (&level->mark, &scale->least) < 0 || bary_fraction_compare (&level->mark, &scale->most) > 0)
        /* Translators: 1: a mark, 2: a criterion */
        add (faults, BARY_CONTEST_CRITERIA, TRUE, _("The mark %1$s is described, but lies outside the scale of “%2$s”"), mark, scale->name);
      if (i > 0 && level[-1].criterion == criterion && bary_fraction_compare (&level[-1].mark, &level->mark) == 0)
        /* Translators: 1: a mark, 2: a criterion */
        add (faults, BARY_CONTEST_CRITERIA, TRUE, _("The mark %1$s of “%2$s” is described twice"), mark, scale->name);
    }
}

static void
check_criterion (const BaryPanel *panel,
                 guint            i,
                 GPtrArray       *faults)
{
  const BaryCriterion *scale = bary_panel_scale (panel, i);
  const BaryPanelCriterion *criterion = bary_panel_criterion (panel, i);

  if (!scale->independent && bary_fraction_compare (&scale->weight, &BARY_FRACTION_ZERO) <= 0)
    add (faults, BARY_CONTEST_CRITERIA, TRUE, _("“%s” weighs nothing: give it a weight, or say that it is only shown"), scale->name);
  if (count_levels (panel, i, NULL) == 0)
    add (faults, BARY_CONTEST_CRITERIA, FALSE, _("No mark of “%s” has a description: experts type a number"), scale->name);
  else
    check_marks (panel, i, faults);
  check_levels (panel, i, faults);
  if ((criterion->has_below && bary_fraction_compare (&criterion->comment_below, &scale->least) <= 0) ||
      (criterion->has_above && bary_fraction_compare (&criterion->comment_above, &scale->most) >= 0))
    add (faults, BARY_CONTEST_CRITERIA, FALSE, _("No mark of “%s” lies beyond its limit for comments"), scale->name);
}

/* Weights below one are shares of a whole. */
static void
check_weights (const BaryPanel *panel,
               GPtrArray       *faults)
{
  BaryFraction one = BARY_FRACTION_OF (1), sum = BARY_FRACTION_ZERO;
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < panel->scales->len; i++)
    {
      const BaryCriterion *scale = bary_panel_scale (panel, i);

      if (scale->independent)
        continue;
      n++;
      if (bary_fraction_compare (&scale->weight, &one) >= 0 || !bary_fraction_add (&sum, &scale->weight))
        return;
    }
  words = bary_fraction_to_words (&sum);
  if (n > 1 && bary_fraction_compare (&sum, &one) != 0)
    /* Translators: %s: a number */
    add (faults, BARY_CONTEST_CRITERIA, FALSE, _("The weights are shares, but come to %s and not to 1"), words);
}

static void
check_criteria (const BaryPanel *panel,
                GPtrArray       *faults)
{
  if (panel->criteria->len == 0)
    add (faults, BARY_CONTEST_CRITERIA, TRUE, _("There is no criterion yet: add one"));
  else
    check_weights (panel, faults);
  for (guint i = 0; i < panel->criteria->len; i++)
    check_criterion (panel, i, faults);
}

/* Equal totals */

static void
check_ties (const BaryPanel *panel,
            GPtrArray       *faults)
{
  if (panel->steps->len == 0)
    add (faults, BARY_CONTEST_TIES, FALSE, _("Equal totals share a place: no step tells them apart"));
  for (guint i = 0; i < panel->steps->len; i++)
    {
      const BaryTieRule *steps = (const BaryTieRule *) panel->steps->data;
      const BaryTieRule *step = &steps[i];

      if (step->kind == BARY_TIE_DRAW && i + 1 < panel->steps->len)
        add (faults, BARY_CONTEST_TIES, TRUE, _("What comes after the draw never decides: move the draw to the end"));
      for (guint j = 0; j < i && step->kind == BARY_TIE_CRITERION; j++)
        if (steps[j].kind == BARY_TIE_CRITERION && steps[j].criterion == step->criterion)
          add (faults, BARY_CONTEST_TIES, FALSE, _("“%s” stands twice among the steps"), bary_panel_scale (panel, step->criterion)->name);
    }
}

GPtrArray *
bary_contest_check (const BaryContestForm *form,
                    const BaryPanel       *panel,
                    const GArray          *stages)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (free_fault);

  check_rules (panel, faults);
  check_form (form, faults);
  check_stages (stages, faults);
  check_criteria (panel, faults);
  check_ties (panel, faults);
  return faults;
}

#include "bary-agreement-words.h"
#include "bary-command.h"
#include "bary-concordance.h"
#include "bary-config.h"
#include "bary-figures.h"
#include "bary-fleiss.h"
#include "bary-icc.h"
#include "bary-krippendorff.h"
#include "bary-mark-file.h"

#include <glib/gi18n-lib.h>

static void
add_word (BaryFigures *words,
          const char  *name,
          const char  *sentence)
{
  json_object_set_string_member (words->object, name, sentence);
}

static void
add_alpha (BaryFigures     *figures,
           BaryFigures     *words,
           const BaryMarks *marks)
{
  static const char *const names[BARY_N_METRICS] = { "nominal", "ordinal", "interval", "ratio" };
  BaryFigures alpha = bary_figures_begin (figures, "alpha");
  BaryMeasure measures[BARY_N_METRICS];

  bary_krippendorff_compute (marks, measures);
  for (BaryMetric i = 0; i < BARY_N_METRICS; i++)
    bary_figures_add_measure (&alpha, names[i], &measures[i]);
  add_word (words, "alpha", bary_krippendorff_to_words (&measures[BARY_METRIC_INTERVAL]));
}

static const char *const icc_names[BARY_N_ICCS] = { "icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k" };

static void
add_test (BaryFigures   *figures,
          const char    *name,
          const BaryIcc *icc)
{
  BaryFigures test = bary_figures_begin (figures, name);

  json_object_set_double_member (test.object, "f", icc->f);
  json_object_set_double_member (test.object, "df1", icc->df1);
  json_object_set_double_member (test.object, "df2", icc->df2);
  json_object_set_double_member (test.object, "p", icc->p);
  json_object_set_double_member (test.object, "low", icc->low);
  json_object_set_double_member (test.object, "high", icc->high);
}

static void
add_icc (BaryFigures     *figures,
         BaryFigures     *words,
         const BaryMarks *marks)
{
  BaryFigures icc = bary_figures_begin (figures, "icc");
  BaryFigures tests = bary_figures_begin (figures, "icc_tests");
  BaryIccTable table;

  bary_icc_compute (marks, &table);
  for (BaryIccForm i = 0; i < BARY_N_ICCS; i++)
    {
      const BaryIcc *form = &table.forms[i];

      bary_figures_add_measure (&icc, icc_names[i], &form->value);
      if (form->test_fault == BARY_MEASURE_KNOWN)
        add_test (&tests, icc_names[i], form);
      else
        bary_figures_add (&tests, icc_names[i], form->test_fault, 0);
    }
  add_word (words, "icc", bary_icc_to_words (&table.forms[BARY_ICC_1K].value));
}

static void
add_kendall (BaryFigures     *figures,
             BaryFigures     *words,
             const BaryMarks *marks)
{
  BaryFigures kendall = bary_figures_begin (figures, "kendall");
  BaryConcordance concordance;

  bary_concordance_compute (marks, &concordance);
  bary_figures_add_measure (&kendall, "w", &concordance.w);
  bary_figures_add (&kendall, "chi2", concordance.w.fault, concordance.chi_squared);
  bary_figures_add (&kendall, "df", concordance.w.fault, concordance.df);
  bary_figures_add (&kendall, "p", concordance.w.fault, concordance.p);
  add_word (words, "kendall", bary_concordance_to_words (&concordance.w, concordance.p));
}

static void
add_fleiss (BaryFigures     *figures,
            BaryFigures     *words,
            const BaryMarks *marks)
{
  BaryFigures member = bary_figures_begin (figures, "fleiss");
  BaryFleiss fleiss;

  bary_fleiss_compute (marks, &fleiss);
  bary_figures_add_measure (&member, "kappa", &fleiss.kappa);
  bary_figures_add (&member, "z", fleiss.kappa.fault, fleiss.z);
  bary_figures_add (&member, "p", fleiss.kappa.fault, fleiss.p);
  add_word (words, "fleiss", bary_fleiss_to_words (&fleiss.kappa));
}

static gboolean
run_agreement (BaryCall  *call,
               GError   **error)
{
  g_autoptr (BaryMarkFile) file = bary_mark_file_read (call->operands[0], error);
  BaryFigures figures, words;

  if (file == NULL)
    return FALSE;

  figures = (BaryFigures) BARY_FIGURES_INIT;
  words = bary_figures_begin (&figures, "words");
  add_alpha (&figures, &words, file->marks);
  add_icc (&figures, &words, file->marks);
  add_kendall (&figures, &words, file->marks);
  add_fleiss (&figures, &words, file->marks);
  bary_figures_print (&figures);
  return TRUE;
}

const BaryCommand bary_command_agreement = {
  "agreement", "TABLE.csv", N_("Tells how far experts agree about applications"),
  N_("The table has a row for each application and a column for each expert; the first row and the first column are their names, "
     "an empty cell is a mark that was not given. Prints JSON: Krippendorff’s alpha in four metrics, the intraclass correlation in "
     "six forms with tests and intervals of 95 %, Kendall’s W corrected for equal ranks, Fleiss’ kappa. “words” tells what "
     "they mean, of the alpha of intervals and of the mean of an application’s marks; what cannot be computed is null, and “notes” "
     "says why."),
  NULL, 1, 1, run_agreement
};

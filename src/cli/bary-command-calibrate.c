#include "bary-calibration-others.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-figures.h"
#include "bary-mark-file.h"
#include "bary-mixed-model.h"

#include <glib/gi18n-lib.h>

#define RIDGE 1

/* @measures: (transfer full): of each application */
static void
add_measures (BaryFigures        *figures,
              const char         *name,
              const BaryMarkFile *file,
              BaryMeasure        *measures)
{
  BaryFigures member = bary_figures_begin (figures, name);

  for (guint a = 0; a < file->applications->len; a++)
    bary_figures_add_measure (&member, file->applications->pdata[a], &measures[a]);
  g_free (measures);
}

/* @values: of each name
 * @components: G_MAXUINT where there are no marks */
static void
add_values (BaryFigures      *figures,
            const char       *name,
            const GPtrArray  *names,
            const double     *values,
            const guint      *components,
            BaryMeasureFault  fault)
{
  BaryFigures member = bary_figures_begin (figures, name);

  for (guint i = 0; i < names->len; i++)
    bary_figures_add (&member, names->pdata[i],
                      fault == BARY_MEASURE_KNOWN && components[i] == G_MAXUINT ? BARY_MEASURE_NO_MARKS : fault, values[i]);
}

static void
add_least_squares (BaryFigures            *figures,
                   const BaryMarkFile     *file,
                   const BaryLeastSquares *solution)
{
  add_values (figures, "least_squares", file->applications, solution->applications, solution->application_components,
              BARY_MEASURE_KNOWN);
  add_values (figures, "least_squares_experts", file->experts, solution->experts, solution->expert_components,
              BARY_MEASURE_KNOWN);
}

/* What others compute, for comparison. */
static void
add_others (BaryFigures            *figures,
            const BaryMarkFile     *file,
            const BaryLeastSquares *solution)
{
  g_autoptr (BaryLeastSquares) ridge = bary_least_squares_new (file->marks, RIDGE);
  g_autoptr (BaryScaledMarks) scaled = bary_scaled_marks_new (file->marks, solution);
  const guint *applications = solution->application_components, *experts = solution->expert_components;
  BaryFigures others = bary_figures_begin (figures, "others");
  BaryFigures member;

  add_values (&others, "ridge", file->applications, ridge->applications, applications, BARY_MEASURE_KNOWN);
  add_values (&others, "ridge_experts", file->experts, ridge->experts, experts, BARY_MEASURE_KNOWN);
  member = bary_figures_begin (&others, "scaled");
  add_values (&member, "applications", file->applications, scaled->applications, applications, scaled->fault);
  add_values (&member, "scales", file->experts, scaled->scales, experts, scaled->fault);
  add_values (&member, "shifts", file->experts, scaled->shifts, experts, scaled->fault);
  add_measures (&others, "standard_scores", file, bary_standard_scores (file->marks));
}

static void
add_blup (BaryFigures            *figures,
          const BaryMarkFile     *file,
          const BaryLeastSquares *solution)
{
  g_autoptr (BaryMixedModel) model = bary_mixed_model_new (file->marks, solution);
  BaryFigures blup = bary_figures_begin (figures, "blup");
  const guint *applications = solution->application_components, *experts = solution->expert_components;
  BaryFigures variance, errors;

  add_values (&blup, "applications", file->applications, model->applications, applications, model->fault);
  add_values (&blup, "experts", file->experts, model->experts, experts, model->fault);
  variance = bary_figures_begin (&blup, "variance");
  bary_figures_add (&variance, "application", model->fault, model->application);
  bary_figures_add (&variance, "expert", model->fault, model->expert);
  bary_figures_add (&variance, "residual", model->fault, model->residual);
  bary_figures_add (&blup, "mean", model->fault, model->mean);
  bary_figures_add (&blup, "criterion", model->fault, model->criterion);
  errors = bary_figures_begin (&blup, "errors");
  add_values (&errors, "applications", file->applications, model->application_errors, applications, model->fault);
  add_values (&errors, "experts", file->experts, model->expert_errors, experts, model->fault);
}

/* Which applications and experts can be compared with one another. */
static void
add_components (BaryFigures            *figures,
                const BaryMarkFile     *file,
                const BaryLeastSquares *solution)
{
  JsonArray *components = json_array_new ();

  for (guint i = 0; i < solution->n_components; i++)
    {
      JsonObject *component = json_object_new ();
      JsonArray *applications = json_array_new (), *experts = json_array_new ();

      for (guint a = 0; a < file->applications->len; a++)
        if (solution->application_components[a] == i)
          json_array_add_string_element (applications, file->applications->pdata[a]);
      for (guint e = 0; e < file->experts->len; e++)
        if (solution->expert_components[e] == i)
          json_array_add_string_element (experts, file->experts->pdata[e]);
      json_object_set_array_member (component, "applications", applications);
      json_object_set_array_member (component, "experts", experts);
      json_array_add_object_element (components, component);
    }
  json_object_set_array_member (figures->object, "components", components);
}

static void
add_doubts (BaryFigures            *figures,
            const BaryMarkFile     *file,
            const BaryLeastSquares *solution)
{
  static const char *const names[BARY_N_DOUBTS] = { "few_marks", "few_overlaps", "components" };
  BaryDoubts doubts = bary_calibration_doubt (file->marks, solution);

  for (guint i = 0; i < BARY_N_DOUBTS; i++)
    if (doubts & (1 << i))
      bary_figures_add_note (figures, names[i], bary_doubt_to_words (1 << i));
}

static gboolean
run_calibrate (BaryCall  *call,
               GError   **error)
{
  g_autoptr (BaryMarkFile) file = bary_mark_file_read (call->operands[0], error);
  g_autoptr (BaryLeastSquares) solution = NULL;
  BaryFigures figures;

  if (file == NULL)
    return FALSE;

  figures = (BaryFigures) BARY_FIGURES_INIT;
  solution = bary_least_squares_new (file->marks, 0);
  add_measures (&figures, "raw", file, bary_calibration_means (file->marks));
  add_least_squares (&figures, file, solution);
  add_blup (&figures, file, solution);
  add_others (&figures, file, solution);
  add_components (&figures, file, solution);
  add_doubts (&figures, file, solution);
  bary_figures_print (&figures);
  return TRUE;
}

const BaryCommand bary_command_calibrate = {
  "calibrate", "TABLE.csv", N_("Estimates what applications would get from experts of equal severity"),
  N_("The table is that of “agreement”. Prints JSON: the mean of each application’s marks; least squares, with each expert’s "
     "leniency; the best linear unbiased predictions of effects, with their standard errors, the variances of the greatest "
     "restricted likelihood and the mean that effects are added to; in “others” a ridge of 1, scales and shifts by quadratic "
     "programming, and standard scores. “components” lists what can be compared with one another, "
     "“notes” says what is not known and why, and what to doubt."),
  NULL, 1, 1, run_calibrate
};

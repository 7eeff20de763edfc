#include "bary-command.h"
#include "bary-config.h"
#include "bary-label-meter.h"
#include "bary-layout-job.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

static char *scheme;
static char *previous;
static char *output;

static const GOptionEntry options[] = {
  { "scheme", 's', 0, BARY_OPTION_TEXT, &scheme, N_("What the picture shows: groups, network, levels, tree or free (default: by what the graph has)"), N_("SCHEME") },
  { "previous", 'p', 0, G_OPTION_ARG_FILENAME, &previous, N_("An answer given before: nodes stay where they stand in it as far as possible"), N_("FILE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write (default: standard output)"), N_("FILE") },
  { NULL }
};

static gboolean
parse_scheme (BaryLayoutScheme  *parsed,
              GError           **error)
{
  *parsed = BARY_SCHEME_AUTOMATIC;
  if (scheme == NULL || bary_layout_job_parse_scheme (scheme, parsed))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               _("There is no scheme “%s”: choose groups, network, levels, tree or free"), scheme);
  return FALSE;
}

static gboolean
run_layout (BaryCall  *call,
            GError   **error)
{
  BaryLayoutJob job = { call->operands[0], previous, g_strcmp0 (output, "-") == 0 ? NULL : output };
  g_autoptr (BaryLabelMeter) meter = NULL;
  g_autoptr (GString) answer = NULL;

  if (!parse_scheme (&job.scheme, error))
    return FALSE;

  meter = bary_label_meter_new ();
  answer = bary_layout_job_run (&job, bary_label_meter_measure, meter, error);
  if (answer != NULL && job.output == NULL)
    bary_output_write (answer->str, answer->len);
  return answer != NULL;
}

const BaryCommand bary_command_layout = {
  "layout", "GRAPH.json", N_("Places the nodes of a graph so that no two labels overlap"),
  N_("A graph is {\"nodes\": [{\"id\", \"label\", \"w\", \"h\", \"group\", \"cluster\", \"district\", \"role\", \"level\", \"weight\", \"x\", \"y\", "
     "\"pinned\"}], \"edges\": [[\"a\", \"b\"]]}; only \"id\" must be there. The answer is the same with \"x\" and \"y\", the middle of "
     "the label in points, and with \"w\" and \"h\", measured where they are missing. Roles are centre, region, council, expert "
     "and team; any other is a member. Pinned nodes stay exactly where they are. The order of the input does not matter."),
  options, 1, 1, run_layout
};

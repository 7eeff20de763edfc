#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-diagram-steps.h"
#include "bary-export.h"
#include "bary-store-network.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

static char *cluster;
static gboolean network, interaction, ghosts, no_legend, steps;
static char *day;
static int width = -1;
static char *theme;
static char *paper;
static char *poster;
static char *output;

static const GOptionEntry options[] = {
  { "cluster", 'c', 0, BARY_OPTION_TEXT, &cluster, N_("The cluster with this id"), N_("ID") },
  { "network", 0, 0, G_OPTION_ARG_NONE, &network, N_("All clusters"), NULL },
  { "interaction", 0, 0, G_OPTION_ARG_NONE, &interaction, N_("Council, groups of experts, teams and those who work with them"), NULL },
  { "at", 0, 0, BARY_OPTION_TEXT, &day, N_("The day shown (default: today)"), N_("DATE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The picture to write: .svg, .png or .pdf"), N_("FILE") },
  { "width", 'w', 0, G_OPTION_ARG_INT, &width, N_("Width in pixels, of a PNG or an SVG"), N_("PX") },
  { "theme", 0, 0, BARY_OPTION_TEXT, &theme, N_("Colours: light, dark or print (black on white)"), N_("THEME") },
  { "paper", 0, 0, BARY_OPTION_TEXT, &paper, N_("Paper of a PDF: A4, A3, A2, A1 or A0 (default: the smallest on which all can be read)"), N_("PAPER") },
  { "poster", 0, 0, BARY_OPTION_TEXT, &poster, N_("A PDF of several sheets to be glued together: A4 or A3"), N_("PAPER") },
  { "ghosts", 0, 0, G_OPTION_ARG_NONE, &ghosts, N_("An organisation stands in each of its clusters"), NULL },
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &no_legend, N_("Without a legend"), NULL },
  { "steps", 0, 0, G_OPTION_ARG_NONE, &steps, N_("A PDF with a page for each step of the presentation"), NULL },
  { NULL }
};

static gboolean
refuse_usage (const char  *message,
              GError     **error)
{
  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
parse_day (char    **parsed,
           GError  **error)
{
  *parsed = day != NULL ? bary_date_parse (day) : bary_date_today ();
  if (*parsed != NULL)
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("“%s” is not a day: write it as 2025-09-01 or 01.09.2025"), day);
  return FALSE;
}

static gboolean
parse_request (BaryNetworkRequest  *request,
               GError             **error)
{
  if ((cluster != NULL) + network + interaction != 1)
    return refuse_usage (_("Say which picture is wanted: --cluster=ID, --network or --interaction"), error);
  if (output == NULL)
    return refuse_usage (_("Say where to: -o FILE.svg, FILE.png or FILE.pdf"), error);

  request->picture = cluster != NULL ? BARY_PICTURE_CLUSTER : network ? BARY_PICTURE_NETWORK : BARY_PICTURE_INTERACTION;
  request->cluster = cluster;
  request->ghosts = ghosts;
  return TRUE;
}

static gboolean
parse_theme (BaryThemeKind  *kind,
             GError        **error)
{
  static const char *const names[BARY_N_THEMES] = { "light", "dark", "print" };

  for (BaryThemeKind i = 0; i < BARY_N_THEMES; i++)
    if (theme == NULL || g_str_equal (theme, names[i]))
      {
        *kind = i;
        return TRUE;
      }
  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("There is no theme “%s”: choose light, dark or print"), theme);
  return FALSE;
}

static gboolean
parse_paper (BaryExportOptions  *picture,
             GError            **error)
{
  const char *name = poster != NULL ? poster : paper;
  BaryPaper known;

  if (name == NULL)
    return TRUE;
  if (picture->format != BARY_EXPORT_PDF)
    return refuse_usage (_("Only a PDF has paper: leave out --paper and --poster, or give the file a name that ends with .pdf"), error);
  if (poster != NULL && paper != NULL)
    return refuse_usage (_("Choose one of --paper and --poster"), error);
  if (!bary_paper_from_name (name, &known))
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("There is no paper “%s”: choose A4, A3, A2, A1 or A0"), name);
      return FALSE;
    }
  bary_paper_get_size (known, &picture->paper);
  picture->poster = poster != NULL;
  return TRUE;
}

static gboolean
parse_format (BaryExportFormat  *format,
              GError           **error)
{
  g_autoptr (GError) cause = NULL;

  return bary_export_format_from_path (output, format, &cause) || refuse_usage (cause->message, error);
}

static gboolean
parse_width (guint   *pixels,
             GError **error)
{
  if (width == -1 || (width >= BARY_EXPORT_LEAST_WIDTH && width <= BARY_EXPORT_MOST_WIDTH))
    {
      *pixels = (guint) MAX (width, 0);
      return TRUE;
    }
  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("A picture cannot be %d pixels wide: choose from %d to %d"), width,
               BARY_EXPORT_LEAST_WIDTH, BARY_EXPORT_MOST_WIDTH);
  return FALSE;
}

static gboolean
parse_picture (BaryExportOptions  *picture,
               GError            **error)
{
  if (!parse_format (&picture->format, error) || !parse_width (&picture->width, error) || !parse_paper (picture, error))
    return FALSE;

  if (steps && (picture->format != BARY_EXPORT_PDF || paper != NULL || poster != NULL || picture->width != 0))
    return refuse_usage (_("Steps are pages of a PDF: give the file a name that ends with .pdf, and leave out --paper, --poster and --width"), error);

  picture->on_paper = picture->format == BARY_EXPORT_PDF;
  picture->no_legend = no_legend;
  return TRUE;
}

/* The smallest on which all can be read, or the largest there is. */
static void
choose_paper (BaryExportOptions    *picture,
              const BaryExportSize *size)
{
  for (BaryPaper i = BARY_PAPER_A4; i < BARY_N_PAPERS; i++)
    {
      g_autofree char *warning = NULL;

      bary_paper_get_size (i, &picture->paper);
      warning = bary_export_warn (size, picture);
      if (warning == NULL)
        return;
    }
}

static void
settle_paper (BaryScene         *scene,
              const BaryFrame   *frame,
              BaryExportOptions *picture)
{
  g_autofree char *warning = NULL;
  BaryExportSize size;

  if (!picture->on_paper)
    return;

  bary_export_measure (scene, frame, picture, &size);
  if (paper == NULL && poster == NULL)
    choose_paper (picture, &size);
  warning = bary_export_warn (&size, picture);
  if (warning != NULL)
    bary_call_tell (warning);
}

static gboolean
draw (BaryStore                 *store,
      const BaryNetworkRequest  *request,
      BaryThemeKind              kind,
      BaryExportOptions         *picture,
      GError                   **error)
{
  g_autoptr (BaryNetwork) contents = bary_store_read_network (store, request, error);
  g_autoptr (BaryScene) scene = contents != NULL ? bary_scene_new (contents, NULL) : NULL;
  g_autofree char *centre = bary_store_dup_own_centre (store);
  BaryFrame frame = { bary_theme_get (kind), BARY_DETAIL_BY_SCALE, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL, NULL, -1, -1, FALSE, 1 };

  if (scene == NULL)
    return FALSE;

  bary_scene_arrange (scene, NULL, NULL);
  picture->centre = centre;
  settle_paper (scene, &frame, picture);
  return bary_export (scene, &frame, picture, output, error);
}

static gboolean
run_diagram (BaryCall  *call,
             GError   **error)
{
  BaryExportOptions picture = { 0 };
  BaryNetworkRequest request = { 0 };
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *shown = NULL;
  BaryThemeKind kind;

  if (!parse_request (&request, error) || !parse_day (&shown, error) || !parse_theme (&kind, error) ||
      !parse_picture (&picture, error))
    return FALSE;

  request.day = shown;
  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL || !bary_call_check_target (store, output, error))
    return FALSE;
  return steps ? bary_diagram_steps_write (store, &request, kind, output, error) : draw (store, &request, kind, &picture, error);
}

const BaryCommand bary_command_diagram = {
  "diagram", "(--cluster=ID | --network | --interaction) -o FILE", N_("Draws the picture that the window shows"),
  N_("The file's name says what it becomes: SVG, PNG or PDF. Members stand where the window has them. An older file with the name is "
     "replaced once the new one is whole."),
  options, 0, 0, run_diagram
};

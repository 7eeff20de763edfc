#include "bary-calendar-read.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-half-year-paper.h"
#include "bary-plan-ics.h"
#include "bary-plan-report.h"
#include "bary-plan-school.h"
#include "bary-plan-wall.h"
#include "bary-report-file.h"
#include "bary-store-form.h"
#include "bary-store-half-year.h"
#include "bary-store-plan.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

static char *cluster;
static char *organisation;
static int year, half_year;
static gboolean only_changes, wall;
static char *zone;
static char *output;
static char *input;
static gboolean dry_run;

static const GOptionEntry options[] = {
  { "cluster", 'c', 0, BARY_OPTION_TEXT, &cluster, N_("The cluster with this id (default: all clusters)"), N_("ID") },
  { "organisation", 0, 0, BARY_OPTION_TEXT, &organisation, N_("The sheet of a school: what it takes part in"), N_("ID") },
  { "year", 'y', 0, G_OPTION_ARG_INT, &year, N_("The school year, by the year in which it begins (default: the present one)"), N_("YEAR") },
  { "changes", 0, 0, G_OPTION_ARG_NONE, &only_changes, N_("The list of changes since the plan was approved; with --cluster"), NULL },
  { "half-year", 0, 0, G_OPTION_ARG_INT, &half_year, N_("The report on the first or the second half year; with --cluster"), N_("1|2") },
  { "wall", 0, 0, G_OPTION_ARG_NONE, &wall, N_("The year on one sheet of A3 for the wall, as a .pdf"), NULL },
  { "zone", 0, 0, BARY_OPTION_TEXT, &zone, N_("The time zone of the hours in an .ics (default: Europe/Moscow)"), N_("ZONE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write: .ics, .pdf, .csv, .odt, .xlsx or .fodt"), N_("FILE") },
  { "read", 'r', 0, G_OPTION_ARG_FILENAME, &input, N_("Take in an .ics instead; new events go into the roadmap of --cluster"), N_("FILE") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("With --read: only tell what would happen"), NULL },
  { NULL }
};

typedef struct {
  gboolean         ics;
  BaryReportFormat format; /* if it is none */
} Target;

static gboolean
refuse_usage (const char  *message,
              GError     **error)
{
  g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
parse_target (Target  *target,
              GError **error)
{
  g_autofree char *lower = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  if (output == NULL)
    return refuse_usage (_("Say where to: -o FILE.ics, FILE.pdf, FILE.csv or FILE.xlsx"), error);

  target->ics = g_str_has_suffix (lower, ".ics");
  if (target->ics || bary_report_format_from_path (output, &target->format, NULL))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               /* Translators: %s: a file */
               _("%s: the name says no format: let it end with .ics, .pdf, .csv, .odt, .xlsx or .fodt"), output);
  return FALSE;
}

static gboolean
parse_year (int     *school_year,
            GError **error)
{
  g_autofree char *today = bary_date_today ();

  *school_year = year != 0 ? year : bary_school_year_of (today);
  if (*school_year >= FIRST_YEAR && *school_year <= LAST_YEAR)
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("%d is no school year: write the year in which it begins, as --year=2025"), year);
  return FALSE;
}

static gboolean
check_options (const Target  *target,
               GError       **error)
{
  if (only_changes && cluster == NULL)
    return refuse_usage (_("A list of changes is that of one cluster: add --cluster=ID"), error);
  if (half_year < 0 || half_year > 2)
    return refuse_usage (_("A year has two halves: write --half-year=1 or --half-year=2"), error);
  if (half_year > 0 && cluster == NULL)
    return refuse_usage (_("A report on a half year is that of one cluster: add --cluster=ID"), error);
  if (only_changes + wall + (organisation != NULL) + (half_year > 0) > 1)
    return refuse_usage (_("Choose one of --changes, --organisation, --half-year and --wall"), error);
  if (target->ics && (only_changes || organisation != NULL || half_year > 0))
    return refuse_usage (_("An .ics holds the events of clusters: leave out --changes, --organisation and --half-year, or write a .pdf"), error);
  if (wall && (target->ics || target->format != BARY_REPORT_PDF))
    return refuse_usage (_("A sheet for the wall is a picture: give the file a name that ends with .pdf"), error);
  if (!target->ics && zone != NULL)
    return refuse_usage (_("Only an .ics has a time zone: leave out --zone, or give the file a name that ends with .ics"), error);
  return TRUE;
}

/* Which years there are plans for, for one who asks for another. */
static char *
list_years (BaryStore *store)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autoptr (GPtrArray) roadmaps = NULL;
  g_autoptr (GPtrArray) years = g_ptr_array_new ();

  if (cluster != NULL)
    bary_query_where (query, "cluster", cluster);
  bary_query_sort (query, "school_year", FALSE);
  roadmaps = bary_store_select (store, query, NULL);
  for (guint i = 0; roadmaps != NULL && i < roadmaps->len; i++)
    {
      const char *one = bary_record_get_text (roadmaps->pdata[i], "school_year");

      if (years->len == 0 || !g_str_equal (years->pdata[years->len - 1], one))
        g_ptr_array_add (years, (gpointer) one);
    }
  g_ptr_array_add (years, NULL);
  return g_strjoinv (", ", (char **) years->pdata);
}

static gboolean
refuse_empty (BaryStore  *store,
              int         school_year,
              GError    **error)
{
  g_autofree char *name = bary_school_year_to_string (school_year);
  g_autofree char *years = list_years (store);

  if (*years == '\0')
    g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                 /* Translators: %s: a school year: 2025/26 */
                 _("There is no roadmap for %s, nor for another year: add one, or import it"), name);
  else
    g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                 /* Translators: 1: a school year: 2025/26, 2: years: 2021, 2025 */
                 _("There is no roadmap for %1$s: choose with --year one of %2$s"), name, years);
  return FALSE;
}

static gboolean
write_ics (BaryStore  *store,
           int         school_year,
           GError    **error)
{
  g_autoptr (BaryPlan) plan = bary_store_read_plan (store, school_year, cluster, error);
  g_autoptr (BarySchoolCalendar) calendar = plan != NULL ? bary_store_read_calendar (store, school_year, error) : NULL;
  g_autoptr (BaryDutyRules) rules = calendar != NULL ? bary_store_read_duty_rules (store, error) : NULL;
  g_autofree char *name = bary_school_year_to_string (school_year);
  g_autofree char *title = g_strdup_printf ("Дорожные карты %s", name);
  g_autoptr (BaryIcs) ics = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (rules == NULL)
    return FALSE;

  ics = bary_plan_to_ics (plan, calendar, (BaryDutyRule *) rules->rules->data, rules->rules->len,
                          cluster != NULL ? bary_plan_cluster (plan, 0)->name : title, zone != NULL ? zone : BARY_PLAN_ZONE);
  bytes = bary_ics_write (ics, error);
  return bytes != NULL && bary_report_save_bytes (bytes, output, error);
}

static BaryReport *
make_school_report (BaryStore  *store,
                    int         school_year,
                    GError    **error)
{
  g_autoptr (BaryRecord) school = bary_store_get (store, BARY_KIND_ORGANISATION, organisation, error);
  g_autoptr (BaryPlan) plan = school != NULL ? bary_store_read_plan (store, school_year, cluster, error) : NULL;
  int found = -1;

  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < plan->organisations->len; i++)
    if (g_str_equal (bary_plan_organisation (plan, i)->id, organisation))
      found = (int) i;
  return bary_plan_school_report_new (plan, found, bary_record_get_name (school));
}

static BaryReport *
make_wall (BaryStore  *store,
           int         school_year,
           GError    **error)
{
  g_autoptr (BaryPlan) plan = bary_store_read_plan (store, school_year, cluster, error);
  g_autoptr (BarySchoolCalendar) calendar = plan != NULL ? bary_store_read_calendar (store, school_year, error) : NULL;

  return calendar != NULL ? bary_plan_wall_new (plan, calendar) : NULL;
}

static BaryReport *
make_half_year (BaryStore  *store,
                int         school_year,
                GError    **error)
{
  g_autofree char *id = bary_store_find_roadmap (store, cluster, school_year);
  g_autoptr (BaryRecord) roadmap = bary_store_get (store, BARY_KIND_ROADMAP, id, error);
  g_autoptr (BaryHalfYear) read = roadmap != NULL ? bary_store_read_half_year (store, roadmap, (guint) half_year, error) : NULL;

  return read != NULL ? bary_half_year_paper_new (read) : NULL;
}

static BaryReport *
make_report (BaryStore         *store,
             const Target      *target,
             GPtrArray         *forms,
             int                school_year,
             GError           **error)
{
  if (organisation != NULL)
    return make_school_report (store, school_year, error);
  if (wall)
    return make_wall (store, school_year, error);
  if (half_year > 0)
    return make_half_year (store, school_year, error);
  if (only_changes)
    return bary_plan_changes_report_new (forms->pdata[0]);
  return target->format == BARY_REPORT_CSV ? bary_plan_table_new (forms) : bary_plan_report_new (forms);
}

static gboolean
write_report (BaryStore     *store,
              const Target  *target,
              GPtrArray     *forms,
              int            school_year,
              GError       **error)
{
  g_autoptr (BaryReport) report = make_report (store, target, forms, school_year, error);
  g_autofree char *centre = bary_store_dup_own_centre (store);

  if (report == NULL)
    return FALSE;
  bary_report_set_author (report, centre);
  return bary_report_save (report, target->format, output, error);
}

static gboolean
read_calendar (BaryCall  *call,
               GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) found = NULL;
  int school_year;

  if (output != NULL || organisation != NULL || only_changes || wall || half_year > 0)
    return refuse_usage (_("--read goes with --cluster, --year, --zone and --dry-run only"), error);
  if (!parse_year (&school_year, error))
    return FALSE;
  store = bary_call_open (call, dry_run ? BARY_DATABASE_READ_ONLY : BARY_DATABASE_READ_WRITE, error);
  if (store == NULL || (cluster != NULL && (found = bary_store_get (store, BARY_KIND_CLUSTER, cluster, error)) == NULL))
    return FALSE;
  return bary_calendar_read (store, input, cluster, school_year, zone != NULL ? zone : BARY_PLAN_ZONE, dry_run, error);
}

static gboolean
run_calendar (BaryCall  *call,
              GError   **error)
{
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryRecord) found = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  Target target = { FALSE };
  int school_year;

  if (input != NULL)
    return read_calendar (call, error);
  if (!parse_target (&target, error) || !parse_year (&school_year, error) || !check_options (&target, error))
    return FALSE;

  store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  if (store == NULL || !bary_call_check_target (store, output, error))
    return FALSE;
  if (cluster != NULL && (found = bary_store_get (store, BARY_KIND_CLUSTER, cluster, error)) == NULL)
    return FALSE;

  forms = bary_store_read_forms (store, school_year, cluster, error);
  if (forms == NULL)
    return FALSE;
  if (forms->len == 0)
    return refuse_empty (store, school_year, error);
  return target.ics ? write_ics (store, school_year, error) : write_report (store, &target, forms, school_year, error);
}

const BaryCommand bary_command_calendar = {
  "calendar", "[--cluster=ID] [--year=YEAR] (-o FILE | --read=FILE.ics)", N_("Writes the roadmaps of a school year for other programs and for paper"),
  N_("The file's name says what it becomes: .ics for calendars, which keeps each event apart by its id, so that it may be taken in again; "
     ".pdf, .odt, .xlsx and .fodt in the form of the plan; .csv with a row for each event. An older file with the name is replaced once the "
     "new one is whole."),
  options, 0, 0, run_calendar
};

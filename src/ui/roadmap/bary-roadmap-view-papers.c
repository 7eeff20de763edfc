#include "bary-roadmap-view-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-plan-ics.h"
#include "bary-plan-report.h"
#include "bary-plan-school.h"
#include "bary-plan-wall.h"
#include "bary-report-print.h"
#include "bary-store-form.h"
#include "bary-store-plan.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

/* The plan leaves the window: of the chosen cluster, or of all. */

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

static GtkWindow *
get_window (BaryRoadmapView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static BaryReport *
make_plan (BaryRoadmapView *self,
           gboolean         as_table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = bary_store_read_forms (self->store, bary_session_get_school_year (get_session (self)),
                                                       bary_roadmap_filters_get_cluster (self->filters), &error);
  g_autofree char *centre = bary_store_dup_own_centre (self->store);
  BaryReport *report;

  if (forms == NULL)
    bary_session_fail (get_session (self), error);
  if (forms == NULL || forms->len == 0)
    return NULL;
  report = as_table ? bary_plan_table_new (forms) : bary_plan_report_new (forms);
  bary_report_set_author (report, centre);
  return report;
}

static void
print_plan_cb (BaryRoadmapView *self)
{
  BaryReport *report = make_plan (self, FALSE);

  if (report != NULL)
    bary_report_print (get_window (self), get_session (self), report);
}

static BaryPlan *
read_plan (BaryRoadmapView     *self,
           BarySchoolCalendar **calendar)
{
  int year = bary_session_get_school_year (get_session (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPlan) plan = bary_store_read_plan (self->store, year, bary_roadmap_filters_get_cluster (self->filters), &error);

  *calendar = plan != NULL ? bary_store_read_calendar (self->store, year, &error) : NULL;
  if (*calendar != NULL)
    return g_steal_pointer (&plan);
  bary_session_fail (get_session (self), error);
  return NULL;
}

static void
print_wall_cb (BaryRoadmapView *self)
{
  g_autoptr (BarySchoolCalendar) calendar = NULL;
  g_autoptr (BaryPlan) plan = read_plan (self, &calendar);

  if (plan != NULL)
    bary_report_print (get_window (self), get_session (self), bary_plan_wall_new (plan, calendar));
}

/* Of the school that is chosen in the filters. */
static void
print_school_cb (BaryRoadmapView *self)
{
  const char *id = bary_roadmap_filters_get_school (self->filters);
  g_autoptr (BaryRecord) school = id != NULL ? bary_store_get (self->store, BARY_KIND_ORGANISATION, id, NULL) : NULL;
  g_autoptr (BarySchoolCalendar) calendar = NULL;
  g_autoptr (BaryPlan) plan = school != NULL ? read_plan (self, &calendar) : NULL;
  int found = -1;

  if (school == NULL)
    bary_session_tell (get_session (self), _("Choose a school in the filters first"));
  if (plan == NULL)
    return;
  for (guint i = 0; i < plan->organisations->len; i++)
    if (g_str_equal (bary_plan_organisation (plan, i)->id, id))
      found = (int) i;
  bary_report_print (get_window (self), get_session (self), bary_plan_school_report_new (plan, found, bary_record_get_name (school)));
}

static void
send_cb (BaryRoadmapView *self)
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.send", "(ss)", "roadmap",
                              roadmap != NULL ? bary_record_get_id (BARY_RECORD (roadmap)) : "");
}

static void
write_ics (BaryRoadmapView *self,
           const char      *path)
{
  g_autoptr (BarySchoolCalendar) calendar = NULL;
  g_autoptr (BaryPlan) plan = read_plan (self, &calendar);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryDutyRules) rules = plan != NULL ? bary_store_read_duty_rules (self->store, &error) : NULL;
  g_autofree char *year = plan != NULL ? bary_school_year_to_string (plan->school_year) : NULL;
  g_autofree char *name = g_strdup_printf ("Дорожные карты %s", year);
  g_autoptr (BaryIcs) ics = NULL;
  GBytes *bytes = NULL;

  if (rules != NULL)
    {
      ics = bary_plan_to_ics (plan, calendar, (BaryDutyRule *) rules->rules->data, rules->rules->len,
                              plan->clusters->len == 1 ? bary_plan_cluster (plan, 0)->name : name, BARY_PLAN_ZONE);
      bytes = bary_ics_write (ics, &error);
    }
  if (bytes != NULL)
    bary_report_write_bytes (get_session (self), bytes, path);
  else if (error != NULL)
    bary_session_fail (get_session (self), error);
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BaryRoadmapView) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;
  BaryReport *report;

  if (path == NULL || self->store == NULL)
    return;
  if (g_str_has_suffix (lower, ".ics"))
    {
      write_ics (self, path);
      return;
    }
  report = make_plan (self, g_str_has_suffix (lower, ".csv"));
  if (report != NULL)
    bary_report_write (get_session (self), report, path);
}

static void
save_plan_cb (BaryRoadmapView *self)
{
  int year = bary_session_get_school_year (get_session (self));
  /* Translators: the name of a file that is suggested; %d: the year in which the school year begins */
  g_autofree char *name = g_strdup_printf (_("Roadmaps %d.pdf"), year);

  bary_dialogs_save_file (get_window (self), _("Save the Plan as .pdf, .xlsx, .csv, .odt or .ics"), name, place_chosen,
                          g_object_ref (self));
}

void
bary_roadmap_view_install_papers (BaryRoadmapView *self)
{
  const BaryAct acts[] = {
    { "save-plan", G_CALLBACK (save_plan_cb) },
    { "print-plan", G_CALLBACK (print_plan_cb) },
    { "print-wall", G_CALLBACK (print_wall_cb) },
    { "print-school", G_CALLBACK (print_school_cb) },
    { "send", G_CALLBACK (send_cb) },
  };

  bary_acts_add (self->actions, acts, G_N_ELEMENTS (acts), self);
}

#include "bary-roadmap-view-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

const char *
bary_roadmap_view_get_page (BaryRoadmapView *self)
{
  g_autoptr (GVariant) state = bary_acts_get_state (self->actions, "page");

  return g_intern_string (g_variant_get_string (state, NULL));
}

/* From one month of the school year to another, the quarters of the calendar: September to November, and so on. */
static BaryDaySpan
get_months (BaryDay day,
            int     n_months)
{
  int year, month, dom;
  int offset;
  BaryDaySpan days;

  bary_day_split (day, &year, &month, &dom);
  offset = (month + 3) % 12 % n_months;
  month -= offset;
  if (month < 1)
    {
      month += 12;
      year--;
    }
  days.first = bary_day_new (year, month, 1);
  for (int i = 0; i < n_months; i++)
    {
      days.last = (i == 0 ? days.first : days.last + 1) + (BaryDay) bary_month_get_length (year, month) - 1;
      year += month == 12;
      month = month % 12 + 1;
    }
  return days;
}

/* A quarter of the school with the vacation after it. */
static BaryDaySpan
get_quarter (BaryRoadmapView *self)
{
  const BarySchoolTerms *terms = &self->year->terms;
  BaryDaySpan year = bary_school_year_span (self->year->school_year);

  for (guint i = 0; i + 1 < BARY_N_QUARTERS; i++)
    if (self->day < terms->quarters[i + 1].first)
      return (BaryDaySpan) { terms->quarters[i].first, terms->quarters[i + 1].first - 1 };
  return (BaryDaySpan) { terms->quarters[BARY_N_QUARTERS - 1].first, MIN (year.last, terms->quarters[BARY_N_QUARTERS - 1].last + 36) };
}

BaryDaySpan
bary_roadmap_view_get_days (BaryRoadmapView *self)
{
  const char *page = bary_roadmap_view_get_page (self);

  if (g_str_equal (page, "month"))
    return get_months (self->day, 1);
  if (g_str_equal (page, "quarter"))
    return get_quarter (self);
  return bary_school_year_span (self->year->school_year);
}

void
bary_roadmap_view_step (BaryRoadmapView *self,
                        int              direction)
{
  BaryDaySpan days = bary_roadmap_view_get_days (self), year = bary_school_year_span (self->year->school_year);
  BaryDay day = direction < 0 ? days.first - 1 : days.last + 1;

  if (!bary_day_span_covers (year, day))
    return;
  self->day = day;
  bary_roadmap_view_refresh (self);
}

/* Words */

static char *
name_days (BaryRoadmapView *self)
{
  static const char *const quarters[BARY_N_QUARTERS] = { N_("I quarter"), N_("II quarter"), N_("III quarter"), N_("IV quarter") };
  BaryDaySpan days = bary_roadmap_view_get_days (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, dom;

  if (g_str_equal (bary_roadmap_view_get_page (self), "quarter"))
    for (guint i = 0; i < BARY_N_QUARTERS; i++)
      if (self->year->terms.quarters[i].first == days.first)
        return g_strdup (_(quarters[i]));
  bary_day_split (days.first, &year, &month, &dom);
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  return g_date_time_format (date, _("%OB %Y"));
}

void
bary_roadmap_view_describe (BaryRoadmapView *self)
{
  const char *page = bary_roadmap_view_get_page (self);
  gboolean steps = self->year != NULL && (g_str_equal (page, "quarter") || g_str_equal (page, "month"));
  g_autofree char *days = steps ? name_days (self) : NULL;
  guint n = self->year != NULL ? self->year->events->len : 0;
  g_autofree char *all = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  g_autofree char *fitting = NULL;

  gtk_widget_set_visible (self->steps, steps);
  gtk_label_set_text (self->step_label, days != NULL ? days : "");
  if (bary_roadmap_filters_is_active (self->filters))
    /* Translators: how many events the filters leave, and how many there are: “5 fit the filters · 120 events” */
    fitting = g_strdup_printf (ngettext ("%1$u fits the filters · %2$s", "%1$u fit the filters · %2$s", self->n_fitting),
                               self->n_fitting, all);
  gtk_label_set_text (self->count, fitting != NULL ? fitting : all);
}

/* School years */

static void
add_year_button (BaryRoadmapView     *self,
                 const BaryYearCount *count)
{
  g_autofree char *year = bary_school_year_to_string (count->school_year);
  /* Translators: a button: 1: a school year, 2: how many events it has */
  g_autofree char *label = g_strdup_printf (ngettext ("%1$s: %2$u event", "%1$s: %2$u events", count->n_events), year, count->n_events);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.school-year");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", count->school_year);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (GTK_BOX (self->years), button);
}

/* The empty page leads to the years that have plans. */
void
bary_roadmap_view_fill_years (BaryRoadmapView *self)
{
  int shown = bary_session_get_school_year (bary_view_get_session (BARY_VIEW (self)));
  g_autofree char *label = bary_school_year_to_string (shown);
  g_autofree char *title = NULL;
  g_autoptr (GArray) years = bary_store_list_years (self->store, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->years)) != NULL)
    gtk_box_remove (GTK_BOX (self->years), child);
  for (guint i = 0; years != NULL && i < years->len; i++)
    add_year_button (self, &g_array_index (years, BaryYearCount, i));
  /* Translators: %s: a school year */
  title = g_strdup_printf (_("No roadmaps for %s yet"), label);
  adw_status_page_set_title (self->empty, title);
}

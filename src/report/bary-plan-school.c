#include "bary-plan-school.h"

#include "bary-date.h"

#include <string.h>

static const struct { const char *heading; double share; BaryAlign align; } columns[] = {
  { "№", 1, BARY_ALIGN_CENTRE },
  { "Сроки проведения", 3.5, BARY_ALIGN_LEFT },
  { "Наименование мероприятия", 8, BARY_ALIGN_LEFT },
  { "Кластер", 6, BARY_ALIGN_LEFT },
  { "Место", 4, BARY_ALIGN_LEFT },
  { "Участие", 3, BARY_ALIGN_LEFT },
};

static gboolean
has (const GArray *list,
     int           organisation)
{
  for (guint i = 0; i < list->len; i++)
    if ((int) g_array_index (list, guint, i) == organisation)
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): NULL if the event is no matter of the school. */
static const char *
find_part (const BaryPlanEvent *event,
           int                  organisation)
{
  if (organisation < 0)
    return NULL;
  if (event->host == organisation)
    return "проводит";
  if (has (event->must, organisation))
    return "обязательно";
  return has (event->may, organisation) ? "по желанию" : NULL;
}

/* It belongs to no month: it stands at the end. */
static gboolean
is_long (const BaryPlanEvent *event)
{
  int year, month, first_day, last_year, last_month, last_day;

  bary_day_split (event->period.earliest, &year, &month, &first_day);
  bary_day_split (event->period.latest, &last_year, &last_month, &last_day);
  return !bary_period_is_fixed (&event->period) && (year != last_year || month != last_month);
}

/* Returns: (transfer full): of its month: «Сентябрь 2026». */
static char *
name_section (const BaryPlanEvent *event)
{
  int year, month, day;
  g_autofree char *name = NULL;

  if (is_long (event))
    return g_strdup ("В течение нескольких месяцев");
  bary_day_split (event->period.earliest, &year, &month, &day);
  name = bary_period_name_month (month);
  return g_strdup_printf ("%s %d", name, year);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BaryPlanEvent *x = *(BaryPlanEvent *const *) a, *y = *(BaryPlanEvent *const *) b;

  if (is_long (x) != is_long (y))
    return is_long (x) ? 1 : -1;
  if (x->period.earliest != y->period.earliest)
    return x->period.earliest < y->period.earliest ? -1 : 1;
  if (x->period.latest != y->period.latest)
    return x->period.latest < y->period.latest ? -1 : 1;
  return strcmp (x->id, y->id);
}

static char *
write_dates (const BaryPlanEvent *event)
{
  if (event->start_minute < 0)
    return g_strdup (event->period.words);
  return g_strdup_printf ("%s, %d.%02d", event->period.words, event->start_minute / 60, event->start_minute % 60);
}

static void
add_event (BaryReportTable     *table,
           const BaryPlan      *plan,
           const BaryPlanEvent *event,
           const char          *part,
           guint                number)
{
  g_autofree char *ordinal = g_strdup_printf ("%u.", number);
  g_autofree char *dates = write_dates (event);
  const char *cluster = event->cluster >= 0 ? bary_plan_cluster (plan, event->cluster)->name : NULL;
  const char *host = event->host >= 0 ? bary_plan_organisation (plan, event->host)->name : NULL;
  const char *const cells[] = { ordinal, dates, event->name, cluster, event->place != NULL ? event->place : host, part };

  bary_report_table_add_row (table, event->state == BARY_PLAN_CANCELLED ? BARY_ROW_STRUCK : BARY_ROW_PLAIN, cells);
}

static BaryReportTable *
add_table (BaryReport *report,
           const char *name)
{
  BaryReportTable *table = bary_report_add_table (report, name);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bary_report_table_add_column (table, columns[i].heading, columns[i].share, columns[i].align);
  return table;
}

/* A section for each month. */
static void
add_events (BaryReportTable *table,
            const BaryPlan  *plan,
            GPtrArray       *events,
            int              organisation)
{
  g_autofree char *section = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *name = name_section (events->pdata[i]);

      if (g_strcmp0 (name, section) != 0)
        {
          bary_report_table_add_section (table, name);
          g_free (section);
          section = g_steal_pointer (&name);
        }
      add_event (table, plan, events->pdata[i], find_part (events->pdata[i], organisation), i + 1);
    }
}

BaryReport *
bary_plan_school_report_new (const BaryPlan *plan,
                             int             organisation,
                             const char     *name)
{
  g_autofree char *year = bary_school_year_to_string (plan->school_year);
  g_autofree char *title = g_strdup_printf ("Мероприятия %s учебного года", year);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  BaryReport *report = bary_report_new (title, BARY_PAPER_A4, TRUE);

  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, name);
  for (guint i = 0; i < plan->events->len; i++)
    if (find_part (bary_plan_event (plan, i), organisation) != NULL)
      g_ptr_array_add (events, bary_plan_event (plan, i));
  g_ptr_array_sort (events, compare_events);
  if (events->len > 0)
    add_events (add_table (report, name), plan, events, organisation);
  else
    bary_report_add_paragraph (report, BARY_ALIGN_LEFT, "Мероприятий нет.");
  return report;
}

#include "bary-half-year-paper.h"

#include "bary-date.h"

static const struct { const char *heading; double share; BaryAlign align; } columns[] = {
  { "№", 1, BARY_ALIGN_CENTRE },
  { "Мероприятие", 7, BARY_ALIGN_LEFT },
  { "Дата", 3, BARY_ALIGN_CENTRE },
  { "Участников", 2.9, BARY_ALIGN_CENTRE },
  { "Школ", 1.6, BARY_ALIGN_CENTRE },
  { "Обратная связь", 5, BARY_ALIGN_LEFT },
};

static const char *const sections[BARY_N_AUDIENCES] = {
  "С обучающимися", "С педагогами", "С родителями", "Общие",
};

static const char *const awards[BARY_N_AWARDS] = { "Победитель", "Лауреат", "Призёр", "Организатор", "Эксперт" };

static void
add_label (BaryReport *report,
           const char *label,
           const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", label, text != NULL ? text : "____________________");

  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, line);
}

/* Events */

static char *
write_date (const BaryHalfYearEvent *event)
{
  int year, month, day;

  if (event->state == BARY_PLAN_CANCELLED)
    return g_strdup_printf ("%s, отменено", event->dates);
  if (event->state != BARY_PLAN_HELD)
    return g_strdup_printf ("%s, не проведено", event->dates);
  bary_day_split (event->day, &year, &month, &day);
  return g_strdup_printf ("%02d.%02d.%d", day, month, year);
}

static char *
write_number (guint n)
{
  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static void
add_event (BaryReportTable         *table,
           const BaryHalfYearEvent *event,
           guint                    number)
{
  g_autofree char *ordinal = g_strdup_printf ("%u.", number);
  g_autofree char *date = write_date (event);
  g_autofree char *attended = write_number (event->attended);
  g_autofree char *schools = write_number (event->schools->len);
  const char *const cells[] = { ordinal, event->name, date, attended, schools, event->feedback };

  bary_report_table_add_row (table, event->state == BARY_PLAN_CANCELLED ? BARY_ROW_STRUCK : BARY_ROW_PLAIN, cells);
}

static void
add_section (BaryReportTable    *table,
             const BaryHalfYear *self,
             BaryAudience        audience)
{
  guint number = 0;

  for (guint i = 0; i < self->events->len; i++)
    if (bary_audience_of (bary_half_year_event (self, i)->audience) == audience)
      {
        if (number == 0)
          bary_report_table_add_section (table, sections[audience]);
        add_event (table, bary_half_year_event (self, i), ++number);
      }
}

static void
add_events (BaryReport         *report,
            const BaryHalfYear *self)
{
  BaryReportTable *table;

  if (self->events->len == 0)
    {
      bary_report_add_paragraph (report, BARY_ALIGN_LEFT, "Мероприятий в полугодии нет.");
      return;
    }
  table = bary_report_add_table (report, "Мероприятия");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bary_report_table_add_column (table, columns[i].heading, columns[i].share, columns[i].align);
  for (BaryAudience audience = 0; audience < BARY_N_AUDIENCES; audience++)
    add_section (table, self, audience);
}

static void
add_figures (BaryReport         *report,
             const BaryHalfYear *self)
{
  BaryHalfYearFigures figures;
  g_autofree char *held = NULL, *schools = NULL;

  bary_half_year_count (self, &figures);
  held = g_strdup_printf ("По дорожной карте мероприятий: %u. Проведено: %u (%u %%). Перенесено: %u. Отменено: %u. Участников: %u.",
                          figures.n_planned, figures.n_held, bary_half_year_share (figures.n_held, figures.n_planned),
                          figures.n_moved, figures.n_cancelled, figures.n_attended);
  schools = figures.n_schools == 0 ? g_strdup ("Участие школ не отмечено.") : g_strdup_printf ("Участвовало школ: %u из %u школ района (%u %%).", figures.n_schools, self->n_district,
                             bary_half_year_share (figures.n_schools, self->n_district));
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, held);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, schools);
}

/* Results */

/* What came of the events, where nobody wrote it together. */
static char *
gather_outcomes (const BaryHalfYear *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->events->len; i++)
    {
      const BaryHalfYearEvent *event = bary_half_year_event (self, i);

      if (event->outcome != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", event->name, event->outcome);
    }
  return g_string_free (text, text->len == 0);
}

static void
add_results (BaryReport         *report,
             const BaryHalfYear *self)
{
  g_autofree char *gathered = self->made == NULL ? gather_outcomes (self) : NULL;

  bary_report_add_heading (report, 2, "Результаты реализации проекта");
  add_label (report, "Что разработано", self->made != NULL ? self->made : gathered);
  add_label (report, "Трудности", self->difficulties);
  add_label (report, "Пути решения", self->solutions);
  add_label (report, "Перспективы", self->prospects);
}

static void
add_awards (BaryReport         *report,
            const BaryHalfYear *self)
{
  BaryReportTable *table;

  bary_report_add_heading (report, 2, "Награждения и поощрения");
  add_label (report, "Кого необходимо поощрить", self->thanks);
  if (self->awards->len == 0)
    return;
  table = bary_report_add_table (report, "Награждения");
  bary_report_table_add_column (table, "Мероприятие", 7, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Кто", 7, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Награда", 3, BARY_ALIGN_LEFT);
  for (guint i = 0; i < self->awards->len; i++)
    {
      const BaryHalfYearAward *award = &g_array_index (self->awards, BaryHalfYearAward, i);
      const char *const cells[] = { award->event, award->who, awards[award->award] };

      bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
    }
}

BaryReport *
bary_half_year_paper_new (const BaryHalfYear *self)
{
  g_autofree char *year = bary_school_year_to_string (self->school_year);
  g_autofree char *title = g_strdup_printf ("Отчёт о работе кластера «%s» за %s полугодие %s учебного года", self->cluster,
                                            self->half == 1 ? "I" : "II", year);
  BaryReport *report = bary_report_new (title, BARY_PAPER_A4, FALSE);

  add_label (report, "Направление", self->cluster);
  if (self->programme != NULL)
    add_label (report, "Программа", self->programme);
  add_label (report, "Цель и задачи деятельности", self->goal);
  if (self->curator != NULL)
    add_label (report, "Куратор кластера", self->curator);
  bary_report_add_heading (report, 2, "Организация деятельности с обучающимися, педагогами и родителями");
  add_figures (report, self);
  add_events (report, self);
  if (self->feedback != NULL)
    add_label (report, "Обратная связь", self->feedback);
  add_results (report, self);
  add_awards (report, self);
  return report;
}

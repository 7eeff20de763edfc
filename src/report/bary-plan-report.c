#include "bary-plan-report.h"

#include "bary-date.h"
#include "bary-period.h"

#include <string.h>

#define APPROVED "УТВЕРЖДЕНО"
#define AGREED "СОГЛАСОВАНО"
#define NOTHING "—"
#define SIGNED_ON "«__» ________ 20__ г."

static const struct { const char *heading; double share; BaryAlign align; } form_columns[] = {
  { "№", 1, BARY_ALIGN_CENTRE },
  { "Наименование мероприятия", 8, BARY_ALIGN_LEFT },
  { "Сроки проведения", 3.5, BARY_ALIGN_CENTRE },
  { "Целевая аудитория", 4.5, BARY_ALIGN_LEFT },
  { "Планируемый результат", 5.5, BARY_ALIGN_LEFT },
};

/* «16.06.2026» */
static char *
write_day (const char *iso)
{
  g_auto (GStrv) parts = g_strsplit (iso, "-", 3);

  return g_strv_length (parts) == 3 ? g_strdup_printf ("%s.%s.%s", parts[2], parts[1], parts[0]) : g_strdup (iso);
}

/* «1.» as the form has it; «1.2» stays. */
static char *
write_number (const char *number)
{
  if (number == NULL || strspn (number, "0123456789") != strlen (number) || *number == '\0')
    return g_strdup (number);
  return g_strconcat (number, ".", NULL);
}

static void
add_label (BaryReport *report,
           const char *label,
           const char *text)
{
  g_autofree char *line = text != NULL ? g_strdup_printf ("%s: %s", label, text) : NULL;

  if (line != NULL)
    bary_report_add_paragraph (report, BARY_ALIGN_LEFT, line);
}

static void
add_decisions (BaryReport         *report,
               const BaryPlanForm *form)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (form->approved_by != NULL)
    {
      g_autofree char *day = form->approved_on != NULL ? write_day (form->approved_on) : NULL;

      g_string_append_printf (text, APPROVED "\n%s", form->approved_by);
      if (day != NULL)
        g_string_append_printf (text, "\n%s", day);
      bary_report_add_paragraph (report, BARY_ALIGN_RIGHT, text->str);
    }

  g_string_assign (text, AGREED ": ");
  for (guint i = 0; i < form->agreed->len; i++)
    {
      const char *day = form->agreed_on->pdata[i];
      g_autofree char *written = *day != '\0' ? write_day (day) : g_strdup ("__________");

      g_string_append_printf (text, "%s%s – %s", i > 0 ? "; " : "", (char *) form->agreed->pdata[i], written);
    }
  if (form->agreed->len > 0)
    bary_report_add_paragraph (report, BARY_ALIGN_LEFT, text->str);
}

static void
add_labels (BaryReport         *report,
            const BaryPlanForm *form)
{
  if (form->host != NULL)
    {
      add_label (report, "ОУ", form->host);
      add_label (report, "Тема районной базовой площадки", form->cluster);
      add_label (report, "Программа или инициативный сетевой проект, в рамках которых планируется работа", form->programme);
      add_label (report, "Цель работы районной базовой площадки", form->goal);
    }
  else
    {
      add_label (report, "Программа", form->programme);
      add_label (report, "Цель работы", form->goal);
    }
}

static void
add_lines (BaryReport         *report,
           const BaryPlanForm *form)
{
  BaryReportTable *table = bary_report_add_table (report, form->cluster);
  const char *section = NULL;
  guint n_sections = 0;

  for (guint i = 0; i < G_N_ELEMENTS (form_columns); i++)
    bary_report_table_add_column (table, form_columns[i].heading, form_columns[i].share, form_columns[i].align);
  for (guint i = 0; i < form->lines->len; i++)
    {
      const BaryPlanLine *line = form->lines->pdata[i];
      g_autofree char *number = write_number (line->number);
      const char *const cells[] = { number, line->name, line->dates, line->audience, line->result };

      if (line->section != NULL && g_strcmp0 (line->section, section) != 0)
        {
          g_autofree char *heading = g_strdup_printf ("%u. %s", ++n_sections, line->section);

          bary_report_table_add_section (table, heading);
        }
      section = line->section;
      bary_report_table_add_row (table, line->cancelled ? BARY_ROW_STRUCK : BARY_ROW_PLAIN, cells);
    }
}

static BaryReport *
make_report (GPtrArray  *forms,
             const char *several)
{
  const BaryPlanForm *first = forms->pdata[0];
  g_autofree char *year = bary_school_year_to_string (first->school_year);
  g_autofree char *title = forms->len == 1 ? g_strdup (first->title) : g_strdup_printf (several, year);
  BaryReport *report = bary_report_new (title, BARY_PAPER_A4, TRUE);

  bary_report_set_day (report, first->approved_on);
  return report;
}

BaryReport *
bary_plan_report_new (GPtrArray *forms)
{
  BaryReport *report;

  g_return_val_if_fail (forms->len > 0, NULL);

  report = make_report (forms, "Дорожные карты на %s учебный год");
  for (guint i = 0; i < forms->len; i++)
    {
      const BaryPlanForm *form = forms->pdata[i];

      if (forms->len > 1)
        {
          if (i > 0)
            bary_report_begin_page (report);
          bary_report_add_heading (report, 1, form->title);
        }
      add_decisions (report, form);
      add_labels (report, form);
      add_lines (report, form);
    }
  return report;
}

/* The list of changes */

static void
append_value (GString    *text,
              const char *label,
              const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s: %s", label, value != NULL ? value : NOTHING);
}

/* Of a line that changed, what changed; of a new or a gone one, its dates. */
static char *
describe (const BaryPlanLine   *line,
          BaryPlanChangeFields  fields)
{
  const struct { BaryPlanChangeFields field; const char *label, *value; } parts[] = {
    { BARY_PLAN_CHANGE_SECTION, "Раздел", line->section },
    { BARY_PLAN_CHANGE_NUMBER, "№", line->number },
    { BARY_PLAN_CHANGE_NAME, "Наименование", line->name },
    { BARY_PLAN_CHANGE_DATES, "Сроки", line->dates },
    { BARY_PLAN_CHANGE_AUDIENCE, "Целевая аудитория", line->audience },
    { BARY_PLAN_CHANGE_RESULT, "Планируемый результат", line->result },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (fields & parts[i].field)
      append_value (text, parts[i].label, parts[i].value);
  return g_string_free (text, FALSE);
}

static void
add_change (BaryReportTable      *table,
            const BaryPlanChange *change)
{
  const BaryPlanLine *line = change->now != NULL ? change->now : change->was;
  BaryPlanChangeFields fields = change->was != NULL && change->now != NULL ? change->fields : BARY_PLAN_CHANGE_DATES;
  g_autofree char *number = write_number (line->number);
  g_autofree char *was = change->was != NULL ? describe (change->was, fields) : g_strdup (NOTHING);
  g_autofree char *now = change->now != NULL ? describe (change->now, fields) : g_strdup ("Исключено из плана");
  const char *const cells[] = { number, line->name, was, now };

  bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
}

static void
add_changes (BaryReport   *report,
             const GArray *changes)
{
  BaryReportTable *table = bary_report_add_table (report, "Лист изменений");

  bary_report_table_add_column (table, "№", 1, BARY_ALIGN_CENTRE);
  bary_report_table_add_column (table, "Наименование мероприятия", 6, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Было", 5, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Стало", 5, BARY_ALIGN_LEFT);
  for (guint i = 0; i < changes->len; i++)
    add_change (table, &g_array_index (changes, BaryPlanChange, i));
}

/* Returns: (transfer container): without the cancelled. */
static GPtrArray *
list_standing (GPtrArray *lines)
{
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    if (!((BaryPlanLine *) lines->pdata[i])->cancelled)
      g_ptr_array_add (standing, lines->pdata[i]);
  return standing;
}

static void
add_signatures (BaryReport         *report,
                const BaryPlanForm *form)
{
  BaryReportTable *table;

  if (form->agreed->len == 0 && form->approved_by == NULL)
    return;
  bary_report_add_heading (report, 2, "Подписи");
  table = bary_report_add_table (report, "Подписи");
  bary_report_table_add_column (table, "Решение", 3, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Орган", 6, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Подпись", 4, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Дата", 4, BARY_ALIGN_CENTRE);
  for (guint i = 0; i < form->agreed->len; i++)
    {
      const char *const cells[] = { AGREED, form->agreed->pdata[i], NULL, SIGNED_ON };

      bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
    }
  if (form->approved_by != NULL)
    {
      const char *const cells[] = { APPROVED, form->approved_by, NULL, SIGNED_ON };

      bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
    }
}

BaryReport *
bary_plan_changes_report_new (const BaryPlanForm *form)
{
  BaryReport *report = bary_report_new ("Лист изменений", BARY_PAPER_A4, FALSE);
  g_autoptr (GPtrArray) standing = list_standing (form->lines);
  g_autoptr (GArray) changes = bary_plan_changes_new (form->approved_lines, standing);
  g_autofree char *day = form->approved_on != NULL ? write_day (form->approved_on) : g_strdup ("__________");
  g_autofree char *against = g_strdup_printf ("к редакции № %u от %s", form->revision, day);

  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, form->title);
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, against);
  if (changes->len > 0)
    add_changes (report, changes);
  else
    bary_report_add_paragraph (report, BARY_ALIGN_LEFT, "Изменений нет.");
  add_signatures (report, form);
  return report;
}

/* The table */

static char *
write_bound (BaryDay day)
{
  g_autofree char *iso = bary_day_to_iso (day);

  return iso != NULL ? write_day (iso) : NULL;
}

static void
add_table_row (BaryReportTable    *table,
               const BaryPlanForm *form,
               const BaryPlanLine *line)
{
  g_auto (BaryPeriod) period = { 0 };
  gboolean known = bary_period_parse (line->dates, form->school_year, &period, NULL);
  g_autofree char *first = known ? write_bound (period.earliest) : NULL;
  g_autofree char *last = known ? write_bound (period.latest) : NULL;
  const char *const cells[] = {
    form->cluster, line->section, line->number, line->name, line->dates, first, last, line->audience, line->result,
    line->cancelled ? "отменено" : NULL,
  };

  bary_report_table_add_row (table, line->cancelled ? BARY_ROW_STRUCK : BARY_ROW_PLAIN, cells);
}

BaryReport *
bary_plan_table_new (GPtrArray *forms)
{
  static const struct { const char *heading; double share; } columns[] = {
    { "Кластер", 4 }, { "Раздел", 4 }, { "№", 1 }, { "Наименование мероприятия", 7 }, { "Сроки проведения", 3 }, { "Начало", 2 },
    { "Окончание", 2 }, { "Целевая аудитория", 4 }, { "Планируемый результат", 5 }, { "Примечание", 2 },
  };
  BaryReport *report;
  BaryReportTable *table;

  g_return_val_if_fail (forms->len > 0, NULL);

  report = make_report (forms, "Мероприятия %s учебного года");
  table = bary_report_add_table (report, "Мероприятия");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bary_report_table_add_column (table, columns[i].heading, columns[i].share, BARY_ALIGN_LEFT);
  for (guint i = 0; i < forms->len; i++)
    {
      const BaryPlanForm *form = forms->pdata[i];

      for (guint j = 0; j < form->lines->len; j++)
        add_table_row (table, form, form->lines->pdata[j]);
    }
  return report;
}

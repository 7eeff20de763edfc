#include "bary-application-report.h"

#define UNKNOWN "______________________________"

static void
add_head (BaryReport            *report,
          const BaryContestForm *form,
          const char            *organisation)
{
  g_autofree char *year = g_strdup_printf ("на %d-%d учебный год", form->school_year, form->school_year + 1);
  g_autofree char *topic = g_strdup_printf ("по теме «%s»", form->topic != NULL ? form->topic : UNKNOWN);

  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, form->title != NULL ? form->title : "");
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, year);
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, topic);
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, organisation != NULL ? organisation : UNKNOWN);
}

static void
add_row (BaryReportTable     *table,
         const BaryFormField *field,
         guint                part,
         guint                row)
{
  guint n_columns = g_strv_length (field->options);
  g_autofree const char **cells = g_new0 (const char *, n_columns + field->numbered);
  g_autofree char *number = g_strdup_printf ("%u.", row);
  guint n = 0;

  if (field->numbered)
    cells[n++] = number;
  for (guint column = 1; column <= n_columns; column++)
    cells[n++] = bary_form_field_get_answer (field, part, row, column);
  bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
}

static void
add_table (BaryReport          *report,
           const BaryFormField *field)
{
  BaryReportTable *table = bary_report_add_table (report, field->name);
  guint n_parts = g_strv_length (field->parts);

  if (field->numbered)
    bary_report_table_add_column (table, "№", 1, BARY_ALIGN_CENTRE);
  for (guint i = 0; field->options[i] != NULL; i++)
    bary_report_table_add_column (table, field->options[i], 6, BARY_ALIGN_LEFT);
  for (guint part = MIN (n_parts, 1); part <= n_parts; part++)
    {
      guint n_rows = MAX (field->rows, bary_form_field_count_rows (field, part));

      if (part > 0)
        {
          g_autofree char *title = g_strdup_printf ("%u. %s", part, field->parts[part - 1]);

          bary_report_table_add_section (table, title);
        }
      for (guint row = 1; row <= n_rows; row++)
        add_row (table, field, part, row);
    }
}

static void
add_appendices (BaryReport          *report,
                const BaryFormField *field)
{
  g_autoptr (GString) names = g_string_new ("Приложение: ");

  for (guint i = 0; i < field->appendices->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", (const char *) field->appendices->pdata[i]);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, field->appendices->len > 0 ? names->str : "Приложение: " UNKNOWN);
}

/* Fields without a table of their own stand in one, as long as they follow one another. */
static void
add_fields (BaryReport            *report,
            const BaryFormSection *section)
{
  BaryReportTable *lines = NULL;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const BaryFormField *field = section->fields->pdata[i];
      const char *cells[] = { field->name, bary_form_field_get_answer (field, 0, 0, 0) };

      if (!bary_form_field_is_table (field) && field->kind != BARY_FORM_APPENDIX)
        {
          if (lines == NULL)
            {
              lines = bary_report_add_table (report, section->name);
              bary_report_table_add_column (lines, "Сведения", 5, BARY_ALIGN_LEFT);
              bary_report_table_add_column (lines, "Ответ", 7, BARY_ALIGN_LEFT);
            }
          bary_report_table_add_row (lines, BARY_ROW_PLAIN, cells);
          continue;
        }
      lines = NULL;
      if (!g_str_equal (field->name, section->name))
        bary_report_add_heading (report, 2, field->name);
      if (field->kind == BARY_FORM_APPENDIX)
        add_appendices (report, field);
      else
        add_table (report, field);
    }
}

BaryReport *
bary_application_report_new (const BaryContestForm *form,
                             const char            *organisation)
{
  BaryReport *report = bary_report_new ("ЗАЯВКА", BARY_PAPER_A4, FALSE);

  add_head (report, form, organisation);
  for (guint i = 0; i < form->sections->len; i++)
    {
      const BaryFormSection *section = form->sections->pdata[i];
      g_autofree char *title = g_strdup_printf ("%u. %s", i + 1, section->name);

      bary_report_add_heading (report, 2, title);
      add_fields (report, section);
    }
  return report;
}

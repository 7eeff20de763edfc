#include "bary-panel-report.h"

#include "bary-date.h"
#include "bary-panel-speakers.h"

static char *
write_total (const BaryPanelResults *results,
             const BaryScore        *score)
{
  return bary_score_to_words (score, &results->panel->rules);
}

/* The protocol */

static void
add_protocol_sheets (const BaryPanelResults *results,
                     const BaryResult       *result,
                     BaryReportTable        *table)
{
  for (guint i = result->first; i < result->first + result->n_shown; i++)
    {
      g_autofree char *addends = bary_panel_results_explain_sheet (results, i);
      g_autofree char *total = write_total (results, &g_array_index (results->totals, BaryScore, i));

      bary_report_table_add_row (table, BARY_ROW_PLAIN, (const char *[]) { NULL, bary_panel_results_get_name (results, i), addends, total });
    }
}

static void
add_protocol (const BaryPanelResults *results,
              BaryReport             *report)
{
  BaryReportTable *table = bary_report_add_table (report, "Протокол");

  bary_report_table_add_column (table, "Место", 1, BARY_ALIGN_CENTRE);
  bary_report_table_add_column (table, "Заявка, эксперт", 4, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Как получено", 6, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Итог", 1.5, BARY_ALIGN_RIGHT);
  for (guint i = 0; i < results->rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (results->rows, BaryRankingRow, i);
      const BaryResult *result = bary_panel_result (results, row->entry);
      g_autofree char *place = row->place > 0 ? g_strdup_printf ("%u", row->place) : NULL;
      g_autofree char *title = bary_panel_application_to_words (results->panel, result->application);
      g_autofree char *decided = bary_ranking_to_words (row, &results->panel->rules, (const BaryTieRule *) results->panel->steps->data);
      g_autofree char *why = bary_panel_results_explain (results, row->entry);
      g_autofree char *words = g_strdup_printf ("%s; %s", decided, why);
      g_autofree char *total = write_total (results, &result->total.score);

      bary_report_table_add_row (table, BARY_ROW_PLAIN, (const char *[]) { place, title, words, total });
      add_protocol_sheets (results, result, table);
    }
}

/* The table of the order */

static gboolean
has_votes (const BaryPanel *panel)
{
  for (guint i = 0; i < panel->speeches->len; i++)
    if (bary_panel_speech (panel, i)->voted)
      return TRUE;
  return FALSE;
}

static void
add_order_row (const BaryPanelResults *results,
               guint                   entry,
               guint                   number,
               BaryReportTable        *table)
{
  const BaryResult *result = bary_panel_result (results, entry);
  const BaryPanelApplication *application = bary_panel_application (results->panel, result->application);
  const BaryPanelSpeech *speech = bary_panel_find_speech (results->panel, result->application);
  g_autofree char *place = g_strdup_printf ("%u", number);
  g_autofree char *total = write_total (results, &result->total.score);
  g_autofree char *vote = speech != NULL ? bary_panel_vote_to_words (results->panel, speech) : NULL;

  bary_report_table_add_row (table, BARY_ROW_PLAIN,
                             (const char *[]) { place, application->organisation_name, application->name, total, vote });
}

static void
add_order (const BaryPanelResults *results,
           BaryReport             *report)
{
  const BaryPanel *panel = results->panel;
  g_autofree char *day = panel->order_date != NULL ? bary_date_to_words (panel->order_date) : NULL;
  g_autofree char *heading = panel->order_number != NULL ? g_strdup_printf ("Приложение к приказу № %s от %s", panel->order_number, day)
                             : g_strdup ("Приложение к приказу (проект)");
  BaryReportTable *table;

  bary_report_add_heading (report, 2, heading);
  table = bary_report_add_table (report, "Приказ");
  bary_report_table_add_column (table, "№ п/п", 1, BARY_ALIGN_CENTRE);
  bary_report_table_add_column (table, "Организация", 4, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Тема", 6, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Итог", 1.5, BARY_ALIGN_RIGHT);
  if (has_votes (panel))
    bary_report_table_add_column (table, "Голосование комиссии", 3, BARY_ALIGN_LEFT);
  for (guint i = 0, n = 0; i < results->rows->len; i++)
    {
      guint entry = g_array_index (results->rows, BaryRankingRow, i).entry;

      if (results->winners[entry])
        add_order_row (results, entry, ++n, table);
    }
}

/* Extracts */

static void
add_extract_sheet (const BaryPanelResults *results,
                   guint                   sheet,
                   BaryReportTable        *table)
{
  const BaryPanel *panel = results->panel;
  int number = g_array_index (results->sources, BaryResultSource, sheet).sheet;
  const BaryScoreMark *marks = g_array_index (results->sheets, BaryMarkedSheet, sheet).marks;
  const BaryPanelRemark *remarks = number >= 0 ? bary_panel_get_remarks (panel, (guint) number) : NULL;

  for (guint i = 0; i < panel->criteria->len; i++)
    {
      g_autofree char *mark = marks[i].given ? bary_fraction_to_words (&marks[i].value) : NULL;

      bary_report_table_add_row (table, BARY_ROW_PLAIN, (const char *[]) { bary_panel_scale (panel, i)->name, mark, remarks != NULL ? remarks[i].comment : NULL });
    }
}

/* Returns: (transfer full): whose a sheet is, without a name */
static char *
write_source (const BaryPanelResults *results,
              const BaryResult       *result,
              guint                   i)
{
  const BaryPanelSpeech *speech = bary_panel_results_get_vote (results, result->first + i);
  const char *information = i < result->n_sheets ? "" : " (для сведения)";
  g_autofree char *vote = speech != NULL ? bary_panel_vote_to_words (results->panel, speech) : NULL;

  if (vote != NULL)
    return g_strdup_printf ("Голосование комиссии%s: %s", information, vote);
  return i < result->n_experts ? g_strdup_printf ("Эксперт %u", i + 1) : g_strdup_printf ("Комиссия%s", information);
}

/* Until the order is there nothing is decided. Returns: (transfer full) */
static char *
write_outcome (const BaryPanelResults *results,
               guint                   entry)
{
  const BaryPanel *panel = results->panel;
  g_autofree char *day = panel->order_date != NULL ? bary_date_to_words (panel->order_date) : NULL;

  if (panel->order_number == NULL)
    return g_strdup ("Решение ещё не принято");
  return g_strdup_printf ("%s: приказ № %s%s%s", results->winners[entry] ? "Статус присвоен" : "Статус не присвоен",
                          panel->order_number, day != NULL ? " от " : "", day != NULL ? day : "");
}

/* Experts stand by number, in the order of handing in: the applicant learns no name. */
static void
add_extract (const BaryPanelResults *results,
             const BaryRankingRow   *row,
             BaryReport             *report)
{
  const BaryResult *result = bary_panel_result (results, row->entry);
  const BaryPanelApplication *application = bary_panel_application (results->panel, result->application);
  g_autofree char *title = bary_panel_application_to_words (results->panel, result->application);
  g_autofree char *heading = g_strdup_printf ("Выписка: %s", title);
  g_autofree char *total = write_total (results, &result->total.score);
  g_autofree char *outcome = write_outcome (results, row->entry);
  g_autofree char *summary = g_strdup_printf ("Тема: %s. Итог: %s. %s.", application->name, total, outcome);
  g_autofree char *name = g_strdup_printf ("Заявка %u", application->number);
  BaryReportTable *table;

  bary_report_add_heading (report, 2, heading);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, summary);
  table = bary_report_add_table (report, name);
  bary_report_table_add_column (table, "Критерий", 5, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Оценка", 1, BARY_ALIGN_CENTRE);
  bary_report_table_add_column (table, "Комментарий", 5, BARY_ALIGN_LEFT);
  for (guint i = 0; i < result->n_shown; i++)
    {
      g_autofree char *expert = write_source (results, result, i);

      bary_report_table_add_section (table, expert);
      add_extract_sheet (results, result->first + i, table);
    }
}

static void
add_all (const BaryPanelResults *results,
         BaryReport             *report)
{
  add_protocol (results, report);
  bary_report_begin_page (report);
  add_order (results, report);
  for (guint i = 0; i < results->rows->len; i++)
    {
      bary_report_begin_page (report);
      add_extract (results, &g_array_index (results->rows, BaryRankingRow, i), report);
    }
}

static BaryReport *
begin (const BaryPanelResults *results,
       const char             *what)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", what, results->panel->name);
  BaryReport *report = bary_report_new (title, BARY_PAPER_A4, FALSE);

  if (results->panel->order_date != NULL)
    bary_report_set_day (report, results->panel->order_date);
  return report;
}

BaryReport *
bary_panel_report_new (const BaryPanelResults *results,
                       BaryPanelPaper          paper)
{
  static const char *const titles[] = {
    [BARY_PANEL_PAPERS] = "Протокол экспертизы", [BARY_PANEL_PROTOCOL] = "Протокол экспертизы", [BARY_PANEL_ORDER] = "Решение по конкурсу",
  };
  static void (*const fill[]) (const BaryPanelResults *, BaryReport *) = {
    [BARY_PANEL_PAPERS] = add_all, [BARY_PANEL_PROTOCOL] = add_protocol, [BARY_PANEL_ORDER] = add_order,
  };
  BaryReport *report = begin (results, titles[paper]);

  fill[paper] (results, report);
  return report;
}

BaryReport *
bary_panel_report_new_extract (const BaryPanelResults *results,
                               const char             *application)
{
  for (guint i = 0; i < results->rows->len; i++)
    {
      const BaryRankingRow *row = &g_array_index (results->rows, BaryRankingRow, i);
      guint number = bary_panel_result (results, row->entry)->application;
      BaryReport *report;

      if (!g_str_equal (bary_panel_application (results->panel, number)->id, application))
        continue;
      report = begin (results, "Выписка из протокола экспертизы");
      add_extract (results, row, report);
      return report;
    }
  return NULL;
}

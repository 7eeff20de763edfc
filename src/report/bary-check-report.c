#include "bary-check-report.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

const char *
bary_check_line_get_outcome (const BaryCheckLine *line)
{
  if (!line->done)
    return _("not looked at");

  return line->n_problems == 0 ? _("in order") : _("not in order");
}

static void
add_lines (BaryReport          *report,
           const BaryCheckLine *lines,
           guint                n_lines)
{
  BaryReportTable *table = bary_report_add_table (report, _("Reliability check"));

  bary_report_table_add_column (table, _("What was looked at"), 4, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, _("Found"), 6, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, _("Outcome"), 3, BARY_ALIGN_LEFT);
  for (guint i = 0; i < n_lines; i++)
    {
      const char *cells[] = { lines[i].part, lines[i].found, bary_check_line_get_outcome (&lines[i]) };

      bary_report_table_add_row (table, BARY_ROW_PLAIN, cells);
    }
}

static void
add_problems (BaryReport *report,
              GPtrArray  *problems)
{
  if (problems->len == 0)
    {
      bary_report_add_paragraph (report, BARY_ALIGN_LEFT, _("Nothing wrong was found."));
      return;
    }

  bary_report_add_heading (report, 2, _("What is wrong"));
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, (const char *) problems->pdata[i]);

      bary_report_add_paragraph (report, BARY_ALIGN_LEFT, line);
    }
}

BaryReport *
bary_check_report_new (const char          *file,
                       const BaryCheckLine *lines,
                       guint                n_lines,
                       GPtrArray           *problems)
{
  BaryReport *report = bary_report_new (_("Reliability check"), BARY_PAPER_A4, FALSE);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%d.%m.%Y %H:%M");

  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, file);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, moment);
  add_lines (report, lines, n_lines);
  add_problems (report, problems);
  bary_report_add_paragraph (report, BARY_ALIGN_LEFT, _("Checked by: ______________________________"));
  return report;
}

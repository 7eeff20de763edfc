#include "bary-csv-row.h"
#include "bary-report-private.h"

/* As Excel opens it in Russia: semicolons, and a mark that says it is UTF-8. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define DELIMITER ';'

static void
append_guarded (GString     *text,
                const char **cells,
                guint        n)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (row, bary_csv_guard (cells[i]));
  bary_csv_append_row (text, row, DELIMITER);
}

static void
append_table (GString               *text,
              const BaryReportTable *table)
{
  guint n = table->columns->len;
  g_autofree const char **headings = g_new (const char *, n);

  for (guint i = 0; i < n; i++)
    headings[i] = bary_report_table_column (table, i)->heading;
  append_guarded (text, headings, n);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BaryReportRow *row = bary_report_table_row (table, i);

      append_guarded (text, (const char **) row->cells, row->section ? 1 : n);
    }
}

static gboolean
has_table (const BaryReport *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (bary_report_block (self, i)->kind == BARY_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

/* Other programs expect headings in the first line: where there are tables, nothing else is written. */
GBytes *
bary_report_to_csv (const BaryReport  *self,
                    GError           **error)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);
  gboolean tables_only = has_table (self);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BaryReportBlock *block = bary_report_block (self, i);
      const char *line = block->text;

      if (block->kind == BARY_BLOCK_TABLE)
        append_table (text, block->table);
      else if (!tables_only)
        append_guarded (text, &line, 1);
    }
  return g_string_free_to_bytes (text);
}

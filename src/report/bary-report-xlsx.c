#include "bary-report-file.h"
#include "bary-report-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#define CHARACTERS 110.0 /* of width, for the columns of a sheet together */
#define MOST_NAME 31     /* letters of the name of a sheet: Excel's limit */
#define MOST_TEXT 32767  /* letters of a cell: the same */

typedef struct {
  lxw_workbook *book;
  lxw_format   *title, *heading, *section, *plain, *struck;
} Book;

static lxw_format *
add_format (lxw_workbook *book,
            gboolean      bold,
            gboolean      italic,
            gboolean      struck,
            gboolean      bordered)
{
  lxw_format *format = workbook_add_format (book);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  if (italic)
    format_set_italic (format);
  if (struck)
    format_set_font_strikeout (format);
  if (bordered)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

static void
add_formats (Book *self)
{
  self->title = workbook_add_format (self->book);
  format_set_bold (self->title);
  self->heading = add_format (self->book, TRUE, FALSE, FALSE, TRUE);
  format_set_align (self->heading, LXW_ALIGN_CENTER);
  self->section = add_format (self->book, FALSE, TRUE, FALSE, TRUE);
  self->plain = add_format (self->book, FALSE, FALSE, FALSE, TRUE);
  self->struck = add_format (self->book, FALSE, FALSE, TRUE, TRUE);
}

/* A sheet's name is short, has no []:*?/\ and no apostrophe at its ends, and none is there twice. */
static char *
make_name (lxw_workbook *book,
           const char   *wanted,
           guint         number)
{
  g_autofree char *name = g_utf8_substring (wanted, 0, MIN (g_utf8_strlen (wanted, -1), MOST_NAME));

  g_strdelimit (name, "[]:*?/\\'", ' ');
  g_strstrip (name);
  if (*name != '\0' && workbook_validate_sheet_name (book, name) == LXW_NO_ERROR)
    return g_steal_pointer (&name);
  /* Translators: the name of a sheet of a spreadsheet */
  return g_strdup_printf (_("Sheet %u"), number);
}

static void
write_text (lxw_worksheet *sheet,
            guint          row,
            guint          column,
            const char    *text,
            lxw_format    *format)
{
  g_autofree char *cut = g_utf8_strlen (text, -1) > MOST_TEXT ? g_utf8_substring (text, 0, MOST_TEXT) : NULL;

  worksheet_write_string (sheet, row, (lxw_col_t) column, cut != NULL ? cut : text, format);
}

static void
write_row (Book                *self,
           lxw_worksheet       *sheet,
           guint                line,
           const BaryReportRow *row,
           guint                n)
{
  if (row->section && n > 1)
    {
      worksheet_merge_range (sheet, line, 0, line, (lxw_col_t) (n - 1), row->cells[0], self->section);
      return;
    }
  for (guint i = 0; i < n; i++)
    write_text (sheet, line, i, row->cells[i], row->style == BARY_ROW_STRUCK ? self->struck : self->plain);
}

static void
set_page (const BaryReport *report,
          lxw_worksheet    *sheet,
          guint             heading)
{
  enum { PAPER_A3 = 8, PAPER_A4 = 9 }; /* of the format's list */

  worksheet_set_paper (sheet, report->paper == BARY_PAPER_A4 ? PAPER_A4 : PAPER_A3);
  if (report->sideways)
    worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, heading, heading);
  worksheet_freeze_panes (sheet, heading + 1, 0);
}

static void
write_table (Book                  *self,
             const BaryReport      *report,
             const BaryReportTable *table,
             guint                  number)
{
  g_autofree char *name = make_name (self->book, table->name, number);
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);
  guint n = table->columns->len, heading = 2;

  worksheet_write_string (sheet, 0, 0, report->title, self->title);
  for (guint i = 0; i < n; i++)
    {
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, bary_report_table_get_share (table, i) * CHARACTERS, NULL);
      write_text (sheet, heading, i, bary_report_table_column (table, i)->heading, self->heading);
    }
  for (guint i = 0; i < table->rows->len; i++)
    write_row (self, sheet, heading + 1 + i, bary_report_table_row (table, i), n);
  /* Numbers of rows are texts: "1.2". */
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  set_page (report, sheet, heading);
}

/* Documents without a table give their texts. */
static void
write_texts (Book             *self,
             const BaryReport *report)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, NULL);

  for (guint i = 0; i < report->blocks->len; i++)
    worksheet_write_string (sheet, i, 0, bary_report_block (report, i)->text, i == 0 ? self->title : NULL);
}

static time_t
get_time (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, NULL);

  return moment != NULL ? (time_t) g_date_time_to_unix (moment) : 0;
}

static void
describe (const BaryReport *self,
          lxw_workbook     *book)
{
  lxw_doc_properties properties = { .title = self->title, .author = self->author };

  if (self->day != NULL)
    properties.created = get_time (self->day);
  workbook_set_properties (book, &properties);
}

static lxw_error
write_book (const BaryReport *self,
            const char       *path)
{
  Book book = { workbook_new (path) };
  guint n_tables = 0;

  if (book.book == NULL)
    return LXW_ERROR_MEMORY_MALLOC_FAILED;

  describe (self, book.book);
  add_formats (&book);
  for (guint i = 0; i < self->blocks->len; i++)
    if (bary_report_block (self, i)->kind == BARY_BLOCK_TABLE)
      write_table (&book, self, bary_report_block (self, i)->table, ++n_tables);
  if (n_tables == 0)
    write_texts (&book, self);
  return workbook_close (book.book);
}

/* The library writes only into a file of its own. */
GBytes *
bary_report_to_xlsx (const BaryReport  *self,
                     GError           **error)
{
  g_autofree char *folder = g_dir_make_tmp ("barycenter-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "book.xlsx", NULL) : NULL;
  char *contents = NULL;
  gsize length = 0;
  lxw_error failure;

  if (path == NULL)
    return NULL;

  failure = write_book (self, path);
  if (failure != LXW_NO_ERROR)
    g_set_error_literal (error, BARY_REPORT_ERROR, BARY_REPORT_ERROR_WRITE, lxw_strerror (failure));
  else
    g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);
  g_rmdir (folder);
  return contents != NULL ? g_bytes_new_take (contents, length) : NULL;
}

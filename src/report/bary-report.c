#include "bary-report-private.h"

static void
clear_column (BaryReportColumn *column)
{
  g_free (column->heading);
}

static void
clear_row (BaryReportRow *row)
{
  g_strfreev (row->cells);
}

static void
table_free (BaryReportTable *table)
{
  g_free (table->name);
  g_array_unref (table->columns);
  g_array_unref (table->rows);
  g_free (table);
}

static void
clear_block (BaryReportBlock *block)
{
  g_free (block->text);
  g_clear_pointer (&block->table, table_free);
  if (block->free_user_data != NULL)
    block->free_user_data (block->user_data);
}

static void
add_block (BaryReport      *self,
           BaryReportBlock *block)
{
  block->new_page = self->new_page;
  self->new_page = FALSE;
  g_array_append_val (self->blocks, *block);
}

static void
add_text (BaryReport    *self,
          BaryBlockKind  kind,
          BaryAlign      align,
          const char    *text)
{
  BaryReportBlock block = { .kind = kind, .align = align, .text = g_strdup (text) };

  add_block (self, &block);
}

BaryReport *
bary_report_new (const char *title,
                 BaryPaper   paper,
                 gboolean    sideways)
{
  BaryReport *self = g_new0 (BaryReport, 1);

  g_return_val_if_fail (title != NULL && paper < BARY_N_PAPERS, NULL);

  self->title = g_strdup (title);
  self->paper = paper;
  self->sideways = sideways;
  self->blocks = g_array_new (FALSE, TRUE, sizeof (BaryReportBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) clear_block);
  add_text (self, BARY_BLOCK_TITLE, BARY_ALIGN_CENTRE, title);
  return self;
}

void
bary_report_free (BaryReport *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->day);
  g_array_unref (self->blocks);
  g_free (self);
}

const char *
bary_report_get_title (const BaryReport *self)
{
  return self->title;
}

void
bary_report_set_author (BaryReport *self,
                        const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

void
bary_report_set_day (BaryReport *self,
                     const char *day)
{
  g_free (self->day);
  self->day = g_strdup (day);
}

void
bary_report_begin_page (BaryReport *self)
{
  self->new_page = TRUE;
}

void
bary_report_add_heading (BaryReport *self,
                         guint       level,
                         const char *text)
{
  g_return_if_fail (level == 1 || level == 2);

  add_text (self, level == 1 ? BARY_BLOCK_HEADING : BARY_BLOCK_SUBHEADING, BARY_ALIGN_LEFT, text);
}

void
bary_report_add_paragraph (BaryReport *self,
                           BaryAlign   align,
                           const char *text)
{
  add_text (self, BARY_BLOCK_PARAGRAPH, align, text);
}

void
bary_report_add_picture (BaryReport      *self,
                         double           aspect,
                         const char      *text,
                         BaryReportPaint  paint,
                         gpointer         user_data,
                         GDestroyNotify   free_user_data)
{
  BaryReportBlock block = {
    .kind = BARY_BLOCK_PICTURE, .align = BARY_ALIGN_CENTRE, .text = g_strdup (text), .aspect = aspect, .paint = paint,
    .user_data = user_data, .free_user_data = free_user_data,
  };

  g_return_if_fail (aspect > 0 && paint != NULL);
  add_block (self, &block);
}

BaryReportTable *
bary_report_add_table (BaryReport *self,
                       const char *name)
{
  BaryReportBlock block = { .kind = BARY_BLOCK_TABLE };
  BaryReportTable *table = g_new0 (BaryReportTable, 1);

  table->name = g_strdup (name);
  table->columns = g_array_new (FALSE, TRUE, sizeof (BaryReportColumn));
  g_array_set_clear_func (table->columns, (GDestroyNotify) clear_column);
  table->rows = g_array_new (FALSE, TRUE, sizeof (BaryReportRow));
  g_array_set_clear_func (table->rows, (GDestroyNotify) clear_row);
  block.table = table;
  add_block (self, &block);
  return table;
}

void
bary_report_table_add_column (BaryReportTable *self,
                              const char      *heading,
                              double           share,
                              BaryAlign        align)
{
  BaryReportColumn column = { g_strdup (heading), share, align };

  g_return_if_fail (self->rows->len == 0 && share > 0);
  g_array_append_val (self->columns, column);
}

static void
add_row (BaryReportTable   *self,
         BaryRowStyle       style,
         gboolean           section,
         const char *const *cells)
{
  BaryReportRow row = { style, section, g_new0 (char *, self->columns->len + 1) };

  for (guint i = 0; i < self->columns->len; i++)
    row.cells[i] = g_strdup ((!section || i == 0) && cells[i] != NULL ? cells[i] : "");
  g_array_append_val (self->rows, row);
}

void
bary_report_table_add_section (BaryReportTable *self,
                               const char      *text)
{
  g_return_if_fail (self->columns->len > 0);

  add_row (self, BARY_ROW_PLAIN, TRUE, &text);
}

void
bary_report_table_add_row (BaryReportTable   *self,
                           BaryRowStyle       style,
                           const char *const *cells)
{
  g_return_if_fail (self->columns->len > 0);

  add_row (self, style, FALSE, cells);
}

double
bary_report_table_get_share (const BaryReportTable *self,
                             guint                  column)
{
  double sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    sum += bary_report_table_column (self, i)->share;
  return bary_report_table_column (self, column)->share / sum;
}

void
bary_report_get_sheet (const BaryReport *self,
                       BarySheetSize    *sheet)
{
  bary_paper_get_size (self->paper, sheet);
  if (self->sideways)
    {
      double width = sheet->width;

      sheet->width = sheet->height;
      sheet->height = width;
    }
}

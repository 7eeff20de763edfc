#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

typedef enum {
  BARY_BLOCK_TITLE,
  BARY_BLOCK_HEADING,
  BARY_BLOCK_SUBHEADING,
  BARY_BLOCK_PARAGRAPH,
  BARY_BLOCK_PICTURE,
  BARY_BLOCK_TABLE,
} BaryBlockKind;

typedef struct {
  char      *heading;
  double     share;
  BaryAlign  align;
} BaryReportColumn;

typedef struct {
  BaryRowStyle  style;
  gboolean      section; /* one cell */
  char        **cells;   /* n of the columns, never NULL */
} BaryReportRow;

struct _BaryReportTable {
  char   *name;
  GArray *columns; /* of BaryReportColumn */
  GArray *rows;    /* of BaryReportRow */
};

typedef struct {
  BaryBlockKind    kind;
  gboolean         new_page;
  BaryAlign        align;
  char            *text;
  BaryReportTable *table;
  double           aspect;
  BaryReportPaint  paint;
  gpointer         user_data;
  GDestroyNotify   free_user_data;
} BaryReportBlock;

struct _BaryReport {
  char       *title;
  char       *author; /* (nullable) */
  char       *day;    /* (nullable) */
  BaryPaper   paper;
  gboolean    sideways;
  gboolean    new_page; /* before the next block */
  GArray     *blocks; /* of BaryReportBlock; the first is the title */
};

#define bary_report_block(report, i) (&g_array_index ((report)->blocks, BaryReportBlock, (i)))
#define bary_report_table_column(table, i) (&g_array_index ((table)->columns, BaryReportColumn, (i)))
#define bary_report_table_row(table, i) (&g_array_index ((table)->rows, BaryReportRow, (i)))

/* Share of a column of the whole width, from 0 to 1. */
double bary_report_table_get_share (const BaryReportTable *self,
                                    guint                  column);
/* The sheet as it lies. */
void   bary_report_get_sheet       (const BaryReport      *self,
                                    BarySheetSize         *sheet);

#define BARY_OPENDOCUMENT_TEXT "application/vnd.oasis.opendocument.text"

typedef enum {
  BARY_OPENDOCUMENT_FLAT, /* all in one */
  BARY_OPENDOCUMENT_CONTENT,
  BARY_OPENDOCUMENT_STYLES,
  BARY_OPENDOCUMENT_META,
} BaryOpenDocumentPart;

/* Returns: (transfer full) */
GBytes *bary_report_make_opendocument (const BaryReport   *self,
                                       BaryOpenDocumentPart part);

/* Each output as bytes. Returns: (transfer full) (nullable) */
GBytes *bary_report_to_pdf         (const BaryReport      *self,
                                    GError               **error);
GBytes *bary_report_to_csv         (const BaryReport      *self,
                                    GError               **error);
GBytes *bary_report_to_xlsx        (const BaryReport      *self,
                                    GError               **error);
GBytes *bary_report_to_fodt        (const BaryReport      *self,
                                    GError               **error);
GBytes *bary_report_to_odt         (const BaryReport      *self,
                                    GError               **error);

G_END_DECLS

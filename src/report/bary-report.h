#pragma once

#include "bary-poster.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A document for paper and for other programs: headings, paragraphs, tables and pictures one below the other. It is
 * written once and goes out by every way: pages (bary-pages.h), a spreadsheet, a text document (bary-report-file.h). */
typedef struct _BaryReport BaryReport;
typedef struct _BaryReportTable BaryReportTable;

typedef enum { BARY_ALIGN_LEFT, BARY_ALIGN_CENTRE, BARY_ALIGN_RIGHT } BaryAlign;

typedef enum {
  BARY_ROW_PLAIN,
  BARY_ROW_STRUCK, /* what is cancelled stays to be read */
} BaryRowStyle;

/* Paints a picture into a box of `width` × `height` points whose upper left corner is the origin. */
typedef void (*BaryReportPaint) (cairo_t *cr, double width, double height, gpointer user_data);

/* @title: of the file, and the first heading; @sideways: whether the sheets lie on their side */
BaryReport      *bary_report_new           (const char       *title,
                                            BaryPaper         paper,
                                            gboolean          sideways);
void             bary_report_free          (BaryReport       *self);

const char      *bary_report_get_title     (const BaryReport *self);

/* Who stands as the author in the file. @author: (nullable) */
void             bary_report_set_author    (BaryReport       *self,
                                            const char       *author);
/* The day, ISO, that stands in the file as that of its making: the same document is the same file. @day: (nullable) */
void             bary_report_set_day       (BaryReport       *self,
                                            const char       *day);

/* What comes next begins a new page. */
void             bary_report_begin_page    (BaryReport       *self);
/* @level: 1 or 2. A heading never stands last on a page. */
void             bary_report_add_heading   (BaryReport       *self,
                                            guint             level,
                                            const char       *text);
void             bary_report_add_paragraph (BaryReport       *self,
                                            BaryAlign         align,
                                            const char       *text);
/* As wide as the text, or smaller where the page is not high enough. @aspect: its width ÷ its height;
 * @text: what it shows, where no picture goes. */
void             bary_report_add_picture   (BaryReport       *self,
                                            double            aspect,
                                            const char       *text,
                                            BaryReportPaint   paint,
                                            gpointer          user_data,
                                            GDestroyNotify    free_user_data);

/* @name: of the sheet of a spreadsheet. Returns: (transfer none): columns first, then rows. */
BaryReportTable *bary_report_add_table     (BaryReport       *self,
                                            const char       *name);
/* @heading: the row of them is repeated on each page; @share: of the width, against those of the others */
void             bary_report_table_add_column  (BaryReportTable    *self,
                                                const char         *heading,
                                                double              share,
                                                BaryAlign           align);
/* One cell over all columns, which never stands last on a page. */
void             bary_report_table_add_section (BaryReportTable    *self,
                                                const char         *text);
/* @cells: one per column, NULL for an empty one */
void             bary_report_table_add_row     (BaryReportTable    *self,
                                                BaryRowStyle        style,
                                                const char *const  *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryReport, bary_report_free)

G_END_DECLS

#include "bary-export-private.h"

#include "bary-config.h"
#include "bary-pdf-stream.h"
#include "bary-png.h"
#include "bary-scene-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define BAND (16u * 1024 * 1024) /* pixels in memory at a time */
#define PER_METRE 3780           /* 96 to the inch */
#define MARK 14.0                /* length of the marks in a sheet's margin */
#define MARK_TEXT 7.0
#define HAIRLINE 0.5

static void
play (cairo_t      *cr,
      BaryTape     *tape,
      BaryTextBook *book)
{
  double left, top, right, bottom;
  BarySprites *sprites = bary_sprites_new ();
  BaryPen *pen = bary_cairo_pen_new (cr, book, sprites);
  BaryBox area;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  area = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
  bary_tape_play (tape, pen, &area);
  bary_cairo_pen_free (pen);
  bary_sprites_free (sprites);
}

static void
play_text (BaryExport   *self,
           cairo_t      *cr,
           BaryTape     *tape,
           double        top,
           BaryTextBook *book)
{
  cairo_save (cr);
  cairo_translate (cr, self->plan.margin * self->scale, top * self->scale);
  cairo_scale (cr, self->plan.text_scale * self->scale, self->plan.text_scale * self->scale);
  play (cr, tape, book);
  cairo_restore (cr);
}

/* What the clip shows: each sheet and each band is told only what is on it. */
static void
paint (BaryExport *self,
       cairo_t    *cr)
{
  const BaryBox *picture = &self->plan.picture;
  BaryTextBook *book = bary_text_book_take (self->family);
  double left = (picture->x - picture->width / 2) * self->scale, top = (picture->y - picture->height / 2) * self->scale;

  bary_draw_set_colour (cr, self->theme.background, 1);
  cairo_paint (cr);
  cairo_save (cr);
  /* On whole pixels the screen's own painter can do it. */
  cairo_translate (cr, self->on_paper ? left : rint (left), self->on_paper ? top : rint (top));
  cairo_rectangle (cr, 0, 0, ceil (picture->width * self->scale), ceil (picture->height * self->scale));
  cairo_clip (cr);
  if (self->by_camera)
    cairo_scale (cr, self->scale, self->scale);
  play (cr, self->picture, book);
  cairo_restore (cr);
  play_text (self, cr, self->heading, self->plan.margin, book);
  play_text (self, cr, self->legend, self->plan.legend_top, book);
  bary_text_book_give_back (book);
}

/* Pixels */

static cairo_surface_t *
paint_band (BaryExport *self,
            int         width,
            int         top,
            int         height)
{
  cairo_surface_t *band = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (band);

  cairo_translate (cr, 0, -top);
  paint (self, cr);
  cairo_destroy (cr);
  return band;
}

static int
count_pixels (BaryExport *self,
              double      length)
{
  return (int) ceil (length * self->scale - 1e-6);
}

cairo_surface_t *
bary_export_to_surface (BaryExport *self)
{
  g_return_val_if_fail (self->format == BARY_EXPORT_PNG, NULL);

  return paint_band (self, count_pixels (self, self->plan.width), 0, count_pixels (self, self->plan.height));
}

cairo_status_t
bary_export_write_png (BaryExport         *self,
                       cairo_write_func_t  write,
                       gpointer            closure,
                       BaryExportProgress  progress,
                       gpointer            user_data)
{
  int width = count_pixels (self, self->plan.width), height = count_pixels (self, self->plan.height);
  int step = CLAMP ((int) (BAND / width), 1, height);
  g_autoptr (BaryPng) png = bary_png_new (width, height, PER_METRE, write, closure);

  bary_png_add_text (png, "Title", self->title);
  if (self->centre != NULL)
    bary_png_add_text (png, "Author", self->centre);
  for (int top = 0; top < height; top += step)
    {
      cairo_surface_t *band = paint_band (self, width, top, MIN (step, height - top));
      cairo_status_t status = cairo_surface_status (band);

      if (status == CAIRO_STATUS_SUCCESS)
        bary_png_add_rows (png, band);
      cairo_surface_destroy (band);
      if (status != CAIRO_STATUS_SUCCESS)
        return status;
      if (progress != NULL && !progress ((double) MIN (top + step, height) / height, user_data))
        return CAIRO_STATUS_WRITE_ERROR;
    }
  return bary_png_finish (png);
}

/* Paper */

static void
draw_crop_marks (cairo_t         *cr,
                 const BarySheet *sheet)
{
  double right = sheet->x + sheet->width, bottom = sheet->y + sheet->height, gap = 2;

  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 ? right : sheet->x, y = i / 2 ? bottom : sheet->y;
      double dx = i % 2 ? 1 : -1, dy = i / 2 ? 1 : -1;

      cairo_move_to (cr, x + dx * gap, y);
      cairo_line_to (cr, x + dx * MARK, y);
      cairo_move_to (cr, x, y + dy * gap);
      cairo_line_to (cr, x, y + dy * MARK);
    }
  cairo_stroke (cr);
}

/* Where the edge of the neighbour comes to lie: a triangle in the margin points at it from both ends. */
static void
draw_lap (cairo_t *cr,
          double   x,
          double   y,
          gboolean upright,
          double   direction)
{
  double length = MARK / 2, half = MARK / 5;

  cairo_move_to (cr, x, y);
  if (upright)
    {
      cairo_line_to (cr, x - half, y + direction * length);
      cairo_line_to (cr, x + half, y + direction * length);
    }
  else
    {
      cairo_line_to (cr, x + direction * length, y - half);
      cairo_line_to (cr, x + direction * length, y + half);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_laps (cairo_t         *cr,
           const BarySheet *sheet)
{
  double right = sheet->x + sheet->width, bottom = sheet->y + sheet->height;
  const double across[] = { sheet->x + sheet->lap_left, right - sheet->lap_right };
  const double down[] = { sheet->y + sheet->lap_top, bottom - sheet->lap_bottom };
  const gboolean has_across[] = { sheet->lap_left > 0, sheet->lap_right > 0 };
  const gboolean has_down[] = { sheet->lap_top > 0, sheet->lap_bottom > 0 };

  for (guint i = 0; i < 2; i++)
    {
      if (has_across[i])
        {
          draw_lap (cr, across[i], sheet->y - 1, TRUE, -1);
          draw_lap (cr, across[i], bottom + 1, TRUE, 1);
        }
      if (has_down[i])
        {
          draw_lap (cr, sheet->x - 1, down[i], FALSE, -1);
          draw_lap (cr, right + 1, down[i], FALSE, 1);
        }
    }
}

static void
draw_sheet_name (BaryExport      *self,
                 cairo_t         *cr,
                 const BarySheet *sheet,
                 guint            index)
{
  g_autofree char *place = bary_poster_name_sheet (&self->poster, index);
  g_autofree char *words = g_strdup_printf ("%s · %s", place, self->title);
  g_autoptr (PangoLayout) text = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, MARK_TEXT * PANGO_SCALE);
  pango_layout_set_font_description (text, font);
  pango_font_description_free (font);
  pango_layout_set_text (text, words, -1);
  pango_layout_set_width (text, (int) ((sheet->width - 6 * MARK) * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, sheet->x + 3 * MARK, sheet->y + sheet->height + MARK / 2 + 2);
  pango_cairo_show_layout (cr, text);
}

static void
draw_marks (BaryExport      *self,
            cairo_t         *cr,
            const BarySheet *sheet,
            guint            index)
{
  cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
  cairo_set_line_width (cr, HAIRLINE);
  draw_crop_marks (cr, sheet);
  draw_laps (cr, sheet);
  draw_sheet_name (self, cr, sheet, index);
}

void
bary_export_draw_sheet (BaryExport *self,
                        cairo_t    *cr,
                        guint       index)
{
  BarySheet sheet;

  bary_poster_get_sheet (&self->poster, index, &sheet);
  cairo_save (cr);
  cairo_rectangle (cr, sheet.x, sheet.y, sheet.width, sheet.height);
  cairo_clip (cr);
  cairo_translate (cr, sheet.left, sheet.top);
  cairo_scale (cr, self->poster.scale, self->poster.scale);
  cairo_rectangle (cr, 0, 0, self->plan.width, self->plan.height);
  cairo_clip (cr);
  paint (self, cr);
  cairo_restore (cr);
  if (bary_poster_count_sheets (&self->poster) > 1)
    draw_marks (self, cr, &sheet, index);
}

static void
describe_pdf (BaryExport      *self,
              cairo_surface_t *pdf)
{
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, _("Barycenter"));
  if (self->centre != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, self->centre);
  /* Not the time of writing: the same picture is the same file. */
  if (self->day != NULL)
    {
      g_autofree char *date = g_strconcat (self->day, "T00:00:00", NULL);

      cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, date);
    }
}

/* Returns: FALSE to stop. */
static gboolean
draw_sheets (BaryExport         *self,
             const BaryPdfStream *stream,
             cairo_surface_t    *pdf,
             cairo_t            *cr,
             BaryExportProgress  progress,
             gpointer            user_data)
{
  guint n = bary_poster_count_sheets (&self->poster);

  for (guint i = 0; i < n && stream->status == CAIRO_STATUS_SUCCESS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (pdf, label);
      bary_export_draw_sheet (self, cr, i);
      cairo_show_page (cr);
      if (progress != NULL && !progress ((i + 1.0) / n, user_data))
        return FALSE;
    }
  return TRUE;
}

cairo_status_t
bary_export_write_pdf (BaryExport         *self,
                       cairo_write_func_t  write,
                       gpointer            closure,
                       BaryExportProgress  progress,
                       gpointer            user_data)
{
  double width = self->on_paper ? self->poster.sheet.width : self->plan.width;
  double height = self->on_paper ? self->poster.sheet.height : self->plan.height;
  BaryPdfStream stream = { write, closure, CAIRO_STATUS_SUCCESS };
  cairo_surface_t *pdf = bary_pdf_stream_begin (&stream, width, height);
  cairo_t *cr = cairo_create (pdf);
  cairo_status_t status, end;
  gboolean stopped = FALSE;

  describe_pdf (self, pdf);
  if (self->on_paper)
    stopped = !draw_sheets (self, &stream, pdf, cr, progress, user_data);
  else
    paint (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  end = bary_pdf_stream_finish (&stream, pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = end;
  return stopped ? CAIRO_STATUS_WRITE_ERROR : status;
}

#include "bary-poster.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN (10 * BARY_MILLIMETRE)
#define OVERLAP (10 * BARY_MILLIMETRE)
#define ROUNDING 1e-9

/* ISO 216, millimetres. */
static const struct {
  const char *name;
  double      width, height;
} papers[BARY_N_PAPERS] = {
  [BARY_PAPER_A4] = { "A4", 210, 297 },
  [BARY_PAPER_A3] = { "A3", 297, 420 },
  [BARY_PAPER_A2] = { "A2", 420, 594 },
  [BARY_PAPER_A1] = { "A1", 594, 841 },
  [BARY_PAPER_A0] = { "A0", 841, 1189 },
};

const char *
bary_paper_get_name (BaryPaper paper)
{
  g_return_val_if_fail (paper < BARY_N_PAPERS, NULL);

  return papers[paper].name;
}

gboolean
bary_paper_from_name (const char *name,
                      BaryPaper  *paper)
{
  for (BaryPaper i = 0; i < BARY_N_PAPERS; i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

void
bary_paper_get_size (BaryPaper      paper,
                     BarySheetSize *size)
{
  g_return_if_fail (paper < BARY_N_PAPERS);

  size->width = papers[paper].width * BARY_MILLIMETRE;
  size->height = papers[paper].height * BARY_MILLIMETRE;
  size->margin = MARGIN;
}

/* How much of the picture's side `n` sheets cover. */
static double
cover (double side,
       double margin,
       double overlap,
       guint  n)
{
  return n * (side - 2 * margin) - (n - 1) * overlap;
}

static double
count_along (double length,
             double side,
             double margin,
             double overlap)
{
  return MAX (ceil ((length - overlap) / (side - 2 * margin - overlap) - ROUNDING), 1);
}

static void
fill_sheets (BaryPoster *self)
{
  double width = cover (self->sheet.width, self->sheet.margin, self->overlap, self->columns);
  double height = cover (self->sheet.height, self->sheet.margin, self->overlap, self->rows);

  self->scale = MIN (width / self->picture_width, height / self->picture_height);
}

static void
begin (BaryPoster          *self,
       const BarySheetSize *sheet,
       gboolean             lying,
       double               width,
       double               height)
{
  self->sheet = *sheet;
  if (lying)
    {
      self->sheet.width = sheet->height;
      self->sheet.height = sheet->width;
    }
  self->overlap = MIN (OVERLAP, MIN (sheet->width, sheet->height) / 8);
  self->columns = self->rows = 1;
  self->picture_width = MAX (width, 1);
  self->picture_height = MAX (height, 1);
  fill_sheets (self);
}

static gboolean
plan (BaryPoster *self,
      double      scale)
{
  double columns = count_along (self->picture_width * scale, self->sheet.width, self->sheet.margin, self->overlap);
  double rows = count_along (self->picture_height * scale, self->sheet.height, self->sheet.margin, self->overlap);

  if (!(columns * rows <= BARY_MOST_SHEETS))
    return FALSE;

  self->columns = (guint) columns;
  self->rows = (guint) rows;
  fill_sheets (self);
  return TRUE;
}

void
bary_poster_fit (BaryPoster          *self,
                 const BarySheetSize *sheet,
                 gboolean             turn,
                 double               width,
                 double               height)
{
  BaryPoster other;

  begin (self, sheet, FALSE, width, height);
  begin (&other, sheet, TRUE, width, height);
  if (turn && other.scale > self->scale)
    *self = other;
}

gboolean
bary_poster_plan (BaryPoster          *self,
                  const BarySheetSize *sheet,
                  gboolean             turn,
                  double               width,
                  double               height,
                  double               scale)
{
  BaryPoster other;
  gboolean upright, lying;

  begin (self, sheet, FALSE, width, height);
  begin (&other, sheet, TRUE, width, height);
  upright = plan (self, scale);
  lying = turn && plan (&other, scale);
  if (lying && (!upright || bary_poster_count_sheets (&other) < bary_poster_count_sheets (self) ||
                (bary_poster_count_sheets (&other) == bary_poster_count_sheets (self) && other.scale > self->scale)))
    *self = other;
  else if (!upright)
    bary_poster_fit (self, sheet, turn, width, height);
  return upright || lying;
}

gboolean
bary_poster_plan_for_label (BaryPoster          *self,
                            const BarySheetSize *sheet,
                            gboolean             turn,
                            double               width,
                            double               height,
                            double               label)
{
  g_return_val_if_fail (label > 0, FALSE);

  return bary_poster_plan (self, sheet, turn, width, height, BARY_SMALLEST_LABEL / label);
}

guint
bary_poster_count_sheets (const BaryPoster *self)
{
  return self->columns * self->rows;
}

void
bary_poster_get_sheet (const BaryPoster *self,
                       guint             index,
                       BarySheet        *sheet)
{
  const BarySheetSize *size = &self->sheet;
  double spare_x = cover (size->width, size->margin, self->overlap, self->columns) - self->picture_width * self->scale;
  double spare_y = cover (size->height, size->margin, self->overlap, self->rows) - self->picture_height * self->scale;

  g_return_if_fail (index < bary_poster_count_sheets (self));

  sheet->column = index % self->columns;
  sheet->row = index / self->columns;
  sheet->x = sheet->y = size->margin;
  sheet->width = size->width - 2 * size->margin;
  sheet->height = size->height - 2 * size->margin;
  sheet->left = size->margin + spare_x / 2 - sheet->column * (sheet->width - self->overlap);
  sheet->top = size->margin + spare_y / 2 - sheet->row * (sheet->height - self->overlap);
  sheet->lap_left = sheet->column > 0 ? self->overlap : 0;
  sheet->lap_top = sheet->row > 0 ? self->overlap : 0;
  sheet->lap_right = sheet->column + 1 < self->columns ? self->overlap : 0;
  sheet->lap_bottom = sheet->row + 1 < self->rows ? self->overlap : 0;
}

char *
bary_poster_name_sheet (const BaryPoster *self,
                        guint             index)
{
  /* Translators: a sheet of a poster: its number, of how many, and its place */
  return g_strdup_printf (_("%1$u of %2$u · row %3$u, column %4$u"), index + 1, bary_poster_count_sheets (self),
                          index / self->columns + 1, index % self->columns + 1);
}

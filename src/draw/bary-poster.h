#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a picture comes to paper: on one sheet, or on several that are glued together. Lengths are points of 1/72 inch. */

typedef enum {
  BARY_PAPER_A4,
  BARY_PAPER_A3,
  BARY_PAPER_A2,
  BARY_PAPER_A1,
  BARY_PAPER_A0,
  BARY_N_PAPERS
} BaryPaper;

#define BARY_MILLIMETRE (72 / 25.4)
/* Nobody reads smaller letters on paper. */
#define BARY_SMALLEST_LABEL 6.0
/* More sheets nobody glues together. */
#define BARY_MOST_SHEETS 400

/* «A4» … «A0» */
const char *bary_paper_get_name  (BaryPaper    paper);
gboolean    bary_paper_from_name (const char  *name,
                                  BaryPaper   *paper);

typedef struct {
  double width, height;
  double margin;  /* on each side */
} BarySheetSize;

/* Upright, with a margin that every printer can keep. */
void        bary_paper_get_size  (BaryPaper      paper,
                                  BarySheetSize *size);

typedef struct {
  BarySheetSize sheet;           /* as it is turned */
  double        overlap;         /* of neighbouring sheets */
  guint         columns, rows;
  double        picture_width, picture_height;
  double        scale;           /* points of paper for one of the picture */
} BaryPoster;

/* One sheet with the picture as large as it goes. @turn: whether the sheet may be laid on its side. */
void        bary_poster_fit       (BaryPoster          *self,
                                   const BarySheetSize *sheet,
                                   gboolean             turn,
                                   double               width,
                                   double               height);
/* The fewest sheets that show the picture at `scale` or larger; it is made as large as they allow.
 * Returns: FALSE if they were more than BARY_MOST_SHEETS: then it is as if fitted. */
gboolean    bary_poster_plan      (BaryPoster          *self,
                                   const BarySheetSize *sheet,
                                   gboolean             turn,
                                   double               width,
                                   double               height,
                                   double               scale);
/* The same for a picture whose smallest letters have the size `label` and shall be readable. */
gboolean    bary_poster_plan_for_label (BaryPoster          *self,
                                        const BarySheetSize *sheet,
                                        gboolean             turn,
                                        double               width,
                                        double               height,
                                        double               label);

guint       bary_poster_count_sheets (const BaryPoster *self);

typedef struct {
  guint  column, row;            /* from 0 */
  double left, top;              /* where the picture's upper left corner is, on the sheet */
  double x, y, width, height;    /* of the sheet: what of it is printed on */
  double lap_left, lap_right, lap_top, lap_bottom; /* what neighbours show as well, inside that */
} BarySheet;

/* Sheets go by rows. */
void        bary_poster_get_sheet (const BaryPoster    *self,
                                   guint                index,
                                   BarySheet           *sheet);
/* Returns: (transfer full): «2 of 6 · row 1, column 2» */
char       *bary_poster_name_sheet (const BaryPoster   *self,
                                    guint               index);

G_END_DECLS

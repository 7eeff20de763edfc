#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* A zone made ready for many questions: directions of its borders from the middle of the disc. A sector of half a circle at
 * most is what two half planes have in common, a wider one what lies in either. */
typedef struct {
  double   start_x, start_y, end_x, end_y;
  double   inner;
  gboolean round, wide;
} BaryDiscSector;

/* @zone: (nullable): NULL for everywhere */
void     bary_disc_sector_init  (BaryDiscSector       *self,
                                 const BaryLayoutZone *zone);
/* Whether a box, its place about the middle of the disc, lies in a zone: nothing of it lies inside the ring, and its middle, or
 * the @whole of it, in the sector. Outwards there is no end. */
gboolean bary_disc_sector_holds (const BaryDiscSector *self,
                                 const BaryFlatBox    *box,
                                 gboolean              whole);
/* Moves a box that lies behind the borders of a sector of half a circle at most straight across them. */
void     bary_disc_sector_pull_in (const BaryDiscSector *self,
                                   BaryFlatBox          *box,
                                   gboolean              whole);

G_END_DECLS

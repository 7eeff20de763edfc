#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* Whether a box, its place about the middle of the disc, lies in a zone: nothing of it lies inside the ring, and its middle, or
 * the @whole of it, in the sector. Outwards there is no end. */
gboolean bary_disc_zone_holds (const BaryLayoutZone *zone,
                               const BaryFlatBox    *box,
                               gboolean              whole);

G_END_DECLS

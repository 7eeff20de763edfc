#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* A layout that begins with where nodes stood before. What was pinned stays exactly; what stands in its zone and upon
 * nothing stays as well. The rest, new members above all, take free places in their zones that cost the fewest
 * crossings; new clusters are laid out by themselves and stand in the nearest free place to what they are tied to.
 * Nothing is pushed: a zone reaches outwards without end, so there always is a free place. */
gboolean bary_known_places_are_there (const BaryLayoutWork *work);
/* Returns: FALSE if it was stopped. */
gboolean bary_known_places_lay_out   (BaryLayoutWork       *work,
                                      BaryLayoutScheme      scheme,
                                      const GArray         *long_ties);
/* For what was just laid out anew: whoever would move if it were laid out once more moves now.
 * Returns: FALSE if it was stopped. */
gboolean bary_known_places_confirm   (BaryLayoutWork       *work,
                                      BaryLayoutScheme      scheme,
                                      const GArray         *long_ties);

G_END_DECLS

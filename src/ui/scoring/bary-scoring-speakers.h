#pragma once

#include "bary-panel.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The public presentation: who speaks when, who leaves the room for that, how the commission voted. From here it is shown to the
 * hall.
 *
 * Actions: "speakers.order" (so that the fewest leave), "speakers.show". */
#define BARY_TYPE_SCORING_SPEAKERS (bary_scoring_speakers_get_type ())
G_DECLARE_FINAL_TYPE (BaryScoringSpeakers, bary_scoring_speakers, BARY, SCORING_SPEAKERS, AdwBin)

/* @panel: (nullable): read at once, not kept */
void bary_scoring_speakers_show (BaryScoringSpeakers *self,
                                 BarySession         *session,
                                 const BaryPanel     *panel);

G_END_DECLS

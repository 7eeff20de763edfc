#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The order of a public presentation. Whoever has a conflict with a speaker leaves the room, and comes back after the
 * last of several in a row: as few as possible shall leave. */

#define BARY_SPEAKERS_MOST_MEMBERS 64
#define BARY_SPEAKERS_EXACT 14 /* different sets of those absent, up to which the order is the best there is */

/* Speakers with the same absences come one after another, in the order of the input; those whom nobody leaves for come
 * first. Beyond BARY_SPEAKERS_EXACT sets the order is a good one: none is better that reverses a stretch of it or moves
 * one set elsewhere. M. Held, R. Karp: A dynamic programming approach to sequencing problems. Journal of SIAM 10 (1962),
 * 196–210.
 * @absences: of each speaker: the members of the commission that must be out, as bits
 * Returns: (transfer full) (array length=n): speakers in their order */
guint *bary_speakers_order          (const guint64 *absences,
                                     guint          n);

/* How many times somebody leaves; all are in at first. */
guint  bary_speakers_count_leavings (const guint64 *absences,
                                     const guint   *order,
                                     guint          n);

G_END_DECLS

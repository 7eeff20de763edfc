#pragma once

#include "bary-plan-conflicts.h"

G_BEGIN_DECLS

/* Where an event could be put. */

#define BARY_SLOT_EARLIER 3 /* weeks */

typedef struct {
  BaryDay  day;      /* its first */
  guint    n_soft;   /* other events of the day that it would stand beside */
  guint    n_duties; /* how often its schools must be somewhere in the week, all together */
  int      distance; /* days from where it is now; 0 if it has no day */
  guint    cost;     /* of the week and of the way there, in duties: see below */
} BarySlot;

/* Days for an event of as many days as it has now (one, if they are not known), in which it meets no hard conflict, no day off,
 * no vacation and no exams. The best first: with the fewest neighbours on the day; then a light week for its schools that is near to
 * where the event is now, a week away weighing as much as a duty of every fourth of its schools; a later day before an earlier one,
 * which needs consent, as if that were BARY_SLOT_EARLIER weeks farther; then the nearest. @self_index: which one of the plan it is, -1 for none.
 * Returns: (transfer full) (element-type BarySlot): `most` at most. */
GArray *bary_conflict_index_find_slots (const BaryConflictIndex *self,
                                        const BaryPlanEvent     *event,
                                        int                      self_index,
                                        BaryDaySpan              within,
                                        guint                    most);

/* Why it is a good day. Returns: (transfer full): for people. */
char   *bary_slot_to_words             (const BarySlot          *slot);

G_END_DECLS

#pragma once

#include "bary-plan-conflicts.h"

G_BEGIN_DECLS

/* What is compared of an event, in a form that is quick to compare. */
typedef struct {
  GArray  *days;       /* of BaryDay: its sittings, ascending */
  guint64 *must;       /* sets of organisations */
  guint64 *may;
  int      place;      /* number of the place; -1 */
  int      person;
  int      cluster;
  int      start, end; /* minutes; -1 for the whole day */
} BaryConflictEntry;

struct _BaryConflictIndex {
  BaryPlan           *plan;
  BarySchoolCalendar *calendar;
  guint               n_words; /* of a set of organisations */
  GArray             *entries; /* of BaryConflictEntry: of the plan's events */
  GHashTable         *events;  /* day → GArray of guint, ascending */
  GHashTable         *places;  /* name → number from 1 */
  GPtrArray          *members; /* sets, of each cluster */
};

void      bary_conflict_entry_init  (BaryConflictEntry       *entry,
                                     const BaryConflictIndex *self,
                                     const BaryPlanEvent     *event);
void      bary_conflict_entry_clear (BaryConflictEntry       *entry);

const BaryConflictEntry *bary_conflict_index_get_entry (const BaryConflictIndex *self,
                                                        guint                    event);
/* Returns: (transfer none) (nullable) (element-type guint): the events that sit on a day. */
GArray   *bary_conflict_index_get_events (const BaryConflictIndex *self,
                                          BaryDay                  day);

/* How many organisations two sets share. @first: (out) (optional): the lowest, -1 if none. */
guint     bary_conflict_index_count_shared (const BaryConflictIndex *self,
                                            const guint64           *a,
                                            const guint64           *b,
                                            int                     *first);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryConflictEntry, bary_conflict_entry_clear)

G_END_DECLS

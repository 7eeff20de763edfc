#pragma once

#include "bary-obligations.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Reads the plan of a school year, and the calendar and the rules that it is judged by, as plain data. */

/* Members of a cluster, schools and kindergartens, must take part in its events, and whoever is said to; who is said to be free
 * to, need not. An announcement told the day that stood in the plan when it was sent.
 * @cluster: (nullable): an id: of this cluster only. Returns: (transfer full) (nullable) */
BaryPlan           *bary_store_read_plan       (BaryStore   *store,
                                                int          school_year,
                                                const char  *cluster,
                                                GError     **error);

/* The plan as it is after a change, out of the one before: only the events that were touched are read.
 * @plan: of all clusters; stays as it is. @calendar: it was read with. @touches: of "changed". Returns: (transfer full) (nullable):
 * `plan` itself if nothing of it was touched; NULL if it must be read as a whole, with an error if it cannot be read at all. */
BaryPlan           *bary_store_follow_plan     (BaryStore           *store,
                                                BaryPlan            *plan,
                                                BarySchoolCalendar  *calendar,
                                                GPtrArray           *touches,
                                                GError             **error);

/* What is built in, with the days and terms that the centre has of its own. Returns: (transfer full) (nullable) */
BarySchoolCalendar *bary_store_read_calendar   (BaryStore   *store,
                                                int          school_year,
                                                GError     **error);

typedef struct {
  GArray       *rules; /* of BaryDutyRule */
  GStringChunk *texts; /* that they point into */
} BaryDutyRules;

/* The centre's own rules, or those that are built in if it has none. Returns: (transfer full) (nullable) */
BaryDutyRules      *bary_store_read_duty_rules (BaryStore   *store,
                                                GError     **error);
void                bary_duty_rules_free       (BaryDutyRules *self);

/* A cluster's roadmap of a school year. @cluster: (nullable). Returns: (transfer full) (nullable): its id */
char               *bary_store_find_roadmap    (BaryStore   *store,
                                                const char  *cluster,
                                                int          school_year);
/* @n_moves: (out): how often the event was moved, cancelled and restored. Returns: (transfer full) (nullable) */
BaryRecord         *bary_store_get_event       (BaryStore   *store,
                                                const char  *id,
                                                guint       *n_moves);

typedef struct {
  int   school_year;
  guint n_events;
} BaryYearCount;

/* Every school year that has a roadmap, and how many events; the latest first.
 * Returns: (transfer full) (element-type BaryYearCount) (nullable) */
GArray             *bary_store_list_years      (BaryStore   *store,
                                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDutyRules, bary_duty_rules_free)

G_END_DECLS

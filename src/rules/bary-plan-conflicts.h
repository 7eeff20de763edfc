#pragma once

#include "bary-plan.h"
#include "bary-school-calendar.h"

G_BEGIN_DECLS

/* What gets in an event's way. Only days that are known count: those of a day, of days and of short ranges. A range longer than
 * BARY_LONGEST_SITTING days is a time of work («с 23 мая по 3 июня, по графику»), not a sitting, and gets in nobody's way; a vague
 * date neither. Hours overlap unless both are known and do not; an event without an end lasts BARY_USUAL_MINUTES. Pure. */

#define BARY_LONGEST_SITTING 5
#define BARY_USUAL_MINUTES 120

typedef enum {
  /* hard: at overlapping hours */
  BARY_CONFLICT_SCHOOL,   /* a school must be at both */
  BARY_CONFLICT_PLACE,    /* both are at one place */
  BARY_CONFLICT_PERSON,   /* one person is responsible for both */
  /* soft */
  BARY_CONFLICT_SAME_DAY, /* of one cluster or two that share members, or a school of the one may come to the other */
  BARY_CONFLICT_VACATION,
  BARY_CONFLICT_EXAMS,
  BARY_CONFLICT_DAY_OFF,
} BaryConflictKind;

typedef struct {
  BaryConflictKind kind;
  int              event;     /* of the plan; -1 for one that is not in it yet */
  int              other;     /* -1 for vacations, exams and days off */
  int              subject;   /* the school or the person; of several schools the first by index; -1 */
  guint            n_schools; /* how many schools must be at both */
  BaryDay          day;       /* the first that they meet on */
  gboolean         accepted;  /* somebody has left it as it is */
} BaryConflict;

gboolean bary_conflict_is_hard (BaryConflictKind kind);

/* Which event is on which day: what a single event is checked against without looking at the whole plan. It holds references on
 * the plan and the calendar. */
typedef struct _BaryConflictIndex BaryConflictIndex;

BaryConflictIndex  *bary_conflict_index_new          (BaryPlan                *plan,
                                                      BarySchoolCalendar      *calendar);
void                bary_conflict_index_free         (BaryConflictIndex       *self);

BaryPlan           *bary_conflict_index_get_plan     (const BaryConflictIndex *self);
BarySchoolCalendar *bary_conflict_index_get_calendar (const BaryConflictIndex *self);

/* An event of the plan was changed, or added at its end. */
void                bary_conflict_index_update       (BaryConflictIndex       *self,
                                                      guint                    event);

/* What an event would meet if it were as `event` says. @self_index: which one of the plan it is, -1 for none.
 * Returns: (transfer full) (element-type BaryConflict): by day, then by other event, accepted ones too. */
GArray             *bary_conflict_index_check        (const BaryConflictIndex *self,
                                                      const BaryPlanEvent     *event,
                                                      int                      self_index);

/* Everything in the plan, each pair once with event < other. Returns: (transfer full) (element-type BaryConflict) */
GArray             *bary_conflict_index_check_all    (const BaryConflictIndex *self);

/* The sitting days of an event, see above. Returns: (transfer full) (element-type BaryDay): ascending, each once. */
GArray             *bary_plan_event_get_sittings     (const BaryPlanEvent     *event);

/* Returns: (transfer full): for people: «20.11: школа № 352 обязана быть и на «Фестивале»». */
char               *bary_conflict_to_words           (const BaryConflict       *conflict,
                                                      const BaryPlan           *plan,
                                                      const BarySchoolCalendar *calendar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryConflictIndex, bary_conflict_index_free)

G_END_DECLS

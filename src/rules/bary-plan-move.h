#pragma once

#include "bary-obligations.h"
#include "bary-plan-conflicts.h"

G_BEGIN_DECLS

/* What follows from moving or cancelling an event, before it is done: what the person who drags it is shown. The programme of the
 * Красносельский district has dates corrected «по согласованию»; what was not held is moved later or cancelled, «НО это не
 * желательно». So a second person must agree to what the programme does not foresee. Pure: the plan is not changed. */

typedef enum {
  BARY_CONSENT_EARLIER    = 1 << 0, /* moved to an earlier day */
  BARY_CONSENT_OTHER_YEAR = 1 << 1, /* out of the school year */
  BARY_CONSENT_THIRD_MOVE = 1 << 2, /* moved twice already */
  BARY_CONSENT_CANCELLING = 1 << 3,
} BaryConsent;

/* The same obligation before and after. */
typedef struct {
  BaryObligation was; /* its rule is G_MAXUINT if there was none */
  BaryObligation now; /* likewise, if there is none any more */
} BaryDutyShift;

typedef struct {
  gboolean     settles;       /* a vague date became a day within it: no move, nobody needs to agree */
  BaryConsent  consent;       /* what a second person must agree to; 0 for nothing */
  GArray      *shifts;        /* of BaryDutyShift: obligations whose days change, in the order of the rules */
  GArray      *wrong;         /* of guint: done of the plan: announcements sent that tell another day; a letter corrects them */
  GArray      *made, *solved; /* of BaryConflict: not accepted ones */
  int          quarter_was, quarter_now; /* 1 to 4; 0 in vacations or without a day */
  int          report_was, report_now;   /* the half year whose report it belongs to: 1, 2; 0 without a day */
} BaryPlanMove;

/* @event: index in the plan of `index`. @to: its new time, with its hours if it has any. Returns: (transfer full) */
BaryPlanMove *bary_plan_move_new        (const BaryConflictIndex *index,
                                         const BaryDutyRule      *rules,
                                         guint                    n_rules,
                                         guint                    event,
                                         const BaryPeriod        *to);
/* Returns: (transfer full) */
BaryPlanMove *bary_plan_move_new_cancel (const BaryConflictIndex *index,
                                         const BaryDutyRule      *rules,
                                         guint                    n_rules,
                                         guint                    event);
void          bary_plan_move_free       (BaryPlanMove            *self);

/* Returns: (transfer full): why consent is needed, one sentence for each; empty for none. */
GStrv         bary_consent_to_words     (BaryConsent              consent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPlanMove, bary_plan_move_free)

G_END_DECLS

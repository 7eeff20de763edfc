#pragma once

#include "bary-plan.h"
#include "bary-school-calendar.h"

G_BEGIN_DECLS

/* What is due and when, computed from rules that are data. The defaults are the algorithm of the Красносельский programme of
 * upbringing: an announcement goes out 14 days before an event, again 3–4 days before and on the eve; a press release 1–2 days
 * after; the members meet once a quarter about the next 30–60 days; a report is handed in twice a year.
 *
 * Every obligation has two hops: who prepares it hands it to the curator, who sends it on. The curator's day is `due`, the
 * preparer's `prepare` lies before it. A day counted back that is no working day rolls back, one counted on rolls on; the plain
 * day is kept in `strict`. Obligations are never stored: what was done is matched to them. An announcement fulfils one only
 * while it tells the event's first day: after a move it is due again. Of a held event what was due before it, or on its day, is
 * left out unless it was done, and nothing is due for a cancelled one. Pure. */

typedef enum {
  BARY_ANCHOR_START,     /* days from the event's first day */
  BARY_ANCHOR_END,       /* days from its last */
  BARY_ANCHOR_QUARTER,   /* days from the first day of each quarter */
  BARY_ANCHOR_HALF_YEAR, /* days from the last day of each half year: of the second and the fourth quarter */
} BaryAnchor;

typedef enum {
  BARY_DUTY_ANNOUNCEMENT,
  BARY_DUTY_REMINDER,      /* the announcement once more */
  BARY_DUTY_EVE,           /* and on the eve */
  BARY_DUTY_PRESS_RELEASE,
  BARY_DUTY_CORRECTION,    /* a letter after a move: it announces the new day; no rule demands it, see bary-plan-move.h */
  BARY_DUTY_MEETING,
  BARY_DUTY_REPORT,
  BARY_DUTY_STAGE,         /* of a contest */
} BaryDuty;

typedef struct {
  const char *name;       /* msgid: for persons, through gettext; a rule of a centre's own has its own words */
  BaryDuty    duty;
  guint       ordinal;    /* which of several of the same duty for one event: the stages of a contest; 0 if there is one */
  BaryAnchor  anchor;
  int         from, to;   /* calendar days; the window is both inclusive: -4…-3, +1…+2. Due at its end. Counted back, if
                           * `from` is negative */
  int         lead;       /* working days that the preparer is before the curator */
  gboolean    desirable;  /* «желательно»: not done is no fault */
  const char *event_kind; /* (nullable): only for events of the kind; NULL: of all but meetings and stages of contests */
} BaryDutyRule;

/* Returns: (transfer none): the default rules. */
const BaryDutyRule *bary_duty_rules_get_default (guint *n_rules);

/* Whether it tells those who receive it a day: the announcements and the letter of correction. */
gboolean bary_duty_tells_day (BaryDuty duty);

typedef enum {
  BARY_CONTEST_INTERNSHIP, /* «Районная стажировочная площадка»: sent by 28 April 2022 */
  BARY_CONTEST_BASE,       /* «Районная базовая площадка»: sent by 16 May 2022 */
} BaryContestKind;

/* The stages of the two contests of the Красносельский district, counted from the last day for sending applications as they lay
 * in 2022: for events of the kind "contest". Returns: (transfer none) */
const BaryDutyRule *bary_duty_rules_get_contest (BaryContestKind  contest,
                                                 guint           *n_rules);

/* Returns: in the language of the window: «Анонс». */
const char *bary_duty_rule_get_name (const BaryDutyRule *rule);

/* How a day was found, step by step. */
typedef enum {
  BARY_DUE_COUNTED, /* `n` days from `from` to `to` */
  BARY_DUE_OFF,     /* `from` to `to` are off, `reason` says why: rolled from one end to the other */
  BARY_DUE_ROLLED,  /* the working day that it came to: `to` */
  BARY_DUE_LEAD,    /* `n` working days before `from` is `to`: the preparer's */
} BaryDueStepKind;

typedef struct {
  BaryDueStepKind  kind;
  int              n;
  BaryDay          from, to;
  const char      *reason; /* (nullable): the name of a holiday among them, of the calendar; NULL for weekends */
} BaryDueStep;

typedef enum {
  BARY_DUE_UNSET,   /* the event has no day yet: to be set */
  BARY_DUE_AHEAD,   /* its window is not open yet */
  BARY_DUE_OPEN,    /* the window is open, or the preparer's day has come */
  BARY_DUE_TODAY,
  BARY_DUE_OVERDUE,
  BARY_DUE_DONE,
} BaryDueState;

typedef struct {
  guint    rule;       /* index */
  int      event;      /* -1 for those of a cluster */
  int      cluster;
  guint    occurrence; /* of the year: quarter 1–4, half 1–2; the rule's ordinal for those of an event */
  BaryDay  anchor;     /* what it is counted from; BARY_NO_DAY while the event has no day: then all others are it too */
  BaryDay  strict;     /* by the plain count */
  BaryDay  opens;      /* the first day of the window, rolled */
  BaryDay  due;        /* the last, rolled: the curator's */
  BaryDay  prepare;    /* the preparer's */
  int      done;       /* index of what fulfils it, -1 */
} BaryObligation;

/* Everything that is due in the year, for every cluster and every event that stands, in the order of their days, those
 * without a day last. Meetings and reports are for each cluster.
 * Returns: (transfer full) (element-type BaryObligation): plain, holds no references. */
GArray       *bary_obligations_compute    (const BaryPlan           *plan,
                                           const BarySchoolCalendar *calendar,
                                           const BaryDutyRule       *rules,
                                           guint                     n_rules);

/* Those of one event only: in the order of the rules. */
GArray       *bary_obligations_of_event   (const BaryPlan           *plan,
                                           const BarySchoolCalendar *calendar,
                                           const BaryDutyRule       *rules,
                                           guint                     n_rules,
                                           guint                     event);

/* The same as if the event were as `changed` says. */
GArray       *bary_obligations_of_changed (const BaryPlan           *plan,
                                           const BarySchoolCalendar *calendar,
                                           const BaryDutyRule       *rules,
                                           guint                     n_rules,
                                           guint                     event,
                                           const BaryPlanEvent      *changed);

BaryDueState  bary_obligation_get_state   (const BaryObligation     *obligation,
                                           BaryDay                   today);
/* Whether it is overdue: what is only desirable is no debt once its day has passed. */
gboolean      bary_obligation_is_debt     (const BaryObligation     *obligation,
                                           const BaryDutyRule       *rule,
                                           BaryDay                   today);

/* Finds the days of a rule from an anchor: `strict`, `opens`, `due` and `prepare`. @obligation: (inout): with its anchor. */
void          bary_obligation_find_days   (BaryObligation           *obligation,
                                           const BaryDutyRule       *rule,
                                           const BarySchoolCalendar *calendar);

/* Returns: (transfer full) (element-type BaryDueStep): how its days were found; empty while it has no day. */
GArray       *bary_obligation_explain     (const BaryObligation     *obligation,
                                           const BaryDutyRule       *rule,
                                           const BarySchoolCalendar *calendar);
/* Returns: (transfer full): for people: «14 дней до 19.05 = 05.05 → праздники → 30.04». */
char         *bary_due_steps_to_words     (GArray                   *steps);

/* The agenda of a meeting: events of the cluster that begin in the 30–60 days after it, vague ones too if they may.
 * @horizon: days. Returns: (transfer full) (element-type guint): events, in the order of their days. */
GArray       *bary_obligations_get_agenda (const BaryPlan           *plan,
                                           int                       cluster,
                                           BaryDay                   day,
                                           guint                     horizon);

#define BARY_AGENDA_HORIZON 60

G_END_DECLS

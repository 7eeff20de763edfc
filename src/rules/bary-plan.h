#pragma once

#include "bary-period.h"

G_BEGIN_DECLS

/* The plan of a school year as plain data: the roadmaps of all clusters with what is recorded as done. What obligations,
 * conflicts and the consequences of a move are computed from. Filled once, then only read, by any thread. Strings belong to
 * it; indices are into its arrays, -1 where there is nothing to point at. */

typedef enum {
  BARY_PLAN_PLANNED,
  BARY_PLAN_ANNOUNCED,
  BARY_PLAN_HELD,
  BARY_PLAN_MOVED,     /* planned again, at another day than the one in force */
  BARY_PLAN_CANCELLED, /* stays in the plan, struck out */
} BaryPlanState;

typedef struct {
  char *id;
  char *name;
} BaryPlanName;

typedef struct {
  char   *id;
  char   *name;
  int     curator;  /* of people */
  GArray *members;  /* of guint: organisations */
} BaryPlanCluster;

typedef struct {
  char          *id;
  int            cluster;
  char          *section; /* (nullable) */
  char          *number;  /* (nullable) */
  char          *name;
  char          *kind;    /* (nullable): of the event, which rules may ask for: "meeting", "contest" … */
  BaryPeriod     period;
  int            start_minute, end_minute; /* of the day; -1 if not known: then those that its period names count */
  char          *place;   /* (nullable) as written; two events are at one place if it is the same but for case and spaces */
  int            host;        /* of organisations; the place where none is written */
  int            responsible; /* of people */
  GArray        *must;    /* of guint: organisations that are obliged to take part */
  GArray        *may;     /* of guint: organisations that are invited */
  BaryPlanState  state;
  guint          n_moves; /* how many times it was moved before */
  guint          n_changes; /* the same with cancelling and restoring: it only grows */
  gint64         changed;   /* when anything of it was written last, seconds since 1970; 0 if that is not known */
  char          *goal, *audience, *result, *link; /* (nullable): for those who are told of it */
} BaryPlanEvent;

/* Something that was done: an announcement sent, a press release, a meeting held, a report handed in. */
typedef struct {
  char    *id;
  int      event;      /* -1 for what belongs to no event */
  int      cluster;
  int      duty;       /* BaryDuty */
  guint    occurrence; /* which of the year: the quarter of a meeting, the half year of a report; which stage of a contest;
                        * else 0 */
  BaryDay  day;
  BaryDay  told;       /* of an announcement: the event's first day as the letter had it; BARY_NO_DAY for others */
  char    *proof;      /* (nullable): a file or an address */
} BaryPlanDone;

/* A conflict that somebody has looked at and left as it is, see bary-plan-conflicts.h. */
typedef struct {
  int   kind;   /* BaryConflictKind */
  char *event;  /* ids */
  char *other;  /* (nullable) */
  char *note;   /* (nullable) */
} BaryPlanAccepted;

typedef struct {
  int     school_year;
  GArray *clusters;      /* of BaryPlanCluster */
  GArray *organisations; /* of BaryPlanName */
  GArray *people;        /* of BaryPlanName */
  GArray *events;        /* of BaryPlanEvent */
  GArray *done;          /* of BaryPlanDone */
  GArray *accepted;      /* of BaryPlanAccepted */
} BaryPlan;

#define bary_plan_cluster(plan, i) (&g_array_index ((plan)->clusters, BaryPlanCluster, (i)))
#define bary_plan_organisation(plan, i) (&g_array_index ((plan)->organisations, BaryPlanName, (i)))
#define bary_plan_person(plan, i) (&g_array_index ((plan)->people, BaryPlanName, (i)))
#define bary_plan_event(plan, i) (&g_array_index ((plan)->events, BaryPlanEvent, (i)))
#define bary_plan_done(plan, i) (&g_array_index ((plan)->done, BaryPlanDone, (i)))

/* An empty one. Returns: (transfer full) */
BaryPlan *bary_plan_new   (int             school_year);
/* Another with the same in it, to be changed before it is read. Returns: (transfer full) */
BaryPlan *bary_plan_copy  (const BaryPlan *self);
BaryPlan *bary_plan_ref   (BaryPlan       *self);
void      bary_plan_unref (BaryPlan       *self);

/* Each appends an empty one, with its lists made and its indices -1, to be filled. Returns: (transfer none): until the next of
 * its kind is added. */
BaryPlanCluster *bary_plan_add_cluster      (BaryPlan *self);
BaryPlanName    *bary_plan_add_organisation (BaryPlan *self);
BaryPlanName    *bary_plan_add_person       (BaryPlan *self);
BaryPlanEvent   *bary_plan_add_event        (BaryPlan *self);
BaryPlanDone    *bary_plan_add_done         (BaryPlan *self);

/* The last event takes the place of another, which goes with all that was done of it. */
void      bary_plan_replace_event    (BaryPlan             *self,
                                      guint                 event);
/* What was done of an event; -1: of none. */
void      bary_plan_remove_done      (BaryPlan             *self,
                                      int                   event);
/* What was accepted of an event. */
void      bary_plan_remove_accepted  (BaryPlan             *self,
                                      const char           *event);

/* Gives an event another time. @period: copied. */
void      bary_plan_event_set_period (BaryPlanEvent        *event,
                                      const BaryPeriod     *period);

/* The hours that count: its own, else those that its period names; -1 for none. */
void      bary_plan_event_get_hours  (const BaryPlanEvent  *event,
                                      int                  *start_minute,
                                      int                  *end_minute);

/* Whether it is to be held still or was held: everything but a cancelled one. */
gboolean  bary_plan_event_stands     (const BaryPlanEvent  *event);

/* Returns: the index of an event, or -1. */
int       bary_plan_find_event       (const BaryPlan       *self,
                                      const char           *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPlan, bary_plan_unref)

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which expert gets which application. Every application gets as many experts as it needs, nobody more than the greatest
 * load, no pair that is forbidden; of all such tables one of the cheapest:
 *
 *   cost = Σ over pairs pair_cost · (best_affinity - affinity) + Σ over experts load_cost · (0 + 1 + … + (load - 1))
 *
 * An expert of the applicant's own organisation is forbidden without a word. If there are several cheapest tables, the
 * seed decides: applications and experts are taken in the order of a hash of the seed and of their ids, so that one seed
 * gives one table, in whatever order they were written down. */

typedef enum {
  BARY_CELL_FREE,
  BARY_CELL_FORBIDDEN,
  BARY_CELL_FIXED, /* set by hand, or begun: it stays, and counts towards need and load, even beyond them */
} BaryCell;

typedef struct {
  const char *id;           /* of its own among the applications */
  const char *organisation; /* (nullable) */
  guint       need;
} BaryAssignmentApplication;

typedef struct {
  const char *id;
  const char *organisation; /* (nullable) */
  guint       most;         /* greatest load */
} BaryAssignmentExpert;

typedef struct {
  const BaryAssignmentApplication *applications;
  guint                            n_applications;
  const BaryAssignmentExpert      *experts;
  guint                            n_experts;
  const gint16                    *affinity; /* (nullable): n_applications × n_experts; NULL: all the best */
  const guint8                    *cells;    /* (nullable): n_applications × n_experts, of BaryCell */
  int                              load_cost;
  int                              pair_cost;
  int                              best_affinity;
  guint64                          seed;
} BaryAssignmentProblem;

typedef struct {
  guint application;
  guint expert;
} BaryAssignmentPair;

/* Why some applications go short: together they can have no more than this. */
typedef struct {
  GArray *applications; /* of guint, ascending */
  GArray *experts;      /* of guint: all those allowed to some of them */
  GArray *full;         /* of guint: those of them whose greatest load stands in the way */
  guint   needed;       /* units */
  guint   possible;
} BaryAssignmentGap;

typedef struct {
  gboolean   feasible;
  gint64     cost;      /* of the pairs there are */
  GArray    *pairs;     /* of BaryAssignmentPair, by application, then by expert */
  guint     *missing;   /* of each application */
  guint     *loads;     /* of each expert */
  gint64    *prices;    /* of each expert: what one unit more there would cost */
  GPtrArray *gaps;      /* of BaryAssignmentGap */
  guint      n_parts;   /* into which the table falls: marks of applications and experts in different ones can never be
                         * compared; who has nothing to do counts for none */
} BaryAssignment;

/* @done: from 0 to 1. Returns: FALSE to stop. */
typedef gboolean (*BaryAssignmentProgress) (double   done,
                                            gpointer user_data);

/* What keeps a problem from being taken. */
typedef enum {
  BARY_ASSIGNMENT_SOUND,
  BARY_ASSIGNMENT_TOO_LARGE,       /* more than a million applications, experts or units */
  BARY_ASSIGNMENT_COST_RANGE,      /* a cost is negative or beyond a thousand million, or all loads may cost too much */
  BARY_ASSIGNMENT_CROSSED,         /* a cell that is fixed is forbidden too: `place` tells which */
} BaryAssignmentFault;

/* @place: (out) (optional) */
BaryAssignmentFault bary_assignment_check   (const BaryAssignmentProblem *problem,
                                             BaryAssignmentPair          *place);

/* Exact: minimum-cost flow. Where not all can be had it is a table of as many pairs as possible, the cheapest of those,
 * and the gaps say why. Some seven bytes a cell, the problem's own included.
 * @problem: sound
 * @progress: (nullable)
 * Returns: (transfer full) (nullable): NULL if it was stopped */
BaryAssignment     *bary_assignment_new     (const BaryAssignmentProblem *problem,
                                             BaryAssignmentProgress       progress,
                                             gpointer                     user_data);
void                bary_assignment_free    (BaryAssignment              *self);

/* Whether the two may meet: neither forbidden nor of one organisation. */
gboolean            bary_assignment_allows  (const BaryAssignmentProblem *problem,
                                             guint                        application,
                                             guint                        expert);
/* Returns: (transfer full): a gap with its remedies in words, translated. */
char               *bary_assignment_gap_to_words (const BaryAssignmentGap     *gap,
                                                  const BaryAssignmentProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryAssignment, bary_assignment_free)

G_END_DECLS

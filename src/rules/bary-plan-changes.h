#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What differs between two states of a roadmap: what was approved and what stands now. The centres print it as a list of
 * changes, what was beside what is. */

/* A line of the printed plan, in the form's columns. */
typedef struct {
  char *event;   /* id: lines of one event are the same line */
  char *section; /* (nullable) */
  char *number;  /* (nullable) */
  char *name;
  char *dates;   /* as written */
  char *audience, *result; /* (nullable) */
  gboolean cancelled; /* stays to be read, struck out; no part of what is approved */
} BaryPlanLine;

/* Returns: (transfer full) (element-type BaryPlanLine): empty; frees what is added. */
GPtrArray    *bary_plan_lines_new   (void);
/* Returns: (transfer none): appended, without texts. */
BaryPlanLine *bary_plan_lines_add   (GPtrArray   *lines,
                                     const char  *event);

typedef enum {
  BARY_PLAN_CHANGE_SECTION  = 1 << 0,
  BARY_PLAN_CHANGE_NUMBER   = 1 << 1,
  BARY_PLAN_CHANGE_NAME     = 1 << 2,
  BARY_PLAN_CHANGE_DATES    = 1 << 3,
  BARY_PLAN_CHANGE_AUDIENCE = 1 << 4,
  BARY_PLAN_CHANGE_RESULT   = 1 << 5,
} BaryPlanChangeFields;

typedef struct {
  const BaryPlanLine   *was;    /* NULL: the line is new */
  const BaryPlanLine   *now;    /* NULL: it is gone */
  BaryPlanChangeFields  fields; /* that differ, where it is both */
} BaryPlanChange;

/* In the order of the plan as it is now; what is gone stands after the line that it followed.
 * @was, @now: (element-type BaryPlanLine): each event once; must live as long as the answer
 * Returns: (transfer full) (element-type BaryPlanChange): empty where nothing differs */
GArray       *bary_plan_changes_new (GPtrArray   *was,
                                     GPtrArray   *now);

G_END_DECLS

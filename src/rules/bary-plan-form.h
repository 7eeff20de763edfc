#pragma once

#include "bary-plan-changes.h"

G_BEGIN_DECLS

/* A roadmap as it is printed: the lines of the plan with what stands above them and below. */
typedef struct {
  char      *title;          /* the roadmap's name */
  char      *cluster;        /* its name */
  char      *programme;      /* (nullable): the cluster's full name, which says what it is a part of */
  char      *host;           /* (nullable): the base site */
  char      *goal;           /* (nullable) */
  int        school_year;
  GPtrArray *lines;          /* of BaryPlanLine: as it stands now, cancelled ones included */
  guint      revision;       /* the number of the one that is in force; 0 if none was approved */
  char      *approved_by;    /* (nullable) */
  char      *approved_on;    /* (nullable): ISO */
  GPtrArray *agreed;         /* of utf8: the names of those who agreed or are asked to */
  GPtrArray *agreed_on;      /* of utf8: ISO days of the same, "" where it is open */
  GPtrArray *approved_lines; /* of BaryPlanLine: what the revision in force says */
} BaryPlanForm;

/* An empty one. Returns: (transfer full) */
BaryPlanForm *bary_plan_form_new  (int           school_year);
void          bary_plan_form_free (BaryPlanForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPlanForm, bary_plan_form_free)

G_END_DECLS

#pragma once

#include "bary-obligations.h"

G_BEGIN_DECLS

/* Plans for tests. */

#define TEST_YEAR 2025

/* A plan with one cluster of two schools and one event on a day of 2025/26. Returns: (transfer full) */
BaryPlan      *test_plan_of_one   (const char    *words);

/* Adds an event of a cluster; its members must take part. */
BaryPlanEvent *test_plan_add      (BaryPlan      *plan,
                                   const char    *name,
                                   int            cluster,
                                   const char    *words);
void           test_plan_set_words (BaryPlanEvent *event,
                                   const char    *words);

/* Makes one record of what was done. @day, @told: ISO, @told nullable. */
void           test_plan_do       (BaryPlan      *plan,
                                   int            event,
                                   BaryDuty       duty,
                                   const char    *day,
                                   const char    *told);

/* @n_events events of a few clusters, schools, places and persons within few weeks, so that many meet. Returns: (transfer full) */
BaryPlan      *test_plan_random   (GRand         *rand,
                                   guint          n_events);
/* Gives an event another random time, state and, sometimes, place. */
void           test_plan_shuffle  (GRand         *rand,
                                   BaryPlanEvent *event);

G_END_DECLS

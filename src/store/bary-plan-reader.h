#pragma once

#include "bary-database.h"
#include "bary-plan.h"

G_BEGIN_DECLS

/* Reads rows into a plan: of a whole year, or of a single event. */
typedef struct {
  BaryDatabase *database;
  BaryPlan     *plan;
  const char   *only;                             /* (nullable): id of a cluster */
  const char   *event;                            /* (nullable): id of the event that is read */
  const BarySchoolTerms *terms;
  GHashTable   *clusters, *organisations, *people; /* id → index + 1; the ids belong to the plan */
  GHashTable   *events;
} BaryPlanReader;

/* @terms: outlives it */
void     bary_plan_reader_init       (BaryPlanReader        *self,
                                      BaryDatabase          *database,
                                      BaryPlan              *plan,
                                      const BarySchoolTerms *terms);
void     bary_plan_reader_clear      (BaryPlanReader        *self);

gboolean bary_plan_reader_read_all   (BaryPlanReader        *self,
                                      GError               **error);
/* Appends an event with its parts, what was done of it and what was accepted; without one of that id, nothing. */
gboolean bary_plan_reader_read_event (BaryPlanReader        *self,
                                      const char            *id,
                                      GError               **error);
/* Appends what was done that belongs to no event. */
gboolean bary_plan_reader_read_loose (BaryPlanReader        *self,
                                      GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryPlanReader, bary_plan_reader_clear)

G_END_DECLS

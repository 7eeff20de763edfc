#pragma once

#include "bary-kinds.h"
#include "bary-plan-conflicts.h"
#include "bary-store-plan.h"

G_BEGIN_DECLS

/* The roadmaps of a school year as the tab shows them: live records with their dates understood. It
 * follows what changes in single events. */

typedef struct {
  BaryEvent  *record;
  guint       roadmap; /* index */
  BaryPeriod  period;  /* unset where the words say no day of this year */
} BaryYearEvent;

typedef struct {
  BaryRoadmap *record;
  BaryCluster *cluster;
} BaryYearRoadmap;

typedef struct {
  int              school_year;
  BarySchoolCalendar *calendar;
  BarySchoolTerms  terms;     /* its */
  GPtrArray       *roadmaps; /* of BaryYearRoadmap, by the name of the cluster */
  GPtrArray       *events;   /* of BaryYearEvent, by their first day */
  GHashTable      *by_id;    /* of an event → its number + 1 */

  /* What the rules work on: */
  BaryDutyRules     *rules;
  BaryConflictIndex *index;  /* with the plan */
} BaryRoadmapYear;

/* Returns: (transfer full) (nullable) */
BaryRoadmapYear *bary_roadmap_year_read (BaryStore        *store,
                                         int               school_year,
                                         GError          **error);
void             bary_roadmap_year_free (BaryRoadmapYear  *self);

/* After a change: only the events that were touched are read. @touches: (nullable): of the store's "changed". @changed: (out): whether
 * anything of the year was. Returns: FALSE if the year must be read as a whole. */
gboolean         bary_roadmap_year_follow (BaryRoadmapYear  *self,
                                           BaryStore        *store,
                                           GPtrArray        *touches,
                                           gboolean         *changed);

/* Returns: (transfer none): the same events as plain data. */
BaryPlan        *bary_roadmap_year_get_plan (const BaryRoadmapYear *self);

/* Returns: the index of an event, -1 if it is not of this year. */
int              bary_roadmap_year_find (BaryRoadmapYear  *self,
                                         const char       *id);
/* Returns: the index of a cluster's roadmap, -1 if it has none. */
int              bary_roadmap_year_find_roadmap (BaryRoadmapYear *self,
                                                 const char      *cluster);

/* Returns: the index of a roadmap by its own id, -1 if it is not of this year. */
int              bary_roadmap_year_find_record (BaryRoadmapYear *self,
                                                const char      *id);

/* Returns: (transfer full): «Эколята, 12 мая, Cluster, planned»: for people who do not see. */
char            *bary_year_event_describe (BaryRoadmapYear     *self,
                                           const BaryYearEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryRoadmapYear, bary_roadmap_year_free)

G_END_DECLS

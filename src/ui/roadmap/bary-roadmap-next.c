#include "bary-roadmap-next.h"

#include "bary-date.h"
#include "bary-plan-rollover.h"

#include <stdlib.h>

typedef struct {
  BaryStore          *store;
  BaryRoadmap        *from;
  BaryNextRoadmap    *next;
  BaryChanges        *changes;
  BarySchoolCalendar *from_calendar, *to_calendar;
  GHashTable         *sections; /* id of the old one → record of the new one */
} Planner;

static int
get_year (BaryRoadmap *roadmap)
{
  return atoi (roadmap->school_year);
}

BaryRecord *
bary_roadmap_find_next (BaryStore    *store,
                        BaryRoadmap  *roadmap,
                        GError      **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autofree char *year = g_strdup_printf ("%d", get_year (roadmap) + 1);
  g_autoptr (GPtrArray) found = NULL;

  bary_query_where (query, "cluster", roadmap->cluster);
  bary_query_where (query, "school_year", year);
  found = bary_store_select (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* A copy with an id of its own. */
static BaryRecord *
copy_fields (BaryRecord        *record,
             const char *const *but)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  BaryRecord *copy = bary_record_new (bary_record_get_kind (record), NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (!g_strv_contains (but, info->fields[i].name))
      bary_record_set (copy, &info->fields[i], bary_record_get (record, &info->fields[i]));
  return copy;
}

/* «План 2025/26» becomes «План 2026/27». */
static char *
name_next (BaryRoadmap *roadmap)
{
  g_autofree char *from = bary_school_year_to_string (get_year (roadmap));
  g_autofree char *to = bary_school_year_to_string (get_year (roadmap) + 1);
  g_auto (GStrv) parts = g_strsplit (roadmap->name, from, -1);

  return g_strjoinv (to, parts);
}

static void
add_roadmap (Planner *self)
{
  static const char *const but[] = { "name", "school_year", NULL };
  g_autofree char *name = name_next (self->from);
  g_autofree char *year = g_strdup_printf ("%d", get_year (self->from) + 1);

  self->next->roadmap = copy_fields (BARY_RECORD (self->from), but);
  bary_record_set_all (self->next->roadmap, "name", name, "school_year", year, NULL);
  bary_changes_add (self->changes, self->next->roadmap);
}

static gboolean
add_sections (Planner  *self,
              GError  **error)
{
  static const char *const but[] = { "roadmap", NULL };
  g_autoptr (GPtrArray) sections =
    bary_store_select_parts (self->store, BARY_KIND_SECTION, "roadmap", bary_record_get_id (BARY_RECORD (self->from)), error);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      BaryRecord *section = copy_fields (sections->pdata[i], but);

      bary_record_set_all (section, "roadmap", bary_record_get_id (self->next->roadmap), NULL);
      bary_changes_add (self->changes, section);
      g_hash_table_insert (self->sections, g_strdup (bary_record_get_id (sections->pdata[i])), section);
    }
  return sections != NULL;
}

/* Who was there is a fact of the old year. */
static gboolean
add_parts (Planner     *self,
           BaryRecord  *from,
           BaryRecord  *to,
           GError     **error)
{
  static const char *const but[] = { "event", "took_part", "attended", NULL };
  g_autoptr (GPtrArray) parts = bary_store_select_parts (self->store, BARY_KIND_EVENT_PART, "event", bary_record_get_id (from), error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      g_autoptr (BaryRecord) part = copy_fields (parts->pdata[i], but);

      bary_record_set_all (part, "event", bary_record_get_id (to), NULL);
      bary_changes_add (self->changes, part);
    }
  return parts != NULL;
}

/* Words with last year's number in them would put the event outside its plan. */
static const char *
choose_words (const Planner         *self,
              const char            *words,
              const BaryRolledEvent *rolled)
{
  int school_year = bary_school_calendar_get_school_year (self->to_calendar);
  BaryDaySpan year = bary_school_year_span (school_year);
  g_auto (BaryPeriod) kept = { 0 };

  if (rolled->how != BARY_ROLLED_UNSOLVED)
    return rolled->period.words;
  if (bary_period_parse_in_terms (words, school_year, bary_school_calendar_get_terms (self->to_calendar), &kept, NULL) &&
      !bary_day_span_overlaps (year, (BaryDaySpan) { kept.earliest, kept.latest }))
    return rolled->period.words;
  return words;
}

static gboolean
add_event (Planner                *self,
           BaryEvent              *from,
           const BaryRolledEvent  *rolled,
           GError                **error)
{
  static const char *const but[] = {
    "roadmap", "section", "dates", "state", "held_on", "attended", "feedback", "outcome", "links", "registration_link", NULL
  };
  g_autoptr (BaryRecord) event = copy_fields (BARY_RECORD (from), but);
  BaryRecord *section = from->section != NULL ? g_hash_table_lookup (self->sections, from->section) : NULL;

  bary_record_set_all (event, "roadmap", bary_record_get_id (self->next->roadmap), "state", "planned", "dates",
                       choose_words (self, from->dates, rolled), NULL);
  if (section != NULL)
    bary_record_set_all (event, "section", bary_record_get_id (section), NULL);
  bary_changes_add (self->changes, event);
  self->next->n_events++;
  self->next->n_unplaced += rolled->how == BARY_ROLLED_UNSOLVED;
  return add_parts (self, BARY_RECORD (from), event, error);
}

/* The plan is the cluster's; an event of another of its roadmaps stays where it is. */
static gboolean
add_events (Planner  *self,
            GError  **error)
{
  g_autoptr (BaryPlan) plan = bary_store_read_plan (self->store, get_year (self->from), self->from->cluster, error);
  g_autoptr (GArray) rolled = plan != NULL ? bary_plan_roll_over (plan, self->from_calendar, self->to_calendar, FALSE) : NULL;
  const char *roadmap = bary_record_get_id (BARY_RECORD (self->from));

  for (guint i = 0; rolled != NULL && i < rolled->len; i++)
    {
      const BaryRolledEvent *it = &g_array_index (rolled, BaryRolledEvent, i);
      g_autoptr (BaryRecord) event = bary_store_get (self->store, BARY_KIND_EVENT, bary_plan_event (plan, it->event)->id, error);

      if (event == NULL)
        return FALSE;
      if (g_str_equal (BARY_EVENT (event)->roadmap, roadmap) && !add_event (self, BARY_EVENT (event), it, error))
        return FALSE;
    }
  return rolled != NULL;
}

gboolean
bary_roadmap_plan_next (BaryStore        *store,
                        BaryRoadmap      *roadmap,
                        BaryChanges      *changes,
                        BaryNextRoadmap  *next,
                        GError          **error)
{
  g_autoptr (BarySchoolCalendar) from = bary_store_read_calendar (store, get_year (roadmap), error);
  g_autoptr (BarySchoolCalendar) to = from != NULL ? bary_store_read_calendar (store, get_year (roadmap) + 1, error) : NULL;
  g_autoptr (GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  Planner planner = { store, roadmap, next, changes, from, to, sections };

  *next = (BaryNextRoadmap) { 0 };
  if (to == NULL)
    return FALSE;
  add_roadmap (&planner);
  if (add_sections (&planner, error) && add_events (&planner, error))
    return TRUE;
  g_clear_object (&next->roadmap);
  return FALSE;
}

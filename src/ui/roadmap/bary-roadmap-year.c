#include "bary-roadmap-year.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
event_free (gpointer data)
{
  BaryYearEvent *event = data;

  g_clear_object (&event->record);
  bary_period_clear (&event->period);
  g_free (event);
}

static void
roadmap_free (gpointer data)
{
  BaryYearRoadmap *roadmap = data;

  g_clear_object (&roadmap->record);
  g_clear_object (&roadmap->cluster);
  g_free (roadmap);
}

void
bary_roadmap_year_free (BaryRoadmapYear *self)
{
  g_clear_pointer (&self->calendar, bary_school_calendar_unref);
  g_clear_pointer (&self->index, bary_conflict_index_free);
  g_clear_pointer (&self->rules, bary_duty_rules_free);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->roadmaps);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static int
compare_clusters (gconstpointer a,
                  gconstpointer b)
{
  const BaryYearRoadmap *one = *(BaryYearRoadmap *const *) a, *other = *(BaryYearRoadmap *const *) b;

  return g_utf8_collate (one->cluster->name, other->cluster->name);
}

static gboolean
read_roadmaps (BaryRoadmapYear  *self,
               BaryStore        *store,
               GError          **error)
{
  g_autofree char *year = g_strdup_printf ("%d", self->school_year);
  g_autoptr (GPtrArray) found = bary_store_select_parts (store, BARY_KIND_ROADMAP, "school_year", year, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      BaryYearRoadmap *roadmap = g_new0 (BaryYearRoadmap, 1);
      BaryRecord *cluster;

      roadmap->record = g_object_ref (BARY_ROADMAP (found->pdata[i]));
      cluster = bary_store_get (store, BARY_KIND_CLUSTER, roadmap->record->cluster, error);
      g_ptr_array_add (self->roadmaps, roadmap);
      if (cluster == NULL)
        return FALSE;
      roadmap->cluster = BARY_CLUSTER (cluster);
    }
  g_ptr_array_sort (self->roadmaps, compare_clusters);
  return found != NULL;
}

static void
add_event (BaryRoadmapYear *self,
           guint            roadmap,
           BaryEvent       *record)
{
  BaryYearEvent *event = g_new0 (BaryYearEvent, 1);

  event->record = g_object_ref (record);
  event->roadmap = roadmap;
  if (!bary_period_parse_in_terms (record->dates, self->school_year, &self->terms, &event->period, NULL))
    bary_period_init_unset (&event->period, record->dates, self->school_year);
  g_ptr_array_add (self->events, event);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BaryYearEvent *one = *(BaryYearEvent *const *) a, *other = *(BaryYearEvent *const *) b;

  if (one->period.earliest != other->period.earliest)
    return one->period.earliest < other->period.earliest ? -1 : 1;
  if (one->period.latest != other->period.latest)
    return one->period.latest < other->period.latest ? -1 : 1;
  return g_strcmp0 (bary_record_get_id (BARY_RECORD (one->record)), bary_record_get_id (BARY_RECORD (other->record)));
}

static void
put_in_order (BaryRoadmapYear *self)
{
  g_ptr_array_sort (self->events, compare_events);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->events->len; i++)
    {
      BaryYearEvent *event = self->events->pdata[i];

      g_hash_table_insert (self->by_id, (gpointer) bary_record_get_id (BARY_RECORD (event->record)), GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
read_plan (BaryRoadmapYear  *self,
           BaryStore        *store,
           GError          **error)
{
  g_autoptr (BaryPlan) plan = bary_store_read_plan (store, self->school_year, NULL, error);

  self->rules = plan != NULL ? bary_store_read_duty_rules (store, error) : NULL;
  if (self->rules != NULL)
    self->index = bary_conflict_index_new (plan, self->calendar);
  return self->index != NULL;
}

BaryRoadmapYear *
bary_roadmap_year_read (BaryStore  *store,
                        int         school_year,
                        GError    **error)
{
  g_autoptr (BaryRoadmapYear) self = g_new0 (BaryRoadmapYear, 1);

  self->school_year = school_year;
  self->roadmaps = g_ptr_array_new_with_free_func (roadmap_free);
  self->events = g_ptr_array_new_with_free_func (event_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->calendar = bary_store_read_calendar (store, school_year, error);
  if (self->calendar == NULL || !read_roadmaps (self, store, error))
    return NULL;
  self->terms = *bary_school_calendar_get_terms (self->calendar);
  for (guint i = 0; i < self->roadmaps->len; i++)
    {
      BaryYearRoadmap *roadmap = self->roadmaps->pdata[i];
      g_autoptr (GPtrArray) events =
        bary_store_select_parts (store, BARY_KIND_EVENT, "roadmap", bary_record_get_id (BARY_RECORD (roadmap->record)), error);

      if (events == NULL)
        return NULL;
      for (guint j = 0; j < events->len; j++)
        add_event (self, i, events->pdata[j]);
    }
  put_in_order (self);
  return read_plan (self, store, error) ? g_steal_pointer (&self) : NULL;
}

/* Following */

/* A number that no event has any more is taken by the last one. */
static void
remove_event (BaryRoadmapYear *self,
              guint            number)
{
  BaryYearEvent *last = self->events->pdata[self->events->len - 1];

  g_hash_table_insert (self->by_id, (gpointer) bary_record_get_id (BARY_RECORD (last->record)), GUINT_TO_POINTER (number + 1));
  g_hash_table_remove (self->by_id, bary_record_get_id (BARY_RECORD (((BaryYearEvent *) self->events->pdata[number])->record)));
  g_ptr_array_remove_index_fast (self->events, number);
}

static void
follow_event (BaryRoadmapYear *self,
              BaryStore       *store,
              const char      *id)
{
  int number = bary_roadmap_year_find (self, id);
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_EVENT, id, NULL);
  int roadmap = record != NULL ? bary_roadmap_year_find_record (self, BARY_EVENT (record)->roadmap) : -1;

  if (number >= 0)
    remove_event (self, (guint) number);
  if (roadmap < 0)
    return;
  add_event (self, (guint) roadmap, BARY_EVENT (record));
  g_hash_table_insert (self->by_id, (gpointer) bary_record_get_id (record), GUINT_TO_POINTER (self->events->len));
}

gboolean
bary_roadmap_year_follow (BaryRoadmapYear *self,
                          BaryStore       *store,
                          GPtrArray       *touches,
                          gboolean        *changed)
{
  BaryPlan *before = bary_roadmap_year_get_plan (self);
  g_autoptr (BaryPlan) plan = touches != NULL ? bary_store_follow_plan (store, before, self->calendar, touches, NULL) : NULL;

  *changed = FALSE;
  if (plan == NULL || plan == before)
    return plan != NULL;

  for (guint i = 0; i < touches->len; i++)
    {
      const BaryTrace *touch = touches->pdata[i];

      if (touch->kind == BARY_KIND_EVENT)
        follow_event (self, store, touch->id);
    }
  put_in_order (self);
  bary_conflict_index_free (self->index);
  self->index = bary_conflict_index_new (plan, self->calendar);
  *changed = TRUE;
  return TRUE;
}

BaryPlan *
bary_roadmap_year_get_plan (const BaryRoadmapYear *self)
{
  return bary_conflict_index_get_plan (self->index);
}

int
bary_roadmap_year_find (BaryRoadmapYear *self,
                        const char      *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1 : -1;
}

int
bary_roadmap_year_find_roadmap (BaryRoadmapYear *self,
                                const char      *cluster)
{
  for (guint i = 0; cluster != NULL && i < self->roadmaps->len; i++)
    {
      BaryYearRoadmap *roadmap = self->roadmaps->pdata[i];

      if (g_str_equal (roadmap->record->cluster, cluster))
        return (int) i;
    }
  return -1;
}

int
bary_roadmap_year_find_record (BaryRoadmapYear *self,
                               const char      *id)
{
  for (guint i = 0; id != NULL && i < self->roadmaps->len; i++)
    if (g_str_equal (bary_record_get_id (BARY_RECORD (((BaryYearRoadmap *) self->roadmaps->pdata[i])->record)), id))
      return (int) i;
  return -1;
}

char *
bary_year_event_describe (BaryRoadmapYear     *self,
                          const BaryYearEvent *event)
{
  const BaryYearRoadmap *roadmap = self->roadmaps->pdata[event->roadmap];
  const BaryField *state = bary_kind_find_field (BARY_KIND_EVENT, "state", NULL);
  g_autofree char *words = bary_field_to_words (state, event->record->state);

  /* Translators: an event of a plan for a screen reader: 1: its name, 2: its dates, 3: a cluster, 4: planned, held … */
  return g_strdup_printf (_("%1$s, %2$s, %3$s, %4$s"), event->record->name, event->record->dates, roadmap->cluster->name, words);
}

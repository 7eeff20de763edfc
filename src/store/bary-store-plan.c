#include "bary-store-plan.h"

#include "bary-kinds.h"
#include "bary-plan-reader.h"

BaryPlan *
bary_store_read_plan (BaryStore   *store,
                      int          school_year,
                      const char  *cluster,
                      GError     **error)
{
  g_autoptr (BaryPlan) plan = bary_plan_new (school_year);
  g_autoptr (BarySchoolCalendar) calendar = bary_store_read_calendar (store, school_year, error);
  g_auto (BaryPlanReader) reader = { 0 };

  if (calendar == NULL)
    return NULL;
  bary_plan_reader_init (&reader, bary_store_get_database (store), plan, bary_school_calendar_get_terms (calendar));
  reader.only = cluster;
  return bary_plan_reader_read_all (&reader, error) ? g_steal_pointer (&plan) : NULL;
}

/* Following it */

/* What one touch means for a plan. */
typedef enum {
  TOUCH_NOTHING,
  TOUCH_EVENT, /* or what belongs to one */
  TOUCH_ALL,   /* names, members, terms: they are everywhere in it */
} Touch;

static Touch
classify (BaryKind kind)
{
  switch ((int) kind)
    {
    case BARY_KIND_EVENT:
    case BARY_KIND_EVENT_PART:
    case BARY_KIND_EVENT_MOVE:
    case BARY_KIND_SENDING:
    case BARY_KIND_CONFLICT_NOTE:
      return TOUCH_EVENT;
    case BARY_KIND_ORGANISATION:
    case BARY_KIND_PERSON:
    case BARY_KIND_CLUSTER:
    case BARY_KIND_MEMBERSHIP:
    case BARY_KIND_ROLE:
    case BARY_KIND_ROADMAP:
    case BARY_KIND_SECTION:
    case BARY_KIND_CALENDAR_DAY:
    case BARY_KIND_CALENDAR_TERM:
    case BARY_KIND_OBLIGATION_RULE:
      return TOUCH_ALL;
    default:
      return TOUCH_NOTHING;
    }
}

/* The events that a record belongs to or belonged to: one that was removed is known to the history only. A sending without an
 * event adds "". */
static gboolean
add_events_of (BaryStore        *store,
               const BaryTrace  *touch,
               GHashTable       *events,
               GError          **error)
{
  g_autoptr (GPtrArray) traces = bary_store_trace (store, touch->kind, touch->id, error);
  gboolean some = FALSE;

  for (guint i = 0; traces != NULL && i < traces->len; i++)
    {
      const BaryTrace *trace = traces->pdata[i];

      if (trace->field == NULL || !g_str_equal (trace->field->name, "event"))
        continue;
      if (trace->was != NULL)
        g_hash_table_add (events, g_strdup (trace->was));
      if (trace->became != NULL)
        g_hash_table_add (events, g_strdup (trace->became));
      some = TRUE;
    }
  if (!some)
    g_hash_table_add (events, g_strdup (""));
  return traces != NULL;
}

/* Returns: (transfer full) (nullable): ids of the events that were touched; NULL if more than single events were. */
static GHashTable *
collect_events (BaryStore  *store,
                GPtrArray  *touches,
                GError    **error)
{
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < touches->len; i++)
    {
      const BaryTrace *touch = touches->pdata[i];

      switch (classify (touch->kind))
        {
        case TOUCH_ALL:
          return NULL;
        case TOUCH_EVENT:
          if (touch->kind == BARY_KIND_EVENT)
            g_hash_table_add (events, g_strdup (touch->id));
          else if (!add_events_of (store, touch, events, error))
            return NULL;
          break;
        case TOUCH_NOTHING:
        default:
          break;
        }
    }
  return g_steal_pointer (&events);
}

/* What was done without an event. */
static gboolean
read_loose_again (BaryPlanReader  *reader,
                  GError         **error)
{
  bary_plan_remove_done (reader->plan, -1);
  return bary_plan_reader_read_loose (reader, error);
}

static gboolean
read_event_again (BaryPlanReader  *reader,
                  const char      *id,
                  GError         **error)
{
  int was = bary_plan_find_event (reader->plan, id);

  bary_plan_remove_accepted (reader->plan, id);
  if (!bary_plan_reader_read_event (reader, id, error))
    return FALSE;
  if (was >= 0)
    bary_plan_replace_event (reader->plan, (guint) was);
  return TRUE;
}

static gboolean
read_touched (BaryPlanReader  *reader,
              GHashTable      *events,
              GError         **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, events);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!(*(const char *) id == '\0' ? read_loose_again (reader, error) : read_event_again (reader, id, error)))
      return FALSE;
  return TRUE;
}

BaryPlan *
bary_store_follow_plan (BaryStore           *store,
                        BaryPlan            *plan,
                        BarySchoolCalendar  *calendar,
                        GPtrArray           *touches,
                        GError             **error)
{
  g_autoptr (GHashTable) events = collect_events (store, touches, error);
  g_autoptr (BaryPlan) after = NULL;
  g_auto (BaryPlanReader) reader = { 0 };

  if (events == NULL)
    return NULL;
  if (g_hash_table_size (events) == 0)
    return bary_plan_ref (plan);
  after = bary_plan_copy (plan);
  bary_plan_reader_init (&reader, bary_store_get_database (store), after, bary_school_calendar_get_terms (calendar));
  return read_touched (&reader, events, error) ? g_steal_pointer (&after) : NULL;
}

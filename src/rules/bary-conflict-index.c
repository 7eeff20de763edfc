#include "bary-plan-conflicts-private.h"

#include "bary-text.h"

GArray *
bary_plan_event_get_sittings (const BaryPlanEvent *event)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (BaryDay));
  g_autoptr (GArray) all = NULL;

  if (!bary_plan_event_stands (event) || !bary_period_is_fixed (&event->period))
    return days;

  all = bary_period_get_days (&event->period);
  for (guint i = 0; i < all->len; i++)
    {
      BaryDay day = g_array_index (all, BaryDay, i);

      for (guint j = 0; j < event->period.n_spans; j++)
        if (bary_day_span_covers (event->period.spans[j], day) &&
            event->period.spans[j].last - event->period.spans[j].first < BARY_LONGEST_SITTING)
          {
            g_array_append_val (days, day);
            break;
          }
    }
  return days;
}

static guint64 *
make_set (const BaryConflictIndex *self,
          GArray                  *organisations)
{
  guint64 *set = g_new0 (guint64, self->n_words);

  for (guint i = 0; i < organisations->len; i++)
    {
      guint organisation = g_array_index (organisations, guint, i);

      set[organisation / 64] |= G_GUINT64_CONSTANT (1) << (organisation % 64);
    }
  return set;
}

static int
lowest_of (guint64 set)
{
  int n = 0;

  for (; (set & 1) == 0; set >>= 1)
    n++;
  return n;
}

guint
bary_conflict_index_count_shared (const BaryConflictIndex *self,
                                  const guint64           *a,
                                  const guint64           *b,
                                  int                     *first)
{
  guint n = 0;

  if (first != NULL)
    *first = -1;
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 both = a[i] & b[i]; both != 0; both &= both - 1)
      if (n++ == 0 && first != NULL)
        *first = (int) (64 * i) + lowest_of (both);
  return n;
}

/* A place is known by its words; where none are written, by its host. */
static int
find_place (const BaryConflictIndex *self,
            const BaryPlanEvent     *event)
{
  g_autofree char *name = NULL;
  int place;

  if (event->place != NULL && *event->place != '\0')
    name = bary_text_fold (event->place);
  else if (event->host >= 0)
    name = g_strdup_printf ("\n%d", event->host);
  else
    return -1;

  place = GPOINTER_TO_INT (g_hash_table_lookup (self->places, name));
  if (place == 0)
    {
      place = g_hash_table_size (self->places) + 1;
      g_hash_table_insert (self->places, g_steal_pointer (&name), GINT_TO_POINTER (place));
    }
  return place;
}

void
bary_conflict_entry_init (BaryConflictEntry       *entry,
                          const BaryConflictIndex *self,
                          const BaryPlanEvent     *event)
{
  entry->days = bary_plan_event_get_sittings (event);
  entry->must = make_set (self, event->must);
  entry->may = make_set (self, event->may);
  entry->place = find_place (self, event);
  entry->person = event->responsible;
  entry->cluster = event->cluster;
  bary_plan_event_get_hours (event, &entry->start, &entry->end);
  if (entry->end < 0)
    entry->end = entry->start + BARY_USUAL_MINUTES;
}

void
bary_conflict_entry_clear (BaryConflictEntry *entry)
{
  g_clear_pointer (&entry->days, g_array_unref);
  g_clear_pointer (&entry->must, g_free);
  g_clear_pointer (&entry->may, g_free);
}

const BaryConflictEntry *
bary_conflict_index_get_entry (const BaryConflictIndex *self,
                               guint                    event)
{
  return &g_array_index (self->entries, BaryConflictEntry, event);
}

GArray *
bary_conflict_index_get_events (const BaryConflictIndex *self,
                                BaryDay                  day)
{
  return g_hash_table_lookup (self->events, GUINT_TO_POINTER (day));
}

static void
add_to_day (BaryConflictIndex *self,
            guint              event,
            BaryDay            day)
{
  GArray *events = bary_conflict_index_get_events (self, day);
  guint place;

  if (events == NULL)
    {
      events = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->events, GUINT_TO_POINTER (day), events);
    }
  for (place = events->len; place > 0 && g_array_index (events, guint, place - 1) > event; place--)
    ;
  g_array_insert_val (events, place, event);
}

static void
remove_from_day (BaryConflictIndex *self,
                 guint              event,
                 BaryDay            day)
{
  GArray *events = bary_conflict_index_get_events (self, day);

  for (guint i = 0; i < events->len; i++)
    if (g_array_index (events, guint, i) == event)
      {
        g_array_remove_index (events, i);
        return;
      }
}

/* Reads an event of the plan. @entry: empty. */
static void
read_event (BaryConflictIndex *self,
            BaryConflictEntry *entry,
            guint              event)
{
  bary_conflict_entry_init (entry, self, bary_plan_event (self->plan, event));
  for (guint i = 0; i < entry->days->len; i++)
    add_to_day (self, event, g_array_index (entry->days, BaryDay, i));
}

static void
append_event (BaryConflictIndex *self)
{
  guint event = self->entries->len;

  g_array_set_size (self->entries, event + 1);
  read_event (self, &g_array_index (self->entries, BaryConflictEntry, event), event);
}

void
bary_conflict_index_update (BaryConflictIndex *self,
                            guint              event)
{
  BaryConflictEntry *entry;

  g_return_if_fail (event < self->plan->events->len && event <= self->entries->len);

  if (event == self->entries->len)
    {
      append_event (self);
      return;
    }

  entry = &g_array_index (self->entries, BaryConflictEntry, event);
  for (guint i = 0; i < entry->days->len; i++)
    remove_from_day (self, event, g_array_index (entry->days, BaryDay, i));
  bary_conflict_entry_clear (entry);
  read_event (self, entry, event);
}

BaryConflictIndex *
bary_conflict_index_new (BaryPlan           *plan,
                         BarySchoolCalendar *calendar)
{
  BaryConflictIndex *self = g_new0 (BaryConflictIndex, 1);

  self->plan = bary_plan_ref (plan);
  self->calendar = bary_school_calendar_ref (calendar);
  self->n_words = plan->organisations->len / 64 + 1;
  self->entries = g_array_new (FALSE, TRUE, sizeof (BaryConflictEntry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) bary_conflict_entry_clear);
  self->events = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < plan->clusters->len; i++)
    g_ptr_array_add (self->members, make_set (self, bary_plan_cluster (plan, i)->members));
  for (guint i = 0; i < plan->events->len; i++)
    append_event (self);
  return self;
}

void
bary_conflict_index_free (BaryConflictIndex *self)
{
  g_ptr_array_unref (self->members);
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->places);
  g_array_unref (self->entries);
  bary_school_calendar_unref (self->calendar);
  bary_plan_unref (self->plan);
  g_free (self);
}

BaryPlan *
bary_conflict_index_get_plan (const BaryConflictIndex *self)
{
  return self->plan;
}

BarySchoolCalendar *
bary_conflict_index_get_calendar (const BaryConflictIndex *self)
{
  return self->calendar;
}

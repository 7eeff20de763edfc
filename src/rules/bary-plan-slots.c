#include "bary-plan-slots.h"

#include "bary-plan-conflicts-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static guint
count_duties (const BaryConflictIndex *self,
              const BaryConflictEntry *entry,
              int                      self_index,
              BaryDay                  day)
{
  BaryDay monday = bary_day_get_monday (day);
  guint n = 0;

  for (BaryDay it = monday; it < monday + 7; it++)
    {
      GArray *events = bary_conflict_index_get_events (self, it);

      for (guint i = 0; events != NULL && i < events->len; i++)
        {
          int other = g_array_index (events, guint, i);

          if (other != self_index)
            n += bary_conflict_index_count_shared (self, entry->must, bary_conflict_index_get_entry (self, other)->must, NULL);
        }
    }
  return n;
}

/* Returns: whether the event may stand as the candidate does. */
static gboolean
judge (const BaryConflictIndex *self,
       const BaryPlanEvent     *candidate,
       int                      self_index,
       BarySlot                *slot)
{
  g_autoptr (GArray) conflicts = bary_conflict_index_check (self, candidate, self_index);

  for (guint i = 0; i < conflicts->len; i++)
    if (g_array_index (conflicts, BaryConflict, i).kind != BARY_CONFLICT_SAME_DAY)
      return FALSE;

  slot->n_soft = conflicts->len;
  return TRUE;
}

static guint
weigh (const BarySlot *slot,
       guint           n_schools)
{
  guint weeks = (guint) (abs (slot->distance) / 7) + (slot->distance < 0 ? BARY_SLOT_EARLIER : 0);

  return slot->n_duties + weeks * MAX (n_schools / 4, 1);
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const BarySlot *first = a, *second = b;

  if (first->n_soft != second->n_soft)
    return first->n_soft < second->n_soft ? -1 : 1;
  if (first->cost != second->cost)
    return first->cost < second->cost ? -1 : 1;
  if (abs (first->distance) != abs (second->distance))
    return abs (first->distance) - abs (second->distance);
  return first->day < second->day ? -1 : first->day > second->day;
}

GArray *
bary_conflict_index_find_slots (const BaryConflictIndex *self,
                                const BaryPlanEvent     *event,
                                int                      self_index,
                                BaryDaySpan              within,
                                guint                    most)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BarySlot));
  g_autoptr (GArray) days = bary_plan_event_get_sittings (event);
  BaryDay now = days->len > 0 ? g_array_index (days, BaryDay, 0) : BARY_NO_DAY;
  guint more = days->len > 0 ? g_array_index (days, BaryDay, days->len - 1) - now : 0;
  BaryPlanEvent candidate = *event;
  g_auto (BaryConflictEntry) entry = { NULL };

  bary_conflict_entry_init (&entry, self, event);
  candidate.state = BARY_PLAN_PLANNED;
  for (BaryDay day = within.first; day + more <= within.last; day++)
    {
      BarySlot slot = { day, .distance = now != BARY_NO_DAY ? (int) day - (int) now : 0 };

      bary_period_init_days (&candidate.period, day, day + more, bary_school_calendar_get_school_year (self->calendar));
      if (judge (self, &candidate, self_index, &slot))
        {
          slot.n_duties = count_duties (self, &entry, self_index, day);
          slot.cost = weigh (&slot, event->must->len);
          g_array_append_val (slots, slot);
        }
      bary_period_clear (&candidate.period);
    }

  g_array_sort (slots, compare_slots);
  g_array_set_size (slots, MIN (slots->len, most));
  return slots;
}

char *
bary_slot_to_words (const BarySlot *slot)
{
  g_autofree char *beside = NULL;
  g_autofree char *week = NULL;

  if (slot->n_soft == 0)
    beside = g_strdup (_("nothing else that day"));
  else
    beside = g_strdup_printf (ngettext ("%u other event that day", "%u other events that day", slot->n_soft), slot->n_soft);
  if (slot->n_duties == 0)
    week = g_strdup (_("its schools are free the whole week"));
  else
    /* Translators: how often the schools of an event must be somewhere else in the week */
    week = g_strdup_printf (ngettext ("%u other duty of its schools that week", "%u other duties of its schools that week",
                                      slot->n_duties), slot->n_duties);

  /* Translators: 1: how full a day is, 2: how full its week is */
  return g_strdup_printf (_("%1$s; %2$s"), beside, week);
}

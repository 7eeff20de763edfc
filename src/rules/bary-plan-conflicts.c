#include "bary-plan-conflicts-private.h"

gboolean
bary_conflict_is_hard (BaryConflictKind kind)
{
  return kind <= BARY_CONFLICT_PERSON;
}

static gboolean
hours_overlap (const BaryConflictEntry *a,
               const BaryConflictEntry *b)
{
  return a->start < 0 || b->start < 0 || (a->start < b->end && b->start < a->end);
}

static gboolean
sets_meet (const BaryConflictIndex *self,
           const guint64           *a,
           const guint64           *b)
{
  for (guint i = 0; i < self->n_words; i++)
    if (a[i] & b[i])
      return TRUE;
  return FALSE;
}

static gboolean
are_neighbours (const BaryConflictIndex *self,
                int                      a,
                int                      b)
{
  return a >= 0 && b >= 0 &&
         (a == b || sets_meet (self, g_ptr_array_index (self->members, a), g_ptr_array_index (self->members, b)));
}

static gboolean
touch (const BaryConflictIndex *self,
       const BaryConflictEntry *a,
       const BaryConflictEntry *b)
{
  return sets_meet (self, a->must, b->must) || sets_meet (self, a->must, b->may) || sets_meet (self, a->may, b->must) ||
         are_neighbours (self, a->cluster, b->cluster);
}

static gboolean
is_accepted (const BaryConflictIndex *self,
             const BaryConflict      *conflict)
{
  const char *event = conflict->event >= 0 ? bary_plan_event (self->plan, conflict->event)->id : NULL;
  const char *other = conflict->other >= 0 ? bary_plan_event (self->plan, conflict->other)->id : NULL;

  for (guint i = 0; event != NULL && i < self->plan->accepted->len; i++)
    {
      const BaryPlanAccepted *it = &g_array_index (self->plan->accepted, BaryPlanAccepted, i);

      if (it->kind == (int) conflict->kind &&
          ((g_strcmp0 (it->event, event) == 0 && g_strcmp0 (it->other, other) == 0) ||
           (other != NULL && g_strcmp0 (it->event, other) == 0 && g_strcmp0 (it->other, event) == 0)))
        return TRUE;
    }
  return FALSE;
}

static void
add_conflict (const BaryConflictIndex *self,
              GArray                  *conflicts,
              BaryConflict             conflict)
{
  conflict.accepted = is_accepted (self, &conflict);
  g_array_append_val (conflicts, conflict);
}

static void
check_pair (const BaryConflictIndex *self,
            GArray                  *conflicts,
            const BaryConflictEntry *entry,
            int                      event,
            int                      other,
            BaryDay                  day)
{
  const BaryConflictEntry *with = bary_conflict_index_get_entry (self, other);
  guint before = conflicts->len;

  if (hours_overlap (entry, with))
    {
      int school;
      guint n_schools = bary_conflict_index_count_shared (self, entry->must, with->must, &school);

      if (n_schools > 0)
        add_conflict (self, conflicts, (BaryConflict) { BARY_CONFLICT_SCHOOL, event, other, school, n_schools, day });
      if (entry->place >= 0 && entry->place == with->place)
        add_conflict (self, conflicts, (BaryConflict) { BARY_CONFLICT_PLACE, event, other, -1, 0, day });
      if (entry->person >= 0 && entry->person == with->person)
        add_conflict (self, conflicts, (BaryConflict) { BARY_CONFLICT_PERSON, event, other, entry->person, 0, day });
    }
  if (conflicts->len == before && touch (self, entry, with))
    add_conflict (self, conflicts, (BaryConflict) { BARY_CONFLICT_SAME_DAY, event, other, -1, 0, day });
}

static void
check_calendar (const BaryConflictIndex *self,
                GArray                  *conflicts,
                const BaryConflictEntry *entry,
                int                      event)
{
  gboolean found[BARY_CONFLICT_DAY_OFF + 1] = { FALSE };

  for (guint i = 0; i < entry->days->len; i++)
    {
      BaryDay day = g_array_index (entry->days, BaryDay, i);
      const BaryCalendarStretch *stretch = bary_school_calendar_get_stretch (self->calendar, day);
      gboolean meets[BARY_CONFLICT_DAY_OFF + 1] = {
        [BARY_CONFLICT_VACATION] = stretch != NULL && stretch->kind == BARY_STRETCH_VACATION,
        [BARY_CONFLICT_EXAMS] = stretch != NULL && stretch->kind == BARY_STRETCH_EXAMS,
        [BARY_CONFLICT_DAY_OFF] = !bary_school_calendar_is_working (self->calendar, day),
      };

      for (int kind = BARY_CONFLICT_VACATION; kind <= BARY_CONFLICT_DAY_OFF; kind++)
        if (meets[kind] && !found[kind])
          {
            found[kind] = TRUE;
            add_conflict (self, conflicts, (BaryConflict) { kind, event, -1, -1, 0, day });
          }
    }
}

/* Whether two that meet on a day have met before: each pair is told once, of its first day. */
static gboolean
meet_before (const BaryConflictEntry *a,
             const BaryConflictEntry *b,
             BaryDay                  day)
{
  for (guint i = 0; i < a->days->len && g_array_index (a->days, BaryDay, i) < day; i++)
    for (guint j = 0; j < b->days->len; j++)
      if (g_array_index (a->days, BaryDay, i) == g_array_index (b->days, BaryDay, j))
        return TRUE;
  return FALSE;
}

/* @after: only others of a higher index. */
static void
check_others (const BaryConflictIndex *self,
              GArray                  *conflicts,
              const BaryConflictEntry *entry,
              int                      event,
              int                      after)
{
  for (guint i = 0; i < entry->days->len; i++)
    {
      BaryDay day = g_array_index (entry->days, BaryDay, i);
      GArray *events = bary_conflict_index_get_events (self, day);

      for (guint j = 0; events != NULL && j < events->len; j++)
        {
          int other = g_array_index (events, guint, j);

          if (other != event && other > after && !meet_before (entry, bary_conflict_index_get_entry (self, other), day))
            check_pair (self, conflicts, entry, event, other, day);
        }
    }
}

GArray *
bary_conflict_index_check (const BaryConflictIndex *self,
                           const BaryPlanEvent     *event,
                           int                      self_index)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  g_auto (BaryConflictEntry) entry = { NULL };

  bary_conflict_entry_init (&entry, self, event);
  check_others (self, conflicts, &entry, self_index, -1);
  check_calendar (self, conflicts, &entry, self_index);
  return conflicts;
}

GArray *
bary_conflict_index_check_all (const BaryConflictIndex *self)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (BaryConflict));

  for (guint i = 0; i < self->entries->len; i++)
    {
      check_others (self, conflicts, bary_conflict_index_get_entry (self, i), i, i);
      check_calendar (self, conflicts, bary_conflict_index_get_entry (self, i), i);
    }
  return conflicts;
}

#include "bary-ics-apply.h"

#include "bary-config.h"
#include "bary-event.h"
#include "bary-ics-private.h"
#include "bary-id.h"
#include "bary-period.h"

#include <glib/gi18n-lib.h>

char *
bary_ics_make_id (const char *uid)
{
  g_autofree char *lower = g_ascii_strdown (uid, -1);
  g_autofree char *hash = NULL;

  if (bary_id_is_valid (lower))
    return g_steal_pointer (&lower);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, uid, -1);
  return g_strdup_printf ("%.8s-%.4s-5%.3s-a%.3s-%.12s", hash, hash + 8, hash + 13, hash + 17, hash + 20);
}

/* The dates as the plan has them, if they are those days, or else the days themselves. */
static char *
write_dates (const BaryIcsEvent  *event,
             const BaryIcsTarget *target)
{
  BaryDay first = bary_day_from_iso (event->first), last = bary_day_from_iso (event->last);
  g_auto (BaryPeriod) period = { 0 };
  g_auto (BaryPeriod) days = { 0 };

  if (event->words != NULL && bary_period_parse_in_terms (event->words, target->school_year, target->terms, &period, NULL) &&
      period.earliest == first && period.latest == last)
    return g_strdup (event->words);
  bary_period_init_days (&days, first, last, target->school_year);
  return g_strdup (days.words);
}

static gboolean
is_same_time (const char          *words,
              const BaryIcsEvent  *event,
              const BaryIcsTarget *target)
{
  g_auto (BaryPeriod) period = { 0 };

  return bary_period_parse_in_terms (words, target->school_year, target->terms, &period, NULL) &&
         period.earliest == bary_day_from_iso (event->first) && period.latest == bary_day_from_iso (event->last) &&
         (event->words == NULL || g_str_equal (event->words, words) || bary_period_is_fixed (&period));
}

static BaryIcsFate
add_new (BaryIcs             *ics,
         const BaryIcsEvent  *event,
         const BaryIcsTarget *target,
         const char          *id,
         BaryChanges         *changes)
{
  g_autoptr (BaryRecord) record = NULL;
  g_autofree char *dates = write_dates (event, target);

  if (target->roadmap == NULL)
    {
      bary_ics_add_remark (ics, event->line, _("the event is new, and no cluster was chosen for it; it was left out"));
      return BARY_ICS_IS_LEFT_OUT;
    }
  record = bary_record_new (BARY_KIND_EVENT, id);
  bary_record_set_all (record, "roadmap", target->roadmap, "name", event->summary, "dates", dates, "start_time", event->start,
                       "end_time", event->end, "place", event->location, "note", event->description, "kind", "event",
                       "state", event->status == BARY_ICS_CANCELLED ? "cancelled" : "planned", NULL);
  bary_changes_add (changes, record);
  return BARY_ICS_IS_ADDED;
}

static void
add_move (BaryRecord          *event,
          const char          *kind,
          const char          *to,
          const BaryIcsTarget *target,
          BaryChanges         *changes)
{
  g_autoptr (BaryRecord) move = bary_record_new (BARY_KIND_EVENT_MOVE, NULL);

  bary_record_set_all (move, "event", bary_record_get_id (event), "kind", kind, "moved_on", target->today,
                       "from_dates", BARY_EVENT (event)->dates, "to_dates", to, "reason", "other",
                       "remark", _("Taken from a calendar"), NULL);
  bary_changes_add (changes, move);
}

/* Where no place is written, the host's stands in the calendar. */
static gboolean
takes_place (BaryEvent          *record,
             const BaryIcsEvent *event)
{
  return event->location != NULL && (record->place != NULL || record->host == NULL);
}

static void
update (BaryRecord          *record,
        const BaryIcsEvent  *event,
        const BaryIcsTarget *target,
        BaryChanges         *changes)
{
  g_autoptr (BaryRecord) copy = bary_record_copy (record);
  BaryEvent *before = BARY_EVENT (record);
  g_autofree char *dates = is_same_time (before->dates, event, target) ? g_strdup (before->dates) : write_dates (event, target);
  gboolean cancels = event->status == BARY_ICS_CANCELLED && !g_str_equal (before->state, "cancelled");

  bary_record_set_all (copy, "name", event->summary, "dates", dates, NULL);
  if (event->start != NULL)
    bary_record_set_all (copy, "start_time", event->start, "end_time", event->end, NULL);
  if (takes_place (before, event))
    bary_record_set_all (copy, "place", event->location, NULL);
  if (cancels)
    bary_record_set_all (copy, "state", "cancelled", NULL);
  else if (!g_str_equal (dates, before->dates))
    bary_record_set_all (copy, "state", "moved", NULL);
  bary_changes_update (changes, record, copy);
  if (cancels)
    add_move (record, "cancelled", NULL, target, changes);
  else if (!g_str_equal (dates, before->dates))
    add_move (record, "moved", dates, target, changes);
}

static BaryIcsFate
apply_event (BaryIcs             *ics,
             const BaryIcsEvent  *event,
             const BaryIcsTarget *target,
             BaryChanges         *changes)
{
  guint sequence = 0, length = bary_changes_get_length (changes);
  g_autofree char *id = bary_ics_make_id (event->uid);
  g_autoptr (BaryRecord) record = target->find (id, &sequence, target->user_data);
  BaryIcsEvent known = { .sequence = sequence };

  switch (bary_ics_compare (record != NULL ? &known : NULL, event))
    {
    case BARY_ICS_NEW:
      return add_new (ics, event, target, id, changes);
    case BARY_ICS_NEWER:
      update (record, event, target, changes);
      return bary_changes_get_length (changes) > length ? BARY_ICS_IS_CHANGED : BARY_ICS_STAYS_SAME;
    case BARY_ICS_OLDER:
      bary_ics_add_remark (ics, event->line, _("the event has changed here since; what the calendar says was left out"));
      return BARY_ICS_STAYS_NEWER;
    case BARY_ICS_SAME:
    default:
      return BARY_ICS_STAYS_SAME;
    }
}

GArray *
bary_ics_apply (BaryIcs             *ics,
                const BaryIcsTarget *target,
                BaryChanges         *changes)
{
  GArray *outcomes = g_array_sized_new (FALSE, FALSE, sizeof (BaryIcsOutcome), ics->events->len);

  for (guint i = 0; i < ics->events->len; i++)
    {
      BaryIcsOutcome outcome = { .first = bary_changes_get_length (changes) };

      outcome.fate = apply_event (ics, ics->events->pdata[i], target, changes);
      outcome.end = bary_changes_get_length (changes);
      g_array_append_val (outcomes, outcome);
    }
  return outcomes;
}

guint
bary_ics_count (GArray      *outcomes,
                BaryIcsFate  fate)
{
  guint n = 0;

  for (guint i = 0; i < outcomes->len; i++)
    n += g_array_index (outcomes, BaryIcsOutcome, i).fate == fate;
  return n;
}

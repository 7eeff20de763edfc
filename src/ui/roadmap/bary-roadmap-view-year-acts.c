#include "bary-roadmap-view-private.h"

#include "bary-calendar-window.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-load-window.h"
#include "bary-roadmap-next.h"
#include "bary-rules-window.h"
#include "bary-slots-window.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

/* The next year */

/* What the toast and the history call it: they tell what a person has to look at. */
static char *
describe_next (const BaryNextRoadmap *next)
{
  g_autofree char *year = bary_school_year_to_string (atoi (BARY_ROADMAP (next->roadmap)->school_year));
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", next->n_events), next->n_events);
  g_autofree char *unplaced =
    g_strdup_printf (ngettext ("%u keeps its words: no such day", "%u keep their words: no such days", next->n_unplaced),
                     next->n_unplaced);

  return g_strjoin (" · ", year, events, next->n_unplaced > 0 ? unplaced : NULL, NULL);
}

static void
tell_there (BaryRoadmapView *self,
            BaryRecord      *there)
{
  g_autofree char *year = bary_school_year_to_string (atoi (BARY_ROADMAP (there)->school_year));
  /* Translators: 1: the name of a roadmap, 2: a school year */
  g_autofree char *words = g_strdup_printf (_("The cluster has “%1$s” for %2$s already: nothing was made"),
                                            bary_record_get_name (there), year);

  bary_session_tell (get_session (self), words);
}

static void
next_year_cb (BaryRoadmapView *self)
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) there = roadmap != NULL ? bary_roadmap_find_next (self->store, roadmap, &error) : NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryNextRoadmap next = { 0 };
  g_autofree char *words = NULL;

  if (there != NULL)
    tell_there (self, there);
  else if (error != NULL || (roadmap != NULL && !bary_roadmap_plan_next (self->store, roadmap, changes, &next, &error)))
    bary_session_fail (get_session (self), error);
  if (next.roadmap == NULL)
    return;

  words = describe_next (&next);
  if (bary_session_commit (get_session (self), N_("Plan for the next year: %s"), words, changes))
    bary_session_go_to (get_session (self), BARY_KIND_ROADMAP, bary_record_get_id (next.roadmap));
  g_object_unref (next.roadmap);
}

/* What follows from the year */

static void
load_cb (BaryRoadmapView *self)
{
  if (self->store != NULL)
    bary_load_window_present (GTK_WIDGET (self), get_session (self));
}

static void
calendar_cb (BaryRoadmapView *self)
{
  if (self->store != NULL)
    bary_calendar_window_present (GTK_WIDGET (self), get_session (self));
}

static void
rules_cb (BaryRoadmapView *self)
{
  if (self->store != NULL)
    bary_rules_window_present (GTK_WIDGET (self), get_session (self));
}

static void
day_chosen_cb (BaryRoadmapView *self,
               guint            day)
{
  bary_roadmap_view_move (self, "moved", day);
}

static void
free_days_cb (BaryRoadmapView *self)
{
  BaryPlan *plan = self->year != NULL ? bary_roadmap_year_get_plan (self->year) : NULL;
  int event = plan != NULL && self->selected != NULL ? bary_plan_find_event (plan, self->selected) : -1;
  g_autofree char *today = bary_date_today ();

  if (event >= 0)
    g_signal_connect_object (bary_slots_window_present (GTK_WIDGET (self), self->year, (guint) event, bary_day_from_iso (today)),
                             "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
}

void
bary_roadmap_view_update_year_acts (BaryRoadmapView *self,
                                  gboolean         editable)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);

  bary_acts_enable (self->actions, "next-year", editable);
  bary_acts_enable (self->actions, "free-days", editable && event != NULL && g_strcmp0 (event->record->state, "cancelled") != 0);
}

void
bary_roadmap_view_install_year_acts (BaryRoadmapView *self)
{
  const BaryAct acts[] = {
    { "next-year", G_CALLBACK (next_year_cb) },
    { "load", G_CALLBACK (load_cb) },
    { "calendar", G_CALLBACK (calendar_cb) },
    { "rules", G_CALLBACK (rules_cb) },
    { "free-days", G_CALLBACK (free_days_cb) },
  };

  bary_acts_add (self->actions, acts, G_N_ELEMENTS (acts), self);
}

#include "bary-roadmap-view-private.h"

#include "bary-approvals-window.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-event-conflicts.h"
#include "bary-half-year-window.h"
#include "bary-half-year.h"
#include "bary-ics-window.h"
#include "bary-letter-window.h"
#include "bary-outcome-window.h"
#include "bary-table-import.h"

#include <glib/gi18n-lib.h>

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

static void
approvals_cb (BaryRoadmapView *self)
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);

  if (roadmap != NULL)
    bary_approvals_window_present (GTK_WIDGET (self), get_session (self), BARY_RECORD (roadmap));
}

/* The report on a half year is due in the weeks at its end, and still asked for in the month after. */
#define AFTER_THE_END 31

static void
half_year_cb (BaryRoadmapView *self)
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);
  g_autofree char *today = bary_date_today ();

  if (roadmap != NULL)
    {
      BaryDaySpan first = bary_half_year_get_days (self->year->school_year, 1, &self->year->terms);

      bary_half_year_window_present (GTK_WIDGET (self), get_session (self), BARY_RECORD (roadmap),
                                     bary_day_from_iso (today) > first.last + AFTER_THE_END ? 2 : 1);
    }
}

/* What an event of the table would meet in the plan as it is. */
static char *
remark_conflicts (GtkWidget  *view,
                  BaryRecord *record)
{
  BaryRoadmapView *self = BARY_ROADMAP_VIEW (view);
  int roadmap = self->year != NULL ? bary_roadmap_year_find_record (self->year, BARY_EVENT (record)->roadmap) : -1;

  if (roadmap < 0)
    return NULL;
  return bary_event_name_conflicts (self->year->index, BARY_EVENT (record),
                                    ((BaryYearRoadmap *) self->year->roadmaps->pdata[roadmap])->record->cluster);
}

/* Events out of a table belong to the roadmap at hand, and nothing has happened to them yet. */
static void
take_table (BaryRoadmapView *self,
            void           (*take) (GtkWidget *, BarySession *, BaryRecord *, BaryTableRemark))
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);
  g_autoptr (BaryRecord) pattern = bary_record_new (BARY_KIND_EVENT, NULL);

  if (roadmap == NULL)
    return;
  bary_record_set_all (pattern, "roadmap", bary_record_get_id (BARY_RECORD (roadmap)), "kind", "event", "state", "planned", NULL);
  take (GTK_WIDGET (self), get_session (self), pattern, remark_conflicts);
}

static void
import_cb (BaryRoadmapView *self)
{
  take_table (self, bary_table_import_open);
}

static void
paste_cb (BaryRoadmapView *self)
{
  take_table (self, bary_table_import_paste);
}

void
bary_roadmap_view_take_calendar (BaryRoadmapView *self,
                                 GFile           *file)
{
  BaryRoadmap *roadmap = bary_roadmap_view_get_roadmap (self);

  bary_ics_window_open (GTK_WIDGET (self), get_session (self), roadmap != NULL ? bary_record_get_id (BARY_RECORD (roadmap)) : NULL, file);
}

static void
calendar_chosen (GFile    *file,
                 gpointer  user_data)
{
  g_autoptr (BaryRoadmapView) self = user_data;

  if (file != NULL && self->store != NULL)
    bary_roadmap_view_take_calendar (self, file);
}

static void
import_calendar_cb (BaryRoadmapView *self)
{
  bary_dialogs_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Import a Calendar"), _("Calendars (iCalendar)"), "*.ics",
                          calendar_chosen, g_object_ref (self));
}

static void
letter_cb (GSimpleAction   *action,
           GVariant        *duty,
           BaryRoadmapView *self)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);

  if (event != NULL)
    bary_letter_window_present (GTK_WIDGET (self), get_session (self), BARY_RECORD (event->record),
                                g_variant_get_string (duty, NULL), 0);
}

/* The day that it was planned for is the likeliest, once it is over. */
static void
outcome_cb (BaryRoadmapView *self)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);
  g_autofree char *today = bary_date_today ();
  g_autofree char *day = NULL;

  if (event == NULL)
    return;
  if (bary_period_is_fixed (&event->period) && event->period.latest <= bary_day_from_iso (today))
    day = bary_day_to_iso (event->period.latest);
  bary_outcome_window_present (GTK_WIDGET (self), get_session (self), BARY_RECORD (event->record), day);
}

void
bary_roadmap_view_update_dialogs (BaryRoadmapView *self,
                                  gboolean         editable)
{
  bary_acts_enable (self->actions, "approvals", editable);
  bary_acts_enable (self->actions, "half-year", editable);
  bary_acts_enable (self->actions, "import", editable);
  bary_acts_enable (self->actions, "import-calendar", editable);
  bary_acts_enable (self->actions, "paste", editable);
  bary_acts_enable (self->actions, "letter", editable && bary_roadmap_view_get_selected (self) != NULL);
  bary_acts_enable (self->actions, "outcome", editable && bary_roadmap_view_get_selected (self) != NULL);
}

void
bary_roadmap_view_install_dialogs (BaryRoadmapView *self)
{
  const BaryAct acts[] = {
    { "approvals", G_CALLBACK (approvals_cb) },
    { "import", G_CALLBACK (import_cb) },
    { "import-calendar", G_CALLBACK (import_calendar_cb) },
    { "half-year", G_CALLBACK (half_year_cb) },
    { "outcome", G_CALLBACK (outcome_cb) },
    { "paste", G_CALLBACK (paste_cb) },
  };

  bary_acts_add (self->actions, acts, G_N_ELEMENTS (acts), self);
  bary_acts_add_other (self->actions, g_simple_action_new ("letter", G_VARIANT_TYPE_STRING), "activate", G_CALLBACK (letter_cb), self);
}

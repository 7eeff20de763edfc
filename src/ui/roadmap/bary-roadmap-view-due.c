#include "bary-roadmap-view-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-form-page.h"
#include "bary-half-year-window.h"
#include "bary-letter-window.h"
#include "bary-move-dialog.h"
#include "bary-sending-add.h"

#include <glib/gi18n-lib.h>

static BarySession *
get_session (BaryRoadmapView *self)
{
  return bary_view_get_session (BARY_VIEW (self));
}

static BaryDay
get_today (void)
{
  g_autofree char *today = bary_date_today ();

  return bary_day_from_iso (today);
}

/* What is due */

static void
label_today (BaryRoadmapView *self)
{
  g_autofree char *label = NULL;
  guint n_overdue = 0, n_due = 0;

  if (self->year != NULL)
    bary_today_count (self->today, &n_overdue, &n_due);
  if (n_overdue > 0)
    /* Translators: on a button: 1: how much is due today or overdue, 2: how much of it is overdue */
    label = g_strdup_printf (_("Today %1$u ⚠%2$u"), n_due, n_overdue);
  else if (n_due > 0)
    /* Translators: on a button: how much is due today */
    label = g_strdup_printf (_("Today %u"), n_due);
  /* The width is fixed: its neighbours must not move away under the pointer when the figures come. */
  gtk_button_set_label (self->today_button, label != NULL ? label : _("Today"));
}

void
bary_roadmap_view_show_due (BaryRoadmapView *self)
{
  if (self->year != NULL)
    bary_today_show (self->today, self->year, self->fitting, self->rows, get_today (), bary_roadmap_view_is_editable (self));
  label_today (self);
}

static BaryRoadmap *
find_roadmap (BaryRoadmapView *self,
              const char      *cluster)
{
  int roadmap = bary_roadmap_year_find_roadmap (self->year, cluster);

  return ((BaryYearRoadmap *) self->year->roadmaps->pdata[roadmap])->record;
}

static BaryYearEvent *
find_event (BaryRoadmapView *self,
            const char      *id)
{
  return self->year->events->pdata[bary_roadmap_year_find (self->year, id)];
}

void
bary_roadmap_view_mark_done (BaryRoadmapView *self,
                             guint            number)
{
  const BaryObligation *obligation = bary_today_get (self->today, number);
  const BaryDutyRule *rule = &g_array_index (self->year->rules->rules, BaryDutyRule, obligation->rule);
  BaryPlan *plan = bary_roadmap_year_get_plan (self->year);
  const BaryField *duties = bary_kind_find_field (BARY_KIND_SENDING, "duty", NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  /* The duties stand in the order of the field's choices. */
  BarySent sent = { .duty = duties->choices[rule->duty].word, .ordinal = obligation->occurrence };

  if (obligation->event >= 0)
    sent.event = find_event (self, bary_plan_event (plan, obligation->event)->id)->record;
  else
    sent.roadmap = bary_record_get_id (BARY_RECORD (find_roadmap (self, bary_plan_cluster (plan, obligation->cluster)->id)));
  bary_sending_add (changes, &sent);
  bary_session_commit (get_session (self), N_("Mark done: %s"), bary_duty_rule_get_name (rule), changes);
}

/* The meeting of the quarter that stands in the plan. Returns: -1 if there is none. */
static int
find_meeting (BaryRoadmapView      *self,
              const BaryPlan       *plan,
              const BaryObligation *obligation)
{
  const BaryDaySpan *quarters = self->year->terms.quarters;
  BaryDaySpan days = quarters[obligation->occurrence - 1];

  if (obligation->occurrence < BARY_N_QUARTERS)
    days.last = quarters[obligation->occurrence].first - 1;
  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);

      if (event->cluster == obligation->cluster && g_strcmp0 (event->kind, "meeting") == 0 && bary_plan_event_stands (event) &&
          bary_day_span_covers (days, bary_period_get_anchor (&event->period)))
        return (int) i;
    }
  return -1;
}

/* One that the plan does not have yet is added to it first. */
static void
add_meeting (BaryRoadmapView      *self,
             const BaryPlan       *plan,
             const BaryObligation *obligation)
{
  static const char *const quarters[BARY_N_QUARTERS] = { "I", "II", "III", "IV" };
  g_autoptr (BaryRecord) event = bary_record_new (BARY_KIND_EVENT, NULL);
  BaryRoadmap *roadmap = find_roadmap (self, bary_plan_cluster (plan, obligation->cluster)->id);
  g_autofree char *name = g_strdup_printf ("Совещание представителей ОУ – участников кластера (%s четверть)",
                                           quarters[obligation->occurrence - 1]);
  g_auto (BaryPeriod) day = { 0 };

  bary_period_init_days (&day, obligation->due, obligation->due, self->year->school_year);
  bary_record_set_all (event, "roadmap", bary_record_get_id (BARY_RECORD (roadmap)), "kind", "meeting", "state", "planned", "name", name,
                       "dates", day.words, NULL);
  bary_form_page_present (GTK_WIDGET (self), get_session (self), event, NULL, NULL);
}

static void
write_meeting (BaryRoadmapView      *self,
               const BaryPlan       *plan,
               const BaryObligation *obligation)
{
  int meeting = find_meeting (self, plan, obligation);

  if (meeting >= 0)
    bary_letter_window_present (GTK_WIDGET (self), get_session (self),
                                BARY_RECORD (find_event (self, bary_plan_event (plan, meeting)->id)->record), "announcement", 0);
  else
    add_meeting (self, plan, obligation);
}

void
bary_roadmap_view_write (BaryRoadmapView *self,
                         guint            number)
{
  const BaryObligation *obligation = bary_today_get (self->today, number);
  const BaryDutyRule *rule = &g_array_index (self->year->rules->rules, BaryDutyRule, obligation->rule);
  BaryPlan *plan = bary_roadmap_year_get_plan (self->year);
  const BaryField *duties = bary_kind_find_field (BARY_KIND_SENDING, "duty", NULL);

  if (rule->duty == BARY_DUTY_MEETING)
    {
      write_meeting (self, plan, obligation);
      return;
    }
  if (rule->duty == BARY_DUTY_REPORT)
    {
      bary_half_year_window_present (GTK_WIDGET (self), get_session (self),
                                     BARY_RECORD (find_roadmap (self, bary_plan_cluster (plan, obligation->cluster)->id)),
                                     obligation->occurrence);
      return;
    }
  bary_letter_window_present (GTK_WIDGET (self), get_session (self),
                              BARY_RECORD (find_event (self, bary_plan_event (plan, obligation->event)->id)->record),
                              duties->choices[rule->duty].word, obligation->occurrence);
}

/* Conflicts */

void
bary_roadmap_view_show_conflicts (BaryRoadmapView *self)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);
  BaryForm *form = bary_inspector_get_form (self->inspector);
  BaryRecord *typed = form != NULL ? bary_form_get_edited (form) : event != NULL ? BARY_RECORD (event->record) : NULL;

  bary_conflict_list_show (self->conflicts, get_session (self), self->year,
                           event != NULL && BARY_IS_EVENT (typed) ? BARY_EVENT (typed) : NULL);
}

/* @func: (BaryRoadmapView *self, BaryRow *row) */
static void
follow_rows (BaryRoadmapView *self,
             BaryForm        *form,
             GCallback        func)
{
  static const char *const fields[] = { "roadmap", "dates", "start_time", "end_time", "place", "host", "responsible", "state" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      BaryRow *row = bary_form_get_row (form, fields[i]);

      if (row == NULL)
        continue;
      g_signal_handlers_disconnect_by_func (row, func, self);
      g_signal_connect_object (row, "edited", func, self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
}

void
bary_roadmap_view_follow_form (BaryRoadmapView *self)
{
  BaryForm *form = bary_inspector_get_form (self->inspector);

  if (form != NULL)
    follow_rows (self, form, G_CALLBACK (bary_roadmap_view_show_conflicts));
}

static void
new_edited_cb (BaryRoadmapView *self,
               GtkWidget       *row)
{
  BaryFormPage *page = BARY_FORM_PAGE (gtk_widget_get_ancestor (row, BARY_TYPE_FORM_PAGE));
  BaryRecord *typed = bary_form_get_edited (bary_form_page_get_form (page));

  if (self->year != NULL)
    bary_conflict_list_show (BARY_CONFLICT_LIST (bary_form_page_get_notice (page)), get_session (self), self->year, BARY_EVENT (typed));
}

void
bary_roadmap_view_follow_page (BaryRoadmapView *self,
                               BaryFormPage    *page)
{
  GtkWidget *list = g_object_new (BARY_TYPE_CONFLICT_LIST, "visible", FALSE, "margin-start", 12, "margin-end", 12, "margin-top", 6,
                                  "margin-bottom", 6, NULL);

  bary_form_page_set_notice (page, list);
  follow_rows (self, bary_form_page_get_form (page), G_CALLBACK (new_edited_cb));
}

/* Moves */

void
bary_roadmap_view_move (BaryRoadmapView *self,
                        const char      *kind,
                        BaryDay          day)
{
  BaryYearEvent *event = bary_roadmap_view_get_selected (self);

  if (event != NULL && bary_roadmap_view_is_editable (self))
    bary_move_dialog_present (GTK_WIDGET (self), get_session (self), self->year, BARY_RECORD (event->record), kind, day);
}

#include "bary-conflict-list.h"

#include "bary-config.h"
#include "bary-form-page.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MOST_ROWS 6

struct _BaryConflictList {
  AdwBin       parent_instance;

  BarySession *session;
};

G_DEFINE_FINAL_TYPE (BaryConflictList, bary_conflict_list, ADW_TYPE_BIN)

/* The event of the plan as it would be with what is typed. It borrows its lists and texts. */
static BaryPlanEvent
imagine (BaryPlan            *plan,
         int                  number,
         BaryEvent           *typed,
         const BaryPeriod    *period)
{
  BaryPlanEvent event = *bary_plan_event (plan, number);

  event.period = *period;
  event.place = typed->place;
  event.start_minute = typed->start_time != NULL ? atoi (typed->start_time) * 60 + atoi (typed->start_time + 3) : -1;
  event.end_minute = typed->end_time != NULL ? atoi (typed->end_time) * 60 + atoi (typed->end_time + 3) : -1;
  event.host = event.responsible = -1;
  for (guint i = 0; typed->host != NULL && i < plan->organisations->len; i++)
    if (g_str_equal (bary_plan_organisation (plan, i)->id, typed->host))
      event.host = (int) i;
  for (guint i = 0; typed->responsible != NULL && i < plan->people->len; i++)
    if (g_str_equal (bary_plan_person (plan, i)->id, typed->responsible))
      event.responsible = (int) i;
  return event;
}

/* Returns: (transfer full) (element-type BaryConflict) */
static GArray *
find_conflicts (BaryRoadmapYear *year,
                BaryEvent       *typed)
{
  BaryPlan *plan = bary_roadmap_year_get_plan (year);
  int number = bary_plan_find_event (plan, bary_record_get_id (BARY_RECORD (typed)));
  g_auto (BaryPeriod) period = { 0 };
  BaryPlanEvent event;

  if (number < 0 || typed->dates == NULL || g_strcmp0 (typed->state, "cancelled") == 0 ||
      !bary_period_parse (typed->dates, year->school_year, &period, NULL))
    return g_array_new (FALSE, FALSE, sizeof (BaryConflict));
  event = imagine (plan, number, typed, &period);
  return bary_conflict_index_check (year->index, &event, number);
}

static void
accept_cb (GtkWidget        *button,
           BaryConflictList *self)
{
  static const char *const hidden[] = { "event", "other", "conflict", NULL };

  bary_form_page_present (GTK_WIDGET (self), self->session, g_object_get_data (G_OBJECT (button), "note"), hidden, NULL);
}

static BaryRecord *
make_note (BaryPlan           *plan,
           const BaryConflict *conflict)
{
  const BaryField *kinds = bary_kind_find_field (BARY_KIND_CONFLICT_NOTE, "conflict", NULL);
  BaryRecord *note = bary_record_new (BARY_KIND_CONFLICT_NOTE, NULL);

  bary_record_set_all (note, "event", bary_plan_event (plan, conflict->event)->id,
                       "other", conflict->other >= 0 ? bary_plan_event (plan, conflict->other)->id : NULL,
                       "conflict", kinds->choices[conflict->kind].word, NULL);
  return note;
}

static GtkWidget *
make_row (BaryConflictList   *self,
          BaryRoadmapYear    *year,
          const BaryConflict *conflict)
{
  BaryPlan *plan = bary_roadmap_year_get_plan (year);
  gboolean hard = bary_conflict_is_hard (conflict->kind);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (hard ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *words = bary_conflict_to_words (conflict, plan, year->calendar);

  gtk_widget_add_css_class (icon, hard ? "error" : "warning");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Accept it with a note: it stays quiet then"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Accept…"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data_full (G_OBJECT (button), "note", make_note (plan, conflict), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (accept_cb), self);
  if (!bary_store_is_read_only (bary_session_get_store (self->session)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
bary_conflict_list_dispose (GObject *object)
{
  g_clear_object (&BARY_CONFLICT_LIST (object)->session);

  G_OBJECT_CLASS (bary_conflict_list_parent_class)->dispose (object);
}

static void
bary_conflict_list_class_init (BaryConflictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_conflict_list_dispose;
}

static void
bary_conflict_list_init (BaryConflictList *self)
{
}

void
bary_conflict_list_show (BaryConflictList *self,
                         BarySession      *session,
                         BaryRoadmapYear  *year,
                         BaryEvent        *event)
{
  g_autoptr (GArray) conflicts = NULL;
  GtkWidget *list = adw_preferences_group_new ();
  guint n = 0;

  g_set_object (&self->session, session);
  conflicts = event != NULL ? find_conflicts (year, event) : NULL;
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      BaryConflict *conflict = &g_array_index (conflicts, BaryConflict, i);

      if (conflict->accepted)
        continue;
      conflict->event = bary_plan_find_event (bary_roadmap_year_get_plan (year), bary_record_get_id (BARY_RECORD (event)));
      if (n++ < MOST_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), make_row (self, year, conflict));
    }
  if (n > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n), n);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), title);
    }
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

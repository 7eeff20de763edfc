#include "bary-conflict-list.h"

#include "bary-config.h"
#include "bary-event-conflicts.h"
#include "bary-form-page.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 6

struct _BaryConflictList {
  AdwBin       parent_instance;

  BarySession *session;
};

G_DEFINE_FINAL_TYPE (BaryConflictList, bary_conflict_list, ADW_TYPE_BIN)

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
make_accept (BaryConflictList   *self,
             BaryPlan           *plan,
             const BaryConflict *conflict)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Accept it with a note: it stays quiet then"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Accept…"), -1);
  g_object_set_data_full (G_OBJECT (button), "note", make_note (plan, conflict), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (accept_cb), self);
  return button;
}

static GtkWidget *
make_row (BaryConflictList   *self,
          BaryRoadmapYear    *year,
          const BaryConflict *conflict)
{
  BaryPlan *plan = bary_roadmap_year_get_plan (year);
  gboolean hard = bary_conflict_is_hard (conflict->kind);
  GtkWidget *icon = gtk_image_new_from_icon_name (hard ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *words = bary_conflict_to_words (conflict, plan, year->calendar);
  GtkWidget *row = bary_rows_make (words, NULL);

  gtk_widget_add_css_class (icon, hard ? "error" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  /* What is not in the plan yet has nothing to keep a note for. */
  if (conflict->event >= 0 && !bary_store_is_read_only (bary_session_get_store (self->session)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_accept (self, plan, conflict));
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
  int roadmap = event != NULL ? bary_roadmap_year_find_record (year, event->roadmap) : -1;
  const char *cluster = roadmap >= 0 ? ((BaryYearRoadmap *) year->roadmaps->pdata[roadmap])->record->cluster : NULL;
  g_autoptr (GArray) conflicts = event != NULL ? bary_event_find_conflicts (year->index, event, cluster) : NULL;
  GtkWidget *list = adw_preferences_group_new ();
  guint n = conflicts != NULL ? conflicts->len : 0;

  g_set_object (&self->session, session);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), make_row (self, year, &g_array_index (conflicts, BaryConflict, i)));
  if (n > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", n), n);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), title);
    }
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

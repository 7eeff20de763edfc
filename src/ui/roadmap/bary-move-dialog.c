#include "bary-move-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-form.h"
#include "bary-letter-window.h"
#include "bary-move-facts.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryMoveDialog {
  AdwWindow         parent_instance;

  BaryForm         *form;     /* of the change of dates */
  GtkWidget        *facts_place;
  GtkWidget        *save;
  GtkLabel         *hint;     /* why it cannot be done yet */
  GtkWidget        *letter;   /* whether the letter of correction is written next */
  GtkSwitch        *letter_switch;

  BarySession      *session;
  BaryEvent        *event;
  int               school_year;
  BaryDutyRules    *rules;
  BaryConflictIndex *index;
  int               number;   /* of the event in the plan */
  BaryPlanMove     *move;     /* NULL while the dates are not understood */
};

G_DEFINE_FINAL_TYPE (BaryMoveDialog, bary_move_dialog, ADW_TYPE_WINDOW)

static BaryEventMove *
get_record (BaryMoveDialog *self)
{
  return BARY_EVENT_MOVE (bary_form_get_edited (self->form));
}

static gboolean
cancels (BaryMoveDialog *self)
{
  return g_strcmp0 (get_record (self)->kind, "cancelled") == 0;
}

/* What follows */

static BaryPlanMove *
foresee (BaryMoveDialog *self)
{
  const BaryDutyRule *rules = (const BaryDutyRule *) self->rules->rules->data;
  const char *words = get_record (self)->to_dates;
  g_auto (BaryPeriod) to = { 0 };

  if (self->number < 0)
    return NULL;
  if (cancels (self))
    return bary_plan_move_new_cancel (self->index, rules, self->rules->rules->len, (guint) self->number);
  if (words == NULL || !bary_period_parse (words, self->school_year, &to, NULL))
    return NULL;
  return bary_plan_move_new (self->index, rules, self->rules->rules->len, (guint) self->number, &to);
}

static const char *
find_hint (BaryMoveDialog *self)
{
  BaryEventMove *record = get_record (self);

  if (!cancels (self) && self->move == NULL)
    return _("Write the new dates");
  if (g_strcmp0 (record->to_dates, self->event->dates) == 0 && !cancels (self) && g_strcmp0 (record->kind, "moved") == 0)
    return _("These are the dates that it has");
  if (self->move != NULL && self->move->consent != 0 && record->agreed_by == NULL)
    return _("Choose who agreed to it");
  return bary_form_is_valid (self->form) ? NULL : _("Choose the reason");
}

/* What was announced tells another day. */
static gboolean
has_wrong_letters (BaryMoveDialog *self)
{
  return self->move != NULL && self->move->wrong->len > 0;
}

static void
update (BaryMoveDialog *self)
{
  const char *hint;
  GtkWidget *facts;

  g_clear_pointer (&self->move, bary_plan_move_free);
  self->move = foresee (self);
  facts = bary_move_facts_new (self->move, self->index, self->rules->rules);
  adw_bin_set_child (ADW_BIN (self->facts_place), facts);
  hint = find_hint (self);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_widget_set_visible (self->letter, has_wrong_letters (self));
  gtk_widget_set_sensitive (self->save, hint == NULL);
}

/* Doing it */

static const char *
name_action (BaryMoveDialog *self)
{
  if (cancels (self))
    return N_("Cancel %s");
  return g_strcmp0 (get_record (self)->kind, "restored") == 0 ? N_("Plan %s again") : N_("Move %s to other days");
}

static void
write_correction (BaryMoveDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (BaryRecord) moved = bary_store_get (bary_session_get_store (self->session), BARY_KIND_EVENT,
                                                 bary_record_get_id (BARY_RECORD (self->event)), NULL);

  if (moved != NULL)
    bary_letter_window_present (GTK_WIDGET (parent), self->session, moved, "correction", 0);
}

static void
save_cb (BaryMoveDialog *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryEventMove *record = get_record (self);
  gboolean settles = self->move != NULL && self->move->settles;
  gboolean corrects = has_wrong_letters (self) && gtk_switch_get_active (self->letter_switch);
  const char *state = cancels (self) ? "cancelled" : g_strcmp0 (record->kind, "restored") == 0 ? "planned" : "moved";

  if (!gtk_widget_get_sensitive (self->save))
    return;
  bary_form_collect (self->form, changes);
  if (!cancels (self))
    bary_changes_set (changes, BARY_RECORD (self->event), "dates", record->to_dates);
  if (!settles || cancels (self))
    bary_changes_set (changes, BARY_RECORD (self->event), "state", state);
  if (!bary_session_commit (self->session, name_action (self), self->event->name, changes))
    return;
  if (corrects)
    write_correction (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
bary_move_dialog_dispose (GObject *object)
{
  BaryMoveDialog *self = BARY_MOVE_DIALOG (object);

  g_clear_pointer (&self->move, bary_plan_move_free);
  g_clear_pointer (&self->index, bary_conflict_index_free);
  g_clear_pointer (&self->rules, bary_duty_rules_free);
  g_clear_object (&self->session);
  g_clear_object (&self->event);

  G_OBJECT_CLASS (bary_move_dialog_parent_class)->dispose (object);
}

static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  save_cb (BARY_MOVE_DIALOG (widget));
}

static void
bary_move_dialog_class_init (BaryMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_move_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "move.save", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "move.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_move_dialog_init (BaryMoveDialog *self)
{
}

/* Making it */

/* The dates that are suggested: as many days as it has, from another one on. Returns: (transfer full) (nullable) */
static char *
suggest (BaryEvent *event,
         int        school_year,
         BaryDay    day)
{
  g_auto (BaryPeriod) is = { 0 };
  g_auto (BaryPeriod) would = { 0 };
  guint length = 0;

  if (day == BARY_NO_DAY)
    return g_strdup (event->dates);
  if (bary_period_parse (event->dates, school_year, &is, NULL) && bary_period_is_fixed (&is))
    length = is.latest - is.earliest;
  bary_period_init_days (&would, day, day + length, school_year);
  return g_strdup (would.words);
}

static BaryRecord *
make_record (BaryEvent  *event,
             const char *kind,
             int         school_year,
             BaryDay     day)
{
  BaryRecord *record = bary_record_new (BARY_KIND_EVENT_MOVE, NULL);
  g_autofree char *today = bary_date_today ();
  g_autofree char *dates = suggest (event, school_year, day);

  bary_record_set_all (record, "event", bary_record_get_id (BARY_RECORD (event)), "kind", kind, "moved_on", today,
                       "from_dates", event->dates, "to_dates", g_str_equal (kind, "cancelled") ? NULL : dates, NULL);
  return record;
}

static GtkWidget *
make_head (BaryMoveDialog *self,
           const char     *title)
{
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_("Back"));

  self->save = gtk_button_new_with_label (title);
  gtk_widget_add_css_class (self->save, cancels (self) ? "destructive-action" : "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (head), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (head), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (head), adw_window_title_new (self->event->name, self->event->dates));
  adw_header_bar_pack_start (ADW_HEADER_BAR (head), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (head), self->save);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  return head;
}

static GtkWidget *
make_letter_row (BaryMoveDialog *self)
{
  GtkWidget *row = bary_rows_make (_("Write the letter of correction next"), NULL);

  self->letter_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->letter_switch, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->letter_switch), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->letter_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->letter_switch));
  self->letter = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->letter), row);
  return self->letter;
}

static GtkWidget *
make_body (BaryMoveDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  self->facts_place = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), make_letter_row (self));
  gtk_box_append (GTK_BOX (box), self->facts_place);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
make_form (BaryMoveDialog *self,
           BaryRecord     *record)
{
  static const char *const hidden[] = { "event", "kind", "from_dates", "moved_on", NULL };
  static const char *const hidden_cancelling[] = { "event", "kind", "from_dates", "moved_on", "to_dates", NULL };
  static const char *const rows[] = { "to_dates", "reason", "agreed_by", "remark" };
  gboolean cancelled = g_strcmp0 (BARY_EVENT_MOVE (record)->kind, "cancelled") == 0;

  self->form = BARY_FORM (bary_form_new (self->session, record, cancelled ? hidden_cancelling : hidden));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (bary_form_get_row (self->form, rows[i]), "edited", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
bary_move_dialog_present (GtkWidget       *parent,
                          BarySession     *session,
                          BaryRoadmapYear *year,
                          BaryRecord      *event,
                          const char      *kind,
                          BaryDay          day)
{
  BaryMoveDialog *self = g_object_new (BARY_TYPE_MOVE_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (BaryRecord) record = make_record (BARY_EVENT (event), kind, year->school_year, day);
  BaryPlan *plan = bary_roadmap_year_get_plan (year);

  self->session = g_object_ref (session);
  self->event = g_object_ref (BARY_EVENT (event));
  self->school_year = year->school_year;
  self->rules = bary_store_read_duty_rules (bary_session_get_store (session), NULL);
  self->index = bary_conflict_index_new (plan, year->calendar);
  self->number = bary_plan_find_event (plan, bary_record_get_id (event));
  make_form (self, record);
  gtk_box_append (GTK_BOX (box), make_head (self, cancels (self) ? _("Cancel It") : g_str_equal (kind, "restored") ? _("Plan Again") : _("Move")));
  gtk_box_append (GTK_BOX (box), make_body (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), self->event->name);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 640);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  bary_form_start (self->form);
}

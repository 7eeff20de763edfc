#include "bary-today.h"

#include "bary-config.h"
#include "bary-duty-words.h"

#include <glib/gi18n-lib.h>

#define HORIZON 14 /* days */
#define MOST_ROWS 60

typedef enum {
  GROUP_OVERDUE,
  GROUP_TODAY,
  GROUP_SOON,
  N_GROUPS
} Group;

struct _BaryToday {
  AdwBin           parent_instance;

  GtkWidget       *box;
  GtkDropDown     *person;
  GArray          *obligations;  /* of BaryObligation: all of the year */
  GArray          *shown;        /* of guint: those that fit the filters of the tab and are due within the horizon */
  GPtrArray       *people;       /* of the choice: NULL for all, then names; they belong to the plan */
  BaryRoadmapYear *year;         /* (transfer none) */
  BaryDay          today;
  gboolean         editable;
  gboolean         filling;
  gboolean         stale;        /* rows are made when somebody looks */
};

G_DEFINE_FINAL_TYPE (BaryToday, bary_today, ADW_TYPE_BIN)

enum {
  EVENT_CHOSEN,
  DONE,
  WRITE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static BaryPlan *
get_plan (BaryToday *self)
{
  return bary_conflict_index_get_plan (self->year->index);
}

static Group
group_of (BaryToday            *self,
          const BaryObligation *obligation)
{
  switch (bary_obligation_get_state (obligation, self->today))
    {
    case BARY_DUE_OVERDUE:
      return GROUP_OVERDUE;
    case BARY_DUE_TODAY:
      return GROUP_TODAY;
    case BARY_DUE_OPEN:
    case BARY_DUE_AHEAD:
      return obligation->due <= self->today + HORIZON ? GROUP_SOON : N_GROUPS;
    default:
      return N_GROUPS;
    }
}

/* Rows */

static guint
number_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "obligation"));
}

static void
done_cb (GtkWidget *button,
         BaryToday *self)
{
  g_signal_emit (self, signals[DONE], 0, number_of (button));
}

static void
write_cb (GtkWidget *button,
          BaryToday *self)
{
  g_signal_emit (self, signals[WRITE], 0, number_of (button));
}

static void
row_activated_cb (GtkWidget *row,
                  BaryToday *self)
{
  const BaryObligation *obligation = bary_today_get (self, number_of (row));

  g_signal_emit (self, signals[EVENT_CHOSEN], 0, bary_plan_event (get_plan (self), obligation->event)->id);
}

/* @said: for a screen reader, which does not see the row */
static GtkWidget *
make_button (BaryToday  *self,
             guint       number,
             const char *label,
             const char *said,
             GCallback   func)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "obligation", GUINT_TO_POINTER (number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", func, self);
  return button;
}

/* A letter of an event, or a report. */
static gboolean
is_written (BaryToday            *self,
            const BaryObligation *obligation)
{
  BaryDuty duty = g_array_index (self->year->rules->rules, BaryDutyRule, obligation->rule).duty;

  return duty == BARY_DUTY_REPORT || (obligation->event >= 0 && duty <= BARY_DUTY_CORRECTION);
}

static void
add_buttons (BaryToday  *self,
             GtkWidget  *row,
             guint       number,
             const char *title)
{
  /* Translators: what a button does, for a screen reader; %s: what is due */
  g_autofree char *write = g_strdup_printf (_("Write: %s"), title);
  /* Translators: what a button does, for a screen reader; %s: what is due */
  g_autofree char *done = g_strdup_printf (_("Done: %s"), title);

  if (is_written (self, bary_today_get (self, number)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, number, _("Write…"), write, G_CALLBACK (write_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, number, _("Done"), done, G_CALLBACK (done_cb)));
}

static GtkWidget *
make_row (BaryToday *self,
          guint      number)
{
  const BaryObligation *obligation = bary_today_get (self, number);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = bary_duty_get_title (self->year, obligation);
  g_autofree char *subtitle = bary_duty_get_subtitle (self->year, obligation, group_of (self, obligation) == GROUP_OVERDUE);
  g_autofree char *why = bary_duty_explain (self->year, obligation);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, why);
  g_object_set_data (G_OBJECT (row), "obligation", GUINT_TO_POINTER (number));
  if (self->editable)
    add_buttons (self, row, number, title);
  if (obligation->event >= 0)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
    }
  return row;
}

static const char *
name_group (Group group)
{
  return group == GROUP_OVERDUE ? _("Overdue") : group == GROUP_TODAY ? _("Due today") : _("In the next 14 days");
}

static gboolean
is_of_person (BaryToday            *self,
              const BaryObligation *obligation)
{
  guint chosen = gtk_drop_down_get_selected (self->person);
  const char *name = chosen < self->people->len ? self->people->pdata[chosen] : NULL;

  return name == NULL || g_strcmp0 (bary_duty_get_person (self->year, obligation), name) == 0;
}

static void
append_group (BaryToday *self,
              Group      group)
{
  GtkWidget *list = adw_preferences_group_new ();
  guint n = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      guint number = g_array_index (self->shown, guint, i);
      const BaryObligation *obligation = bary_today_get (self, number);

      if (group_of (self, obligation) != group || !is_of_person (self, obligation))
        continue;
      if (n++ < MOST_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), make_row (self, number));
    }
  if (n == 0)
    {
      g_object_ref_sink (list);
      g_object_unref (list);
      return;
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), name_group (group));
  if (n > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_ROWS), n - MOST_ROWS);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (list), more);
    }
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
append_all_done (BaryToday *self)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing is due"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Nothing is overdue, and nothing falls due in the next 14 days."));
  gtk_box_append (GTK_BOX (self->box), page);
}

static void
rebuild (BaryToday *self)
{
  GtkWidget *child;

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (Group group = 0; group < N_GROUPS; group++)
    append_group (self, group);
  if (gtk_widget_get_first_child (self->box) == NULL)
    append_all_done (self);
}

static void
bary_today_map (GtkWidget *widget)
{
  BaryToday *self = BARY_TODAY (widget);

  GTK_WIDGET_CLASS (bary_today_parent_class)->map (widget);
  if (self->stale)
    rebuild (self);
}

static void
person_chosen_cb (BaryToday *self)
{
  if (!self->filling)
    rebuild (self);
}

static void
bary_today_finalize (GObject *object)
{
  BaryToday *self = BARY_TODAY (object);

  g_clear_pointer (&self->obligations, g_array_unref);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->people);

  G_OBJECT_CLASS (bary_today_parent_class)->finalize (object);
}

static void
bary_today_class_init (BaryTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_today_finalize;
  GTK_WIDGET_CLASS (klass)->map = bary_today_map;

  signals[EVENT_CHOSEN] = g_signal_new ("event-chosen", BARY_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WRITE] = g_signal_new ("write", BARY_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[DONE] = g_signal_new ("done", BARY_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bary_today_init (BaryToday *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->people = g_ptr_array_new ();
  self->person = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whose duties"), -1);
  gtk_widget_set_halign (GTK_WIDGET (self->person), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->person));
  gtk_box_append (GTK_BOX (all), self->box);
  gtk_widget_set_margin_top (all, 12);
  gtk_widget_set_margin_bottom (all, 18);
  gtk_widget_set_margin_start (all, 12);
  gtk_widget_set_margin_end (all, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), all);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_swapped (self->person, "notify::selected", G_CALLBACK (person_chosen_cb), self);
}

/* Showing */

static gboolean
fits (BaryToday            *self,
      const BaryObligation *obligation,
      const guint8         *fitting,
      const guint8         *rows)
{
  BaryPlan *plan = get_plan (self);
  int event, roadmap;

  if (obligation->event >= 0)
    {
      event = bary_roadmap_year_find (self->year, bary_plan_event (plan, obligation->event)->id);
      return event >= 0 && fitting[event];
    }
  roadmap = bary_roadmap_year_find_roadmap (self->year, bary_plan_cluster (plan, obligation->cluster)->id);
  return roadmap >= 0 && rows[roadmap];
}

static void
collect (BaryToday    *self,
         const guint8 *fitting,
         const guint8 *rows)
{
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->obligations->len; i++)
    if (group_of (self, bary_today_get (self, i)) < N_GROUPS && fits (self, bary_today_get (self, i), fitting, rows))
      g_array_append_val (self->shown, i);
}

static void
fill_people (BaryToday *self)
{
  g_autofree char *before = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GObject *chosen = gtk_drop_down_get_selected_item (self->person);
  guint selected = 0;

  if (gtk_drop_down_get_selected (self->person) > 0 && chosen != NULL)
    before = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)));
  g_ptr_array_set_size (self->people, 0);
  g_ptr_array_add (self->people, NULL);
  gtk_string_list_append (names, _("Everybody’s"));
  for (guint i = 0; i < self->shown->len; i++)
    {
      const char *name = bary_duty_get_person (self->year, bary_today_get (self, g_array_index (self->shown, guint, i)));

      if (name == NULL || !g_hash_table_add (known, (gpointer) name))
        continue;
      if (g_strcmp0 (name, before) == 0)
        selected = self->people->len;
      g_ptr_array_add (self->people, (gpointer) name);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->person), self->people->len > 2);
}

void
bary_today_show (BaryToday       *self,
                 BaryRoadmapYear *year,
                 const guint8    *fitting,
                 const guint8    *rows,
                 BaryDay          today,
                 gboolean         editable)
{
  const GArray *rules = year->rules->rules;

  self->year = year;
  self->today = today;
  self->editable = editable;
  g_clear_pointer (&self->obligations, g_array_unref);
  self->obligations = bary_obligations_compute (get_plan (self), year->calendar, (const BaryDutyRule *) rules->data, rules->len);
  collect (self, fitting, rows);
  fill_people (self);
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
}

void
bary_today_count (BaryToday *self,
                  guint     *n_overdue,
                  guint     *n_due)
{
  *n_overdue = *n_due = 0;
  for (guint i = 0; i < self->shown->len; i++)
    {
      Group group = group_of (self, bary_today_get (self, g_array_index (self->shown, guint, i)));

      *n_overdue += group == GROUP_OVERDUE;
      *n_due += group == GROUP_OVERDUE || group == GROUP_TODAY;
    }
}

const BaryObligation *
bary_today_get (BaryToday *self,
                guint      obligation)
{
  return &g_array_index (self->obligations, BaryObligation, obligation);
}

#include "bary-today.h"

#include "bary-config.h"
#include "bary-due-group.h"
#include "bary-duty-words.h"

#include <glib/gi18n-lib.h>

#define HORIZON 14 /* days */
#define ROWS_AT_ONCE 30 /* of a group; more of them when they are asked for */

typedef enum {
  GROUP_OVERDUE,
  GROUP_TODAY,
  GROUP_SOON,
  N_GROUPS
} Group;

struct _BaryToday {
  AdwBin           parent_instance;

  GtkWidget       *nothing;      /* shown where nothing is due */
  GtkWidget       *groups[N_GROUPS];
  guint            most[N_GROUPS]; /* how many rows of each are shown */
  GtkDropDown     *person;
  GtkWidget       *copy;
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
  return bary_roadmap_year_get_plan (self->year);
}

static const BaryDutyRule *
get_rule (BaryToday            *self,
          const BaryObligation *obligation)
{
  return &g_array_index (self->year->rules->rules, BaryDutyRule, obligation->rule);
}

static Group
group_of (BaryToday            *self,
          const BaryObligation *obligation)
{
  switch (bary_obligation_get_state (obligation, self->today))
    {
    case BARY_DUE_OVERDUE:
      return bary_obligation_is_debt (obligation, get_rule (self, obligation), self->today) ? GROUP_OVERDUE : N_GROUPS;
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

/* A letter of an event, an invitation to a meeting, or a report. */
static gboolean
is_written (BaryToday            *self,
            const BaryObligation *obligation)
{
  BaryDuty duty = get_rule (self, obligation)->duty;

  return duty == BARY_DUTY_REPORT || duty == BARY_DUTY_MEETING || (obligation->event >= 0 && duty <= BARY_DUTY_CORRECTION);
}

static BaryDueRow *
make_row (BaryToday *self,
          guint      number)
{
  const BaryObligation *obligation = bary_today_get (self, number);
  BaryDueRow *row = g_new0 (BaryDueRow, 1);

  row->obligation = number;
  row->title = bary_duty_get_title (self->year, obligation);
  row->subtitle = bary_duty_get_subtitle (self->year, obligation, group_of (self, obligation) == GROUP_OVERDUE);
  row->why = bary_duty_explain (self->year, obligation);
  row->is_written = self->editable && is_written (self, obligation);
  row->is_taken = self->editable;
  row->leads = obligation->event >= 0;
  return row;
}

static void
acted_cb (BaryToday  *self,
          guint       number,
          const char *act)
{
  if (g_str_equal (act, "write"))
    g_signal_emit (self, signals[WRITE], 0, number);
  else if (g_str_equal (act, "done"))
    g_signal_emit (self, signals[DONE], 0, number);
  else
    g_signal_emit (self, signals[EVENT_CHOSEN], 0, bary_plan_event (get_plan (self), bary_today_get (self, number)->event)->id);
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

/* Returns: whether there is anything in it. */
static gboolean
show_group (BaryToday *self,
            Group      group)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_due_row_free);
  guint n = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      guint number = g_array_index (self->shown, guint, i);
      const BaryObligation *obligation = bary_today_get (self, number);

      if (group_of (self, obligation) != group || !is_of_person (self, obligation))
        continue;
      if (n++ < self->most[group])
        g_ptr_array_add (rows, make_row (self, number));
    }
  bary_due_group_show (BARY_DUE_GROUP (self->groups[group]), rows, n - rows->len);
  return n > 0;
}

static void
rebuild (BaryToday *self)
{
  gboolean some = FALSE;

  self->stale = FALSE;
  for (Group group = 0; group < N_GROUPS; group++)
    some |= show_group (self, group);
  gtk_widget_set_visible (self->nothing, !some);
  gtk_widget_set_visible (self->copy, some);
}

static void
more_cb (BaryDueGroup *group,
         BaryToday    *self)
{
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i] == GTK_WIDGET (group))
      self->most[i] += 2 * ROWS_AT_ONCE;
  rebuild (self);
}

static void
bary_today_map (GtkWidget *widget)
{
  BaryToday *self = BARY_TODAY (widget);

  GTK_WIDGET_CLASS (bary_today_parent_class)->map (widget);
  if (self->stale)
    rebuild (self);
}

/* The list as text, for a messenger */

static void
append_lines (BaryToday *self,
              GString   *text,
              Group      group)
{
  gboolean some = FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const BaryObligation *obligation = bary_today_get (self, g_array_index (self->shown, guint, i));
      g_autofree char *title = NULL, *subtitle = NULL;

      if (group_of (self, obligation) != group || !is_of_person (self, obligation))
        continue;
      if (!some)
        g_string_append_printf (text, "%s%s\n", text->len > 0 ? "\n" : "", name_group (group));
      some = TRUE;
      title = bary_duty_get_title (self->year, obligation);
      subtitle = bary_duty_get_subtitle (self->year, obligation, group == GROUP_OVERDUE);
      g_string_append_printf (text, "– %s (%s)\n", title, subtitle);
    }
}

static void
copy_cb (BaryToday *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (Group group = 0; group < N_GROUPS; group++)
    append_lines (self, text, group);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static GtkWidget *
make_copy_button (BaryToday *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy the list, for a letter or a messenger"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy the list"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_cb), self);
  return button;
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

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing is due"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Nothing is overdue, and nothing falls due in the next 14 days."));
  return page;
}

static void
append_groups (BaryToday *self,
               GtkWidget *box)
{
  for (Group group = 0; group < N_GROUPS; group++)
    {
      self->most[group] = ROWS_AT_ONCE;
      self->groups[group] = bary_due_group_new (name_group (group));
      g_signal_connect_swapped (self->groups[group], "acted", G_CALLBACK (acted_cb), self);
      g_signal_connect (self->groups[group], "more", G_CALLBACK (more_cb), self);
      gtk_box_append (GTK_BOX (box), self->groups[group]);
    }
}

static void
bary_today_init (BaryToday *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->people = g_ptr_array_new ();
  self->person = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->nothing = make_nothing ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whose duties"), -1);
  gtk_widget_set_halign (GTK_WIDGET (self->person), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->person));
  self->copy = make_copy_button (self);
  gtk_box_append (GTK_BOX (head), self->copy);
  gtk_box_append (GTK_BOX (all), head);
  append_groups (self, all);
  gtk_box_append (GTK_BOX (all), self->nothing);
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

#include "bary-slots-window.h"

#include "bary-config.h"
#include "bary-plan-slots.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MOST_DAYS 10

struct _BarySlotsWindow {
  AdwWindow            parent_instance;

  AdwWindowTitle      *head;
  GtkWidget           *empty;
  GtkWidget           *page;
  AdwPreferencesGroup *days;
};

G_DEFINE_FINAL_TYPE (BarySlotsWindow, bary_slots_window, ADW_TYPE_WINDOW)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (GtkWidget       *row,
              BarySlotsWindow *self)
{
  guint day = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "day"));

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, day);
  g_object_unref (self);
}

/* Returns: (transfer full): «12 мая 2026, вторник» */
static char *
day_to_words (BaryDay day)
{
  int year, month, dom;
  g_autoptr (GDateTime) date = NULL;

  bary_day_split (day, &year, &month, &dom);
  date = g_date_time_new_utc (year, month, dom, 0, 0, 0);
  /* Translators: a day with its weekday, as of g_date_time_format() */
  return g_date_time_format (date, _("%A, %B %-d, %Y"));
}

/* Returns: (transfer full) (nullable): NULL for an event that has no day yet. */
static char *
distance_to_words (int distance)
{
  guint n = (guint) abs (distance);

  if (distance == 0)
    return NULL;
  if (distance > 0)
    return g_strdup_printf (ngettext ("%u day later", "%u days later", n), n);
  return g_strdup_printf (ngettext ("%u day earlier", "%u days earlier", n), n);
}

static void
add_day (BarySlotsWindow *self,
         const BarySlot  *slot)
{
  g_autofree char *title = day_to_words (slot->day);
  g_autofree char *why = bary_slot_to_words (slot);
  g_autofree char *distance = distance_to_words (slot->distance);
  g_autofree char *subtitle = distance != NULL ? g_strjoin (" · ", distance, why, NULL) : g_strdup (why);
  GtkWidget *row = bary_rows_make (title, subtitle);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "day", GUINT_TO_POINTER (slot->day));
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (self->days, row);
}

/* The day that it has now is no other day. */
static guint
add_days (BarySlotsWindow     *self,
          GArray              *slots,
          const BaryPlanEvent *event)
{
  g_autoptr (GArray) sittings = bary_plan_event_get_sittings (event);
  BaryDay now = sittings->len > 0 ? g_array_index (sittings, BaryDay, 0) : BARY_NO_DAY;
  guint n = 0;

  for (guint i = 0; i < slots->len && n < MOST_DAYS; i++)
    if (g_array_index (slots, BarySlot, i).day != now)
      {
        add_day (self, &g_array_index (slots, BarySlot, i));
        n++;
      }
  return n;
}

static void
bary_slots_window_class_init (BarySlotsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", BARY_TYPE_SLOTS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-slots-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BarySlotsWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BarySlotsWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, BarySlotsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, BarySlotsWindow, days);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_slots_window_init (BarySlotsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BarySlotsWindow *
bary_slots_window_present (GtkWidget             *parent,
                           const BaryRoadmapYear *year,
                           guint                  event,
                           BaryDay                today)
{
  BarySlotsWindow *self = g_object_new (BARY_TYPE_SLOTS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  const BaryPlanEvent *it = bary_plan_event (bary_roadmap_year_get_plan (year), event);
  BaryDaySpan within = bary_school_year_span (year->school_year);
  g_autoptr (GArray) slots = NULL;
  gboolean some;

  if (bary_day_span_covers (within, today))
    within.first = today;
  slots = bary_conflict_index_find_slots (year->index, it, (int) event, within, MOST_DAYS + 1);
  some = add_days (self, slots, it) > 0;
  gtk_widget_set_visible (self->page, some);
  gtk_widget_set_visible (self->empty, !some);
  adw_window_title_set_subtitle (self->head, it->name);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

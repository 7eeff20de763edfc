#include "bary-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-settings.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

#define FIRST_LOOK 5 /* seconds after a database is opened: its first picture goes before */
#define NEXT_LOOK 1800
#define NOTIFICATION "morning"

/* What is due on a day, counted in a thread. */
typedef struct {
  char     *path;
  char     *day;
  gboolean  working; /* a working day */
  guint     n_due;
  guint     n_overdue;
} Morning;

static void
morning_free (Morning *morning)
{
  g_free (morning->path);
  g_free (morning->day);
  g_free (morning);
}

static void
count_due (Morning                  *morning,
           const BaryPlan           *plan,
           const BarySchoolCalendar *calendar,
           const BaryDutyRules      *rules)
{
  BaryDay today = bary_day_from_iso (morning->day);
  g_autoptr (GArray) obligations = bary_obligations_compute (plan, calendar, (BaryDutyRule *) (gpointer) rules->rules->data,
                                                             rules->rules->len);

  for (guint i = 0; i < obligations->len; i++)
    {
      const BaryObligation *obligation = &g_array_index (obligations, BaryObligation, i);
      const BaryDutyRule *rule = &g_array_index (rules->rules, BaryDutyRule, obligation->rule);

      morning->n_due += bary_obligation_get_state (obligation, today) == BARY_DUE_TODAY;
      morning->n_overdue += bary_obligation_is_debt (obligation, rule, today);
    }
}

static gboolean
morning_work (BaryJob   *job,
              gpointer   data,
              GError   **error)
{
  Morning *morning = data;
  int year = bary_school_year_of (morning->day);
  g_autoptr (BaryStore) store = bary_store_open (morning->path, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BarySchoolCalendar) calendar = store != NULL ? bary_store_read_calendar (store, year, error) : NULL;
  g_autoptr (BaryDutyRules) rules = NULL;
  g_autoptr (BaryPlan) plan = NULL;

  if (calendar == NULL)
    return FALSE;
  morning->working = bary_school_calendar_is_working (calendar, bary_day_from_iso (morning->day));
  if (!morning->working)
    return TRUE;

  rules = bary_store_read_duty_rules (store, error);
  plan = rules != NULL ? bary_store_read_plan (store, year, NULL, error) : NULL;
  if (plan == NULL)
    return FALSE;
  count_due (morning, plan, calendar, rules);
  return TRUE;
}

static void
server_answered_cb (GObject      *bus,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GNotification) notification = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (answer != NULL)
    g_application_send_notification (g_application_get_default (), NOTIFICATION, notification);
}

/* GLib warns where no desktop shows notifications, so that is asked first. In a sandbox the portal shows them. */
static void
send_if_shown (GNotification *notification)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_application_send_notification (application, NOTIFICATION, notification);
  else if (bus != NULL)
    g_dbus_connection_call (bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications",
                            "GetServerInformation", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, server_answered_cb,
                            g_object_ref (notification));
}

static void
notify_of (BaryWindow    *self,
           const Morning *morning)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *due = g_strdup_printf (ngettext ("%u thing is due today", "%u things are due today", morning->n_due),
                                          morning->n_due);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u is overdue", "%u are overdue", morning->n_overdue),
                                              morning->n_overdue);

  notification = g_notification_new (morning->n_due > 0 ? due : overdue);
  if (morning->n_due > 0 && morning->n_overdue > 0)
    g_notification_set_body (notification, overdue);
  g_notification_set_default_action (notification, "app.today");
  send_if_shown (notification);
}

static void
morning_done_cb (gpointer      window,
                 gpointer      data,
                 const GError *error)
{
  BaryWindow *self = window;
  Morning *morning = data;

  /* Whoever looks at the tab is told why it cannot be read; a notification that did not come is no news. */
  if (self->session == NULL || error != NULL || !morning->working)
    return;

  bary_settings_set (self->settings, "morning-noticed", morning->day);
  if (morning->n_due + morning->n_overdue > 0)
    notify_of (self, morning);
}

/* Once a day: also where several windows, or several databases, are open. */
static gboolean
is_wanted (BaryWindow *self,
           const char *today)
{
  g_autofree char *noticed = bary_settings_dup (self->settings, "morning-noticed");

  return self->settings != NULL && g_settings_get_boolean (self->settings, "morning-notice") && g_strcmp0 (noticed, today) != 0 &&
         bary_session_get_store (self->session) != NULL;
}

static gboolean
look_cb (gpointer window)
{
  BaryWindow *self = window;
  g_autofree char *today = bary_date_today ();

  if (is_wanted (self, today))
    {
      g_autoptr (BaryJob) job = bary_job_new (_("Looking what is due"));
      Morning *morning = g_new0 (Morning, 1);

      morning->path = g_strdup (bary_store_get_path (bary_session_get_store (self->session)));
      morning->day = g_steal_pointer (&today);
      bary_job_run (job, morning_work, morning_done_cb, G_OBJECT (self), morning, (GDestroyNotify) morning_free);
    }

  self->morning_source = g_timeout_add_seconds (NEXT_LOOK, look_cb, self);
  return G_SOURCE_REMOVE;
}

void
bary_window_watch_mornings (BaryWindow *self)
{
  g_clear_handle_id (&self->morning_source, g_source_remove);
  self->morning_source = g_timeout_add_seconds (FIRST_LOOK, look_cb, self);
}

void
bary_window_show_today (BaryWindow *self)
{
  GtkWidget *view = adw_view_stack_get_child_by_name (self->views, "roadmap");

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tab", "s", "roadmap");
  gtk_widget_activate_action (view, "roadmap.page", "s", "today");
}

#include "bary-hall-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-kinds.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

#define TICK_MS 200
#define PAUSE_MS 400
#define USUAL_HEIGHT 1080 /* of a screen, in pixels */

G_DEFINE_FINAL_TYPE (BaryHallWindow, bary_hall_window, GTK_TYPE_WINDOW)

/* The vote */

static void
set_votes (BaryChanges   *changes,
           BaryRecord    *speech,
           const char    *field,
           GtkSpinButton *entry)
{
  g_autofree char *votes = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (entry));

  if (g_strcmp0 (bary_record_get_text (speech, field), votes) != 0)
    bary_changes_set (changes, speech, field, votes);
}

/* What is typed and not yet left is taken, too: Enter leads on at once. */
static void
read_entries (BaryHallWindow *self)
{
  GtkSpinButton *entries[] = { self->votes_for, self->votes_against, self->abstained };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_spin_button_update (entries[i]);
}

void
bary_hall_window_flush (BaryHallWindow *self)
{
  const BaryPanelSpeech *speech = bary_panel_speech (self->panel, self->number);
  g_autofree char *title = bary_panel_application_to_words (self->panel, speech->application);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *today = bary_date_today ();
  g_autoptr (BaryRecord) record = NULL;

  read_entries (self);
  if (self->pause == 0)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  record = bary_store_get (bary_session_get_store (self->session), BARY_KIND_SPEECH, speech->id, NULL);
  if (record == NULL)
    return;
  set_votes (changes, record, "votes_for", self->votes_for);
  set_votes (changes, record, "votes_against", self->votes_against);
  set_votes (changes, record, "abstained", self->abstained);
  if (bary_changes_get_length (changes) > 0 && bary_record_get_text (record, "held_on") == NULL)
    bary_changes_set (changes, record, "held_on", today);
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, N_("Vote on %s"), title, changes);
}

static gboolean
paused_cb (gpointer data)
{
  bary_hall_window_flush (data);
  return G_SOURCE_REMOVE;
}

static void
voted_cb (BaryHallWindow *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* Walking */

static void
begin (BaryHallWindow  *self,
       guint            number,
       BarySpeechPhase  phase)
{
  bary_hall_window_flush (self);
  self->number = number;
  bary_speech_clock_begin (&self->time, phase);
  bary_hall_window_refresh (self);
  gtk_widget_grab_focus (phase == BARY_SPEECH_VOTE ? GTK_WIDGET (self->votes_for) : GTK_WIDGET (self->clock_page));
}

static void
step (BaryHallWindow *self,
      int             by)
{
  int phase = (int) self->time.phase + by;
  int number = (int) self->number + (phase > BARY_SPEECH_VOTE) - (phase < BARY_SPEECH_TALK);

  if (number >= 0 && number < (int) self->panel->speeches->len)
    begin (self, (guint) number, (BarySpeechPhase) ((phase + BARY_SPEECH_VOTE + 1) % (BARY_SPEECH_VOTE + 1)));
}

static void
toggle (BaryHallWindow *self)
{
  bary_speech_clock_toggle (&self->time, g_get_monotonic_time ());
  bary_hall_window_tick (self);
}

/* Clickers send Page Up and Page Down, F5 or Escape. While votes are entered, what moves in an entry is left to it. */
static gboolean
key_cb (BaryHallWindow  *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  gboolean voting = self->time.phase == BARY_SPEECH_VOTE;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape || keyval == GDK_KEY_F5)
    gtk_window_close (GTK_WINDOW (self));
  else if (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || (!voting && keyval == GDK_KEY_Right))
    step (self, 1);
  else if (keyval == GDK_KEY_Page_Up || (!voting && keyval == GDK_KEY_Left))
    step (self, -1);
  else if (!voting && keyval == GDK_KEY_space)
    toggle (self);
  else if (!voting && keyval == GDK_KEY_Home)
    begin (self, self->number, self->time.phase);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Following the contest */

static void
store_changed_cb (BaryHallWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  BaryPanel *panel = store != NULL ? bary_store_read_panel (store, self->contest, NULL) : NULL;

  if (panel == NULL || panel->speeches->len == 0)
    {
      g_clear_pointer (&panel, bary_panel_free);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_clear_pointer (&self->panel, bary_panel_free);
  self->panel = panel;
  self->number = MIN (self->number, panel->speeches->len - 1);
  bary_hall_window_refresh (self);
}

static gboolean
tick_cb (gpointer data)
{
  BaryHallWindow *self = data;

  if (self->time.running)
    bary_hall_window_tick (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
bary_hall_window_close_request (GtkWindow *window)
{
  bary_hall_window_flush (BARY_HALL_WINDOW (window));
  return GTK_WINDOW_CLASS (bary_hall_window_parent_class)->close_request (window);
}

/* The screen must not go dark in the middle of a speech. */
static void
bary_hall_window_map (GtkWidget *widget)
{
  BaryHallWindow *self = BARY_HALL_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (bary_hall_window_parent_class)->map (widget);
  if (application != NULL && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                               _("A presentation is being shown"));
}

static void
bary_hall_window_unmap (GtkWidget *widget)
{
  BaryHallWindow *self = BARY_HALL_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited != 0)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;
  GTK_WIDGET_CLASS (bary_hall_window_parent_class)->unmap (widget);
}

static void
bary_hall_window_dispose (GObject *object)
{
  BaryHallWindow *self = BARY_HALL_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);

  G_OBJECT_CLASS (bary_hall_window_parent_class)->dispose (object);
}

static void
bary_hall_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_HALL_WINDOW (object)->panel, bary_panel_free);

  G_OBJECT_CLASS (bary_hall_window_parent_class)->finalize (object);
}

static void
bary_hall_window_class_init (BaryHallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_hall_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_hall_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bary_hall_window_close_request;
  widget_class->map = bary_hall_window_map;
  widget_class->unmap = bary_hall_window_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-hall-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, place);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, applicant);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, topic);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, speaker);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, clock_page);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, phase);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, vote_page);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, votes_for);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, votes_against);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, abstained);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, absent);
  gtk_widget_class_bind_template_child (widget_class, BaryHallWindow, next);
  gtk_widget_class_bind_template_callback (widget_class, voted_cb);
}

static void
bary_hall_window_init (BaryHallWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
}

/* As large as the screen, also where nothing makes windows full screen. */
static void
take_screen (BaryHallWindow *self,
             GtkWindow      *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle place = { .height = USUAL_HEIGHT };

  if (monitor != NULL)
    {
      gdk_monitor_get_geometry (monitor, &place);
      gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
    }
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  bary_hall_window_scale (self, place.height);
}

static guint
find_first (const BaryPanel *panel)
{
  for (guint i = 0; i < panel->speeches->len; i++)
    if (!bary_panel_speech (panel, i)->voted)
      return i;

  return 0;
}

void
bary_hall_window_present (GtkWindow   *parent,
                          BarySession *session,
                          const char  *contest)
{
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, contest, &error);
  BaryHallWindow *self;

  if (panel == NULL)
    bary_session_fail (session, error);
  if (panel == NULL || panel->speeches->len == 0)
    return;
  self = g_object_new (BARY_TYPE_HALL_WINDOW, "application", gtk_window_get_application (parent), "transient-for", parent,
                       "destroy-with-parent", TRUE, NULL);
  self->session = g_object_ref (session);
  self->contest = g_strdup (contest);
  self->panel = g_steal_pointer (&panel);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  take_screen (self, parent);
  begin (self, find_first (self->panel), BARY_SPEECH_TALK);
  gtk_window_present (GTK_WINDOW (self));
}

#include "bary-show-window-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define WAIT_MS 400 /* what takes no longer needs no words */
#define USUAL_HEIGHT 1080.0 /* of a screen, in pixels */

G_DEFINE_FINAL_TYPE (BaryShowWindow, bary_show_window, GTK_TYPE_WINDOW)

static void
set_blank (BaryShowWindow *self,
           const char     *css_class,
           const char     *words)
{
  gboolean same = css_class == NULL || (gtk_widget_get_visible (self->blank) && gtk_widget_has_css_class (self->blank, css_class));

  gtk_widget_remove_css_class (self->blank, "bary-show-black");
  gtk_widget_remove_css_class (self->blank, "bary-show-white");
  if (!same)
    {
      gtk_widget_add_css_class (self->blank, css_class);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->blank), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
  gtk_widget_set_visible (self->blank, !same);
}

static void
toggle_steps (BaryShowWindow *self)
{
  gboolean visible = !gtk_widget_get_visible (GTK_WIDGET (self->steps));

  gtk_widget_set_visible (GTK_WIDGET (self->steps), visible);
  gtk_widget_grab_focus (visible ? GTK_WIDGET (self->steps) : GTK_WIDGET (self->stage));
}

static void
set_dark (BaryShowWindow *self,
          gboolean        dark)
{
  self->dark = dark;
  bary_show_stage_set_dark (self->stage, dark);
}

/* What is typed stands where the number of the step is. */
void
bary_show_window_update (BaryShowWindow *self)
{
  guint n_steps = bary_show_get_shown (self->show)->len;
  g_autofree char *number = NULL;

  if (self->typed->len > 0)
    number = g_strdup_printf ("→ %s", self->typed->str);
  else if (n_steps > 0)
    number = g_strdup_printf (_("%1$u / %2$u"), self->step + 1, n_steps);
  bary_show_stage_set_number (self->stage, number);
}

void
bary_show_window_go (BaryShowWindow *self,
                     guint           step)
{
  guint n_steps = bary_show_get_shown (self->show)->len;

  if (n_steps == 0)
    return;

  self->step = MIN (step, n_steps - 1);
  set_blank (self, NULL, NULL);
  bary_show_stage_go (self->stage, self->step);
  bary_show_steps_mark (self->steps, self->step);
  bary_show_window_update (self);
}

static void
end (BaryShowWindow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->steps)))
    toggle_steps (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* The first key or click after a blank screen only brings the step back. */
static gboolean
wake_up (BaryShowWindow *self)
{
  gboolean blank = gtk_widget_get_visible (self->blank);

  set_blank (self, NULL, NULL);
  return blank;
}

void
bary_show_window_do (BaryShowWindow  *self,
                     BaryShowCommand  command)
{
  switch (command)
    {
    case BARY_SHOW_NEXT:
      if (!wake_up (self) && self->step + 1 < bary_show_get_shown (self->show)->len)
        bary_show_window_go (self, self->step + 1);
      break;
    case BARY_SHOW_PREVIOUS:
      if (!wake_up (self) && self->step > 0)
        bary_show_window_go (self, self->step - 1);
      break;
    case BARY_SHOW_FIRST:
      bary_show_window_go (self, 0);
      break;
    case BARY_SHOW_LAST:
      bary_show_window_go (self, G_MAXUINT);
      break;
    case BARY_SHOW_BLACK:
      set_blank (self, "bary-show-black", _("Black screen"));
      break;
    case BARY_SHOW_WHITE:
      set_blank (self, "bary-show-white", _("White screen"));
      break;
    case BARY_SHOW_LIST:
      toggle_steps (self);
      break;
    case BARY_SHOW_THEME:
      set_dark (self, !self->dark);
      break;
    case BARY_SHOW_END:
      end (self);
      break;
    case BARY_SHOW_NOTHING:
      break;
    }
}

static void
show_changed_cb (BaryShowWindow *self)
{
  const GPtrArray *shown = bary_show_get_shown (self->show);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  bary_show_steps_fill (self->steps, shown);
  if (shown->len > 0)
    bary_show_window_go (self, self->step);
  else if (bary_show_get_presentation (self->show) != NULL)
    bary_show_stage_say (self->stage, _("There is nothing to present: all steps are hidden"));
}

static void
wait_cb (gpointer data)
{
  BaryShowWindow *self = data;

  self->wait_source = 0;
  bary_show_stage_say (self->stage, _("Preparing the presentation…"));
}

static void
step_chosen_cb (BaryShowWindow *self,
                guint           step)
{
  bary_show_window_go (self, step);
  toggle_steps (self);
}

/* The screen must not go dark in the middle of a talk. */
static void
bary_show_window_map (GtkWidget *widget)
{
  BaryShowWindow *self = BARY_SHOW_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  GTK_WIDGET_CLASS (bary_show_window_parent_class)->map (widget);

  if (application != NULL && self->inhibited == 0)
    self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE,
                                               _("A presentation is being shown"));
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

static void
bary_show_window_unmap (GtkWidget *widget)
{
  BaryShowWindow *self = BARY_SHOW_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application != NULL && self->inhibited != 0)
    gtk_application_uninhibit (application, self->inhibited);
  self->inhibited = 0;

  GTK_WIDGET_CLASS (bary_show_window_parent_class)->unmap (widget);
}

/* Where no window manager gives the keyboard back, nobody would have it. */
static gboolean
bary_show_window_close_request (GtkWindow *window)
{
  gtk_window_present (gtk_window_get_transient_for (window));
  return GTK_WINDOW_CLASS (bary_show_window_parent_class)->close_request (window);
}

static void
bary_show_window_dispose (GObject *object)
{
  BaryShowWindow *self = BARY_SHOW_WINDOW (object);

  bary_show_window_unlisten (self);
  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (bary_show_window_parent_class)->dispose (object);
}

static void
bary_show_window_finalize (GObject *object)
{
  g_string_free (BARY_SHOW_WINDOW (object)->typed, TRUE);

  G_OBJECT_CLASS (bary_show_window_parent_class)->finalize (object);
}

static void
bary_show_window_class_init (BaryShowWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bary_show_window_dispose;
  object_class->finalize = bary_show_window_finalize;
  widget_class->map = bary_show_window_map;
  widget_class->unmap = bary_show_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = bary_show_window_close_request;
}

static void
bary_show_window_init (BaryShowWindow *self)
{
  self->typed = g_string_new (NULL);
}

static void
build (BaryShowWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new (), *stage = bary_show_stage_new (self->show), *steps = bary_show_steps_new ();

  self->stage = BARY_SHOW_STAGE (stage);
  self->steps = BARY_SHOW_STEPS (steps);
  self->blank = g_object_new (ADW_TYPE_BIN, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_widget_set_halign (steps, GTK_ALIGN_END);
  gtk_widget_set_visible (steps, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), stage);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->blank);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), steps);
  gtk_window_set_child (GTK_WINDOW (self), overlay);
  g_signal_connect_object (steps, "chosen", G_CALLBACK (step_chosen_cb), self, G_CONNECT_SWAPPED);
}

/* As large as the screen, also where nothing makes windows full screen. */
static void
take_screen (BaryShowWindow *self,
             GtkWindow      *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle place;

  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }
  gdk_monitor_get_geometry (monitor, &place);
  bary_show_steps_set_magnification (self->steps, MAX (place.height / USUAL_HEIGHT, 1));
  gtk_window_set_default_size (GTK_WINDOW (self), place.width, place.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
}

GtkWindow *
bary_show_window_new (GtkWindow *parent,
                      BaryShow  *show,
                      guint      first)
{
  BaryShowWindow *self = g_object_new (BARY_TYPE_SHOW_WINDOW,
                                       "application", gtk_window_get_application (parent),
                                       "title", _("Presentation"),
                                       "decorated", FALSE,
                                       "destroy-with-parent", TRUE,
                                       "transient-for", parent,
                                       NULL);

  self->show = g_object_ref (show);
  self->step = first;
  build (self);
  bary_show_window_listen (self);
  set_dark (self, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_signal_connect_object (show, "changed", G_CALLBACK (show_changed_cb), self, G_CONNECT_SWAPPED);
  take_screen (self, parent);
  if (bary_show_get_presentation (show) != NULL)
    show_changed_cb (self);
  else
    self->wait_source = g_timeout_add_once (WAIT_MS, wait_cb, self);
  return GTK_WINDOW (self);
}

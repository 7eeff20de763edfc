#include "bary-hall-window-private.h"

#include "bary-config.h"
#include "bary-panel-speakers.h"

#include <glib/gi18n-lib.h>

#define LAST_MINUTE (G_TIME_SPAN_MINUTE)

/* The clock */

static guint
get_minutes (BaryHallWindow *self)
{
  return self->time.phase == BARY_SPEECH_QUESTIONS ? self->panel->question_minutes : self->panel->speech_minutes;
}

static void
set_class (gpointer    widget,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

void
bary_hall_window_tick (BaryHallWindow *self)
{
  gint64 left = bary_speech_clock_get_left (&self->time, get_minutes (self), g_get_monotonic_time ());
  g_autofree char *words = bary_speech_clock_to_words (left);

  gtk_label_set_label (self->clock, words);
  set_class (self->clock, "warning", left <= LAST_MINUTE && left > 0);
  set_class (self->clock, "error", left <= 0);
  set_class (self->clock, "dim-label", !self->time.running);
  gtk_progress_bar_set_fraction (self->bar, CLAMP (left / ((double) get_minutes (self) * G_TIME_SPAN_MINUTE), 0, 1));
}

static void
show_phase (BaryHallWindow *self)
{
  static const char *const phases[] = { N_("Speech"), N_("Questions"), N_("Vote of the commission") };
  gboolean voting = self->time.phase == BARY_SPEECH_VOTE;

  gtk_widget_set_visible (self->clock_page, !voting);
  gtk_widget_set_visible (self->vote_page, voting);
  gtk_label_set_label (self->phase, _(phases[self->time.phase]));
}

/* The vote */

static void
show_vote (BaryHallWindow        *self,
           const BaryPanelSpeech *speech)
{
  GtkSpinButton *entries[] = { self->votes_for, self->votes_against, self->abstained };
  const guint votes[] = { speech->votes_for, speech->votes_against, speech->abstained };
  guint members = bary_panel_count_members (self->panel), absent;
  g_autofree char *names = bary_panel_absent_to_words (self->panel, speech->application, &absent);
  g_autofree char *words = bary_panel_vote_to_words (self->panel, speech);
  /* Translators: 1: members who may vote, 2: members of the commission */
  g_autofree char *who = g_strdup_printf (_("%1$u of %2$u may vote"), members - absent, members);
  g_autofree char *leave = names != NULL ? g_strdup_printf (_("Leave the room: %s"), names) : NULL;

  self->filling = TRUE;
  for (guint i = 0; self->pause == 0 && i < G_N_ELEMENTS (entries); i++)
    gtk_spin_button_set_value (entries[i], votes[i]);
  self->filling = FALSE;
  gtk_label_set_label (self->outcome, words != NULL ? words : who);
  gtk_label_set_label (self->absent, leave != NULL ? leave : "");
}

/* The page */

void
bary_hall_window_refresh (BaryHallWindow *self)
{
  guint n = self->panel->speeches->len;
  const BaryPanelSpeech *speech = bary_panel_speech (self->panel, self->number);
  const BaryPanelApplication *application = bary_panel_application (self->panel, speech->application);
  g_autofree char *title = bary_panel_application_to_words (self->panel, speech->application);
  g_autofree char *place = g_strdup_printf (_("%1$u / %2$u"), self->number + 1, n);
  g_autofree char *following = self->number + 1 < n
                                 ? bary_panel_application_to_words (self->panel, bary_panel_speech (self->panel, self->number + 1)->application)
                                 : NULL;
  /* Translators: %s: who speaks after this one */
  g_autofree char *next = following != NULL ? g_strdup_printf (_("Next: %s"), following) : NULL;

  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->applicant, title);
  gtk_label_set_label (self->topic, application->name);
  gtk_label_set_label (self->speaker, speech->speaker != NULL ? speech->speaker : "");
  gtk_widget_set_visible (GTK_WIDGET (self->speaker), speech->speaker != NULL);
  gtk_label_set_label (self->next, next != NULL ? next : "");
  show_phase (self);
  show_vote (self, speech);
  bary_hall_window_tick (self);
}

static void
scale (gpointer widget,
       int      pixels)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (pixels * PANGO_SCALE));
  if (GTK_IS_LABEL (widget))
    gtk_label_set_attributes (widget, attributes);
  else
    gtk_text_set_attributes (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (widget))), attributes);
  pango_attr_list_unref (attributes);
}

void
bary_hall_window_scale (BaryHallWindow *self,
                        int             height)
{
  const struct { gpointer widget; int part; } sizes[] = {
    { self->place, 40 }, { self->applicant, 18 }, { self->topic, 28 }, { self->speaker, 28 }, { self->clock, 4 },
    { self->phase, 28 }, { self->votes_for, 16 }, { self->votes_against, 16 }, { self->abstained, 16 }, { self->outcome, 28 },
    { self->absent, 40 }, { self->next, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    scale (sizes[i].widget, height / sizes[i].part);
}

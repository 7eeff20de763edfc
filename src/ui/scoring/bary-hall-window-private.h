#pragma once

#include "bary-hall-window.h"
#include "bary-panel.h"
#include "bary-speech-clock.h"

G_BEGIN_DECLS

enum { BARY_HALL_FOR, BARY_HALL_AGAINST, BARY_HALL_ABSTAINED, BARY_HALL_N_VOTES };

struct _BaryHallWindow {
  GtkWindow       parent_instance;

  /* template */
  GtkLabel       *place;
  GtkLabel       *applicant;
  GtkLabel       *topic;
  GtkLabel       *speaker;
  GtkWidget      *clock_page;
  GtkLabel       *clock;
  GtkProgressBar *bar;
  GtkLabel       *phase;
  GtkWidget      *vote_page;
  GtkSpinButton  *votes_for;
  GtkSpinButton  *votes_against;
  GtkSpinButton  *abstained;
  GtkLabel       *outcome;
  GtkLabel       *absent;
  GtkLabel       *next;

  /* owned */
  BarySession    *session;
  char           *contest;
  BaryPanel      *panel;
  guint           number;    /* of the speech */
  BarySpeechClock time;
  guint           tick;
  guint           pause;     /* until what was entered is written */
  guint           inhibited;
  gboolean        filling;
};

/* What the page says, for another speaker, phase or state of the contest. */
void bary_hall_window_refresh (BaryHallWindow *self);
/* Only the clock. */
void bary_hall_window_tick    (BaryHallWindow *self);
/* Letters as large as a screen of so many pixels lets them be. */
void bary_hall_window_scale   (BaryHallWindow *self,
                               int             height);

/* Writes what was entered. */
void bary_hall_window_flush   (BaryHallWindow *self);

G_END_DECLS

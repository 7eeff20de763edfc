#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The clock of a public presentation: a speech, questions, the vote; each begins with its time untouched. Moments are
 * microseconds of any clock that only runs forwards. */

typedef enum {
  BARY_SPEECH_TALK,
  BARY_SPEECH_QUESTIONS,
  BARY_SPEECH_VOTE, /* which takes as long as it takes */
} BarySpeechPhase;

typedef struct {
  BarySpeechPhase phase;
  gboolean        running;
  gint64          since; /* it runs */
  gint64          spent; /* before that */
} BarySpeechClock;

/* Stopped, with nothing spent. */
void    bary_speech_clock_begin    (BarySpeechClock       *self,
                                    BarySpeechPhase        phase);
/* Starts or stops. */
void    bary_speech_clock_toggle   (BarySpeechClock       *self,
                                    gint64                 now);
/* What is left of so many minutes; below 0 after them. */
gint64  bary_speech_clock_get_left (const BarySpeechClock *self,
                                    guint                  minutes,
                                    gint64                 now);

/* Returns: (transfer full): "6:59"; what has begun counts as a whole second, and "−0:12" is so much too long */
char   *bary_speech_clock_to_words (gint64                 left);

G_END_DECLS

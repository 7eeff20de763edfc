#include "bary-speech-clock.h"

void
bary_speech_clock_begin (BarySpeechClock *self,
                         BarySpeechPhase  phase)
{
  *self = (BarySpeechClock) { .phase = phase };
}

void
bary_speech_clock_toggle (BarySpeechClock *self,
                          gint64           now)
{
  if (self->running)
    self->spent += now - self->since;
  self->since = now;
  self->running = !self->running;
}

gint64
bary_speech_clock_get_left (const BarySpeechClock *self,
                            guint                  minutes,
                            gint64                 now)
{
  return minutes * G_TIME_SPAN_MINUTE - self->spent - (self->running ? now - self->since : 0);
}

char *
bary_speech_clock_to_words (gint64 left)
{
  gint64 seconds = left > 0 ? (left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND : -left / G_TIME_SPAN_SECOND;

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, left < 0 && seconds > 0 ? "−" : "", seconds / 60, seconds % 60);
}

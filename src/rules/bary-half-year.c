#include "bary-half-year.h"

#include "bary-text.h"

#include <string.h>

static void
event_clear (gpointer data)
{
  BaryHalfYearEvent *event = data;

  g_free (event->id);
  g_free (event->name);
  g_free (event->dates);
  g_free (event->audience);
  g_free (event->feedback);
  g_free (event->outcome);
  g_array_unref (event->schools);
}

static void
award_clear (gpointer data)
{
  BaryHalfYearAward *award = data;

  g_free (award->event);
  g_free (award->who);
}

BaryDaySpan
bary_half_year_get_days (int                    school_year,
                         guint                  half,
                         const BarySchoolTerms *terms)
{
  BaryDaySpan year = bary_school_year_span (school_year);
  BaryDay middle = terms->quarters[1].last;

  return half == 1 ? (BaryDaySpan) { year.first, middle } : (BaryDaySpan) { middle + 1, year.last };
}

BaryHalfYear *
bary_half_year_new (int                    school_year,
                    guint                  half,
                    const BarySchoolTerms *terms)
{
  BaryHalfYear *self = g_new0 (BaryHalfYear, 1);

  self->school_year = school_year;
  self->half = half;
  self->days = bary_half_year_get_days (school_year, half, terms);
  self->events = g_array_new (FALSE, TRUE, sizeof (BaryHalfYearEvent));
  g_array_set_clear_func (self->events, event_clear);
  self->awards = g_array_new (FALSE, TRUE, sizeof (BaryHalfYearAward));
  g_array_set_clear_func (self->awards, award_clear);
  self->schools = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bary_half_year_free (BaryHalfYear *self)
{
  char *texts[] = { self->cluster, self->programme, self->goal, self->curator, self->feedback, self->made, self->difficulties,
                    self->solutions, self->prospects, self->thanks };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_array_unref (self->events);
  g_array_unref (self->awards);
  g_ptr_array_unref (self->schools);
  g_free (self);
}

BaryHalfYearEvent *
bary_half_year_add_event (BaryHalfYear *self)
{
  BaryHalfYearEvent event = { .schools = g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_append_val (self->events, event);
  return bary_half_year_event (self, self->events->len - 1);
}

void
bary_half_year_count (const BaryHalfYear  *self,
                      BaryHalfYearFigures *figures)
{
  *figures = (BaryHalfYearFigures) { .n_planned = self->events->len, .n_schools = self->schools->len };
  for (guint i = 0; i < self->events->len; i++)
    {
      const BaryHalfYearEvent *event = bary_half_year_event (self, i);

      figures->n_held += event->state == BARY_PLAN_HELD;
      figures->n_cancelled += event->state == BARY_PLAN_CANCELLED;
      figures->n_moved += event->moved && event->state != BARY_PLAN_CANCELLED;
      figures->n_attended += event->attended;
    }
  for (guint i = 0; i < self->awards->len; i++)
    figures->n_awards[g_array_index (self->awards, BaryHalfYearAward, i).award]++;
}

guint
bary_half_year_share (guint part,
                      guint whole)
{
  return whole > 0 ? (100 * part + whole / 2) / whole : 0;
}

/* Beginnings of words. «Классный руководитель» is a teacher, «класс» is not. */
static const struct { const char *stem; BaryAudience audience; } stems[] = {
  { "обучающ", BARY_WITH_PUPILS }, { "учащ", BARY_WITH_PUPILS }, { "учени", BARY_WITH_PUPILS }, { "школьник", BARY_WITH_PUPILS },
  { "воспитанник", BARY_WITH_PUPILS }, { "дети", BARY_WITH_PUPILS }, { "старшеклассник", BARY_WITH_PUPILS },
  { "педагог", BARY_WITH_TEACHERS }, { "учител", BARY_WITH_TEACHERS }, { "заместител", BARY_WITH_TEACHERS },
  { "руководител", BARY_WITH_TEACHERS }, { "представители оу", BARY_WITH_TEACHERS }, { "методист", BARY_WITH_TEACHERS },
  { "родител", BARY_WITH_PARENTS }, { "семь", BARY_WITH_PARENTS }, { "законные представители", BARY_WITH_PARENTS },
};

static gboolean
has_word (const char *text,
          const char *stem)
{
  for (const char *found = strstr (text, stem); found != NULL; found = strstr (found + 1, stem))
    if (found == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;
  return FALSE;
}

/* «Родители (законные представители) обучающихся»: whose parents they are is said in the genitive. */
static char *
without_owners (const char *folded)
{
  static const char *const owned[] = { "(законные представители) обучающихся", "родители обучающихся" };
  g_autoptr (GString) text = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_string_replace (text, owned[i], "родители", 0);
  return g_strdup (text->str);
}

BaryAudience
bary_audience_of (const char *words)
{
  g_autofree char *folded = bary_text_fold (words != NULL ? words : "");
  g_autofree char *text = without_owners (folded);
  BaryAudience audience = BARY_WITH_ALL;

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (has_word (text, stems[i].stem))
      {
        if (audience != BARY_WITH_ALL && audience != stems[i].audience)
          return BARY_WITH_ALL;
        audience = stems[i].audience;
      }
  return audience;
}

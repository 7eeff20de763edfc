#include "bary-school-calendar-private.h"

#define SATURDAY 6

/* When the main period of the state final exams lies in most years. */
#define EXAMS_NAME "Основной период государственной итоговой аттестации"
#define EXAMS_FIRST 5, 21
#define EXAMS_LAST 6, 20

static void
free_day (BarySpecialDay *day)
{
  g_free (day->name);
  g_free (day->source);
  g_free (day);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySpecialDay, free_day)

static void
clear_stretch (gpointer data)
{
  BaryCalendarStretch *stretch = data;

  g_free (stretch->name);
}

static void
add_stretch (BarySchoolCalendar *self,
             BaryStretchKind     kind,
             BaryDaySpan         days,
             const char         *name,
             BaryActState        state)
{
  BaryCalendarStretch stretch = { kind, days, g_strdup (name), state };

  g_array_append_val (self->stretches, stretch);
}

static void
fill_built_in_year (BarySchoolCalendar *self,
                    int                 year)
{
  const char *source = NULL, *text = NULL;
  g_autoptr (GArray) transfers = NULL;

  if (bary_resolution_find (year, &source, &text))
    transfers = bary_transfers_parse (text, year, NULL);
  if (transfers != NULL)
    bary_school_calendar_fill_year (self, year, (BaryTransfer *) transfers->data, transfers->len, source, BARY_ACT_LAW);
  else
    bary_school_calendar_fill_year (self, year, NULL, 0, NULL, BARY_ACT_FORECAST);
}

BarySchoolCalendar *
bary_school_calendar_new (int school_year)
{
  BarySchoolCalendar *self = g_atomic_rc_box_new0 (BarySchoolCalendar);
  BarySchoolTerms terms;
  BaryDaySpan exams;

  self->school_year = school_year;
  self->known = (BaryDaySpan) { bary_day_new (school_year, 1, 1), bary_day_new (school_year + 1, 12, 31) };
  self->days = g_new0 (BarySpecialDay *, self->known.last - self->known.first + 1);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (BaryCalendarStretch));
  g_array_set_clear_func (self->stretches, clear_stretch);
  fill_built_in_year (self, school_year);
  fill_built_in_year (self, school_year + 1);

  bary_school_terms_init_usual (&terms, school_year);
  bary_school_calendar_set_terms (self, &terms);
  exams = (BaryDaySpan) { bary_day_new (school_year + 1, EXAMS_FIRST), bary_day_new (school_year + 1, EXAMS_LAST) };
  add_stretch (self, BARY_STRETCH_EXAMS, exams, EXAMS_NAME, BARY_ACT_FORECAST);
  self->usual_exams = TRUE;
  return self;
}

BarySchoolCalendar *
bary_school_calendar_ref (BarySchoolCalendar *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BarySchoolCalendar *self = data;

  for (guint i = 0; i <= self->known.last - self->known.first; i++)
    g_clear_pointer (&self->days[i], free_day);
  g_free (self->days);
  g_array_unref (self->stretches);
}

void
bary_school_calendar_unref (BarySchoolCalendar *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

int
bary_school_calendar_get_school_year (const BarySchoolCalendar *self)
{
  return self->school_year;
}

void
bary_school_calendar_set_day (BarySchoolCalendar    *self,
                              const BarySpecialDay *day)
{
  g_autoptr (BarySpecialDay) copy = NULL;
  BarySpecialDay **place;

  if (!bary_day_span_covers (self->known, day->day))
    return;

  if (day->kind != BARY_DAY_ORDINARY)
    {
      copy = g_memdup2 (day, sizeof *day);
      copy->name = g_strdup (day->name);
      copy->source = g_strdup (day->source);
      copy->shortened = day->shortened || day->kind == BARY_DAY_SHORTENED;
    }
  place = &self->days[day->day - self->known.first];
  g_clear_pointer (place, free_day);
  *place = g_steal_pointer (&copy);
}

void
bary_school_calendar_set_transfers (BarySchoolCalendar *self,
                                    int                 year,
                                    const BaryTransfer *transfers,
                                    guint               n_transfers,
                                    const char         *source,
                                    BaryActState        state)
{
  g_return_if_fail (year == self->school_year || year == self->school_year + 1);

  bary_school_calendar_fill_year (self, year, transfers, n_transfers, source, state);
}

void
bary_school_calendar_set_terms (BarySchoolCalendar    *self,
                                const BarySchoolTerms *terms)
{
  static const char *const names[] = {
    "Осенние каникулы", "Зимние каникулы", "Весенние каникулы", "Летние каникулы", "Дополнительные каникулы первоклассников",
  };

  self->terms = *terms;
  for (guint i = self->stretches->len; i-- > 0;)
    if (g_array_index (self->stretches, BaryCalendarStretch, i).kind != BARY_STRETCH_EXAMS)
      g_array_remove_index (self->stretches, i);
  for (guint i = 0; i < BARY_N_VACATIONS; i++)
    add_stretch (self, i == BARY_VACATION_FIRST_GRADE ? BARY_STRETCH_FIRST_GRADE : BARY_STRETCH_VACATION, terms->vacations[i],
                 names[i], BARY_ACT_FORECAST);
}

void
bary_school_calendar_add_exams (BarySchoolCalendar *self,
                                BaryDaySpan         days,
                                const char         *name,
                                BaryActState        state)
{
  for (guint i = self->stretches->len; self->usual_exams && i-- > 0;)
    if (g_array_index (self->stretches, BaryCalendarStretch, i).kind == BARY_STRETCH_EXAMS)
      g_array_remove_index (self->stretches, i);
  self->usual_exams = FALSE;
  add_stretch (self, BARY_STRETCH_EXAMS, days, name, state);
}

const BarySchoolTerms *
bary_school_calendar_get_terms (const BarySchoolCalendar *self)
{
  return &self->terms;
}

const BarySpecialDay *
bary_school_calendar_get_day (const BarySchoolCalendar *self,
                              BaryDay                   day)
{
  return bary_day_span_covers (self->known, day) ? self->days[day - self->known.first] : NULL;
}

const BaryCalendarStretch *
bary_school_calendar_get_stretch (const BarySchoolCalendar *self,
                                  BaryDay                   day)
{
  const BaryCalendarStretch *found = NULL;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const BaryCalendarStretch *stretch = &g_array_index (self->stretches, BaryCalendarStretch, i);

      if (bary_day_span_covers (stretch->days, day) && (found == NULL || stretch->kind == BARY_STRETCH_EXAMS))
        found = stretch;
    }
  return found;
}

GPtrArray *
bary_school_calendar_get_days (const BarySchoolCalendar *self)
{
  GPtrArray *days = g_ptr_array_new ();

  for (guint i = 0; i <= self->known.last - self->known.first; i++)
    if (self->days[i] != NULL)
      g_ptr_array_add (days, self->days[i]);
  return days;
}

GArray *
bary_school_calendar_get_stretches (const BarySchoolCalendar *self)
{
  return self->stretches;
}

gboolean
bary_school_calendar_is_working (const BarySchoolCalendar *self,
                                 BaryDay                   day)
{
  const BarySpecialDay *special = bary_school_calendar_get_day (self, day);

  if (special == NULL)
    return bary_day_get_weekday (day) < SATURDAY;
  return special->kind == BARY_DAY_WORKED || special->kind == BARY_DAY_SHORTENED;
}

gboolean
bary_school_calendar_is_shortened (const BarySchoolCalendar *self,
                                   BaryDay                   day)
{
  const BarySpecialDay *special = bary_school_calendar_get_day (self, day);

  return special != NULL && special->shortened;
}

BaryDay
bary_school_calendar_roll_back (const BarySchoolCalendar *self,
                                BaryDay                   day)
{
  while (!bary_school_calendar_is_working (self, day))
    day--;
  return day;
}

BaryDay
bary_school_calendar_roll_forward (const BarySchoolCalendar *self,
                                   BaryDay                   day)
{
  while (!bary_school_calendar_is_working (self, day))
    day++;
  return day;
}

BaryDay
bary_school_calendar_add_working (const BarySchoolCalendar *self,
                                  BaryDay                   day,
                                  int                       n)
{
  for (; n > 0; n--)
    day = bary_school_calendar_roll_forward (self, day + 1);
  for (; n < 0; n++)
    day = bary_school_calendar_roll_back (self, day - 1);
  return day;
}

guint
bary_school_calendar_count_working (const BarySchoolCalendar *self,
                                    BaryDaySpan               days)
{
  guint n = 0;

  for (BaryDay day = days.first; day <= days.last; day++)
    n += bary_school_calendar_is_working (self, day);
  return n;
}

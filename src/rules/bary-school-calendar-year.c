#include "bary-school-calendar-private.h"

#define SATURDAY 6
#define CODE "Трудовой кодекс РФ, статья 112"
#define TRANSFERRED "Перенесённый выходной день"
#define SHORTENING "Трудовой кодекс РФ, статья 95"

static const struct {
  int         month, first, last;
  const char *name;
} holidays[] = {
  { 1, 1, 6, "Новогодние каникулы" },
  { 1, 7, 7, "Рождество Христово" },
  { 1, 8, 8, "Новогодние каникулы" },
  { 2, 23, 23, "День защитника Отечества" },
  { 3, 8, 8, "Международный женский день" },
  { 5, 1, 1, "Праздник Весны и Труда" },
  { 5, 9, 9, "День Победы" },
  { 6, 12, 12, "День России" },
  { 11, 4, 4, "День народного единства" },
};

static const char *
name_holiday (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (holidays[i].month == month && holidays[i].first <= dom && dom <= holidays[i].last)
      return holidays[i].name;
  return NULL;
}

static void
set_day (BarySchoolCalendar *self,
         BaryDay             day,
         BaryDayKind         kind,
         const char         *name,
         const char         *source,
         BaryActState        state)
{
  BarySpecialDay it = { day, kind, .name = (char *) name, .source = (char *) source, .state = state };

  bary_school_calendar_set_day (self, &it);
}

static gboolean
is_weekend (BaryDay day)
{
  return bary_day_get_weekday (day) >= SATURDAY;
}

static void
fill_holidays (BarySchoolCalendar *self,
               int                 year)
{
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    for (int dom = holidays[i].first; dom <= holidays[i].last; dom++)
      set_day (self, bary_day_new (year, holidays[i].month, dom), BARY_DAY_HOLIDAY, holidays[i].name, CODE, BARY_ACT_LAW);
}

static gboolean
is_transferred (BaryDay             day,
                const BaryTransfer *transfers,
                guint               n_transfers)
{
  for (guint i = 0; i < n_transfers; i++)
    if (transfers[i].from == day)
      return TRUE;
  return FALSE;
}

/* A holiday on a weekend moves to the next working day, but for those of January and where the government has said otherwise. */
static void
move_weekend_holidays (BarySchoolCalendar *self,
                       int                 year,
                       const BaryTransfer *transfers,
                       guint               n_transfers,
                       BaryActState        state)
{
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      BaryDay day = bary_day_new (year, holidays[i].month, holidays[i].first);

      if (holidays[i].month != 1 && is_weekend (day) && !is_transferred (day, transfers, n_transfers))
        set_day (self, bary_school_calendar_roll_forward (self, day), BARY_DAY_OFF, holidays[i].name, CODE, state);
    }
}

static void
apply_transfers (BarySchoolCalendar *self,
                 const BaryTransfer *transfers,
                 guint               n_transfers,
                 const char         *source,
                 BaryActState        state)
{
  for (guint i = 0; i < n_transfers; i++)
    {
      BaryDay from = transfers[i].from;

      if (name_holiday (from) == NULL)
        set_day (self, from, is_weekend (from) ? BARY_DAY_WORKED : BARY_DAY_ORDINARY, NULL, source, state);
      set_day (self, transfers[i].to, BARY_DAY_OFF, TRANSFERRED, source, state);
    }
}

static void
shorten (BarySchoolCalendar *self,
         BaryDay             day)
{
  const BarySpecialDay *special = bary_school_calendar_get_day (self, day);
  BarySpecialDay it = { day, BARY_DAY_SHORTENED, TRUE, .source = SHORTENING };

  if (special != NULL)
    {
      it = *special;
      it.shortened = TRUE;
    }
  bary_school_calendar_set_day (self, &it);
}

static void
shorten_before_holidays (BarySchoolCalendar *self,
                         int                 year,
                         const BaryTransfer *transfers,
                         guint               n_transfers)
{
  BaryDay last = bary_day_new (year, 12, 31);

  for (BaryDay day = bary_day_new (year, 1, 1); day <= last; day++)
    if (name_holiday (day + 1) != NULL && !is_weekend (day) && bary_school_calendar_is_working (self, day))
      shorten (self, day);

  for (guint i = 0; i < n_transfers; i++)
    if (name_holiday (transfers[i].to + 1) != NULL && bary_school_calendar_is_working (self, transfers[i].from))
      shorten (self, transfers[i].from);
}

void
bary_school_calendar_fill_year (BarySchoolCalendar *self,
                                int                 year,
                                const BaryTransfer *transfers,
                                guint               n_transfers,
                                const char         *source,
                                BaryActState        state)
{
  BaryDay last = bary_day_new (year, 12, 31);

  for (BaryDay day = bary_day_new (year, 1, 1); day <= last; day++)
    set_day (self, day, BARY_DAY_ORDINARY, NULL, NULL, BARY_ACT_LAW);

  fill_holidays (self, year);
  move_weekend_holidays (self, year, transfers, n_transfers, state);
  apply_transfers (self, transfers, n_transfers, source, state);
  shorten_before_holidays (self, year, transfers, n_transfers);
}

#include "bary-year-sheet-private.h"

#include "bary-config.h"
#include "bary-period.h"

#include <glib/gi18n-lib.h>

static const char *const quarters[BARY_N_QUARTERS] = { N_("I quarter"), N_("II quarter"), N_("III quarter"), N_("IV quarter") };
static const char *const paper_quarters[BARY_N_QUARTERS] = { "I четверть", "II четверть", "III четверть", "IV четверть" };

static void
paint_quarters (BaryYearSheet   *self,
                cairo_t         *cr,
                const BaryTheme *theme)
{
  double height = BARY_SHEET_QUARTERS * self->scale;

  for (guint i = 0; i < BARY_N_QUARTERS; i++)
    {
      BaryDaySpan days = self->terms.quarters[i];
      double left, right;

      if (!bary_day_span_overlaps (days, self->days))
        continue;
      left = bary_sheet_get_x (&self->measures, MAX (days.first, self->days.first));
      right = bary_sheet_get_x (&self->measures, MIN (days.last, self->days.last) + 1);
      bary_draw_set_colour (cr, theme->accent, i % 2 == 0 ? 0.16 : 0.26);
      cairo_rectangle (cr, left, 0, right - left, height);
      cairo_fill (cr);
      bary_draw_set_colour (cr, theme->text, 1);
      bary_year_sheet_write (self, cr, self->paper ? paper_quarters[i] : _(quarters[i]), BARY_SHEET_SMALL, FALSE, left + 6, height / 2,
                             right - left - 8);
    }
}

static char *
dup_month_name (BaryYearSheet *self,
                BaryDay        day)
{
  int year, month, dom;
  g_autoptr (GDateTime) date = NULL;

  bary_day_split (day, &year, &month, &dom);
  if (self->paper)
    return bary_period_name_month (month);

  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: the name of a month over a column of a calendar, as of g_date_time_format() */
  return g_date_time_format (date, _("%OB"));
}

static char *
name_month (BaryYearSheet *self,
            BaryDay        day,
            double         room)
{
  g_autofree char *name = dup_month_name (self, day);

  for (glong n = g_utf8_strlen (name, -1); n > 1; n = n > 3 ? 3 : 1)
    {
      g_autofree char *shown = g_utf8_substring (name, 0, n);

      if (bary_year_sheet_measure (self, shown, BARY_SHEET_TEXT) <= room)
        return g_steal_pointer (&shown);
    }
  return g_utf8_substring (name, 0, 1);
}

/* Within the band of its quarter each week has its number, where there is room. */
static void
paint_weeks (BaryYearSheet   *self,
             cairo_t         *cr,
             const BaryTheme *theme)
{
  BaryDay day = self->days.first + (BaryDay) (8 - bary_day_get_weekday (self->days.first)) % 7;

  bary_draw_set_colour (cr, theme->dim_text, 1);
  for (; day <= self->days.last; day += 7)
    {
      int quarter = bary_school_terms_get_quarter (&self->terms, day), week = bary_school_terms_get_week (&self->terms, day);
      BaryDay end = quarter > 0 ? MIN (day + 7, self->terms.quarters[quarter - 1].last + 1) : day + 7;
      double left = bary_sheet_get_x (&self->measures, day), right = bary_sheet_get_x (&self->measures, end);
      /* Translators: the number of a week within a quarter, over its days in a calendar */
      g_autofree char *words = g_strdup_printf (_("week %d"), week);

      if (week > 1 && bary_year_sheet_measure (self, words, BARY_SHEET_SMALL) < right - left - 6)
        bary_year_sheet_write (self, cr, words, BARY_SHEET_SMALL, FALSE, left + 4, BARY_SHEET_QUARTERS * self->scale / 2, right - left - 4);
    }
}

BaryDay
bary_year_sheet_next_month (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return day - (BaryDay) dom + 1 + (BaryDay) bary_month_get_length (year, month);
}

static void
paint_months (BaryYearSheet   *self,
              cairo_t         *cr,
              const BaryTheme *theme)
{
  double middle = (BARY_SHEET_QUARTERS + BARY_SHEET_MONTHS / 2) * self->scale;

  bary_draw_set_colour (cr, theme->text, 1);
  for (BaryDay day = self->days.first; day <= self->days.last; day = bary_year_sheet_next_month (day))
    {
      double left = bary_sheet_get_x (&self->measures, day);
      double right = bary_sheet_get_x (&self->measures, MIN (bary_year_sheet_next_month (day), self->days.last + 1));
      g_autofree char *name = name_month (self, day, right - left - 8);

      bary_year_sheet_write (self, cr, name, BARY_SHEET_TEXT, FALSE, left + 6, middle, right - left - 6);
    }
}

static void
paint_days (BaryYearSheet   *self,
            cairo_t         *cr,
            const BaryTheme *theme)
{
  double middle = (BARY_SHEET_QUARTERS + BARY_SHEET_MONTHS / 2) * self->scale;

  for (BaryDay day = self->days.first; day <= self->days.last; day++)
    {
      double left = bary_sheet_get_x (&self->measures, day), right = bary_sheet_get_x (&self->measures, day + 1);
      int year, month, dom;
      g_autofree char *number = NULL;
      double width;

      bary_day_split (day, &year, &month, &dom);
      number = g_strdup_printf ("%d", dom);
      width = bary_year_sheet_measure (self, number, BARY_SHEET_SMALL);
      bary_draw_set_colour (cr, bary_day_get_weekday (day) > 5 ? theme->dim_text : theme->text, 1);
      bary_year_sheet_write (self, cr, number, BARY_SHEET_SMALL, bary_day_get_weekday (day) == 1,
                             (left + right - width) / 2, middle, right - left + 4);
    }
}

void
bary_year_sheet_paint_head (BaryYearSheet   *self,
                            cairo_t         *cr,
                            const BaryTheme *theme)
{
  double height = bary_year_sheet_get_head_height (self);

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_rectangle (cr, 0, 0, self->width, height);
  cairo_fill (cr);
  paint_quarters (self, cr, theme);
  if (self->zoom == BARY_SHEET_QUARTER)
    paint_weeks (self, cr, theme);
  if (self->zoom == BARY_SHEET_MONTH)
    paint_days (self, cr, theme);
  else
    paint_months (self, cr, theme);
  bary_draw_set_colour (cr, theme->line, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, height - 0.5);
  cairo_line_to (cr, self->width, height - 0.5);
  cairo_stroke (cr);
}

#include "bary-period-private.h"

#include <string.h>

/* The plan's words are Russian in every language of the window. */
static const char *const month_names[] = {
  "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
};
static const char *const of_month[] = {
  "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
};
static const char *const parts[] = { "", "начало", "середина", "конец" };
static const char *const romans[] = { "", "I", "II", "III", "IV" };
static const char *const seasons[] = { "осень", "зима", "весна", "лето" };
static const char *const vacations[] = { "осенние каникулы", "зимние каникулы", "весенние каникулы", "летние каникулы" };

typedef struct {
  GString  *text;
  int       school_year;
  gboolean  with_years; /* some day lies outside the school year */
} Writer;

static void
write_year (Writer *writer,
            int     year)
{
  if (writer->with_years)
    g_string_append_printf (writer->text, " %d года", year);
}

static void
write_day (Writer   *writer,
           BaryDay   day,
           gboolean  with_month,
           gboolean  with_year)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  g_string_append_printf (writer->text, "%d", dom);
  if (with_month)
    g_string_append_printf (writer->text, " %s", of_month[month - 1]);
  if (with_month && with_year)
    write_year (writer, year);
}

/* @noun: feminine: «неделя», «декада», «половина». */
static void
write_counted (Writer     *writer,
               int         n,
               const char *noun)
{
  if (n == BARY_LAST)
    g_string_append_printf (writer->text, "последняя %s ", noun);
  else
    g_string_append_printf (writer->text, "%d-я %s ", n, noun);
}

static void
write_of_month (Writer          *writer,
                const BaryPoint *point)
{
  g_string_append (writer->text, of_month[point->month - 1]);
  write_year (writer, point->year);
}

static void
write_part (Writer          *writer,
            const BaryPoint *point)
{
  g_string_append_printf (writer->text, "%s ", parts[point->n]);
  if (point->month != 0)
    write_of_month (writer, point);
  else if (point->year != 0 && point->year != writer->school_year)
    g_string_append_printf (writer->text, "%d–%d учебного года", point->year, point->year + 1);
  else
    g_string_append (writer->text, "учебного года");
}

static void
write_quarter (Writer          *writer,
               const BaryPoint *point)
{
  if (point->kind == BARY_POINT_QUARTER_PART)
    g_string_append_printf (writer->text, "%s %s четверти", parts[point->part], romans[point->n]);
  else if (point->kind == BARY_POINT_QUARTER_WEEK)
    {
      write_counted (writer, point->part, "неделя");
      g_string_append_printf (writer->text, "%s четверти", romans[point->n]);
    }
  else
    g_string_append_printf (writer->text, "%s четверть", romans[point->n]);
}

static void
write_school_year (Writer          *writer,
                   const BaryPoint *point)
{
  int year = point->year != 0 ? point->year : writer->school_year;

  g_string_append_printf (writer->text, "%d–%d учебный год", year, year + 1);
}

static void
write_point (Writer          *writer,
             const BaryPoint *point)
{
  switch (point->kind)
    {
    case BARY_POINT_DAY:
      write_day (writer, bary_day_new (point->year, point->month, point->n), TRUE, TRUE);
      break;
    case BARY_POINT_WEEKDAY:
      write_day (writer, bary_day_nth_weekday (point->year, point->month, point->weekday, point->n), TRUE, TRUE);
      break;
    case BARY_POINT_MONTH:
      g_string_append (writer->text, month_names[point->month - 1]);
      write_year (writer, point->year);
      break;
    case BARY_POINT_PART:
      write_part (writer, point);
      break;
    case BARY_POINT_WEEK:
    case BARY_POINT_DECADE:
    case BARY_POINT_HALF:
      write_counted (writer, point->n,
                     point->kind == BARY_POINT_WEEK ? "неделя" : point->kind == BARY_POINT_DECADE ? "декада" : "половина");
      write_of_month (writer, point);
      break;
    case BARY_POINT_SEMESTER:
      g_string_append_printf (writer->text, "%s полугодие", romans[point->n]);
      break;
    case BARY_POINT_TRIMESTER:
      g_string_append_printf (writer->text, "%s квартал", romans[point->n]);
      write_year (writer, point->year);
      break;
    case BARY_POINT_SEASON:
      g_string_append (writer->text, seasons[point->n]);
      write_year (writer, point->year);
      break;
    case BARY_POINT_VACATION:
      g_string_append (writer->text, vacations[point->n]);
      break;
    case BARY_POINT_YEAR:
      g_string_append_printf (writer->text, "%d год", point->year);
      break;
    case BARY_POINT_SCHOOL_YEAR:
      write_school_year (writer, point);
      break;
    default:
      write_quarter (writer, point);
    }
}

static gboolean
is_to_the_day (const BaryItem *item)
{
  return item->precision == BARY_PRECISION_DAY && (item->kind == BARY_ITEM_SINGLE || item->kind == BARY_ITEM_RANGE);
}

static gboolean
same_month (BaryDay   a,
            BaryDay   b)
{
  int year_a, month_a, year_b, month_b, dom;

  bary_day_split (a, &year_a, &month_a, &dom);
  bary_day_split (b, &year_b, &month_b, &dom);
  return year_a == year_b && month_a == month_b;
}

static void
write_range (Writer         *writer,
             const BaryItem *item)
{
  if (!is_to_the_day (item))
    {
      write_point (writer, &item->from);
      g_string_append (writer->text, " – ");
      write_point (writer, &item->to);
      return;
    }

  write_day (writer, item->span.first, !same_month (item->span.first, item->span.last),
             bary_day_get_year (item->span.first) != bary_day_get_year (item->span.last));
  g_string_append (writer->text, same_month (item->span.first, item->span.last) ? "–" : " – ");
}

/* @next: (nullable): the item behind it: «12, 19 мая» names the month once. */
static void
write_item (Writer         *writer,
            const BaryItem *item,
            const BaryItem *next)
{
  if (item->about)
    g_string_append (writer->text, "~ ");

  if (item->kind == BARY_ITEM_UNTIL || item->kind == BARY_ITEM_SINCE)
    {
      g_string_append (writer->text, item->kind == BARY_ITEM_UNTIL ? "до " : "с ");
      write_day (writer, item->kind == BARY_ITEM_UNTIL ? item->span.last : item->span.first, TRUE, TRUE);
      return;
    }

  if (item->kind == BARY_ITEM_RANGE)
    write_range (writer, item);
  if (is_to_the_day (item))
    {
      gboolean lent = next != NULL && is_to_the_day (next) && !next->about && same_month (item->span.last, next->span.first) &&
                      same_month (next->span.first, next->span.last) && same_month (item->span.first, item->span.last);

      write_day (writer, item->span.last, !lent, TRUE);
    }
  else if (item->kind == BARY_ITEM_SINGLE)
    write_point (writer, &item->from);
}

static gboolean
lies_outside (const BaryItem *item,
              int             school_year)
{
  BaryDaySpan year = bary_school_year_span (school_year);
  gboolean named = item->from.kind == BARY_POINT_SCHOOL_YEAR || item->from.kind == BARY_POINT_YEAR;

  return (!named || item->kind == BARY_ITEM_UNTIL || item->kind == BARY_ITEM_SINCE) &&
         (!bary_day_span_covers (year, item->span.first) || !bary_day_span_covers (year, item->span.last));
}

static void
write_hours (GString *text,
             int      start,
             int      end)
{
  if (start >= 0 && end >= 0)
    g_string_append_printf (text, " с %d.%02d до %d.%02d", start / 60, start % 60, end / 60, end % 60);
  else if (start >= 0)
    g_string_append_printf (text, " в %d.%02d", start / 60, start % 60);
}

char *
bary_period_write_items (GArray *items,
                         int     school_year,
                         int     start_minute,
                         int     end_minute)
{
  Writer writer = { g_string_new (NULL), school_year };

  for (guint i = 0; i < items->len; i++)
    writer.with_years |= lies_outside (&g_array_index (items, BaryItem, i), school_year);

  for (guint i = 0; i < items->len; i++)
    {
      const BaryItem *item = &g_array_index (items, BaryItem, i);

      if (i > 0)
        g_string_append (writer.text, item->alternative ? " / " : ", ");
      write_item (&writer, item, i + 1 < items->len ? item + 1 : NULL);
    }

  write_hours (writer.text, start_minute, end_minute);
  return g_string_free (writer.text, FALSE);
}

char *
bary_period_name_month (int month)
{
  const char *name;
  char first[7] = "";

  g_return_val_if_fail (month >= 1 && month <= (int) G_N_ELEMENTS (month_names), NULL);

  name = month_names[month - 1];
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first);
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

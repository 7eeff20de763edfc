#include "bary-period.h"

#include <string.h>

static const char *const kinds[] = {
  "day", "days", "range", "month", "months", "term", "whole", "alternatives", "until", "since", "approximate", "unset",
};

/* A row of periods.txt: words | school year | kind | earliest | latest | normal form; «\n» is a line break in the words. */
static void
check_row (const char *line)
{
  g_auto (GStrv) row = g_strsplit (line, " | ", 6);
  g_autofree char *words = g_strcompress (row[0]);
  g_auto (BaryPeriod) period = { 0 };
  g_auto (BaryPeriod) again = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *earliest = NULL, *latest = NULL;
  int year = g_ascii_strtoll (row[1], NULL, 10);

  g_test_message ("%s", line);
  bary_period_parse (words, year, &period, &error);
  g_assert_no_error (error);
  earliest = bary_day_to_iso (period.earliest);
  latest = bary_day_to_iso (period.latest);
  g_assert_cmpstr (period.words, ==, words);
  g_assert_cmpstr (kinds[period.kind], ==, row[2]);
  g_assert_cmpstr (earliest, ==, row[3]);
  g_assert_cmpstr (latest, ==, row[4]);
  g_assert_cmpstr (period.normal, ==, row[5]);

  bary_period_parse (period.normal, year, &again, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again.normal, ==, period.normal);
  g_assert_true (bary_period_equal (&again, &period));
}

static void
test_names_of_months (void)
{
  g_autofree char *first = bary_period_name_month (1), *last = bary_period_name_month (12);

  g_assert_cmpstr (first, ==, "Январь");
  g_assert_cmpstr (last, ==, "Декабрь");
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "base", "periods.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        check_row (lines[i]);
        n++;
      }
  g_assert_cmpuint (n, >=, 400);
}

static void
test_refused (void)
{
  static const struct { const char *words; BaryPeriodError code; } cases[] = {
    { "", BARY_PERIOD_ERROR_EMPTY },
    { " \n ", BARY_PERIOD_ERROR_EMPTY },
    { "31 апреля", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "29 февраля", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "31.11.2025", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "V четверть", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "I четверть 2024/25 учебного года", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "20-я неделя II четверти", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "пятый понедельник мая", BARY_PERIOD_ERROR_NO_SUCH_DAY },
    { "29–25 марта", BARY_PERIOD_ERROR_BACKWARDS },
    { "май 2026 – март 2026", BARY_PERIOD_ERROR_BACKWARDS },
    { "12 мая (понедельник)", BARY_PERIOD_ERROR_WRONG_WEEKDAY },
    { "12", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12–19", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "2026", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 мая с", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "с 12 мая по", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "II мая", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "в течение", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "не мая", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "школа № 12", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 маярта", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "май в 15.30", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 мая в 25.30", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 мая с 15.00 до 14.00", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12.13.2025", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 мая 12345", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "за 14 дней до мероприятия", BARY_PERIOD_ERROR_NOT_A_DATE },
    { "12 мая \xff", BARY_PERIOD_ERROR_NOT_A_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BaryPeriod period;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (bary_period_parse (cases[i].words, 2025, &period, &error));
      g_assert_error (error, BARY_PERIOD_ERROR, cases[i].code);
    }
}

static void
test_days (void)
{
  static const struct { const char *words, *days; gboolean fixed; const char *anchor; } cases[] = {
    { "12 мая", "2026-05-12", TRUE, "2026-05-12" },
    { "22 марта, 25–27 марта", "2026-03-22 2026-03-25 2026-03-26 2026-03-27", TRUE, "2026-03-22" },
    { "13 мая, 12–14 мая", "2026-05-12 2026-05-13 2026-05-14", TRUE, "2026-05-12" },
    { "12 мая / 19 мая", "2026-05-12 2026-05-19", FALSE, NULL },
    { "12 мая / июнь", "", FALSE, NULL },
    { "до 15 мая", "", FALSE, "2026-05-15" },
    { "ноябрь", "", FALSE, NULL },
    { "~ 12 мая", "", FALSE, NULL },
    { "весь период", "", FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (BaryPeriod) period = { 0 };
      g_autoptr (GArray) days = NULL;
      g_autoptr (GString) list = g_string_new (NULL);
      g_autofree char *anchor = NULL;

      g_assert_true (bary_period_parse (cases[i].words, 2025, &period, NULL));
      days = bary_period_get_days (&period);
      for (guint j = 0; j < days->len; j++)
        {
          g_autofree char *iso = bary_day_to_iso (g_array_index (days, BaryDay, j));

          g_string_append_printf (list, "%s%s", j > 0 ? " " : "", iso);
        }
      anchor = bary_day_to_iso (bary_period_get_anchor (&period));
      g_assert_cmpstr (list->str, ==, cases[i].days);
      g_assert_cmpint (bary_period_is_fixed (&period), ==, cases[i].fixed);
      g_assert_cmpstr (anchor, ==, cases[i].anchor);
    }
}

static void
test_hours (void)
{
  g_auto (BaryPeriod) period = { 0 };

  g_assert_true (bary_period_parse ("13 апреля, 15:30–17:05", 2021, &period, NULL));
  g_assert_cmpint (period.start_minute, ==, 15 * 60 + 30);
  g_assert_cmpint (period.end_minute, ==, 17 * 60 + 5);
}

static void
test_own_terms (void)
{
  BarySchoolTerms terms;
  g_auto (BaryPeriod) period = { 0 };
  g_autofree char *earliest = NULL;

  bary_school_terms_init_usual (&terms, 2025);
  terms.quarters[1].first = bary_day_new (2025, 11, 10);
  g_assert_true (bary_period_parse_in_terms ("2-я неделя II четверти", 2025, &terms, &period, NULL));
  earliest = bary_day_to_iso (period.earliest);
  g_assert_cmpstr (earliest, ==, "2025-11-17");
}

static void
test_made_of_days (void)
{
  g_auto (BaryPeriod) day = { 0 };
  g_auto (BaryPeriod) range = { 0 };
  g_auto (BaryPeriod) read = { 0 };
  g_auto (BaryPeriod) either = { 0 };
  g_auto (BaryPeriod) again = { 0 };
  BaryDaySpan spans[] = {
    { bary_day_new (2026, 5, 12), bary_day_new (2026, 5, 12) },
    { bary_day_new (2026, 5, 19), bary_day_new (2026, 5, 20) },
  };

  bary_period_init_days (&day, bary_day_new (2026, 9, 3), bary_day_new (2026, 9, 3), 2025);
  bary_period_init_days (&range, bary_day_new (2026, 3, 28), bary_day_new (2026, 4, 3), 2025);
  bary_period_init_spans (&either, spans, G_N_ELEMENTS (spans), TRUE, 15 * 60 + 30, -1, 2025);
  g_assert_cmpstr (either.words, ==, "12 / 19–20 мая в 15.30");
  g_assert_true (bary_period_parse (either.words, 2025, &again, NULL));
  g_assert_true (bary_period_equal (&again, &either));
  g_assert_cmpstr (day.words, ==, "3 сентября 2026 года");
  g_assert_cmpstr (range.words, ==, "28 марта – 3 апреля");
  g_assert_true (bary_period_parse (range.words, 2025, &read, NULL));
  g_assert_true (bary_period_equal (&read, &range));
}

static void
test_no_date (void)
{
  g_auto (BaryPeriod) period = { 0 };

  bary_period_init_unset (&period, "после ремонта зала", 2025);
  g_assert_cmpstr (period.words, ==, "после ремонта зала");
  g_assert_cmpint (period.kind, ==, BARY_PERIOD_UNSET);
  g_assert_cmpuint (period.earliest, ==, bary_day_new (2025, 9, 1));
  g_assert_cmpuint (bary_period_get_anchor (&period), ==, BARY_NO_DAY);
}

/* The pieces that random phrases are made of: every word the parser knows, so that many of them do parse. */
static const char *const pieces[] = {
  "12", "31", "3", "2026", "25", "0", "12.05", "15.30", "9:00", "28.02.2026", "2026-02-30", "II", "2-я", "мая", "май",
  "февраля", "июнь", "сентябрь", "август", "первая", "последний", "четверг", "(пт)", "начало", "конца", "неделя", "декада",
  "половина", "четверть", "четверти", "квартал", "полугодие", "осень", "весенние", "каникулы", "учебного", "года", "г.",
  "до", "к", "по", "с", "в", "и", "или", "~", "около", "не", "позднее", "ранее", "течение", "2025/26", "–", "-", ",", "/", "(", ")", ".", "весь", "период",
  "по графику", "школа", "№", "ё", "\xd0", "\n", "абв", "🎓",
};

/* Where the days of a day or range stand in the words: no day without its number. */
static gboolean
names_number (const char *words,
              int         number)
{
  for (const char *p = words; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits > 0 && g_ascii_strtoll (p, NULL, 10) == number)
        return TRUE;
      p += MAX (digits, 1);
    }
  return FALSE;
}

static gboolean
names_month (const char *words,
             int         month)
{
  static const char *const stems[] = { "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек" };
  static const char *const others[] = { "недел", "конц", "конец", "начал", "серед", "четверт" };

  if (strstr (words, stems[month - 1]) != NULL || names_number (words, month))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (words, others[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_not_invented (const char       *words,
                    const BaryPeriod *period)
{
  g_autofree char *folded = g_utf8_strdown (words, -1);
  g_auto (BaryPeriod) again = { 0 };
  int year, month, dom;

  g_assert_cmpstr (period->words, ==, words);
  g_assert_cmpuint (period->n_spans, >, 0);
  g_assert_cmpuint (period->earliest, <=, period->latest);
  if (period->kind == BARY_PERIOD_DAY || period->kind == BARY_PERIOD_RANGE)
    {
      bary_day_split (period->earliest, &year, &month, &dom);
      g_assert_true (names_number (words, dom) || strstr (folded, "четверг") != NULL || strstr (folded, "пт") != NULL);
      g_assert_true (names_month (folded, month));
      bary_day_split (period->latest, &year, &month, &dom);
      g_assert_true (names_number (words, dom) || strstr (folded, "четверг") != NULL || strstr (folded, "пт") != NULL);
      g_assert_true (names_month (folded, month));
    }

  g_assert_true (bary_period_parse (period->normal, period->school_year, &again, NULL));
  g_assert_true (bary_period_equal (&again, period));
  g_assert_cmpstr (again.normal, ==, period->normal);
}

static char *
make_words (GRand *rand)
{
  GString *words = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 8);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && g_rand_int_range (rand, 0, 4) > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    }
  return g_string_free (words, FALSE);
}

static char *
make_noise (GRand *rand)
{
  char *noise = g_malloc0 (32);
  guint n = g_rand_int_range (rand, 0, 31);

  for (guint i = 0; i < n; i++)
    noise[i] = g_rand_int_range (rand, 1, 256);
  return noise;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260512);
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? 1000000 : 100000;
  guint n_read = 0;

  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *words = i % 4 == 3 ? make_noise (rand) : make_words (rand);
      g_autoptr (GError) error = NULL;
      BaryPeriod period;

      if (bary_period_parse (words, 2025, &period, &error))
        {
          n_read++;
          check_not_invented (words, &period);
          bary_period_clear (&period);
        }
      else
        g_assert_true (error != NULL && error->domain == BARY_PERIOD_ERROR);
    }
  g_test_message ("%u of %u were dates", n_read, rounds);
  g_assert_cmpuint (n_read, >, rounds / 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/table", test_table);
  g_test_add_func ("/period/names-of-months", test_names_of_months);
  g_test_add_func ("/period/refused", test_refused);
  g_test_add_func ("/period/days", test_days);
  g_test_add_func ("/period/hours", test_hours);
  g_test_add_func ("/period/own-terms", test_own_terms);
  g_test_add_func ("/period/made-of-days", test_made_of_days);
  g_test_add_func ("/period/no-date", test_no_date);
  g_test_add_func ("/period/random", test_random);

  return g_test_run ();
}

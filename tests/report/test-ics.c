#include "bary-ics.h"

#include <string.h>

#define ZONE "Europe/Moscow"
#define UID "01a05a43-fc00-7717-85b4-953fe118191a"
#define ROUNDS 200
#define LONG_ROUNDS 10000
#define MUTATIONS 3000
#define LONG_MUTATIONS 1000000
#define MOST_MICROSECONDS (500 * 1000)

static char *
to_text (const BaryIcs *ics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = bary_ics_write (ics, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static BaryIcs *
from_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  BaryIcs *ics = bary_ics_read (bytes, ZONE, &error);

  g_assert_no_error (error);
  return ics;
}

static void
assert_refused (const char *text,
                int         code,
                const char *place)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_ics_read (bytes, ZONE, &error));
  g_assert_error (error, BARY_ICS_ERROR, code);
  g_assert_nonnull (strstr (error->message, place));
}

static BaryIcsEvent *
make_event (const char *uid,
            const char *first,
            const char *last)
{
  BaryIcsEvent *event = bary_ics_event_new ();

  event->uid = g_strdup (uid);
  event->sequence = 2;
  event->stamp = 1788253200; /* 2026-09-01T09:00:00Z */
  event->status = BARY_ICS_CONFIRMED;
  event->summary = g_strdup ("Семинар");
  event->first = g_strdup (first);
  event->last = g_strdup (last);
  return event;
}

static void
assert_line (const char *text,
             const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\r\n%s\r\n", line);

  if (strstr (text, whole) == NULL)
    g_error ("no line “%s” in:\n%s", line, text);
}

/* What RFC 5545 says a file looks like. */
static void
test_lines (void)
{
  g_autoptr (BaryIcs) ics = bary_ics_new ("Экология", ZONE);
  BaryIcsEvent *event = make_event (UID, "2026-12-14", "2026-12-14");
  BaryIcsEvent *vague = make_event ("vague", "2026-03-01", "2026-05-31");
  g_autofree char *text = NULL;

  event->start = g_strdup ("15:30");
  event->end = g_strdup ("17:00");
  event->category = g_strdup ("Экологическое воспитание");
  bary_ics_event_add_alarm (event, "2026-11-30", "Анонс");
  vague->status = BARY_ICS_TENTATIVE;
  vague->words = g_strdup ("Март – май");
  g_ptr_array_add (ics->events, event);
  g_ptr_array_add (ics->events, vague);
  text = to_text (ics);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  assert_line (text, "VERSION:2.0");
  assert_line (text, "X-WR-CALNAME:Экология");
  assert_line (text, "TZID:Europe/Moscow");
  assert_line (text, "TZOFFSETTO:+0300");
  assert_line (text, "UID:" UID);
  assert_line (text, "SEQUENCE:2");
  assert_line (text, "DTSTAMP:20260901T090000Z");
  assert_line (text, "DTSTART;TZID=Europe/Moscow:20261214T153000");
  assert_line (text, "DTEND;TZID=Europe/Moscow:20261214T170000");
  assert_line (text, "STATUS:CONFIRMED");
  assert_line (text, "CATEGORIES:Экологическое воспитание");
  assert_line (text, "TRIGGER;VALUE=DATE-TIME:20261130T060000Z");
  assert_line (text, "DTSTART;VALUE=DATE:20260301");
  assert_line (text, "DTEND;VALUE=DATE:20260601");
  assert_line (text, "X-BARY-DATES:Март – май");
  assert_line (text, "STATUS:TENTATIVE");
}

/* Tells the first line that differs. */
static void
assert_same_lines (const char *a,
                   const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "\r\n", -1);
  g_auto (GStrv) right = g_strsplit (b, "\r\n", -1);

  for (guint i = 0; left[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpuint (g_strv_length (left), ==, g_strv_length (right));
}

static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = {
    "Семинар", "«От Поколения к Поколению»", ", ", "; ", ": ", "\\", "\n", "\"", "№ 352", " ", "https://imc.example/а?б=в&г",
    "BEGIN:VEVENT", "=", "😀", "\t", "\r", "'", "–", "\\n", "\x01", "very long text that is folded for certain somewhere",
  };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static char *
random_day (GRand *rand)
{
  return g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 2008, 2031), g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29));
}

static BaryIcsEvent *
random_event (GRand *rand,
              guint  number)
{
  g_autofree char *uid = g_strdup_printf ("01a05a43-fc00-7717-85b4-%012x", number);
  g_autofree char *first = random_day (rand);
  BaryIcsEvent *event = make_event (uid, first, first);

  event->sequence = (guint) g_rand_int_range (rand, 0, 50);
  event->stamp = g_rand_int_range (rand, 0, G_MAXINT);
  event->status = (BaryIcsStatus) g_rand_int_range (rand, 0, 3);
  g_free (event->summary);
  event->summary = g_strconcat ("А", event->description = random_text (rand), NULL);
  event->location = random_text (rand);
  event->category = random_text (rand);
  event->words = random_text (rand);
  event->link = g_rand_boolean (rand) ? g_strdup ("https://imc.example/a,b;c") : NULL;
  if (g_rand_boolean (rand))
    {
      event->start = g_strdup_printf ("%02d:%02d", g_rand_int_range (rand, 5, 12), g_rand_int_range (rand, 0, 60));
      event->end = g_rand_boolean (rand) ? g_strdup_printf ("%02d:%02d", g_rand_int_range (rand, 12, 24), g_rand_int_range (rand, 0, 60)) : NULL;
    }
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *day = random_day (rand);

      bary_ics_event_add_alarm (event, day, "Анонс, за 14 дней");
    }
  return event;
}

static BaryIcs *
random_calendar (GRand *rand,
                 guint  most)
{
  BaryIcs *ics = bary_ics_new ("План", ZONE);
  guint n = (guint) g_rand_int_range (rand, 0, (int) most);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ics->events, random_event (rand, i));
  return ics;
}

static void
assert_same_event (const BaryIcsEvent *a,
                   const BaryIcsEvent *b)
{
  g_assert_cmpstr (a->uid, ==, b->uid);
  g_assert_cmpuint (a->sequence, ==, b->sequence);
  g_assert_cmpint (a->stamp, ==, b->stamp);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpstr (a->first, ==, b->first);
  g_assert_cmpstr (a->last, ==, b->last);
  g_assert_cmpstr (a->start, ==, b->start);
  g_assert_cmpstr (a->end, ==, b->end);
  g_assert_cmpuint (a->alarms->len, ==, b->alarms->len);
  for (guint i = 0; i < a->alarms->len; i++)
    g_assert_cmpstr (g_array_index (a->alarms, BaryIcsAlarm, i).day, ==, g_array_index (b->alarms, BaryIcsAlarm, i).day);
}

/* Out, in, out again: the same bytes, and nothing was left out on the way. */
static void
test_out_in_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);
  guint rounds = g_getenv ("BARYCENTER_LONG") != NULL ? LONG_ROUNDS : ROUNDS;

  for (guint i = 0; i < rounds; i++)
    {
      g_autoptr (BaryIcs) ics = random_calendar (rand, 30);
      g_autofree char *text = to_text (ics);
      g_autoptr (BaryIcs) back = from_text (text);
      g_autofree char *again = to_text (back);

      assert_same_lines (text, again);
      g_assert_cmpuint (back->events->len, ==, ics->events->len);
      g_assert_cmpuint (back->remarks->len, ==, 0);
      for (guint j = 0; j < ics->events->len; j++)
        assert_same_event (ics->events->pdata[j], back->events->pdata[j]);
    }
}

/* As Google, Outlook and Thunderbird write. */
static void
test_foreign (void)
{
  g_autoptr (BaryIcs) ics = from_text (
    "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Школа\n"
    "BEGIN:VEVENT\nUID:1\nSUMMARY:Час в UTC\nDTSTART:20261214T123000Z\nDTEND:20261214T140000Z\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:2\nSUMMARY:Красноярск\nDTSTART;TZID=Asia/Krasnoyarsk:20261214T120000\nDURATION:PT1H\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:3\nSUMMARY:Без зоны\nDTSTART;TZID=Russian Standard Time:20261214T100000\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:4\nSUMMARY:Три дня\nDTSTART;VALUE=DATE:20261214\nDURATION:P3D\n"
    "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Скоро\nTRIGGER:-P14D\nEND:VALARM\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:5\nSUMMARY:День\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20261214\nEND:VEVENT\n"
    "END:VCALENDAR\n");
  static const struct { const char *first, *last, *start, *end; } wanted[] = {
    { "2026-12-14", "2026-12-14", "15:30", "17:00" }, { "2026-12-14", "2026-12-14", "08:00", "09:00" },
    { "2026-12-14", "2026-12-14", "10:00", NULL },    { "2026-12-14", "2026-12-16", NULL, NULL },
    { "2026-12-14", "2026-12-14", NULL, NULL },
  };

  g_assert_cmpstr (ics->name, ==, "Школа");
  g_assert_cmpuint (ics->events->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const BaryIcsEvent *event = ics->events->pdata[i];

      g_assert_cmpstr (event->first, ==, wanted[i].first);
      g_assert_cmpstr (event->last, ==, wanted[i].last);
      g_assert_cmpstr (event->start, ==, wanted[i].start);
      g_assert_cmpstr (event->end, ==, wanted[i].end);
    }
  g_assert_cmpstr (g_array_index (((BaryIcsEvent *) ics->events->pdata[3])->alarms, BaryIcsAlarm, 0).day, ==, "2026-11-30");
  g_assert_cmpint (((BaryIcsEvent *) ics->events->pdata[4])->status, ==, BARY_ICS_CANCELLED);
}

/* What is left out is told with its line. */
static void
test_remarks (void)
{
  g_autoptr (BaryIcs) ics = from_text (
    "BEGIN:VCALENDAR\nVERSION:2.0\n"
    "BEGIN:VEVENT\nSUMMARY:Без UID\nDTSTART:20261214T123000Z\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:2\nDTSTART:20261214T123000Z\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:3\nSUMMARY:Без даты\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:4\nSUMMARY:Не дата\nDTSTART:завтра\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:5\nSUMMARY:Вечно\nDTSTART:20261214T123000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:6\nSUMMARY:Второй раз\nRECURRENCE-ID:20261214T123000Z\nDTSTART:20261214T123000Z\nEND:VEVENT\n"
    "END:VCALENDAR\n");
  static const guint lines[] = { 3, 7, 11, 15, 20, 26 };

  g_assert_cmpuint (ics->events->len, ==, 1);
  g_assert_cmpstr (((BaryIcsEvent *) ics->events->pdata[0])->uid, ==, "5");
  g_assert_cmpuint (ics->remarks->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *place = g_strdup_printf ("Line %u:", lines[i]);

      g_assert_true (g_str_has_prefix (ics->remarks->pdata[i], place));
    }
}

static void
test_refused (void)
{
  g_autoptr (GString) long_line = g_string_new ("BEGIN:VCALENDAR\nSUMMARY:");
  g_autoptr (GString) deep = g_string_new ("BEGIN:VCALENDAR\n");

  for (guint i = 0; i < 10000; i++)
    g_string_append (long_line, "длинно ");
  for (guint i = 0; i < 20; i++)
    g_string_append (deep, "BEGIN:VEVENT\n");
  assert_refused ("", BARY_ICS_ERROR_NOT_ICS, "Line 1");
  assert_refused ("Дата;Мероприятие\n", BARY_ICS_ERROR_NOT_ICS, "Line 1");
  assert_refused ("BEGIN:VCARD\nEND:VCARD\n", BARY_ICS_ERROR_NOT_ICS, "Line 1");
  assert_refused ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n", BARY_ICS_ERROR_NOT_ICS, "Line 3");
  assert_refused ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", BARY_ICS_ERROR_NOT_ICS, "Line 3");
  assert_refused (long_line->str, BARY_ICS_ERROR_TOO_LARGE, "Line 2");
  assert_refused (deep->str, BARY_ICS_ERROR_NOT_ICS, "Line 9");
}

static char *
mutate (GRand      *rand,
        const char *text)
{
  static const char *const words[] = {
    "RRULE:FREQ=SECONDLY\r\n", "VALUE=", "TZID=", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", ";", ":", "\"", "99999999999",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n", "DURATION:P", "-", "\r\n ", "TRIGGER", "DATE",
  };
  GString *mutant = g_string_new (text);

  for (int i = g_rand_int_range (rand, 1, 8); i > 0 && mutant->len > 0; i--)
    {
      int at = g_rand_int_range (rand, 0, (int) mutant->len), length = g_rand_int_range (rand, 1, 40);

      if (g_rand_boolean (rand))
        g_string_insert (mutant, at, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      else if (g_rand_boolean (rand))
        g_string_erase (mutant, at, MIN (length, (int) mutant->len - at));
      else
        mutant->str[at] = (char) g_rand_int_range (rand, 1, 127);
    }
  return g_string_free (mutant, FALSE);
}

/* Whatever is done to a file, it is read or refused, and soon. */
static void
test_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gboolean long_mode = g_getenv ("BARYCENTER_LONG") != NULL;
  g_autofree char *text = NULL;
  guint n_read = 0;

  for (guint i = 0; i < (long_mode ? LONG_MUTATIONS : MUTATIONS); i++)
    {
      g_autofree char *mutant = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BaryIcs) ics = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start;

      if (i % 100 == 0)
        {
          g_autoptr (BaryIcs) fresh = random_calendar (rand, 4);

          g_free (text);
          text = to_text (fresh);
        }
      mutant = mutate (rand, text);
      bytes = g_bytes_new (mutant, strlen (mutant));
      start = g_get_monotonic_time ();
      ics = bary_ics_read (bytes, ZONE, &error);
      if (long_mode)
        g_assert_cmpint (g_get_monotonic_time () - start, <, MOST_MICROSECONDS);
      g_assert_true ((ics == NULL) == (error != NULL));
      n_read += ics != NULL;
    }
  g_assert_cmpuint (n_read, >, 0);
}

static void
test_compare (void)
{
  g_autoptr (BaryIcsEvent) known = make_event (UID, "2026-12-14", "2026-12-14");
  g_autoptr (BaryIcsEvent) read = make_event (UID, "2026-12-21", "2026-12-21");

  g_assert_cmpint (bary_ics_compare (NULL, read), ==, BARY_ICS_NEW);
  g_assert_cmpint (bary_ics_compare (known, read), ==, BARY_ICS_SAME);
  read->sequence++;
  g_assert_cmpint (bary_ics_compare (known, read), ==, BARY_ICS_NEWER);
  known->sequence += 2;
  g_assert_cmpint (bary_ics_compare (known, read), ==, BARY_ICS_OLDER);
}

static void
test_zone (void)
{
  g_autoptr (BaryIcs) ics = bary_ics_new (NULL, "Europe/Nowhere");
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_ics_write (ics, &error));
  g_assert_error (error, BARY_ICS_ERROR, BARY_ICS_ERROR_ZONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/lines", test_lines);
  g_test_add_func ("/ics/out-in-out", test_out_in_out);
  g_test_add_func ("/ics/foreign", test_foreign);
  g_test_add_func ("/ics/remarks", test_remarks);
  g_test_add_func ("/ics/refused", test_refused);
  g_test_add_func ("/ics/hostile", test_hostile);
  g_test_add_func ("/ics/compare", test_compare);
  g_test_add_func ("/ics/zone", test_zone);
  return g_test_run ();
}

#include "bary-plan-text.h"

#include "bary-period.h"

#include <string.h>

#define HEADINGS "Наименование мероприятия\tСроки проведения\tМесто проведения\n"

static const char *const separators[] = { " – ", " — ", " - ", ": ", ", ", "; ", ". ", " (" };

typedef struct {
  char *name, *dates, *place; /* dates and place nullable */
} Line;

static void
line_clear (Line *line)
{
  g_free (line->name);
  g_free (line->dates);
  g_free (line->place);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Returns: (transfer full): without what stands around words. */
static char *
trim (const char *text,
      gsize       length)
{
  static const char *const outside[] = { " ", "*", "(", ")", ".", ",", ";", ":", "–", "—", "-", "•", "·", "\t", "\r" };
  const char *start = text, *end = text + length;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
        {
          gsize n = strlen (outside[i]);

          if ((gsize) (end - start) >= n && strncmp (start, outside[i], n) == 0)
            again = TRUE, start += n;
          if ((gsize) (end - start) >= n && strncmp (end - n, outside[i], n) == 0)
            again = TRUE, end -= n;
        }
    }
  return g_strndup (start, (gsize) (end - start));
}

/* «1.», «2)» before a name; a number that is no such one is a day. */
static const char *
skip_number (const char *line)
{
  const char *end = line + strspn (line, " \t");
  gsize n_digits = strspn (end, "0123456789");

  if (n_digits == 0 || n_digits > 3 || (end[n_digits] != '.' && end[n_digits] != ')') || end[n_digits + 1] != ' ')
    return line;
  return end + n_digits + 1;
}

static gboolean
says_day (const char *words,
          int         school_year)
{
  g_auto (BaryPeriod) period = { 0 };

  return *words != '\0' && bary_period_parse (words, school_year, &period, NULL) && period.kind != BARY_PERIOD_UNSET;
}

/* The longest words that say a day: at the beginning rather than at the end. */
typedef struct {
  Line     line;
  gsize    longest;
  gboolean first;   /* found at the beginning */
} Search;

/* Takes a side of a separator for the dates, if they are the longest so far, and the other side for the name. */
static void
consider (Search     *self,
          const char *dates,
          gsize       n_dates,
          const char *name,
          gsize       n_name,
          int         school_year)
{
  g_autofree char *words = trim (dates, n_dates);
  g_autofree char *rest = trim (name, n_name);
  gboolean first = dates < name;

  if (*rest == '\0' || (self->first && !first) || (self->first == first && strlen (words) <= self->longest) ||
      !says_day (words, school_year))
    return;
  self->longest = strlen (words);
  self->first = first;
  line_clear (&self->line);
  self->line = (Line) { g_steal_pointer (&rest), g_steal_pointer (&words), NULL };
}

static void
divide (const char *text,
        int         school_year,
        Line       *line)
{
  Search search = { { NULL }, 0, FALSE };
  gsize length = strlen (text);

  for (gsize at = 0; at < length; at++)
    for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
      if (g_str_has_prefix (text + at, separators[i]))
        {
          const char *after = text + at + strlen (separators[i]);
          gsize left = length - (gsize) (after - text);

          consider (&search, text, at, after, left, school_year);
          consider (&search, after, left, text, at, school_year);
        }
  *line = search.line;
  if (line->name == NULL)
    line->name = trim (text, length);
}

/* What follows the closing quotation mark of the name and a comma. */
static void
take_place (Line *line)
{
  static const char mark[] = "», ";
  char *found = g_strrstr (line->name, mark);

  if (found == NULL)
    return;
  line->place = g_strdup (found + strlen (mark));
  found[strlen ("»")] = '\0';
}

static void
begin_with_capital (Line *line)
{
  g_autofree char *former = line->name;
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (former)), first);
  line->name = g_strconcat (first, *former != '\0' ? g_utf8_next_char (former) : "", NULL);
}

/* Returns: whether it says a day. */
static gboolean
append_line (GString    *table,
             const char *text,
             int         school_year)
{
  g_auto (Line) line = { 0 };
  g_autofree char *words = NULL;

  text = skip_number (text);
  words = trim (text, strlen (text));
  if (*words == '\0')
    return FALSE;
  divide (words, school_year, &line);
  take_place (&line);
  begin_with_capital (&line);
  g_string_append_printf (table, "%s\t%s\t%s\n", line.name, line.dates != NULL ? line.dates : "", line.place != NULL ? line.place : "");
  return line.dates != NULL;
}

char *
bary_plan_text_to_table (const char *text,
                         int         school_year)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) table = g_string_new (HEADINGS);
  guint n = 0;

  if (strchr (text, '\t') != NULL)
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += append_line (table, lines[i], school_year);
  return n > 0 ? g_strdup (table->str) : NULL;
}

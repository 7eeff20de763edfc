#include "bary-csv-row.h"

#include <string.h>

static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  return strpbrk (cell, "\"\r\n\t;,") != NULL || g_ascii_isspace (cell[0]) || (length > 0 && g_ascii_isspace (cell[length - 1]));
}

static void
append_quoted (GString    *text,
               const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

void
bary_csv_append_row (GString   *text,
                     GPtrArray *cells,
                     char       delimiter)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = cells->pdata[i] != NULL ? cells->pdata[i] : "";

      if (i > 0)
        g_string_append_c (text, delimiter);
      if (needs_quotes (cell))
        append_quoted (text, cell);
      else
        g_string_append (text, cell);
    }
  g_string_append_c (text, '\n');
}

char *
bary_csv_guard (const char *cell)
{
  if (cell == NULL || *cell == '\0' || strchr ("=+-@\t\r\n", *cell) == NULL)
    return g_strdup (cell != NULL ? cell : "");
  return g_strconcat ("'", cell, NULL);
}

#include "bary-ics-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES (16 * 1024 * 1024)
#define MOST_LINE (64 * 1024) /* with its continuations */
#define MOST_EVENTS 20000
#define MOST_DEPTH 8
#define MOST_PROPERTIES 2000  /* of one component */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  guint   line;
  gsize   length;      /* of the line that is being continued */
  guint   depth;
  char   *open[MOST_DEPTH];
  guint   n_properties[MOST_DEPTH];
  GArray *events;
} Scan;

static gboolean
refuse (BaryIcsError   code,
        guint          line,
        const char    *message,
        GError       **error)
{
  /* Translators: 1: a line of a file, 2: what is wrong there */
  g_set_error (error, BARY_ICS_ERROR, code, _("Line %1$u: %2$s"), line, message);
  return FALSE;
}

static gboolean
open_component (Scan        *self,
                const char  *name,
                GError     **error)
{
  if (self->depth == 0 && g_ascii_strcasecmp (name, "VCALENDAR") != 0)
    return refuse (BARY_ICS_ERROR_NOT_ICS, self->line, _("this is no calendar: it must begin with BEGIN:VCALENDAR"), error);
  if (self->depth == MOST_DEPTH)
    return refuse (BARY_ICS_ERROR_NOT_ICS, self->line, _("parts lie too deep in one another: the file is damaged"), error);
  if (self->depth == 1 && g_ascii_strcasecmp (name, "VEVENT") == 0)
    {
      if (self->events->len == MOST_EVENTS)
        return refuse (BARY_ICS_ERROR_TOO_LARGE, self->line, _("too many events: divide the calendar into several files"), error);
      g_array_append_val (self->events, self->line);
    }
  self->n_properties[self->depth] = 0;
  self->open[self->depth++] = g_strdup (name);
  return TRUE;
}

static gboolean
close_component (Scan        *self,
                 const char  *name,
                 GError     **error)
{
  if (self->depth == 0 || g_ascii_strcasecmp (name, self->open[self->depth - 1]) != 0)
    return refuse (BARY_ICS_ERROR_NOT_ICS, self->line, _("END does not match BEGIN: the file is damaged, ask for it anew"), error);
  g_clear_pointer (&self->open[--self->depth], g_free);
  return TRUE;
}

static gboolean
count_property (Scan    *self,
                GError **error)
{
  if (self->depth == 0)
    return refuse (BARY_ICS_ERROR_NOT_ICS, self->line, _("this is no calendar: it must begin with BEGIN:VCALENDAR"), error);
  if (++self->n_properties[self->depth - 1] > MOST_PROPERTIES)
    return refuse (BARY_ICS_ERROR_TOO_LARGE, self->line, _("one event has too many lines: the file is damaged"), error);
  return TRUE;
}

static gboolean
scan_line (Scan        *self,
           const char  *line,
           gsize        length,
           GError     **error)
{
  gboolean continued = *line == ' ' || *line == '\t';
  g_autofree char *text = NULL;

  self->length = continued ? self->length + length : length;
  if (self->length > MOST_LINE)
    return refuse (BARY_ICS_ERROR_TOO_LARGE, self->line, _("the line is too long: the file is damaged"), error);
  if (length == 0 || continued)
    return TRUE;

  text = g_strstrip (g_strndup (line, MIN (length, 64)));
  if (g_ascii_strncasecmp (text, "BEGIN:", 6) == 0)
    return open_component (self, text + 6, error);
  if (g_ascii_strncasecmp (text, "END:", 4) == 0)
    return close_component (self, text + 4, error);
  return count_property (self, error);
}

static gboolean
scan_lines (Scan        *self,
            const char  *text,
            GError     **error)
{
  gboolean whole = TRUE;

  for (const char *line = text; whole && *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      self->line++;
      whole = scan_line (self, line, length > 0 && line[length - 1] == '\r' ? length - 1 : length, error);
      line += length + (line[length] == '\n');
    }
  if (whole && (self->depth > 0 || self->line == 0))
    whole = refuse (BARY_ICS_ERROR_NOT_ICS, self->line, _("the calendar ends too early: the file is cut off, ask for it anew"), error);
  for (guint i = 0; i < self->depth; i++)
    g_free (self->open[i]);
  return whole;
}

char *
bary_ics_scan (GBytes   *bytes,
               GArray  **lines,
               GError  **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Scan scan = { .events = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autofree char *text = NULL;

  if (length > MOST_BYTES)
    refuse (BARY_ICS_ERROR_TOO_LARGE, 1, _("the file is too large for a calendar"), error);
  else if (length == 0 || !g_utf8_validate (data, (gssize) length, NULL))
    refuse (BARY_ICS_ERROR_NOT_ICS, 1, _("this is no calendar, or not in UTF-8: export it anew"), error);
  else
    {
      text = g_strndup (data, length);
      if (g_str_has_prefix (text, BYTE_ORDER_MARK))
        memmove (text, text + 3, length - 2);
      if (scan_lines (&scan, text, error))
        {
          *lines = scan.events;
          return g_steal_pointer (&text);
        }
    }
  g_array_unref (scan.events);
  return NULL;
}

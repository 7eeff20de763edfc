#include "bary-mark-file.h"

#include "bary-command.h"
#include "bary-config.h"
#include "bary-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Beyond it nobody marks, and squares of marks would lose their digits. */
#define GREATEST_MARK 1e9

typedef struct {
  const char   *path;
  GPtrArray    *rows; /* of BaryCsvRow */
  BaryMarkFile *file;
  GArray       *marks;
} Reading;

static gboolean
refuse_line (const Reading  *reading,
             guint           line,
             const char     *what,
             GError        **error)
{
  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: a file, the number of a line, what is wrong there */
               _("%s, line %u: %s"), reading->path, line, what);
  return FALSE;
}

static gboolean
refuse_cell (const Reading     *reading,
             const BaryCsvRow  *row,
             guint              column,
             GError           **error)
{
  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
               /* Translators: 1: a file, 2: a line, 3: a column, 4: an application, 5: an expert, 6: what the cell holds */
               _("%1$s, line %2$u, column %3$u (%4$s, %5$s): “%6$s” is no mark: write a number, or leave the cell empty"),
               reading->path, row->line, column + 1, (char *) row->cells->pdata[0],
               (char *) reading->file->experts->pdata[column - 1], (char *) row->cells->pdata[column]);
  return FALSE;
}

/* @pattern: (translated): with one %s */
static gboolean
refuse_name (const Reading  *reading,
             guint           line,
             const char     *pattern,
             const char     *name,
             GError        **error)
{
  g_autoptr (GString) what = g_string_new (pattern);

  g_string_replace (what, "%s", name, 1);
  return refuse_line (reading, line, what->str, error);
}

/* @seen: names that stood before. */
static gboolean
take_name (Reading     *reading,
           guint        line,
           const char  *name,
           GPtrArray   *names,
           GHashTable  *seen,
           GError     **error)
{
  if (*name == '\0')
    return refuse_line (reading, line, _("a name is missing: each row and each column of marks needs one"), error);
  if (!g_hash_table_add (seen, (gpointer) name))
    return refuse_name (reading, line, _("“%s” stands there a second time: give each a name of its own"), name, error);

  g_ptr_array_add (names, g_strdup (name));
  return TRUE;
}

static gboolean
read_experts (Reading  *reading,
              GError  **error)
{
  const BaryCsvRow *row = reading->rows->pdata[0];
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = row->cells->len;

  /* A delimiter after the last name makes no expert. */
  while (n > 1 && *(const char *) row->cells->pdata[n - 1] == '\0')
    n--;
  if (n < 2)
    return refuse_line (reading, row->line,
                        _("no experts are named: the first row must hold their names, divided by commas, semicolons or tabs"),
                        error);

  for (guint i = 1; i < n; i++)
    if (!take_name (reading, row->line, row->cells->pdata[i], reading->file->experts, seen, error))
      return FALSE;
  return TRUE;
}

/* Plain decimals only. */
static gboolean
parse_mark (const char *cell,
            double     *value)
{
  g_autofree char *text = g_strdelimit (g_strstrip (g_strdup (cell)), ",", '.');
  gsize length = strlen (text);
  char *end;

  *value = g_ascii_strtod (text, &end);
  return length > 0 && strspn (text, "+-.0123456789") == length && end == text + length && fabs (*value) <= GREATEST_MARK;
}

static gboolean
read_row (Reading           *reading,
          const BaryCsvRow  *row,
          guint              application,
          GError           **error)
{
  for (guint i = 1; i < row->cells->len; i++)
    {
      BaryMark mark = { application, i - 1 };

      if (*(const char *) row->cells->pdata[i] == '\0')
        continue;
      if (i > reading->file->experts->len)
        return refuse_line (reading, row->line, _("there is a mark beyond the last expert: name the expert in the first row"), error);
      if (!parse_mark (row->cells->pdata[i], &mark.value))
        return refuse_cell (reading, row, i, error);
      g_array_append_val (reading->marks, mark);
    }
  return TRUE;
}

static gboolean
read_rows (Reading  *reading,
           GError  **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (reading->rows->len == 0)
    return refuse_line (reading, 1, _("the table is empty: its first row must name the experts"), error);
  if (!read_experts (reading, error))
    return FALSE;

  for (guint i = 1; i < reading->rows->len; i++)
    {
      const BaryCsvRow *row = reading->rows->pdata[i];

      if (!take_name (reading, row->line, row->cells->pdata[0], reading->file->applications, seen, error) ||
          !read_row (reading, row, i - 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (element-type BaryCsvRow) (nullable) */
static GPtrArray *
read_csv (const char  *path,
          GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &cause))
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                   _("%s cannot be read: check its name and your right to read it (%s)"), path, cause->message);
      return NULL;
    }
  bytes = g_bytes_new_take (contents, length);
  text = bary_encoding_decode (bytes, BARY_ENCODING_AUTOMATIC, &cause);
  rows = text != NULL ? bary_csv_parse (text, bary_csv_guess_delimiter (text), &cause) : NULL;
  if (rows == NULL)
    g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED, "%s: %s", path, cause->message);
  return g_steal_pointer (&rows);
}

BaryMarkFile *
bary_mark_file_read (const char  *path,
                     GError     **error)
{
  g_autoptr (GPtrArray) rows = read_csv (path, error);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BaryMark));
  g_autoptr (BaryMarkFile) self = NULL;

  if (rows == NULL)
    return NULL;

  self = g_new0 (BaryMarkFile, 1);
  self->applications = g_ptr_array_new_with_free_func (g_free);
  self->experts = g_ptr_array_new_with_free_func (g_free);
  if (!read_rows (&(Reading) { path, rows, self, marks }, error))
    return NULL;

  self->marks = bary_marks_new (self->applications->len, self->experts->len, (BaryMark *) marks->data, marks->len);
  return g_steal_pointer (&self);
}

void
bary_mark_file_free (BaryMarkFile *self)
{
  g_ptr_array_unref (self->applications);
  g_ptr_array_unref (self->experts);
  g_clear_pointer (&self->marks, bary_marks_free);
  g_free (self);
}

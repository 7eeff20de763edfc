#include "bary-output.h"

#include "bary-command.h"
#include "bary-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define GAP 2

static int failure;      /* errno of the first write that failed */
static guint n_elements; /* of the array being written */

static void
note_failure (void)
{
  if (failure == 0)
    failure = errno != 0 ? errno : EIO;
}

void
bary_output_write (const char *bytes,
                   gsize       length)
{
  errno = 0;
  if (bary_output_is_open () && fwrite (bytes, 1, length, stdout) < length)
    note_failure ();
}

void
bary_output_print (const char *text)
{
  bary_output_write (text, strlen (text));
}

void
bary_output_printf (const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  bary_output_print (text);
}

gboolean
bary_output_is_open (void)
{
  return failure == 0;
}

void
bary_output_flush (void)
{
  errno = 0;
  if (failure == 0 && fflush (stdout) == EOF)
    note_failure ();
}

gboolean
bary_output_finish (GError **error)
{
  bary_output_flush ();
  if (failure == 0 || failure == EPIPE)
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_OUTPUT,
               /* Translators: %s: what the system says */
               _("Standard output cannot be written: %s: send it to another place"), g_strerror (failure));
  return FALSE;
}

/* JSON */

static char *
node_to_text (JsonNode *node,
              gboolean  readable)
{
  g_autoptr (JsonNode) owned = node;
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_pretty (generator, readable);
  json_generator_set_root (generator, owned);
  return json_generator_to_data (generator, NULL);
}

void
bary_output_print_json (JsonNode *node)
{
  g_autofree char *text = node_to_text (node, TRUE);

  bary_output_printf ("%s\n", text);
}

void
bary_output_begin_array (void)
{
  n_elements = 0;
  bary_output_print ("[");
}

void
bary_output_add_element (JsonNode *node)
{
  g_autofree char *text = node_to_text (node, FALSE);

  bary_output_print (n_elements++ > 0 ? ",\n" : "\n");
  bary_output_print (text);
}

void
bary_output_end_array (void)
{
  bary_output_print (n_elements > 0 ? "\n]\n" : "]\n");
}

JsonNode *
bary_json_from_record (BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "id", bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (record, field);

      if (value == NULL)
        json_object_set_null_member (object, field->name);
      else if (field->type == BARY_FIELD_INTEGER)
        json_object_set_int_member (object, field->name, g_ascii_strtoll (value, NULL, 10));
      else if (field->type == BARY_FIELD_NUMBER)
        json_object_set_double_member (object, field->name, g_ascii_strtod (value, NULL));
      else
        json_object_set_string_member (object, field->name, value);
    }

  json_node_take_object (node, object);
  return node;
}

/* Columns */

struct _BaryGrid {
  guint      n_columns;
  GPtrArray *cells;
};

BaryGrid *
bary_grid_new (guint n_columns)
{
  BaryGrid *grid = g_new0 (BaryGrid, 1);

  grid->n_columns = n_columns;
  grid->cells = g_ptr_array_new_with_free_func (g_free);
  return grid;
}

void
bary_grid_free (BaryGrid *grid)
{
  g_ptr_array_unref (grid->cells);
  g_free (grid);
}

void
bary_grid_add_cell (BaryGrid   *grid,
                    const char *text)
{
  g_ptr_array_add (grid->cells, g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\r\t", ' '));
}

/* As a terminal counts: combining marks take no place, wide characters two. */
static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
print_cell (const char *text,
            guint       width)
{
  g_autofree char *space = g_strnfill (width - display_width (text) + GAP, ' ');

  bary_output_printf ("%s%s", text, space);
}

void
bary_grid_print (BaryGrid *grid)
{
  g_autofree guint *widths = g_new0 (guint, grid->n_columns);

  for (guint i = 0; i < grid->cells->len; i++)
    widths[i % grid->n_columns] = MAX (widths[i % grid->n_columns], display_width (grid->cells->pdata[i]));

  for (guint i = 0; i < grid->cells->len && bary_output_is_open (); i++)
    if ((i + 1) % grid->n_columns == 0)
      bary_output_printf ("%s\n", (char *) grid->cells->pdata[i]);
    else
      print_cell (grid->cells->pdata[i], widths[i % grid->n_columns]);
}

void
bary_output_set_text (JsonObject *object,
                      const char *name,
                      const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

#include "bary-reader-private.h"

#include "bary-id.h"
#include "bary-sentence.h"

/* The part of a package of changes that holds edits: each is handed on when its element ends. */

#define N_KNEW 4
#define N_EDIT 6

static const char *const knew_attributes[N_KNEW + 1] = { "replica", "stamp", "other", "known", NULL };
static const char *const edit_attributes[N_EDIT + 1] = { "replica", "stamp", "ordinal", "operation", "kind", "record", NULL };
static const char *const field_attributes[] = { "field", NULL };
static const char *const operations[] = { [BARY_CHANGE_ADD] = "add", [BARY_CHANGE_SET] = "set", [BARY_CHANGE_REMOVE] = "remove" };

struct _BaryReaderEdit {
  char            *values[N_EDIT]; /* the attributes */
  char            *author;
  BarySentEdit     edit;
  BaryRecord      *record;
  guint            line;
  const BaryField *field;          /* that the present element sets; NULL: it names the author */
};

void
bary_reader_clear_edit (BaryReader *self)
{
  if (self->edit == NULL)
    return;

  for (guint i = 0; i < N_EDIT; i++)
    g_free (self->edit->values[i]);
  g_free (self->edit->author);
  g_clear_object (&self->edit->record);
  g_clear_pointer (&self->edit, g_free);
}

/* Returns: whether all of them are there. */
static gboolean
take_all (BaryReader          *self,
          const char          *name,
          const BaryAttribute *attributes,
          int                  n,
          const char *const   *known,
          char               **values)
{
  if (!bary_reader_take_attributes (self, name, attributes, n, known, values))
    return FALSE;

  for (guint i = 0; known[i] != NULL; i++)
    if (values[i] == NULL)
      {
        bary_reader_fail_invalid (self, name, bary_sentence_unfit (FALSE));
        return FALSE;
      }
  return TRUE;
}

/* What the visitor objects to is said as it is: it knows more than this file. */
static void
stop (BaryReader *self,
      GError     *failure)
{
  self->parser->disableSAX = 1;
  self->failure = failure;
}

static void
take_knew (BaryReader          *self,
           const BaryAttribute *attributes,
           int                  n)
{
  char *values[N_KNEW] = { NULL };
  GError *failure = NULL;

  self->place = PLACE_KNEW;
  if (take_all (self, "knew", attributes, n, knew_attributes, values) && self->edit_visitor != NULL)
    {
      BarySentKnowledge knowledge = { values[0], g_ascii_strtoll (values[1], NULL, 10), values[2],
                                      g_ascii_strtoll (values[3], NULL, 10) };

      if (!self->edit_visitor->knowledge (&knowledge, self->edit_data, &failure))
        stop (self, failure);
    }
  for (guint i = 0; i < N_KNEW; i++)
    g_free (values[i]);
}

static gboolean
find_operation (BaryReader *self,
                const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_str_equal (word, operations[i]))
      {
        self->edit->edit.operation = i;
        return TRUE;
      }
  return FALSE;
}

static void
start_one (BaryReader          *self,
           const BaryAttribute *attributes,
           int                  n)
{
  BaryReaderEdit *edit = g_new0 (BaryReaderEdit, 1);
  BaryKind kind;

  bary_reader_clear_edit (self);
  self->edit = edit;
  self->place = PLACE_EDIT;
  edit->line = bary_reader_get_line (self);
  if (!take_all (self, "edit", attributes, n, edit_attributes, edit->values))
    return;
  if (!bary_kind_from_name (edit->values[4], &kind, NULL))
    {
      bary_reader_fail_invalid (self, "edit", bary_sentence_unknown_kind (edit->values[4]));
      return;
    }
  if (!bary_id_is_valid (edit->values[0]) || !bary_id_is_valid (edit->values[5]))
    {
      bary_reader_fail_invalid (self, "edit", bary_sentence_bad_id ());
      return;
    }
  if (!find_operation (self, edit->values[3]))
    {
      bary_reader_fail_invalid (self, "edit", bary_sentence_unfit (FALSE));
      return;
    }

  edit->record = bary_record_new (kind, edit->values[5]);
  edit->edit.replica = edit->values[0];
  edit->edit.stamp = g_ascii_strtoll (edit->values[1], NULL, 10);
  edit->edit.ordinal = (guint) g_ascii_strtoull (edit->values[2], NULL, 10);
  edit->edit.record = edit->record;
}

static void
start_field (BaryReader          *self,
             const char          *name,
             const BaryAttribute *attributes,
             int                  n)
{
  const BaryKindInfo *info = bary_record_get_info (self->edit->record);
  char *value = NULL;

  if (take_all (self, name, attributes, n, field_attributes, &value))
    {
      self->edit->field = bary_kind_find_field (info->kind, value, NULL);
      if (self->edit->field == NULL)
        bary_reader_fail_invalid (self, name, bary_sentence_unexpected_field (info, info->n_fields, value));
      else
        self->edit->edit.fields |= G_GUINT64_CONSTANT (1) << (self->edit->field - info->fields);
    }
  g_free (value);
}

void
bary_reader_start_edit (BaryReader          *self,
                        const char          *name,
                        const BaryAttribute *attributes,
                        int                  n)
{
  if (self->place == PLACE_EDITS)
    {
      if (g_str_equal (name, "knew"))
        take_knew (self, attributes, n);
      else if (g_str_equal (name, "edit"))
        start_one (self, attributes, n);
      else
        bary_reader_fail_invalid (self, name, bary_sentence_misplaced (name, "knew, edit"));
      return;
    }

  self->place = PLACE_EDIT_TEXT;
  self->edit->field = NULL;
  g_string_truncate (self->text, 0);
  if (g_str_equal (name, "set") || g_str_equal (name, "clear"))
    start_field (self, name, attributes, n);
  else if (!g_str_equal (name, "author") || n > 0)
    bary_reader_fail_invalid (self, name, bary_sentence_misplaced (name, "author, set, clear"));
}

static void
end_text (BaryReader *self)
{
  g_autofree char *value = NULL;
  GError *failure = NULL;

  self->place = PLACE_EDIT;
  if (self->edit->field == NULL)
    {
      g_free (self->edit->author);
      self->edit->author = g_strdup (g_strstrip (self->text->str));
    }
  else if (bary_field_parse (self->edit->field, self->text->str, &value, &failure))
    bary_record_set (self->edit->record, self->edit->field, value);
  else
    {
      bary_reader_fail (self, BARY_PACKAGE_ERROR_INVALID, self->edit->field->name, failure->message);
      g_error_free (failure);
    }
}

static void
end_one (BaryReader *self)
{
  GError *failure = NULL;

  self->place = PLACE_EDITS;
  self->edit->edit.author = self->edit->author != NULL ? self->edit->author : "";
  if (self->edit_visitor != NULL &&
      !self->edit_visitor->edit (&self->edit->edit, self->edit->line, self->edit_data, &failure))
    stop (self, failure);
}

void
bary_reader_end_edit (BaryReader *self)
{
  if (self->place == PLACE_EDIT_TEXT)
    end_text (self);
  else if (self->place == PLACE_EDIT)
    end_one (self);
  else
    self->place = PLACE_EDITS;
}

#include "bary-reader-private.h"

#include "bary-config.h"
#include "bary-grammar.h"
#include "bary-id.h"
#include "bary-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_KNOWN_ATTRIBUTES 3

/* The grammar had its chance to object to the last record. */
static void
hand_on (BaryReader *self)
{
  GError *failure = NULL;

  if (self->record == NULL || self->failure != NULL)
    return;

  if (!bary_record_validate (self->record, &failure))
    {
      bary_reader_refuse_record (self, failure);
      return;
    }
  if (self->func == NULL)
    {
      g_clear_object (&self->record);
      return;
    }

  if (!self->func (g_steal_pointer (&self->record), self->record_line, self->user_data, &failure))
    {
      self->parser->disableSAX = 1;
      self->failure = failure;
    }
}

/* Elements */

static void
refuse_attribute (BaryReader          *self,
                  const char          *element,
                  const BaryAttribute *attribute)
{
  bary_reader_fail_invalid (self, element, bary_sentence_unknown_attribute (attribute->name));
}

gboolean
bary_reader_take_attributes (BaryReader          *self,
                             const char          *element,
                             const BaryAttribute *attributes,
                             int                  n,
                             const char *const   *known,
                             char               **values)
{
  for (int i = 0; i < n; i++)
    {
      guint place = 0;

      while (known[place] != NULL && (attributes[i].prefix != NULL || !g_str_equal (known[place], attributes[i].name)))
        place++;
      if (known[place] == NULL)
        {
          refuse_attribute (self, element, &attributes[i]);
          return FALSE;
        }
      g_free (values[place]);
      values[place] = g_strndup (attributes[i].value, attributes[i].end - attributes[i].value);
    }
  return TRUE;
}

static void
start_package (BaryReader          *self,
               const char          *name,
               const char          *uri,
               const BaryAttribute *attributes,
               int                  n)
{
  static const char *const known[] = { "id", "kind", "created", NULL };
  char *values[N_KNOWN_ATTRIBUTES] = { NULL };

  if (g_strcmp0 (uri, BARY_PACKAGE_NAMESPACE) != 0 && uri != NULL && g_str_has_prefix (uri, BARY_PACKAGE_NAMESPACE_STEM))
    bary_reader_fail (self, BARY_PACKAGE_ERROR_NEWER_VERSION, name,
          _("the package was made by another version of Barycenter: bring the program up to date, "
            "or ask the sender to export for this version"));
  else if (g_strcmp0 (uri, BARY_PACKAGE_NAMESPACE) != 0 || !g_str_equal (name, "package"))
    bary_reader_fail (self, BARY_PACKAGE_ERROR_NOT_A_PACKAGE, name,
          _("this is not a package of Barycenter: choose a file that was exported from the program"));
  else if (bary_reader_take_attributes (self, name, attributes, n, known, values))
    {
      self->manifest->id = g_steal_pointer (&values[0]);
      self->manifest->kind = g_steal_pointer (&values[1]);
      self->manifest->created = g_steal_pointer (&values[2]);
      self->place = PLACE_PACKAGE;
    }

  for (guint i = 0; i < N_KNOWN_ATTRIBUTES; i++)
    g_free (values[i]);
}

static const char *
get_next_part (BaryReader *self)
{
  if (!self->manifest_read)
    return "manifest";

  return self->records_read ? "size, signature" : "records";
}

static gboolean
holds_changes (BaryReader *self)
{
  return g_strcmp0 (self->manifest->kind, "changes") == 0;
}

static void
start_part (BaryReader          *self,
            const char          *name,
            const BaryAttribute *attributes,
            int                  n)
{
  if (n > 0)
    refuse_attribute (self, name, attributes);
  else if (!self->manifest_read && g_str_equal (name, "manifest"))
    self->place = PLACE_MANIFEST;
  else if (self->manifest_read && !self->records_read && g_str_equal (name, "records"))
    self->place = PLACE_RECORDS;
  else if (self->records_read && !self->edits_read && self->size == NULL && self->signature == NULL && holds_changes (self) && g_str_equal (name, "edits"))
    self->place = PLACE_EDITS;
  else if (self->records_read && self->size == NULL && self->signature == NULL && g_str_equal (name, "size"))
    self->place = PLACE_SIZE;
  else if (self->records_read && self->signature == NULL && g_str_equal (name, "signature"))
    self->place = PLACE_SIGNATURE;
  else
    bary_reader_fail_invalid (self, name, bary_sentence_misplaced (name, get_next_part (self)));

  g_string_truncate (self->text, 0);
}

static gboolean
find_kind (BaryReader *self,
           const char *name)
{
  BaryKind kind;
  GError *failure = NULL;

  if (self->info != NULL && g_str_equal (name, self->info->name))
    return TRUE;

  if (!bary_kind_from_name (name, &kind, &failure))
    {
      g_clear_error (&failure);
      bary_reader_fail_invalid (self, name, bary_sentence_unknown_kind (name));
      return FALSE;
    }
  if (self->info != NULL && kind < self->kind)
    {
      bary_reader_fail_invalid (self, name, bary_sentence_late (name, self->info->name));
      return FALSE;
    }

  self->kind = kind;
  self->info = bary_kind_get_info (kind);
  return TRUE;
}

static void
start_record (BaryReader          *self,
              const char          *name,
              const BaryAttribute *attributes,
              int                  n)
{
  char id[BARY_ID_LENGTH + 1] = "";

  hand_on (self);
  if (self->failure != NULL || !find_kind (self, name))
    return;
  if (holds_changes (self))
    {
      bary_reader_fail_invalid (self, name, bary_sentence_misplaced (name, "edits"));
      return;
    }

  for (int i = 0; i < n; i++)
    if (attributes[i].prefix != NULL || !g_str_equal (attributes[i].name, "id"))
      {
        refuse_attribute (self, name, &attributes[i]);
        return;
      }
    else if (attributes[i].end - attributes[i].value == BARY_ID_LENGTH)
      memcpy (id, attributes[i].value, BARY_ID_LENGTH);

  if (!bary_id_is_valid (id))
    {
      bary_reader_fail_invalid (self, name, bary_sentence_bad_id ());
      return;
    }

  self->record = bary_record_new (self->kind, id);
  self->record_line = bary_reader_get_line (self);
  self->counts[self->kind]++;
  self->next_field = 0;
  self->field = NULL;
  self->place = PLACE_RECORD;
}

static void
start_field (BaryReader          *self,
             const char          *name,
             const BaryAttribute *attributes,
             int                  n)
{
  for (guint i = self->next_field; i < self->info->n_fields; i++)
    if (g_str_equal (name, self->info->fields[i].name))
      {
        if (n > 0)
          {
            refuse_attribute (self, name, attributes);
            return;
          }
        self->field = &self->info->fields[i];
        self->next_field = i + 1;
        self->place = PLACE_FIELD;
        g_string_truncate (self->text, 0);
        return;
      }
    else if (self->info->fields[i].flags & BARY_FIELD_REQUIRED)
      break;

  bary_reader_fail_invalid (self, name, bary_sentence_unexpected_field (self->info, self->next_field, name));
}

static void
on_start (void           *user_data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  BaryReader *self = user_data;
  const char *element = (const char *) name;
  const BaryAttribute *given = (const BaryAttribute *) attributes;

  if (self->failure != NULL)
    return;

  switch (self->place)
    {
    case PLACE_OUTSIDE:
      start_package (self, element, (const char *) uri, given, n_attributes);
      break;
    case PLACE_PACKAGE:
      start_part (self, element, given, n_attributes);
      break;
    case PLACE_MANIFEST:
      bary_reader_start_note (self, element, given, n_attributes);
      break;
    case PLACE_RECORDS:
      start_record (self, element, given, n_attributes);
      break;
    case PLACE_RECORD:
      start_field (self, element, given, n_attributes);
      break;
    case PLACE_EDITS:
    case PLACE_EDIT:
      bary_reader_start_edit (self, element, given, n_attributes);
      break;
    case PLACE_NOTE:
    case PLACE_FIELD:
    case PLACE_KNEW:
    case PLACE_EDIT_TEXT:
    case PLACE_SIZE:
    case PLACE_SIGNATURE:
    case PLACE_END:
    default:
      bary_reader_fail_invalid (self, element, bary_sentence_nested (element));
    }
}

/* Runs of white space become one space, as the grammar's xs:token has it. */
static void
collapse (GString *text)
{
  gsize length = 0;
  gboolean space = FALSE;

  for (const char *p = text->str; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
        {
          space = length > 0;
          continue;
        }
      if (space)
        text->str[length++] = ' ';
      space = FALSE;
      text->str[length++] = *p;
    }
  g_string_truncate (text, length);
}

static void
end_field (BaryReader *self)
{
  if (self->field->type == BARY_FIELD_LONG_TEXT)
    g_strstrip (self->text->str);
  else
    collapse (self->text);

  if (self->text->str[0] == '\0')
    bary_reader_fail_invalid (self, self->field->name, bary_sentence_empty (self->field));
  else
    bary_record_set (self->record, self->field, self->text->str);
  self->place = PLACE_RECORD;
}

static void
end_record (BaryReader *self)
{
  for (guint i = self->next_field; i < self->info->n_fields; i++)
    if (self->info->fields[i].flags & BARY_FIELD_REQUIRED)
      {
        bary_reader_fail_invalid (self, self->info->name, bary_sentence_unexpected_field (self->info, self->next_field, NULL));
        return;
      }

  self->field = NULL;
  self->place = PLACE_RECORDS;
}

static void
on_end (void          *user_data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  BaryReader *self = user_data;

  if (self->failure != NULL)
    return;

  switch (self->place)
    {
    case PLACE_FIELD:
      end_field (self);
      break;
    case PLACE_RECORD:
      end_record (self);
      break;
    case PLACE_NOTE:
      collapse (self->text);
      bary_reader_end_note (self);
      break;
    case PLACE_MANIFEST:
      self->manifest_read = TRUE;
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_RECORDS:
      hand_on (self);
      self->records_read = TRUE;
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_KNEW:
    case PLACE_EDIT:
    case PLACE_EDIT_TEXT:
      bary_reader_end_edit (self);
      break;
    case PLACE_EDITS:
      self->edits_read = TRUE;
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_SIZE:
      collapse (self->text);
      self->size = g_strdup (self->text->str);
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_SIGNATURE:
      collapse (self->text);
      self->signature = g_strdup (self->text->str);
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_PACKAGE:
      self->place = PLACE_END;
      break;
    case PLACE_OUTSIDE:
    case PLACE_END:
    default:
      break;
    }
}

static gboolean
is_blank (const char *text,
          int         length)
{
  for (int i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static void
on_text (void          *user_data,
         const xmlChar *text,
         int            length)
{
  BaryReader *self = user_data;

  if (self->failure != NULL)
    return;

  if (self->place == PLACE_FIELD || self->place == PLACE_NOTE || self->place == PLACE_EDIT_TEXT ||
      self->place == PLACE_SIZE || self->place == PLACE_SIGNATURE)
    g_string_append_len (self->text, (const char *) text, length);
  else if (!is_blank ((const char *) text, length))
    bary_reader_fail_invalid (self, NULL, bary_sentence_stray_text ((const char *) text, length));
}

const xmlSAXHandler bary_reader_handlers = {
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .initialized = XML_SAX2_MAGIC,
};

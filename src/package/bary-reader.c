#include "bary-reader.h"

#include "bary-config.h"
#include "bary-gate.h"
#include "bary-grammar.h"
#include "bary-id.h"
#include "bary-package-error.h"
#include "bary-sentence.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define N_KNOWN_ATTRIBUTES 3

typedef enum {
  PLACE_OUTSIDE,
  PLACE_PACKAGE,
  PLACE_MANIFEST,
  PLACE_NOTE,    /* sender, source or remark */
  PLACE_RECORDS,
  PLACE_RECORD,
  PLACE_FIELD,
  PLACE_END,
} Place;

struct _BaryReader {
  char                   *path;
  BaryReaderFunc          func;
  gpointer                user_data;

  BaryGate               *gate;
  xmlParserCtxtPtr        parser;
  xmlSchemaValidCtxtPtr   grammar;
  xmlSchemaSAXPlugPtr     plug;
  gboolean                finishing;

  Place                   place;
  BaryKind                kind;        /* of the present record or the last one */
  const BaryKindInfo     *info;
  guint                   next_field;
  const BaryField        *field;       /* the present one, or the one that was just read */
  GString                *text;
  BaryRecord             *record;      /* waits for the grammar's consent when complete */
  guint                   record_line;

  BaryManifest           *manifest;
  char                   *remark_record;
  gboolean                manifest_read;
  GError                 *failure;     /* the first one counts */
};

guint
bary_reader_get_line (BaryReader *self)
{
  int line = self->parser != NULL && self->parser->input != NULL ? self->parser->input->line : 0;

  return line > 0 ? line : bary_gate_get_line (self->gate);
}

/* Takes the failure that the caller has made, gives it its place, and lets the parser run dry. */
static void
fail_at (BaryReader *self,
         GError     *failure,
         const char *element)
{
  self->parser->disableSAX = 1;
  if (self->failure != NULL)
    {
      g_error_free (failure);
      return;
    }

  bary_package_error_place (&failure, self->path, bary_reader_get_line (self), element);
  self->failure = failure;
}

static void
fail (BaryReader       *self,
      BaryPackageError  code,
      const char       *element,
      const char       *message)
{
  fail_at (self, g_error_new_literal (BARY_PACKAGE_ERROR, code, message), element);
}

/* @message: (transfer full) */
static void
fail_invalid (BaryReader *self,
              const char *element,
              char       *message)
{
  fail (self, BARY_PACKAGE_ERROR_INVALID, element, message);
  g_free (message);
}

/* The grammar had its chance to object to the last record. */
static void
hand_on (BaryReader *self)
{
  GError *failure = NULL;

  if (self->record == NULL || self->failure != NULL)
    return;

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

/* An attribute as libxml2 gives it: name, prefix, namespace, start and end of the value. */
typedef struct {
  const char *name;
  const char *prefix;
  const char *uri;
  const char *value;
  const char *end;
} Attribute;

static void
refuse_attribute (BaryReader      *self,
                  const char      *element,
                  const Attribute *attribute)
{
  fail_invalid (self, element, bary_sentence_unknown_attribute (attribute->name));
}

/* Copies the values of those that may be there; any other is refused. */
static gboolean
take_attributes (BaryReader        *self,
                 const char        *element,
                 const Attribute   *attributes,
                 int                n,
                 const char *const *known,
                 char             **values)
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
start_package (BaryReader      *self,
               const char      *name,
               const char      *uri,
               const Attribute *attributes,
               int              n)
{
  static const char *const known[] = { "id", "kind", "created", NULL };
  char *values[N_KNOWN_ATTRIBUTES] = { NULL };

  if (g_strcmp0 (uri, BARY_PACKAGE_NAMESPACE) != 0 && uri != NULL && g_str_has_prefix (uri, BARY_PACKAGE_NAMESPACE_STEM))
    fail (self, BARY_PACKAGE_ERROR_NEWER_VERSION, name,
          _("the package was made by another version of Barycenter: bring the program up to date, "
            "or ask the sender to export for this version"));
  else if (g_strcmp0 (uri, BARY_PACKAGE_NAMESPACE) != 0 || !g_str_equal (name, "package"))
    fail (self, BARY_PACKAGE_ERROR_NOT_A_PACKAGE, name,
          _("this is not a package of Barycenter: choose a file that was exported from the program"));
  else if (take_attributes (self, name, attributes, n, known, values))
    {
      self->manifest->id = g_steal_pointer (&values[0]);
      self->manifest->kind = g_steal_pointer (&values[1]);
      self->manifest->created = g_steal_pointer (&values[2]);
      self->place = PLACE_PACKAGE;
    }

  for (guint i = 0; i < N_KNOWN_ATTRIBUTES; i++)
    g_free (values[i]);
}

static void
start_part (BaryReader      *self,
            const char      *name,
            const Attribute *attributes,
            int              n)
{
  if (n > 0)
    refuse_attribute (self, name, attributes);
  else if (!self->manifest_read && g_str_equal (name, "manifest"))
    self->place = PLACE_MANIFEST;
  else if (self->manifest_read && g_str_equal (name, "records"))
    self->place = PLACE_RECORDS;
  else
    fail_invalid (self, name, bary_sentence_misplaced (name, self->manifest_read ? "records" : "manifest"));
}

static void
start_note (BaryReader      *self,
            const char      *name,
            const Attribute *attributes,
            int              n)
{
  static const char *const none[] = { NULL };
  static const char *const known[] = { "record", NULL };
  gboolean is_remark = g_str_equal (name, "remark");

  g_clear_pointer (&self->remark_record, g_free);
  if (!is_remark && !g_str_equal (name, "sender") && !g_str_equal (name, "source"))
    fail_invalid (self, name, bary_sentence_misplaced (name, "sender, source, remark"));
  else if (take_attributes (self, name, attributes, n, is_remark ? known : none, &self->remark_record))
    {
      self->place = PLACE_NOTE;
      g_string_truncate (self->text, 0);
    }
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
      fail_invalid (self, name, bary_sentence_unknown_kind (name));
      return FALSE;
    }
  if (self->info != NULL && kind < self->kind)
    {
      fail_invalid (self, name, bary_sentence_late (name, self->info->name));
      return FALSE;
    }

  self->kind = kind;
  self->info = bary_kind_get_info (kind);
  return TRUE;
}

static void
start_record (BaryReader      *self,
              const char      *name,
              const Attribute *attributes,
              int              n)
{
  char id[BARY_ID_LENGTH + 1] = "";

  hand_on (self);
  if (self->failure != NULL || !find_kind (self, name))
    return;

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
      fail_invalid (self, name, bary_sentence_bad_id ());
      return;
    }

  self->record = bary_record_new (self->kind, id);
  self->record_line = bary_reader_get_line (self);
  self->next_field = 0;
  self->field = NULL;
  self->place = PLACE_RECORD;
}

static void
start_field (BaryReader      *self,
             const char      *name,
             const Attribute *attributes,
             int              n)
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

  fail_invalid (self, name, bary_sentence_unexpected_field (self->info, self->next_field, name));
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
  const Attribute *given = (const Attribute *) attributes;

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
      start_note (self, element, given, n_attributes);
      break;
    case PLACE_RECORDS:
      start_record (self, element, given, n_attributes);
      break;
    case PLACE_RECORD:
      start_field (self, element, given, n_attributes);
      break;
    case PLACE_NOTE:
    case PLACE_FIELD:
    case PLACE_END:
    default:
      fail_invalid (self, element, bary_sentence_nested (element));
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
    fail_invalid (self, self->field->name, bary_sentence_empty (self->field));
  else
    bary_record_set (self->record, self->field, self->text->str);
  self->place = PLACE_RECORD;
}

static void
end_note (BaryReader *self,
          const char *name)
{
  collapse (self->text);
  if (g_str_equal (name, "remark"))
    bary_manifest_add_remark (self->manifest, self->remark_record, self->text->str);
  else
    {
      char **place = g_str_equal (name, "sender") ? &self->manifest->sender : &self->manifest->source;

      g_free (*place);
      *place = g_strdup (self->text->str);
    }
  self->place = PLACE_MANIFEST;
}

static void
end_record (BaryReader *self)
{
  for (guint i = self->next_field; i < self->info->n_fields; i++)
    if (self->info->fields[i].flags & BARY_FIELD_REQUIRED)
      {
        fail_invalid (self, self->info->name, bary_sentence_unexpected_field (self->info, self->next_field, NULL));
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
      end_note (self, (const char *) name);
      break;
    case PLACE_MANIFEST:
      self->manifest_read = TRUE;
      self->place = PLACE_PACKAGE;
      break;
    case PLACE_RECORDS:
      hand_on (self);
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

  if (self->place == PLACE_FIELD || self->place == PLACE_NOTE)
    g_string_append_len (self->text, (const char *) text, length);
  else if (!is_blank ((const char *) text, length))
    fail_invalid (self, NULL, bary_sentence_stray_text ((const char *) text, length));
}

/* Objections */

static void
on_parser_error (void        *user_data,
                 xmlErrorPtr  problem)
{
  xmlParserCtxtPtr parser = problem->ctxt;
  BaryReader *self = parser != NULL ? parser->_private : NULL;
  BaryPackageError code;
  const char *message;

  if (self == NULL || self->failure != NULL || problem->level < XML_ERR_ERROR)
    return;

  message = bary_sentence_from_parser (problem, self->finishing, &code);
  fail (self, code, NULL, message);
}

/* What the reader itself has let pass. The element that the grammar objects to was just read. */
static void
on_grammar_error (void        *user_data,
                  xmlErrorPtr  problem)
{
  BaryReader *self = user_data;
  GError *failure = NULL;
  g_autofree char *canonical = NULL;

  if (self->failure != NULL || problem->level < XML_ERR_ERROR)
    return;

  if (self->place == PLACE_RECORD && self->field != NULL)
    {
      if (bary_field_parse (self->field, self->text->str, &canonical, &failure))
        fail_invalid (self, self->field->name, bary_sentence_bad_value (self->field, self->text->str));
      else
        {
          fail (self, BARY_PACKAGE_ERROR_INVALID, self->field->name, failure->message);
          g_error_free (failure);
        }
    }
  else
    fail_invalid (self, self->place == PLACE_RECORDS && self->info != NULL ? self->info->name : NULL,
                  bary_sentence_unfit (self->place == PLACE_PACKAGE && !self->manifest_read));
}

static int
locate (void           *user_data,
        const char    **file,
        unsigned long  *line)
{
  BaryReader *self = user_data;

  if (file != NULL)
    *file = NULL;
  if (line != NULL)
    *line = bary_reader_get_line (self);
  return 0;
}

/* Life */

static xmlSAXHandler handlers = {
  .startElementNs = on_start,
  .endElementNs = on_end,
  .characters = on_text,
  .ignorableWhitespace = on_text,
  .initialized = XML_SAX2_MAGIC,
};

/* The plug puts handlers of its own before ours; what it does not pass on, the parser's
 * objections, is asked for afterwards. */
static void
plug_in (BaryReader *self)
{
  self->grammar = xmlSchemaNewValidCtxt (bary_grammar_get ());
  xmlSchemaSetValidStructuredErrors (self->grammar, on_grammar_error, self);
  xmlSchemaValidateSetLocator (self->grammar, locate, self);

  self->parser = xmlCreatePushParserCtxt (&handlers, self, NULL, 0, NULL);
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET);
  self->parser->_private = self;
  self->plug = xmlSchemaSAXPlug (self->grammar, &self->parser->sax, &self->parser->userData);
  self->parser->sax->serror = on_parser_error;
}

BaryReader *
bary_reader_new (const char      *path,
                 BaryReaderFunc   func,
                 gpointer         user_data)
{
  BaryReader *self = g_new0 (BaryReader, 1);

  self->path = g_strdup (path);
  self->func = func;
  self->user_data = user_data;
  self->gate = bary_gate_new ();
  self->text = g_string_sized_new (1024);
  self->manifest = bary_manifest_new ();
  plug_in (self);
  return self;
}

void
bary_reader_free (BaryReader *self)
{
  xmlSchemaSAXUnplug (self->plug);
  xmlFreeParserCtxt (self->parser);
  xmlSchemaFreeValidCtxt (self->grammar);
  g_clear_pointer (&self->manifest, bary_manifest_free);
  g_clear_object (&self->record);
  g_clear_error (&self->failure);
  g_string_free (self->text, TRUE);
  bary_gate_free (self->gate);
  g_free (self->remark_record);
  g_free (self->path);
  g_free (self);
}

static gboolean
pass_failure (BaryReader  *self,
              GError     **error)
{
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

static gboolean
refuse_at_gate (BaryReader  *self,
                GError     **error)
{
  bary_package_error_place (error, self->path, bary_gate_get_line (self->gate), NULL);
  return FALSE;
}

gboolean
bary_reader_feed (BaryReader  *self,
                  const char  *bytes,
                  gsize        length,
                  GError     **error)
{
  if (!pass_failure (self, error))
    return FALSE;
  if (!bary_gate_feed (self->gate, bytes, length, error))
    return refuse_at_gate (self, error);

  xmlParseChunk (self->parser, bytes, length, FALSE);
  return pass_failure (self, error);
}

gboolean
bary_reader_finish (BaryReader  *self,
                    GError     **error)
{
  if (!pass_failure (self, error))
    return FALSE;
  if (!bary_gate_finish (self->gate, error))
    return refuse_at_gate (self, error);

  self->finishing = TRUE;
  xmlParseChunk (self->parser, NULL, 0, TRUE);
  if (self->failure == NULL && self->place != PLACE_END)
    fail (self, BARY_PACKAGE_ERROR_INCOMPLETE, NULL, bary_sentence_cut_off ());

  return pass_failure (self, error);
}

gboolean
bary_reader_has_manifest (BaryReader *self)
{
  return self->manifest_read;
}

BaryManifest *
bary_reader_steal_manifest (BaryReader *self)
{
  return g_steal_pointer (&self->manifest);
}

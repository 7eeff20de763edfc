#include "bary-reader-private.h"

#include "bary-grammar.h"
#include "bary-sentence.h"

guint
bary_reader_get_line (BaryReader *self)
{
  int line = self->parser != NULL && self->parser->input != NULL ? self->parser->input->line : 0;

  return line > 0 ? line : bary_gate_get_line (self->gate);
}

static void
fail_in_line (BaryReader *self,
              GError     *failure,
              guint       line,
              const char *element)
{
  self->parser->disableSAX = 1;
  if (self->failure != NULL)
    {
      g_error_free (failure);
      return;
    }

  bary_package_error_place (&failure, self->path, line, element);
  self->failure = failure;
}

void
bary_reader_fail_with (BaryReader *self,
                       GError     *failure,
                       const char *element)
{
  fail_in_line (self, failure, bary_reader_get_line (self), element);
}

void
bary_reader_refuse_record (BaryReader *self,
                           GError     *failure)
{
  fail_in_line (self, g_error_new_literal (BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_INVALID, failure->message),
                self->record_line, self->info->name);
  g_error_free (failure);
}

void
bary_reader_fail (BaryReader       *self,
                  BaryPackageError  code,
                  const char       *element,
                  const char       *message)
{
  bary_reader_fail_with (self, g_error_new_literal (BARY_PACKAGE_ERROR, code, message), element);
}

void
bary_reader_fail_invalid (BaryReader *self,
                          const char *element,
                          char       *message)
{
  bary_reader_fail (self, BARY_PACKAGE_ERROR_INVALID, element, message);
  g_free (message);
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

  message = bary_sentence_from_parser (problem, &code);
  bary_reader_fail (self, code, NULL, message);
}

/* Returns: (nullable): the one just read. */
static const char *
get_element (BaryReader *self)
{
  if (self->place == PLACE_RECORDS && self->info != NULL)
    return self->info->name;
  if (self->place == PLACE_MANIFEST)
    return "manifest";
  if (self->place >= PLACE_EDITS && self->place <= PLACE_EDIT_TEXT)
    return "edit";

  return self->info == NULL && self->place != PLACE_OUTSIDE ? "package" : NULL;
}

static gboolean
is_in_head (BaryReader *self)
{
  return self->info == NULL && self->place < PLACE_RECORDS;
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
        bary_reader_fail_invalid (self, self->field->name, bary_sentence_bad_value (self->field, self->text->str));
      else
        {
          bary_reader_fail (self, BARY_PACKAGE_ERROR_INVALID, self->field->name, failure->message);
          g_error_free (failure);
        }
    }
  else
    bary_reader_fail_invalid (self, get_element (self), bary_sentence_unfit (is_in_head (self)));
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

/* The plug puts handlers of its own before ours; what it does not pass on, the parser's
 * objections, is asked for afterwards. */
static void
plug_in (BaryReader *self)
{
  self->grammar = xmlSchemaNewValidCtxt (bary_grammar_get ());
  xmlSchemaSetValidStructuredErrors (self->grammar, on_grammar_error, self);
  xmlSchemaValidateSetLocator (self->grammar, locate, self);

  self->parser = xmlCreatePushParserCtxt ((xmlSAXHandler *) &bary_reader_handlers, self, NULL, 0, NULL);
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
  self->seal = bary_seal_new ();
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
  bary_manifest_unref (self->manifest);
  g_clear_object (&self->record);
  g_clear_error (&self->failure);
  g_string_free (self->text, TRUE);
  bary_gate_free (self->gate);
  bary_seal_free (self->seal);
  bary_reader_clear_note (self);
  bary_reader_clear_edit (self);
  g_free (self->size);
  g_free (self->signature);
  g_free (self->path);
  g_free (self);
}

void
bary_reader_set_edit_visitor (BaryReader            *self,
                              const BaryEditVisitor *visitor,
                              gpointer               user_data)
{
  self->edit_visitor = visitor;
  self->edit_data = user_data;
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

  self->n_bytes += length;
  bary_seal_feed (self->seal, bytes, length);
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

  /* The gate has seen the end of the outermost element; what stops before it without a word has found no memory. */
  xmlParseChunk (self->parser, NULL, 0, TRUE);
  if (self->failure == NULL && self->place != PLACE_END)
    bary_reader_fail (self, BARY_PACKAGE_ERROR_TOO_LARGE, NULL, bary_sentence_out_of_memory ());
  if (self->failure == NULL)
    bary_reader_judge (self);

  return pass_failure (self, error);
}

gboolean
bary_reader_has_manifest (BaryReader *self)
{
  return self->manifest_read;
}

BaryManifest *
bary_reader_get_manifest (BaryReader *self)
{
  return self->manifest;
}

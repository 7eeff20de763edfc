#include "bary-floor.h"

#include "bary-grammar.h"
#include "bary-mapper.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#define CHUNK (32 * 1024)
#define MOST_FIELDS 40

typedef struct {
  sqlite3            *database;
  sqlite3_stmt       *inserts[BARY_N_KINDS];
  const BaryKindInfo *info;  /* of the present record */
  GString            *id;
  GString            *values[MOST_FIELDS];
  gboolean            filled[MOST_FIELDS];
  GString            *text;  /* of the present field */
  guint               depth;
  guint               rows;
} Floor;

static void
floor_start (void           *user_data,
             const xmlChar  *name,
             const xmlChar  *prefix,
             const xmlChar  *uri,
             int             n_namespaces,
             const xmlChar **namespaces,
             int             n_attributes,
             int             n_defaulted,
             const xmlChar **attributes)
{
  Floor *self = user_data;

  self->depth++;
  if (self->depth == 3 && n_attributes == 1)
    {
      if (self->info == NULL || strcmp (self->info->name, (const char *) name) != 0)
        {
          BaryKind kind;

          self->info = bary_kind_from_name ((const char *) name, &kind, NULL) ? bary_kind_get_info (kind) : NULL;
        }
      g_string_truncate (self->id, 0);
      g_string_append_len (self->id, (const char *) attributes[3], attributes[4] - attributes[3]);
      memset (self->filled, 0, sizeof self->filled);
    }
  else if (self->depth == 4 && self->info != NULL)
    for (guint i = 0; i < self->info->n_fields; i++)
      if (strcmp (self->info->fields[i].name, (const char *) name) == 0)
        {
          self->filled[i] = TRUE;
          self->text = self->values[i];
          g_string_truncate (self->text, 0);
          break;
        }
}

static void
floor_insert (Floor *self)
{
  sqlite3_stmt *insert = self->inserts[self->info->kind];

  sqlite3_bind_text (insert, 1, self->id->str, self->id->len, SQLITE_STATIC);
  for (guint i = 0; i < self->info->n_fields; i++)
    if (self->filled[i])
      sqlite3_bind_text (insert, i + 2, self->values[i]->str, self->values[i]->len, SQLITE_STATIC);
    else
      sqlite3_bind_null (insert, i + 2);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_reset (insert);
  self->rows++;
}

static void
floor_end (void          *user_data,
           const xmlChar *name,
           const xmlChar *prefix,
           const xmlChar *uri)
{
  Floor *self = user_data;

  if (self->depth == 3 && self->info != NULL)
    floor_insert (self);
  self->text = NULL;
  self->depth--;
}

static void
floor_text (void          *user_data,
            const xmlChar *text,
            int            length)
{
  Floor *self = user_data;

  if (self->text != NULL)
    g_string_append_len (self->text, (const char *) text, length);
}

static void
floor_prepare (Floor *self)
{
  self->id = g_string_new (NULL);
  for (guint i = 0; i < MOST_FIELDS; i++)
    self->values[i] = g_string_sized_new (256);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      const char *columns = bary_mapper_get_columns (kind);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "INSERT OR IGNORE INTO \"%s\" (%s) VALUES (?", info->name, columns);
      for (guint i = 0; i < info->n_fields; i++)
        g_string_append (sql, ", ?");
      g_string_append (sql, ")");
      g_assert_cmpint (sqlite3_prepare_v3 (self->database, sql->str, -1, SQLITE_PREPARE_PERSISTENT, &self->inserts[kind], NULL),
                       ==, SQLITE_OK);
    }
}

static void
floor_clear (Floor *self)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    sqlite3_finalize (self->inserts[kind]);
  for (guint i = 0; i < MOST_FIELDS; i++)
    g_string_free (self->values[i], TRUE);
  g_string_free (self->id, TRUE);
}

static void
floor_parse (Floor      *self,
             const char *path)
{
  xmlSAXHandler handlers = { .startElementNs = floor_start, .endElementNs = floor_end, .characters = floor_text,
                             .initialized = XML_SAX2_MAGIC };
  xmlSchemaValidCtxtPtr grammar = xmlSchemaNewValidCtxt (bary_grammar_get ());
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&handlers, self, NULL, 0, NULL);
  xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug (grammar, &parser->sax, &parser->userData);
  g_autofree char *buffer = g_malloc (CHUNK);
  FILE *file = g_fopen (path, "rb");
  gsize n;

  g_assert_nonnull (file);
  while ((n = fread (buffer, 1, CHUNK, file)) > 0)
    g_assert_cmpint (xmlParseChunk (parser, buffer, n, FALSE), ==, 0);
  g_assert_cmpint (xmlParseChunk (parser, NULL, 0, TRUE), ==, 0);
  g_assert_cmpint (xmlSchemaIsValid (grammar), ==, 1);
  fclose (file);

  xmlSchemaSAXUnplug (plug);
  xmlFreeParserCtxt (parser);
  xmlSchemaFreeValidCtxt (grammar);
}

void
bary_floor_run (BaryStore *store,
                GPtrArray *paths,
                guint      together)
{
  Floor self = { bary_database_get_handle (bary_store_get_database (store)) };

  floor_prepare (&self);
  for (guint i = 0; i < paths->len; i++)
    {
      if (i % together == 0)
        g_assert_cmpint (sqlite3_exec (self.database, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
      floor_parse (&self, paths->pdata[i]);
      if (i % together == together - 1 || i == paths->len - 1)
        g_assert_cmpint (sqlite3_exec (self.database, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
    }
  floor_clear (&self);
}

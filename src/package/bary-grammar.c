#include "bary-grammar.h"

#include "bary-package-resources.h"

#include <gio/gio.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>

#define RESOURCE "/org/barycenter/Barycenter/package/package-1.xsd"

static xmlParserInputPtr
load_nothing (const char       *url,
              const char       *id,
              xmlParserCtxtPtr  context)
{
  return NULL;
}

static xmlSchemaPtr
parse_grammar (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bary_package_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  xmlSchemaParserCtxtPtr parser;
  xmlSchemaPtr schema;

  g_assert (bytes != NULL);
  parser = xmlSchemaNewMemParserCtxt (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert (schema != NULL);
  return schema;
}

xmlSchemaPtr
bary_grammar_get (void)
{
  static xmlSchemaPtr schema;
  static gsize parsed = 0;

  if (g_once_init_enter (&parsed))
    {
      xmlInitParser ();
      xmlCatalogSetDefaults (XML_CATA_ALLOW_NONE);
      xmlSetExternalEntityLoader (load_nothing);
      schema = parse_grammar ();
      g_once_init_leave (&parsed, 1);
    }

  return schema;
}

#pragma once

#include <libxml/xmlschemas.h>

#include <glib.h>

G_BEGIN_DECLS

#define BARY_PACKAGE_NAMESPACE "urn:barycenter:package:1"
#define BARY_PACKAGE_NAMESPACE_STEM "urn:barycenter:package:"

/* The grammar of packages, data/schemas/package-1.xsd, built into the program and read once.
 * The first call also shuts libxml2's doors to files, networks and catalogs. From any thread.
 * Returns: (transfer none) */
xmlSchemaPtr bary_grammar_get (void);

G_END_DECLS

#pragma once

#include "bary-edit-source.h"

G_BEGIN_DECLS

/* The XML of edits, for the writer of packages. All append to a text. */

/* Escapes what has a meaning in XML. */
void bary_xml_append_escaped    (GString                 *out,
                                 const char              *text);

/* A line of the manifest. */
void bary_edit_append_replica   (GString                 *out,
                                 const BaryReplica       *replica);
void bary_edit_append           (GString                 *out,
                                 const BarySentEdit      *edit);
void bary_edit_append_knowledge (GString                 *out,
                                 const BarySentKnowledge *knowledge);

G_END_DECLS

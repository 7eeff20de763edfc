#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* Entries: one row per record that has a name, for sorted lists and full-text search. They are derived
 * from the records; the caller holds the transaction. */

/* @indexed: entries up to this one have their words in the index; G_MAXINT64 for all of them */
gboolean   bary_entry_write   (BaryDatabase  *database,
                               BaryRecord    *record,
                               gint64         indexed,
                               GError       **error);
gboolean   bary_entry_remove  (BaryDatabase  *database,
                               BaryRecord    *record,
                               gint64         indexed,
                               GError       **error);

/* Whether a change of a record changes its entry. */
gboolean   bary_entry_differs (BaryRecord    *before,
                               BaryRecord    *after);

/* Whether the entry of a record, or its absence, is what it should be. */
gboolean   bary_entry_agrees  (BaryDatabase  *database,
                               BaryRecord    *record,
                               gboolean      *agrees,
                               GError       **error);

/* For many new records at once: entries without their words in the index, then the words of all that
 * came after the entry `indexed`. */
gboolean   bary_entry_append  (BaryDatabase  *database,
                               BaryRecord    *record,
                               GError       **error);
gboolean   bary_entry_get_last (BaryDatabase  *database,
                                gint64        *last,
                                GError       **error);
gboolean   bary_search_append  (BaryDatabase  *database,
                                gint64         indexed,
                                GError       **error);
/* The whole index anew. */
gboolean   bary_search_rebuild (BaryDatabase  *database,
                                GError       **error);

/* Returns: (transfer full) (nullable): the FTS5 expression that finds every word of `words` by its
 * beginning; NULL if there is none in them. */
char      *bary_search_compose (const char    *words);

typedef struct {
  BaryKind  kind;
  char     *id;
  char     *title;
} BarySearchHit;

void       bary_search_hit_free (BarySearchHit *hit);

/* Returns: (transfer full) (element-type BarySearchHit) (nullable): at most `limit`, the best first;
 * where very many match, those that match by name first. */
GPtrArray *bary_search          (BaryDatabase  *database,
                                 const char    *words,
                                 guint          limit,
                                 GError       **error);

G_END_DECLS

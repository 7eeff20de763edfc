#pragma once

#include "bary-database.h"
#include "bary-record.h"

G_BEGIN_DECLS

/* What the history says of a record. */
typedef struct {
  BaryRecord *record; /* NULL: it was removed */
  gboolean    whole;  /* since it was added; otherwise only some fields are known */
  guint64     fields; /* those, a bit for each */
} BaryLogged;

/* All that could be read of a damaged file, page by page. */
typedef struct {
  GHashTable *rows;   /* id -> BaryRecord: as they stand in their tables */
  GHashTable *logged; /* id -> BaryLogged */
  GHashTable *titles; /* id -> utf8: of everything that the file knows of, in words */
} BaryRemains;

/* @helper: a sound database, which parses what the history holds; a copy of the file is made beside it for a while
 * Returns: (transfer full) (nullable): NULL with an error if the file is no database at all. */
BaryRemains *bary_remains_read (const char    *path,
                                BaryDatabase  *helper,
                                GCancellable  *cancellable,
                                GError       **error);
void         bary_remains_free (BaryRemains   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryRemains, bary_remains_free)

G_END_DECLS

#pragma once

#include "bary-history.h"

G_BEGIN_DECLS

/* What the history says of a record. */
typedef struct {
  BaryRecord *record; /* NULL: it was removed */
  gboolean    whole;  /* since it was added; otherwise only some fields are known */
  guint64     fields; /* those, a bit for each */
} BaryLogged;

/* One change as the log has it. */
typedef struct {
  BaryKind  kind;
  char     *id;
  gboolean  added;
  char     *became; /* JSON; NULL: removed */
} BaryLoggedChange;

typedef struct {
  BaryAction *action;
  GPtrArray  *changes; /* (element-type BaryLoggedChange) */
} BaryLoggedAction;

/* All that could be read of a damaged file, page by page. */
typedef struct {
  GHashTable *rows;   /* id -> BaryRecord: as they stand in their tables */
  GHashTable *logged; /* id -> BaryLogged */
  GPtrArray  *actions; /* (element-type BaryLoggedAction): those after the last one that the helper has too */
  GHashTable *titles; /* id -> utf8: of everything that the file knows of, in words */
} BaryRemains;

/* @helper: a sound database, perhaps an older copy, which parses what the history holds; a copy of the file is made beside it for a while
 * Returns: (transfer full) (nullable): NULL with an error if the file is no database at all. */
BaryRemains *bary_remains_read (const char    *path,
                                BaryDatabase  *helper,
                                GCancellable  *cancellable,
                                GError       **error);
void         bary_remains_free (BaryRemains   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryRemains, bary_remains_free)

G_END_DECLS

#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What can be had from a damaged file. Zeroed by the caller before, cleared after. */
typedef struct {
  guint      repeated; /* actions that came after the backup, done again one by one */
  guint      read;    /* records that could be read from their pages */
  guint      logged;  /* put together from the history, as their own pages are damaged */
  guint      kept;    /* of which only what is in the store already is left */
  guint      removed; /* that the store still has, and the damaged file had removed */
  guint      cleared; /* references that lead to what is missing */
  GPtrArray *missing; /* (element-type utf8): a line for each record that is known of and could not be had */
} BarySalvage;

void     bary_salvage_clear (BarySalvage   *salvage);

/* A new store with what is older than the damaged file: its last backup that is of use, or nothing.
 * @target: a new file; @backup: (nullable): another one to begin with
 * @begun_with: (out) (optional) (transfer full) (nullable): the backup that it holds
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_EXISTS where there is a file already. */
BaryStore *bary_salvage_begin (const char    *damaged,
                               const char    *target,
                               const char    *backup,
                               char         **begun_with,
                               GError       **error);

/* Brings what is left of a damaged file into a store, which holds what is older: the last backup, packages. First what was
 * done after the backup is repeated, as far as the history can be read; the rest is one action where the rules between
 * records allow it, otherwise one for each record. The damaged file stays as it is.
 * @salvage: (out caller-allocates) */
gboolean bary_salvage_into  (BaryStore     *store,
                             const char    *damaged,
                             BarySalvage   *salvage,
                             GCancellable  *cancellable,
                             GError       **error);

/* Returns: (transfer full): what became of it in lines, translated. @most: so many of what is missing are named */
char    *bary_salvage_to_words (const BarySalvage *salvage,
                                guint              most);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarySalvage, bary_salvage_clear)

G_END_DECLS

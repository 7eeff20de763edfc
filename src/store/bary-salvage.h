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

/* Brings what is left of a damaged file into a store, which holds what is older: the last backup, packages. First what was
 * done after the backup is repeated, as far as the history can be read; the rest is one action where the rules between
 * records allow it, otherwise one for each record. The damaged file stays as it is.
 * @salvage: (out caller-allocates) */
gboolean bary_salvage_into  (BaryStore     *store,
                             const char    *damaged,
                             BarySalvage   *salvage,
                             GCancellable  *cancellable,
                             GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarySalvage, bary_salvage_clear)

G_END_DECLS

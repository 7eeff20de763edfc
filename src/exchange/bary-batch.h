#pragma once

#include "bary-intake.h"

G_BEGIN_DECLS

/* Packages on their way in, one after another as bary_intake_import takes them: each is one action, taken back as one, with a
 * line of its own in the journal, and one that is refused leaves the others alone. Each is looked at by one process (see
 * bary-porter.h) while those before it come in, and several reach the disk together. */

/* What became of one of them. */
typedef struct {
  char             *path;
  BaryPackage      *package; /* (nullable): NULL if it could not be opened */
  BaryImportReport  report;
  GError           *error;   /* (nullable): NULL if it was taken in */
} BaryArrival;

void       bary_arrival_free (BaryArrival *self);

/* Told in the order of the packages, of each once it is on the disk or refused. */
typedef void (*BaryBatchFunc) (const BaryArrival *arrival,
                               gpointer           user_data);

/* Whether the error is one of the database, so that no other package would fare better. */
gboolean   bary_batch_is_fatal (const GError *error);

/* @paths: (element-type filename)
 * @name: of each action, as of bary_store_import; its subject is what the package says it is from, or else its file
 * Returns: (transfer full) (element-type BaryArrival): up to the first whose error was fatal, or the last. */
GPtrArray *bary_batch_import   (BaryStore       *store,
                                GPtrArray       *paths,
                                const char      *name,
                                BaryIntakeFlags  flags,
                                GCancellable    *cancellable,
                                BaryBatchFunc    told,
                                gpointer         user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryArrival, bary_arrival_free)

G_END_DECLS

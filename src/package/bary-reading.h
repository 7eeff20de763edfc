#pragma once

#include "bary-reader.h"

G_BEGIN_DECLS

/* Feeds the file to the reader until its end.
 * @progress: (inout): in thousandths of the file; atomic */
gboolean     bary_reading_feed       (BaryReader         *reader,
                                      const char         *path,
                                      int                *progress,
                                      GCancellable       *cancellable,
                                      GError            **error);

/* A file whose records are read in a thread of its own, some thousands ahead of who uses them. */
typedef struct _BaryReading BaryReading;

/* @path, @progress: live as long. Returns: (transfer full) */
BaryReading *bary_reading_new        (const char         *path,
                                      int                *progress,
                                      GCancellable       *cancellable);
/* Before the start, for whoever needs the manifest first. */
gboolean     bary_reading_read_front (BaryReading        *self,
                                      GError            **error);
void         bary_reading_start      (BaryReading        *self);
/* What is not wanted any more is not read to its end. */
void         bary_reading_free       (BaryReading        *self);

/* Once. When it returns, nothing more is read. */
gboolean     bary_reading_use        (BaryReading        *self,
                                      BaryRecordVisitor   visitor,
                                      gpointer            user_data,
                                      GError            **error);
/* Returns: (transfer none): after bary_reading_read_front or bary_reading_use. */
BaryReader  *bary_reading_get_reader (BaryReading        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryReading, bary_reading_free)

G_END_DECLS

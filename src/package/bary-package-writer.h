#pragma once

#include "bary-edit-source.h"
#include "bary-manifest.h"
#include "bary-record-source.h"

G_BEGIN_DECLS

/* Writes a package that a person can read, compressed when the name ends with ".gz". The file appears
 * under its name only when it is whole and on the disk; a file that was there stays until then.
 * @records: in the order of kinds; @manifest: (transfer none): gets the digest of what was written
 * Errors are BARY_PACKAGE_ERROR_IO and those of @records. */
gboolean bary_package_write (const char          *path,
                             BaryManifest        *manifest,
                             BaryRecordSource    *records,
                             GCancellable        *cancellable,
                             GError             **error);

/* The same to where it can only be poured out, such as standard output: it stays open.
 * @name: for messages */
gboolean bary_package_write_stream (GOutputStream       *stream,
                                    const char          *name,
                                    BaryManifest        *manifest,
                                    BaryRecordSource    *records,
                                    GCancellable        *cancellable,
                                    GError             **error);

/* A package of changes: the edits of @edits, and the front that announces them; @manifest becomes one of changes.
 * @path: the file, or a name for messages if there is a stream
 * @stream: (nullable): where it is poured out instead, as by bary_package_write_stream */
gboolean bary_package_write_changes (const char          *path,
                                     GOutputStream       *stream,
                                     BaryManifest        *manifest,
                                     BaryEditSource      *edits,
                                     GCancellable        *cancellable,
                                     GError             **error);

G_END_DECLS

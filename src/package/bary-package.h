#pragma once

#include "bary-edit-source.h"
#include "bary-manifest.h"
#include "bary-package-error.h"
#include "bary-porter.h"
#include "bary-record-source.h"

G_BEGIN_DECLS

/* A package file, `.xml` or `.xml.gz`, as a stream of records: memory stays the same however long the
 * file is. Each reading starts anew.
 *
 * A package belongs to one thread at a time. A reading of its records has a thread of its own, which parses, and hands the records
 * over to the thread of the package. They share the manifest (counted by an atomic number of references): the front is whole before
 * the other thread begins, and after that only that one writes, and nothing but `digest`, at the end of the file. So `digest` is looked
 * at only while no reading is under way: after the last record, or after bary_package_stop_reading. */
#define BARY_TYPE_PACKAGE (bary_package_get_type ())
G_DECLARE_FINAL_TYPE (BaryPackage, bary_package, BARY, PACKAGE, GObject)

/* Looks only whether the file can be read. Returns: (transfer full) (nullable) */
BaryPackage *bary_package_open          (const char       *path,
                                         GError          **error);
const char  *bary_package_get_path      (BaryPackage      *self);

/* Has the file read to its end by a process of its own (see bary-porter.h), once as long as it stays as it is. Whoever takes
 * in what others have made asks for it before anything else is read.
 * @porter: (nullable): NULL has one for this file alone */
gboolean     bary_package_check_apart   (BaryPackage      *self,
                                         BaryPorter       *porter,
                                         GCancellable     *cancellable,
                                         GError          **error);

/* Reads just the front, once as long as the file stays as it is. */
gboolean     bary_package_read_manifest (BaryPackage      *self,
                                         GError          **error);

/* The same, and begins the next reading of its records, so that they are there when they are asked for: a package of changes
 * has none. */
gboolean     bary_package_read_ahead    (BaryPackage      *self,
                                         GCancellable     *cancellable,
                                         GError          **error);
/* Ends that where they are wanted no more. */
void         bary_package_stop_reading  (BaryPackage      *self);

/* Once it or the whole was read; otherwise NULL. Of a package that was read to its end the signature is that of its key.
 * Returns: (transfer none) (nullable): of this reading: the next one may put another in its place, so whoever needs it longer takes a
 * reference or copies what it needs. */
const BaryManifest *bary_package_get_manifest (BaryPackage *self);

/* Whether the package, once its front was read, is one of changes: it is a BaryEditSource then, and has no records. */
gboolean     bary_package_holds_changes (BaryPackage      *self);

/* Of the manifest, as above. */
const char  *bary_package_get_created   (BaryPackage      *self);
const char  *bary_package_get_sender    (BaryPackage      *self);
const char  *bary_package_get_source    (BaryPackage      *self);
/* Returns: (transfer none) (element-type BaryPackageRemark) (nullable) */
GPtrArray   *bary_package_get_remarks   (BaryPackage      *self);

/* How much of the file the present reading has passed, from 0 to 1; from any thread. */
double       bary_package_get_progress  (BaryPackage      *self);

/* All checks that need no database: the grammar, the values, ranges, ids that stand twice. Then the digest is known too. */
gboolean     bary_package_read_through  (BaryPackage      *self,
                                         GCancellable     *cancellable,
                                         GError          **error);
/* The same of a file. */
gboolean     bary_package_validate      (const char       *path,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_END_DECLS

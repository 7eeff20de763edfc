#pragma once

#include "bary-import.h"
#include "bary-kinds.h"
#include "bary-package-writer.h"
#include "bary-package.h"
#include "bary-store-source.h"

#include <glib/gstdio.h>

/* What the tests of packages share. */

typedef struct {
  char      *folder;
  BaryStore *store;
} Fixture;

void       test_set_up          (Fixture          *fixture,
                                 gconstpointer     data);
void       test_tear_down       (Fixture          *fixture,
                                 gconstpointer     data);

/* Returns: (transfer full): a path in the fixture's folder. */
char      *test_path            (Fixture          *fixture,
                                 const char       *name);
/* Returns: (transfer full): a path in the source tree. */
char      *test_source_path     (const char       *name);

/* Returns: whether the package was imported. */
gboolean   test_import          (BaryStore        *store,
                                 const char       *path,
                                 BaryImportReport *report,
                                 GError          **error);
void       test_export          (BaryStore        *store,
                                 const char       *path);

/* Returns: (transfer full): every record with its fields, in lines; two texts are equal when the records are. */
char      *test_dump            (BaryRecordSource *source);
char      *test_dump_package    (const char       *path);
char      *test_dump_store      (BaryStore        *store);

/* Returns: (transfer full): everything in the database, the history included. */
char      *test_digest          (BaryStore        *store);

/* Returns: (transfer full) (element-type BaryRecord): one record of each kind with every field filled. */
GPtrArray *test_full_records    (void);

/* A source over records in memory; the line is the place in the array. */
BaryRecordSource *test_source_new (GPtrArray      *records);

#pragma once

#include "bary-kinds.h"
#include "bary-store.h"

/* A new database in a folder of its own, for every test of the store. */
typedef struct {
  char      *folder;
  char      *path;
  BaryStore *store;
} Fixture;

void        fixture_set_up    (Fixture       *fixture,
                               gconstpointer  data);
void        fixture_tear_down (Fixture       *fixture,
                               gconstpointer  data);

/* Another file of the folder. Returns: (transfer full) */
char       *fixture_name      (Fixture       *fixture,
                               const char    *name);

/* Closes the store if it is open and opens it again. */
void        fixture_reopen    (Fixture       *fixture);

/* Adds a record by one action: names and canonical values until NULL. Returns: (transfer full) */
BaryRecord *test_add          (BaryStore     *store,
                               BaryKind       kind,
                               ...) G_GNUC_NULL_TERMINATED;
BaryRecord *test_add_school   (BaryStore     *store,
                               const char    *name);
gboolean    test_set          (BaryStore     *store,
                               BaryRecord    *record,
                               const char    *field,
                               const char    *value,
                               GError       **error);

gint64      test_count        (BaryStore     *store,
                               BaryKind       kind);

/* One record at least of each kind, each field of some, with a history of edits and undone actions. */
void        test_fill_richly  (BaryStore     *store);

/* Returns: (transfer full): a line per value: kind, id, field, value as a C string. */
char       *test_dump         (BaryStore     *store);

/* The store's check finds nothing. */
void        test_assert_sound (BaryStore     *store);

/* Byte for byte, over what may be there. */
void        test_copy_file    (const char    *from,
                               const char    *to);

gint64      test_get_last_action (BaryStore  *store);

/* Removes a folder with all that is in it. */
void        test_remove_folder (const char   *folder);

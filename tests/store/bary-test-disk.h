#pragma once

#include <glib.h>

/* A disk that keeps no promise but one: what was waited for is there. While it records, SQLite works on real files and
 * everything it writes, waits for, makes and deletes is noted. Played up to any step and cut off there, it gives
 * the files as they may be after a power cut: of each write that was not waited for any sectors, in any order, one of
 * them torn; of each name that was not waited for, the old one or the new one. */
typedef struct _TestDisk TestDisk;

/* Begins to record one database, with its journals. */
TestDisk *test_disk_record      (const char *path);
void      test_disk_stop        (TestDisk   *self);
void      test_disk_free        (TestDisk   *self);

/* From this step on the world has been told that so many actions are done. */
void      test_disk_acknowledge (TestDisk   *self,
                                 guint       n_actions);

guint     test_disk_get_length  (TestDisk   *self);

/* Forwards only. Returns: how many actions had been told of at that step. */
guint     test_disk_play        (TestDisk   *self,
                                 guint       step);

/* Writes what may be left to another path. */
void      test_disk_cut         (TestDisk   *self,
                                 GRand      *random,
                                 const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDisk, test_disk_free)

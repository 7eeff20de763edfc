#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that appear whole or not at all: written under another name in the same folder, then published. */

/* Returns: (transfer full): where symbolic links lead; the path itself if nothing is there. */
char     *bary_file_resolve        (const char  *path);

/* Returns: (transfer full): a new name beside `path`, hidden, not in use. */
char     *bary_file_make_temporary (const char  *path,
                                    GError     **error);

/* What SQLite keeps beside a database in use, or that a killed program or a file deleted alone left;
 * an empty one, as readers leave it, says nothing. */
gboolean  bary_file_has_journal    (const char  *path);

/* Makes `temporary` safe on the disk and gives it its name. Without @replace a file that is there
 * already is refused with BARY_STORE_ERROR_EXISTS. */
gboolean  bary_file_publish        (const char  *temporary,
                                    const char  *path,
                                    gboolean     replace,
                                    GError     **error);

/* A second name for the same contents, or a copy where the file system has none; a missing file is no error. */
gboolean  bary_file_keep           (const char  *path,
                                    const char  *copy,
                                    GError     **error);

/* Both are there and are one file. */
gboolean  bary_file_is_same        (const char  *a,
                                    const char  *b);

/* Removes a database under a temporary name, with what SQLite keeps beside it. */
void      bary_file_discard        (const char  *temporary);

G_END_DECLS

#pragma once

#include "bary-marks.h"

G_BEGIN_DECLS

/* A table of marks in a CSV file: the first row names the experts, each other row is an application that begins with its
 * name; an empty cell is a mark that was not given. The delimiter is a tab, a semicolon or a comma, whichever the first
 * row uses; decimals have a point or a comma; the encoding is UTF-8, UTF-16 or Windows-1251. */
typedef struct {
  GPtrArray *applications; /* of utf8: names, as the rows stand */
  GPtrArray *experts;
  BaryMarks *marks;
} BaryMarkFile;

/* Returns: (transfer full) (nullable): NULL with BARY_CLI_ERROR_REFUSED, which names file, line, column and remedy. */
BaryMarkFile *bary_mark_file_read (const char    *path,
                                   GError       **error);
void          bary_mark_file_free (BaryMarkFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryMarkFile, bary_mark_file_free)

G_END_DECLS

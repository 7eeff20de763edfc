#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 4180: quoted where it must be; the row ends with "\n".
 * @cells: (element-type utf8): NULL is an empty cell */
void  bary_csv_append_row (GString    *text,
                           GPtrArray  *cells,
                           char        delimiter);

/* What a spreadsheet would take for a formula, that is anything that begins with = + - @, a tab or a line break, gets an
 * apostrophe before it: nothing that somebody wrote is calculated at the reader's. @cell: (nullable)
 * Returns: (transfer full) */
char *bary_csv_guard      (const char *cell);

G_END_DECLS

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest table of a page that a word processor or a browser put on the clipboard, as text for bary_csv_parse
 * with tabs between the cells: a cell's lines are joined by spaces, and a cell that spans several columns or rows stands
 * in the first of them.
 * @html: UTF-8; what is not is replaced
 * Returns: (transfer full) (nullable): NULL where there is no table */
char *bary_html_table_to_text (GBytes *html);

G_END_DECLS

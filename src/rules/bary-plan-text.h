#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plan that was written as plain text, an event on each line, as letters and pages of announcements have it:
 *
 *   13 апреля в 15.30 – городской онлайн-семинар «Ступени личностного самоопределения», лицей № 590.
 *   Дни инноваций: март – май
 *
 * Each line comes apart into name, dates and place. The dates are the longest words at its beginning, or else at its end, that
 * say a day; the place is what follows the name's closing quotation mark and a comma. Bullets and numbers of lines are left
 * out. A line without dates stays, so that it is seen. Pure. */

/* Returns: (transfer full) (nullable): a table with a row for each line, divided by tabs, with its headings; NULL if the text
 *   is a table already, or if no line of it says a day. */
char *bary_plan_text_to_table (const char *text,
                               int         school_year);

G_END_DECLS

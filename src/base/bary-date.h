#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is ISO text, "2025-09-01": it sorts by itself and needs no conversion between the
 * database, packages and widgets. A range is two days, both inclusive, either of them open (NULL). */

gboolean  bary_date_is_valid        (const char *day);

/* Reads what people type: "2025-09-01", "01.09.2025", "1.9.25". Returns: (transfer full) (nullable): ISO. */
char     *bary_date_parse           (const char *text);

/* Returns: (transfer full): today in local time. */
char     *bary_date_today           (void);

/* Returns: (transfer full): the day `days` later (earlier if negative). */
char     *bary_date_add_days        (const char *day,
                                     int         days);

/* Whole days from one to the other. */
int       bary_date_days_between    (const char *from,
                                     const char *to);

/* The school year runs from 1 September to 31 August and is named by the year it starts in. */
int       bary_school_year_of       (const char *day);
char     *bary_school_year_start    (int         year);
char     *bary_school_year_end      (int         year);

/* Returns: (transfer full): "2025/26". */
char     *bary_school_year_to_string (int        year);

/* Returns: (transfer full): for people, in the locale's words: "12 May 2025". */
char     *bary_date_to_words        (const char *day);

/* @milliseconds: since 1970. Returns: (transfer full): the day in words and the time, local: “12 May 2025, 14:03”. */
char     *bary_moment_to_words      (gint64      milliseconds);

/* Compares days with or without a time, "2025-09-01 09:30", as g_strcmp0() does; of one day, what has no time is the last, and so is
 * what has no day of all. @a, @b: (nullable) */
int       bary_moment_compare       (const char *a,
                                     const char *b);

/* Reads what people type: "9:30", "09.30", "9-30". Returns: (transfer full) (nullable): "09:30". */
char     *bary_time_parse           (const char *text);

gboolean  bary_range_is_valid       (const char *from,
                                     const char *to);
gboolean  bary_range_covers         (const char *from,
                                     const char *to,
                                     const char *day);
gboolean  bary_range_overlaps       (const char *from_a,
                                     const char *to_a,
                                     const char *from_b,
                                     const char *to_b);

G_END_DECLS

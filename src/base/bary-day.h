#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day as a number, for calculations: the Julian day of GDate (1 is 1 January of year 1), so that days later are added
 * and comparison is that of numbers. Between the database, packages and widgets a day is ISO text, see bary-date.h. */
typedef guint32 BaryDay;

#define BARY_NO_DAY 0

/* Both inclusive. */
typedef struct {
  BaryDay first, last;
} BaryDaySpan;

/* Returns: BARY_NO_DAY if there is no such day (31 April, month 13). */
BaryDay  bary_day_new           (int         year,
                                 int         month,
                                 int         dom);
void     bary_day_split         (BaryDay     day,
                                 int        *year,
                                 int        *month,
                                 int        *dom);

/* @iso: (nullable). Returns: BARY_NO_DAY if it is not a day. */
BaryDay  bary_day_from_iso      (const char *iso);
/* Returns: (transfer full) (nullable): NULL for BARY_NO_DAY. */
char    *bary_day_to_iso        (BaryDay     day);

/* 1 is Monday, 7 Sunday. */
int      bary_day_get_weekday   (BaryDay     day);
/* The Monday of its week. */
BaryDay  bary_day_get_monday    (BaryDay     day);
int      bary_day_get_year      (BaryDay     day);
int      bary_month_get_length  (int         year,
                                 int         month);

/* The n-th such weekday of a month, 1 to 5; -1 for its last. Returns: BARY_NO_DAY if the month has no fifth. */
BaryDay  bary_day_nth_weekday   (int         year,
                                 int         month,
                                 int         weekday,
                                 int         nth);

/* The school year, see bary-date.h, that a day is in, and its first and last day. */
int         bary_day_get_school_year (BaryDay day);
BaryDaySpan bary_school_year_span    (int     school_year);
/* The year that a month of a school year is in. */
int         bary_school_year_of_month (int    school_year,
                                       int    month);

gboolean bary_day_span_covers   (BaryDaySpan span,
                                 BaryDay     day);
gboolean bary_day_span_overlaps (BaryDaySpan a,
                                 BaryDaySpan b);

G_END_DECLS

#pragma once

#include "bary-day.h"

G_BEGIN_DECLS

/* The quarters (четверти) of a school year and the vacations between them: data of a centre, see BarySchoolCalendar. Where
 * it has none, the usual ones:
 *
 * - autumn vacation: nine days from the last Saturday of October; spring vacation: nine days from the last Saturday of March;
 * - winter vacation: 31 December to 8 January, and to the Sunday after if the 8th is a Thursday or later;
 * - the fourth quarter ends on 26 May; first-graders rest a week from the third Monday of February.
 *
 * These are the days that the Ministry of Education recommended for 2025/26: 25.10–02.11, 31.12–11.01, 16–22.02, 28.03–05.04. */

#define BARY_N_QUARTERS 4

typedef enum {
  BARY_VACATION_AUTUMN,
  BARY_VACATION_WINTER,
  BARY_VACATION_SPRING,
  BARY_VACATION_SUMMER,
  BARY_VACATION_FIRST_GRADE, /* in February, the first grade only */
  BARY_N_VACATIONS
} BaryVacation;

typedef struct {
  BaryDaySpan quarters[BARY_N_QUARTERS];
  BaryDaySpan vacations[BARY_N_VACATIONS];
} BarySchoolTerms;

void  bary_school_terms_init_usual  (BarySchoolTerms       *self,
                                     int                    school_year);

/* The quarter that a day is in. Returns: 1 to 4, 0 in vacations. */
int   bary_school_terms_get_quarter (const BarySchoolTerms *self,
                                     BaryDay                day);

/* The week of a quarter, Monday to Sunday, that a day is in; its first may be a short one. Returns: from 1; 0 in vacations. */
int   bary_school_terms_get_week    (const BarySchoolTerms *self,
                                     BaryDay                day);

/* The days of a week of a quarter. Returns: FALSE if the quarter has no such week. */
gboolean bary_school_terms_find_week (const BarySchoolTerms *self,
                                      int                    quarter,
                                      int                    week,
                                      BaryDaySpan           *days);

G_END_DECLS

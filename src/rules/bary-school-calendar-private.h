#pragma once

#include "bary-school-calendar.h"

G_BEGIN_DECLS

struct _BarySchoolCalendar {
  int               school_year;
  BarySchoolTerms   terms;
  BaryDaySpan       known;      /* both calendar years */
  BarySpecialDay **days;       /* one for each of `known`; NULL where nothing is special */
  GArray           *stretches;  /* of BaryCalendarStretch */
  gboolean          usual_exams; /* the exams among them are nobody's own */
};

/* Fills a calendar year: the Labour Code's holidays and the transfers of a resolution. @source: (nullable): of the transfers. */
void  bary_school_calendar_fill_year (BarySchoolCalendar *self,
                                      int                 year,
                                      const BaryTransfer *transfers,
                                      guint               n_transfers,
                                      const char         *source,
                                      BaryActState        state);

/* The resolution that is known for a year. Returns: FALSE if there is none. */
gboolean bary_resolution_find (int           year,
                               const char  **source,
                               const char  **text);

G_END_DECLS

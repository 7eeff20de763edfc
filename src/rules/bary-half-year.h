#pragma once

#include "bary-period.h"
#include "bary-plan.h"
#include "bary-school-terms.h"

G_BEGIN_DECLS

/* The report on a cluster's work, which the Красносельский programme of upbringing asks for twice a year «на основе дорожной карты»:
 * what was held with pupils, teachers and parents, the share of the district's schools that took part, results, awards. All
 * its figures come from what is written down at the events; what a person adds is text. Pure. */

#define BARY_N_AWARDS 5 /* the choices of an award, in their order: winner, laureate, prize-taker, organiser, expert */

typedef enum {
  BARY_WITH_PUPILS,
  BARY_WITH_TEACHERS,
  BARY_WITH_PARENTS,
  BARY_WITH_ALL, /* several of them, or nobody is named */
  BARY_N_AUDIENCES
} BaryAudience;

typedef struct {
  char          *id;
  char          *name;
  char          *dates;    /* as the plan has them */
  char          *audience; /* (nullable) */
  BaryDay        day;      /* it belongs to the half year of this day: when it was held, else the last one planned */
  BaryPlanState  state;
  gboolean       moved;    /* once at least */
  guint          attended; /* people; 0 if that is not known */
  char          *feedback; /* (nullable) */
  char          *outcome;  /* (nullable) */
  GArray        *schools;  /* of guint: of the report's, those that took part */
} BaryHalfYearEvent;

typedef struct {
  char  *event; /* its name */
  char  *who;
  guint  award;
} BaryHalfYearAward;

typedef struct {
  char        *cluster;      /* names */
  char        *programme, *goal, *curator; /* (nullable) */
  int          school_year;
  guint        half;         /* 1 or 2 */
  BaryDaySpan  days;
  GArray      *events;       /* of BaryHalfYearEvent, by their days */
  GArray      *awards;       /* of BaryHalfYearAward */
  GPtrArray   *schools;      /* of utf8: names of those that took part in anything */
  guint        n_district;   /* schools of the district */
  char        *feedback, *made, *difficulties, *solutions, *prospects, *thanks; /* (nullable): what a person wrote */
} BaryHalfYear;

/* The figures of the report. */
typedef struct {
  guint n_planned;   /* all events of the half year */
  guint n_held, n_moved, n_cancelled;
  guint n_attended;  /* people, at all events together */
  guint n_schools;   /* that took part in anything */
  guint n_awards[BARY_N_AWARDS];
} BaryHalfYearFigures;

/* An empty one. Returns: (transfer full) */
BaryHalfYear      *bary_half_year_new       (int                    school_year,
                                             guint                  half,
                                             const BarySchoolTerms *terms);
void               bary_half_year_free      (BaryHalfYear          *self);
/* Returns: (transfer none): an empty one, until the next is added. */
BaryHalfYearEvent *bary_half_year_add_event (BaryHalfYear          *self);

#define bary_half_year_event(self, i) (&g_array_index ((self)->events, BaryHalfYearEvent, (i)))

void               bary_half_year_count     (const BaryHalfYear    *self,
                                             BaryHalfYearFigures   *figures);
/* A part of a whole, in whole per cent; 0 of nothing. */
guint              bary_half_year_share     (guint                  part,
                                             guint                  whole);

/* The first half year ends with the second quarter. @half: 1 or 2 */
BaryDaySpan        bary_half_year_get_days  (int                    school_year,
                                             guint                  half,
                                             const BarySchoolTerms *terms);

/* For whom an event is, by the words of the plan. @words: (nullable) */
BaryAudience       bary_audience_of         (const char            *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryHalfYear, bary_half_year_free)

G_END_DECLS

#pragma once

#include "bary-day.h"
#include "bary-school-terms.h"

G_BEGIN_DECLS

/* When something takes place, as people write it in a plan: «12 мая», «22 марта, 25–29 марта», «Март – май», «Весь период»,
 * «12 мая / 19 мая», «до 20 мая 2022 года», «~к началу мая», «3-я неделя II четверти». The words are kept as they were
 * written; what they mean is beside them. Read within a school year: «сентябрь» is the one that opens it, «май» the
 * one that ends it. The words are Russian whatever the language of the window: they are the plan's text. */

typedef enum {
  BARY_PERIOD_DAY,          /* 12 мая; второй четверг сентября */
  BARY_PERIOD_DAYS,         /* 22 марта, 25–29 марта: several days, all of them meant */
  BARY_PERIOD_RANGE,        /* 25–29 марта; с 23 мая по 3 июня 2022 года */
  BARY_PERIOD_MONTH,        /* ноябрь; в ноябре 2018 года */
  BARY_PERIOD_MONTHS,       /* март – май; октябрь, декабрь; II квартал; 2019 год */
  BARY_PERIOD_TERM,         /* II четверть; 3-я неделя II четверти; I полугодие; весенние каникулы */
  BARY_PERIOD_WHOLE,        /* весь период; в течение учебного года; 1 раз в месяц */
  BARY_PERIOD_ALTERNATIVES, /* 12 мая / 19 мая: one of them, it is not decided which */
  BARY_PERIOD_UNTIL,        /* до 20 мая; к 1 сентября: its deadline is `latest` */
  BARY_PERIOD_SINCE,        /* с 1 марта */
  BARY_PERIOD_APPROXIMATE,  /* ~ 12 мая; начало мая; конец марта; первая неделя октября; весна */
  BARY_PERIOD_UNSET,        /* по графику; дата уточняется */
} BaryPeriodKind;

/* How closely the words name a day, the closest first. */
typedef enum {
  BARY_PRECISION_DAY,
  BARY_PRECISION_PART,  /* of a month: a week, ten days, a half */
  BARY_PRECISION_MONTH,
  BARY_PRECISION_TERM,  /* a quarter, a season, half a year */
  BARY_PRECISION_YEAR,
} BaryPrecision;

typedef struct {
  BaryPeriodKind  kind;
  BaryPrecision   precision; /* the vaguest of its parts' */
  char           *words;     /* as written, to the byte */
  char           *normal;    /* the same said in one way: «25–29 марта»; it parses to an equal period */
  int             school_year; /* that it was read in */
  BaryDay         earliest, latest;
  BaryDaySpan    *spans;     /* its parts in the order written; one at least, also where it is vague */
  guint           n_spans;
  int             start_minute, end_minute; /* of the day, where an hour is named («13 апреля в 15.30»); -1 if not */
} BaryPeriod;

#define BARY_PERIOD_ERROR (bary_period_error_quark ())

typedef enum {
  BARY_PERIOD_ERROR_EMPTY,
  BARY_PERIOD_ERROR_NOT_A_DATE,    /* names the word where reading stopped */
  BARY_PERIOD_ERROR_NO_SUCH_DAY,   /* 31 апреля */
  BARY_PERIOD_ERROR_BACKWARDS,     /* 29–25 марта */
  BARY_PERIOD_ERROR_WRONG_WEEKDAY, /* 12 мая (понедельник), a Thursday */
} BaryPeriodError;

GQuark    bary_period_error_quark    (void);

/* Reads what people write. In a range the beginning lies in the school year, and the end is the first such day or month after
 * it: «июль – ноябрь» of 2018/19 is July to November 2019. A part of a month is «начало» 1–10, «середина» 11–20, «конец» 21
 * to its last; the n-th week is days 7n-6 to 7n, the last week the last seven days.
 * @period: (out): to be cleared, if TRUE is returned. */
gboolean  bary_period_parse          (const char             *words,
                                      int                     school_year,
                                      BaryPeriod             *period,
                                      GError                **error);

/* The same with a centre's own quarters and vacations instead of the usual ones. */
gboolean  bary_period_parse_in_terms (const char             *words,
                                      int                     school_year,
                                      const BarySchoolTerms  *terms,
                                      BaryPeriod             *period,
                                      GError                **error);

/* A day, or a range where `last` is later, with words of its own. */
void      bary_period_init_days      (BaryPeriod             *self,
                                      BaryDay                 first,
                                      BaryDay                 last,
                                      int                     school_year);
/* Days or, if `alternatives`, one of them; with an hour unless the minutes are -1. @spans: one at least, each with its first day
 * not after its last. */
void      bary_period_init_spans     (BaryPeriod             *self,
                                      const BaryDaySpan      *spans,
                                      guint                   n_spans,
                                      gboolean                alternatives,
                                      int                     start_minute,
                                      int                     end_minute,
                                      int                     school_year);
/* Words in which no date was found, of an old file or a foreign one: kept, and a day is to be set. */
void      bary_period_init_unset     (BaryPeriod             *self,
                                      const char             *words,
                                      int                     school_year);
void      bary_period_copy           (const BaryPeriod       *self,
                                      BaryPeriod             *copy);
/* May be called on a zeroed one. */
void      bary_period_clear          (BaryPeriod             *self);

/* Equal in meaning: the words may differ. */
gboolean  bary_period_equal          (const BaryPeriod       *a,
                                      const BaryPeriod       *b);

/* Whether its days are known: a day, days or a range, each to the day. All others are vague. */
gboolean  bary_period_is_fixed       (const BaryPeriod       *self);

/* @month: 1–12. Returns: (transfer full): as plans begin a line with it: «Сентябрь». */
char     *bary_period_name_month     (int                     month);

/* Returns: (transfer full) (element-type BaryDay): every day named, ascending, each once; of alternatives those that are to the
 * day; empty if it is vague otherwise. */
GArray   *bary_period_get_days       (const BaryPeriod       *self);

/* What deadlines are counted from: the first day of a fixed one, the deadline of «до …». Returns: BARY_NO_DAY for others. */
BaryDay   bary_period_get_anchor     (const BaryPeriod       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryPeriod, bary_period_clear)

G_END_DECLS

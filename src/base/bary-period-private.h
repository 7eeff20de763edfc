#pragma once

#include "bary-period.h"

G_BEGIN_DECLS

/* The pieces that words are read from and written back by. */

typedef enum {
  BARY_TOKEN_END,
  BARY_TOKEN_NUMBER,   /* 12, 12-го, II; `ordinal` if it cannot be a count */
  BARY_TOKEN_PAIR,     /* 12.05, 15.30; `colon`: 15:30 */
  BARY_TOKEN_DATE,     /* 12.05.2022, 2022-05-12 */
  BARY_TOKEN_MONTH,
  BARY_TOKEN_WEEKDAY,
  BARY_TOKEN_ORDINAL,  /* первый … двенадцатый, последний */
  BARY_TOKEN_PART,     /* начало, середина, конец */
  BARY_TOKEN_WEEK,
  BARY_TOKEN_DECADE,
  BARY_TOKEN_HALF,
  BARY_TOKEN_QUARTER,  /* четверть */
  BARY_TOKEN_TRIMESTER, /* квартал */
  BARY_TOKEN_SEMESTER, /* полугодие */
  BARY_TOKEN_SEASON,   /* осень, осенние */
  BARY_TOKEN_VACATION,
  BARY_TOKEN_SCHOOL,   /* учебный */
  BARY_TOKEN_YEAR,     /* год, г */
  BARY_TOKEN_UNTIL,    /* до */
  BARY_TOKEN_TOWARDS,  /* к */
  BARY_TOKEN_BY,       /* по */
  BARY_TOKEN_FROM,     /* с */
  BARY_TOKEN_IN,       /* в */
  BARY_TOKEN_AND,
  BARY_TOKEN_OR,
  BARY_TOKEN_ABOUT,    /* ~, около */
  BARY_TOKEN_BEGINNING, /* начиная */
  BARY_TOKEN_NOT,
  BARY_TOKEN_LATER,    /* позднее */
  BARY_TOKEN_SOONER,   /* ранее */
  BARY_TOKEN_WITHIN,   /* (в) течение */
  BARY_TOKEN_DAYS,     /* дни */
  BARY_TOKEN_HOUR,
  BARY_TOKEN_DASH,
  BARY_TOKEN_COMMA,
  BARY_TOKEN_SLASH,
  BARY_TOKEN_OPEN,
  BARY_TOKEN_CLOSE,
  BARY_TOKEN_DOT,
  BARY_TOKEN_STRANGE,  /* any other word or sign */
} BaryTokenKind;

typedef struct {
  BaryTokenKind kind;
  int           value;    /* of a number, month, weekday, ordinal, part, season; the first of a pair or date */
  int           month;    /* the second of a pair or date */
  int           year;     /* the third of a date */
  gboolean      ordinal;
  gboolean      colon;
  gboolean      roman;
  gsize         start, length; /* in the folded words, bytes */
} BaryToken;

enum { BARY_PART_BEGINNING = 1, BARY_PART_MIDDLE, BARY_PART_END };
enum { BARY_SEASON_AUTUMN, BARY_SEASON_WINTER, BARY_SEASON_SPRING, BARY_SEASON_SUMMER };

/* Numbers that are read as years. */
#define BARY_FIRST_YEAR 1900
#define BARY_LAST_YEAR 2199

#define BARY_LAST (-1) /* «последний» */

/* Cuts folded words. Returns: (transfer full) (element-type BaryToken): ends with a BARY_TOKEN_END. */
GArray *bary_period_cut (const char *folded);

/* Whether the whole of the words is one of those that name no day: «весь период», «по графику». */
gboolean bary_period_find_phrase (const char     *folded,
                                  BaryPeriodKind *kind);

typedef enum {
  BARY_POINT_NONE,
  BARY_POINT_BARE,        /* a number waiting for its month, quarter or year: n; `part` is set if it can be no day */
  BARY_POINT_DAY,         /* n month year */
  BARY_POINT_WEEKDAY,     /* n-th weekday of month year */
  BARY_POINT_MONTH,
  BARY_POINT_PART,        /* part n of month year, or of the school year where month is 0 */
  BARY_POINT_WEEK,        /* n-th of a month */
  BARY_POINT_DECADE,
  BARY_POINT_HALF,
  BARY_POINT_QUARTER,     /* n */
  BARY_POINT_QUARTER_PART, /* part of quarter n */
  BARY_POINT_QUARTER_WEEK, /* week of quarter n */
  BARY_POINT_SEMESTER,    /* n */
  BARY_POINT_TRIMESTER,   /* n year */
  BARY_POINT_SEASON,      /* n year */
  BARY_POINT_VACATION,    /* n */
  BARY_POINT_YEAR,        /* year */
  BARY_POINT_SCHOOL_YEAR, /* year; 0 for the one that is read in */
} BaryPointKind;

typedef struct {
  BaryPointKind kind;
  int           n;
  int           part;    /* of a quarter: a part or a week */
  int           weekday; /* of a WEEKDAY; of a day: that it was said to be, 0 if not */
  int           month, year; /* 0 if not said */
} BaryPoint;

typedef enum {
  BARY_ITEM_SINGLE,
  BARY_ITEM_RANGE,
  BARY_ITEM_UNTIL,
  BARY_ITEM_SINCE,
} BaryItemKind;

/* What stands between commas or strokes. */
typedef struct {
  BaryItemKind kind;
  gboolean     about;       /* «~» */
  gboolean     inclusive;   /* of an UNTIL: «по май» has May in it, «до мая» has not; a year likewise */
  gboolean     alternative; /* a stroke or «или» stands before it */
  BaryPoint    from, to;    /* equal in a SINGLE */
  BaryDaySpan  span;        /* once settled */
  BaryPrecision precision;
} BaryItem;

typedef struct {
  GArray *items; /* of BaryItem */
  int     start_minute, end_minute;
} BaryPhrase;

typedef struct {
  const char      *folded;
  const BaryToken *next;
  BaryPhrase      *phrase;
} BaryPeriodReader;

BaryTokenKind bary_period_peek (const BaryPeriodReader *reader,
                                guint                   ahead);
/* Passes a token if it is of the kind. */
gboolean bary_period_take       (BaryPeriodReader      *reader,
                                 BaryTokenKind          kind);
gboolean bary_token_is_full_year (const BaryToken      *token);

/* Reads what one end of a range may be. */
gboolean bary_period_read_point (BaryPeriodReader      *reader,
                                 BaryPoint             *point);

/* Reads the items, not yet settled. */
gboolean bary_period_read   (const char             *folded,
                             BaryPhrase             *phrase,
                             GError                **error);

/* Lends months and years to those that lack them and finds the days. */
gboolean bary_period_settle (BaryPhrase             *phrase,
                             int                     school_year,
                             const BarySchoolTerms  *terms,
                             GError                **error);

gboolean bary_point_settle  (const BaryPoint        *point,
                             int                     school_year,
                             const BarySchoolTerms  *terms,
                             BaryDaySpan            *span,
                             GError                **error);
BaryPrecision bary_point_get_precision (const BaryPoint *point);
/* The month that it begins in, 0 for what has none. */
int      bary_point_get_month (const BaryPoint          *point);

/* Returns: (transfer full): settled items in the normal form. */
char    *bary_period_write_items (GArray           *items,
                                  int               school_year,
                                  int               start_minute,
                                  int               end_minute);

G_END_DECLS

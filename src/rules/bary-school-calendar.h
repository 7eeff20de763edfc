#pragma once

#include "bary-school-terms.h"

G_BEGIN_DECLS

/* The calendar of a school year as data: which days are off, which are an hour shorter, which Saturdays are worked, with the
 * act that says so; quarters, vacations and exam weeks. It knows both calendar years that the school year touches, so that
 * deadlines may run over its ends; beyond them it knows Saturdays and Sundays only.
 *
 * Built from article 112 of the Labour Code (ТК РФ) — 1–6 and 8 January, 7 January, 23 February, 8 March, 1 and 9 May, 12 June,
 * 4 November are off; one that falls on a weekend moves to the next working day, those of January where the government
 * says — from the government's yearly resolutions, which move days, and from article 95: the working day before a holiday is an
 * hour shorter, and a day that was exchanged is as long as the one it was exchanged for. */

typedef enum {
  BARY_DAY_ORDINARY,  /* Monday to Friday worked, Saturday and Sunday off */
  BARY_DAY_HOLIDAY,   /* of the Labour Code */
  BARY_DAY_OFF,       /* moved here */
  BARY_DAY_SHORTENED, /* worked, an hour less */
  BARY_DAY_WORKED,    /* a weekend that is worked */
} BaryDayKind;

typedef enum {
  BARY_ACT_LAW,
  BARY_ACT_DRAFT,
  BARY_ACT_FORECAST, /* as it usually is: no act has been published */
} BaryActState;

typedef struct {
  BaryDay       day;
  BaryDayKind   kind;
  gboolean      shortened; /* also of a BARY_DAY_WORKED */
  char         *name;   /* (nullable): «Новогодние каникулы» */
  char         *source; /* (nullable): «Постановление Правительства РФ от 24.09.2025 № 1466» */
  BaryActState  state;
} BarySpecialDay;

typedef enum {
  BARY_STRETCH_VACATION,
  BARY_STRETCH_FIRST_GRADE, /* vacation of the first grade only */
  BARY_STRETCH_EXAMS,
} BaryStretchKind;

typedef struct {
  BaryStretchKind  kind;
  BaryDaySpan      days;
  char            *name;
  BaryActState     state;
} BaryCalendarStretch;

typedef struct _BarySchoolCalendar BarySchoolCalendar;

/* Days moved by the government: «с субботы 3 января на пятницу 9 января». */
typedef struct {
  BaryDay from, to;
} BaryTransfer;

/* A calendar of what is built in: holidays, the resolutions for 2013–2026, the usual quarters. Returns: (transfer full) */
BarySchoolCalendar    *bary_school_calendar_new         (int                         school_year);
BarySchoolCalendar    *bary_school_calendar_ref         (BarySchoolCalendar         *self);
void                   bary_school_calendar_unref       (BarySchoolCalendar         *self);

int                    bary_school_calendar_get_school_year (const BarySchoolCalendar *self);

/* A day as a centre has it, in place of what was known. @day: copied; one of kind ORDINARY takes a day out. Days of other
 * calendar years are passed over. Before the calendar is shared. */
void                   bary_school_calendar_set_day     (BarySchoolCalendar         *self,
                                                         const BarySpecialDay      *day);
/* The transfers of a resolution in place of those known for that calendar year. */
void                   bary_school_calendar_set_transfers (BarySchoolCalendar       *self,
                                                         int                         year,
                                                         const BaryTransfer         *transfers,
                                                         guint                       n_transfers,
                                                         const char                 *source,
                                                         BaryActState                state);
void                   bary_school_calendar_set_terms   (BarySchoolCalendar         *self,
                                                         const BarySchoolTerms      *terms);
/* The first that is added takes the place of the days that exams usually have. */
void                   bary_school_calendar_add_exams   (BarySchoolCalendar         *self,
                                                         BaryDaySpan                 days,
                                                         const char                 *name,
                                                         BaryActState                state);

const BarySchoolTerms *bary_school_calendar_get_terms   (const BarySchoolCalendar   *self);

/* Returns: (nullable): what is special about a day. */
const BarySpecialDay *bary_school_calendar_get_day     (const BarySchoolCalendar   *self,
                                                         BaryDay                     day);
/* Returns: (nullable): the vacation or exams a day is in; exams before vacations. */
const BaryCalendarStretch *bary_school_calendar_get_stretch (const BarySchoolCalendar *self,
                                                         BaryDay                     day);
/* Returns: (transfer container) (element-type BarySpecialDay): the special days of both calendar years, ascending. */
GPtrArray             *bary_school_calendar_get_days    (const BarySchoolCalendar   *self);
/* Returns: (transfer none) (element-type BaryCalendarStretch): */
GArray                *bary_school_calendar_get_stretches (const BarySchoolCalendar *self);

gboolean               bary_school_calendar_is_working  (const BarySchoolCalendar   *self,
                                                         BaryDay                     day);
gboolean               bary_school_calendar_is_shortened (const BarySchoolCalendar  *self,
                                                         BaryDay                     day);
/* The working day on or before (after) a day. */
BaryDay                bary_school_calendar_roll_back   (const BarySchoolCalendar   *self,
                                                         BaryDay                     day);
BaryDay                bary_school_calendar_roll_forward (const BarySchoolCalendar  *self,
                                                         BaryDay                     day);
/* The n-th working day after a day, before it if n is negative; the day itself if n is 0. */
BaryDay                bary_school_calendar_add_working (const BarySchoolCalendar   *self,
                                                         BaryDay                     day,
                                                         int                         n);
guint                  bary_school_calendar_count_working (const BarySchoolCalendar *self,
                                                         BaryDaySpan                 days);

/* Reads what a resolution says, one transfer after another, divided by «;» or lines: «перенести выходные дни: с субботы 3 января
 * на пятницу 9 января; с воскресенья 4 января на четверг 31 декабря.» Weekdays are checked.
 * Returns: (transfer full) (nullable) (element-type BaryTransfer): NULL with an error of BARY_PERIOD_ERROR. */
GArray                *bary_transfers_parse             (const char                 *text,
                                                         int                         year,
                                                         GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySchoolCalendar, bary_school_calendar_unref)

G_END_DECLS

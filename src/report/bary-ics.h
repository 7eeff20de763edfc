#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Events as other calendars exchange them: iCalendar, RFC 5545. */

#define BARY_ICS_ERROR (bary_ics_error_quark ())

typedef enum {
  BARY_ICS_ERROR_TOO_LARGE, /* the file, a line of it, or the number of its events */
  BARY_ICS_ERROR_NOT_ICS,   /* something else, or cut off: says in which line */
  BARY_ICS_ERROR_ZONE,      /* no such time zone */
} BaryIcsError;

GQuark bary_ics_error_quark (void);

typedef enum {
  BARY_ICS_TENTATIVE,
  BARY_ICS_CONFIRMED,
  BARY_ICS_CANCELLED,
} BaryIcsStatus;

/* On a day at BARY_ICS_ALARM_HOUR by the clock of the file's zone. */
#define BARY_ICS_ALARM_HOUR 9

typedef struct {
  char *day;  /* ISO */
  char *text;
} BaryIcsAlarm;

typedef struct {
  char          *uid;         /* the same for the life of the event */
  guint          sequence;    /* grows with every change that others must know of */
  gint64         stamp;       /* of the last change, seconds since 1970 */
  BaryIcsStatus  status;
  char          *summary;
  char          *description; /* (nullable) */
  char          *location;    /* (nullable) */
  char          *category;    /* (nullable) */
  char          *link;        /* (nullable) */
  char          *words;       /* (nullable): the dates as the plan has them, where days do not say it all: X-BARY-DATES */
  char          *first, *last; /* ISO days, both inclusive */
  char          *start, *end; /* (nullable): "15:30"; only of an event of one day; `end` only with `start` */
  GArray        *alarms;      /* of BaryIcsAlarm, in order */
  guint          line;        /* where it begins in the file that was read; 0 if it was made otherwise */
} BaryIcsEvent;

typedef struct {
  char      *name; /* (nullable): of the calendar */
  char      *zone; /* in which its hours are, «Europe/Moscow» */
  GPtrArray *events;  /* of BaryIcsEvent */
  GPtrArray *remarks; /* of utf8: what was left out when it was read, and in which line; for people */
} BaryIcs;

/* Returns: (transfer full): an empty one. */
BaryIcs      *bary_ics_new         (const char     *name,
                                    const char     *zone);
void          bary_ics_free        (BaryIcs        *self);

/* Returns: (transfer full) */
BaryIcsEvent *bary_ics_event_new   (void);
void          bary_ics_event_free  (BaryIcsEvent   *self);
void          bary_ics_event_add_alarm (BaryIcsEvent *self,
                                        const char   *day,
                                        const char   *text);

/* The same calendar gives the same bytes. Hours stand in the zone with the offset of the last event, which is that of all
 * events wherever clocks are not changed, as in Russia since 26 October 2014; hours of another offset stand in UTC.
 * Returns: (transfer full) (nullable) */
GBytes       *bary_ics_write       (const BaryIcs  *self,
                                    GError        **error);

/* Reads a file of any program. An event that repeats is taken once, with a remark. Events that cannot be understood are left
 * out, with a remark each. @zone: in which hours are told. Returns: (transfer full) (nullable) */
BaryIcs      *bary_ics_read        (GBytes         *bytes,
                                    const char     *zone,
                                    GError        **error);

typedef enum {
  BARY_ICS_NEW,    /* not known yet */
  BARY_ICS_NEWER,  /* replaces what is known */
  BARY_ICS_SAME,   /* nothing to do */
  BARY_ICS_OLDER,  /* what is known has changed since: tell, and leave it */
} BaryIcsVerdict;

/* What a read event means to what is known under its uid: its sequence decides (RFC 5546, section 2.1.5).
 * @known: (nullable) */
BaryIcsVerdict bary_ics_compare    (const BaryIcsEvent *known,
                                    const BaryIcsEvent *read);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryIcs, bary_ics_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryIcsEvent, bary_ics_event_free)

G_END_DECLS

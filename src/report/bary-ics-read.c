#include "bary-ics-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#define MOST_ALARMS 20 /* of an event */
#define SECONDS_OF_DAY 86400

typedef struct {
  BaryIcs      *ics;
  GTimeZone    *zone;
  const GArray *lines;
  guint         n_events;
} Reader;

/* By the clock of the reader's zone; a day has no minute. */
typedef struct {
  gint64 seconds; /* of the clock, as if it were UTC */
  int    minute;  /* of the day; -1 for a day */
} Moment;

/* Values of another type than the property's would be taken for pointers. */
static const char *
get_text (icalproperty *property)
{
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  switch (value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE)
    {
    case ICAL_TEXT_VALUE:
      return icalvalue_get_text (value);
    case ICAL_URI_VALUE:
      return icalvalue_get_uri (value);
    case ICAL_X_VALUE:
      return icalvalue_get_x (value);
    default:
      return NULL;
    }
}

static char *
dup_text (icalcomponent     *component,
          icalproperty_kind  kind)
{
  return bary_ics_clean (get_text (icalcomponent_get_first_property (component, kind)));
}

/* libical takes a name with commas apart, and does not mark them when it writes. */
static char *
dup_category (icalcomponent *component)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_CATEGORIES_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_CATEGORIES_PROPERTY))
    {
      const char *part = get_text (property);

      if (name->len > 0)
        g_string_append (name, ", ");
      g_string_append (name, part != NULL ? part : "");
    }
  return bary_ics_clean (name->str);
}

static char *
dup_own (icalcomponent *component,
         const char    *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    {
      const char *found = icalproperty_get_x_name (property);

      if (found != NULL && g_ascii_strcasecmp (found, name) == 0)
        return bary_ics_clean (get_text (property));
    }
  return NULL;
}

static int
get_integer (icalcomponent     *component,
             icalproperty_kind  kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  return value != NULL && icalvalue_isa (value) == ICAL_INTEGER_VALUE ? icalvalue_get_integer (value) : 0;
}

static BaryIcsStatus
get_status (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_STATUS_PROPERTY);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL || icalvalue_isa (value) != ICAL_STATUS_VALUE)
    return BARY_ICS_CONFIRMED;
  switch (icalvalue_get_status (value))
    {
    case ICAL_STATUS_TENTATIVE:
      return BARY_ICS_TENTATIVE;
    case ICAL_STATUS_CANCELLED:
      return BARY_ICS_CANCELLED;
    default:
      return BARY_ICS_CONFIRMED;
    }
}

/* The clock's time as if it were UTC. Returns: FALSE for no time of our days. */
static gboolean
to_seconds (struct icaltimetype  time,
            gint64              *seconds)
{
  g_autoptr (GDateTime) moment = NULL;

  if (time.year < 1900 || time.year > 2999)
    return FALSE;
  moment = g_date_time_new_utc (time.year, time.month, time.day, time.is_date ? 0 : time.hour, time.is_date ? 0 : time.minute, 0);
  if (moment == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (moment);
  return TRUE;
}

static gint64
move_to_zone (gint64     seconds,
              GTimeZone *from,
              GTimeZone *to)
{
  int interval = g_time_zone_find_interval (from, G_TIME_TYPE_STANDARD, seconds);
  gint64 utc = seconds - (interval >= 0 ? g_time_zone_get_offset (from, interval) : 0);

  interval = g_time_zone_find_interval (to, G_TIME_TYPE_UNIVERSAL, utc);
  return utc + (interval >= 0 ? g_time_zone_get_offset (to, interval) : 0);
}

/* @name: (nullable): of a zone; hours of none, or of one that nobody knows, are those of the reader's. */
static gboolean
read_time (const Reader         *self,
           struct icaltimetype   time,
           const char           *name,
           Moment               *moment)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) named = name != NULL && !time.is_date ? g_time_zone_new_identifier (name) : NULL;

  if (!to_seconds (time, &moment->seconds))
    return FALSE;
  if (!time.is_date && (icaltime_is_utc (time) || named != NULL))
    moment->seconds = move_to_zone (moment->seconds, icaltime_is_utc (time) ? utc : named, self->zone);
  moment->minute = time.is_date ? -1 : (int) (moment->seconds % SECONDS_OF_DAY + SECONDS_OF_DAY) % SECONDS_OF_DAY / 60;
  return TRUE;
}

static gboolean
read_moment (const Reader *self,
             icalproperty *property,
             Moment       *moment)
{
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  icalvalue_kind kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;
  icalparameter *zone = property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;

  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE)
    return FALSE;
  return read_time (self, kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value),
                    zone != NULL ? icalparameter_get_tzid (zone) : NULL, moment);
}

static gboolean
read_duration (icalproperty *property,
               gint64       *seconds)
{
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL || icalvalue_isa (value) != ICAL_DURATION_VALUE)
    return FALSE;
  *seconds = icaldurationtype_as_int (icalvalue_get_duration (value));
  return TRUE;
}

static char *
dup_day (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : NULL;
}

static char *
dup_clock (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/* Where the event ends: by DTEND, which is the first day after it, or by DURATION, or else at once. */
static gint64
find_end (const Reader  *self,
          icalcomponent *component,
          const Moment  *start)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  Moment end;
  gint64 seconds;

  if (read_moment (self, property, &end))
    return end.minute < 0 ? end.seconds - SECONDS_OF_DAY : end.seconds;
  if (read_duration (icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY), &seconds))
    return start->seconds + (start->minute < 0 ? seconds - SECONDS_OF_DAY : seconds);
  return start->seconds;
}

static gboolean
read_dates (const Reader  *self,
            icalcomponent *component,
            BaryIcsEvent  *event,
            Moment        *start)
{
  gint64 end;

  if (!read_moment (self, icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY), start))
    return FALSE;

  end = MAX (find_end (self, component, start), start->seconds);
  event->first = dup_day (start->seconds);
  event->last = dup_day (end);
  if (event->last == NULL)
    return FALSE;
  if (start->minute >= 0 && g_str_equal (event->first, event->last))
    {
      event->start = dup_clock (start->minute);
      if (end > start->seconds)
        event->end = dup_clock ((int) (end % SECONDS_OF_DAY + SECONDS_OF_DAY) % SECONDS_OF_DAY / 60);
    }
  return TRUE;
}

static void
read_alarm (const Reader  *self,
            icalcomponent *component,
            const Moment  *start,
            BaryIcsEvent  *event)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_TRIGGER_PROPERTY);
  g_autofree char *text = dup_text (component, ICAL_DESCRIPTION_PROPERTY);
  g_autofree char *day = NULL;
  Moment moment;
  gint64 seconds;

  if (read_duration (property, &seconds))
    day = dup_day (start->seconds + seconds);
  else if (read_moment (self, property, &moment))
    day = dup_day (moment.seconds);
  if (day != NULL)
    bary_ics_event_add_alarm (event, day, text);
}

static void
read_alarms (const Reader  *self,
             icalcomponent *component,
             const Moment  *start,
             BaryIcsEvent  *event)
{
  for (icalcomponent *alarm = icalcomponent_get_first_component (component, ICAL_VALARM_COMPONENT);
       alarm != NULL && event->alarms->len < MOST_ALARMS;
       alarm = icalcomponent_get_next_component (component, ICAL_VALARM_COMPONENT))
    read_alarm (self, alarm, start, event);
}

static gint64
get_stamp (const Reader  *self,
           icalcomponent *component)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTAMP_PROPERTY);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  struct icaltimetype time;
  gint64 seconds;

  if (value == NULL || icalvalue_isa (value) != ICAL_DATETIME_VALUE)
    return 0;
  time = icalvalue_get_datetime (value);
  return to_seconds (time, &seconds) ? seconds + CLAMP (time.second, 0, 59) : 0;
}

static gboolean
repeats (icalcomponent *component)
{
  return icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY) != NULL ||
         icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY) != NULL;
}

static void
read_texts (icalcomponent *component,
            BaryIcsEvent  *event)
{
  event->summary = dup_text (component, ICAL_SUMMARY_PROPERTY);
  event->description = dup_text (component, ICAL_DESCRIPTION_PROPERTY);
  event->location = dup_text (component, ICAL_LOCATION_PROPERTY);
  event->category = dup_category (component);
  event->link = dup_text (component, ICAL_URL_PROPERTY);
  event->words = dup_own (component, "X-BARY-DATES");
}

static void
read_event (Reader        *self,
            icalcomponent *component)
{
  guint line = self->n_events < self->lines->len ? g_array_index (self->lines, guint, self->n_events) : 0;
  g_autoptr (BaryIcsEvent) event = bary_ics_event_new ();
  Moment start;

  self->n_events++;
  event->line = line;
  event->uid = dup_text (component, ICAL_UID_PROPERTY);
  event->sequence = (guint) MAX (get_integer (component, ICAL_SEQUENCE_PROPERTY), 0);
  event->status = get_status (component);
  event->stamp = get_stamp (self, component);
  read_texts (component, event);
  if (event->uid == NULL)
    bary_ics_add_remark (self->ics, line, _("the event has no UID and cannot be found again; it was left out"));
  else if (event->summary == NULL)
    bary_ics_add_remark (self->ics, line, _("the event has no name; it was left out"));
  else if (icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY) != NULL)
    bary_ics_add_remark (self->ics, line, _("one time of an event that repeats; it was left out"));
  else if (!read_dates (self, component, event, &start))
    bary_ics_add_remark (self->ics, line, _("the event has no date that can be read; it was left out"));
  else
    {
      if (repeats (component))
        bary_ics_add_remark (self->ics, line, _("the event repeats; only its first time was taken: add the others by hand"));
      read_alarms (self, component, &start, event);
      g_ptr_array_add (self->ics->events, g_steal_pointer (&event));
    }
}

static void
read_calendar (Reader        *self,
               icalcomponent *calendar)
{
  if (self->ics->name == NULL)
    self->ics->name = dup_own (calendar, "X-WR-CALNAME");
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    read_event (self, event);
}

static void
read_all (Reader     *self,
          const char *text)
{
  icalcomponent *root = icalcomponent_new_from_string (text);

  if (root == NULL)
    return;
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    read_calendar (self, root);
  for (icalcomponent *calendar = icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT); calendar != NULL;
       calendar = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
    read_calendar (self, calendar);
  icalcomponent_free (root);
  icalmemory_free_ring ();
}

BaryIcs *
bary_ics_read (GBytes      *bytes,
               const char  *zone,
               GError     **error)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier (zone);
  g_autoptr (GArray) lines = NULL;
  g_autofree char *text = bary_ics_scan (bytes, &lines, error);
  Reader reader = { NULL, local, lines };

  if (text == NULL)
    return NULL;
  g_return_val_if_fail (local != NULL, NULL);

  reader.ics = bary_ics_new (NULL, zone);
  icalerror_set_errors_are_fatal (FALSE);
  read_all (&reader, text);
  return reader.ics;
}

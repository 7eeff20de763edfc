#include "bary-ics-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <stdio.h>

#define PRODUCT "-//Barycenter//Barycenter//RU"

typedef struct {
  const BaryIcs *ics;
  GTimeZone     *zone;
  gint64         offset; /* seconds east of Greenwich, that the zone is written with */
  char          *abbreviation; /* (nullable): NULL if no event has hours */
} Writer;

static void
add (icalcomponent *component,
     icalproperty  *property)
{
  icalcomponent_add_property (component, property);
}

static void
add_text (icalcomponent     *component,
          icalproperty_kind  kind,
          const char        *text)
{
  g_autofree char *clean = bary_ics_clean (text);
  icalproperty *property;

  if (clean == NULL)
    return;
  property = icalproperty_new (kind);
  icalproperty_set_value (property, kind == ICAL_URL_PROPERTY ? icalvalue_new_uri (clean) : icalvalue_new_text (clean));
  add (component, property);
}

/* libical writes the commas of a name as they are, which makes several of it: they are put together when it is read. */
static void
add_category (icalcomponent *component,
              const char    *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", ",", -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = bary_ics_clean (parts[i]);

      if (part != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", part);
    }
  add_text (component, ICAL_CATEGORIES_PROPERTY, list->str);
}

static void
add_own (icalcomponent *component,
         const char    *name,
         const char    *text)
{
  g_autofree char *clean = bary_ics_clean (text);
  icalproperty *property;

  if (clean == NULL)
    return;
  property = icalproperty_new_x (clean);
  icalproperty_set_x_name (property, name);
  add (component, property);
}

static struct icaltimetype
make_utc (gint64 seconds)
{
  return icaltime_from_timet_with_zone ((time_t) seconds, FALSE, icaltimezone_get_utc_timezone ());
}

static struct icaltimetype
make_day (const char *day,
          int         later)
{
  struct icaltimetype time = { .is_date = 1 };

  sscanf (day, "%d-%d-%d", &time.year, &time.month, &time.day);
  icaltime_adjust (&time, later, 0, 0, 0);
  return time;
}

static gboolean
split_clock (const char *clock,
             int        *hour,
             int        *minute)
{
  return clock != NULL && sscanf (clock, "%d:%d", hour, minute) == 2;
}

/* The offset of the zone at an event's hour. */
static GDateTime *
get_local (const Writer *self,
           const char   *day,
           const char   *clock)
{
  g_autoptr (GDateTime) utc = NULL;
  int hour, minute;

  if (!split_clock (clock, &hour, &minute))
    return NULL;
  utc = g_date_time_new_from_unix_utc (bary_ics_to_unix (self->zone, day, hour, minute));
  return g_date_time_to_timezone (utc, self->zone);
}

static void
add_hour (const Writer      *self,
          icalcomponent     *component,
          icalproperty_kind  kind,
          const char        *day,
          const char        *clock)
{
  struct icaltimetype time = make_day (day, 0);
  g_autoptr (GDateTime) local = get_local (self, day, clock);
  icalproperty *property = icalproperty_new (kind);

  if (g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND != self->offset)
    time = make_utc (g_date_time_to_unix (local));
  else
    {
      time.is_date = 0;
      split_clock (clock, &time.hour, &time.minute);
    }
  icalproperty_set_value (property, icalvalue_new_datetime (time));
  if (!icaltime_is_utc (time))
    icalproperty_add_parameter (property, icalparameter_new_tzid (self->ics->zone));
  add (component, property);
}

static void
add_dates (const Writer       *self,
           icalcomponent      *component,
           const BaryIcsEvent *event)
{
  if (event->start == NULL)
    {
      add (component, icalproperty_new_dtstart (make_day (event->first, 0)));
      add (component, icalproperty_new_dtend (make_day (event->last, 1)));
      return;
    }
  add_hour (self, component, ICAL_DTSTART_PROPERTY, event->first, event->start);
  if (event->end != NULL)
    add_hour (self, component, ICAL_DTEND_PROPERTY, event->first, event->end);
}

static icalcomponent *
make_alarm (const Writer       *self,
            const BaryIcsAlarm *alarm)
{
  icalcomponent *component = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = icaltriggertype_from_int (0);
  icalproperty *property;

  trigger.time = make_utc (bary_ics_to_unix (self->zone, alarm->day, BARY_ICS_ALARM_HOUR, 0));
  property = icalproperty_new_trigger (trigger);
  add (component, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  add_text (component, ICAL_DESCRIPTION_PROPERTY, alarm->text);
  add (component, property);
  return component;
}

static icalcomponent *
make_event (const Writer       *self,
            const BaryIcsEvent *event)
{
  static const icalproperty_status statuses[] = { ICAL_STATUS_TENTATIVE, ICAL_STATUS_CONFIRMED, ICAL_STATUS_CANCELLED };
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  add_text (component, ICAL_UID_PROPERTY, event->uid);
  add (component, icalproperty_new_dtstamp (make_utc (event->stamp)));
  add (component, icalproperty_new_lastmodified (make_utc (event->stamp)));
  add (component, icalproperty_new_sequence ((int) event->sequence));
  add (component, icalproperty_new_status (statuses[event->status]));
  add_dates (self, component, event);
  add_own (component, "X-BARY-DATES", event->words);
  add_text (component, ICAL_SUMMARY_PROPERTY, event->summary);
  add_text (component, ICAL_LOCATION_PROPERTY, event->location);
  add_category (component, event->category);
  add_text (component, ICAL_URL_PROPERTY, event->link);
  add_text (component, ICAL_DESCRIPTION_PROPERTY, event->description);
  /* What has no day yet, or takes weeks, does not make anybody busy. */
  if (event->start == NULL)
    add (component, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  for (guint i = 0; i < event->alarms->len; i++)
    icalcomponent_add_component (component, make_alarm (self, &g_array_index (event->alarms, BaryIcsAlarm, i)));
  return component;
}

static icalcomponent *
make_zone (const Writer *self)
{
  icalcomponent *zone = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  icalcomponent *standard = icalcomponent_new (ICAL_XSTANDARD_COMPONENT);
  struct icaltimetype since = make_day ("1970-01-01", 0);

  since.is_date = 0;
  add_text (zone, ICAL_TZID_PROPERTY, self->ics->zone);
  add (standard, icalproperty_new_dtstart (since));
  add (standard, icalproperty_new_tzoffsetfrom ((int) self->offset));
  add (standard, icalproperty_new_tzoffsetto ((int) self->offset));
  add_text (standard, ICAL_TZNAME_PROPERTY, self->abbreviation);
  icalcomponent_add_component (zone, standard);
  return zone;
}

static void
find_offset (Writer *self)
{
  const BaryIcsEvent *last = NULL;
  g_autoptr (GDateTime) local = NULL;

  for (guint i = 0; i < self->ics->events->len; i++)
    {
      const BaryIcsEvent *event = self->ics->events->pdata[i];

      if (event->start != NULL && (last == NULL || g_strcmp0 (event->first, last->first) > 0))
        last = event;
    }
  local = last != NULL ? get_local (self, last->first, last->start) : NULL;
  if (local == NULL)
    return;
  self->offset = g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND;
  self->abbreviation = g_strdup (g_date_time_get_timezone_abbreviation (local));
}

static icalcomponent *
make_calendar (Writer *self)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

  add (calendar, icalproperty_new_prodid (PRODUCT));
  add (calendar, icalproperty_new_version ("2.0"));
  add (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_own (calendar, "X-WR-CALNAME", self->ics->name);
  add_own (calendar, "X-WR-TIMEZONE", self->ics->zone);
  if (self->abbreviation != NULL)
    icalcomponent_add_component (calendar, make_zone (self));
  for (guint i = 0; i < self->ics->events->len; i++)
    icalcomponent_add_component (calendar, make_event (self, self->ics->events->pdata[i]));
  return calendar;
}

GBytes *
bary_ics_write (const BaryIcs  *self,
                GError        **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (self->zone);
  Writer writer = { self, zone };
  icalcomponent *calendar;
  char *text;
  GBytes *bytes;

  if (zone == NULL)
    {
      g_set_error (error, BARY_ICS_ERROR, BARY_ICS_ERROR_ZONE,
                   _("There is no time zone “%s”: write it as Europe/Moscow or Asia/Krasnoyarsk"), self->zone);
      return NULL;
    }

  find_offset (&writer);
  calendar = make_calendar (&writer);
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  g_free (writer.abbreviation);
  return bytes;
}

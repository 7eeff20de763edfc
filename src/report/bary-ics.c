#include "bary-ics-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (bary-ics-error-quark, bary_ics_error)

static void
clear_alarm (BaryIcsAlarm *alarm)
{
  g_free (alarm->day);
  g_free (alarm->text);
}

BaryIcsEvent *
bary_ics_event_new (void)
{
  BaryIcsEvent *self = g_new0 (BaryIcsEvent, 1);

  self->alarms = g_array_new (FALSE, FALSE, sizeof (BaryIcsAlarm));
  g_array_set_clear_func (self->alarms, (GDestroyNotify) clear_alarm);
  return self;
}

void
bary_ics_event_free (BaryIcsEvent *self)
{
  char *texts[] = {
    self->uid, self->summary, self->description, self->location, self->category, self->link, self->words, self->first,
    self->last, self->start, self->end,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_array_unref (self->alarms);
  g_free (self);
}

void
bary_ics_event_add_alarm (BaryIcsEvent *self,
                          const char   *day,
                          const char   *text)
{
  BaryIcsAlarm alarm = { g_strdup (day), g_strdup (text) };

  g_array_append_val (self->alarms, alarm);
}

BaryIcs *
bary_ics_new (const char *name,
              const char *zone)
{
  BaryIcs *self = g_new0 (BaryIcs, 1);

  self->name = g_strdup (name);
  self->zone = g_strdup (zone);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_ics_event_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bary_ics_free (BaryIcs *self)
{
  g_free (self->name);
  g_free (self->zone);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

void
bary_ics_add_remark (BaryIcs    *self,
                     guint       line,
                     const char *message)
{
  /* Translators: 1: a line of a file, 2: what is wrong there */
  g_ptr_array_add (self->remarks, g_strdup_printf (_("Line %1$u: %2$s"), line, message));
}

char *
bary_ics_clean (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t')
        g_string_append_c (clean, ' ');
      else if (c == '\n' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }
  g_strstrip (clean->str);
  if (*clean->str == '\0')
    return g_string_free (clean, TRUE);
  return g_string_free (clean, FALSE);
}

gint64
bary_ics_to_unix (GTimeZone  *zone,
                  const char *day,
                  int         hour,
                  int         minute)
{
  g_autoptr (GDate) date = g_date_new ();
  g_autoptr (GDateTime) moment = NULL;

  g_date_set_parse (date, day);
  if (!g_date_valid (date))
    return 0;
  moment = g_date_time_new (zone, g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), hour, minute, 0);
  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

BaryIcsVerdict
bary_ics_compare (const BaryIcsEvent *known,
                  const BaryIcsEvent *read)
{
  if (known == NULL)
    return BARY_ICS_NEW;
  if (read->sequence != known->sequence)
    return read->sequence > known->sequence ? BARY_ICS_NEWER : BARY_ICS_OLDER;
  return BARY_ICS_SAME;
}

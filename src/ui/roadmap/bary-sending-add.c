#include "bary-sending-add.h"

#include "bary-date.h"
#include "bary-obligations.h"

/* The duties stand in the order of the field's choices. */
static gboolean
announces (const char *duty)
{
  const BaryField *duties = bary_kind_find_field (BARY_KIND_SENDING, "duty", NULL);

  for (guint i = 0; i <= BARY_DUTY_EVE; i++)
    if (g_str_equal (duties->choices[i].word, duty))
      return TRUE;
  return FALSE;
}

void
bary_sending_add (BaryChanges    *changes,
                  const BarySent *sent)
{
  g_autoptr (BaryRecord) sending = bary_record_new (BARY_KIND_SENDING, NULL);
  g_autofree char *today = bary_date_today ();
  g_autofree char *ordinal = sent->ordinal > 0 ? g_strdup_printf ("%u", sent->ordinal) : NULL;
  const char *event = sent->event != NULL ? bary_record_get_id (BARY_RECORD (sent->event)) : NULL;

  bary_record_set_all (sending, "event", event, "roadmap", event == NULL ? sent->roadmap : NULL, "duty", sent->duty,
                       "ordinal", ordinal, "sent_on", today, "channel", sent->channel, "link", sent->link, NULL);
  bary_changes_add (changes, sending);
  if (event != NULL && announces (sent->duty) && g_strcmp0 (sent->event->state, "planned") == 0)
    bary_changes_set (changes, BARY_RECORD (sent->event), "state", "announced");
}

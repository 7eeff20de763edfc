#include "bary-card-history.h"

#include "bary-config.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

/* Older actions are still in the log and in “barycenterctl history”. */
#define MOST_ACTIONS 50
#define LONGEST_VALUE 120

struct _BaryCardHistory {
  AdwExpanderRow parent_instance;

  BaryStore     *store;
  BaryRecord    *record;
  gboolean       filled;
};

G_DEFINE_FINAL_TYPE (BaryCardHistory, bary_card_history, ADW_TYPE_EXPANDER_ROW)

static char *
shorten (char *words)
{
  g_autofree char *owned = words;
  g_autofree char *head = NULL;

  if (*owned == '\0')
    return g_strdup ("—");
  if (g_utf8_strlen (owned, -1) <= LONGEST_VALUE)
    return g_steal_pointer (&owned);

  head = g_utf8_substring (owned, 0, LONGEST_VALUE);
  return g_strconcat (head, "…", NULL);
}

static char *
describe_change (BaryCardHistory *self,
                 const BaryTrace *trace)
{
  g_autofree char *was = shorten (bary_store_value_to_words (self->store, trace->field, trace->was));
  g_autofree char *became = shorten (bary_store_value_to_words (self->store, trace->field, trace->became));

  /* Translators: 1: a field, 2: what it was, 3: what it became */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), bary_field_get_label (trace->field), was, became);
}

static char *
describe_moment (const BaryAction *action)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (bary_stamp_get_ms (action->stamp) / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  /* Translators: a day and a time in g_date_time_format() notation */
  g_autofree char *moment = g_date_time_format (local, _("%-d %B %Y, %H:%M"));

  return g_strdup_printf ("%s · %s", moment, action->author);
}

static void
append_action (BaryCardHistory  *self,
               const BaryAction *action,
               const GString    *lines)
{
  g_autofree char *words = bary_action_to_words (action);
  g_autofree char *moment = describe_moment (action);
  g_autofree char *subtitle = g_strconcat (moment, lines->str, NULL);
  GtkWidget *row = bary_rows_make (words, subtitle);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* The traces come newest first, those of one action together. */
static void
fill (BaryCardHistory *self)
{
  g_autoptr (GPtrArray) traces = bary_store_trace (self->store, bary_record_get_kind (self->record),
                                                   bary_record_get_id (self->record), NULL);
  guint actions = 0;

  for (guint i = 0; traces != NULL && i < traces->len && actions < MOST_ACTIONS; actions++)
    {
      const BaryTrace *first = traces->pdata[i];
      g_autoptr (GString) lines = g_string_new (NULL);

      for (; i < traces->len; i++)
        {
          const BaryTrace *trace = traces->pdata[i];
          g_autofree char *line = NULL;

          if (trace->action->id != first->action->id)
            break;
          if (trace->operation != BARY_CHANGE_SET || trace->field == NULL)
            continue;
          line = describe_change (self, trace);
          g_string_append_printf (lines, "\n%s", line);
        }
      append_action (self, first->action, lines);
    }
}

static void
expanded_cb (BaryCardHistory *self)
{
  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->filled = TRUE;
  fill (self);
}

static void
bary_card_history_dispose (GObject *object)
{
  BaryCardHistory *self = BARY_CARD_HISTORY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (bary_card_history_parent_class)->dispose (object);
}

static void
bary_card_history_class_init (BaryCardHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_card_history_dispose;
}

static void
bary_card_history_init (BaryCardHistory *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("History"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

GtkWidget *
bary_card_history_new (BaryStore  *store,
                       BaryRecord *record)
{
  BaryCardHistory *self = g_object_new (BARY_TYPE_CARD_HISTORY, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  return GTK_WIDGET (self);
}

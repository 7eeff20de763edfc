#include "bary-store.h"

#include "bary-config.h"
#include "bary-history-undo.h"

#include <glib/gi18n-lib.h>

#define A_DAY_MS (24 * 60 * 60 * 1000)

static char *
action_name (BaryAction *action)
{
  g_autoptr (BaryAction) owned = action;

  return owned != NULL ? bary_action_to_words (owned) : NULL;
}

char *
bary_store_dup_undo_name (BaryStore *self)
{
  return action_name (bary_history_peek_undo (bary_store_get_database (self), NULL));
}

char *
bary_store_dup_redo_name (BaryStore *self)
{
  return action_name (bary_history_peek_redo (bary_store_get_database (self), NULL));
}

GPtrArray *
bary_store_list_actions (BaryStore   *self,
                         const char  *id,
                         guint        limit,
                         GError     **error)
{
  return bary_history_list (bary_store_get_database (self), id, limit, error);
}

GPtrArray *
bary_store_trace (BaryStore   *self,
                  BaryKind     kind,
                  const char  *id,
                  GError     **error)
{
  return bary_history_trace (bary_store_get_database (self), kind, id, error);
}

char *
bary_store_dup_clock_warning (BaryStore *self)
{
  gint64 action, days;
  BaryStamp stamp;

  if (!bary_history_get_last (bary_store_get_database (self), &action, &stamp, NULL))
    return NULL;

  days = bary_stamp_get_lag (stamp, g_get_real_time () / 1000) / A_DAY_MS;
  if (days <= 0)
    return NULL;

  return g_strdup_printf (ngettext ("The computer's clock is %d day behind the last change: set the date right",
                                    "The computer's clock is %d days behind the last change: set the date right", days),
                          (int) days);
}

#include "bary-answer.h"

#include "bary-config.h"
#include "bary-parcels.h"

#include <glib/gi18n-lib.h>

static gboolean
went_to (const BaryParcel   *sent,
         const BaryManifest *manifest,
         const BarySender   *sender)
{
  return sent->peer_id == NULL || g_strcmp0 (sent->peer_id, manifest->sender_id) == 0 ||
         g_strcmp0 (sent->peer_id, manifest->centre) == 0 || (sender != NULL && g_strcmp0 (sent->peer_id, sender->id) == 0);
}

gboolean
bary_answer_check (BaryStore           *store,
                   const BaryManifest  *manifest,
                   const BarySender    *sender,
                   char               **reason,
                   GError             **error)
{
  g_autoptr (BaryParcel) sent = NULL;
  GError *failure = NULL;

  *reason = NULL;
  if (manifest->answer == NULL)
    return TRUE;

  sent = bary_store_find_parcel (store, manifest->answer->package, BARY_PARCEL_ANY_KEY, TRUE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (sent == NULL)
    *reason = g_strdup (_("it is a receipt for a package that this database has not sent: pass the file on to who sent it"));
  else if (!went_to (sent, manifest, sender))
    /* Translators: 1 and 2: names */
    *reason = g_strdup_printf (_("the package went to “%1$s”, and “%2$s” says that it came: ask “%1$s” for the receipt"), sent->peer,
                               manifest->sender);
  return TRUE;
}

gboolean
bary_answer_take (BaryStore           *store,
                  const BaryManifest  *manifest,
                  GError             **error)
{
  const BaryPackageAnswer *answer = manifest->answer;

  return answer == NULL || bary_store_answer_parcel (store, answer->package, answer->outcome, answer->moment, error);
}

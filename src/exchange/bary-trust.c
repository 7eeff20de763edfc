#include "bary-trust.h"

#include "bary-config.h"
#include "bary-identity.h"

#include <glib/gi18n-lib.h>

static const char *const words[] = { "own", "confirmed", "unknown", "changed", "unsigned" };

const char *
bary_trust_to_word (BaryTrust trust)
{
  return words[trust];
}

static gboolean
is_vouched_for (const BaryManifest *manifest,
                const BarySender   *before)
{
  return g_strcmp0 (manifest->former_key, before->key) == 0 &&
         bary_key_verify_text (before->key, manifest->key, manifest->voucher);
}

static BaryTrust
judge_unknown (BaryStore           *store,
               const BaryManifest  *manifest,
               BarySender         **sender,
               GError             **failure)
{
  g_autoptr (BarySender) before =
    manifest->sender_id != NULL ? bary_store_find_sender_by_id (store, manifest->sender_id, failure) : NULL;

  if (before == NULL)
    return BARY_TRUST_UNKNOWN;
  if (!is_vouched_for (manifest, before))
    return BARY_TRUST_CHANGED;

  if (!bary_store_is_read_only (store))
    bary_store_confirm_sender (store, manifest->key, before->id, manifest->sender, before->role, before->record,
                               BARY_SENDER_BY_VOUCHER, failure);
  *sender = g_steal_pointer (&before);
  return BARY_TRUST_CONFIRMED;
}

/* A database that was restored has another id and the same key; an id that belongs to somebody else proves nothing. */
static gboolean
judge_known (BaryStore           *store,
             const BaryManifest  *manifest,
             const BarySender    *sender,
             BaryTrust           *trust,
             GError             **error)
{
  GError *failure = NULL;
  g_autoptr (BarySender) namesake =
    manifest->sender_id != NULL && g_strcmp0 (sender->id, manifest->sender_id) != 0
      ? bary_store_find_sender_by_id (store, manifest->sender_id, &failure) : NULL;

  *trust = namesake == NULL && manifest->sender_id != NULL ? BARY_TRUST_CONFIRMED : BARY_TRUST_CHANGED;
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
is_own (BaryStore          *store,
        const BaryManifest *manifest)
{
  g_autofree char *replica = bary_store_dup_meta (store, BARY_META_REPLICA);
  g_autofree char *own = NULL;

  if (manifest->sender_id == NULL || g_strcmp0 (manifest->sender_id, replica) != 0)
    return FALSE;

  own = bary_identity_peek (store);
  return own != NULL && g_strcmp0 (own, manifest->key) == 0;
}

gboolean
bary_trust_judge (BaryStore           *store,
                  const BaryManifest  *manifest,
                  BaryTrust           *trust,
                  BarySender         **sender,
                  GError             **error)
{
  GError *failure = NULL;

  *sender = NULL;
  if (manifest->key == NULL)
    {
      *trust = BARY_TRUST_UNSIGNED;
      return TRUE;
    }
  if (is_own (store, manifest))
    {
      *trust = BARY_TRUST_OWN;
      return TRUE;
    }

  *sender = bary_store_find_sender (store, manifest->key, &failure);
  if (*sender != NULL && (*sender)->replaced)
    {
      *trust = BARY_TRUST_CHANGED;
      g_clear_pointer (sender, bary_sender_free);
    }
  else if (*sender != NULL)
    return judge_known (store, manifest, *sender, trust, error);
  else if (failure == NULL)
    *trust = judge_unknown (store, manifest, sender, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static const char *
get_sentence (BaryTrust          trust,
              BaryExchangeError *code)
{
  if (trust == BARY_TRUST_UNSIGNED)
    {
      *code = BARY_EXCHANGE_ERROR_UNSIGNED;
      /* Translators: 1: a file, 2: a name, 3: six words */
      return _("%1$s: nobody has signed this package of “%2$s”: ask the sender to export it anew, or, if you know where it comes from, "
               "let it in with --trust-sender; it stays marked in the journal");
    }
  if (trust == BARY_TRUST_CHANGED)
    {
      *code = BARY_EXCHANGE_ERROR_CHANGED_KEY;
      /* Translators: 1: a file, 2: a name, 3: six words */
      return _("%1$s: “%2$s” was known with another key: call the sender and compare the words of the new key, “%3$s”; "
               "if they are the same, confirm them with --trust-sender");
    }

  *code = BARY_EXCHANGE_ERROR_UNKNOWN;
  /* Translators: 1: a file, 2: a name, 3: six words */
  return _("%1$s: the key of “%2$s” is not known here yet: call the sender and compare the words “%3$s”; if they are the same, "
           "confirm them with --trust-sender");
}

gboolean
bary_trust_require (BaryTrust            trust,
                    const BaryManifest  *manifest,
                    const char          *path,
                    GError             **error)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *key_words = manifest->key != NULL ? bary_identity_words (manifest->key) : g_strdup ("");
  BaryExchangeError code;
  const char *sentence;

  if (trust == BARY_TRUST_OWN || trust == BARY_TRUST_CONFIRMED)
    return TRUE;

  sentence = get_sentence (trust, &code);
  g_set_error (error, BARY_EXCHANGE_ERROR, code, sentence, file, manifest->sender, key_words);
  return FALSE;
}

gboolean
bary_trust_confirm (BaryStore           *store,
                    const BaryManifest  *manifest,
                    BarySenderRole       role,
                    const char          *record,
                    BarySenderWay        way,
                    GError             **error)
{
  g_return_val_if_fail (manifest->key != NULL, FALSE);

  return bary_store_confirm_sender (store, manifest->key, manifest->sender_id != NULL ? manifest->sender_id : manifest->id,
                                    manifest->sender, role, record, way, error);
}

#include "bary-refusal.h"

#include "bary-arrival.h"
#include "bary-config.h"
#include "bary-id.h"

#include <glib/gi18n-lib.h>

typedef struct {
  int         code;
  const char *word;
} Word;

static const Word package_words[] = {
  { BARY_PACKAGE_ERROR_NOT_A_PACKAGE, "no-package" },
  { BARY_PACKAGE_ERROR_NEWER_VERSION, "newer-version" },
  { BARY_PACKAGE_ERROR_ENCODING, "encoding" },
  { BARY_PACKAGE_ERROR_FORBIDDEN, "forbidden" },
  { BARY_PACKAGE_ERROR_TOO_LARGE, "too-large" },
  { BARY_PACKAGE_ERROR_INCOMPLETE, "incomplete" },
  { BARY_PACKAGE_ERROR_MALFORMED, "malformed" },
  { BARY_PACKAGE_ERROR_INVALID, "invalid" },
  { BARY_PACKAGE_ERROR_DUPLICATE, "duplicate" },
  { BARY_PACKAGE_ERROR_TAMPERED, "tampered" },
  { -1 }
};

static const Word exchange_words[] = {
  { BARY_EXCHANGE_ERROR_ADDRESSEE, "addressee" },
  { BARY_EXCHANGE_ERROR_REPLAY, "replay" },
  { BARY_EXCHANGE_ERROR_OVERSTEPS, "oversteps" },
  { BARY_EXCHANGE_ERROR_KIND, "kind" },
  { -1 }
};

static const Word store_words[] = {
  { BARY_STORE_ERROR_REFUSED, "rules" },
  { BARY_STORE_ERROR_GAP, "gap" },
  { -1 }
};

static const char *
find_word (const Word *words,
           int         code)
{
  for (; words->code >= 0; words++)
    if (words->code == code)
      return words->word;

  return NULL;
}

const char *
bary_refusal_get_code (const GError *error)
{
  if (error->domain == BARY_PACKAGE_ERROR)
    return find_word (package_words, error->code);
  if (error->domain == BARY_EXCHANGE_ERROR)
    return find_word (exchange_words, error->code);
  if (error->domain == BARY_STORE_ERROR)
    return find_word (store_words, error->code);

  return error->domain == BARY_RECORD_ERROR ? "record" : NULL;
}

/* What is missing */

char *
bary_refusal_dup_missing (BaryStore          *store,
                          const BaryManifest *manifest)
{
  g_autofree char *numbers = NULL;
  guint64 last = 0;

  if (manifest->sender_id == NULL || !bary_store_last_number (store, manifest->sender_id, manifest->sequence, &last, NULL) ||
      last == 0 || last + 1 >= manifest->sequence)
    return NULL;

  numbers = last + 2 == manifest->sequence
              ? g_strdup_printf ("№ %" G_GUINT64_FORMAT, last + 1)
              : g_strdup_printf ("№ %" G_GUINT64_FORMAT "–%" G_GUINT64_FORMAT, last + 1, manifest->sequence - 1);
  return g_strdup_printf (/* Translators: 1: a centre, 2 and 3: numbers of packages, 4: as “№ 14–15” */
                          _("of %1$s the package № %2$u came last, and this is № %3$u: ask for %4$s"), manifest->sender, (guint) last,
                          (guint) manifest->sequence, numbers);
}

/* The journal */

/* Returns: (transfer full) (nullable): NULL where the file cannot be read any more */
static char *
digest_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar piece[4096];
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (G_INPUT_STREAM (stream), piece, sizeof piece, NULL, NULL)) > 0)
    g_checksum_update (sum, piece, n);
  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* It has no id; what it holds tells whether it came before, so that it has one line however often it is tried. */
static void
describe_unreadable (BaryParcel *parcel,
                     BaryStore  *store,
                     const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *digest = digest_file (path);
  g_autoptr (BaryParcel) before = digest != NULL ? bary_store_find_unreadable (store, digest, NULL) : NULL;

  parcel->package = before != NULL ? g_strdup (before->package) : bary_id_new ();
  parcel->kind = g_strdup (BARY_PARCEL_UNREADABLE);
  parcel->created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  parcel->digest = g_steal_pointer (&digest);
}

static void
describe_package (BaryParcel  *parcel,
                  BaryStore   *store,
                  BaryPackage *package)
{
  const BaryManifest *manifest = bary_package_get_manifest (package);

  bary_package_stop_reading (package);
  /* What it is in the whole is known at its end only. */
  if (manifest != NULL && manifest->digest == NULL && bary_package_read_through (package, NULL, NULL))
    manifest = bary_package_get_manifest (package);

  parcel->file = g_filename_display_name (bary_package_get_path (package));
  if (manifest == NULL || manifest->id == NULL)
    describe_unreadable (parcel, store, bary_package_get_path (package));
  else
    bary_arrival_describe (parcel, manifest);
}

static gboolean
judge_sender (BaryStore    *store,
              BaryPackage  *package,
              BaryTrust    *trust,
              GError      **error)
{
  const BaryManifest *manifest = bary_package_get_manifest (package);
  g_autoptr (BarySender) sender = NULL;

  *trust = BARY_TRUST_UNSIGNED;
  return manifest == NULL || manifest->id == NULL || bary_trust_judge (store, manifest, trust, &sender, error);
}

gboolean
bary_refusal_log (BaryStore     *store,
                  BaryPackage   *package,
                  const GError  *refusal,
                  GError       **error)
{
  const char *code = bary_refusal_get_code (refusal);
  g_autoptr (BaryParcel) parcel = bary_parcel_new ();
  g_autoptr (BaryParcel) before = NULL;
  GError *failure = NULL;
  BaryTrust trust;

  if (code == NULL)
    return TRUE;

  describe_package (parcel, store, package);
  before = bary_store_find_parcel (store, parcel->package, parcel->key, FALSE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (before != NULL && g_str_equal (before->state, "applied"))
    return TRUE;
  if (!judge_sender (store, package, &trust, error))
    return FALSE;

  parcel->trust = g_strdup (bary_trust_to_word (trust));
  parcel->state = g_strdup ("refused");
  parcel->reason = g_strconcat (code, ": ", refusal->message, NULL);
  return bary_store_log_parcel (store, parcel, error);
}

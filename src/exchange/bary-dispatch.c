#include "bary-dispatch.h"

#include "bary-assignment-sent.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-edit-export.h"
#include "bary-ledger.h"
#include "bary-package-writer.h"
#include "bary-parcels.h"
#include "bary-store-part.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (const char  *reason,
        GError     **error)
{
  g_set_error_literal (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_KIND, reason);
  return FALSE;
}

gboolean
bary_dispatch_check (const BaryDispatch  *self,
                     BaryStore           *store,
                     GError             **error)
{
  g_autoptr (BaryRecord) subject = NULL;

  if (self->kind->changes && self->profile != self->kind->profile)
    return refuse (_("Changes say what every field became, phones and mail addresses too: for others make a package of the cluster "
                     "or of the roadmap"), error);
  if (self->kind->subject == BARY_NO_SUBJECT)
    return self->subject == NULL || refuse (_("A package of this kind is of no single record: leave the id out"), error);
  if (self->subject == NULL)
    return refuse (_("Say by its id which record the package is of"), error);

  subject = bary_store_get (store, self->kind->subject, self->subject, error);
  return subject != NULL;
}

static BaryRecordSource *
make_source (const BaryDispatch *self,
             BaryStore          *store)
{
  gboolean contents[BARY_N_KINDS];
  gboolean along[BARY_N_KINDS];

  if (self->kind->contents == NULL)
    return bary_store_source_new (store);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      contents[kind] = bary_package_kind_may_hold (self->kind, kind);
      along[kind] = bary_package_kind_brings_along (self->kind, kind);
    }
  return bary_store_part_new (store, contents, along, self->kind->subject, self->subject);
}

/* Whose the package is, where it holds only the sender's own: the school of an application, the person of an expert.
 * Returns: (transfer full) (nullable): an id */
static char *
find_speaker (const BaryDispatch *self,
              BaryStore          *store)
{
  g_autoptr (BaryRecord) subject = bary_store_get (store, self->kind->subject, self->subject, NULL);

  if (subject == NULL)
    return NULL;
  return g_strdup (bary_record_get_text (subject, self->kind->subject == BARY_KIND_APPLICATION ? "organisation" : "person"));
}

/* Who gets an assignment may never have sent anything. Returns: (transfer full) (nullable): a name */
static char *
find_reader (const BaryDispatch *self,
             BaryStore          *store)
{
  g_autofree char *person = self->kind->addressed && self->kind->subject == BARY_KIND_CONTEST_EXPERT ? find_speaker (self, store) : NULL;
  g_autoptr (BaryRecord) record = person != NULL ? bary_store_get (store, BARY_KIND_PERSON, person, NULL) : NULL;

  return record != NULL ? g_strdup (bary_record_get_name (record)) : NULL;
}

static BaryManifest *
make_front (const BaryDispatch  *self,
            BaryStore           *store,
            BaryIdentity        *identity,
            GError             **error)
{
  g_autofree char *sender = bary_store_dup_sender (store);
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now (sender, NULL);
  g_autofree char *speaker = NULL;

  if (self->kind->own)
    speaker = find_speaker (self, store);
  g_free (manifest->kind);
  manifest->kind = g_strdup (self->kind->name);
  manifest->subject = g_strdup (self->subject);
  if (self->addressee != NULL || self->addressee_id != NULL)
    manifest->addressee = g_strdup (self->addressee != NULL ? self->addressee : self->addressee_id);
  else if (!self->kind->own)
    manifest->addressee = find_reader (self, store);
  manifest->addressee_id = g_strdup (self->addressee_id);
  bary_profile_apply (self->profile, self->kind, manifest);
  if (identity != NULL)
    bary_identity_sign (identity, store, manifest);
  if (speaker != NULL)
    {
      g_free (manifest->centre);
      manifest->centre = g_steal_pointer (&speaker);
    }
  if (!bary_store_is_read_only (store) && !bary_store_next_sequence (store, &manifest->sequence, error))
    return NULL;

  return g_steal_pointer (&manifest);
}

/* A database that can only be read keeps no journal. */
static gboolean
write_line (BaryStore           *store,
            const BaryManifest  *manifest,
            const char          *path,
            guint                records,
            GError             **error)
{
  g_autoptr (BaryParcel) parcel = bary_parcel_new ();

  if (bary_store_is_read_only (store))
    return TRUE;

  parcel->out = TRUE;
  parcel->package = g_strdup (manifest->id);
  parcel->kind = g_strdup (manifest->kind);
  parcel->created = g_strdup (manifest->created);
  parcel->sequence = manifest->sequence;
  parcel->peer = g_strdup (manifest->addressee);
  parcel->peer_id = g_strdup (manifest->addressee_id);
  parcel->key = g_strdup (manifest->key);
  parcel->subject = g_strdup (manifest->subject);
  parcel->digest = g_strdup (manifest->digest);
  parcel->file = path != NULL ? g_filename_display_name (path) : NULL;
  parcel->records = records;
  parcel->trust = g_strdup ("own");
  parcel->state = g_strdup ("sent");
  return bary_store_log_parcel (store, parcel, error);
}

static guint
add_up (BaryRecordSource *records)
{
  const guint *counts = bary_record_source_get_counts (records);
  guint total = 0;

  for (guint kind = 0; counts != NULL && kind < BARY_N_KINDS; kind++)
    total += counts[kind];
  return total;
}

/* Before the edits are gathered: from now on they cannot be forgotten by an undo. */
static BaryEditSource *
make_edits (const BaryDispatch  *self,
            BaryStore           *store,
            GError             **error)
{
  if (!bary_store_is_read_only (store) && !bary_ledger_mark_sent (bary_store_get_database (store), error))
    return NULL;

  return bary_edit_export_new (store, self->since, error);
}

/* Returns: (transfer full) */
static char *
make_target (const char         *path,
             const BaryManifest *manifest)
{
  g_autofree char *name = g_strconcat (manifest->kind, "-", manifest->id, ".xml", NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR) ? g_build_filename (path, name, NULL) : g_strdup (path);
}

/* @stream: (nullable): where it is poured out instead of the file */
static gboolean
write_changes (const BaryDispatch  *self,
               BaryStore           *store,
               BaryIdentity        *identity,
               GOutputStream       *stream,
               const char          *path,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (BaryManifest) manifest = make_front (self, store, identity, error);
  g_autoptr (BaryEditSource) edits = manifest != NULL ? make_edits (self, store, error) : NULL;
  g_autofree char *target = manifest != NULL && stream == NULL ? make_target (path, manifest) : g_strdup (path);

  return edits != NULL && bary_package_write_changes (target, stream, manifest, edits, cancellable, error) &&
         write_line (store, manifest, stream == NULL ? target : NULL, bary_edit_export_get_length (edits), error);
}

/* The journal, and what else follows from its going. */
static gboolean
note_sent (const BaryDispatch  *self,
           BaryStore           *store,
           const BaryManifest  *manifest,
           const char          *path,
           guint                records,
           GError             **error)
{
  g_autofree char *today = bary_date_today ();

  return write_line (store, manifest, path, records, error) &&
         (!g_str_equal (self->kind->name, "assignment") || bary_store_is_read_only (store) ||
          bary_assignment_note_sent (store, self->subject, today, error));
}

gboolean
bary_dispatch_write (const BaryDispatch  *self,
                     BaryStore           *store,
                     BaryIdentity        *identity,
                     const char          *path,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr (BaryManifest) manifest = NULL;
  g_autoptr (BaryRecordSource) records = NULL;
  g_autofree char *target = NULL;

  if (self->kind->changes)
    return write_changes (self, store, identity, NULL, path, cancellable, error);

  manifest = make_front (self, store, identity, error);
  if (manifest == NULL)
    return FALSE;

  target = make_target (path, manifest);
  records = make_source (self, store);
  return bary_package_write (target, manifest, records, cancellable, error) &&
         note_sent (self, store, manifest, target, add_up (records), error);
}

gboolean
bary_dispatch_stream (const BaryDispatch  *self,
                      BaryStore           *store,
                      BaryIdentity        *identity,
                      GOutputStream       *stream,
                      const char          *name,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (BaryManifest) manifest = NULL;
  g_autoptr (BaryRecordSource) records = NULL;

  if (self->kind->changes)
    return write_changes (self, store, identity, stream, name, cancellable, error);

  manifest = make_front (self, store, identity, error);
  records = make_source (self, store);
  return manifest != NULL && bary_package_write_stream (stream, name, manifest, records, cancellable, error) &&
         note_sent (self, store, manifest, NULL, add_up (records), error);
}

static gboolean
ignore (BaryRecord  *record,
        guint        line,
        gpointer     user_data,
        GError     **error)
{
  return TRUE;
}

static gboolean
count_edit (const BarySentEdit  *edit,
            guint                line,
            gpointer             counts,
            GError             **error)
{
  ((guint *) counts)[bary_record_get_kind (edit->record)]++;
  return TRUE;
}

static gboolean
ignore_knowledge (const BarySentKnowledge  *knowledge,
                  gpointer                  user_data,
                  GError                  **error)
{
  return TRUE;
}

static gboolean
count_edits (const BaryDispatch  *self,
             BaryStore           *store,
             guint               *counts,
             GCancellable        *cancellable,
             GError             **error)
{
  static const BaryEditVisitor visitor = { count_edit, ignore_knowledge };
  g_autoptr (BaryEditSource) edits = bary_edit_export_new (store, self->since, error);

  memset (counts, 0, BARY_N_KINDS * sizeof *counts);
  return edits != NULL && bary_edit_source_foreach (edits, &visitor, counts, cancellable, error);
}

gboolean
bary_dispatch_count (const BaryDispatch  *self,
                     BaryStore           *store,
                     guint               *counts,
                     GCancellable        *cancellable,
                     GError             **error)
{
  g_autoptr (BaryRecordSource) records = NULL;
  const guint *found;

  if (self->kind->changes)
    return count_edits (self, store, counts, cancellable, error);

  records = make_source (self, store);
  if (!bary_record_source_foreach (records, ignore, NULL, cancellable, error))
    return FALSE;

  found = bary_record_source_get_counts (records);
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    counts[kind] = found[kind];
  return TRUE;
}

gboolean
bary_dispatch_receipt (BaryStore     *store,
                       BaryIdentity  *identity,
                       const char    *package,
                       const char    *reason,
                       const char    *path,
                       GError       **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (BaryParcel) parcel = bary_store_find_parcel (store, package, BARY_PARCEL_ANY_KEY, FALSE, error);
  BaryDispatch dispatch = { bary_package_kind_find ("receipt"), NULL, BARY_PROFILE_OWN };
  g_autoptr (BaryManifest) manifest = NULL;
  g_autoptr (BaryRecordSource) records = make_source (&dispatch, store);

  if (parcel == NULL)
    return FALSE;

  dispatch.addressee = parcel->peer;
  dispatch.addressee_id = parcel->peer_id;
  manifest = make_front (&dispatch, store, identity, error);
  if (manifest == NULL)
    return FALSE;

  manifest->answer = g_new0 (BaryPackageAnswer, 1);
  manifest->answer->package = g_strdup (package);
  manifest->answer->outcome = g_strdup (reason == NULL ? "applied" : "refused");
  manifest->answer->moment = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  manifest->answer->reason = g_strdup (reason);
  return bary_package_write (path, manifest, records, NULL, error) && write_line (store, manifest, path, 0, error);
}

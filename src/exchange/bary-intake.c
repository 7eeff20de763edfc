#include "bary-intake.h"

#include "bary-answer.h"
#include "bary-arrival.h"
#include "bary-authority.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-edit-guard.h"
#include "bary-merge.h"
#include "bary-panel-third.h"
#include "bary-parcels.h"
#include "bary-refusal.h"

#include <glib/gi18n-lib.h>

/* Between the digest of the package and the plan of the store. */
#define PLAN_SEPARATOR ":"

typedef struct {
  BaryStore             *store;
  BaryPackage           *package;
  const BaryManifest    *manifest; /* the package's own */
  const BaryPackageKind *kind;
  BaryTrust              trust;
  BarySender            *sender;   /* NULL unless confirmed */
  BaryIntakeFlags        flags;
  guint                  records;
  gboolean               logged;
  const char            *content; /* (nullable): the digest that the package had when it was looked through */
} Intake;

static void
intake_clear (Intake *self)
{
  g_clear_pointer (&self->sender, bary_sender_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Intake, intake_clear)

static gboolean
refuse (Intake            *self,
        BaryExchangeError  code,
        const char        *reason,
        GError           **error)
{
  g_autofree char *place = bary_record_source_dup_place (BARY_RECORD_SOURCE (self->package), 1);

  g_set_error (error, BARY_EXCHANGE_ERROR, code, "%s: %s", place, reason);
  return FALSE;
}

/* What the front tells */

static gboolean
check_kind (Intake  *self,
            GError **error)
{
  self->kind = bary_package_kind_find (self->manifest->kind);

  return self->kind != NULL ||
         refuse (self, BARY_EXCHANGE_ERROR_KIND, _("the program does not know this kind of package: bring the program up to date"), error);
}

static gboolean
check_addressee (Intake  *self,
                 GError **error)
{
  const char *id = self->manifest->addressee_id;
  g_autofree char *replica = bary_store_dup_meta (self->store, BARY_META_REPLICA);
  g_autofree char *centre = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);
  g_autofree char *reason = NULL;

  if (id == NULL || g_strcmp0 (id, replica) == 0 || g_strcmp0 (id, centre) == 0)
    return TRUE;

  /* Translators: %s: a name */
  reason = g_strdup_printf (_("the package is for “%s”, not for this database: pass the file on, or ask the sender for one of your own"),
                            self->manifest->addressee);
  return refuse (self, BARY_EXCHANGE_ERROR_ADDRESSEE, reason, error);
}

/* A number counts once, as does an id; the same package again is nothing new, and the import sees that. */
static gboolean
check_number (Intake  *self,
              GError **error)
{
  g_autoptr (BaryParcel) before = NULL;
  GError *failure = NULL;

  if (self->manifest->key == NULL || self->manifest->sender_id == NULL || self->manifest->sequence == 0)
    return TRUE;

  before = bary_store_find_numbered (self->store, self->manifest->sender_id, self->manifest->sequence, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (before == NULL || g_str_equal (before->package, self->manifest->id) || g_strcmp0 (before->key, self->manifest->key) != 0)
    return TRUE;

  return refuse (self, BARY_EXCHANGE_ERROR_REPLAY,
                 _("another package of this sender had the same number: call the sender, somebody may be using an old copy of its database"),
                 error);
}

static BarySenderRole
get_default_role (const BaryPackageKind *kind)
{
  if (kind->senders & BARY_PACKAGE_PARTY_CENTRE)
    return BARY_SENDER_CENTRE;

  return kind->senders & BARY_PACKAGE_PARTY_SCHOOL ? BARY_SENDER_SCHOOL : BARY_SENDER_EXPERT;
}

static gboolean
check_sender (Intake  *self,
              GError **error)
{
  static const guint parties[] = { BARY_PACKAGE_PARTY_CENTRE, BARY_PACKAGE_PARTY_SCHOOL, BARY_PACKAGE_PARTY_EXPERT };

  if (!bary_trust_judge (self->store, self->manifest, &self->trust, &self->sender, error))
    return FALSE;
  if (!(self->flags & BARY_INTAKE_TRUST_SENDER) &&
      !bary_trust_require (self->trust, self->manifest, bary_package_get_path (self->package), error))
    return FALSE;
  if (self->sender == NULL || self->kind->senders & parties[self->sender->role])
    return TRUE;

  return refuse (self, BARY_EXCHANGE_ERROR_OVERSTEPS,
                 _("this sender may not send packages of this kind: if it may, confirm its key anew with another part"), error);
}

static gboolean
check_answer (Intake  *self,
              GError **error)
{
  g_autofree char *reason = NULL;

  if (!bary_answer_check (self->store, self->manifest, self->sender, &reason, error))
    return FALSE;
  return reason == NULL || refuse (self, BARY_EXCHANGE_ERROR_OVERSTEPS, reason, error);
}

static gboolean
read_front (Intake   *self,
            GError  **error)
{
  if (!bary_package_read_manifest (self->package, error))
    return FALSE;

  self->manifest = bary_package_get_manifest (self->package);
  return check_kind (self, error) && check_addressee (self, error) && check_sender (self, error) && check_number (self, error) &&
         check_answer (self, error);
}

/* The journal */

/* @action: what it became; 0: nothing */
static gboolean
write_line (Intake      *self,
            const char  *state,
            gint64       action,
            GError     **error)
{
  const BaryManifest *manifest = bary_package_get_manifest (self->package);
  g_autoptr (BaryParcel) parcel = bary_parcel_new ();

  bary_arrival_describe (parcel, manifest);
  parcel->file = g_filename_display_name (bary_package_get_path (self->package));
  parcel->records = self->records;
  parcel->trust = g_strdup (bary_trust_to_word (self->trust));
  parcel->state = g_strdup (state);
  parcel->action = action;
  return bary_store_log_parcel (self->store, parcel, error);
}

static const char *
get_content (const BaryManifest *manifest)
{
  return manifest->digest != NULL ? manifest->digest : "";
}

/* Only now, at its end, is it known what the package was in the whole. */
static gboolean
finish (BaryPackage  *package,
        guint         records,
        gpointer      user_data,
        GError      **error)
{
  Intake *self = user_data;
  const BaryManifest *manifest = bary_package_get_manifest (package);
  g_autoptr (BaryParcel) before = NULL;
  GError *failure = NULL;
  gint64 action;

  self->records = records;
  if (!bary_store_get_last (self->store, &action, error))
    return FALSE;
  if (self->content != NULL && !g_str_equal (self->content, get_content (manifest)))
    return refuse (self, BARY_EXCHANGE_ERROR_REPLAY, _("the file has changed since you looked at it: look again; nothing was taken in"), error);

  before = bary_store_find_parcel (self->store, manifest->id, manifest->key, FALSE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (before != NULL && manifest->key != NULL && g_str_equal (before->state, "applied") &&
      g_strcmp0 (before->digest, manifest->digest) != 0)
    return refuse (self, BARY_EXCHANGE_ERROR_REPLAY,
                   _("a package with the same id and another content came before: ask the sender to export it anew"), error);
  if (before != NULL && g_str_equal (before->state, "applied"))
    {
      self->logged = TRUE; /* and stays with the trust that it first came with */
      return self->flags & BARY_INTAKE_DRY_RUN || bary_store_renew_parcel (self->store, before, action, error);
    }

  return self->flags & BARY_INTAKE_DRY_RUN || write_line (self, "applied", action, error);
}

/* An import that changes nothing takes its line back with it. */
static gboolean
settle (Intake  *self,
        GError **error)
{
  g_autoptr (BaryParcel) line = NULL;
  GError *failure = NULL;

  if (self->logged)
    return TRUE;

  line = bary_store_find_parcel (self->store, self->manifest->id, self->manifest->key, FALSE, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return (line != NULL && g_str_equal (line->state, "applied")) || write_line (self, "applied", 0, error);
}

static gboolean
confirm (Intake  *self,
         GError **error)
{
  BarySenderRole role = get_default_role (self->kind);

  if (self->trust != BARY_TRUST_UNKNOWN && self->trust != BARY_TRUST_CHANGED)
    return TRUE;

  return bary_trust_confirm (self->store, self->manifest, role, role == BARY_SENDER_CENTRE ? NULL : self->manifest->centre,
                             self->flags & BARY_INTAKE_WORDS ? BARY_SENDER_BY_WORDS : BARY_SENDER_BY_HAND, error);
}

/* Sheets that are too far apart want a further expert. */
static gboolean
follow_up (Intake  *self,
           GError **error)
{
  g_autoptr (BaryRecord) expert = NULL;

  if (!self->kind->own || self->kind->subject != BARY_KIND_CONTEST_EXPERT || self->manifest->subject == NULL)
    return TRUE;
  expert = bary_store_get (self->store, BARY_KIND_CONTEST_EXPERT, self->manifest->subject, error);
  return expert != NULL && bary_panel_assign_third (self->store, bary_record_get_text (expert, "contest"), NULL, error);
}

/* Returns: (nullable): the replica that has made the package, where its key was confirmed before or is now */
static const char *
get_signer (Intake *self)
{
  gboolean confirmed = self->sender != NULL || self->flags & BARY_INTAKE_TRUST_SENDER;

  return self->manifest->key != NULL && confirmed ? self->manifest->sender_id : NULL;
}

static gboolean
take_in (Intake            *self,
         const char        *name,
         const char        *subject,
         const char        *plan,
         BaryImportReport  *report,
         GCancellable      *cancellable,
         GError           **error)
{
  BaryImportFlags flags = (self->flags & BARY_INTAKE_DRY_RUN ? BARY_IMPORT_DRY_RUN : 0) |
                          (self->flags & BARY_INTAKE_PREVIEW ? BARY_IMPORT_PREVIEW : 0);
  g_autofree char *owner = g_strdup (self->sender != NULL ? self->sender->record : self->manifest->centre);
  g_autofree char *today = bary_date_today ();
  g_autoptr (BaryOvertaken) overtaken = NULL;
  g_autoptr (BaryContestGuard) guard = NULL;
  g_autoptr (BaryRecordSource) records = NULL;
  g_autoptr (BaryEditSource) edits = NULL;
  GError *failure = NULL;

  if (bary_package_holds_changes (self->package))
    {
      edits = bary_edit_guard_new (self->package, get_signer (self), finish, self);
      return bary_store_merge (self->store, name, subject, edits, flags, plan, report, cancellable, error);
    }

  overtaken = bary_overtaken_new (self->store, self->manifest, report, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  guard = bary_contest_guard_new (self->store, self->kind, self->manifest->subject, today, report);
  records = bary_authority_new (self->store, self->package, self->kind, owner, overtaken, guard, finish, self);
  return bary_store_import (self->store, name, subject, records, flags, plan, report, cancellable, error);
}

/* What builds on others names them. */
static void
name_missing (Intake  *self,
              GError **error)
{
  g_autofree char *missing = NULL;
  g_autoptr (GError) gap = NULL;

  if (error == NULL || !g_error_matches (*error, BARY_STORE_ERROR, BARY_STORE_ERROR_GAP))
    return;
  missing = bary_refusal_dup_missing (self->store, bary_package_get_manifest (self->package));
  if (missing == NULL)
    return;

  gap = g_steal_pointer (error);
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_GAP, "%s; %s", gap->message, missing);
}

/* What was looked through was a package and a database: either may be another by now. */
static void
add_content (BaryImportReport   *report,
             const BaryManifest *manifest)
{
  g_autofree char *plan = report->plan;

  report->plan = g_strconcat (get_content (manifest), PLAN_SEPARATOR, plan, NULL);
}

gboolean
bary_intake_import (BaryStore         *store,
                    BaryPackage       *package,
                    const char        *name,
                    const char        *subject,
                    BaryIntakeFlags    flags,
                    const char        *plan,
                    BaryImportReport  *report,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_auto (Intake) self = { store, package, .flags = flags };
  g_autofree char *kept = g_strdup (subject); /* it may be a part of the front, which is read anew */
  g_auto (GStrv) parts = plan != NULL ? g_strsplit (plan, PLAN_SEPARATOR, 2) : NULL;

  g_return_val_if_fail (BARY_IS_STORE (store) && BARY_IS_PACKAGE (package), FALSE);
  g_return_val_if_fail (parts == NULL || g_strv_length (parts) == 2, FALSE);

  self.content = parts != NULL ? parts[0] : NULL;
  if (!bary_package_check_apart (package, NULL, cancellable, error) || !read_front (&self, error))
    return FALSE;
  if (!take_in (&self, name, kept, parts != NULL ? parts[1] : NULL, report, cancellable, error))
    {
      name_missing (&self, error);
      return FALSE;
    }

  self.manifest = bary_package_get_manifest (package);
  add_content (report, self.manifest);
  if (flags & BARY_INTAKE_DRY_RUN)
    return TRUE;

  return settle (&self, error) && confirm (&self, error) && bary_answer_take (store, self.manifest, error) && follow_up (&self, error);
}

gboolean
bary_intake_look (BaryStore    *store,
                  BaryPackage  *package,
                  BaryTrust    *trust,
                  GError      **error)
{
  g_auto (Intake) self = { store, package, .flags = BARY_INTAKE_TRUST_SENDER };
  gboolean passed = bary_package_check_apart (package, NULL, NULL, error) && read_front (&self, error);

  *trust = self.trust;
  return passed;
}

gboolean
bary_intake_keep_waiting (BaryStore    *store,
                          BaryPackage  *package,
                          BaryTrust     trust,
                          GError      **error)
{
  g_auto (Intake) self = { store, package, bary_package_get_manifest (package), .trust = trust };

  return write_line (&self, "waiting", 0, error);
}

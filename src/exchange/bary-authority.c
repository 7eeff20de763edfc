#include "bary-authority.h"

#include "bary-config.h"
#include "bary-exchange-error.h"
#include "bary-parcels.h"

#include <glib/gi18n-lib.h>

#define BARY_TYPE_AUTHORITY (bary_authority_get_type ())
G_DECLARE_FINAL_TYPE (BaryAuthority, bary_authority, BARY, AUTHORITY, GObject)

struct _BaryAuthority {
  GObject                parent_instance;

  BaryStore             *store;
  BaryPackage           *package;
  const BaryPackageKind *kind;
  GHashTable            *owned;   /* ids of what belongs to the sender; NULL where that is not asked */
  BaryOvertaken         *overtaken; /* (nullable): borrowed */
  BaryContestGuard      *guard;   /* (nullable): borrowed */
  gboolean               newer;   /* than all packages of its kind and subject that came before, of which there were some */
  BaryAuthorityDone      done;
  gpointer               user_data;
};

static void bary_authority_source_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryAuthority, bary_authority, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_authority_source_init))

static void
bary_authority_finalize (GObject *object)
{
  BaryAuthority *self = BARY_AUTHORITY (object);

  g_clear_object (&self->store);
  g_clear_object (&self->package);
  g_clear_pointer (&self->owned, g_hash_table_unref);

  G_OBJECT_CLASS (bary_authority_parent_class)->finalize (object);
}

static void
bary_authority_class_init (BaryAuthorityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_authority_finalize;
}

static void
bary_authority_init (BaryAuthority *self)
{
}

typedef struct {
  BaryAuthority     *authority;
  BaryRecordVisitor  visitor;
  gpointer           user_data;
  guint64            omitted[BARY_N_KINDS]; /* a bit for each field */
  guint              records;
} Walk;

/* @reason: (transfer full) */
static gboolean
refuse (BaryAuthority  *self,
        BaryRecord     *record,
        guint           line,
        char           *reason,
        GError        **error)
{
  g_autofree char *owned = reason;
  g_autofree char *place = bary_record_source_dup_place (BARY_RECORD_SOURCE (self->package), line);
  const BaryKindInfo *info = bary_record_get_info (record);
  const char *name = bary_record_get_name (record);

  g_set_error (error, BARY_EXCHANGE_ERROR, BARY_EXCHANGE_ERROR_OVERSTEPS,
               /* Translators: 1: a place in a file, 2: an element of XML, 3: a kind of record, 4: its name or id, 5: what is wrong with it */
               _("%1$s, <%2$s>: %3$s “%4$s”: %5$s; nothing of the package was taken"), place, info->name, _(info->label),
               name != NULL ? name : bary_record_get_id (record), owned);
  return FALSE;
}

/* The sender's own record, or one that refers to what belongs to it. */
static gboolean
belongs (BaryAuthority *self,
         BaryRecord    *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  if (g_hash_table_contains (self->owned, bary_record_get_id (record)))
    return TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);

      if (info->fields[i].type == BARY_FIELD_REFERENCE && value != NULL && g_hash_table_contains (self->owned, value))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check (Walk        *walk,
       BaryRecord  *record,
       BaryRecord  *present,
       guint        line,
       GError     **error)
{
  BaryAuthority *self = walk->authority;

  if (!bary_package_kind_may_hold (self->kind, bary_record_get_kind (record)))
    return refuse (self, record, line,
                   /* Translators: %s: a kind of package, as “A cluster” */
                   g_strdup_printf (_("a package “%s” holds no such records: ask the sender for a package of another kind"),
                                    bary_package_kind_get_label (self->kind)), error);
  if (self->owned == NULL)
    return TRUE;
  if (!belongs (self, record) || (present != NULL && !belongs (self, present)))
    return refuse (self, record, line,
                   g_strdup (_("it does not belong to the sender, who may send only what is its own: ask the sender to make the package again")),
                   error);

  g_hash_table_add (self->owned, g_strdup (bary_record_get_id (record)));
  return TRUE;
}

static void
fill_omitted (Walk       *walk,
              BaryRecord *record,
              BaryRecord *present)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (walk->omitted[info->kind] & (G_GUINT64_CONSTANT (1) << i))
      bary_record_set (record, &info->fields[i], bary_record_get (present, &info->fields[i]));
}

static gboolean
visit (BaryRecord  *record,
       guint        line,
       gpointer     user_data,
       GError     **error)
{
  Walk *walk = user_data;
  BaryKind kind = bary_record_get_kind (record);
  g_autoptr (BaryRecord) present = NULL;
  char *reason = NULL;

  if ((walk->authority->owned != NULL || walk->omitted[kind] != 0 || walk->authority->overtaken != NULL) &&
      !bary_store_find (walk->authority->store, kind, bary_record_get_id (record), &present, error))
    return FALSE;
  if (!check (walk, record, present, line, error))
    return FALSE;

  if (present != NULL)
    fill_omitted (walk, record, present);
  if (present != NULL && walk->authority->overtaken != NULL &&
      !bary_overtaken_hold (walk->authority->overtaken, record, present, line, error))
    return FALSE;
  if (walk->authority->guard != NULL)
    switch (bary_contest_guard_look (walk->authority->guard, record, present, line, &reason, error))
      {
      case BARY_GUARD_PASS_OVER:
        return TRUE;
      case BARY_GUARD_REFUSE:
        return refuse (walk->authority, record, line, reason, error);
      case BARY_GUARD_FAIL:
        return FALSE;
      case BARY_GUARD_TAKE:
      default:
        break;
      }
  walk->records++;
  return walk->visitor (record, line, walk->user_data, error);
}

/* Only what comes later than another one takes anything back. */
static gboolean
look_whether_newer (BaryAuthority  *self,
                    GError        **error)
{
  const BaryManifest *manifest = bary_package_get_manifest (self->package);
  g_autoptr (BaryParcel) before = NULL;
  GError *failure = NULL;
  int order;

  self->newer = FALSE;
  if (self->kind->whole == NULL || manifest->subject == NULL)
    return TRUE;
  before = bary_store_find_received (self->store, manifest->kind, manifest->subject, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  order = before != NULL ? g_strcmp0 (manifest->created, before->created) : -1;
  self->newer = order > 0 || (order == 0 && g_strcmp0 (manifest->sender_id, before->peer_id) == 0 && manifest->sequence > before->sequence);
  return TRUE;
}

static gboolean
bary_authority_foreach (BaryRecordSource   *source,
                        BaryRecordVisitor   visitor,
                        gpointer            user_data,
                        GCancellable       *cancellable,
                        GError            **error)
{
  BaryAuthority *self = BARY_AUTHORITY (source);
  Walk walk = { self, visitor, user_data };

  if (!look_whether_newer (self, error))
    return FALSE;
  bary_manifest_mask_omissions (bary_package_get_manifest (self->package), walk.omitted);
  return bary_record_source_foreach (BARY_RECORD_SOURCE (self->package), visit, &walk, cancellable, error) &&
         (self->done == NULL || self->done (self->package, walk.records, self->user_data, error));
}

static char *
bary_authority_dup_place (BaryRecordSource *source,
                          guint             line)
{
  return bary_record_source_dup_place (BARY_RECORD_SOURCE (BARY_AUTHORITY (source)->package), line);
}

static gboolean
bary_authority_prevails (BaryRecordSource *source,
                         BaryRecord       *record)
{
  BaryAuthority *self = BARY_AUTHORITY (source);

  return self->guard != NULL && bary_contest_guard_prevails (self->guard, record);
}

static const char *
bary_authority_get_whole (BaryRecordSource *source,
                          BaryKind          part,
                          BaryKind         *kind)
{
  BaryAuthority *self = BARY_AUTHORITY (source);

  if (!self->newer || !bary_package_kind_is_whole (self->kind, part) ||
      (self->guard != NULL && !bary_contest_guard_is_open (self->guard)))
    return NULL;

  *kind = self->kind->subject;
  return bary_package_get_manifest (self->package)->subject;
}

static void
bary_authority_source_init (BaryRecordSourceInterface *iface)
{
  iface->get_whole = bary_authority_get_whole;
  iface->prevails = bary_authority_prevails;
  iface->foreach = bary_authority_foreach;
  iface->dup_place = bary_authority_dup_place;
}

BaryRecordSource *
bary_authority_new (BaryStore             *store,
                    BaryPackage           *package,
                    const BaryPackageKind *kind,
                    const char            *owner,
                    BaryOvertaken         *overtaken,
                    BaryContestGuard      *guard,
                    BaryAuthorityDone      done,
                    gpointer               user_data)
{
  BaryAuthority *self = g_object_new (BARY_TYPE_AUTHORITY, NULL);

  self->store = g_object_ref (store);
  self->package = g_object_ref (package);
  self->kind = kind;
  self->overtaken = overtaken;
  self->guard = guard;
  self->done = done;
  self->user_data = user_data;
  if (kind->own)
    {
      self->owned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (owner != NULL)
        g_hash_table_add (self->owned, g_strdup (owner));
    }
  return BARY_RECORD_SOURCE (self);
}

#include "bary-overtaken.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const BaryPackageKind *kind;
  const BaryParcel      *parcel;
} Later;

struct _BaryOvertaken {
  BaryStore        *store;
  GPtrArray        *parcels;
  GArray           *later;    /* of Later, those of the parcels that hold a state */
  char             *package;
  char             *subject;
  char             *sender;
  guint             sequence;
  BaryImportReport *report;
  gboolean          told;
};

static gboolean
holds_state (const BaryPackageKind *kind)
{
  return kind != NULL && !kind->changes && !kind->own;
}

/* What this database itself sent tells it nothing newer. */
static gboolean
add_own (BaryStore           *store,
         const BaryManifest  *manifest,
         GPtrArray           *parcels,
         GError             **error)
{
  GError *failure = NULL;
  BaryParcel *own = bary_store_find_parcel (store, manifest->id, BARY_PARCEL_ANY_KEY, TRUE, &failure);

  if (own != NULL)
    g_ptr_array_add (parcels, own);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

BaryOvertaken *
bary_overtaken_new (BaryStore           *store,
                    const BaryManifest  *manifest,
                    BaryImportReport    *report,
                    GError             **error)
{
  g_autoptr (GPtrArray) parcels = NULL;
  BaryOvertaken *self;

  if (manifest->sender_id == NULL || manifest->sequence == 0 || !holds_state (bary_package_kind_find (manifest->kind)))
    return NULL;
  parcels = bary_store_list_later (store, manifest->sender_id, manifest->key, manifest->sequence, error);
  if (parcels == NULL || !add_own (store, manifest, parcels, error) || parcels->len == 0)
    return NULL;

  self = g_new0 (BaryOvertaken, 1);
  self->store = g_object_ref (store);
  self->later = g_array_new (FALSE, FALSE, sizeof (Later));
  for (guint i = 0; i < parcels->len; i++)
    {
      Later later = { bary_package_kind_find (((BaryParcel *) parcels->pdata[i])->kind), parcels->pdata[i] };

      if (holds_state (later.kind))
        g_array_append_val (self->later, later);
    }
  self->parcels = g_steal_pointer (&parcels);
  self->package = g_strdup (manifest->id);
  self->subject = g_strdup (manifest->subject);
  self->sender = g_strdup (manifest->sender);
  self->sequence = (guint) manifest->sequence;
  self->report = report;
  return self;
}

void
bary_overtaken_free (BaryOvertaken *self)
{
  g_object_unref (self->store);
  g_ptr_array_unref (self->parcels);
  g_array_unref (self->later);
  g_free (self->package);
  g_free (self->subject);
  g_free (self->sender);
  g_free (self);
}

/* Whether a later package told of the record: all of a kind are in one without a subject; of others only what it changed
 * is known. */
static gboolean
told_of (BaryOvertaken  *self,
         const Later    *later,
         BaryRecord     *record,
         gboolean       *told,
         GError        **error)
{
  *told = FALSE;
  if (!bary_package_kind_may_hold (later->kind, bary_record_get_kind (record)))
    return TRUE;

  *told = later->kind->subject == BARY_NO_SUBJECT || g_strcmp0 (later->parcel->subject, self->subject) == 0;
  return *told || later->parcel->action == 0 ||
         bary_store_came_since (self->store, later->parcel->action, record, told, error);
}

/* That the package itself came before needs no word. */
static void
tell (BaryOvertaken    *self,
      const BaryParcel *parcel,
      BaryRecord       *present,
      guint             line)
{
  if (self->told || g_str_equal (parcel->package, self->package) || !bary_import_report_count (self->report))
    return;

  self->told = TRUE;
  bary_import_report_add (self->report, present, line, BARY_IMPORT_NOTICE_ARRIVAL, bary_store_describe (self->store, present),
                          /* Translators: 1: a sender, 2 and 3: numbers of packages */
                          g_strdup_printf (_("The package № %3$u of %1$s came before and is newer than this, № %2$u: what is here already stays"),
                                           self->sender, self->sequence, (guint) parcel->sequence));
}

static void
become (BaryRecord *record,
        BaryRecord *present)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    bary_record_set (record, &info->fields[i], bary_record_get (present, &info->fields[i]));
}

gboolean
bary_overtaken_hold (BaryOvertaken  *self,
                     BaryRecord     *record,
                     BaryRecord     *present,
                     guint           line,
                     GError        **error)
{
  gboolean told = bary_record_equals (record, present);

  for (guint i = 0; i < self->later->len && !told; i++)
    {
      const Later *later = &g_array_index (self->later, Later, i);

      if (!told_of (self, later, record, &told, error))
        return FALSE;
      if (told)
        {
          tell (self, later->parcel, present, line);
          become (record, present);
        }
    }
  return TRUE;
}

#include "bary-import.h"

#include "bary-config.h"
#include "bary-file.h"
#include "bary-history-fields.h"
#include "bary-id-table.h"
#include "bary-import-absent.h"
#include "bary-import-held.h"
#include "bary-import-merge.h"
#include "bary-import-twins.h"
#include "bary-mapper.h"
#include "bary-store-private.h"
#include "bary-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct {
  BaryStore        *store;
  BaryDatabase     *database;
  BaryRecordSource *source;
  BaryWriter       *writer;
  BaryImportReport *report;
  BaryIdTable      *lines;                  /* where each record stands in the source */
  BaryTwins        *twins;
  GChecksum        *plan;                   /* of what becomes of each record */
  GHashTable       *standing;               /* id of a twin -> id of the record that stands for it */
  GHashTable       *left_out;               /* ids of what a frozen contest does not let in */
  gboolean          came[BARY_N_KINDS];     /* a record of the kind */
  gboolean          had_rows[BARY_N_KINDS]; /* before the import, of the kinds that came */
  GCancellable     *cancellable;
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->writer, bary_writer_free);
  g_clear_pointer (&self->lines, bary_id_table_free);
  g_clear_pointer (&self->twins, bary_twins_free);
  g_clear_pointer (&self->standing, g_hash_table_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->plan, g_checksum_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* The report */

static void
report_conflicts (Import     *self,
                  BaryRecord *present,
                  BaryRecord *incoming,
                  guint       line,
                  guint64     conflicts)
{
  const BaryKindInfo *info = bary_record_get_info (present);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;
      char *title;

      if (!(conflicts & (G_GUINT64_CONSTANT (1) << i)) || !bary_import_report_count (self->report))
        continue;
      title = bary_store_describe (self->store, present);
      ours = bary_store_value_to_words (self->store, field, bary_record_get (present, field));
      theirs = bary_store_value_to_words (self->store, field, bary_record_get (incoming, field));
      bary_import_report_add (self->report, present, line, BARY_IMPORT_NOTICE_CONFLICT, title,
                              /* Translators: 1: a record, 2: a field, 3 and 4: its values */
                              g_strdup_printf (_("%1$s: “%2$s” was edited here and stays “%3$s”; the package has “%4$s”"),
                                               title, bary_field_get_label (field), ours, theirs));
    }
}

static void
report_twin (Import     *self,
             BaryRecord *record,
             guint       line,
             const char *twin)
{
  gboolean is_membership = bary_record_get_kind (record) == BARY_KIND_MEMBERSHIP;
  char *title;
  char *message;

  if (!bary_import_report_count (self->report))
    return;

  title = bary_store_describe (self->store, record);
  message = is_membership
              /* Translators: %s: a cluster, an organisation and a group */
              ? g_strdup_printf (_("%s: this membership is there already for these days; imported once"), title)
              /* Translators: %s: an organisation or a person */
              : g_strdup_printf (_("%s: named twice under different ids; imported once"), title);
  bary_import_report_add (self->report, record, line,
                          is_membership ? BARY_IMPORT_NOTICE_OVERLAP : BARY_IMPORT_NOTICE_TWIN, title, message);
}

/* Refusals */

/* A refusal of the data gets its place in the source; a fault of the disk has none there. */
static gboolean
place_error (Import      *self,
             guint        line,
             const char  *element,
             GError     **error)
{
  g_autofree char *place = NULL;

  if (error == NULL || *error == NULL ||
      ((*error)->domain != BARY_RECORD_ERROR && !g_error_matches (*error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED)))
    return FALSE;

  self->report->refused++;
  place = bary_record_source_dup_place (self->source, line);
  if (element != NULL)
    g_prefix_error (error, "%s, <%s>: ", place, element);
  else
    g_prefix_error (error, "%s: ", place);
  return FALSE;
}

static gboolean
refuse_double (Import      *self,
               BaryRecord  *record,
               guint        line,
               guint        before,
               GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: 1: an id, 2: a line */
               _("a record with the id %1$s stands in line %2$u already: ask the sender to make the package again"),
               bary_record_get_id (record), before);
  return place_error (self, line, bary_record_get_info (record)->name, error);
}

/* The records */

static void
redirect (Import     *self,
          BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (record, field);
      const char *standing;

      if (field->type != BARY_FIELD_REFERENCE || value == NULL)
        continue;
      standing = g_hash_table_lookup (self->standing, value);
      if (standing != NULL)
        bary_record_set (record, field, standing);
    }
}

/* What is new or the same is told by the source itself; only what changes is told with its values. */
static void
add_to_plan (Import            *self,
             BaryMergeVerdict   verdict,
             BaryRecord        *incoming,
             BaryRecord        *merged)
{
  const char letter = "nscx"[verdict];
  g_autofree char *json = merged != NULL ? bary_history_compose_fields (merged, 0) : NULL;

  g_checksum_update (self->plan, (const guchar *) bary_record_get_id (incoming), -1);
  g_checksum_update (self->plan, (const guchar *) &letter, 1);
  if (json != NULL)
    g_checksum_update (self->plan, (const guchar *) json, -1);
}

static void
count (Import           *self,
       BaryMergeVerdict  verdict)
{
  guint *const counts[] = {
    [BARY_MERGE_NEW] = &self->report->added,
    [BARY_MERGE_SAME] = &self->report->same,
    [BARY_MERGE_CHANGED] = &self->report->changed,
    [BARY_MERGE_CONFLICT] = &self->report->conflicts,
  };

  (*counts[verdict])++;
}

/* Asked by the first record of a kind, before it is there itself. */
static gboolean
load_present (Import      *self,
              BaryRecord  *record,
              BaryRecord **present,
              GError     **error)
{
  BaryKind kind = bary_record_get_kind (record);

  if (!self->came[kind] && !bary_mapper_has_rows (self->database, kind, &self->had_rows[kind], error))
    return FALSE;

  self->came[kind] = TRUE;
  return !self->had_rows[kind] || bary_mapper_load (self->database, kind, bary_record_get_id (record), present, error);
}

static gboolean
import_record (Import      *self,
               BaryRecord  *record,
               guint        line,
               GError     **error)
{
  g_autoptr (BaryRecord) present = NULL;
  g_autoptr (BaryRecord) merged = NULL;
  g_autofree char *twin = NULL;
  BaryMergeVerdict verdict;
  gboolean held = FALSE;
  guint64 conflicts;

  if (!load_present (self, record, &present, error))
    return FALSE;
  if (present == NULL && !bary_twins_find (self->twins, record, &twin, error))
    return FALSE;

  if (twin != NULL)
    {
      if (!bary_record_validate (record, error))
        return FALSE;
      report_twin (self, record, line, twin);
      g_checksum_update (self->plan, (const guchar *) twin, -1);
      g_hash_table_replace (self->standing, g_strdup (bary_record_get_id (record)), g_steal_pointer (&twin));
      self->report->same++;
      return TRUE;
    }

  if (!bary_merge (self->database, present, record, bary_record_source_prevails (self->source, record), &verdict, &merged, &conflicts, error))
    return FALSE;
  bary_twins_remember (self->twins, record, conflicts == 0);
  if (conflicts != 0)
    report_conflicts (self, present, record, line, conflicts);
  if ((present == NULL || merged != NULL) &&
      !bary_import_write (self->writer, self->left_out, present, merged != NULL ? merged : record, &held, error))
    return FALSE;
  if (held)
    bary_import_tell_held (self->store, record, line, present == NULL, self->report);
  if (held && (present == NULL || (conflicts == 0 && bary_record_equals (present, merged))))
    return TRUE;

  add_to_plan (self, verdict, record, merged);
  count (self, verdict);
  return TRUE;
}

static gboolean
visit (BaryRecord  *record,
       guint        line,
       gpointer     user_data,
       GError     **error)
{
  Import *self = user_data;
  guint before;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (!bary_id_table_add (self->lines, bary_record_get_id (record), MAX (line, 1), &before, error))
    return FALSE;
  if (before != 0)
    return refuse_double (self, record, line, before, error);

  if (g_hash_table_size (self->standing) > 0)
    redirect (self, record);

  return import_record (self, record, line, error) ||
         place_error (self, line, bary_record_get_info (record)->name, error);
}

/* The whole */

static gboolean
begin (Import      *self,
       const char  *name,
       const char  *subject,
       GError     **error)
{
  self->writer = bary_writer_begin (self->database, BARY_ACTION_IMPORT, 0, name, subject,
                                    bary_store_get_author (self->store), TRUE, error);
  if (self->writer == NULL)
    return FALSE;

  self->twins = bary_twins_new (self->database, error);
  return self->twins != NULL;
}

/* Only now is it known whether all references lead somewhere. */
static gboolean
finish (Import           *self,
        BaryImportFlags   flags,
        const char       *plan,
        GError          **error)
{
  const char *fault;
  guint line = 0;

  if (!bary_import_report_keep_plan (self->report, g_checksum_get_string (self->plan), plan, error))
    return FALSE;
  if (flags & BARY_IMPORT_DRY_RUN ? bary_writer_check (self->writer, error) : bary_writer_commit (self->writer, error))
    return bary_import_report_keep_preview (self->report, flags, self->database, bary_writer_peek_action (self->writer), error);

  fault = bary_writer_get_fault (self->writer);
  if (fault != NULL)
    bary_id_table_get (self->lines, fault, &line, NULL);
  return place_error (self, line, NULL, error);
}

gboolean
bary_store_import (BaryStore         *store,
                   const char        *name,
                   const char        *subject,
                   BaryRecordSource  *source,
                   BaryImportFlags    flags,
                   const char        *plan,
                   BaryImportReport  *report,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_auto (Import) self = { store, bary_store_get_database (store), source, NULL, report };
  GError *failure = NULL;

  g_return_val_if_fail (BARY_IS_STORE (store) && BARY_IS_RECORD_SOURCE (source) && report != NULL, FALSE);

  self.cancellable = cancellable;
  self.lines = bary_id_table_new ();
  self.plan = g_checksum_new (G_CHECKSUM_SHA256);
  self.standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!begin (&self, name, subject, &failure) ||
      !bary_record_source_foreach (source, visit, &self, cancellable, &failure) ||
      !bary_import_take_back (store, self.writer, source, self.lines, report, self.plan, &failure) ||
      !finish (&self, flags, plan, &failure))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_clear_pointer (&self.writer, bary_writer_free);
  if (!(flags & BARY_IMPORT_DRY_RUN))
    bary_store_announce (store);
  return TRUE;
}

gboolean
bary_store_rehearse (BaryRecordSource  *source,
                     BaryImportFlags    flags,
                     BaryImportReport  *report,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autofree char *folder = g_dir_make_tmp ("barycenter-XXXXXX", NULL);
  g_autofree char *path = NULL;
  BaryStore *store;
  gboolean accepted;

  if (folder == NULL)
    {
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_READ_ONLY,
                   /* Translators: %s: a folder */
                   _("%s: no file can be made in the folder for temporary files: make room there, or name another one in TMPDIR"),
                   g_get_tmp_dir ());
      return FALSE;
    }

  path = g_build_filename (folder, "rehearsal.db", NULL);
  store = bary_store_open (path, BARY_DATABASE_CREATE, error);
  accepted = store != NULL && bary_store_import (store, "", NULL, source, flags | BARY_IMPORT_DRY_RUN, NULL, report, cancellable, error);

  g_clear_object (&store);
  bary_file_discard (path);
  g_rmdir (folder);
  return accepted;
}

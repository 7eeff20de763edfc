#include "bary-import-absent.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-mapper.h"
#include "bary-store-private.h"

#include <glib/gi18n-lib.h>

#define CAME_IN \
  "EXISTS (SELECT 1 FROM change c JOIN action a ON a.id = c.action WHERE c.record = t.id AND c.was IS NULL AND a.type = 'import')"

typedef struct {
  BaryStore        *store;
  BaryDatabase     *database;
  BaryWriter       *writer;
  BaryIdTable      *lines;
  BaryImportReport *report;
  GChecksum        *plan;
} Absent;

/* Ids of parts of a whole. Returns: (transfer full) (nullable) */
static GPtrArray *
list_parts (Absent          *self,
            BaryKind         part,
            const BaryField *field,
            const char      *whole,
            const char      *condition,
            GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" t WHERE \"%s\" = ?1%s ORDER BY id", bary_kind_get_info (part)->name,
                                          field->name, condition);
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  BaryStep step;

  if (statement == NULL)
    return NULL;
  bary_statement_bind_text (statement, 0, whole);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (bary_statement_get_text (statement, 0)));
  return step == BARY_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static const BaryField *
find_reference (BaryKind part,
                BaryKind whole)
{
  const BaryKindInfo *info = bary_kind_get_info (part);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & BARY_FIELD_PART) && info->fields[i].target == whole)
      return &info->fields[i];
  return NULL;
}

/* Going */

static gboolean
remove_whole (Absent      *self,
              BaryKind     kind,
              const char  *id,
              GError     **error)
{
  g_autoptr (BaryRecord) record = NULL;

  for (guint part = 0; part < BARY_N_KINDS; part++)
    {
      const BaryField *field = find_reference (part, kind);
      g_autoptr (GPtrArray) ids = field != NULL ? list_parts (self, part, field, id, "", error) : NULL;

      if (field != NULL && ids == NULL)
        return FALSE;
      for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!remove_whole (self, part, ids->pdata[i], error))
          return FALSE;
    }
  if (!bary_mapper_load (self->database, kind, id, &record, error))
    return FALSE;
  return record == NULL || bary_writer_remove (self->writer, record, error);
}

static void
tell (Absent     *self,
      BaryRecord *record,
      const char *pattern)
{
  g_autoptr (BaryRecord) application = NULL;
  char *title;

  if (!bary_import_report_count (self->report))
    return;
  if (bary_record_get_kind (record) == BARY_KIND_EXPERT_ASSIGNMENT)
    application = bary_store_get (self->store, BARY_KIND_APPLICATION, bary_record_get_text (record, "application"), NULL);
  title = bary_store_describe (self->store, application != NULL ? application : record);
  bary_import_report_add (self->report, record, 0, BARY_IMPORT_NOTICE_TAKEN_BACK, title, g_strdup_printf (pattern, title));
}

/* Returns: 1 for a begun sheet, 0 for none, -1 on an error */
static int
has_sheet (Absent      *self,
           BaryRecord  *seat,
           GError     **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT 1 FROM score_sheet WHERE expert = ?1 AND application = ?2 LIMIT 1", error);

  if (statement == NULL)
    return -1;
  bary_statement_bind_text (statement, 0, bary_record_get_text (seat, "expert"));
  bary_statement_bind_text (statement, 1, bary_record_get_text (seat, "application"));
  return (int) bary_statement_step (statement, error);
}

static gboolean
mark_seat (Absent      *self,
           BaryRecord  *seat,
           GError     **error)
{
  g_autoptr (BaryRecord) marked = bary_record_copy (seat);

  bary_record_set_all (marked, "mode", "forbidden", "note", _("Taken back by the organiser"), NULL);
  if (bary_record_equals (seat, marked))
    return TRUE;
  self->report->changed++;
  tell (self, seat, /* Translators: %s: an application */
        _("%s: the application was taken back from the expert; the sheet that was begun stays, and does not go out"));
  return bary_writer_update (self->writer, seat, marked, error);
}

static gboolean
take_back (Absent      *self,
           BaryKind     kind,
           const char  *id,
           GError     **error)
{
  g_autoptr (BaryRecord) record = NULL;
  int begun;

  if (!bary_mapper_load (self->database, kind, id, &record, error))
    return FALSE;
  g_checksum_update (self->plan, (const guchar *) id, -1);
  begun = kind == BARY_KIND_EXPERT_ASSIGNMENT ? has_sheet (self, record, error) : 0;
  if (begun != 0)
    return begun > 0 && mark_seat (self, record, error);
  self->report->removed++;
  /* Translators: %s: a record */
  tell (self, record, _("%s: the sender has taken it back, and it goes here too"));
  return remove_whole (self, kind, id, error);
}

static gboolean
look_at_kind (Absent      *self,
              BaryKind     part,
              BaryKind     kind,
              const char  *whole,
              GError     **error)
{
  g_autoptr (GPtrArray) ids = list_parts (self, part, find_reference (part, kind), whole, " AND " CAME_IN, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      guint line;

      if (!bary_id_table_get (self->lines, ids->pdata[i], &line, error) || (line == 0 && !take_back (self, part, ids->pdata[i], error)))
        return FALSE;
    }
  return ids != NULL;
}

gboolean
bary_import_take_back (BaryStore         *store,
                       BaryWriter        *writer,
                       BaryRecordSource  *source,
                       BaryIdTable       *lines,
                       BaryImportReport  *report,
                       GChecksum         *plan,
                       GError           **error)
{
  Absent self = { store, bary_store_get_database (store), writer, lines, report, plan };

  for (guint part = 0; part < BARY_N_KINDS; part++)
    {
      BaryKind kind;
      const char *whole = bary_record_source_get_whole (source, part, &kind);

      if (whole != NULL && !look_at_kind (&self, part, kind, whole, error))
        return FALSE;
    }
  return TRUE;
}

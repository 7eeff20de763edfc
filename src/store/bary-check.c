#include "bary-check.h"

#include "bary-check-private.h"
#include "bary-config.h"
#include "bary-invariants.h"
#include "bary-location.h"
#include "bary-mapper.h"
#include "bary-migration.h"
#include "bary-search.h"

#include <glib/gi18n-lib.h>

#define MOST_PROBLEMS 100

void
bary_check_report (BaryCheck *self,
                   char      *problem)
{
  if (self->n_problems++ < MOST_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    g_free (problem);
}

void
bary_check_report_record (BaryCheck  *self,
                          BaryKind    kind,
                          const char *id,
                          const char *problem)
{
  /* Translators: 1: a kind of record, 2: an id, 3: what is wrong with it */
  bary_check_report (self, g_strdup_printf (_("%1$s %2$s: %3$s"), _(bary_kind_get_info (kind)->label), id, problem));
}

gboolean
bary_check_report_ids (BaryCheck   *self,
                       BaryKind     kind,
                       const char  *sql,
                       const char  *problem,
                       GError     **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    bary_check_report_record (self, kind, bary_statement_get_text (statement, 0), problem);

  return step == BARY_STEP_DONE;
}

/* Pages */

static gboolean
check_pages (BaryCheck  *self,
             GError    **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, "PRAGMA integrity_check", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      const char *words = bary_statement_get_text (statement, 0);

      if (!g_str_equal (words, "ok"))
        /* Translators: %s: what SQLite says, in English */
        bary_check_report (self, g_strdup_printf (_("The file is damaged: restore the last backup (%s)"), words));
    }
  return step == BARY_STEP_DONE;
}

/* FTS5 compares its index with the entries only as a write; nothing is written by it. */
static gboolean
check_search (BaryCheck  *self,
              GError    **error)
{
  int code;

  if (bary_database_is_read_only (self->database))
    return TRUE;

  code = sqlite3_exec (bary_database_get_handle (self->database),
                       "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if ((code & 0xff) != SQLITE_CORRUPT)
    {
      bary_database_set_error (self->database, code, error);
      return FALSE;
    }

  bary_check_report (self, g_strdup (_("The search does not know all the records: restore the last backup")));
  return TRUE;
}

/* Records */

static gboolean
check_record (BaryCheck   *self,
              BaryRecord  *record,
              GError     **error)
{
  g_autoptr (GError) invalid = NULL;
  BaryKind kind = bary_record_get_kind (record);
  gboolean agrees;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!bary_record_validate (record, &invalid))
    bary_check_report_record (self, kind, bary_record_get_id (record), invalid->message);
  if (!bary_entry_agrees (self->database, record, &agrees, error))
    return FALSE;
  if (!agrees)
    bary_check_report_record (self, kind, bary_record_get_id (record),
                              _("the search and the lists know it by other words: restore the last backup"));
  return TRUE;
}

static gboolean
check_records (BaryCheck  *self,
               BaryKind    kind,
               GError    **error)
{
  g_autofree char *columns = bary_mapper_get_columns (kind, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, bary_kind_get_info (kind)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      g_autoptr (BaryRecord) record = bary_mapper_read (statement, kind);

      if (!check_record (self, record, error))
        return FALSE;
    }
  return step == BARY_STEP_DONE;
}

static gboolean
check_reference (BaryCheck        *self,
                 BaryKind          kind,
                 const BaryField  *field,
                 GError          **error)
{
  const BaryKindInfo *target = bary_kind_get_info (field->target);
  g_autofree char *sql = g_strdup_printf ("SELECT t.id, t.\"%1$s\" FROM \"%2$s\" t WHERE t.\"%1$s\" IS NOT NULL "
                                          "AND NOT EXISTS (SELECT 1 FROM \"%3$s\" WHERE id = t.\"%1$s\")",
                                          field->name, bary_kind_get_info (kind)->name, target->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    /* Translators: 1: a kind of record, 2: a name or an id, 3: a field, 4: an id, 5: a kind of record */
    bary_check_report (self, g_strdup_printf (_("%1$s “%2$s”: “%3$s” refers to %4$s, and there is no record “%5$s” with this id: add it first or correct the reference"),
                                              _(bary_kind_get_info (kind)->label), bary_statement_get_text (statement, 0),
                                              bary_field_get_label (field), bary_statement_get_text (statement, 1), _(target->label)));
  return step == BARY_STEP_DONE;
}

/* Entries of records that are gone. */
static gboolean
check_entries (BaryCheck  *self,
               BaryKind    kind,
               GError    **error)
{
  const char *name = bary_kind_get_info (kind)->name;
  g_autofree char *sql = g_strdup_printf ("SELECT record FROM entry WHERE kind = '%1$s' "
                                          "AND NOT EXISTS (SELECT 1 FROM \"%1$s\" WHERE id = entry.record)", name);

  return bary_check_report_ids (self, kind, sql, _("the search still finds it, and it is gone: restore the last backup"), error);
}

static gboolean
check_kinds (BaryCheck  *self,
             GError    **error)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);

      if (!check_records (self, kind, error) || !check_entries (self, kind, error))
        return FALSE;
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == BARY_FIELD_REFERENCE && !check_reference (self, kind, &info->fields[i], error))
          return FALSE;
    }
  return TRUE;
}

static void
invariant_broken_cb (const char *message,
                     const char *id,
                     gpointer    user_data)
{
  bary_check_report (user_data, g_strdup (message));
}

/* One moment is looked at, however long it takes. */
static gboolean
check_snapshot (BaryCheck  *self,
                GError    **error)
{
  gboolean done;

  if (!bary_database_execute (self->database, "BEGIN", error))
    return FALSE;

  done = check_kinds (self, error) &&
         bary_invariants_foreach (self->database, invariant_broken_cb, self, error) &&
         bary_check_log (self, error);
  bary_database_rollback (self->database);
  return done;
}

static GPtrArray *
check_database (BaryDatabase  *database,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  BaryCheck check = { database, cancellable, problems, 0 };
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  bary_database_set_cancellable (database, cancellable);
  done = check_pages (&check, error);
  /* Where pages are damaged, nothing else can be trusted. */
  if (done && check.n_problems == 0)
    done = check_search (&check, error) && check_snapshot (&check, error);
  bary_database_set_cancellable (database, NULL);
  if (!done)
    return NULL;

  if (check.n_problems > problems->len)
    {
      guint more = check.n_problems - problems->len;

      g_ptr_array_add (problems, g_strdup_printf (ngettext ("… and %u more problem", "… and %u more problems", more), more));
    }
  return g_steal_pointer (&problems);
}

/* Asked for writing where that may be, for the sake of the search. */
GPtrArray *
bary_check_file (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (BaryDatabase) database = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  database = bary_database_open (path, bary_location_check_writable (path, NULL) ? BARY_DATABASE_READ_WRITE
                                                                                 : BARY_DATABASE_READ_ONLY, error);
  if (database == NULL || !bary_migration_check_latest (database, error))
    return NULL;

  return check_database (database, cancellable, error);
}

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

gboolean
bary_check_pages (BaryCheck  *self,
                  GError    **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, "PRAGMA integrity_check", error);
  BaryStep step;
  gint64 size;

  if (statement == NULL ||
      !bary_database_query_integer (self->database, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                                    &size, error))
    return FALSE;

  self->found = g_format_size (size);
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
               guint      *n_records,
               GError    **error)
{
  const char *columns = bary_mapper_get_columns (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\"", columns, bary_kind_get_info (kind)->name);
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      g_autoptr (BaryRecord) record = bary_mapper_read (statement, kind);

      (*n_records)++;
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
  guint n_records = 0;

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);

      if (!check_records (self, kind, &n_records, error) || !check_entries (self, kind, error))
        return FALSE;
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].type == BARY_FIELD_REFERENCE && !check_reference (self, kind, &info->fields[i], error))
          return FALSE;
    }
  self->found = g_strdup_printf (ngettext ("%u record", "%u records", n_records), n_records);
  return TRUE;
}

static void
invariant_broken_cb (const char *message,
                     const char *id,
                     gpointer    user_data)
{
  bary_check_report (user_data, g_strdup (message));
}

static gboolean
check_rules (BaryCheck  *self,
             GError    **error)
{
  return bary_invariants_foreach (self->database, invariant_broken_cb, self, error);
}

/* Parts */

static const char *const labels[] = {
  N_("The file"), N_("The search"), N_("Records and references"), N_("Rules between records"),
  N_("History"), N_("Appendices"), N_("The last backup"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (labels) == BARY_CHECK_N_PARTS);

const char *
bary_check_part_get_label (BaryCheckPart part)
{
  return _(labels[part]);
}

/* A check on its way. */
typedef struct {
  BaryCheck      check;
  BaryCheckup   *checkup;
  const char    *path;
  BaryCheckFunc  func;
  gpointer       user_data;
} Round;

static void
begin_part (Round *round)
{
  g_clear_pointer (&round->check.found, g_free);
}

static void
end_part (Round         *round,
          BaryCheckPart  part,
          guint          n_before)
{
  BaryCheckFinding *finding = &round->checkup->findings[part];

  finding->done = !round->check.absent;
  finding->n_problems = round->check.n_problems - n_before;
  finding->found = g_steal_pointer (&round->check.found);
  if (round->func != NULL)
    round->func (part, finding, round->user_data);
}

static gboolean
look_at (Round          *round,
         BaryCheckPart   part,
         gboolean      (*look) (BaryCheck *self, GError **error),
         GError        **error)
{
  guint n_before = round->check.n_problems;

  begin_part (round);
  if (g_cancellable_set_error_if_cancelled (round->check.cancellable, error) || !look (&round->check, error))
    return FALSE;

  end_part (round, part, n_before);
  return TRUE;
}

/* One moment is looked at, however long it takes. */
static gboolean
look_at_snapshot (Round   *round,
                  GError **error)
{
  gboolean done;

  if (!bary_database_execute (round->check.database, "BEGIN", error))
    return FALSE;

  done = look_at (round, BARY_CHECK_RECORDS, check_kinds, error) &&
         look_at (round, BARY_CHECK_RULES, check_rules, error) &&
         look_at (round, BARY_CHECK_HISTORY, bary_check_log, error) &&
         look_at (round, BARY_CHECK_APPENDICES, bary_check_appendices, error);
  bary_database_rollback (round->check.database);
  return done;
}

/* Where pages are damaged, nothing else can be trusted. */
static gboolean
look_at_database (Round   *round,
                  GError **error)
{
  BaryDatabase *database = round->check.database;
  gboolean done;

  bary_database_set_cancellable (database, round->check.cancellable);
  done = look_at (round, BARY_CHECK_PAGES, bary_check_pages, error);
  if (done && round->check.n_problems == 0)
    done = look_at (round, BARY_CHECK_SEARCH, check_search, error) && look_at_snapshot (round, error);
  bary_database_set_cancellable (database, NULL);
  return done;
}

static gboolean
look_at_backup (Round   *round,
                GError **error)
{
  guint n_before = round->check.n_problems;

  begin_part (round);
  if (g_cancellable_set_error_if_cancelled (round->check.cancellable, error) ||
      !bary_check_backup (&round->check, round->path, error))
    return FALSE;

  end_part (round, BARY_CHECK_BACKUP, n_before);
  return TRUE;
}

static void
count_rest (Round *round)
{
  guint more = round->check.n_problems - round->check.problems->len;

  if (more > 0)
    g_ptr_array_add (round->check.problems,
                     g_strdup_printf (ngettext ("… and %u more problem", "… and %u more problems", more), more));
}

/* Asked for writing where that may be, for the sake of the search. */
static BaryDatabase *
open_to_check (const char  *path,
               GError     **error)
{
  g_autoptr (BaryDatabase) database =
    bary_database_open (path, bary_location_check_writable (path, NULL) ? BARY_DATABASE_READ_WRITE : BARY_DATABASE_READ_ONLY,
                        error);

  return database != NULL && bary_migration_check_latest (database, error) ? g_steal_pointer (&database) : NULL;
}

static BaryCheckup *
check (const char     *path,
       gboolean        with_backup,
       BaryCheckFunc   func,
       gpointer        user_data,
       GCancellable   *cancellable,
       GError        **error)
{
  g_autoptr (BaryDatabase) database = open_to_check (path, error);
  g_autoptr (BaryCheckup) checkup = g_new0 (BaryCheckup, 1);
  Round round = { { database, cancellable }, checkup, path, func, user_data };
  gboolean done;

  checkup->problems = g_ptr_array_new_with_free_func (g_free);
  round.check.problems = checkup->problems;
  if (database == NULL)
    return NULL;

  done = look_at_database (&round, error) && (!with_backup || look_at_backup (&round, error));
  g_free (round.check.found);
  if (!done)
    return NULL;

  count_rest (&round);
  return g_steal_pointer (&checkup);
}

void
bary_checkup_free (BaryCheckup *checkup)
{
  for (guint i = 0; i < BARY_CHECK_N_PARTS; i++)
    g_free (checkup->findings[i].found);
  g_clear_pointer (&checkup->problems, g_ptr_array_unref);
  g_free (checkup);
}

BaryCheckup *
bary_check_all (const char     *path,
                BaryCheckFunc   func,
                gpointer        user_data,
                GCancellable   *cancellable,
                GError        **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return check (path, TRUE, func, user_data, cancellable, error);
}

GPtrArray *
bary_check_file (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (BaryCheckup) checkup = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  checkup = check (path, FALSE, NULL, NULL, cancellable, error);
  return checkup != NULL ? g_steal_pointer (&checkup->problems) : NULL;
}

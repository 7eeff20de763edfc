#include "bary-test-package.h"

#include "bary-id.h"

#include <string.h>

#define SHA256_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

void
test_set_up (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("bary-package-XXXXXX", &error);
  g_assert_no_error (error);
  path = test_path (fixture, "centre.db");
  fixture->store = bary_store_open (path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
}

void
test_tear_down (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = test_path (fixture, name);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

char *
test_path (Fixture    *fixture,
           const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

char *
test_source_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", name, NULL);
}

gboolean
test_import (BaryStore         *store,
             const char        *path,
             BaryImportReport  *report,
             GError           **error)
{
  g_autoptr (BaryPackage) package = bary_package_open (path, error);

  return package != NULL &&
         bary_store_import (store, "Import %s", path, BARY_RECORD_SOURCE (package), BARY_IMPORT_FLAGS_NONE, NULL, report, NULL, error);
}

void
test_export (BaryStore  *store,
             const char *path)
{
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ «Проба» & соседи", NULL);
  g_autoptr (BaryRecordSource) source = bary_store_source_new (store);
  g_autoptr (GError) error = NULL;

  bary_manifest_add_remark (manifest, NULL, "1 < 2");
  bary_package_write (path, manifest, source, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
dump_record (BaryRecord  *record,
             guint        line,
             gpointer     user_data,
             GError     **error)
{
  GPtrArray *lines = user_data;
  const BaryKindInfo *info = bary_record_get_info (record);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%02d %s", info->kind, bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (bary_record_get (record, &info->fields[i]) != NULL)
      g_string_append_printf (text, " %s=[%s]", info->fields[i].name, bary_record_get (record, &info->fields[i]));
  g_ptr_array_add (lines, g_string_free (text, FALSE));
  return TRUE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
test_dump (BaryRecordSource *source)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  bary_record_source_foreach (source, dump_record, lines, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
test_dump_package (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);

  g_assert_no_error (error);
  return test_dump (BARY_RECORD_SOURCE (package));
}

char *
test_dump_store (BaryStore *store)
{
  g_autoptr (BaryRecordSource) source = bary_store_source_new (store);

  return test_dump (source);
}

static void
append_rows (GString      *text,
             BaryDatabase *database,
             const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  while (bary_statement_step (statement, &error) == BARY_STEP_ROW)
    g_string_append_printf (text, "\n%s", bary_statement_get_text (statement, 0));
  g_assert_no_error (error);
}

char *
test_digest (BaryStore *store)
{
  BaryDatabase *database = bary_store_get_database (store);
  g_autofree char *records = test_dump_store (store);
  GString *text = g_string_new (records);

  append_rows (text, database, "SELECT id || type || stamp || name FROM action ORDER BY id");
  append_rows (text, database, "SELECT action || ' ' || ordinal || coalesce (was, '-') || coalesce (became, '-') FROM change");
  append_rows (text, database, "SELECT action || ' ' || redoable FROM undone");
  append_rows (text, database, "SELECT record || sort_key || names || words FROM entry ORDER BY record");
  append_rows (text, database, "SELECT rowid FROM search WHERE search MATCH 'а* OR г* OR с* OR ш*' ORDER BY rowid");
  return g_string_free (text, FALSE);
}

static char *
make_value (const BaryField *field,
            guint            number,
            char           **ids)
{
  switch (field->type)
    {
    case BARY_FIELD_LONG_TEXT:
      return g_strdup_printf ("Первый абзац «%u» <&>.\n\n\tВторой — ]]> \"в кавычках\".", number);
    case BARY_FIELD_INTEGER:
      return g_strdup_printf ("%u", number);
    case BARY_FIELD_TIME:
      return g_strdup_printf ("%02u:30", number % 24);
    case BARY_FIELD_PERIOD:
      return g_strdup_printf ("%u мая / %u мая", 1 + number % 15, 16 + number % 15);
    case BARY_FIELD_NUMBER:
      return g_strdup_printf ("-%u.125", number);
    case BARY_FIELD_DATE:
      return g_strdup_printf ("2025-09-%02u", number % 28 + 1);
    case BARY_FIELD_CHOICE:
      return g_strdup (field->choices[field->choices[1].word != NULL ? number % 2 : 0].word);
    case BARY_FIELD_REFERENCE:
      return g_strdup (ids[field->target]);
    case BARY_FIELD_PHONE:
      return g_strdup_printf ("+7 (812) 730-01-%02u, доб. 5", number);
    case BARY_FIELD_EMAIL:
      return g_strdup_printf ("school%u@mail.ru", number);
    case BARY_FIELD_SITE:
      return g_strdup_printf ("https://school%u.ru/?a=1&b=2", number);
    case BARY_FIELD_TEXT:
    default:
      return g_strdup_printf ("ГБОУ СОШ № %u <«Ёлка» & К°>", number);
    }
}

static BaryRecord *
make_record (BaryKind     kind,
             const char  *id,
             char       **ids)
{
  BaryRecord *record = bary_record_new (kind, id);
  const BaryKindInfo *info = bary_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = make_value (&info->fields[i], kind + i, ids);

      bary_record_set (record, &info->fields[i], value);
    }
  return record;
}

static BaryRecord *
add_second (GPtrArray  *records,
            BaryKind    kind,
            char      **ids)
{
  BaryRecord *second = make_record (kind, NULL, ids);

  g_ptr_array_add (records, second);
  return second;
}

/* A file is of one thing: here is one of each. */
static void
add_appendices (GPtrArray   *records,
                BaryRecord  *record,
                char       **ids)
{
  static const char *const wholes[] = { "application", "revision", "approval", "contest" };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      BaryRecord *appendix = i == 0 ? record : add_second (records, BARY_KIND_APPENDIX, ids);

      bary_record_set_all (appendix, "sha256", SHA256_OF_NOTHING, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (wholes); j++)
        if (j != i)
          bary_record_set_all (appendix, wholes[j], NULL, NULL);
    }
}

/* Some rules forbid a record to refer to itself or to one thing twice: for those there is a second record. */
GPtrArray *
test_full_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  const char *partner = NULL;
  const char *other = NULL;
  const char *least = NULL;
  char *ids[BARY_N_KINDS];

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    ids[kind] = bary_id_new ();

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      g_autoptr (BaryRecord) record = make_record (kind, ids[kind], ids);
      BaryRecord *second = NULL;

      if (kind == BARY_KIND_ORGANISATION || kind == BARY_KIND_BODY || kind == BARY_KIND_MEMBERSHIP ||
          kind == BARY_KIND_EVENT)
        second = add_second (records, kind, ids);
      if (kind == BARY_KIND_ORGANISATION)
        {
          bary_record_set_all (second, "name", "Второе", NULL);
          partner = bary_record_get_id (second);
        }
      if (kind == BARY_KIND_APPENDIX)
        add_appendices (records, record, ids);
      if (kind == BARY_KIND_BODY)
        {
          bary_record_set_all (record, "parent", bary_record_get_id (second), NULL);
          bary_record_set_all (second, "name", "Второе", "parent", NULL, NULL);
        }
      if (kind == BARY_KIND_MEMBERSHIP)
        bary_record_set_all (second, "organisation", partner, NULL);
      if (kind == BARY_KIND_LINK)
        bary_record_set_all (record, "partner", partner, NULL);
      if (kind == BARY_KIND_EVENT)
        other = bary_record_get_id (second);
      if (kind == BARY_KIND_CONFLICT_NOTE)
        bary_record_set_all (record, "other", other, NULL);
      if (kind == BARY_KIND_CONTEST_CRITERION)
        {
          least = bary_record_get_text (record, "least");
          bary_record_set_all (record, "most", least, NULL);
        }
      if (kind == BARY_KIND_EXPERT_MARK)
        bary_record_set_all (record, "value", least, NULL);
      if (kind == BARY_KIND_OBLIGATION_RULE)
        bary_record_set_all (record, "last_day", "-0.5", NULL);
      g_ptr_array_add (records, g_steal_pointer (&record));
    }

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    g_free (ids[kind]);
  return records;
}

#define TEST_TYPE_SOURCE (test_source_get_type ())
G_DECLARE_FINAL_TYPE (TestSource, test_source, TEST, SOURCE, GObject)

struct _TestSource {
  GObject    parent_instance;

  GPtrArray *records;
};

static void test_source_iface_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSource, test_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, test_source_iface_init))

static void
test_source_finalize (GObject *object)
{
  g_ptr_array_unref (TEST_SOURCE (object)->records);

  G_OBJECT_CLASS (test_source_parent_class)->finalize (object);
}

static void
test_source_class_init (TestSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_source_finalize;
}

static void
test_source_init (TestSource *self)
{
}

static gboolean
test_source_foreach (BaryRecordSource   *source,
                     BaryRecordVisitor   visitor,
                     gpointer            user_data,
                     GCancellable       *cancellable,
                     GError            **error)
{
  GPtrArray *records = TEST_SOURCE (source)->records;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (BaryRecord) copy = bary_record_copy (records->pdata[i]);

      if (!visitor (copy, i + 1, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_source_iface_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = test_source_foreach;
}

BaryRecordSource *
test_source_new (GPtrArray *records)
{
  TestSource *self = g_object_new (TEST_TYPE_SOURCE, NULL);

  self->records = g_ptr_array_ref (records);
  return BARY_RECORD_SOURCE (self);
}

#include "bary-test-store.h"

#include "bary-check.h"

#include <glib/gstdio.h>

#define ZERO_IN_BASE64 "MA=="
#define SHA256_OF_ZERO "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"

void
test_copy_file (const char *from,
                const char *to)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

gint64
test_get_last_action (BaryStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  bary_store_get_last (store, &action, &error);
  g_assert_no_error (error);
  return action;
}

void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bary-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "centre.db", NULL);
  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

char *
fixture_name (Fixture    *fixture,
              const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
commit (BaryStore   *store,
        BaryChanges *changes)
{
  g_autoptr (GError) error = NULL;

  bary_store_commit (store, "Change", NULL, changes, &error);
  g_assert_no_error (error);
}

BaryRecord *
test_add (BaryStore *store,
          BaryKind   kind,
          ...)
{
  g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const char *name;
  va_list args;

  va_start (args, kind);
  while ((name = va_arg (args, const char *)) != NULL)
    bary_record_set_all (record, name, va_arg (args, const char *), NULL);
  va_end (args);

  bary_changes_add (changes, record);
  commit (store, changes);
  return g_steal_pointer (&record);
}

BaryRecord *
test_add_school (BaryStore  *store,
                 const char *name)
{
  return test_add (store, BARY_KIND_ORGANISATION, "name", name, "kind", "school", NULL);
}

gboolean
test_set (BaryStore   *store,
          BaryRecord  *record,
          const char  *field,
          const char  *value,
          GError     **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_changes_set (changes, record, field, value);
  return bary_store_commit (store, "Change %s", bary_record_get_name (record), changes, error);
}

gint64
test_count (BaryStore *store,
            BaryKind   kind)
{
  g_autoptr (GError) error = NULL;
  gint64 count;

  bary_store_count (store, kind, &count, &error);
  g_assert_no_error (error);
  return count;
}

/* A value that fits: a reference takes the last record of its kind. */
static char *
make_value (const BaryField *field,
            BaryRecord     **last)
{
  switch (field->type)
    {
    case BARY_FIELD_INTEGER: return g_strdup ("1");
    case BARY_FIELD_NUMBER: return g_strdup ("-12.5");
    case BARY_FIELD_TIME: return g_strdup ("09:30");
    case BARY_FIELD_PERIOD: return g_strdup ("Март – май");
    case BARY_FIELD_DATE: return g_strdup (g_str_equal (field->name, "to") || g_str_equal (field->name, "valid_until")
                                             ? "2026-08-31" : "2025-09-01");
    case BARY_FIELD_CHOICE: return g_strdup (field->choices[0].word);
    case BARY_FIELD_REFERENCE: return g_strdup (last[field->target] != NULL ? bary_record_get_id (last[field->target]) : NULL);
    case BARY_FIELD_PHONE: return g_strdup ("+7 812 730-01-02");
    case BARY_FIELD_EMAIL: return g_strdup ("school@mail.ru");
    case BARY_FIELD_SITE: return g_strdup ("https://school352.ru");
    case BARY_FIELD_LONG_TEXT: return g_strdup_printf ("Первый абзац «%s»\nвторой \"абзац\"", field->name);
    default: return g_strdup_printf ("%s ё", field->name);
    }
}

static BaryRecord *
make_full (BaryKind     kind,
           BaryRecord **last)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  BaryRecord *record = bary_record_new (kind, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = make_value (&info->fields[i], last);

      bary_record_set (record, &info->fields[i], value);
    }
  return record;
}

static void
change_some (BaryStore  *store,
             BaryRecord *organisation)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (test_set (store, organisation, "phone", NULL, &error));
  g_assert_true (test_set (store, organisation, "name", "ГБОУ лицей № 395", &error));
  g_assert_true (test_set (store, organisation, "note", "a\nb", &error));
  g_assert_true (bary_store_undo (store, &error));
  g_assert_true (bary_store_undo (store, &error));
  g_assert_true (bary_store_redo (store, &error));
  g_assert_no_error (error);
}

void
test_fill_richly (BaryStore *store)
{
  BaryRecord *last[BARY_N_KINDS] = { NULL };
  g_autoptr (BaryRecord) partner = test_add_school (store, "ГБОУ СОШ № 352");
  g_autoptr (BaryRecord) spare = test_add_school (store, "ГБОУ СОШ № 7");
  g_autoptr (BaryChanges) removal = bary_changes_new ();

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      g_autoptr (BaryChanges) changes = bary_changes_new ();

      last[kind] = make_full (kind, last);
      if (kind == BARY_KIND_LINK)
        bary_record_set_all (last[kind], "partner", bary_record_get_id (partner), NULL);
      if (kind == BARY_KIND_CLUSTER)
        bary_record_set_all (last[kind], "base_site", bary_record_get_id (partner), NULL);
      if (kind == BARY_KIND_APPENDIX)
        bary_record_set_all (last[kind], "sha256", SHA256_OF_ZERO, "application", NULL, "revision", NULL, "contest", NULL, NULL);
      if (kind == BARY_KIND_APPENDIX_CHUNK)
        bary_record_set_all (last[kind], "data", ZERO_IN_BASE64, NULL);
      /* Its parts come after it, each in an action of its own. */
      if (kind == BARY_KIND_CONTEST)
        bary_record_set_all (last[kind], "frozen_on", NULL, "order_number", NULL, NULL);
      if (kind == BARY_KIND_CONFLICT_NOTE)
        bary_record_set_all (last[kind], "other", NULL, NULL);
      bary_changes_add (changes, last[kind]);
      commit (store, changes);
    }

  change_some (store, last[BARY_KIND_ORGANISATION]);
  bary_changes_remove (removal, spare);
  commit (store, removal);
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    g_object_unref (last[kind]);
}

static void
dump_record (GString    *lines,
             BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *value = bary_record_get (record, &info->fields[i]);
      g_autofree char *escaped = g_strescape (value != NULL ? value : "", NULL);

      if (value != NULL)
        g_string_append_printf (lines, "%s %s %s \"%s\"\n", info->name, bary_record_get_id (record), info->fields[i].name, escaped);
    }
}

char *
test_dump (BaryStore *store)
{
  GString *lines = g_string_new (NULL);

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaryQuery) query = bary_query_new (kind);
      g_autoptr (GPtrArray) records = bary_store_select (store, query, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        dump_record (lines, records->pdata[i]);
    }
  return g_string_free (lines, FALSE);
}

void
test_assert_sound (BaryStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = bary_check_file (bary_store_get_path (store), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

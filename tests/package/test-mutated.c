#include "bary-edit-export.h"
#include "bary-reader.h"
#include "bary-test-package.h"

#include <string.h>
#include <time.h>

/* Packages of four kinds, changed at random: taken, or refused with the place, what is wrong and what to do. A seed of
 * its own decides on the changes, so that what fails once fails again. */

#define SHORT 100000
#define LONG 10000000
#define SEED 20261123
#define MOST_SECONDS 1

typedef struct {
  const char *name;
  char     *(*make) (Fixture *fixture, const char *path);
  gboolean   sealed; /* no change does no harm */
} Sort;

static gboolean
check (BaryRecord  *record,
       guint        line,
       gpointer     user_data,
       GError     **error)
{
  g_autoptr (BaryRecord) owned = record;

  g_assert_cmpuint (line, >, 0);
  return bary_record_validate (owned, error);
}

static gboolean
check_edit (const BarySentEdit  *edit,
            guint                line,
            gpointer             user_data,
            GError             **error)
{
  g_assert_cmpuint (line, >, 0);
  return TRUE;
}

static gboolean
check_knowledge (const BarySentKnowledge  *knowledge,
                 gpointer                  user_data,
                 GError                  **error)
{
  return TRUE;
}

/* What is sound */

static char *
write_records (Fixture    *fixture,
               const char *path,
               BaryKey    *key)
{
  g_autoptr (GPtrArray) records = test_full_records ();
  g_autoptr (BaryRecordSource) source = test_source_new (records);
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ", "Положение");
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  bary_manifest_add_remark (manifest, bary_record_get_id (records->pdata[0]), "замечание");
  if (key != NULL)
    bary_manifest_set_signer (manifest, key);
  g_ptr_array_set_size (records, 8);
  bary_package_write (path, manifest, source, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static char *
make_plain (Fixture    *fixture,
            const char *path)
{
  return write_records (fixture, path, NULL);
}

static char *
make_signed (Fixture    *fixture,
             const char *path)
{
  g_autoptr (BaryKey) key = bary_key_new ();

  return write_records (fixture, path, key);
}

static char *
make_changes (Fixture    *fixture,
              const char *path)
{
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ", NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) school = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (BaryEditSource) edits = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  bary_record_set_all (school, "name", "Школа № 352", "kind", "school", "note", "a\nb", NULL);
  bary_changes_add (changes, school);
  bary_store_commit (fixture->store, "Add", NULL, changes, &error);
  g_assert_no_error (error);
  edits = bary_edit_export_new (fixture->store, NULL, &error);
  bary_package_write_changes (path, NULL, manifest, edits, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static char *
make_receipt (Fixture    *fixture,
              const char *path)
{
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("ИМЦ", NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BaryRecordSource) source = test_source_new (none);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_free (manifest->kind);
  manifest->kind = g_strdup ("receipt");
  manifest->answer = g_new0 (BaryPackageAnswer, 1);
  manifest->answer->package = g_strdup (manifest->id);
  manifest->answer->outcome = g_strdup ("refused");
  manifest->answer->moment = g_strdup (manifest->created);
  manifest->answer->reason = g_strdup ("файл повреждён");
  bary_package_write (path, manifest, source, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static const Sort sorts[] = {
  { "plain", make_plain, FALSE },
  { "signed", make_signed, TRUE },
  { "changes", make_changes, FALSE },
  { "receipt", make_receipt, FALSE },
};

/* What is done to it */

static void
mutate (GString *bytes,
        GRand   *random)
{
  static const char *const pieces[] = {
    "<", ">", "&", "&amp;", "&#0;", "&#xD800;", "]]>", "<!", "<?", "\"", "'", "/>", "</", "\xff", "\xd0", "<organisation>",
    "</organisation>", "</records>", "</edits>", "<signature>", " xmlns='urn:x'", "<a:b>", "2025-02-30", "-->", "<name>", "</name>", "\r", "=",
  };
  guint n = g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n && bytes->len > 0; i++)
    {
      gsize at = g_rand_int_range (random, 0, bytes->len);
      gsize wanted = g_rand_int_range (random, 1, 40);
      gsize length = MIN (bytes->len - at, wanted);
      g_autofree char *piece = g_memdup2 (bytes->str + at, length);

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          bytes->str[at] ^= 1 << g_rand_int_range (random, 0, 8);
          break;
        case 1:
          g_string_erase (bytes, at, length);
          break;
        case 2:
          g_string_insert_len (bytes, at, piece, length);
          break;
        case 3:
          g_string_truncate (bytes, at);
          break;
        case 4:
          g_string_insert (bytes, at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          break;
        default:
          g_string_insert_len (bytes, g_rand_int_range (random, 0, bytes->len), piece, length);
        }
    }
}

/* "FILE, line N: what is wrong: what to do" */
static void
assert_says_all (const GError *error)
{
  const char *wrong;

  g_assert_true (error->domain == BARY_PACKAGE_ERROR || error->domain == BARY_RECORD_ERROR);
  if (error->domain == BARY_RECORD_ERROR)
    return; /* the place is put before it by who reads the package */

  g_assert_true (g_str_has_prefix (error->message, "mutated.xml, line "));
  wrong = strstr (error->message, ": ");
  g_assert_nonnull (wrong);
  if (strchr (wrong + 2, ':') == NULL && strchr (wrong + 2, ';') == NULL)
    g_error ("no remedy: %s", error->message);
}

/* Returns: whether it was accepted. */
static gboolean
read_mutated (const GString *bytes,
              GRand         *random)
{
  static const BaryEditVisitor visitor = { check_edit, check_knowledge };
  g_autoptr (BaryReader) reader = bary_reader_new ("mutated.xml", check, NULL);
  g_autoptr (GError) error = NULL;
  gsize piece = g_rand_int_range (random, 1, 2000);
  gboolean sound = TRUE;

  bary_reader_set_edit_visitor (reader, &visitor, NULL);
  for (gsize i = 0; sound && i < bytes->len; i += piece)
    sound = bary_reader_feed (reader, bytes->str + i, MIN (piece, bytes->len - i), &error);
  sound = sound && bary_reader_finish (reader, &error);

  if (sound)
    return TRUE;
  g_assert_nonnull (error);
  assert_says_all (error);
  return FALSE;
}

/* Of the processor: what a busy machine does not blur. */
static double
get_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
test_mutated (Fixture       *fixture,
              gconstpointer  data)
{
  const Sort *sort = data;
  g_autofree char *path = test_path (fixture, "sound.xml");
  g_autofree char *contents = sort->make (fixture, path);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (GString) bytes = g_string_new (NULL);
  guint rounds = (g_getenv ("BARYCENTER_LONG") != NULL ? LONG : SHORT) / G_N_ELEMENTS (sorts);
  guint accepted = 0;

  g_string_assign (bytes, contents);
  g_assert_true (read_mutated (bytes, random));
  for (guint i = 0; i < rounds; i++)
    {
      double seconds = get_seconds ();

      g_string_assign (bytes, contents);
      mutate (bytes, random);
      accepted += read_mutated (bytes, random);
      g_assert_cmpfloat (get_seconds () - seconds, <, MOST_SECONDS);
    }

  /* Some changes do no harm; were there many, the checks would see too little. */
  g_test_message ("%u of %u were accepted", accepted, rounds);
  g_assert_true ((accepted == 0) == sort->sealed);
  g_assert_cmpuint (accepted, <, rounds / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      g_autofree char *name = g_strconcat ("/mutated/", sorts[i].name, NULL);

      g_test_add (name, Fixture, &sorts[i], test_set_up, test_mutated, test_tear_down);
    }
  return g_test_run ();
}

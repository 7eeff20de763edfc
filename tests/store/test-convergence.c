#include "bary-test-store.h"

#include "bary-check.h"
#include "bary-digest.h"
#include "bary-edit-export.h"
#include "bary-id.h"
#include "bary-merge.h"
#include "bary-package-writer.h"
#include "bary-package.h"
#include "bary-store-source.h"

#include <glib/gstdio.h>

/* Centres that edit the same records apart and send packages that are lost, doubled, late and out of order. In the end
 * each gets what it is missing, and all say the same. BARY_HISTORIES gives another number of histories, BARY_CENTRES and
 * BARY_STEPS make each of them larger. */

#define CENTRES 5
#define STEPS 40
#define LONG 100000
#ifdef __SANITIZE_ADDRESS__
#define SHORT 60
#else
#define SHORT 2000 /* with some eight thousand imports that are undone */
#endif

typedef struct {
  char      *path;
  BaryStore *store;
} Centre;

typedef struct {
  char      *folder;
  char      *template;
  guint      n_centres;
  guint      n_steps;
  Centre    *centres;
  GPtrArray *packages; /* (element-type utf8): paths of all that were ever sent */
  guint      n_undone; /* imports that were taken back and compared */
} World;

/* Centres */

static void
centre_open (World *world,
             guint  number)
{
  Centre *centre = &world->centres[number];
  g_autofree char *name = g_strdup_printf ("centre-%u.db", number);
  g_autofree char *replica = bary_id_new ();
  g_autoptr (GError) error = NULL;

  centre->path = g_build_filename (world->folder, name, NULL);
  test_copy_file (world->template, centre->path);
  centre->store = bary_store_open (centre->path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  bary_database_execute (bary_store_get_database (centre->store), "PRAGMA synchronous = OFF", &error);
  g_assert_no_error (error);
  bary_store_set_meta (centre->store, BARY_META_REPLICA, replica, &error);
  g_assert_no_error (error);
}

static void
centre_close (Centre *centre)
{
  g_clear_object (&centre->store);
  g_unlink (centre->path);
  g_clear_pointer (&centre->path, g_free);
}

static char *
get_digest (BaryStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryLedger) ledger = bary_ledger_open (bary_store_get_database (store), &error);
  guint8 digest[BARY_DIGEST_LENGTH];
  GString *hex = g_string_new (NULL);

  g_assert_no_error (error);
  bary_digest_all (ledger, digest, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < BARY_DIGEST_LENGTH; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

/* Every edit that a centre knows, in an order of its own */

static gboolean
note_edit (const BarySentEdit  *edit,
           guint                line,
           gpointer             user_data,
           GError             **error)
{
  const BaryKindInfo *info = bary_record_get_info (edit->record);
  GString *note = g_string_new (NULL);

  g_string_printf (note, "%s %" G_GINT64_FORMAT " %u %s %d", edit->replica, edit->stamp, edit->ordinal,
                   bary_record_get_id (edit->record), edit->operation);
  for (guint i = 0; i < info->n_fields; i++)
    if (edit->fields & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (note, " %s=%s", info->fields[i].name, bary_record_get (edit->record, &info->fields[i]));
  g_ptr_array_add (user_data, g_string_free (note, FALSE));
  return TRUE;
}

static gboolean
note_knowledge (const BarySentKnowledge  *knowledge,
                gpointer                  user_data,
                GError                  **error)
{
  return TRUE;
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_edits (BaryStore *store)
{
  static const BaryEditVisitor visitor = { note_edit, note_knowledge };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryEditSource) edits = bary_edit_export_new (store, NULL, &error);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  bary_edit_source_foreach (edits, &visitor, notes, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (notes, compare_notes);
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

/* Edits */

static BaryRecord *
pick (BaryStore *store,
      BaryKind   kind)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  g_autoptr (GPtrArray) records = bary_store_select (store, query, NULL);

  g_assert_nonnull (records);
  return records->len > 0 ? g_object_ref (records->pdata[g_test_rand_int_range (0, records->len)]) : NULL;
}

static void
add_something (BaryStore *store)
{
  g_autoptr (BaryRecord) organisation = pick (store, BARY_KIND_ORGANISATION);
  g_autofree char *name = g_strdup_printf ("Новая %d", g_test_rand_int_range (0, 1000));
  g_autoptr (BaryRecord) added = NULL;

  if (organisation == NULL || g_test_rand_bit ())
    added = test_add (store, BARY_KIND_ORGANISATION, "name", name, "kind", "school", NULL);
  else
    added = test_add (store, BARY_KIND_PERSON, "name", name, "organisation", bary_record_get_id (organisation), NULL);
}

static void
set_something (BaryStore *store)
{
  static const char *const fields[] = { "name", "phone", "note", "phone" };
  static const char *const values[] = { "730-01-01", "730-01-02", "730-01-03", NULL };
  g_autoptr (BaryRecord) record = pick (store, g_test_rand_bit () ? BARY_KIND_ORGANISATION : BARY_KIND_PERSON);
  const char *field = fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];
  const char *value = values[g_test_rand_int_range (0, G_N_ELEMENTS (values))];
  g_autoptr (GError) error = NULL;

  if (record == NULL || (g_str_equal (field, "name") && value == NULL))
    return;
  test_set (store, record, field, value, &error);
  g_assert_no_error (error);
}

/* What people refer to stays here; elsewhere others may refer to it meanwhile. */
static void
remove_something (BaryStore *store)
{
  g_autoptr (BaryRecord) record = pick (store, g_test_rand_bit () ? BARY_KIND_ORGANISATION : BARY_KIND_PERSON);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  if (record == NULL)
    return;
  bary_changes_remove (changes, record);
  bary_store_commit (store, "Remove", NULL, changes, NULL);
}

static void
edit_somehow (BaryStore *store)
{
  int dice = g_test_rand_int_range (0, 20);

  if (dice < 12)
    set_something (store);
  else if (dice < 15)
    add_something (store);
  else if (dice < 17)
    remove_something (store);
  else if (dice < 19)
    bary_store_undo (store, NULL);
  else
    bary_store_redo (store, NULL);
}

/* Packages */

/* Returns: (transfer full): the path. @to: NULL: for anybody */
static char *
send (World      *world,
      BaryStore  *from,
      BaryStore  *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *peer = to != NULL ? bary_store_dup_meta (to, BARY_META_REPLICA) : NULL;
  g_autoptr (BaryEditSource) edits = bary_edit_export_new (from, peer, &error);
  g_autoptr (BaryManifest) manifest = bary_manifest_new_now ("Центр", NULL);
  g_autofree char *name = g_strdup_printf ("%u.bary.xml", world->packages->len);
  char *path = g_build_filename (world->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);

  g_assert_no_error (error);
  bary_package_write_changes (path, G_OUTPUT_STREAM (stream), manifest, edits, NULL, &error);
  g_assert_no_error (error);
  bary_ledger_mark_sent (bary_store_get_database (from), &error);
  g_assert_no_error (error);
  g_ptr_array_add (world->packages, g_strdup (path));
  return path;
}

static gboolean
receive (BaryStore        *store,
         const char       *path,
         BaryImportFlags   flags,
         const char       *plan,
         BaryImportReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);
  gboolean merged;

  g_assert_no_error (error);
  bary_package_read_manifest (package, &error);
  g_assert_no_error (error);
  merged = bary_store_merge (store, "Import", NULL, BARY_EDIT_SOURCE (package), flags, plan, report, NULL, &error);
  if (!merged && plan != NULL)
    g_test_message ("%s", error->message);
  if (!merged && !g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_GAP))
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED);
  return merged;
}

static gint64
count_actions (BaryStore *store)
{
  gint64 n = 0;

  bary_database_query_integer (bary_store_get_database (store), "SELECT count (*) FROM action", &n, NULL);
  return n;
}

/* The preview does not change anything and says what is done; undone it leaves no trace in the state; redone it is
 * there again. */
static void
receive_carefully (World      *world,
                   BaryStore  *store,
                   const char *path)
{
  g_auto (BaryImportReport) preview = { 0 };
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *before = get_digest (store);
  g_autofree char *edits_before = list_edits (store);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *edits_undone = NULL;
  g_autofree char *redone = NULL;
  gint64 n_actions = count_actions (store);

  if (!receive (store, path, BARY_IMPORT_DRY_RUN, NULL, &preview))
    return;
  g_assert_cmpint (count_actions (store), ==, n_actions);
  g_assert_true (receive (store, path, BARY_IMPORT_FLAGS_NONE, preview.plan, &report));
  if (count_actions (store) == n_actions)
    return;

  after = get_digest (store);
  g_assert_true (bary_store_undo (store, NULL));
  undone = get_digest (store);
  edits_undone = list_edits (store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (edits_undone, ==, edits_before);
  g_assert_true (bary_store_redo (store, NULL));
  redone = get_digest (store);
  g_assert_cmpstr (redone, ==, after);
  world->n_undone++;
}

static void
step (World *world)
{
  guint from = g_test_rand_int_range (0, world->n_centres);
  guint to = (from + g_test_rand_int_range (1, world->n_centres)) % world->n_centres;
  int dice = g_test_rand_int_range (0, 10);

  if (dice < 6)
    edit_somehow (world->centres[from].store);
  else if (dice < 8)
    g_free (send (world, world->centres[from].store, dice == 6 ? NULL : world->centres[to].store));
  else if (world->packages->len > 0)
    receive_carefully (world, world->centres[to].store,
                       world->packages->pdata[g_test_rand_int_range (0, world->packages->len)]);
}

static void
pass_on (World *world,
         guint  from,
         guint  to)
{
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *path = send (world, world->centres[from].store, world->centres[to].store);

  g_assert_true (receive (world->centres[to].store, path, BARY_IMPORT_FLAGS_NONE, NULL, &report));
}

/* Each tells one of them what that is missing, and is told by it: after two rounds all have heard of everything. */
static void
settle (World *world)
{
  guint middle = g_test_rand_int_range (0, world->n_centres);

  for (guint round = 0; round < 2; round++)
    for (guint from = 0; from < world->n_centres; from++)
      for (guint to = 0; to < world->n_centres; to++)
        if (from != to && (from == middle || to == middle))
          pass_on (world, from, to);
}

static void
assert_agreed (World *world)
{
  g_autofree char *digest = get_digest (world->centres[0].store);
  g_autofree char *edits = list_edits (world->centres[0].store);

  test_assert_sound (world->centres[0].store);
  for (guint i = 1; i < world->n_centres; i++)
    {
      g_autofree char *other = get_digest (world->centres[i].store);
      g_autofree char *other_edits = list_edits (world->centres[i].store);

      g_assert_cmpstr (other_edits, ==, edits);
      g_assert_cmpstr (other, ==, digest);
    }
}

static void
walk_at_random (World *world)
{
  for (guint i = 0; i < world->n_steps; i++)
    step (world);
}

/* Sent between the undo and the redo of an import, a package says that its sender does not know what it knew before. */
static void
send_between_undo_and_redo (World *world)
{
  BaryStore *first = world->centres[0].store;
  BaryStore *second = world->centres[1].store;
  g_autoptr (BaryRecord) person = test_add (first, BARY_KIND_PERSON, "name", "Новая", NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_auto (BaryImportReport) report = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *between = NULL;

  path = send (world, first, second);
  g_assert_true (receive (second, path, BARY_IMPORT_FLAGS_NONE, NULL, &report));
  g_assert_true (bary_store_undo (second, NULL));
  between = send (world, second, NULL);
  g_assert_true (receive (world->centres[2].store, between, BARY_IMPORT_FLAGS_NONE, NULL, &report));
  g_assert_true (bary_store_redo (second, NULL));
  bary_changes_remove (changes, person);
  g_assert_true (bary_store_commit (second, "Remove", NULL, changes, NULL));
}

static void
run_history (World  *world,
             void  (*walk) (World *world))
{
  world->packages = g_ptr_array_new_with_free_func (g_free);
  world->centres = g_new0 (Centre, world->n_centres);
  for (guint i = 0; i < world->n_centres; i++)
    centre_open (world, i);

  walk (world);
  settle (world);
  assert_agreed (world);

  for (guint i = 0; i < world->n_centres; i++)
    centre_close (&world->centres[i]);
  for (guint i = 0; i < world->packages->len; i++)
    g_unlink (world->packages->pdata[i]);
  g_clear_pointer (&world->packages, g_ptr_array_unref);
  g_clear_pointer (&world->centres, g_free);
}

/* All begin with the same few records, as if they had brought in the same package. */
static void
make_template (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (world->template, BARY_DATABASE_CREATE, &error);
  g_autoptr (BaryRecord) one = NULL;
  g_autoptr (BaryRecord) other = NULL;
  g_autoptr (BaryRecord) person = NULL;

  g_assert_no_error (error);
  one = test_add_school (store, "Школа № 1");
  other = test_add_school (store, "Школа № 2");
  person = test_add (store, BARY_KIND_PERSON, "name", "Анна", "organisation", bary_record_get_id (other), NULL);
  bary_database_execute (bary_store_get_database (store), "PRAGMA journal_mode = DELETE", NULL);
}

static guint
ask (const char *variable,
     guint       otherwise)
{
  const char *asked = g_getenv (variable);

  return asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : otherwise;
}

static void
world_set_up (World         *world,
              gconstpointer  unused)
{
  g_autoptr (GError) error = NULL;

  world->folder = g_dir_make_tmp ("bary-convergence-XXXXXX", &error);
  g_assert_no_error (error);
  world->n_centres = ask ("BARY_CENTRES", CENTRES);
  world->n_steps = ask ("BARY_STEPS", STEPS);
  world->template = g_build_filename (world->folder, "template.db", NULL);
  make_template (world);
}

static void
world_tear_down (World         *world,
                 gconstpointer  unused)
{
  g_unlink (world->template);
  test_remove_folder (world->folder);
  g_free (world->template);
  g_free (world->folder);
}

static void
test_histories (World         *world,
                gconstpointer  unused)
{
  guint n = ask ("BARY_HISTORIES", g_getenv ("BARYCENTER_LONG") != NULL ? LONG : SHORT);

  for (guint i = 0; i < n; i++)
    run_history (world, walk_at_random);
  g_test_message ("%u histories of %u centres and %u steps; %u imports undone and redone", n, world->n_centres, world->n_steps, world->n_undone);
  g_assert_cmpuint (world->n_undone, >=, 3 * n);
}

static void
test_sent_between (World         *world,
                   gconstpointer  unused)
{
  run_history (world, send_between_undo_and_redo);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/convergence/sent-between", World, NULL, world_set_up, test_sent_between, world_tear_down);
  g_test_add ("/convergence/histories", World, NULL, world_set_up, test_histories, world_tear_down);
  return g_test_run ();
}

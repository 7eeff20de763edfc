#include "bary-backup.h"
#include "bary-batch.h"
#include "bary-dispatch.h"
#include "bary-floor.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Prints "scores: RATIO": the time in which a centre takes in the sheets of a thousand experts, a package each, over that of
 * parsing the same packages with the grammar and of bare inserts, a transaction each; and "scores-together: RATIO", the same
 * over inserts that are all one transaction. Each package is looked at by a process apart first, which the floors do without. */

#define N_EXPERTS 1000
#define N_APPLICATIONS 100
#define N_CRITERIA 5
#define N_SHEETS 3 /* of an expert */

typedef struct {
  char       *folder;
  char       *centre;       /* its database before any sheet came */
  GPtrArray  *packages;     /* paths */
  char       *criteria[N_CRITERIA];
  char       *applications[N_APPLICATIONS];
  char       *experts[N_EXPERTS];
} Contest;

/* The contest */

/* @pairs: of fields and values. Returns: (transfer full): the id */
static char *
add (BaryChanges        *changes,
     BaryKind            kind,
     const char *const  *pairs)
{
  g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);

  for (; pairs[0] != NULL; pairs += 2)
    bary_record_set_all (record, pairs[0], pairs[1], NULL);
  bary_changes_add (changes, record);
  return g_strdup (bary_record_get_id (record));
}

#define ADD(changes, kind, ...) add (changes, BARY_KIND_##kind, (const char *const []) { __VA_ARGS__, NULL })

static void
commit (BaryStore   *store,
        BaryChanges *changes)
{
  g_autoptr (GError) error = NULL;

  bary_store_commit (store, "Benchmark", NULL, changes, &error);
  g_assert_no_error (error);
}

static void
fill_centre (Contest   *self,
             BaryStore *store)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *contest = ADD (changes, CONTEST, "name", "Площадка", "school_year", "2026", "state", "content", "experts", "3");
  g_autofree char *university = ADD (changes, ORGANISATION, "name", "Университет", "kind", "university");

  for (guint i = 0; i < N_CRITERIA; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      self->criteria[i] = ADD (changes, CONTEST_CRITERION, "contest", contest, "ordinal", number, "name", number, "weight", "1",
                               "least", "0", "most", "10");
    }
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Школа № %u", i + 1);
      g_autofree char *school = ADD (changes, ORGANISATION, "name", name, "kind", "school");

      self->applications[i] = ADD (changes, APPLICATION, "contest", contest, "organisation", school, "name", "Тема", "state", "admitted");
    }
  for (guint i = 0; i < N_EXPERTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Эксперт %u", i + 1);
      g_autofree char *person = ADD (changes, PERSON, "name", name);

      self->experts[i] = ADD (changes, CONTEST_EXPERT, "contest", contest, "person", person, "organisation", university);
      for (guint j = 0; j < N_SHEETS; j++)
        g_free (ADD (changes, EXPERT_ASSIGNMENT, "expert", self->experts[i], "application",
                     self->applications[(i + j) % N_APPLICATIONS], "mode", "by_hand"));
    }
  commit (store, changes);
}

/* The packages: all experts at one desk. */

static void
score (Contest   *self,
       BaryStore *store)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  for (guint i = 0; i < N_EXPERTS; i++)
    for (guint j = 0; j < N_SHEETS; j++)
      {
        g_autofree char *sheet = ADD (changes, SCORE_SHEET, "expert", self->experts[i], "application",
                                      self->applications[(i + j) % N_APPLICATIONS], "revision", "1", "state", "submitted",
                                      "submitted_on", "2026-11-20", "submitted_time", "12:00", "source", "desk");

        for (guint k = 0; k < N_CRITERIA; k++)
          g_free (ADD (changes, EXPERT_MARK, "sheet", sheet, "criterion", self->criteria[k], "value", "7",
                       "comment", "Обосновано, примеры убедительны."));
      }
  commit (store, changes);
}

static void
write_packages (Contest   *self,
                BaryStore *store)
{
  const BaryPackageKind *kind = bary_package_kind_find ("scores");

  for (guint i = 0; i < N_EXPERTS; i++)
    {
      BaryDispatch dispatch = { kind, self->experts[i], kind->profile };
      g_autofree char *path = g_strdup_printf ("%s/%u.xml", self->folder, i);
      g_autoptr (GError) error = NULL;

      bary_dispatch_write (&dispatch, store, NULL, path, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (self->packages, g_steal_pointer (&path));
    }
}

static void
prepare (Contest *self)
{
  g_autofree char *desk = g_build_filename (self->folder, "desk.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = bary_store_open (desk, BARY_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  fill_centre (self, store);
  bary_backup_write (desk, self->centre, NULL, &error);
  g_assert_no_error (error);
  score (self, store);
  write_packages (self, store);
}

/* Measuring */

static void
run_floor_together (BaryStore *store,
                    GPtrArray *paths)
{
  bary_floor_run (store, paths, paths->len);
}

static void
run_floor (BaryStore *store,
           GPtrArray *paths)
{
  bary_floor_run (store, paths, 1);
}

static void
tell (const BaryArrival *arrival,
      gpointer           user_data)
{
  g_assert_no_error (arrival->error);
}

static void
run_import (BaryStore *store,
            GPtrArray *paths)
{
  g_autoptr (GPtrArray) arrivals = bary_batch_import (store, paths, "Import %s", BARY_INTAKE_TRUST_SENDER, NULL, tell, NULL);

  g_assert_cmpuint (arrivals->len, ==, paths->len);
}

typedef void (*Run) (BaryStore *store, GPtrArray *paths);

static double
measure (Contest *self,
         Run      run)
{
  g_autofree char *path = g_build_filename (self->folder, "run.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;
  gint64 start, sheets, marks;
  double seconds;

  bary_backup_write (self->centre, path, NULL, &error);
  g_assert_no_error (error);
  store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  start = g_get_monotonic_time ();
  run (store, self->packages);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  bary_store_count (store, BARY_KIND_SCORE_SHEET, &sheets, &error);
  bary_store_count (store, BARY_KIND_EXPERT_MARK, &marks, &error);
  g_assert_cmpint (sheets, ==, N_EXPERTS * N_SHEETS);
  g_assert_cmpint (marks, ==, N_EXPERTS * N_SHEETS * N_CRITERIA);
  g_clear_object (&store);
  g_unlink (path);
  return seconds;
}

static void
clear (Contest *self)
{
  const char *name;
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_ptr_array_unref (self->packages);
  for (guint i = 0; i < N_CRITERIA; i++)
    g_free (self->criteria[i]);
  for (guint i = 0; i < N_APPLICATIONS; i++)
    g_free (self->applications[i]);
  for (guint i = 0; i < N_EXPERTS; i++)
    g_free (self->experts[i]);
  g_free (self->centre);
  g_free (self->folder);
}

int
main (int   argc,
      char *argv[])
{
  Contest self = { g_dir_make_tmp ("bary-benchmark-XXXXXX", NULL) };
  double floor_time, together_time, import_time;

  self.centre = g_build_filename (self.folder, "centre.db", NULL);
  self.packages = g_ptr_array_new_with_free_func (g_free);
  prepare (&self);
  floor_time = measure (&self, run_floor);
  together_time = measure (&self, run_floor_together);
  import_time = measure (&self, run_import);
  g_print ("# floor %.2f s, together %.2f s, import %.2f s\n", floor_time, together_time, import_time);
  g_print ("scores: %.2f\n", import_time / floor_time);
  g_print ("scores-together: %.2f\n", import_time / together_time);
  clear (&self);
  return EXIT_SUCCESS;
}

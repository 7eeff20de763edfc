#include "bary-dependents.h"
#include "bary-kinds.h"

#include <glib/gstdio.h>

typedef struct {
  char       *folder;
  char       *path;
  BaryStore  *store;
  BaryRecord *school, *person, *scheme, *group, *cluster, *membership, *role, *body, *member;
} Fixture;

static void
add (Fixture    *fixture,
     BaryRecord *record)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_changes_add (changes, record);
  bary_store_commit (fixture->store, "Add", NULL, changes, &error);
  g_assert_no_error (error);
}

static BaryRecord *
make (Fixture    *fixture,
      BaryKind    kind,
      const char *first, const char *first_value,
      const char *second, const char *second_value,
      const char *third, const char *third_value)
{
  BaryRecord *record = bary_record_new (kind, NULL);

  bary_record_set_all (record, first, first_value, second, second_value, third, third_value, NULL);
  add (fixture, record);
  return record;
}

#define ID(record) bary_record_get_id (fixture->record)

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("bary-dependents-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "centre.db", NULL);
  fixture->store = bary_store_open (fixture->path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);

  fixture->school = make (fixture, BARY_KIND_ORGANISATION, "name", "Школа", "kind", "school", NULL, NULL);
  fixture->person = make (fixture, BARY_KIND_PERSON, "name", "Сысоева О. П.", "organisation", ID (school), NULL, NULL);
  fixture->scheme = make (fixture, BARY_KIND_SCHEME, "name", "Группы", "arrangement", "groups", NULL, NULL);
  fixture->group = make (fixture, BARY_KIND_GROUP, "name", "А", "scheme", ID (scheme), "ordinal", "1");
  fixture->cluster = make (fixture, BARY_KIND_CLUSTER, "name", "Кластер", "scheme", ID (scheme), "barycenter", ID (school));
  fixture->membership = make (fixture, BARY_KIND_MEMBERSHIP, "cluster", ID (cluster), "organisation", ID (school),
                              "group", ID (group));
  fixture->role = make (fixture, BARY_KIND_ROLE, "person", ID (person), "kind", "curator", "cluster", ID (cluster));
  fixture->body = make (fixture, BARY_KIND_BODY, "name", "Совет", "kind", "expert_council", "cluster", ID (cluster));
  fixture->member = make (fixture, BARY_KIND_BODY_MEMBER, "body", ID (body), "organisation", ID (school), "role", "член");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  BaryRecord **records[] = { &fixture->school, &fixture->person, &fixture->scheme, &fixture->group, &fixture->cluster,
                             &fixture->membership, &fixture->role, &fixture->body, &fixture->member };
  g_autoptr (GDir) dir = NULL;
  const char *name;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_object (records[i]);
  g_assert_finalize_object (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_there (Fixture    *fixture,
          BaryRecord *record)
{
  g_autoptr (BaryRecord) found = bary_store_get (fixture->store, bary_record_get_kind (record), bary_record_get_id (record), NULL);

  return found != NULL;
}

static GPtrArray *
remove_with_dependents (Fixture    *fixture,
                        BaryRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = bary_dependents_collect (fixture->store, record, &error);
  g_autoptr (BaryChanges) changes = NULL;

  g_assert_no_error (error);
  changes = bary_dependents_remove (fixture->store, record, dependents, &error);
  g_assert_no_error (error);
  g_assert_true (bary_store_commit (fixture->store, "Remove", NULL, changes, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&dependents);
}

static void
test_school (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = remove_with_dependents (fixture, fixture->school);
  g_autoptr (BaryRecord) cluster = bary_store_get (fixture->store, BARY_KIND_CLUSTER, ID (cluster), &error);
  g_autoptr (BaryRecord) person = bary_store_get (fixture->store, BARY_KIND_PERSON, ID (person), &error);

  /* The membership must have an organisation; so must a member of a body that is no person. */
  g_assert_cmpuint (dependents->len, ==, 2);
  g_assert_cmpint (bary_record_get_kind (dependents->pdata[0]), ==, BARY_KIND_MEMBERSHIP);
  g_assert_cmpint (bary_record_get_kind (dependents->pdata[1]), ==, BARY_KIND_BODY_MEMBER);
  g_assert_null (bary_record_get_text (cluster, "barycenter"));
  g_assert_null (bary_record_get_text (person, "organisation"));

  g_assert_true (bary_store_undo (fixture->store, &error));
  g_assert_true (is_there (fixture, fixture->membership));
  g_assert_cmpstr (bary_record_get_text (cluster, "barycenter"), ==, ID (school));
  g_assert_cmpstr (bary_record_get_text (person, "organisation"), ==, ID (school));
}

static void
test_scheme (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) dependents = remove_with_dependents (fixture, fixture->scheme);

  /* group, cluster, and the cluster's membership */
  g_assert_cmpuint (dependents->len, ==, 3);
  g_assert_false (is_there (fixture, fixture->membership));
  g_assert_true (is_there (fixture, fixture->school));
  g_assert_true (is_there (fixture, fixture->body));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) dependents = remove_with_dependents (fixture, fixture->membership);

  g_assert_cmpuint (dependents->len, ==, 0);
  g_assert_true (is_there (fixture, fixture->cluster));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dependents/school", Fixture, NULL, set_up, test_school, tear_down);
  g_test_add ("/dependents/scheme", Fixture, NULL, set_up, test_scheme, tear_down);
  g_test_add ("/dependents/none", Fixture, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}

#include "bary-dependents.h"
#include "bary-test-store.h"

typedef struct {
  Fixture     file;
  BaryRecord *school, *person, *scheme, *group, *cluster, *membership, *role, *body, *member;
} Network;

#define ID(record) bary_record_get_id (network->record)

static void
set_up (Network       *network,
        gconstpointer  data)
{
  BaryStore *store;

  fixture_set_up (&network->file, data);
  store = network->file.store;
  network->school = test_add_school (store, "Школа");
  network->person = test_add (store, BARY_KIND_PERSON, "name", "Ромашкина А. Т.", "organisation", ID (school), NULL);
  network->scheme = test_add (store, BARY_KIND_SCHEME, "name", "Группы", "arrangement", "groups", NULL);
  network->group = test_add (store, BARY_KIND_GROUP, "name", "А", "scheme", ID (scheme), "ordinal", "1", NULL);
  network->cluster = test_add (store, BARY_KIND_CLUSTER, "name", "Кластер", "scheme", ID (scheme),
                               "barycenter", ID (school), NULL);
  network->membership = test_add (store, BARY_KIND_MEMBERSHIP, "cluster", ID (cluster), "organisation", ID (school),
                                  "group", ID (group), NULL);
  network->role = test_add (store, BARY_KIND_ROLE, "person", ID (person), "kind", "curator", "cluster", ID (cluster), NULL);
  network->body = test_add (store, BARY_KIND_BODY, "name", "Совет", "kind", "expert_council", "cluster", ID (cluster), NULL);
  network->member = test_add (store, BARY_KIND_BODY_MEMBER, "body", ID (body), "organisation", ID (school),
                              "role", "член", NULL);
}

static void
tear_down (Network       *network,
           gconstpointer  data)
{
  BaryRecord **records[] = { &network->school, &network->person, &network->scheme, &network->group, &network->cluster,
                             &network->membership, &network->role, &network->body, &network->member };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_object (records[i]);
  fixture_tear_down (&network->file, data);
}

static gboolean
is_there (Network    *network,
          BaryRecord *record)
{
  g_autoptr (BaryRecord) found = bary_store_get (network->file.store, bary_record_get_kind (record), bary_record_get_id (record), NULL);

  return found != NULL;
}

static GPtrArray *
remove_with_dependents (Network    *network,
                        BaryRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = bary_dependents_collect (network->file.store, record, &error);
  g_autoptr (BaryChanges) changes = NULL;

  g_assert_no_error (error);
  changes = bary_dependents_remove (network->file.store, record, dependents, &error);
  g_assert_no_error (error);
  g_assert_true (bary_store_commit (network->file.store, "Remove", NULL, changes, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&dependents);
}

static void
test_school (Network       *network,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dependents = remove_with_dependents (network, network->school);
  g_autoptr (BaryRecord) cluster = bary_store_get (network->file.store, BARY_KIND_CLUSTER, ID (cluster), &error);
  g_autoptr (BaryRecord) person = bary_store_get (network->file.store, BARY_KIND_PERSON, ID (person), &error);

  /* The membership must have an organisation; so must a member of a body that is no person. */
  g_assert_cmpuint (dependents->len, ==, 2);
  g_assert_cmpint (bary_record_get_kind (dependents->pdata[0]), ==, BARY_KIND_MEMBERSHIP);
  g_assert_cmpint (bary_record_get_kind (dependents->pdata[1]), ==, BARY_KIND_BODY_MEMBER);
  g_assert_null (bary_record_get_text (cluster, "barycenter"));
  g_assert_null (bary_record_get_text (person, "organisation"));

  g_assert_true (bary_store_undo (network->file.store, &error));
  g_assert_true (is_there (network, network->membership));
  g_assert_cmpstr (bary_record_get_text (cluster, "barycenter"), ==, ID (school));
  g_assert_cmpstr (bary_record_get_text (person, "organisation"), ==, ID (school));
}

static void
test_scheme (Network       *network,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) dependents = remove_with_dependents (network, network->scheme);

  /* group, cluster, and the cluster's membership */
  g_assert_cmpuint (dependents->len, ==, 3);
  g_assert_false (is_there (network, network->membership));
  g_assert_true (is_there (network, network->school));
  g_assert_true (is_there (network, network->body));
}

static void
test_none (Network       *network,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) dependents = remove_with_dependents (network, network->membership);

  g_assert_cmpuint (dependents->len, ==, 0);
  g_assert_true (is_there (network, network->cluster));
}

/* Places and steps are parts of a cluster: they go with it, are not asked about, and come back with it. */
static void
test_parts (Network       *network,
            gconstpointer  data)
{
  BaryStore *store = network->file.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) place = test_add (store, BARY_KIND_PLACE, "picture", "cluster", "cluster", ID (cluster), "node", "n",
                                           "x", "1.5", "y", "-2", "pinned", "yes", NULL);
  g_autoptr (BaryRecord) own = test_add (store, BARY_KIND_SLIDE, "cluster", ID (cluster), "kind", "group", "group", ID (group),
                                         "ordinal", "1", NULL);
  g_autoptr (BaryRecord) of_network = test_add (store, BARY_KIND_SLIDE, "kind", "cluster", "part", ID (cluster), "ordinal", "1", NULL);
  g_autoptr (BaryRecord) other = test_add (store, BARY_KIND_SLIDE, "kind", "whole", "ordinal", "2", NULL);
  g_autoptr (GPtrArray) dependents = remove_with_dependents (network, network->cluster);

  for (guint i = 0; i < dependents->len; i++)
    g_assert_true (bary_record_get_kind (dependents->pdata[i]) < BARY_KIND_PLACE);
  g_assert_false (is_there (network, place) || is_there (network, own) || is_there (network, of_network));
  g_assert_true (is_there (network, other));

  g_assert_true (bary_store_undo (store, &error));
  g_assert_true (is_there (network, place) && is_there (network, own) && is_there (network, of_network));

  /* A scheme takes its groups along, and those their steps. */
  g_clear_pointer (&dependents, g_ptr_array_unref);
  dependents = remove_with_dependents (network, network->scheme);
  g_assert_false (is_there (network, own) || is_there (network, place));
  g_assert_true (bary_store_undo (store, &error));
  g_assert_no_error (error);
  test_assert_sound (store);
}

/* A plan of a cluster goes with it, with its events, and with what is theirs; who refers to an event that goes forgets it. */
static void
test_parts_of_parts (Network       *network,
                     gconstpointer  data)
{
  BaryStore *store = network->file.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) plan = test_add (store, BARY_KIND_ROADMAP, "name", "План", "cluster", ID (cluster), "school_year", "2025", NULL);
  g_autoptr (BaryRecord) event = test_add (store, BARY_KIND_EVENT, "roadmap", bary_record_get_id (plan), "name", "Зарница",
                                           "dates", "12 мая", "kind", "event", "state", "planned", NULL);
  g_autoptr (BaryRecord) part = test_add (store, BARY_KIND_EVENT_PART, "event", bary_record_get_id (event), "organisation", ID (school),
                                          "part", "must", NULL);
  g_autoptr (BaryRecord) revision = test_add (store, BARY_KIND_REVISION, "roadmap", bary_record_get_id (plan), "number", "1",
                                              "state", "draft", NULL);
  g_autoptr (BaryRecord) line = test_add (store, BARY_KIND_REVISION_LINE, "revision", bary_record_get_id (revision),
                                          "event", bary_record_get_id (event), "ordinal", "1", "name", "Зарница", "dates", "12 мая", NULL);
  g_autoptr (GPtrArray) dependents = remove_with_dependents (network, event);
  g_autoptr (BaryRecord) kept = bary_store_get (store, BARY_KIND_REVISION_LINE, bary_record_get_id (line), &error);

  g_assert_cmpuint (dependents->len, ==, 0);
  g_assert_false (is_there (network, part));
  g_assert_null (bary_record_get_text (kept, "event"));
  g_assert_true (bary_store_undo (store, &error));

  g_clear_pointer (&dependents, g_ptr_array_unref);
  dependents = remove_with_dependents (network, network->cluster);
  g_assert_false (is_there (network, plan) || is_there (network, event) || is_there (network, part) || is_there (network, line));
  g_assert_true (bary_store_undo (store, &error));
  g_assert_true (is_there (network, part) && is_there (network, line));
  test_assert_sound (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/dependents/school", Network, NULL, set_up, test_school, tear_down);
  g_test_add ("/dependents/scheme", Network, NULL, set_up, test_scheme, tear_down);
  g_test_add ("/dependents/none", Network, NULL, set_up, test_none, tear_down);
  g_test_add ("/dependents/parts", Network, NULL, set_up, test_parts, tear_down);
  g_test_add ("/dependents/parts-of-parts", Network, NULL, set_up, test_parts_of_parts, tear_down);
  return g_test_run ();
}

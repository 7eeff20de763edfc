#include "bary-test-town.h"

#include <math.h>

static BaryBox *
make_boxes (const BaryNetwork *network,
            double             x)
{
  BaryBox *boxes = g_new0 (BaryBox, network->nodes->len);

  for (guint i = 0; i < network->nodes->len; i++)
    boxes[i] = (BaryBox) { x + i + 1 / 3.0, -1.5 * i, 10, 10 };
  return boxes;
}

static void
keep (Town        *town,
      BaryNetwork *network,
      double       x)
{
  g_autofree BaryBox *boxes = make_boxes (network, x);
  g_autoptr (GError) error = NULL;

  g_assert_true (bary_store_keep_layout (town->base.store, network, boxes, &error));
  g_assert_no_error (error);
}

static void
fail_cb (void)
{
  g_assert_not_reached ();
}

/* Kept beside the history: nothing is told, nothing can be undone, and another reader is not disturbed. */
static void
test_kept_layout (Town          *town,
                  gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  g_autofree char *undo = bary_store_dup_undo_name (store);
  g_autofree char *undo_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) reader = bary_store_open (town->base.path, BARY_DATABASE_READ_WRITE, &error);
  gulong handler = g_signal_connect (store, "changed", G_CALLBACK (fail_cb), NULL);

  g_assert_false (bary_network_node (network, 0)->placed);
  g_signal_connect (reader, "changed", G_CALLBACK (fail_cb), NULL);
  keep (town, network, 100);
  keep (town, network, 200);
  undo_after = bary_store_dup_undo_name (store);
  g_assert_cmpstr (undo, ==, undo_after);
  g_assert_true (bary_store_poll (reader, &error));
  g_assert_true (bary_store_poll (store, &error));
  g_signal_handler_disconnect (store, handler);
  {
    g_autoptr (BaryNetwork) again = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
    g_autoptr (BaryNetwork) alone = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_DAY, FALSE);

    g_assert_cmpuint (again->nodes->len, ==, network->nodes->len);
    for (guint i = 0; i < again->nodes->len; i++)
      {
        const BaryNetworkNode *node = bary_network_node (again, i);

        g_assert_true (node->placed && !node->pinned);
        g_assert_cmpfloat_with_epsilon (node->x, 200 + bary_network_find (network, node->id) + 1 / 3.0, 1e-9);
      }
    g_assert_false (bary_network_node (alone, 0)->placed);
  }
  g_assert_true (bary_store_forget_layout (store, &error));
  {
    g_autoptr (BaryNetwork) anew = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);

    g_assert_false (bary_network_node (anew, 0)->placed);
  }
  test_assert_sound (store);
}

/* Who went to another group does not stand where it stood in the first. */
static void
test_kept_in_group (Town          *town,
                    gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_DAY, FALSE);

  keep (town, network, 0);
  {
    g_autoptr (BaryNetwork) later = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_LATER, FALSE);

    g_assert_true (town_get (later, town->one, town->school)->placed);
    g_assert_false (town_get (later, town->one, town->guest)->placed);
  }
}

static void
test_kept_read_only (Town          *town,
                     gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  g_autofree BaryBox *boxes = make_boxes (network, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) reader = bary_store_open (town->base.path, BARY_DATABASE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (bary_store_keep_layout (reader, network, boxes, &error));
  g_assert_no_error (error);
}

/* What stood for a cluster goes with it at the next keeping. */
static void
test_kept_of_removed (Town          *town,
                      gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  keep (town, network, 0);
  bary_database_query_integer (bary_store_get_database (town->base.store), "SELECT count (*) FROM layout", &before, &error);
  bary_changes_remove (changes, town->three);
  g_assert_true (bary_store_commit (town->base.store, "Remove", NULL, changes, &error));
  {
    g_autoptr (BaryNetwork) rest = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);

    keep (town, rest, 0);
  }
  bary_database_query_integer (bary_store_get_database (town->base.store), "SELECT count (*) FROM layout", &after, &error);
  g_assert_no_error (error);
  g_assert_cmpint (after, ==, before - 1);
}

static void
place (Town        *town,
       BaryNetwork *network,
       int          node,
       double       x,
       double       y,
       gboolean     pinned)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bary_store_place_node (town->base.store, network, node, x, y, pinned, changes, &error));
  g_assert_no_error (error);
  g_assert_true (bary_store_commit (town->base.store, "Move %s on the diagram", "", changes, &error));
  g_assert_no_error (error);
}

static void
assert_place (Town     *town,
              double    x,
              gboolean  pinned)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  const BaryNetworkNode *node = town_get (network, town->two, town->school);

  g_assert_true (node->placed);
  g_assert_cmpfloat_with_epsilon (node->x, x, 1e-9);
  g_assert_cmpint (node->pinned, ==, pinned);
}

static void
test_places (Town          *town,
             gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  int node = town_find (network, town->two, town->school);
  g_autoptr (GError) error = NULL;

  place (town, network, node, 12.5, -3, FALSE);
  assert_place (town, 12.5, FALSE);
  place (town, network, node, 1234.5675, -0.00001, TRUE);
  assert_place (town, 1234.568, TRUE);
  g_assert_cmpint (test_count (store, BARY_KIND_PLACE), ==, 1);

  /* What is kept of a pinned node waits until it is let go. */
  keep (town, network, 700);
  assert_place (town, 1234.568, TRUE);
  g_assert_true (bary_store_undo (store, &error));
  assert_place (town, 700 + node + 1 / 3.0, FALSE);
  g_assert_true (bary_store_undo (store, &error));
  g_assert_cmpint (test_count (store, BARY_KIND_PLACE), ==, 0);
  test_assert_sound (store);
}

static BaryNetwork *
read_free (Town     *town,
           gboolean  free)
{
  const BaryNetworkRequest request = { .picture = BARY_PICTURE_NETWORK, .day = TOWN_DAY, .later = TOWN_LATER, .free = free };
  g_autoptr (GError) error = NULL;
  BaryNetwork *network = bary_store_read_network (town->base.store, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (network->free, ==, free);
  return network;
}

/* Where nodes stand by their lines alone is another matter than where they stand in their clusters. */
static void
test_free_places (Town          *town,
                  gconstpointer  data)
{
  g_autoptr (BaryNetwork) free = read_free (town, TRUE);
  int node = town_find (free, town->two, town->school);

  keep (town, free, 300);
  place (town, free, node, 5, 6, TRUE);
  {
    g_autoptr (BaryNetwork) again = read_free (town, TRUE);
    g_autoptr (BaryNetwork) usual = read_free (town, FALSE);

    g_assert_true (bary_network_node (again, node)->pinned);
    g_assert_cmpfloat_with_epsilon (bary_network_node (again, node)->x, 5, 1e-9);
    for (guint i = 0; i < again->nodes->len; i++)
      {
        g_assert_true (bary_network_node (again, i)->placed);
        g_assert_false (bary_network_node (usual, i)->placed);
      }
  }
  test_assert_sound (town->base.store);
}

static void
test_bad_place (Town          *town,
                gconstpointer  data)
{
  const double bad[] = { NAN, INFINITY, -INFINITY, 1e6, -1e300 };
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (BaryChanges) changes = bary_changes_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (bary_store_place_node (town->base.store, network, 0, bad[i], 0, TRUE, changes, &error));
      g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
      g_assert_cmpuint (bary_changes_get_length (changes), ==, 0);
    }
}

static void
assert_hidden (Town     *town,
               gboolean  hidden)
{
  g_autoptr (BaryNetwork) alone = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_DAY, FALSE);
  g_autoptr (BaryNetwork) all = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, TRUE);
  const BaryNetworkNode *node = town_get (alone, town->one, town->school);
  guint n_hidden = 0;

  g_assert_cmpuint (bary_network_count_hidden (alone), ==, hidden ? 1 : 0);
  g_assert_cmpuint (bary_network_count_hidden (all), ==, hidden ? 1 : 0);
  g_assert_cmpint (node->hidden, ==, hidden);
  g_assert_cmpint (town_get (all, town->one, town->school)->hidden, ==, hidden);
  g_assert_false (town_get (all, town->two, town->school)->hidden);
  for (guint i = 0; i < alone->nodes->len; i++)
    {
      const BaryNetworkNode *it = bary_network_node (alone, i);

      g_assert_cmpint (it->hidden, ==, hidden && it->role == BARY_ROLE_MEMBER && it->group == node->group);
      n_hidden += it->hidden && it->presence != BARY_PRESENCE_ABSENT && it->presence != BARY_PRESENCE_JOINED;
    }
  g_assert_cmpint (n_hidden > 0, ==, hidden);
  g_assert_cmpuint (bary_network_cluster (alone, 0)->n_members, ==, 3 - n_hidden);
}

/* A group is hidden in one cluster, in all its pictures; both ways are edits like others. */
static void
test_hidden_group (Town          *town,
                   gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_DAY, FALSE);
  const BaryNetworkCluster *cluster = bary_network_cluster (network, 0);
  int group = town_get (network, town->one, town->school)->group;
  g_autoptr (BaryChanges) hiding = bary_changes_new ();
  g_autoptr (BaryChanges) showing = bary_changes_new ();
  g_autoptr (BaryChanges) other = bary_changes_new ();
  g_autoptr (BaryChanges) one = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  assert_hidden (town, FALSE);
  bary_store_hide_group (cluster->id, g_array_index (cluster->groups, BaryNetworkGroup, group).id, hiding);
  g_assert_true (bary_store_commit (store, "Hide the group %s", "А", hiding, &error));
  assert_hidden (town, TRUE);
  g_assert_true (bary_store_show_groups (store, network, showing, &error));
  g_assert_true (bary_store_commit (store, "Show all groups again", NULL, showing, &error));
  assert_hidden (town, FALSE);
  g_assert_true (bary_store_undo (store, &error));
  assert_hidden (town, TRUE);
  g_assert_true (bary_store_show_group (store, cluster->id, "none", other, &error));
  g_assert_cmpuint (bary_changes_get_length (other), ==, 0);
  g_assert_true (bary_store_show_group (store, cluster->id, g_array_index (cluster->groups, BaryNetworkGroup, group).id, one, &error));
  g_assert_true (bary_store_commit (store, "Show the group %s again", "А", one, &error));
  assert_hidden (town, FALSE);
  g_assert_true (bary_store_undo (store, &error));
  g_assert_true (bary_store_undo (store, &error));
  assert_hidden (town, FALSE);
  g_assert_cmpint (test_count (store, BARY_KIND_HIDDEN_GROUP), ==, 0);
  test_assert_sound (store);
}

#define ADD(name, func) g_test_add ("/network-places/" name, Town, NULL, town_set_up, func, town_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept-layout", test_kept_layout);
  ADD ("kept-in-group", test_kept_in_group);
  ADD ("kept-read-only", test_kept_read_only);
  ADD ("kept-of-removed", test_kept_of_removed);
  ADD ("places", test_places);
  ADD ("free-places", test_free_places);
  ADD ("bad-place", test_bad_place);
  ADD ("hidden-group", test_hidden_group);
  return g_test_run ();
}

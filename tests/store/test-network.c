#include "bary-test-store.h"

#include "bary-store-network.h"

#include <math.h>

#define DAY "2025-10-01"
#define LATER "2026-03-01"

/* Two districts of one region. "centre" leads the clusters one and two, "other" the cluster three; "school" is in
 * one and two, "guest" in one and, later, in two. */
typedef struct {
  Fixture     base;
  BaryRecord *centre, *second;
  BaryRecord *scheme, *a, *b;
  BaryRecord *imc, *other, *school, *guest, *lonely;
  BaryRecord *one, *two, *three;
} Town;

static const char *
id_of (gpointer record)
{
  return bary_record_get_id (record);
}

static BaryRecord *
add_member (Town       *town,
            BaryRecord *cluster,
            BaryRecord *organisation,
            BaryRecord *group,
            const char *from,
            const char *to)
{
  return test_add (town->base.store, BARY_KIND_MEMBERSHIP, "cluster", id_of (cluster), "organisation", id_of (organisation),
                   "group", id_of (group), "from", from, "to", to, NULL);
}

static BaryRecord *
add_cluster (Town       *town,
             const char *name,
             BaryRecord *centre,
             BaryRecord *barycenter,
             BaryRecord *base_site)
{
  return test_add (town->base.store, BARY_KIND_CLUSTER, "name", name, "scheme", id_of (town->scheme), "centre", id_of (centre),
                   "barycenter", id_of (barycenter), "base_site", base_site != NULL ? id_of (base_site) : NULL, NULL);
}

static void
set_up (Town          *town,
        gconstpointer  data)
{
  BaryStore *store;

  fixture_set_up (&town->base, NULL);
  store = town->base.store;
  town->centre = test_add (store, BARY_KIND_CENTRE, "name", "ИМЦ 1", "district", "Первый район", "region", "Край", NULL);
  town->second = test_add (store, BARY_KIND_CENTRE, "name", "ИМЦ 2", "district", "Второй район", "region", "Край", NULL);
  town->scheme = test_add (store, BARY_KIND_SCHEME, "name", "А–Б", "arrangement", "groups", NULL);
  town->a = test_add (store, BARY_KIND_GROUP, "scheme", id_of (town->scheme), "name", "А", "ordinal", "1", NULL);
  town->b = test_add (store, BARY_KIND_GROUP, "scheme", id_of (town->scheme), "name", "Б", "ordinal", "2", NULL);
  town->imc = test_add_school (store, "ИМЦ");
  town->other = test_add_school (store, "Другой ИМЦ");
  town->school = test_add_school (store, "ГБОУ СОШ № 352");
  town->guest = test_add_school (store, "ГБОУ СОШ № 7");
  town->lonely = test_add_school (store, "ГБОУ СОШ № 1");
  town->one = add_cluster (town, "Кластер 1", town->centre, town->imc, NULL);
  town->two = add_cluster (town, "Кластер 2", town->centre, town->imc, town->school);
  town->three = add_cluster (town, "Кластер 3", town->second, town->other, NULL);
  g_object_unref (add_member (town, town->one, town->school, town->a, "2024-09-01", NULL));
  g_object_unref (add_member (town, town->two, town->school, town->b, "2025-09-01", NULL));
  g_object_unref (add_member (town, town->one, town->guest, town->a, "2025-09-01", "2025-12-31"));
  g_object_unref (add_member (town, town->one, town->guest, town->b, "2026-01-01", NULL));
  g_object_unref (add_member (town, town->one, town->imc, town->b, NULL, NULL));
}

static void
tear_down (Town          *town,
           gconstpointer  data)
{
  BaryRecord **records[] = { &town->centre, &town->second, &town->scheme, &town->a, &town->b, &town->imc, &town->other,
                             &town->school, &town->guest, &town->lonely, &town->one, &town->two, &town->three };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_object (records[i]);
  fixture_tear_down (&town->base, NULL);
}

static BaryNetwork *
read_network (Town        *town,
              BaryPicture  picture,
              BaryRecord  *cluster,
              const char  *day,
              gboolean     ghosts)
{
  const BaryNetworkRequest request = { picture, cluster != NULL ? id_of (cluster) : NULL, day, LATER, ghosts };
  g_autoptr (GError) error = NULL;
  BaryNetwork *network = bary_store_read_network (town->base.store, &request, &error);

  g_assert_no_error (error);
  return network;
}

static int
find (BaryNetwork *network,
      BaryRecord  *cluster,
      BaryRecord  *organisation)
{
  g_autofree char *id = g_strdup_printf ("%s/%s", id_of (cluster), id_of (organisation));

  return bary_network_find (network, id);
}

static const BaryNetworkNode *
get (BaryNetwork *network,
     BaryRecord  *cluster,
     BaryRecord  *organisation)
{
  int node = find (network, cluster, organisation);

  g_assert_cmpint (node, >=, 0);
  return bary_network_node (network, node);
}

/* Returns: the presence of a line, or ABSENT if there is none. */
static BaryPresence
line_between (BaryNetwork *network,
              BaryLine     kind,
              int          a,
              int          b)
{
  for (guint i = 0; i < network->lines->len; i++)
    {
      const BaryNetworkLine *line = bary_network_line (network, i);

      if (line->line == kind && (((int) line->a == a && (int) line->b == b) || ((int) line->a == b && (int) line->b == a)))
        return line->presence;
    }
  return BARY_PRESENCE_ABSENT;
}

static void
test_cluster (Town          *town,
              gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_CLUSTER, town->one, DAY, FALSE);
  const BaryNetworkCluster *cluster = bary_network_cluster (network, 0);
  const BaryNetworkNode *guest = get (network, town->one, town->guest);
  const BaryNetworkNode *imc = get (network, town->one, town->imc);

  g_assert_cmpstr (network->title, ==, "Кластер 1");
  g_assert_cmpuint (network->clusters->len, ==, 1);
  g_assert_cmpuint (network->nodes->len, ==, 4); /* the guest is drawn where it goes as well */
  g_assert_cmpint (cluster->barycenter, ==, find (network, town->one, town->imc));
  g_assert_cmpuint (cluster->n_members, ==, 3);
  g_assert_cmpuint (cluster->n_moved, ==, 1);
  g_assert_cmpint (imc->role, ==, BARY_ROLE_BARYCENTER);
  g_assert_cmpint (imc->group, ==, 1);
  g_assert_nonnull (imc->membership);
  g_assert_cmpuint (imc->n_clusters, ==, 2);
  g_assert_cmpint (guest->presence, ==, BARY_PRESENCE_MOVED_OUT);
  g_assert_cmpstr (guest->short_name, ==, "№ 7");
  g_assert_cmpuint (get (network, town->one, town->school)->n_clusters, ==, 2);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, find (network, town->one, town->school), cluster->barycenter), ==,
                   BARY_PRESENCE_STAYS);
}

/* Whoever was there once keeps a place, so that a picture of another day looks alike. */
static void
test_absent (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryNetwork) cluster = read_network (town, BARY_PICTURE_CLUSTER, town->one, "2020-01-01", FALSE);
  g_autoptr (BaryNetwork) later = read_network (town, BARY_PICTURE_CLUSTER, town->one, LATER, FALSE);
  const BaryNetworkNode *moved = get (later, town->one, town->guest);

  g_assert_cmpint (get (cluster, town->one, town->school)->presence, ==, BARY_PRESENCE_JOINED);
  g_assert_cmpint (moved->presence, ==, BARY_PRESENCE_STAYS);
  g_assert_cmpint (moved->group, ==, 1);
  g_assert_cmpuint (later->nodes->len, ==, 4);
}

static void
test_network (Town          *town,
              gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  int home = find (network, town->two, town->school); /* the base site goes before an earlier membership */

  g_assert_cmpuint (network->clusters->len, ==, 3);
  g_assert_cmpuint (network->districts->len, ==, 2);
  g_assert_cmpint (bary_network_district (network, 0)->region, ==, bary_network_district (network, 1)->region);
  g_assert_cmpint (home, >=, 0);
  g_assert_cmpint (find (network, town->one, town->school), ==, -1);
  g_assert_true (bary_network_node (network, home)->base_site);
  g_assert_cmpint (find (network, town->one, town->imc), >=, 0);
  g_assert_cmpint (find (network, town->two, town->imc), >=, 0);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, home, find (network, town->one, town->imc)), ==,
                   BARY_PRESENCE_STAYS);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, home, find (network, town->two, town->imc)), ==,
                   BARY_PRESENCE_STAYS);
  g_assert_cmpuint (network->organisations->len, ==, 5);
  for (guint i = 0; i < network->organisations->len; i++)
    {
      const BaryNetworkOrganisation *it = bary_network_organisation (network, i);

      g_assert_cmpint (it->home >= 0, ==, !g_str_equal (it->id, id_of (town->lonely)));
      if (it->home >= 0)
        g_assert_cmpstr (bary_network_node (network, it->home)->record, ==, it->id);
    }
}

static void
test_ghosts (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, TRUE);

  g_assert_cmpint (find (network, town->one, town->school), >=, 0);
  g_assert_cmpint (find (network, town->two, town->school), >=, 0);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, find (network, town->two, town->school),
                                 find (network, town->one, town->imc)), ==, BARY_PRESENCE_ABSENT);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, find (network, town->one, town->school),
                                 find (network, town->one, town->imc)), ==, BARY_PRESENCE_STAYS);
}

static void
test_lines (Town          *town,
            gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryRecord) agreement = test_add (store, BARY_KIND_AGREEMENT, "name", "Договор", "cluster", id_of (town->one),
                                               "date", "2025-09-01", "valid_until", "2025-12-31", NULL);
  g_autoptr (BaryRecord) party = test_add (store, BARY_KIND_PARTY, "agreement", id_of (agreement),
                                           "organisation", id_of (town->school), NULL);
  g_autoptr (BaryRecord) link = test_add (store, BARY_KIND_LINK, "cluster", id_of (town->one), "organisation", id_of (town->school),
                                          "partner", id_of (town->guest), "kind", "scientific", "from", "2026-02-01", NULL);
  const gboolean ghosts[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (ghosts); i++)
    {
      g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, ghosts[i]);
      int school = find (network, ghosts[i] ? town->one : town->two, town->school);

      g_assert_cmpint (line_between (network, BARY_LINE_AGREEMENT, school, find (network, town->one, town->imc)), ==,
                       BARY_PRESENCE_LEFT);
      g_assert_cmpint (line_between (network, BARY_LINE_SCIENTIFIC, school, find (network, town->one, town->guest)), ==,
                       BARY_PRESENCE_JOINED);
      g_assert_cmpfloat_with_epsilon (bary_network_node (network, school)->weight, 1 + 0.25 + 0.1, 1e-9);
    }
}

static void
test_statuses (Town          *town,
               gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryRecord) held = test_add (store, BARY_KIND_STATUS, "organisation", id_of (town->guest), "kind", "regional_site",
                                          "from", "2025-01-01", NULL);
  g_autoptr (BaryRecord) past = test_add (store, BARY_KIND_STATUS, "organisation", id_of (town->guest), "kind", "municipal_site",
                                          "to", "2025-01-01", NULL);
  g_autoptr (BaryRecord) hoped = test_add (store, BARY_KIND_STATUS, "organisation", id_of (town->guest), "kind", "federal_site",
                                           "state", "candidate", NULL);
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);

  g_assert_cmphex (get (network, town->one, town->guest)->statuses, ==, 1 << 1);
  g_assert_cmpfloat_with_epsilon (get (network, town->one, town->guest)->weight, 1.8, 1e-9);
}

static BaryRecord *
add_body (Town       *town,
          const char *name,
          const char *kind,
          BaryRecord *cluster,
          BaryRecord *organisation,
          BaryRecord *parent)
{
  return test_add (town->base.store, BARY_KIND_BODY, "name", name, "kind", kind, "centre", id_of (town->centre),
                   "cluster", cluster != NULL ? id_of (cluster) : NULL,
                   "organisation", organisation != NULL ? id_of (organisation) : NULL,
                   "parent", parent != NULL ? id_of (parent) : NULL, NULL);
}

/* Where the day has no bodies, there is a day that has. */
static void
test_body_day (Town          *town,
               gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autofree char *none = bary_store_dup_body_day (store, DAY);
  g_autoptr (BaryRecord) first = test_add (store, BARY_KIND_BODY, "name", "Совет", "kind", "coordination_council", "centre",
                                           id_of (town->centre), "from", "2018-09-01", "to", "2019-05-31", NULL);
  g_autofree char *earlier = bary_store_dup_body_day (store, "2025-09-01");
  g_autofree char *later = bary_store_dup_body_day (store, "2017-01-01");
  g_autoptr (BaryNetwork) now = read_network (town, BARY_PICTURE_INTERACTION, NULL, "2025-09-01", FALSE);
  g_autoptr (BaryNetwork) then = read_network (town, BARY_PICTURE_INTERACTION, NULL, "2019-05-31", FALSE);

  g_assert_null (none);
  g_assert_cmpstr (earlier, ==, "2019-05-31");
  g_assert_cmpstr (later, ==, "2018-09-01");
  g_assert_cmpint (bary_network_find (now, id_of (first)), <, 0);
  g_assert_cmpint (bary_network_find (then, id_of (first)), >=, 0);
}

static void
test_bodies (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) council = add_body (town, "Совет", "coordination_council", NULL, NULL, NULL);
  g_autoptr (BaryRecord) experts = add_body (town, "Эксперты", "expert_group", town->one, NULL, council);
  g_autoptr (BaryRecord) team = add_body (town, "Команда", "management_team", town->one, town->school, experts);
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  g_autoptr (BaryNetwork) scheme = read_network (town, BARY_PICTURE_INTERACTION, NULL, DAY, FALSE);
  const BaryNetworkNode *node = bary_network_node (network, bary_network_find (network, id_of (team)));

  g_assert_cmpint (node->role, ==, BARY_ROLE_TEAM);
  g_assert_true (node->body);
  g_assert_cmpstr (node->caption, ==, "№ 352");
  g_assert_cmpint (line_between (network, BARY_LINE_ANSWERS_TO, bary_network_find (network, id_of (experts)),
                                 bary_network_find (network, id_of (council))), ==, BARY_PRESENCE_STAYS);
  g_assert_cmpint (line_between (network, BARY_LINE_ANSWERS_TO, find (network, town->one, town->imc),
                                 bary_network_find (network, id_of (experts))), ==, BARY_PRESENCE_STAYS);

  /* Three bodies and the two clusters of their centre, in three layers. */
  g_assert_cmpuint (scheme->nodes->len, ==, 5);
  g_assert_cmpint (bary_network_node (scheme, bary_network_find (scheme, id_of (council)))->level, ==, 1);
  g_assert_cmpint (bary_network_node (scheme, bary_network_find (scheme, id_of (team)))->level, ==, 3);
  g_assert_cmpstr (get (scheme, town->two, town->imc)->name, ==, "Кластер 2");
  g_assert_cmpint (get (scheme, town->two, town->imc)->level, ==, 2);
  g_assert_cmpint (get (scheme, town->one, town->imc)->level, ==, 3);
}

static void
test_circles (Town          *town,
              gconstpointer  data)
{
  g_autoptr (BaryRecord) council = add_body (town, "Совет", "coordination_council", NULL, NULL, NULL);
  g_autoptr (BaryRecord) person = test_add (town->base.store, BARY_KIND_PERSON, "name", "Ромашкина А. Т.",
                                            "organisation", id_of (town->lonely), NULL);
  g_autoptr (BaryRecord) seat = test_add (town->base.store, BARY_KIND_BODY_MEMBER, "body", id_of (council),
                                          "person", id_of (person), NULL);
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  const BaryNetworkCircle *one = bary_network_circle (network, 0);
  const BaryNetworkCircle *body = bary_network_circle (network, 3);

  g_assert_cmpuint (network->circles->len, ==, 4);
  g_assert_cmpstr (one->name, ==, "Кластер 1");
  g_assert_cmpuint (one->organisations->len, ==, 3);
  g_assert_cmpint (body->kind, ==, BARY_CIRCLE_BODY);
  g_assert_cmpuint (body->organisations->len, ==, 1);
  g_assert_cmpstr (bary_network_organisation (network, g_array_index (body->organisations, guint, 0))->id, ==,
                   id_of (town->lonely));
}

/* A cluster that ended, or is yet to begin, takes its members along. */
static void
test_days_of_cluster (Town          *town,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (test_set (town->base.store, town->one, "to", "2025-11-30", &error));
  g_assert_true (test_set (town->base.store, town->two, "to", "2024-11-30", &error));
  {
    g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);

    g_assert_cmpuint (network->clusters->len, ==, 2);
    g_assert_cmpint (get (network, town->one, town->imc)->presence, ==, BARY_PRESENCE_LEFT);
    g_assert_cmpint (get (network, town->one, town->school)->presence, ==, BARY_PRESENCE_LEFT);
    g_assert_cmpuint (get (network, town->one, town->school)->n_clusters, ==, 1);
  }
}

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
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
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
    g_autoptr (BaryNetwork) again = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
    g_autoptr (BaryNetwork) alone = read_network (town, BARY_PICTURE_CLUSTER, town->one, DAY, FALSE);

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
    g_autoptr (BaryNetwork) anew = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);

    g_assert_false (bary_network_node (anew, 0)->placed);
  }
  test_assert_sound (store);
}

/* Who went to another group does not stand where it stood in the first. */
static void
test_kept_in_group (Town          *town,
                    gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_CLUSTER, town->one, DAY, FALSE);

  keep (town, network, 0);
  {
    g_autoptr (BaryNetwork) later = read_network (town, BARY_PICTURE_CLUSTER, town->one, LATER, FALSE);

    g_assert_true (get (later, town->one, town->school)->placed);
    g_assert_false (get (later, town->one, town->guest)->placed);
  }
}

static void
test_kept_read_only (Town          *town,
                     gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
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
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  keep (town, network, 0);
  bary_database_query_integer (bary_store_get_database (town->base.store), "SELECT count (*) FROM layout", &before, &error);
  bary_changes_remove (changes, town->three);
  g_assert_true (bary_store_commit (town->base.store, "Remove", NULL, changes, &error));
  {
    g_autoptr (BaryNetwork) rest = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);

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
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  const BaryNetworkNode *node = get (network, town->two, town->school);

  g_assert_true (node->placed);
  g_assert_cmpfloat_with_epsilon (node->x, x, 1e-9);
  g_assert_cmpint (node->pinned, ==, pinned);
}

static void
test_places (Town          *town,
             gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  int node = find (network, town->two, town->school);
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

static void
test_bad_place (Town          *town,
                gconstpointer  data)
{
  const double bad[] = { NAN, INFINITY, -INFINITY, 1e6, -1e300 };
  g_autoptr (BaryNetwork) network = read_network (town, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);

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
test_errors (Town          *town,
             gconstpointer  data)
{
  const BaryNetworkRequest request = { BARY_PICTURE_CLUSTER, "00000000-0000-7000-8000-000000000000", DAY, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (bary_store_read_network (town->base.store, &request, &error));
  g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
}

static void
test_first_day (Town          *town,
                gconstpointer  data)
{
  g_autofree char *day = bary_store_dup_first_day (town->base.store);

  g_assert_cmpstr (day, ==, "2024-09-01");
}

#define ADD(name, func) g_test_add ("/network/" name, Town, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("cluster", test_cluster);
  ADD ("absent", test_absent);
  ADD ("network", test_network);
  ADD ("ghosts", test_ghosts);
  ADD ("lines", test_lines);
  ADD ("statuses", test_statuses);
  ADD ("bodies", test_bodies);
  ADD ("body-day", test_body_day);
  ADD ("circles", test_circles);
  ADD ("days-of-cluster", test_days_of_cluster);
  ADD ("kept-layout", test_kept_layout);
  ADD ("kept-in-group", test_kept_in_group);
  ADD ("kept-read-only", test_kept_read_only);
  ADD ("kept-of-removed", test_kept_of_removed);
  ADD ("places", test_places);
  ADD ("bad-place", test_bad_place);
  ADD ("errors", test_errors);
  ADD ("first-day", test_first_day);
  return g_test_run ();
}

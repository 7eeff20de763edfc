#include "bary-test-town.h"

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
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_DAY, FALSE);
  const BaryNetworkCluster *cluster = bary_network_cluster (network, 0);
  const BaryNetworkNode *guest = town_get (network, town->one, town->guest);
  const BaryNetworkNode *imc = town_get (network, town->one, town->imc);

  g_assert_cmpstr (network->title, ==, "Кластер 1");
  g_assert_cmpuint (network->clusters->len, ==, 1);
  g_assert_cmpuint (network->nodes->len, ==, 4); /* the guest is drawn where it goes as well */
  g_assert_cmpint (cluster->barycenter, ==, town_find (network, town->one, town->imc));
  g_assert_cmpuint (cluster->n_members, ==, 3);
  g_assert_cmpuint (cluster->n_moved, ==, 1);
  g_assert_cmpint (imc->role, ==, BARY_ROLE_BARYCENTER);
  g_assert_cmpint (imc->group, ==, 1);
  g_assert_nonnull (imc->membership);
  g_assert_cmpuint (imc->n_clusters, ==, 2);
  g_assert_cmpint (guest->presence, ==, BARY_PRESENCE_MOVED_OUT);
  g_assert_cmpstr (guest->short_name, ==, "№ 7");
  g_assert_cmpuint (town_get (network, town->one, town->school)->n_clusters, ==, 2);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, town_find (network, town->one, town->school), cluster->barycenter), ==,
                   BARY_PRESENCE_STAYS);
}

/* Whoever was there once keeps a place, so that a picture of another day looks alike. */
static void
test_absent (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryNetwork) cluster = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, "2020-01-01", FALSE);
  g_autoptr (BaryNetwork) later = town_read_network (town, BARY_PICTURE_CLUSTER, town->one, TOWN_LATER, FALSE);
  const BaryNetworkNode *moved = town_get (later, town->one, town->guest);

  g_assert_cmpint (town_get (cluster, town->one, town->school)->presence, ==, BARY_PRESENCE_JOINED);
  g_assert_cmpint (moved->presence, ==, BARY_PRESENCE_STAYS);
  g_assert_cmpint (moved->group, ==, 1);
  g_assert_cmpuint (later->nodes->len, ==, 4);
}

static void
test_network (Town          *town,
              gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  int home = town_find (network, town->two, town->school); /* the base site goes before an earlier membership */

  g_assert_cmpuint (network->clusters->len, ==, 3);
  g_assert_cmpuint (network->districts->len, ==, 2);
  g_assert_cmpint (bary_network_district (network, 0)->region, ==, bary_network_district (network, 1)->region);
  g_assert_cmpint (home, >=, 0);
  g_assert_cmpint (town_find (network, town->one, town->school), ==, -1);
  g_assert_true (bary_network_node (network, home)->base_site);
  g_assert_cmpint (town_find (network, town->one, town->imc), >=, 0);
  g_assert_cmpint (town_find (network, town->two, town->imc), >=, 0);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, home, town_find (network, town->one, town->imc)), ==,
                   BARY_PRESENCE_STAYS);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, home, town_find (network, town->two, town->imc)), ==,
                   BARY_PRESENCE_STAYS);
  g_assert_cmpuint (network->organisations->len, ==, 5);
  for (guint i = 0; i < network->organisations->len; i++)
    {
      const BaryNetworkOrganisation *it = bary_network_organisation (network, i);

      g_assert_cmpint (it->home >= 0, ==, !g_str_equal (it->id, town_id (town->lonely)));
      if (it->home >= 0)
        g_assert_cmpstr (bary_network_node (network, it->home)->record, ==, it->id);
    }
}

static void
test_ghosts (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, TRUE);

  g_assert_cmpint (town_find (network, town->one, town->school), >=, 0);
  g_assert_cmpint (town_find (network, town->two, town->school), >=, 0);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, town_find (network, town->two, town->school),
                                 town_find (network, town->one, town->imc)), ==, BARY_PRESENCE_ABSENT);
  g_assert_cmpint (line_between (network, BARY_LINE_MEMBERSHIP, town_find (network, town->one, town->school),
                                 town_find (network, town->one, town->imc)), ==, BARY_PRESENCE_STAYS);
}

static void
test_lines (Town          *town,
            gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryRecord) agreement = test_add (store, BARY_KIND_AGREEMENT, "name", "Договор", "cluster", town_id (town->one),
                                               "date", "2025-09-01", "valid_until", "2025-12-31", NULL);
  g_autoptr (BaryRecord) party = test_add (store, BARY_KIND_PARTY, "agreement", town_id (agreement),
                                           "organisation", town_id (town->school), NULL);
  g_autoptr (BaryRecord) link = test_add (store, BARY_KIND_LINK, "cluster", town_id (town->one), "organisation", town_id (town->school),
                                          "partner", town_id (town->guest), "kind", "scientific", "from", "2026-02-01", NULL);
  const gboolean ghosts[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (ghosts); i++)
    {
      g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, ghosts[i]);
      int school = town_find (network, ghosts[i] ? town->one : town->two, town->school);

      g_assert_cmpint (line_between (network, BARY_LINE_AGREEMENT, school, town_find (network, town->one, town->imc)), ==,
                       BARY_PRESENCE_LEFT);
      g_assert_cmpint (line_between (network, BARY_LINE_SCIENTIFIC, school, town_find (network, town->one, town->guest)), ==,
                       BARY_PRESENCE_JOINED);
      g_assert_cmpfloat_with_epsilon (bary_network_node (network, school)->weight, 1 + 0.25 + 0.1, 1e-9);
    }
}

static void
test_statuses (Town          *town,
               gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autoptr (BaryRecord) held = test_add (store, BARY_KIND_STATUS, "organisation", town_id (town->guest), "kind", "regional_site",
                                          "from", "2025-01-01", NULL);
  g_autoptr (BaryRecord) past = test_add (store, BARY_KIND_STATUS, "organisation", town_id (town->guest), "kind", "municipal_site",
                                          "to", "2025-01-01", NULL);
  g_autoptr (BaryRecord) hoped = test_add (store, BARY_KIND_STATUS, "organisation", town_id (town->guest), "kind", "federal_site",
                                           "state", "candidate", NULL);
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);

  g_assert_cmphex (town_get (network, town->one, town->guest)->statuses, ==, 1 << 1);
  g_assert_cmpfloat_with_epsilon (town_get (network, town->one, town->guest)->weight, 1.8, 1e-9);
}

static BaryRecord *
add_body (Town       *town,
          const char *name,
          const char *kind,
          BaryRecord *cluster,
          BaryRecord *organisation,
          BaryRecord *parent)
{
  return test_add (town->base.store, BARY_KIND_BODY, "name", name, "kind", kind, "centre", town_id (town->centre),
                   "cluster", cluster != NULL ? town_id (cluster) : NULL,
                   "organisation", organisation != NULL ? town_id (organisation) : NULL,
                   "parent", parent != NULL ? town_id (parent) : NULL, NULL);
}

/* Where the day has no bodies, there is a day that has. */
static void
test_body_day (Town          *town,
               gconstpointer  data)
{
  BaryStore *store = town->base.store;
  g_autofree char *none = bary_store_dup_body_day (store, TOWN_DAY);
  g_autoptr (BaryRecord) first = test_add (store, BARY_KIND_BODY, "name", "Совет", "kind", "coordination_council", "centre",
                                           town_id (town->centre), "from", "2018-09-01", "to", "2019-05-31", NULL);
  g_autofree char *earlier = bary_store_dup_body_day (store, "2025-09-01");
  g_autofree char *later = bary_store_dup_body_day (store, "2017-01-01");
  g_autoptr (BaryNetwork) now = town_read_network (town, BARY_PICTURE_INTERACTION, NULL, "2025-09-01", FALSE);
  g_autoptr (BaryNetwork) then = town_read_network (town, BARY_PICTURE_INTERACTION, NULL, "2019-05-31", FALSE);

  g_assert_null (none);
  g_assert_cmpstr (earlier, ==, "2019-05-31");
  g_assert_cmpstr (later, ==, "2018-09-01");
  g_assert_cmpint (bary_network_find (now, town_id (first)), <, 0);
  g_assert_cmpint (bary_network_find (then, town_id (first)), >=, 0);
}

static void
test_bodies (Town          *town,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) council = add_body (town, "Совет", "coordination_council", NULL, NULL, NULL);
  g_autoptr (BaryRecord) experts = add_body (town, "Эксперты", "expert_group", town->one, NULL, council);
  g_autoptr (BaryRecord) team = add_body (town, "Команда", "management_team", town->one, town->school, experts);
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  g_autoptr (BaryNetwork) scheme = town_read_network (town, BARY_PICTURE_INTERACTION, NULL, TOWN_DAY, FALSE);
  const BaryNetworkNode *node = bary_network_node (network, bary_network_find (network, town_id (team)));

  g_assert_cmpint (node->role, ==, BARY_ROLE_TEAM);
  g_assert_true (node->body);
  g_assert_cmpstr (node->caption, ==, "№ 352");
  g_assert_cmpint (line_between (network, BARY_LINE_ANSWERS_TO, bary_network_find (network, town_id (experts)),
                                 bary_network_find (network, town_id (council))), ==, BARY_PRESENCE_STAYS);
  g_assert_cmpint (line_between (network, BARY_LINE_ANSWERS_TO, town_find (network, town->one, town->imc),
                                 bary_network_find (network, town_id (experts))), ==, BARY_PRESENCE_STAYS);

  /* Three bodies and the two clusters of their centre, in three layers. */
  g_assert_cmpuint (scheme->nodes->len, ==, 5);
  g_assert_cmpint (bary_network_node (scheme, bary_network_find (scheme, town_id (council)))->level, ==, 1);
  g_assert_cmpint (bary_network_node (scheme, bary_network_find (scheme, town_id (team)))->level, ==, 3);
  g_assert_cmpstr (town_get (scheme, town->two, town->imc)->name, ==, "Кластер 2");
  g_assert_cmpint (town_get (scheme, town->two, town->imc)->level, ==, 2);
  g_assert_cmpint (town_get (scheme, town->one, town->imc)->level, ==, 3);
}

static void
test_circles (Town          *town,
              gconstpointer  data)
{
  g_autoptr (BaryRecord) council = add_body (town, "Совет", "coordination_council", NULL, NULL, NULL);
  g_autoptr (BaryRecord) person = test_add (town->base.store, BARY_KIND_PERSON, "name", "Ромашкина А. Т.",
                                            "organisation", town_id (town->lonely), NULL);
  g_autoptr (BaryRecord) seat = test_add (town->base.store, BARY_KIND_BODY_MEMBER, "body", town_id (council),
                                          "person", town_id (person), NULL);
  g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);
  const BaryNetworkCircle *one = bary_network_circle (network, 0);
  const BaryNetworkCircle *body = bary_network_circle (network, 3);

  g_assert_cmpuint (network->circles->len, ==, 4);
  g_assert_cmpstr (one->name, ==, "Кластер 1");
  g_assert_cmpuint (one->organisations->len, ==, 3);
  g_assert_cmpint (body->kind, ==, BARY_CIRCLE_BODY);
  g_assert_cmpuint (body->organisations->len, ==, 1);
  g_assert_cmpstr (bary_network_organisation (network, g_array_index (body->organisations, guint, 0))->id, ==,
                   town_id (town->lonely));
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
    g_autoptr (BaryNetwork) network = town_read_network (town, BARY_PICTURE_NETWORK, NULL, TOWN_DAY, FALSE);

    g_assert_cmpuint (network->clusters->len, ==, 2);
    g_assert_cmpint (town_get (network, town->one, town->imc)->presence, ==, BARY_PRESENCE_LEFT);
    g_assert_cmpint (town_get (network, town->one, town->school)->presence, ==, BARY_PRESENCE_LEFT);
    g_assert_cmpuint (town_get (network, town->one, town->school)->n_clusters, ==, 1);
  }
}

static void
test_errors (Town          *town,
             gconstpointer  data)
{
  const BaryNetworkRequest request = { BARY_PICTURE_CLUSTER, "00000000-0000-7000-8000-000000000000", TOWN_DAY, NULL, FALSE };
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

#define ADD(name, func) g_test_add ("/network/" name, Town, NULL, town_set_up, func, town_tear_down)

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
  ADD ("errors", test_errors);
  ADD ("first-day", test_first_day);
  return g_test_run ();
}

#include "bary-test-network.h"

static const char *const names[] = {
  "№ 352", "ДОУ № 27", "РЦОКОиИТ", "РГПУ им. А. И. Герцена", "Научно-экспертный совет ИМЦ Калининского района",
  "Организации – социальные партнёры ОУ", "Дом детского творчества Красносельского района Санкт-Петербурга «Радуга»",
  "ЦОК", "№ 203", "№ 590", "Гимназия № 271 им. П. И. Федулова", "ЦПМСС", "№ 7", "Библиотека № 5", "ДОУ № 65",
};

static const char *const directions[] = {
  "Гражданско-патриотическое воспитание", "Экологическое воспитание", "Духовно-нравственное воспитание",
  "Трудовое воспитание и профориентация", "Здоровьесберегающее воспитание", "Воспитание семейных ценностей",
  "Развитие детского самоуправления", "Интеллектуальное воспитание",
};

static void
add_groups (BaryNetworkCluster *cluster)
{
  const char *const letters[][2] = {
    { "А", "Опорные учреждения" }, { "Б", "Информационно-методическое сопровождение" },
    { "В", "Научно-методическое сопровождение" }, { "Г", "Социальное партнёрство" },
  };
  const char *const levels[][2] = {
    { "1", "Инновационный центр сети" }, { "2", "Учреждения-партнёры" }, { "3", "Площадки-партнёры без статуса" },
  };
  gboolean rings = cluster->arrangement == BARY_ARRANGEMENT_LEVELS;

  cluster->groups = bary_network_make_groups ();
  for (guint i = 0; i < (rings ? G_N_ELEMENTS (levels) : G_N_ELEMENTS (letters)); i++)
    {
      const char *const *it = rings ? levels[i] : letters[i];
      BaryNetworkGroup group = { g_strdup_printf ("group-%u", i), g_strdup (it[0]), g_strdup (it[1]) };

      g_array_append_val (cluster->groups, group);
    }
}

static guint
add_cluster (BaryNetwork     *network,
             BaryArrangement  arrangement,
             int              district)
{
  guint i = network->clusters->len;
  BaryNetworkCluster cluster = { 0 };

  cluster.id = g_strdup_printf ("cluster-%05u", i);
  cluster.name = g_strdup (directions[i % G_N_ELEMENTS (directions)]);
  cluster.district = district;
  cluster.barycenter = -1;
  cluster.arrangement = arrangement;
  add_groups (&cluster);
  g_array_append_val (network->clusters, cluster);
  return i;
}

static guint
add_node (BaryNetwork  *network,
          BaryNodeRole  role,
          int           district,
          int           cluster,
          int           group,
          const char   *name)
{
  guint i = network->nodes->len;
  BaryNetworkNode node = { 0 };

  node.id = g_strdup_printf ("node-%06u", i);
  node.record = g_strdup_printf ("organisation-%06u", i);
  node.key = g_strdup_printf ("%06u", i);
  node.name = g_strdup_printf ("ГБОУ %s", name);
  node.short_name = g_strdup (name);
  node.role = role;
  node.district = district;
  node.cluster = cluster;
  node.group = group;
  node.presence = BARY_PRESENCE_STAYS;
  node.n_clusters = 1;
  node.weight = 1;
  g_array_append_val (network->nodes, node);
  if (cluster >= 0 && role == BARY_ROLE_BARYCENTER)
    bary_network_cluster (network, cluster)->barycenter = (int) i;
  else if (cluster >= 0)
    bary_network_cluster (network, cluster)->n_members++;
  return i;
}

static void
add_line (BaryNetwork *network,
          guint        a,
          guint        b,
          BaryLine     type)
{
  BaryNetworkLine line = { a, b, type, BARY_PRESENCE_STAYS };

  g_array_append_val (network->lines, line);
}

BaryNetwork *
bary_test_network_make_cluster (BaryArrangement arrangement,
                                guint           n_members)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_CLUSTER);
  guint cluster, centre;

  network->title = g_strdup ("Гражданско-патриотическое воспитание");
  network->day = g_strdup ("2025-09-01");
  cluster = add_cluster (network, arrangement, -1);
  centre = add_node (network, BARY_ROLE_BARYCENTER, -1, (int) cluster, -1, "ИМЦ Калининского района");
  bary_network_node (network, centre)->caption = g_strdup ("куратор Ромашкина А. Т.");
  for (guint i = 0; i < n_members; i++)
    {
      int group = (int) ((i * 7 + i / 5) % (arrangement == BARY_ARRANGEMENT_LEVELS ? 3 : 4));
      guint added = add_node (network, BARY_ROLE_MEMBER, -1, (int) cluster, group, names[i % G_N_ELEMENTS (names)]);
      BaryNetworkNode *node = bary_network_node (network, added);

      node->presence = i % 9 == 4 ? BARY_PRESENCE_LEFT : i % 9 == 5 ? BARY_PRESENCE_JOINED : BARY_PRESENCE_STAYS;
      node->level = arrangement == BARY_ARRANGEMENT_LEVELS ? group + 1 : 0;
      node->n_clusters = i % 6 == 2 ? 3 : 1;
      node->weight = 1 + i % 4;
      if (i == 0)
        {
          node->base_site = TRUE;
          node->caption = g_strdup ("базовая площадка");
        }
      add_line (network, centre, added, BARY_LINE_MEMBERSHIP);
      if (i % 2)
        add_line (network, centre, added, BARY_LINE_AGREEMENT);
      if (i > 3 && i % 3 == 0)
        add_line (network, added, added - 3, i % BARY_LINE_MEMBERSHIP);
    }
  return network;
}

static void
add_members (BaryNetwork *network,
             GRand       *random,
             guint        cluster,
             guint        centre,
             guint        n)
{
  int district = bary_network_cluster (network, cluster)->district;

  for (guint i = 0; i < n; i++)
    {
      guint number = (guint) g_rand_int_range (random, 1, 700), added;
      g_autofree char *school = g_strdup_printf ("№ %u", number);
      const char *name = number % 4 ? school : names[number % G_N_ELEMENTS (names)];

      added = add_node (network, BARY_ROLE_MEMBER, district, (int) cluster, g_rand_int_range (random, 0, 4), name);
      add_line (network, centre, added, BARY_LINE_MEMBERSHIP);
      bary_network_node (network, added)->base_site = i == 0;
      bary_network_node (network, added)->weight = 1 + g_rand_int_range (random, 0, 4);
      if (i > 0 && g_rand_int_range (random, 0, 4) == 0)
        add_line (network, added, added - 1, (BaryLine) g_rand_int_range (random, 0, BARY_LINE_MEMBERSHIP));
    }
}

/* Every eighth school is in another cluster as well, mostly of its district. */
static void
share_members (BaryNetwork *network,
               GRand       *random)
{
  guint n_clusters = network->clusters->len;

  for (guint i = 0; i < network->nodes->len && n_clusters > 1; i++)
    {
      BaryNetworkNode *node = bary_network_node (network, i);
      guint other;

      if (node->role != BARY_ROLE_MEMBER || node->cluster < 0 || g_rand_int_range (random, 0, 8) > 0)
        continue;
      other = g_rand_int_range (random, 0, 5) > 0 ? (guint) node->cluster / 10 * 10 + (guint) g_rand_int_range (random, 0, 10)
                                                  : (guint) g_rand_int_range (random, 0, (int) n_clusters);
      if (other >= n_clusters || other == (guint) node->cluster)
        continue;
      node->n_clusters++;
      add_line (network, i, (guint) bary_network_cluster (network, other)->barycenter, BARY_LINE_MEMBERSHIP);
    }
}

BaryNetwork *
bary_test_network_make_region (guint   n_nodes,
                               guint32 seed)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_NETWORK);
  GRand *random = g_rand_new_with_seed (seed);

  network->title = g_strdup ("Сеть инновационных кластеров");
  network->day = g_strdup ("2025-09-01");
  while (network->nodes->len < n_nodes)
    {
      int district = (int) network->clusters->len / 10;
      guint cluster, centre, n;

      if (network->clusters->len % 10 == 0)
        {
          BaryNetworkDistrict it = { g_strdup_printf ("district-%04d", district), g_strdup_printf ("Район %d", district + 1), 0 };

          g_array_append_val (network->districts, it);
          add_node (network, BARY_ROLE_COUNCIL, district, -1, -1, "Координационный совет района");
        }
      cluster = add_cluster (network, BARY_ARRANGEMENT_GROUPS, district);
      centre = add_node (network, BARY_ROLE_BARYCENTER, district, (int) cluster, -1, "ИМЦ района");
      n = (guint) g_rand_int_range (random, 20, 52);
      add_members (network, random, cluster, centre, MIN (n, n_nodes - MIN (n_nodes, network->nodes->len)));
    }
  share_members (network, random);
  g_rand_free (random);
  return network;
}

BaryNetwork *
bary_test_network_make_tree (guint n_teams)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_INTERACTION);
  guint council;

  network->title = g_strdup ("Схема взаимодействия");
  network->day = g_strdup ("2025-09-01");
  council = add_node (network, BARY_ROLE_COUNCIL, -1, -1, -1, "Координационный совет");
  for (guint i = 0; i < n_teams; i++)
    add_line (network, add_node (network, BARY_ROLE_TEAM, -1, -1, -1, names[i % G_N_ELEMENTS (names)]), council, BARY_LINE_ANSWERS_TO);
  return network;
}

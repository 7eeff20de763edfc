#include "bary-test-town.h"

const char *
town_id (gpointer record)
{
  return bary_record_get_id (record);
}

BaryRecord *
town_add_member (Town       *town,
                 BaryRecord *cluster,
                 BaryRecord *organisation,
                 BaryRecord *group,
                 const char *from,
                 const char *to)
{
  return test_add (town->base.store, BARY_KIND_MEMBERSHIP, "cluster", town_id (cluster), "organisation", town_id (organisation),
                   "group", town_id (group), "from", from, "to", to, NULL);
}

static BaryRecord *
add_cluster (Town       *town,
             const char *name,
             BaryRecord *centre,
             BaryRecord *barycenter,
             BaryRecord *base_site)
{
  return test_add (town->base.store, BARY_KIND_CLUSTER, "name", name, "scheme", town_id (town->scheme), "centre", town_id (centre),
                   "barycenter", town_id (barycenter), "base_site", base_site != NULL ? town_id (base_site) : NULL, NULL);
}

void
town_set_up (Town          *town,
             gconstpointer  data)
{
  BaryStore *store;

  fixture_set_up (&town->base, NULL);
  store = town->base.store;
  town->centre = test_add (store, BARY_KIND_CENTRE, "name", "ИМЦ 1", "district", "Первый район", "region", "Край", NULL);
  town->second = test_add (store, BARY_KIND_CENTRE, "name", "ИМЦ 2", "district", "Второй район", "region", "Край", NULL);
  town->scheme = test_add (store, BARY_KIND_SCHEME, "name", "А–Б", "arrangement", "groups", NULL);
  town->a = test_add (store, BARY_KIND_GROUP, "scheme", town_id (town->scheme), "name", "А", "ordinal", "1", NULL);
  town->b = test_add (store, BARY_KIND_GROUP, "scheme", town_id (town->scheme), "name", "Б", "ordinal", "2", NULL);
  town->imc = test_add_school (store, "ИМЦ");
  town->other = test_add_school (store, "Другой ИМЦ");
  town->school = test_add_school (store, "ГБОУ СОШ № 352");
  town->guest = test_add_school (store, "ГБОУ СОШ № 7");
  town->lonely = test_add_school (store, "ГБОУ СОШ № 1");
  town->one = add_cluster (town, "Кластер 1", town->centre, town->imc, NULL);
  town->two = add_cluster (town, "Кластер 2", town->centre, town->imc, town->school);
  town->three = add_cluster (town, "Кластер 3", town->second, town->other, NULL);
  g_object_unref (town_add_member (town, town->one, town->school, town->a, "2024-09-01", NULL));
  g_object_unref (town_add_member (town, town->two, town->school, town->b, "2025-09-01", NULL));
  g_object_unref (town_add_member (town, town->one, town->guest, town->a, "2025-09-01", "2025-12-31"));
  g_object_unref (town_add_member (town, town->one, town->guest, town->b, "2026-01-01", NULL));
  g_object_unref (town_add_member (town, town->one, town->imc, town->b, NULL, NULL));
}

void
town_tear_down (Town          *town,
                gconstpointer  data)
{
  BaryRecord **records[] = { &town->centre, &town->second, &town->scheme, &town->a, &town->b, &town->imc, &town->other,
                             &town->school, &town->guest, &town->lonely, &town->one, &town->two, &town->three };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_clear_object (records[i]);
  fixture_tear_down (&town->base, NULL);
}

BaryNetwork *
town_read_network (Town        *town,
                   BaryPicture  picture,
                   BaryRecord  *cluster,
                   const char  *day,
                   gboolean     ghosts)
{
  const BaryNetworkRequest request = { picture, cluster != NULL ? town_id (cluster) : NULL, day, TOWN_LATER, ghosts };
  g_autoptr (GError) error = NULL;
  BaryNetwork *network = bary_store_read_network (town->base.store, &request, &error);

  g_assert_no_error (error);
  return network;
}

int
town_find (BaryNetwork *network,
           BaryRecord  *cluster,
           BaryRecord  *organisation)
{
  g_autofree char *id = g_strdup_printf ("%s/%s", town_id (cluster), town_id (organisation));

  return bary_network_find (network, id);
}

const BaryNetworkNode *
town_get (BaryNetwork *network,
          BaryRecord  *cluster,
          BaryRecord  *organisation)
{
  int node = town_find (network, cluster, organisation);

  g_assert_cmpint (node, >=, 0);
  return bary_network_node (network, node);
}

#include "bary-cluster-check.h"

#include "bary-kinds.h"

GPtrArray *
bary_cluster_select (BaryStore   *store,
                     BaryKind     kind,
                     const char  *field,
                     const char  *id,
                     const char  *day,
                     GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);

  bary_query_where (query, field, id);
  if (day != NULL)
    bary_query_on_day (query, day);
  return bary_store_select (store, query, error);
}

static gboolean
leads (BaryRole *role)
{
  return g_strcmp0 (role->kind, "curator") == 0 || g_strcmp0 (role->kind, "head") == 0;
}

static gboolean
count_leaders (BaryStore    *store,
               BaryCluster  *cluster,
               const char   *day,
               guint        *n_leaders,
               GError      **error)
{
  g_autoptr (GPtrArray) roles =
    bary_cluster_select (store, BARY_KIND_ROLE, "cluster", bary_record_get_id (BARY_RECORD (cluster)), day, error);

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    *n_leaders += leads (roles->pdata[i]);
  return roles != NULL;
}

/* Its own bodies, and those of its centre that are of no one cluster or organisation. */
static gboolean
count_bodies (BaryStore    *store,
              BaryCluster  *cluster,
              const char   *day,
              guint        *n_bodies,
              GError      **error)
{
  g_autoptr (GPtrArray) own =
    bary_cluster_select (store, BARY_KIND_BODY, "cluster", bary_record_get_id (BARY_RECORD (cluster)), day, error);
  g_autoptr (GPtrArray) common = NULL;

  if (own == NULL)
    return FALSE;

  *n_bodies = own->len;
  if (cluster->centre == NULL)
    return TRUE;

  common = bary_cluster_select (store, BARY_KIND_BODY, "centre", cluster->centre, day, error);
  for (guint i = 0; common != NULL && i < common->len; i++)
    {
      BaryBody *body = common->pdata[i];

      *n_bodies += body->cluster == NULL && body->organisation == NULL;
    }
  return common != NULL;
}

static gboolean
append_parties (BaryClusterCheck  *self,
                BaryStore         *store,
                guint              agreement,
                GArray            *parties,
                GError           **error)
{
  const char *id = bary_record_get_id (self->agreements->pdata[agreement]);
  g_autoptr (GPtrArray) found = bary_cluster_select (store, BARY_KIND_PARTY, "agreement", id, NULL, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      BaryParty *party = found->pdata[i];
      BaryPassportParty plain = { bary_record_get_id (BARY_RECORD (party)), agreement, party->organisation, party->role };

      g_ptr_array_add (self->parties, g_object_ref (party));
      g_array_append_val (parties, plain);
    }
  return found != NULL;
}

static gboolean
read_agreements (BaryClusterCheck  *self,
                 BaryStore         *store,
                 GArray            *agreements,
                 GArray            *parties,
                 GError           **error)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      BaryAgreement *agreement = self->agreements->pdata[i];
      BaryPassportAgreement plain = { bary_record_get_id (BARY_RECORD (agreement)), agreement->date, agreement->valid_until };

      g_array_append_val (agreements, plain);
      if (!append_parties (self, store, i, parties, error))
        return FALSE;
    }
  return TRUE;
}

static guint
count_organisations (GPtrArray *memberships)
{
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < memberships->len; i++)
    g_hash_table_add (organisations, ((BaryMembership *) memberships->pdata[i])->organisation);
  return g_hash_table_size (organisations);
}

static gboolean
check (BaryClusterCheck  *self,
       BaryStore         *store,
       BaryCluster       *cluster,
       const char        *day,
       GError           **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autoptr (GArray) agreements = g_array_new (FALSE, FALSE, sizeof (BaryPassportAgreement));
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (BaryPassportParty));
  BaryPassportInput input = { day, cluster->goal, cluster->interaction, cluster->management };

  if (!read_agreements (self, store, agreements, parties, error) ||
      !count_leaders (store, cluster, day, &input.n_leaders, error) ||
      !count_bodies (store, cluster, day, &input.n_bodies, error))
    return FALSE;

  for (guint i = 0; i < self->memberships->len; i++)
    g_ptr_array_add (members, ((BaryMembership *) self->memberships->pdata[i])->organisation);
  input.members = (const char *const *) members->pdata;
  input.n_members = members->len;
  input.agreements = (const BaryPassportAgreement *) (void *) agreements->data;
  input.n_agreements = agreements->len;
  input.parties = (const BaryPassportParty *) (void *) parties->data;
  input.n_parties = parties->len;
  self->gaps = bary_passport_check (&input);
  self->n_members = count_organisations (self->memberships);
  return TRUE;
}

BaryClusterCheck *
bary_cluster_check_new (BaryStore   *store,
                        BaryRecord  *cluster,
                        const char  *day,
                        GError     **error)
{
  g_autoptr (BaryClusterCheck) self = g_new0 (BaryClusterCheck, 1);
  const char *id = bary_record_get_id (cluster);

  self->parties = g_ptr_array_new_with_free_func (g_object_unref);
  self->memberships = bary_cluster_select (store, BARY_KIND_MEMBERSHIP, "cluster", id, day, error);
  if (self->memberships == NULL)
    return NULL;
  self->agreements = bary_cluster_select (store, BARY_KIND_AGREEMENT, "cluster", id, NULL, error);
  if (self->agreements == NULL || !check (self, store, BARY_CLUSTER (cluster), day, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bary_cluster_check_free (BaryClusterCheck *self)
{
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->memberships, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_free (self);
}

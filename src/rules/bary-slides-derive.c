#include "bary-slides-private.h"

/* A hall does not sit through more clusters, nor districts, one by one. */
#define MOST_PARTS 60

typedef struct {
  const BaryNetwork *now;
  const BaryNetwork *since;
  GPtrArray         *slides;
} Derivation;

/* A step that has nothing to show is no step. */
static void
add (Derivation       *self,
     BaryShowStepKind  kind,
     const char       *subject)
{
  BaryShowStep *slide = bary_show_step_new (kind, subject);

  if (bary_slides_fill_words (slide, self->now, self->since))
    g_ptr_array_add (self->slides, slide);
  else
    bary_show_step_free (slide);
}

static void
add_groups (Derivation *self)
{
  for (guint i = 0; i < self->now->clusters->len; i++)
    {
      GArray *groups = bary_network_cluster (self->now, i)->groups;

      for (guint j = 0; j < groups->len; j++)
        if (!g_array_index (groups, BaryNetworkGroup, j).hidden)
          add (self, BARY_SHOW_STEP_GROUP, g_array_index (groups, BaryNetworkGroup, j).id);
    }
  add (self, BARY_SHOW_STEP_GROUP, NULL);
}

/* Not one whose only cluster has a step of its own: that would be said twice. */
static gboolean
is_district_a_step (const BaryNetwork *network,
                    int                district)
{
  guint n_districts = network->districts->len, n = 0;

  if (district < 0 || n_districts < 2 || n_districts > MOST_PARTS)
    return FALSE;
  for (guint i = 0; i < network->clusters->len; i++)
    n += bary_network_cluster (network, i)->district == district;
  return n != 1 || network->clusters->len > MOST_PARTS;
}

/* Clusters in the order of their districts, those of no district last. */
static void
add_parts (Derivation *self)
{
  guint n_districts = self->now->districts->len, n_clusters = self->now->clusters->len;

  for (guint i = 0; i <= n_districts; i++)
    {
      int district = i < n_districts ? (int) i : -1;

      if (is_district_a_step (self->now, district))
        add (self, BARY_SHOW_STEP_DISTRICT, bary_network_district (self->now, district)->id);
      for (guint j = 0; j < n_clusters && n_clusters <= MOST_PARTS; j++)
        if (bary_network_cluster (self->now, j)->district == district)
          add (self, BARY_SHOW_STEP_CLUSTER, bary_network_cluster (self->now, j)->id);
    }
}

/* Lines are what a scheme of interaction is about: they are there from the beginning. */
static void
add_layers (Derivation *self)
{
  int deepest = 0;

  for (guint i = 0; i < self->now->nodes->len; i++)
    deepest = MAX (deepest, bary_network_node (self->now, i)->level);
  for (int i = 1; i <= deepest; i++)
    {
      g_autofree char *layer = g_strdup_printf ("%d", i);

      add (self, BARY_SHOW_STEP_BODIES, layer);
    }
  for (guint i = 0; i < self->slides->len; i++)
    ((BaryShowStep *) self->slides->pdata[i])->lines = BARY_SHOW_STEP_LINES_SHOWN;
}

GPtrArray *
bary_slides_derive (const BaryNetwork *now,
                    const BaryNetwork *since)
{
  Derivation self = { now, since, g_ptr_array_new_with_free_func ((GDestroyNotify) bary_show_step_free) };

  add (&self, BARY_SHOW_STEP_TITLE, NULL);
  switch (now->picture)
    {
    case BARY_PICTURE_CLUSTER:
      add (&self, BARY_SHOW_STEP_BARYCENTER, NULL);
      add (&self, BARY_SHOW_STEP_BODIES, NULL);
      add_groups (&self);
      add (&self, BARY_SHOW_STEP_LINKS, NULL);
      add (&self, BARY_SHOW_STEP_CHANGES, NULL);
      break;
    case BARY_PICTURE_NETWORK:
      add (&self, BARY_SHOW_STEP_WHOLE, NULL);
      add (&self, BARY_SHOW_STEP_BODIES, NULL);
      add_parts (&self);
      add (&self, BARY_SHOW_STEP_LINKS, NULL);
      add (&self, BARY_SHOW_STEP_CHANGES, NULL);
      add (&self, BARY_SHOW_STEP_WHOLE, NULL);
      break;
    case BARY_PICTURE_INTERACTION:
      add_layers (&self);
      break;
    }
  return self.slides;
}

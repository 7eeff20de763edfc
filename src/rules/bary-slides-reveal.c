#include "bary-slides-private.h"

#include <stdlib.h>

/* Looking things up */

gboolean
bary_slides_is_there (const BaryNetworkNode *node)
{
  return node->presence != BARY_PRESENCE_ABSENT && node->presence != BARY_PRESENCE_JOINED &&
         node->presence != BARY_PRESENCE_MOVED_IN;
}

int
bary_slides_find_cluster (const BaryNetwork *network,
                          const char        *id)
{
  for (guint i = 0; i < network->clusters->len; i++)
    if (g_strcmp0 (bary_network_cluster (network, i)->id, id) == 0)
      return (int) i;
  return -1;
}

int
bary_slides_find_district (const BaryNetwork *network,
                           const char        *id)
{
  for (guint i = 0; i < network->districts->len; i++)
    if (g_strcmp0 (bary_network_district (network, i)->id, id) == 0)
      return (int) i;
  return -1;
}

static const BaryNetworkGroup *
group_of (const BaryNetwork     *network,
          const BaryNetworkNode *node)
{
  GArray *groups = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->groups : NULL;

  return groups != NULL && node->group >= 0 && node->group < (int) groups->len
    ? &g_array_index (groups, BaryNetworkGroup, node->group) : NULL;
}

const BaryNetworkGroup *
bary_slides_find_group (const BaryNetwork *network,
                        const char        *id)
{
  for (guint i = 0; i < network->clusters->len; i++)
    {
      GArray *groups = bary_network_cluster (network, i)->groups;

      for (guint j = 0; j < groups->len; j++)
        if (g_strcmp0 (g_array_index (groups, BaryNetworkGroup, j).id, id) == 0)
          return &g_array_index (groups, BaryNetworkGroup, j);
    }
  return NULL;
}

static gboolean
is_body (const BaryNetworkNode *node)
{
  return node->body || (node->role != BARY_ROLE_MEMBER && node->role != BARY_ROLE_BARYCENTER);
}

/* @layer: (nullable): from the top, "1" */
static gboolean
is_in_layer (const BaryNetworkNode *node,
             const char            *layer)
{
  return layer != NULL ? node->level == atoi (layer) : is_body (node);
}

static gboolean
is_in_group (const BaryNetwork     *network,
             const BaryNetworkNode *node,
             const char            *id)
{
  const BaryNetworkGroup *group = group_of (network, node);

  if (is_body (node) || (id == NULL && node->role == BARY_ROLE_BARYCENTER))
    return FALSE;
  return group != NULL ? g_strcmp0 (group->id, id) == 0 : id == NULL;
}

static gboolean
is_in_district (const BaryNetwork     *network,
                const BaryNetworkNode *node,
                const char            *id)
{
  int district = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->district : node->district;

  return district >= 0 && g_strcmp0 (bary_network_district (network, district)->id, id) == 0;
}

gboolean
bary_slides_is_about (BaryShowStepKind       kind,
                      const char            *subject,
                      const BaryNetwork     *network,
                      const BaryNetworkNode *node)
{
  switch (kind)
    {
    case BARY_SHOW_STEP_BARYCENTER:
      return node->role == BARY_ROLE_BARYCENTER;
    case BARY_SHOW_STEP_BODIES:
      return is_in_layer (node, subject);
    case BARY_SHOW_STEP_GROUP:
      return is_in_group (network, node, subject);
    case BARY_SHOW_STEP_DISTRICT:
      return is_in_district (network, node, subject);
    case BARY_SHOW_STEP_CLUSTER:
      return node->cluster >= 0 && g_strcmp0 (bary_network_cluster (network, node->cluster)->id, subject) == 0;
    case BARY_SHOW_STEP_CHANGES:
      return node->presence != BARY_PRESENCE_ABSENT && node->presence != BARY_PRESENCE_STAYS;
    case BARY_SHOW_STEP_TITLE:
    case BARY_SHOW_STEP_LINKS:
    case BARY_SHOW_STEP_WHOLE:
    case BARY_SHOW_STEP_VIEW:
    case BARY_N_STEP_KINDS:
      break;
    }
  return FALSE;
}

/* What a step shows */

/* These reveal what they are about, for good; the others show everything. */
static gboolean
is_partial (BaryShowStepKind kind)
{
  return kind == BARY_SHOW_STEP_BARYCENTER || kind == BARY_SHOW_STEP_BODIES || kind == BARY_SHOW_STEP_GROUP;
}

static gboolean
is_chosen (const BaryShowStep    *slide,
           const BaryNetworkNode *node)
{
  return slide->chosen != NULL && g_strv_contains ((const char *const *) slide->chosen, node->id);
}

static gboolean
is_revealed (const GPtrArray       *shown,
             guint                  step,
             const BaryNetwork     *network,
             const BaryNetworkNode *node)
{
  const BaryShowStep *slide = shown->pdata[step];

  if (slide->kind == BARY_SHOW_STEP_TITLE)
    return FALSE;
  if (network->picture == BARY_PICTURE_NETWORK || !is_partial (slide->kind))
    return TRUE;
  for (guint i = 0; i <= step; i++)
    {
      const BaryShowStep *earlier = shown->pdata[i];

      if (earlier->kind == BARY_SHOW_STEP_LINKS || earlier->kind == BARY_SHOW_STEP_WHOLE ||
          bary_slides_is_about (earlier->kind, earlier->subject, network, node))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_dimmed (const BaryShowStep    *slide,
           const BaryNetwork     *network,
           const BaryNetworkNode *node)
{
  switch (slide->kind)
    {
    case BARY_SHOW_STEP_VIEW:
      return slide->chosen != NULL && !is_chosen (slide, node);
    case BARY_SHOW_STEP_CHANGES:
      return node->role != BARY_ROLE_BARYCENTER && !bary_slides_is_about (slide->kind, slide->subject, network, node);
    case BARY_SHOW_STEP_DISTRICT:
    case BARY_SHOW_STEP_CLUSTER:
      return !bary_slides_is_about (slide->kind, slide->subject, network, node);
    case BARY_SHOW_STEP_BODIES:
      return network->picture == BARY_PICTURE_NETWORK && !is_body (node);
    case BARY_SHOW_STEP_TITLE:
    case BARY_SHOW_STEP_BARYCENTER:
    case BARY_SHOW_STEP_GROUP:
    case BARY_SHOW_STEP_LINKS:
    case BARY_SHOW_STEP_WHOLE:
    case BARY_N_STEP_KINDS:
      break;
    }
  return FALSE;
}

void
bary_slides_reveal (const GPtrArray   *shown,
                    guint              step,
                    const BaryNetwork *network,
                    guint8            *hidden,
                    guint8            *dimmed)
{
  g_return_if_fail (step < shown->len);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      hidden[i] = !is_revealed (shown, step, network, node);
      dimmed[i] = !hidden[i] && is_dimmed (shown->pdata[step], network, node);
    }
}

gboolean
bary_slides_has_lines (const GPtrArray *shown,
                       guint            step)
{
  const BaryShowStep *slide = shown->pdata[step];

  if (slide->lines != BARY_SHOW_STEP_LINES_DERIVED)
    return slide->lines == BARY_SHOW_STEP_LINES_SHOWN;
  for (guint i = 0; i <= step; i++)
    if (((BaryShowStep *) shown->pdata[i])->kind == BARY_SHOW_STEP_LINKS)
      return TRUE;
  return FALSE;
}

/* A disc and its title. */
static void
take_disc (const BaryLayoutDisc *disc,
           BaryBox              *box)
{
  double left = disc->x - disc->radius_x, right = disc->x + disc->radius_x;
  double top = disc->y - disc->radius_y, bottom = disc->y + disc->radius_y;

  if (disc->title.width > 0)
    {
      left = MIN (left, disc->title.x - disc->title.width / 2);
      right = MAX (right, disc->title.x + disc->title.width / 2);
      top = MIN (top, disc->title.y - disc->title.height / 2);
    }
  *box = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
}

gboolean
bary_show_step_find_box (const BaryShowStep    *self,
                         const BaryNetwork     *network,
                         const BaryGraphLayout *layout,
                         BaryBox               *box)
{
  int disc;

  if (self->has_area)
    *box = self->area;
  else if (self->kind == BARY_SHOW_STEP_CLUSTER && (disc = bary_slides_find_cluster (network, self->subject)) >= 0 &&
           disc < (int) layout->n_clusters)
    take_disc (&layout->clusters[disc], box);
  else if (self->kind == BARY_SHOW_STEP_DISTRICT && (disc = bary_slides_find_district (network, self->subject)) >= 0 &&
           disc < (int) layout->n_districts)
    take_disc (&layout->districts[disc], box);
  else
    return FALSE;
  return box->width > 0 && box->height > 0;
}

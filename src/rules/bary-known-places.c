#include "bary-known-places.h"

#include "bary-disc-layout.h"
#include "bary-disc-pack.h"
#include "bary-disc-search.h"
#include "bary-known-newcomers.h"
#include "bary-known-zones.h"
#include "bary-turns.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 0.06
#define LOOSE_TOLERANCE 0.6 /* while the barycenter is being carried about */
#define NEW_TRIES 40
#define MOST_ROUNDS 8

gboolean
bary_known_places_are_there (const BaryLayoutWork *work)
{
  for (guint i = 0; i < work->n_nodes; i++)
    if (work->nodes[i].known)
      return TRUE;
  return FALSE;
}

/* The barycenter's place is the middle; without one it is that of the members. A cluster alone has it at 0, 0. */
static void
find_middle (BaryLayoutWork  *work,
             BaryWorkCluster *cluster)
{
  double x = 0, y = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (work->nodes[i].known)
      {
        x += work->nodes[i].box.x / cluster->n_known;
        y += work->nodes[i].box.y / cluster->n_known;
      }
  if (cluster->centre >= 0 && work->nodes[cluster->centre].known)
    {
      x = work->nodes[cluster->centre].box.x;
      y = work->nodes[cluster->centre].box.y;
    }
  else if (work->alone)
    x = y = 0;
  cluster->x = x;
  cluster->y = y;
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    if (!work->nodes[i].known)
      {
        work->nodes[i].box.x = x;
        work->nodes[i].box.y = y;
      }
}

/* Marks as settled what was known: the zones are found by that. */
static void
recover_cluster (BaryLayoutWork  *work,
                 BaryWorkCluster *cluster)
{
  find_middle (work, cluster);
  bary_disc_layout_measure (work, cluster);
  bary_disc_layout_divide (work, cluster);
  if (cluster->n_known * 2 < cluster->n)
    return;
  cluster->radius = 0;
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      work->nodes[i].settled = work->nodes[i].known;
      if (work->nodes[i].known)
        cluster->radius = MAX (cluster->radius, bary_flat_box_reach (&work->nodes[i].box, cluster->x, cluster->y));
    }
  cluster->radius += work->spacing.gap_y;
  bary_known_zones_recover (work, cluster);
}

static gboolean
may_stay (const BaryLayoutWork *work,
          BaryBoxRows          *rows,
          guint                 node)
{
  const BaryWorkNode *it = &work->nodes[node];
  const BaryWorkCluster *cluster = it->cluster >= 0 ? &work->clusters[it->cluster] : NULL;
  gboolean carried = cluster != NULL && cluster->centre >= 0 && work->nodes[cluster->centre].source->pinned;

  return it->known && bary_box_rows_find (rows, &it->box, 0) == NULL &&
         (cluster == NULL || bary_known_zones_hold (work, cluster, node, carried ? LOOSE_TOLERANCE : TOLERANCE));
}

/* New clusters stand already. Of the others, pinned nodes first, even upon each other, then barycenters and what stands by itself, then members. */
static void
keep_places (BaryLayoutWork *work,
             BaryBoxRows    *rows)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < work->n_nodes; i++)
      {
        BaryWorkNode *node = &work->nodes[i];
        gboolean pinned = node->known && node->source->pinned;
        gboolean first = node->cluster < 0 || work->clusters[node->cluster].centre == (int) i;

        if (pass != (pinned ? 0 : first ? 1 : 2))
          continue;
        if (node->cluster < 0 || work->clusters[node->cluster].n_known > 0)
          node->settled = pinned || may_stay (work, rows, i);
        if (node->settled)
          bary_box_rows_add (rows, &node->box);
      }
}

/* What only was in the way of others stays near; what is new, or has another zone, is looked a place for. */
static void
seek_places (BaryLayoutWork  *work,
             BaryWorkCluster *cluster,
             const GArray    *long_ties)
{
  BarySearchEffort effort = { 1, NEW_TRIES };
  guint n_new = 0;

  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      BaryWorkNode *node = &work->nodes[i];
      gboolean carried = cluster->centre >= 0 && work->nodes[cluster->centre].source->pinned;

      if (node->settled || (int) i == cluster->centre)
        continue;
      if (node->known && bary_known_zones_hold (work, cluster, i, carried ? LOOSE_TOLERANCE : TOLERANCE))
        continue;
      bary_disc_layout_seed_node (work, cluster, i);
      n_new++;
    }
  if (n_new > cluster->n / 2)
    effort = (BarySearchEffort) { .sweeps = 4, .tries = 8 };
  if (n_new > 0)
    bary_disc_search (work, cluster, long_ties, &effort);
}

static void
put_title (BaryBoxRows *rows,
           BaryFlatBox *title,
           double       x,
           double       y,
           double       radius)
{
  bary_flat_box_stand_above (title, x, y, radius);
  if (title->half_width <= 0)
    return;
  if (!bary_box_rows_fit (rows, title, radius, NULL, NULL))
    bary_box_rows_fit_on_ray (rows, title, x, y, radius, -G_PI / 2, NULL, NULL);
  bary_box_rows_add (rows, title);
}

static void
put_districts (BaryLayoutWork *work,
               BaryBoxRows    *rows)
{
  g_autofree BaryCircle *circles = g_new (BaryCircle, work->n_clusters + 1);

  for (guint i = 0; i < work->n_districts; i++)
    {
      BaryWorkDistrict *district = &work->districts[i];
      BaryCircle round;
      guint n = 0;

      for (guint j = 0; j < work->n_clusters; j++)
        if (work->clusters[j].district == (int) i)
          circles[n++] = (BaryCircle) { work->clusters[j].x, work->clusters[j].y, work->clusters[j].radius };
      round = bary_disc_pack_surround (circles, n);
      district->x = round.x;
      district->y = round.y;
      district->radius = round.radius;
      put_title (rows, &district->title, round.x, round.y, round.radius);
    }
}

static BaryBoxRows *
make_rows (const BaryLayoutWork *work)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < work->n_nodes; i++)
    if (work->nodes[i].known)
      {
        top = MIN (top, work->nodes[i].box.y);
        bottom = MAX (bottom, work->nodes[i].box.y);
      }
  return bary_box_rows_new (40, top - 1000, bottom + 1000, work->spacing.gap_x, work->spacing.gap_y);
}

static gboolean
are_all_settled (const BaryLayoutWork *work)
{
  for (guint i = 0; i < work->n_nodes; i++)
    if (!work->nodes[i].settled)
      return FALSE;
  return TRUE;
}

/* What stands is known from now on. */
static void
learn_places (BaryLayoutWork *work)
{
  for (guint i = 0; i < work->n_nodes; i++)
    work->nodes[i].known = TRUE;
  for (guint i = 0; i < work->n_clusters; i++)
    work->clusters[i].n_known = work->clusters[i].n;
}

static void
fill_places (BaryLayoutWork *work,
             BaryBoxRows    *rows,
             const GArray   *long_ties)
{
  for (guint i = 0; i < work->n_clusters; i++)
    {
      if (work->clusters[i].n_known > 0)
        seek_places (work, &work->clusters[i], long_ties);
      bary_disc_layout_fit_in (work, &work->clusters[i], rows);
    }
  for (guint i = 0; i < work->n_nodes; i++)
    if (work->nodes[i].cluster < 0 && !work->nodes[i].settled)
      {
        if (!bary_box_rows_fit (rows, &work->nodes[i].box, 1000, NULL, NULL))
          bary_box_rows_fit_on_ray (rows, &work->nodes[i].box, work->nodes[i].box.x, work->nodes[i].box.y, 0, -G_PI / 2, NULL, NULL);
        bary_box_rows_add (rows, &work->nodes[i].box);
      }
}

/* New members shift the borders of zones, which are found by where members stand, and somebody may come to stand on the
 * wrong side: it is looked again until nobody moves, so that nobody would if the whole were laid out once more. */
gboolean
bary_known_places_lay_out (BaryLayoutWork   *work,
                           BaryLayoutScheme  scheme,
                           const GArray     *long_ties)
{
  g_autoptr (BaryBoxRows) rows = NULL;
  gboolean stands = FALSE;

  for (guint round = 0; round < MOST_ROUNDS && !stands; round++)
    {
      g_clear_pointer (&rows, bary_box_rows_free);
      rows = make_rows (work);
      for (guint i = 0; i < work->n_clusters; i++)
        if (work->clusters[i].n_known > 0)
          recover_cluster (work, &work->clusters[i]);
      bary_known_newcomers_place (work, long_ties);
      keep_places (work, rows);
      if (!bary_layout_work_report (work, scheme, 0.3))
        return FALSE;
      stands = are_all_settled (work);
      fill_places (work, rows, long_ties);
      learn_places (work);
    }
  for (guint i = 0; i < work->n_clusters; i++)
    put_title (rows, &work->clusters[i].title, work->clusters[i].x, work->clusters[i].y, work->clusters[i].radius);
  put_districts (work, rows);
  return bary_layout_work_report (work, scheme, 1);
}

/* Looks at the zones as a layout to come would find them, and leaves the cluster as it is. */
static gboolean
would_stay (BaryLayoutWork  *work,
            BaryWorkCluster *cluster)
{
  gsize size = cluster->n_zones * sizeof (BaryLayoutZone);
  g_autofree BaryLayoutZone *zones = g_memdup2 (cluster->zones, size);
  BaryWorkCluster drawn = *cluster;
  gboolean stays = TRUE;

  recover_cluster (work, cluster);
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    stays = stays && bary_known_zones_hold (work, cluster, i, TOLERANCE);
  *cluster = drawn;
  if (size > 0)
    memcpy (cluster->zones, zones, size);
  return stays;
}

gboolean
bary_known_places_confirm (BaryLayoutWork   *work,
                           BaryLayoutScheme  scheme,
                           const GArray     *long_ties)
{
  learn_places (work);
  for (guint i = 0; i < work->n_clusters; i++)
    if (!would_stay (work, &work->clusters[i]))
      return bary_known_places_lay_out (work, scheme, long_ties);
  return TRUE;
}

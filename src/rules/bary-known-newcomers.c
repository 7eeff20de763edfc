#include "bary-known-newcomers.h"

#include "bary-crowd.h"
#include "bary-disc-arrange.h"
#include "bary-disc-layout.h"
#include "bary-disc-search.h"
#include "bary-turns.h"

static double
title_room (const BaryFlatBox *title)
{
  return 2 * (BARY_LAYOUT_TITLE_GAP + title->half_height);
}

static gboolean
is_new (const BaryWorkCluster *cluster)
{
  return cluster->n_known == 0;
}

static BaryCircle
disc_of (const BaryLayoutWork  *work,
         const BaryWorkCluster *cluster)
{
  return (BaryCircle) { cluster->x, cluster->y, cluster->radius + title_room (&cluster->title) + work->spacing.gap };
}

static BaryCircle
circle_of_single (const BaryLayoutWork *work,
                  const BaryWorkNode   *node)
{
  return (BaryCircle) { node->box.x, node->box.y,
                        bary_turns_length (node->box.half_width, node->box.half_height) + work->spacing.gap };
}

typedef enum {
  EMPTY,
  STANDS,
  FRESH /* all of its clusters are new */
} State;

/* Returns: (transfer full): of each district. */
static State *
find_states (const BaryLayoutWork *work)
{
  State *states = g_new0 (State, work->n_districts + 1);

  for (guint i = 0; i < work->n_clusters; i++)
    {
      const BaryWorkCluster *cluster = &work->clusters[i];

      if (cluster->district >= 0 && states[cluster->district] != STANDS)
        states[cluster->district] = is_new (cluster) ? FRESH : STANDS;
    }
  return states;
}

/* The sum of the places of all that is known, or stands in a cluster if @clusters, and is tied to some nodes. */
static guint
add_wishes (const BaryLayoutWork *work,
            guint                 first,
            guint                 n,
            gboolean              clusters,
            double               *x,
            double               *y)
{
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    for (guint j = work->first_tie[i]; j < work->first_tie[i + 1]; j++)
      {
        const BaryWorkNode *other = &work->nodes[work->ties[j]];

        if (work->ties[j] - first < n || (!other->known && !(clusters && other->cluster >= 0)))
          continue;
        *x += other->box.x;
        *y += other->box.y;
        count++;
      }
  return count;
}

static void
start_single (BaryLayoutWork *work,
              guint           node)
{
  double x = 0, y = 0;
  guint n = add_wishes (work, node, 1, TRUE, &x, &y);

  work->nodes[node].box.x = x / MAX (n, 1);
  work->nodes[node].box.y = y / MAX (n, 1);
}

static guint
add_district (const BaryLayoutWork *work,
              int                   district,
              double               *x,
              double               *y)
{
  guint count = 0;

  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district == district && !is_new (&work->clusters[i]))
      {
        *x += work->clusters[i].x;
        *y += work->clusters[i].y;
        count++;
      }
  return count;
}

/* Towards what it is tied to, else the middle of its district. */
static void
start_cluster (BaryLayoutWork  *work,
               BaryWorkCluster *cluster)
{
  double x = 0, y = 0;
  guint n = add_wishes (work, cluster->first, cluster->n, FALSE, &x, &y);

  if (n == 0 && cluster->district >= 0)
    n = add_district (work, cluster->district, &x, &y);
  for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
    {
      work->nodes[i].box.x = x / MAX (n, 1);
      work->nodes[i].box.y = y / MAX (n, 1);
    }
  cluster->x = x / MAX (n, 1);
  cluster->y = y / MAX (n, 1);
}

static void
add_singles (const BaryLayoutWork *work,
             BaryCrowd            *crowd,
             gboolean              known)
{
  for (guint i = 0; i < work->n_nodes; i++)
    if (work->nodes[i].cluster < 0 && work->nodes[i].known == known)
      bary_crowd_add (crowd, circle_of_single (work, &work->nodes[i]), i);
}

static void
carry_clusters (BaryLayoutWork  *work,
                const BaryCrowd *crowd)
{
  for (guint i = crowd->n_fixed; i < crowd->circles->len; i++)
    bary_disc_layout_carry (work, &work->clusters[bary_crowd_unit (crowd, i)], bary_crowd_circle (crowd, i)->x,
                            bary_crowd_circle (crowd, i)->y);
}

/* Those of districts that stand, and of none, one by one. */
static void
stand_clusters (BaryLayoutWork *work,
                const State    *states)
{
  g_auto (BaryCrowd) crowd = bary_crowd_new ();

  for (guint i = 0; i < work->n_clusters; i++)
    if (!is_new (&work->clusters[i]))
      bary_crowd_add (&crowd, disc_of (work, &work->clusters[i]), i);
  add_singles (work, &crowd, TRUE);
  crowd.n_fixed = crowd.circles->len;
  for (guint i = 0; i < work->n_clusters; i++)
    if (is_new (&work->clusters[i]) && (work->clusters[i].district < 0 || states[work->clusters[i].district] != FRESH))
      bary_crowd_add (&crowd, disc_of (work, &work->clusters[i]), i);
  bary_crowd_part (&crowd);
  carry_clusters (work, &crowd);
}

static void
list_clusters (const BaryLayoutWork *work,
               int                   district,
               BaryCrowd            *crowd)
{
  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district == district)
      bary_crowd_add (crowd, disc_of (work, &work->clusters[i]), i);
}

/* Bonds between the clusters of a crowd, by their numbers in it.
 * Returns: (transfer full) (element-type BaryBond) */
static GArray *
list_bonds (const BaryLayoutWork *work,
            const BaryCrowd      *crowd,
            const GArray         *long_ties)
{
  GArray *bonds = g_array_new (FALSE, FALSE, sizeof (BaryBond));
  guint n = crowd->units->len;
  g_autofree guint *counts = g_new0 (guint, (gsize) n * n + 1);
  g_autofree int *numbers = g_new (int, work->n_clusters + 1);

  for (guint i = 0; i < work->n_clusters; i++)
    numbers[i] = -1;
  for (guint i = 0; i < n; i++)
    numbers[bary_crowd_unit (crowd, i)] = (int) i;
  for (guint i = 0; i < long_ties->len; i++)
    {
      const BaryLongTie *tie = &g_array_index (long_ties, BaryLongTie, i);
      int a = work->nodes[tie->a].cluster, b = work->nodes[tie->b].cluster;

      if (a >= 0 && b >= 0 && numbers[a] >= 0 && numbers[b] >= 0)
        counts[(guint) MIN (numbers[a], numbers[b]) * n + (guint) MAX (numbers[a], numbers[b])]++;
    }
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        BaryBond bond = { a, b, counts[a * n + b] };

        if (bond.count > 0)
          g_array_append_val (bonds, bond);
      }
  return bonds;
}

/* The clusters of a district that is new, about the middle of the picture. */
static void
arrange_district (BaryLayoutWork *work,
                  int             district,
                  const GArray   *long_ties)
{
  g_autofree guint64 *seeds = NULL;
  g_autofree double *loads = NULL;
  g_autoptr (GArray) bonds = NULL;
  g_auto (BaryCrowd) crowd = bary_crowd_new ();

  list_clusters (work, district, &crowd);
  seeds = g_new (guint64, crowd.units->len + 1);
  loads = g_new (double, crowd.units->len + 1);
  for (guint i = 0; i < crowd.units->len; i++)
    {
      const BaryWorkCluster *cluster = &work->clusters[bary_crowd_unit (&crowd, i)];

      seeds[i] = bary_turns_seed (cluster->source->id);
      loads[i] = BARY_LAYOUT_LOAD * cluster->n;
    }
  bonds = list_bonds (work, &crowd, long_ties);
  bary_disc_arrange ((BaryCircle *) (void *) crowd.circles->data, crowd.circles->len, (const BaryBond *) (const void *) bonds->data,
                     bonds->len, seeds, loads, work->spacing.packings);
  carry_clusters (work, &crowd);
}

/* Their sizes have changed. */
static void
tighten_district (BaryLayoutWork *work,
                  int             district)
{
  g_auto (BaryCrowd) crowd = bary_crowd_new ();

  list_clusters (work, district, &crowd);
  bary_crowd_part (&crowd);
  carry_clusters (work, &crowd);
}

static BaryCircle
surround (const BaryLayoutWork *work,
          int                   district)
{
  g_auto (BaryCrowd) crowd = bary_crowd_new ();
  BaryCircle round;

  list_clusters (work, district, &crowd);
  round = bary_disc_pack_surround ((const BaryCircle *) (const void *) crowd.circles->data, crowd.circles->len);
  round.radius += title_room (&work->districts[district].title);
  return round;
}

static void
carry_district (BaryLayoutWork *work,
                int             district,
                double          dx,
                double          dy)
{
  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district == district)
      bary_disc_layout_carry (work, &work->clusters[i], work->clusters[i].x + dx, work->clusters[i].y + dy);
}

/* Towards what its clusters are tied to, as far as that was known. */
static void
start_district (BaryLayoutWork *work,
                int             district)
{
  double x = 0, y = 0;
  BaryCircle round = surround (work, district);
  guint n = 0;

  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district == district)
      n += add_wishes (work, work->clusters[i].first, work->clusters[i].n, FALSE, &x, &y);
  carry_district (work, district, x / MAX (n, 1) - round.x, y / MAX (n, 1) - round.y);
}

/* Districts that are new, each as a whole outside of all that stands. */
static void
stand_districts (BaryLayoutWork *work,
                 const State    *states)
{
  g_auto (BaryCrowd) crowd = bary_crowd_new ();

  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district < 0)
      bary_crowd_add (&crowd, disc_of (work, &work->clusters[i]), 0);
  for (guint i = 0; i < work->n_districts; i++)
    if (states[i] == STANDS)
      bary_crowd_add (&crowd, surround (work, (int) i), i);
  add_singles (work, &crowd, TRUE);
  crowd.n_fixed = crowd.circles->len;
  for (guint i = 0; i < work->n_districts; i++)
    if (states[i] == FRESH)
      bary_crowd_add (&crowd, surround (work, (int) i), i);
  bary_crowd_part (&crowd);
  for (guint i = crowd.n_fixed; i < crowd.circles->len; i++)
    {
      guint district = bary_crowd_unit (&crowd, i);
      BaryCircle round = surround (work, (int) district);

      carry_district (work, (int) district, bary_crowd_circle (&crowd, i)->x - round.x, bary_crowd_circle (&crowd, i)->y - round.y);
    }
}

static void
stand_singles (BaryLayoutWork *work)
{
  g_auto (BaryCrowd) crowd = bary_crowd_new ();

  for (guint i = 0; i < work->n_clusters; i++)
    bary_crowd_add (&crowd, disc_of (work, &work->clusters[i]), i);
  add_singles (work, &crowd, TRUE);
  crowd.n_fixed = crowd.circles->len;
  for (guint i = 0; i < work->n_nodes; i++)
    if (work->nodes[i].cluster < 0 && !work->nodes[i].known)
      start_single (work, i);
  add_singles (work, &crowd, FALSE);
  bary_crowd_part (&crowd);
  for (guint i = crowd.n_fixed; i < crowd.circles->len; i++)
    {
      BaryFlatBox *box = &work->nodes[bary_crowd_unit (&crowd, i)].box;

      box->x = bary_crowd_circle (&crowd, i)->x;
      box->y = bary_crowd_circle (&crowd, i)->y;
    }
}

/* New ones. */
static void
settle_clusters (BaryLayoutWork *work,
                 const GArray   *long_ties)
{
  BarySearchEffort effort = { 3, 4 };

  for (guint i = 0; i < work->n_clusters; i++)
    {
      BaryWorkCluster *cluster = &work->clusters[i];

      if (!is_new (cluster))
        continue;
      bary_disc_layout_divide (work, cluster);
      bary_disc_layout_seed (work, cluster);
      bary_disc_search (work, cluster, long_ties, &effort);
      bary_disc_layout_settle (work, cluster);
    }
}

/* Twice: how large the discs are is known when they are settled, and how they are turned, by where they stand. */
void
bary_known_newcomers_place (BaryLayoutWork *work,
                            const GArray   *long_ties)
{
  g_autofree State *states = find_states (work);

  for (guint i = 0; i < work->n_clusters; i++)
    if (is_new (&work->clusters[i]))
      {
        start_cluster (work, &work->clusters[i]);
        bary_disc_layout_measure (work, &work->clusters[i]);
      }
  for (guint i = 0; i < work->n_districts; i++)
    if (states[i] == FRESH)
      {
        arrange_district (work, (int) i, long_ties);
        start_district (work, (int) i);
      }
  stand_clusters (work, states);
  stand_districts (work, states);
  settle_clusters (work, long_ties);
  for (guint i = 0; i < work->n_districts; i++)
    if (states[i] == FRESH)
      tighten_district (work, (int) i);
  stand_clusters (work, states);
  stand_districts (work, states);
  stand_singles (work);
}

#include "bary-nesting-private.h"

#include "bary-district-finder.h"
#include "bary-turns.h"

#define LARGEST_LEVEL 24 /* units; more are grouped into regions */
#define SHARE_ABOVE 0.5

static int
compare_bonds (gconstpointer a,
               gconstpointer b)
{
  const BaryBond *x = a, *y = b;

  return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static void
unite_bonds (GArray *bonds)
{
  guint kept = 0;

  if (bonds->len > 1)
    qsort (bonds->data, bonds->len, sizeof (BaryBond), compare_bonds);
  for (guint i = 0; i < bonds->len; i++)
    {
      BaryBond *bond = &g_array_index (bonds, BaryBond, i);
      BaryBond *last = kept > 0 ? &g_array_index (bonds, BaryBond, kept - 1) : NULL;

      if (last != NULL && last->a == bond->a && last->b == bond->b)
        last->count += bond->count;
      else
        g_array_index (bonds, BaryBond, kept++) = *bond;
    }
  g_array_set_size (bonds, kept);
}

static void
add_bond (GArray *bonds,
          guint   a,
          guint   b,
          guint   count)
{
  BaryBond bond = { MIN (a, b), MAX (a, b), count };

  if (a != b)
    g_array_append_val (bonds, bond);
}

static guint
unit_of (const BaryNesting *self,
         guint              node)
{
  const BaryWorkNode *it = &self->work->nodes[node];

  return it->cluster >= 0 ? (guint) it->cluster : self->work->n_clusters + node - self->first_single;
}

static void
start_level (BaryNestingLevel *level,
             guint  n)
{
  level->n = n;
  level->circles = g_new0 (BaryCircle, n + 1);
  level->seeds = g_new0 (guint64, n + 1);
  level->above = g_new0 (int, n + 1);
  level->lift = g_new0 (double, n + 1);
  level->loads = g_new0 (double, n + 1);
  level->bonds = g_array_new (FALSE, FALSE, sizeof (BaryBond));
}

static void
add_first_level (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;
  BaryNestingLevel *level = &self->levels[self->n_levels++];

  while (self->n_single < work->n_nodes && work->nodes[work->n_nodes - 1 - self->n_single].cluster < 0)
    self->n_single++;
  self->first_single = work->n_nodes - self->n_single;
  start_level (level, work->n_clusters + self->n_single);
  for (guint i = 0; i < work->n_clusters; i++)
    level->loads[i] = BARY_LAYOUT_LOAD * work->clusters[i].n;
  for (guint i = 0; i < level->n; i++)
    level->seeds[i] = bary_turns_seed (i < work->n_clusters
                                         ? work->clusters[i].source->id
                                         : work->nodes[self->first_single + i - work->n_clusters].source->id);
  for (guint i = 0; i < work->n_nodes; i++)
    for (guint j = work->first_tie[i]; j < work->first_tie[i + 1]; j++)
      if (work->ties[j] > i)
        add_bond (level->bonds, unit_of (self, i), unit_of (self, work->ties[j]), 1);
  unite_bonds (level->bonds);
}

/* A single node belongs to the group that has more than half of its ties. */
static void
attach_single (const BaryNesting *self,
               int               *groups,
               guint              n_groups)
{
  const BaryNestingLevel *level = &self->levels[0];
  g_autofree guint *sums = g_new0 (guint, n_groups + 1);

  for (guint unit = self->work->n_clusters; unit < level->n; unit++)
    {
      const BaryWorkNode *node = &self->work->nodes[self->first_single + unit - self->work->n_clusters];
      guint first = self->work->first_tie[node - self->work->nodes], end = self->work->first_tie[node - self->work->nodes + 1];
      int best = -1;

      for (guint pass = 0; pass < 2; pass++)
        for (guint j = first; j < end; j++)
          {
            int group = groups[unit_of (self, self->work->ties[j])];

            if (group < 0)
              continue;
            sums[group] = pass == 0 ? sums[group] + 1 : sums[group];
            if (pass == 1 && sums[group] * 2 > end - first)
              best = group;
          }
      for (guint j = first; j < end; j++)
        if (groups[unit_of (self, self->work->ties[j])] >= 0)
          sums[groups[unit_of (self, self->work->ties[j])]] = 0;
      groups[unit] = best;
    }
}

/* Returns: (transfer full) */
static int *
take_districts (BaryNesting *self,
                guint       *n_groups)
{
  BaryLayoutWork *work = self->work;
  const BaryNestingLevel *level = &self->levels[0];
  int *groups = g_new (int, level->n + 1);

  *n_groups = work->n_districts;
  for (guint i = 0; i < level->n; i++)
    groups[i] = i < work->n_clusters ? work->clusters[i].district : -1;
  attach_single (self, groups, *n_groups);
  return groups;
}

/* Returns: (transfer full) */
static int *
find_districts (BaryNesting *self,
                guint       *n_groups)
{
  BaryLayoutWork *work = self->work;
  const BaryNestingLevel *level = &self->levels[0];
  int *groups = bary_district_finder_run (level->n, (const BaryBond *) level->bonds->data, level->bonds->len, n_groups);

  if (*n_groups < 2)
    return groups;
  attach_single (self, groups, *n_groups);
  work->n_districts = *n_groups;
  g_free (work->districts);
  work->districts = g_new0 (BaryWorkDistrict, *n_groups + 1);
  for (guint i = 0; i < *n_groups; i++)
    work->districts[i].region = -1;
  for (guint i = 0; i < work->n_clusters; i++)
    work->clusters[i].district = groups[i];
  return groups;
}

/* Units in no group are units of the next level by themselves. */
static void
add_level (BaryNesting *self,
           const int   *groups,
           guint        n_groups)
{
  BaryNestingLevel *below = &self->levels[self->n_levels - 1], *level = &self->levels[self->n_levels++];
  guint n = n_groups;

  for (guint i = 0; i < below->n; i++)
    below->above[i] = groups[i] >= 0 ? groups[i] : (int) n++;
  start_level (level, n);
  for (guint i = 0; i < below->n; i++)
    {
      level->seeds[below->above[i]] ^= below->seeds[i];
      level->loads[below->above[i]] += below->loads[i] * SHARE_ABOVE;
    }
  for (guint i = 0; i < below->bonds->len; i++)
    {
      const BaryBond *bond = &g_array_index (below->bonds, BaryBond, i);

      add_bond (level->bonds, below->above[bond->a], below->above[bond->b], bond->count);
    }
  unite_bonds (level->bonds);
}

/* Regions by the districts' own, else by ties if there are many districts. */
static void
add_regions (BaryNesting *self)
{
  const BaryLayoutWork *work = self->work;
  const BaryNestingLevel *level = &self->levels[self->n_levels - 1];
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);
  g_autofree int *groups = g_new (int, level->n + 1);
  guint n_groups = 0;

  for (guint i = 0; i < level->n; i++)
    {
      int region = i < work->n_districts ? work->districts[i].region : -1;
      gpointer found;

      groups[i] = -1;
      if (region < 0)
        continue;
      if (!g_hash_table_lookup_extended (regions, GINT_TO_POINTER (region), NULL, &found))
        g_hash_table_insert (regions, GINT_TO_POINTER (region), found = GUINT_TO_POINTER (n_groups++));
      groups[i] = GPOINTER_TO_INT (found);
    }
  if (n_groups == 0 && level->n > LARGEST_LEVEL)
    {
      g_free (groups);
      groups = bary_district_finder_run (level->n, (const BaryBond *) level->bonds->data, level->bonds->len, &n_groups);
    }
  if (n_groups > 1)
    add_level (self, groups, n_groups);
}

BaryNesting *
bary_nesting_new (BaryLayoutWork *work)
{
  BaryNesting *self = g_new0 (BaryNesting, 1);
  g_autofree int *groups = NULL;
  g_autofree int *all = NULL;
  guint n_groups;

  self->work = work;
  add_first_level (self);
  groups = work->n_districts > 0 ? take_districts (self, &n_groups) : find_districts (self, &n_groups);
  if (work->n_districts > 0)
    {
      add_level (self, groups, n_groups);
      add_regions (self);
    }
  all = g_new0 (int, self->levels[self->n_levels - 1].n + 1);
  add_level (self, all, 1);
  return self;
}

void
bary_nesting_free (BaryNesting *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      g_free (self->levels[i].circles);
      g_free (self->levels[i].seeds);
      g_free (self->levels[i].above);
      g_free (self->levels[i].lift);
      g_free (self->levels[i].loads);
      g_array_unref (self->levels[i].bonds);
    }
  g_clear_pointer (&self->ways, bary_ways_free);
  g_free (self);
}

#include "bary-nesting.h"

#include "bary-disc-arrange.h"
#include "bary-disc-gather.h"
#include "bary-disc-layout.h"
#include "bary-district-finder.h"
#include "bary-turns.h"

#include <math.h>

#define TITLE_GAP 4.0
#define LARGEST_LEVEL 24 /* units; more are grouped into regions */
#define LEVELS 4
#define SHAPE 1.5         /* width to height */
#define TURNS 16
#define EFFORT 80        /* packings tried for a level; fewer if there are many nodes */
#define LOAD 0.15        /* ties crossed by one that runs over a cluster, for each member */
#define SHARE_ABOVE 0.5

/* What stands on one level: clusters and single nodes, then districts, then regions. */
typedef struct {
  guint       n;
  BaryCircle *circles; /* in the unit above, once that is arranged */
  guint64    *seeds;
  int        *above;   /* the unit of the next level that each is in */
  double     *loads;   /* of ties that one running over it would cross */
  double     *lift;    /* how far the middle of the circle is above that of the disc, for the title */
  GArray     *bonds;   /* of BaryBond, sorted, each once */
} Level;

struct _BaryNesting {
  BaryLayoutWork *work;
  guint           n_single; /* nodes in no cluster: the last nodes of the work, and the last units of level 0 */
  guint           first_single;
  Level           levels[LEVELS];
  guint           n_levels;
  guint           effort;
};

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
start_level (Level *level,
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
  Level *level = &self->levels[self->n_levels++];

  while (self->n_single < work->n_nodes && work->nodes[work->n_nodes - 1 - self->n_single].cluster < 0)
    self->n_single++;
  self->first_single = work->n_nodes - self->n_single;
  start_level (level, work->n_clusters + self->n_single);
  for (guint i = 0; i < work->n_clusters; i++)
    level->loads[i] = LOAD * work->clusters[i].n;
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
  const Level *level = &self->levels[0];
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
  const Level *level = &self->levels[0];
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
  const Level *level = &self->levels[0];
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
  Level *below = &self->levels[self->n_levels - 1], *level = &self->levels[self->n_levels++];
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
  const Level *level = &self->levels[self->n_levels - 1];
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
  self->effort = work->n_nodes <= 500 ? EFFORT : work->n_nodes <= 5000 ? EFFORT / 2 : EFFORT / 5;
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
  g_free (self);
}

/* The smallest circle on the vertical axis that holds a disc and the title above it. */
static double
lift_for_title (double             radius,
                const BaryFlatBox *title)
{
  double top = radius + TITLE_GAP + 2 * title->half_height;

  if (title->half_width <= 0)
    return 0;
  return MAX ((title->half_width * title->half_width + top * top - radius * radius) / (2 * (radius + top)), 0);
}

static void
measure_first_level (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;
  Level *level = &self->levels[0];

  for (guint i = 0; i < level->n; i++)
    {
      const BaryFlatBox *box = i < work->n_clusters ? NULL : &work->nodes[self->first_single + i - work->n_clusters].box;

      level->lift[i] = box == NULL ? lift_for_title (work->clusters[i].radius, &work->clusters[i].title) : 0;
      level->circles[i] = box == NULL
        ? (BaryCircle) { work->clusters[i].x, work->clusters[i].y - level->lift[i], work->clusters[i].radius + level->lift[i] }
        : (BaryCircle) { box->x, box->y, bary_turns_length (box->half_width, box->half_height) };
      level->circles[i].radius += BARY_LAYOUT_DISC_GAP / 2;
    }
}

/* The whole is turned so that it is as wide to its height as a screen or a sheet of paper. */
static void
turn_to_shape (const BaryNesting *self,
               BaryCircle        *circles,
               guint              n)
{
  double best = G_MAXDOUBLE, best_x = 1, best_y = 0;

  for (guint step = 0; step < TURNS; step++)
    {
      double bounds[4] = { G_MAXDOUBLE, -G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE }, x, y, off;

      bary_turns_point (G_PI * step / TURNS, &x, &y);
      for (guint i = 0; i < n; i++)
        {
          double to_x = circles[i].x * x - circles[i].y * y, to_y = circles[i].x * y + circles[i].y * x;

          bounds[0] = MIN (bounds[0], to_x - circles[i].radius);
          bounds[1] = MAX (bounds[1], to_x + circles[i].radius);
          bounds[2] = MIN (bounds[2], to_y - circles[i].radius);
          bounds[3] = MAX (bounds[3], to_y + circles[i].radius);
        }
      off = fabs ((bounds[1] - bounds[0]) * self->work->stretch / MAX (bounds[3] - bounds[2], 1e-6) - SHAPE);
      if (off >= best)
        continue;
      best = off;
      best_x = x;
      best_y = y;
    }
  for (guint i = 0; i < n && n > 1; i++)
    circles[i] = (BaryCircle) { circles[i].x * best_x - circles[i].y * best_y, circles[i].x * best_y + circles[i].y * best_x,
                                circles[i].radius };
}

/* Returns: the circle that holds the disc of a district, its title and half of the gap to others. */
static BaryCircle
enclose_district (BaryNesting *self,
                  guint        district,
                  BaryCircle   disc)
{
  double lift = lift_for_title (disc.radius, &self->work->districts[district].title);

  self->levels[1].lift[district] = lift;
  return (BaryCircle) { disc.x, disc.y - lift, disc.radius + lift + BARY_LAYOUT_DISC_GAP / 2 };
}

/* Packs the members of one unit; their places become relative to its middle. */
static void
pack_unit (BaryNesting  *self,
           guint         below_level,
           guint         unit,
           const guint  *members,
           guint         n,
           const GArray *bonds,
           gboolean      anew)
{
  Level *below = &self->levels[below_level], *level = &self->levels[below_level + 1];
  g_autofree BaryCircle *circles = g_new (BaryCircle, n + 1);
  g_autofree guint64 *seeds = g_new (guint64, n + 1);
  g_autofree double *loads = g_new (double, n + 1);
  BaryCircle round;

  for (guint i = 0; i < n; i++)
    {
      circles[i] = below->circles[members[i]];
      seeds[i] = below->seeds[members[i]];
      loads[i] = below->loads[members[i]];
    }
  if (anew)
    bary_disc_arrange (circles, n, (const BaryBond *) bonds->data, bonds->len, seeds, loads, self->effort);
  else
    bary_disc_pack_apart (circles, n, 0);
  if (anew && below_level + 2 == self->n_levels)
    turn_to_shape (self, circles, n);
  round = n == 1 ? circles[0] : bary_disc_pack_surround (circles, n);
  for (guint i = 0; i < n; i++)
    {
      below->circles[members[i]].x = circles[i].x - round.x;
      below->circles[members[i]].y = circles[i].y - round.y;
    }
  level->circles[unit] = below_level == 0 && unit < self->work->n_districts ? enclose_district (self, unit, round) : round;
}

/* Bonds between members of the same unit, by their numbers in it. */
static GArray **
share_bonds (const Level *below,
             guint        n_units,
             const guint *numbers)
{
  GArray **bonds = g_new (GArray *, n_units + 1);

  for (guint i = 0; i < n_units; i++)
    bonds[i] = g_array_new (FALSE, FALSE, sizeof (BaryBond));
  for (guint i = 0; i < below->bonds->len; i++)
    {
      const BaryBond *bond = &g_array_index (below->bonds, BaryBond, i);
      BaryBond inner = { numbers[bond->a], numbers[bond->b], bond->count };

      if (below->above[bond->a] == below->above[bond->b])
        g_array_append_val (bonds[below->above[bond->a]], inner);
    }
  return bonds;
}

static void
pack_level (BaryNesting *self,
            guint        below_level,
            gboolean     anew)
{
  const Level *below = &self->levels[below_level];
  guint n_units = self->levels[below_level + 1].n;
  g_autofree guint *first = g_new0 (guint, n_units + 2);
  g_autofree guint *members = g_new (guint, below->n + 1);
  g_autofree guint *numbers = g_new (guint, below->n + 1);
  g_autofree GArray **bonds = NULL;

  for (guint i = 0; i < below->n; i++)
    first[below->above[i] + 2]++;
  for (guint i = 2; i < n_units + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < below->n; i++)
    members[first[below->above[i] + 1]++] = i;
  for (guint i = 0; i < n_units; i++)
    for (guint j = first[i]; j < first[i + 1]; j++)
      numbers[members[j]] = j - first[i];
  bonds = share_bonds (below, n_units, numbers);
  for (guint i = 0; i < n_units; i++)
    {
      pack_unit (self, below_level, i, &members[first[i]], first[i + 1] - first[i], bonds[i], anew);
      g_array_unref (bonds[i]);
    }
}

/* From places in the unit above to places in the picture. */
static void
spread_out (BaryNesting *self)
{
  BaryCircle origin = self->levels[self->n_levels - 1].circles[0];

  self->levels[self->n_levels - 1].circles[0] = (BaryCircle) { 0, 0, origin.radius };
  for (guint i = self->n_levels - 1; i-- > 0;)
    for (guint j = 0; j < self->levels[i].n; j++)
      {
        const Level *above = &self->levels[i + 1];
        BaryCircle *circle = &self->levels[i].circles[j];
        guint unit = self->levels[i].above[j];

        circle->x += above->circles[unit].x;
        circle->y += above->circles[unit].y + above->lift[unit];
      }
}

static void
carry_all (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;

  for (guint i = 0; i < self->levels[0].n; i++)
    {
      const BaryCircle *circle = &self->levels[0].circles[i];

      if (i < work->n_clusters)
        bary_disc_layout_carry (work, &work->clusters[i], circle->x, circle->y + self->levels[0].lift[i]);
      else
        {
          BaryWorkNode *node = &work->nodes[self->first_single + i - work->n_clusters];

          node->box.x = circle->x;
          node->box.y = circle->y;
        }
    }
}

/* Discs of districts about what is in them, wherever that has gone. */
static void
surround_districts (BaryNesting *self)
{
  const Level *first = &self->levels[0];
  g_autofree BaryCircle *members = g_new (BaryCircle, first->n + 1);

  for (guint i = 0; i < self->work->n_districts && self->n_levels > 2; i++)
    {
      guint n = 0;

      for (guint j = 0; j < first->n; j++)
        if (first->above[j] == (int) i)
          members[n++] = first->circles[j];
      if (n > 0)
        self->levels[1].circles[i] = enclose_district (self, i, bary_disc_pack_surround (members, n));
    }
}

/* A district with a title goes as one circle, carried by the first that is in it; all else goes by itself.
 * @carriers: (out): of each unit of the first level. Returns: (transfer full): what stands for each carrier. */
static BaryCircle *
choose_carriers (const BaryNesting *self,
                 guint              level,
                 guint             *carriers)
{
  const Level *first = &self->levels[0];
  BaryCircle *circles = g_memdup2 (first->circles, (first->n + 1) * sizeof (BaryCircle));
  g_autofree int *firsts = g_new (int, self->work->n_districts + 1);

  for (guint i = 0; i < self->work->n_districts; i++)
    firsts[i] = -1;
  for (guint i = 0; i < first->n; i++)
    {
      int district = level > 0 ? first->above[i] : -1;

      carriers[i] = i;
      if (district < 0 || district >= (int) self->work->n_districts || self->work->districts[district].title.half_width <= 0)
        continue;
      if (firsts[district] < 0)
        {
          firsts[district] = (int) i;
          circles[i] = self->levels[1].circles[district];
        }
      carriers[i] = (guint) firsts[district];
    }
  return circles;
}

/* @units: of the level, in which each unit of the first level is */
static void
gather_level (BaryNesting *self,
              guint        level,
              const int   *units)
{
  Level *first = &self->levels[0];
  const Level *it = &self->levels[level];
  g_autofree guint *carriers = g_new (guint, first->n + 1);
  g_autofree BaryCircle *circles = choose_carriers (self, level, carriers);
  g_autofree BaryCircle *before = g_memdup2 (circles, (first->n + 1) * sizeof (BaryCircle));
  g_autofree int *bodies = g_new (int, first->n + 1);
  g_autofree int *numbers = g_new (int, it->n + 1);

  for (guint above = 0; above < self->levels[level + 1].n; above++)
    {
      guint n_bodies = 0;

      for (guint i = 0; i < it->n; i++)
        numbers[i] = it->above[i] == (int) above ? (int) n_bodies++ : -1;
      for (guint i = 0; i < first->n; i++)
        bodies[i] = carriers[i] == i ? numbers[units[i]] : -1;
      if (n_bodies > 1)
        bary_disc_gather (circles, bodies, first->n, n_bodies);
    }
  for (guint i = 0; i < first->n; i++)
    {
      first->circles[i].x += circles[carriers[i]].x - before[carriers[i]].x;
      first->circles[i].y += circles[carriers[i]].y - before[carriers[i]].y;
    }
}

/* Circles round districts leave much room between them: what is in a district that has no title moves as one body
 * until it touches. */
static void
gather_all (BaryNesting *self)
{
  const Level *first = &self->levels[0];
  g_autofree int *units = g_new (int, first->n + 1);

  for (guint i = 0; i < first->n; i++)
    units[i] = (int) i;
  for (guint i = 0; i + 1 < self->n_levels; i++)
    {
      gather_level (self, i, units);
      surround_districts (self);
      for (guint j = 0; j < first->n; j++)
        units[j] = self->levels[i].above[units[j]];
    }
}

static void
pack_all (BaryNesting *self,
          gboolean     anew)
{
  measure_first_level (self);
  for (guint i = 0; i + 1 < self->n_levels; i++)
    pack_level (self, i, anew);
  spread_out (self);
  if (!anew)
    gather_all (self);
  carry_all (self);
}

void
bary_nesting_arrange (BaryNesting *self)
{
  for (guint i = 0; i < self->work->n_clusters; i++)
    if (self->work->clusters[i].centre >= 0)
      {
        BaryFlatBox *box = &self->work->nodes[self->work->clusters[i].centre].box;

        box->x = self->work->clusters[i].x;
        box->y = self->work->clusters[i].y;
      }
  pack_all (self, TRUE);
}

void
bary_nesting_tighten (BaryNesting *self)
{
  pack_all (self, FALSE);
}

static void
put_title (BaryFlatBox *title,
           double       x,
           double       y,
           double       radius)
{
  title->x = x;
  title->y = y - radius - TITLE_GAP - title->half_height;
}

void
bary_nesting_finish (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;

  for (guint i = 0; i < work->n_clusters; i++)
    put_title (&work->clusters[i].title, work->clusters[i].x, work->clusters[i].y, work->clusters[i].radius);
  for (guint i = 0; i < work->n_districts && self->n_levels > 2; i++)
    {
      const Level *level = &self->levels[1];
      BaryWorkDistrict *district = &work->districts[i];

      district->x = level->circles[i].x;
      district->y = level->circles[i].y + level->lift[i];
      district->radius = level->circles[i].radius - level->lift[i] - BARY_LAYOUT_DISC_GAP / 2;
      put_title (&district->title, district->x, district->y, district->radius);
    }
}

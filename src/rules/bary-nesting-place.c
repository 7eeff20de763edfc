#include "bary-nesting-private.h"

#include "bary-disc-arrange.h"
#include "bary-disc-gather.h"
#include "bary-disc-layout.h"
#include "bary-turns.h"

#include <math.h>

#define OFF_SHAPE 0.3 /* more, and ways may rather become longer */
#define DRAFT_STEPS 35

/* The smallest circle on the vertical axis that holds a disc and the title above it. */
static double
lift_for_title (double             radius,
                const BaryFlatBox *title)
{
  double top = radius + BARY_LAYOUT_TITLE_GAP + 2 * title->half_height;

  if (title->half_width <= 0)
    return 0;
  return MAX ((title->half_width * title->half_width + top * top - radius * radius) / (2 * (radius + top)), 0);
}

static void
measure_first_level (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;
  BaryNestingLevel *level = &self->levels[0];

  for (guint i = 0; i < level->n; i++)
    {
      const BaryFlatBox *box = i < work->n_clusters ? NULL : &work->nodes[self->first_single + i - work->n_clusters].box;

      level->lift[i] = box == NULL ? lift_for_title (work->clusters[i].radius, &work->clusters[i].title) : 0;
      level->circles[i] = box == NULL
        ? (BaryCircle) { work->clusters[i].x, work->clusters[i].y - level->lift[i], work->clusters[i].radius + level->lift[i] }
        : (BaryCircle) { box->x, box->y, (box->half_width + box->half_height) / 2 };
      level->circles[i].radius += work->spacing.gap / 2;
    }
}

/* The members of one unit, and bonds between them by their numbers in it. */
typedef struct {
  BaryNestingLevel *below;
  const guint      *members;
  guint             n;
  const GArray     *bonds;
  BaryCircle       *circles;
  double           *loads;
} Unit;

typedef void (*UnitFunc) (BaryNesting *self,
                          const Unit  *unit,
                          guint        below_level,
                          guint        index);

static void
take_unit (BaryNesting *self,
           UnitFunc     func,
           guint        below_level,
           guint        index,
           Unit        *unit)
{
  g_autofree BaryCircle *circles = g_new (BaryCircle, unit->n + 1);
  g_autofree double *loads = g_new (double, unit->n + 1);

  for (guint i = 0; i < unit->n; i++)
    {
      circles[i] = unit->below->circles[unit->members[i]];
      loads[i] = unit->below->loads[unit->members[i]];
    }
  unit->circles = circles;
  unit->loads = loads;
  func (self, unit, below_level, index);
  for (guint i = 0; i < unit->n; i++)
    unit->below->circles[unit->members[i]] = circles[i];
}

/* Bonds between members of the same unit, by their numbers in it.
 * Returns: (transfer full): for each unit */
static GArray **
share_bonds (const BaryNestingLevel *below,
             guint                   n_units,
             const guint            *numbers)
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
for_each_unit (BaryNesting *self,
               guint        below_level,
               UnitFunc     func)
{
  BaryNestingLevel *below = &self->levels[below_level];
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
      Unit unit = { below, &members[first[i]], first[i + 1] - first[i], bonds[i] };

      take_unit (self, func, below_level, i, &unit);
      g_array_unref (bonds[i]);
    }
}

/* Places become relative to the middle of the unit. */
static void
arrange_unit (BaryNesting *self,
              const Unit  *unit,
              guint        below_level,
              guint        index)
{
  BaryNestingLevel *level = &self->levels[below_level + 1];
  g_autofree guint64 *seeds = g_new (guint64, unit->n + 1);
  BaryCircle round;

  for (guint i = 0; i < unit->n; i++)
    seeds[i] = unit->below->seeds[unit->members[i]];
  bary_disc_arrange (unit->circles, unit->n, (const BaryBond *) unit->bonds->data, unit->bonds->len, seeds, unit->loads,
                     self->work->spacing.packings);
  if (below_level + 2 == self->n_levels)
    bary_nesting_shape_turn (unit->circles, unit->n, self->work->stretch, self->work->spacing.shape);
  round = unit->n == 1 ? unit->circles[0] : bary_disc_pack_surround (unit->circles, unit->n);
  for (guint i = 0; i < unit->n; i++)
    {
      unit->circles[i].x -= round.x;
      unit->circles[i].y -= round.y;
    }
  level->circles[index] = round;
}

static void
improve_unit (BaryNesting *self,
              const Unit  *unit,
              guint        below_level,
              guint        index)
{
  bary_disc_arrange_improve (unit->circles, unit->n, (const BaryBond *) unit->bonds->data, unit->bonds->len, unit->loads);
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
        const BaryNestingLevel *above = &self->levels[i + 1];
        BaryCircle *circle = &self->levels[i].circles[j];

        circle->x += above->circles[self->levels[i].above[j]].x;
        circle->y += above->circles[self->levels[i].above[j]].y;
      }
  for (guint i = 0; i < self->work->n_districts; i++)
    {
      self->work->districts[i].title.x = self->levels[1].circles[i].x;
      self->work->districts[i].title.y = self->levels[1].circles[i].y - self->levels[1].circles[i].radius;
    }
}

static BaryPebble
make_pebble (const BaryNesting *self,
             guint              unit)
{
  const BaryNestingLevel *first = &self->levels[0];
  const BaryCircle *circle = &first->circles[unit];
  int flock = self->n_levels > 2 && (guint) first->above[unit] < self->work->n_districts ? first->above[unit] : -1;
  const BaryFlatBox *box = unit < self->work->n_clusters
                         ? NULL : &self->work->nodes[self->first_single + unit - self->work->n_clusters].box;

  if (box == NULL)
    return (BaryPebble) { circle->x, circle->y, .radius = circle->radius, .flock = flock };
  return (BaryPebble) { circle->x, circle->y, box->half_width, box->half_height, self->work->spacing.gap / 2, flock };
}

/* Circles round districts leave much room between them: clusters and what stands alone move together without them, and
 * titles of districts with them, each above its own. */
static void
gather_all (BaryNesting *self,
            gboolean     draft)
{
  const BaryNestingLevel *first = &self->levels[0];
  BaryLayoutWork *work = self->work;
  g_autofree BaryPebble *pebbles = g_new (BaryPebble, first->n + work->n_districts + 1);
  BaryGatherPlan plan = { work->spacing.shape / work->stretch, work->spacing.pull, draft ? DRAFT_STEPS : work->spacing.steps,
                          draft && work->spacing.ways ? self->ways : NULL, draft };
  guint n = first->n;

  for (guint i = 0; i < first->n; i++)
    pebbles[i] = make_pebble (self, i);
  for (guint i = 0; i < work->n_districts; i++)
    {
      const BaryFlatBox *title = &work->districts[i].title;

      if (title->half_width > 0)
        pebbles[n++] = (BaryPebble) { title->x, title->y, title->half_width, title->half_height, BARY_LAYOUT_TITLE_GAP, (int) i,
                                      .above = TRUE };
    }
  bary_disc_gather (pebbles, n, &plan);
  for (guint i = 0; i < first->n; i++)
    {
      first->circles[i].x = pebbles[i].x;
      first->circles[i].y = pebbles[i].y;
    }
  for (guint i = first->n; i < n; i++)
    {
      work->districts[pebbles[i].flock].title.x = pebbles[i].x;
      work->districts[pebbles[i].flock].title.y = pebbles[i].y;
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
  measure_first_level (self);
  for (guint i = 0; i + 1 < self->n_levels; i++)
    for_each_unit (self, i, arrange_unit);
  spread_out (self);
  self->ways = bary_nesting_relax (self);
  bary_nesting_shape_turn (self->levels[0].circles, self->levels[0].n, self->work->stretch, self->work->spacing.shape);
  gather_all (self, TRUE);
  for_each_unit (self, 0, improve_unit);
  gather_all (self, TRUE);
  carry_all (self);
}

void
bary_nesting_spread (BaryNesting            *self,
                     const BaryStressTables *tables)
{
  const BaryNestingLevel *first = &self->levels[0];
  double shape;

  bary_nesting_descend (self, tables);
  gather_all (self, TRUE);
  shape = bary_nesting_shape_measure (first->circles, first->n, self->work->stretch);
  if (fabs (shape - self->work->spacing.shape) > OFF_SHAPE)
    bary_nesting_shape_turn (first->circles, first->n, self->work->stretch, self->work->spacing.shape);
  carry_all (self);
}

void
bary_nesting_tighten (BaryNesting *self)
{
  measure_first_level (self);
  gather_all (self, FALSE);
  carry_all (self);
}

/* The smallest circle round the discs of a district. */
static void
surround_district (BaryLayoutWork *work,
                   guint           district)
{
  g_autofree BaryCircle *circles = g_new (BaryCircle, work->n_clusters + 1);
  BaryCircle round;
  guint n = 0;

  for (guint i = 0; i < work->n_clusters; i++)
    if (work->clusters[i].district == (int) district)
      circles[n++] = (BaryCircle) { work->clusters[i].x, work->clusters[i].y, work->clusters[i].radius };
  round = bary_disc_pack_surround (circles, n);
  work->districts[district].x = round.x;
  work->districts[district].y = round.y;
  work->districts[district].radius = round.radius;
}

/* Whether a district's title stands free of all discs and nodes, with a gap. */
static gboolean
is_title_free (const BaryLayoutWork *work,
               const BaryFlatBox    *title)
{
  for (guint i = 0; i < work->n_clusters; i++)
    {
      const BaryWorkCluster *cluster = &work->clusters[i];
      double x = MAX (fabs (title->x - cluster->x) - title->half_width, 0);
      double y = MAX (fabs (title->y - cluster->y) - title->half_height, 0);
      double radius = cluster->radius + 2 * (BARY_LAYOUT_TITLE_GAP + cluster->title.half_height);

      if (x * x + y * y < radius * radius)
        return FALSE;
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      const BaryFlatBox *box = &work->nodes[i].box;

      if (fabs (title->x - box->x) < title->half_width + box->half_width + BARY_LAYOUT_TITLE_GAP &&
          fabs (title->y - box->y) < title->half_height + box->half_height + BARY_LAYOUT_TITLE_GAP)
        return FALSE;
    }
  return TRUE;
}

/* The title of the only district stands above the circle round it if that is free; others were drawn to where they do
 * not stand upon another district. */
static void
finish_district (BaryLayoutWork *work,
                 guint           index)
{
  BaryWorkDistrict *district = &work->districts[index];
  BaryFlatBox above = district->title;

  surround_district (work, index);
  bary_flat_box_stand_above (&above, district->x, district->y, district->radius);
  if (work->n_districts == 1 && is_title_free (work, &above))
    district->title = above;
}

void
bary_nesting_finish (BaryNesting *self)
{
  BaryLayoutWork *work = self->work;

  for (guint i = 0; i < work->n_clusters; i++)
    bary_flat_box_stand_above (&work->clusters[i].title, work->clusters[i].x, work->clusters[i].y, work->clusters[i].radius);
  for (guint i = 0; i < work->n_districts; i++)
    finish_district (work, i);
}

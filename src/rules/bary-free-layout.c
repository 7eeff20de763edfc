#include "bary-free-layout.h"

#include "bary-parts.h"
#include "bary-stress.h"
#include "bary-turns.h"

#include <math.h>

#define WORST_LOSS 1.02  /* of stress, by making room for labels */
#define SMALLEST_FILL 0.05
#define USUAL_FILL 0.25
#define LARGEST_PARTED 6000
#define LARGEST_TRIED 1000 /* nodes; for more the room is not looked for */

typedef struct {
  BaryLayoutWork *work;
  const BaryPart *part;
  BaryStress      stress;
  guint          *first_tie, *ties; /* within the part */
  gboolean       *fixed;
  double          unit;             /* points of a tie */
  double          done, share;      /* of all nodes: before this part, and its own */
} Descent;

/* The part's own ties: nodes are numbered as they stand in it. */
static void
copy_ties (Descent *self)
{
  const BaryLayoutWork *work = self->work;
  const BaryPart *part = self->part;
  guint n = 0;

  self->first_tie = g_new (guint, part->n + 1);
  for (guint i = 0; i < part->n; i++)
    {
      self->first_tie[i] = n;
      n += work->first_tie[part->nodes[i] + 1] - work->first_tie[part->nodes[i]];
    }
  self->first_tie[part->n] = n;
  self->ties = g_new (guint, n + 1);
  n = 0;
  for (guint i = 0; i < part->n; i++)
    for (guint t = work->first_tie[part->nodes[i]]; t < work->first_tie[part->nodes[i] + 1]; t++)
      self->ties[n++] = bary_part_find (part, work->ties[t]);
}

/* A guess: what a tie would be if every box had six times its room. Pinned nodes know better. */
static double
guess_unit (Descent *self)
{
  const BaryPart *part = self->part;
  double area = 0, length = 0;
  guint n = 0;

  for (guint i = 0; i < part->n; i++)
    {
      const BaryWorkNode *node = &self->work->nodes[part->nodes[i]];

      area += (2 * node->box.half_width + BARY_LAYOUT_GAP_X) * (2 * node->box.half_height + BARY_LAYOUT_GAP_Y) / part->n;
      for (guint t = self->first_tie[i]; node->known && t < self->first_tie[i + 1]; t++)
        {
          const BaryWorkNode *other = &self->work->nodes[part->nodes[self->ties[t]]];

          if (!other->known)
            continue;
          length += bary_turns_length (node->box.x - other->box.x, node->box.y - other->box.y);
          n++;
        }
    }
  return n > 0 && length / n > 1 ? length / n : sqrt (6 * area);
}

static void
prepare (Descent *self)
{
  const BaryPart *part = self->part;
  double extent = sqrt (part->n);

  copy_ties (self);
  self->unit = guess_unit (self);
  self->fixed = g_new0 (gboolean, part->n + 1);
  self->stress = (BaryStress) { part->n, self->first_tie, self->ties, g_new (double, part->n), g_new (double, part->n), self->fixed };
  for (guint i = 0; i < part->n; i++)
    {
      const BaryWorkNode *node = &self->work->nodes[part->nodes[i]];
      guint64 chance = bary_turns_seed (node->source->id);

      self->stress.seed ^= bary_turns_draw (&chance);
      self->stress.x[i] = node->known ? node->box.x / self->unit : bary_turns_share (&chance) * extent;
      self->stress.y[i] = node->known ? node->box.y / self->unit : bary_turns_share (&chance) * extent;
      self->fixed[i] = bary_part_is_pinned (node);
    }
}

static void
clear (Descent *self)
{
  g_free (self->first_tie);
  g_free (self->ties);
  g_free (self->fixed);
  g_free (self->stress.x);
  g_free (self->stress.y);
}

static void
put (Descent *self,
     double   unit)
{
  for (guint i = 0; i < self->part->n; i++)
    {
      BaryWorkNode *node = &self->work->nodes[self->part->nodes[i]];

      if (self->fixed[i])
        continue;
      node->box.x = self->stress.x[i] * unit;
      node->box.y = self->stress.y[i] * unit;
    }
}

static gboolean
report (double   done,
        gpointer descent)
{
  Descent *self = descent;

  if (self->work->progress == NULL)
    return TRUE;
  put (self, self->unit);
  return bary_layout_work_report (self->work, BARY_SCHEME_FREE, self->done + done * self->share);
}

/* The longest extent lies across the screen. */
static void
turn (Descent *self)
{
  BaryStress *stress = &self->stress;
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0, cosine, sine;

  for (guint i = 0; i < stress->n; i++)
    {
      x += stress->x[i] / stress->n;
      y += stress->y[i] / stress->n;
    }
  for (guint i = 0; i < stress->n; i++)
    {
      xx += (stress->x[i] - x) * (stress->x[i] - x);
      xy += (stress->x[i] - x) * (stress->y[i] - y);
      yy += (stress->y[i] - y) * (stress->y[i] - y);
    }
  bary_turns_point (-bary_turns_angle (xx - yy, 2 * xy) / 2, &cosine, &sine);
  for (guint i = 0; i < stress->n; i++)
    {
      double from_x = stress->x[i] - x, from_y = stress->y[i] - y;

      stress->x[i] = from_x * cosine - from_y * sine;
      stress->y[i] = from_x * sine + from_y * cosine;
    }
}

/* The share of the drawing's ellipse that boxes would take at a unit of 1. */
static double
measure_fill (const Descent *self)
{
  double boxes = 0, x = 0, y = 0;

  for (guint i = 0; i < self->part->n; i++)
    {
      const BaryFlatBox *box = &self->work->nodes[self->part->nodes[i]].box;

      boxes += (2 * box->half_width + BARY_LAYOUT_GAP_X) * (2 * box->half_height + BARY_LAYOUT_GAP_Y);
      x = MAX (x, fabs (self->stress.x[i]));
      y = MAX (y, fabs (self->stress.y[i]));
    }
  return boxes / (G_PI * MAX (x, 0.3) * MAX (y, 0.3));
}

static double
measure_result (const Descent *self)
{
  BaryStress result = self->stress;
  g_autofree double *x = g_new (double, result.n);
  g_autofree double *y = g_new (double, result.n);

  for (guint i = 0; i < result.n; i++)
    {
      x[i] = self->work->nodes[self->part->nodes[i]].box.x;
      y[i] = self->work->nodes[self->part->nodes[i]].box.y;
    }
  result.x = x;
  result.y = y;
  return bary_stress_measure (&result);
}

/* On as little paper as lets labels go apart without spoiling the distances. */
static void
make_room (Descent *self)
{
  double aim = 1, fill = USUAL_FILL, full = measure_fill (self);

  if (self->part->n > LARGEST_PARTED)
    {
      put (self, 1);
      bary_nodes_line_up (self->work, self->part->nodes, self->part->n);
      return;
    }
  if (self->part->n <= LARGEST_TRIED)
    {
      aim = bary_stress_measure (&self->stress) * WORST_LOSS;
      fill = 0.4;
    }
  for (; fill >= SMALLEST_FILL; fill *= 0.7)
    {
      put (self, sqrt (full / fill));
      bary_nodes_separate (self->work, self->part->nodes, self->part->n);
      if (measure_result (self) <= aim)
        return;
    }
}

static gboolean
lay_out_part (BaryLayoutWork *work,
              const BaryPart *part,
              double          done)
{
  Descent self = { work, part, .done = done, .share = (double) part->n / work->n_nodes };
  gboolean go_on;

  if (part->n == 1)
    return TRUE;
  prepare (&self);
  if (bary_part_is_placed (part))
    {
      bary_part_fit_in (work, part, self.unit);
      clear (&self);
      return TRUE;
    }
  go_on = bary_stress_reduce (&self.stress, report, &self);
  if (go_on && part->n_pinned > 0)
    put (&self, self.unit);
  else if (go_on)
    {
      turn (&self);
      make_room (&self);
    }
  clear (&self);
  return go_on;
}

BaryGraphLayout *
bary_free_layout_new (const BaryGraph    *graph,
                      BaryLayoutProgress  progress,
                      gpointer            user_data)
{
  return bary_parts_lay_out (graph, BARY_SCHEME_FREE, lay_out_part, progress, user_data);
}

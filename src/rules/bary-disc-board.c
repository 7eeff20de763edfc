#include "bary-disc-board.h"

#include "bary-lanes.h"

#include <math.h>

#define LARGEST_TIES 4000
#define FAR_AWAY 1e9f
#define LEAST_HEIGHT 1e-3f

float
bary_disc_board_measure_outside (const BaryDiscBoard *self,
                                 guint                box,
                                 float                radius)
{
  float x = fabsf (self->x[box]) + self->width[box], y = fabsf (self->y[box]) + self->height[box];

  return MAX (sqrtf (x * x + y * y) - radius, 0);
}

BARY_WITHIN_WIDE void
take_least (BaryFloats       *least,
            const BaryFloats *values)
{
  BaryInts less = *values < *least;

  *least = (BaryFloats) (((BaryInts) *values & less) | ((BaryInts) *least & ~less));
}

BARY_WITHIN_WIDE float
find_least (const BaryFloats *values)
{
  float least = (*values)[0];

  for (guint lane = 1; lane < BARY_LANES; lane++)
    least = MIN (least, (*values)[lane]);
  return least;
}

BARY_WIDE float
bary_disc_board_measure_aspect (const BaryDiscBoard *self)
{
  static const BaryInts lanes = { 0, 1, 2, 3, 4, 5, 6, 7 };
  BaryFloats far = { 0 }, left, right, top, bottom;

  far += 4 * FAR_AWAY;
  left = right = top = bottom = far;
  for (guint i = 0; i < self->n; i += BARY_LANES)
    {
      BaryFloats out = (BaryFloats) ((lanes >= (int) (self->n - i)) & (BaryInts) far);
      BaryFloats x = BARY_TAKE (self->x + i), y = BARY_TAKE (self->y + i);
      BaryFloats width = BARY_TAKE (self->width + i) - out, height = BARY_TAKE (self->height + i) - out;
      BaryFloats ends[] = { x - width, -x - width, y - height, -y - height };

      take_least (&left, &ends[0]);
      take_least (&right, &ends[1]);
      take_least (&top, &ends[2]);
      take_least (&bottom, &ends[3]);
    }
  return (float) self->work->stretch * -(find_least (&left) + find_least (&right)) /
         MAX (-(find_least (&top) + find_least (&bottom)), LEAST_HEIGHT);
}

float
bary_disc_board_measure_radius (const BaryDiscBoard *self,
                                double               full)
{
  double area = 0;

  for (guint i = 0; i < self->n_padded; i++)
    area += 4 * (double) self->width[i] * self->height[i];
  return (float) sqrt (area / (G_PI * full));
}

void
bary_disc_board_move (BaryDiscBoard *self,
                      guint          box,
                      float          x,
                      float          y)
{
  self->x[box] = x;
  self->y[box] = y;
  for (guint i = self->first_tie[box]; i < self->first_tie[box + 1]; i++)
    {
      guint tie = self->tie_list[i];

      if (self->a[tie] == (int) box)
        {
          self->ax[tie] = x;
          self->ay[tie] = y;
        }
      else
        {
          self->bx[tie] = x;
          self->by[tie] = y;
        }
    }
}

static void
add_tie (BaryDiscBoard *self,
         guint          from,
         guint          to)
{
  const BaryWorkNode *nodes = self->work->nodes;
  const BaryWorkCluster *cluster = self->cluster;
  guint i = self->m++;

  self->a[i] = from - cluster->first < cluster->n ? (int) (from - cluster->first) : -1;
  self->b[i] = to - cluster->first < cluster->n ? (int) (to - cluster->first) : -1;
  self->ax[i] = (float) (nodes[from].box.x - cluster->x);
  self->ay[i] = (float) (nodes[from].box.y - cluster->y);
  self->bx[i] = (float) (nodes[to].box.x - cluster->x);
  self->by[i] = (float) (nodes[to].box.y - cluster->y);
}

static gboolean
passes (const BaryDiscBoard *self,
        const BaryLongTie   *tie)
{
  const BaryWorkCluster *cluster = self->cluster;
  const BaryFlatBox *a = &self->work->nodes[tie->a].box, *b = &self->work->nodes[tie->b].box;
  double ax = a->x - cluster->x, ay = a->y - cluster->y, dx = b->x - a->x, dy = b->y - a->y;
  double square = dx * dx + dy * dy;
  double along = square > 0 ? CLAMP (-(ax * dx + ay * dy) / square, 0, 1) : 0;
  double x = ax + along * dx, y = ay + along * dy;

  return x * x + y * y < cluster->radius * cluster->radius;
}

static void
add_ties (BaryDiscBoard *self,
          const GArray  *long_ties)
{
  const BaryWorkCluster *cluster = self->cluster;
  guint end = cluster->first + cluster->n;

  for (guint i = cluster->first; i < end; i++)
    for (guint j = self->work->first_tie[i]; j < self->work->first_tie[i + 1]; j++)
      {
        guint other = self->work->ties[j];

        if (other > i || other < cluster->first)
          add_tie (self, i, other);
      }
  for (guint i = 0; i < long_ties->len; i++)
    {
      const BaryLongTie *tie = &g_array_index (long_ties, BaryLongTie, i);

      if ((tie->district < 0 || tie->district == cluster->district) && self->m < LARGEST_TIES &&
          tie->a - cluster->first >= cluster->n && tie->b - cluster->first >= cluster->n && passes (self, tie))
        add_tie (self, tie->a, tie->b);
    }
  self->m_padded = bary_lanes_padded (self->m);
  for (guint i = self->m; i < self->m_padded; i++)
    self->ax[i] = self->ay[i] = self->bx[i] = self->by[i] = -FAR_AWAY;
}

static void
list_ties (BaryDiscBoard *self)
{
  self->first_tie = g_new0 (guint, self->n + 2);
  self->tie_list = g_new (guint, 2 * (gsize) self->m + 1);
  for (guint i = 0; i < self->m; i++)
    {
      if (self->a[i] >= 0)
        self->first_tie[self->a[i] + 2]++;
      if (self->b[i] >= 0)
        self->first_tie[self->b[i] + 2]++;
    }
  for (guint i = 2; i < self->n + 2; i++)
    self->first_tie[i] += self->first_tie[i - 1];
  for (guint i = 0; i < self->m; i++)
    {
      if (self->a[i] >= 0)
        self->tie_list[self->first_tie[self->a[i] + 1]++] = i;
      if (self->b[i] >= 0)
        self->tie_list[self->first_tie[self->b[i] + 1]++] = i;
    }
}

/* @room: for ties */
static void
make_columns (BaryDiscBoard *self,
              guint          room)
{
  self->x = g_new0 (float, 4 * (gsize) self->n_padded + 4 * (gsize) room);
  self->y = self->x + self->n_padded;
  self->width = self->y + self->n_padded;
  self->height = self->width + self->n_padded;
  self->ax = self->height + self->n_padded;
  self->ay = self->ax + room;
  self->bx = self->ay + room;
  self->by = self->bx + room;
  self->a = g_new (int, 2 * (gsize) room);
  self->b = self->a + room;
}

static void
put_box (BaryDiscBoard *self,
         guint          i,
         double         x,
         double         y,
         double         half_width,
         double         half_height)
{
  self->x[i] = (float) x;
  self->y[i] = (float) y;
  self->width[i] = (float) (half_width + self->work->spacing.gap_x / 2);
  self->height[i] = (float) (half_height + self->work->spacing.gap_y / 2);
}

static void
put_boxes (BaryDiscBoard *self,
           gboolean       headings)
{
  const BaryWorkCluster *cluster = self->cluster;

  for (guint i = 0; i < self->n; i++)
    {
      const BaryFlatBox *box = &self->work->nodes[cluster->first + i].box;

      put_box (self, i, box->x - cluster->x, box->y - cluster->y, box->half_width, box->half_height);
    }
  for (guint i = self->n; i < self->n_padded; i++)
    self->x[i] = self->y[i] = FAR_AWAY;
  for (guint i = 0; i < cluster->n_zones && headings; i++)
    {
      const BaryBox *heading = &cluster->zones[i].heading;

      if (heading->width > 0)
        put_box (self, self->n + i, heading->x, heading->y, heading->width / 2, heading->height / 2);
    }
}

void
bary_disc_board_init (BaryDiscBoard   *self,
                      BaryLayoutWork  *work,
                      BaryWorkCluster *cluster,
                      const GArray    *long_ties,
                      gboolean         headings)
{
  guint own_ties = work->first_tie[cluster->first + cluster->n] - work->first_tie[cluster->first];

  *self = (BaryDiscBoard) { work, cluster, .n = cluster->n, .n_padded = bary_lanes_padded (cluster->n + (headings ? cluster->n_zones : 0)) };
  make_columns (self, bary_lanes_padded (own_ties + MIN (long_ties->len, LARGEST_TIES) + 1));
  put_boxes (self, headings);
  add_ties (self, long_ties);
  list_ties (self);
}

void
bary_disc_board_clear (BaryDiscBoard *self)
{
  g_clear_pointer (&self->x, g_free);
  g_clear_pointer (&self->a, g_free);
  g_clear_pointer (&self->first_tie, g_free);
  g_clear_pointer (&self->tie_list, g_free);
}

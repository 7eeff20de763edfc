#include "bary-disc-gather.h"

#include "bary-turns.h"

#include <math.h>

#define ROUNDS 10
#define HALVINGS 7

typedef struct {
  guint      *members;
  guint       n;
  BaryCircle  round; /* about all members */
} Body;

typedef struct {
  BaryCircle *circles;
  Body       *bodies;
  guint       n_bodies;
  BaryCircle  middle;
} Gathering;

static gboolean
is_free (const Gathering *self,
         guint            body,
         double           dx,
         double           dy)
{
  const Body *it = &self->bodies[body];

  for (guint i = 0; i < self->n_bodies; i++)
    {
      const Body *other = &self->bodies[i];
      double sum = it->round.radius + other->round.radius;
      double x = it->round.x + dx - other->round.x, y = it->round.y + dy - other->round.y;

      if (i == body || x * x + y * y >= sum * sum)
        continue;
      for (guint j = 0; j < it->n; j++)
        for (guint k = 0; k < other->n; k++)
          {
            const BaryCircle *a = &self->circles[it->members[j]], *b = &self->circles[other->members[k]];
            double ax = a->x + dx - b->x, ay = a->y + dy - b->y, both = a->radius + b->radius;

            if (ax * ax + ay * ay < both * both)
              return FALSE;
          }
    }
  return TRUE;
}

/* Straight on, or aside at growing angles. */
static gboolean
try_step (Gathering *self,
          guint      body,
          double     step)
{
  static const double turns[] = { 0, 0.5, -0.5, 1, -1, 1.3, -1.3 };
  Body *it = &self->bodies[body];
  double dx = self->middle.x - it->round.x, dy = self->middle.y - it->round.y;
  double distance = bary_turns_length (dx, dy), angle = bary_turns_angle (dx, dy);

  for (guint i = 0; i < G_N_ELEMENTS (turns) && step < distance; i++)
    {
      double x, y;

      bary_turns_point (angle + turns[i], &x, &y);
      x *= step;
      y *= step;
      if (bary_turns_length (dx - x, dy - y) >= distance - 0.1 * step || !is_free (self, body, x, y))
        continue;
      for (guint j = 0; j < it->n; j++)
        {
          self->circles[it->members[j]].x += x;
          self->circles[it->members[j]].y += y;
        }
      it->round.x += x;
      it->round.y += y;
      return TRUE;
    }
  return FALSE;
}

/* Returns: whether it moved. */
static gboolean
draw_in (Gathering *self,
         guint      body)
{
  double step = self->bodies[body].round.radius;
  gboolean moved = FALSE;

  for (guint i = 0; i < HALVINGS; i++, step /= 2)
    while (try_step (self, body, step))
      moved = TRUE;
  return moved;
}

typedef struct {
  guint  body;
  double distance;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->body < y->body ? -1 : x->body > y->body;
}

static void
gather_rounds (Gathering *self)
{
  g_autofree Turn *turns = g_new (Turn, self->n_bodies + 1);
  gboolean moved = TRUE;

  for (guint round = 0; round < ROUNDS && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < self->n_bodies; i++)
        turns[i] = (Turn) { i, bary_turns_length (self->bodies[i].round.x - self->middle.x, self->bodies[i].round.y - self->middle.y) };
      qsort (turns, self->n_bodies, sizeof (Turn), compare_turns);
      for (guint i = 0; i < self->n_bodies; i++)
        moved = draw_in (self, turns[i].body) || moved;
    }
}

static BaryCircle
surround (const BaryCircle *circles,
          const Body       *body)
{
  g_autofree BaryCircle *members = g_new (BaryCircle, body->n + 1);

  for (guint i = 0; i < body->n; i++)
    members[i] = circles[body->members[i]];
  return bary_disc_pack_surround (members, body->n);
}

void
bary_disc_gather (BaryCircle *circles,
                  const int  *bodies,
                  guint       n,
                  guint       n_bodies)
{
  g_autofree Body *all = g_new0 (Body, n_bodies + 1);
  g_autofree guint *members = g_new (guint, n + 1);
  Gathering self = { circles, all, n_bodies, { 0 } };
  guint next = 0;
  double weight = 0;

  for (guint i = 0; i < n; i++)
    if (bodies[i] >= 0 && (guint) bodies[i] < n_bodies)
      all[bodies[i]].n++;
  for (guint i = 0; i < n_bodies; i++)
    {
      all[i].members = &members[next];
      next += all[i].n;
      all[i].n = 0;
    }
  for (guint i = 0; i < n; i++)
    if (bodies[i] >= 0 && (guint) bodies[i] < n_bodies)
      all[bodies[i]].members[all[bodies[i]].n++] = i;
  for (guint i = 0; i < n_bodies; i++)
    {
      double share;

      all[i].round = surround (circles, &all[i]);
      share = all[i].round.radius * all[i].round.radius;
      weight += share;
      self.middle.x += share * all[i].round.x;
      self.middle.y += share * all[i].round.y;
    }
  if (weight <= 0)
    return;
  self.middle.x /= weight;
  self.middle.y /= weight;
  gather_rounds (&self);
}

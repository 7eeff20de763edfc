#include "bary-plan.h"

static void
clear_name (gpointer data)
{
  BaryPlanName *name = data;

  g_free (name->id);
  g_free (name->name);
}

static void
clear_cluster (gpointer data)
{
  BaryPlanCluster *cluster = data;

  g_free (cluster->id);
  g_free (cluster->name);
  g_array_unref (cluster->members);
}

static void
clear_event (gpointer data)
{
  BaryPlanEvent *event = data;

  g_free (event->id);
  g_free (event->section);
  g_free (event->number);
  g_free (event->name);
  g_free (event->kind);
  bary_period_clear (&event->period);
  g_free (event->place);
  g_free (event->goal);
  g_free (event->audience);
  g_free (event->result);
  g_free (event->link);
  g_array_unref (event->must);
  g_array_unref (event->may);
}

static void
clear_done (gpointer data)
{
  BaryPlanDone *done = data;

  g_free (done->id);
  g_free (done->proof);
}

static void
clear_accepted (gpointer data)
{
  BaryPlanAccepted *accepted = data;

  g_free (accepted->event);
  g_free (accepted->other);
  g_free (accepted->note);
}

static GArray *
make_array (gsize          size,
            GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

BaryPlan *
bary_plan_new (int school_year)
{
  BaryPlan *self = g_atomic_rc_box_new0 (BaryPlan);

  self->school_year = school_year;
  self->clusters = make_array (sizeof (BaryPlanCluster), clear_cluster);
  self->organisations = make_array (sizeof (BaryPlanName), clear_name);
  self->people = make_array (sizeof (BaryPlanName), clear_name);
  self->events = make_array (sizeof (BaryPlanEvent), clear_event);
  self->done = make_array (sizeof (BaryPlanDone), clear_done);
  self->accepted = make_array (sizeof (BaryPlanAccepted), clear_accepted);
  return self;
}

BaryPlan *
bary_plan_ref (BaryPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BaryPlan *self = data;

  g_array_unref (self->clusters);
  g_array_unref (self->organisations);
  g_array_unref (self->people);
  g_array_unref (self->events);
  g_array_unref (self->done);
  g_array_unref (self->accepted);
}

void
bary_plan_unref (BaryPlan *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gpointer
add (GArray *array)
{
  g_array_set_size (array, array->len + 1);
  return array->data + (array->len - 1) * g_array_get_element_size (array);
}

BaryPlanCluster *
bary_plan_add_cluster (BaryPlan *self)
{
  BaryPlanCluster *cluster = add (self->clusters);

  cluster->curator = -1;
  cluster->members = g_array_new (FALSE, FALSE, sizeof (guint));
  return cluster;
}

BaryPlanName *
bary_plan_add_organisation (BaryPlan *self)
{
  return add (self->organisations);
}

BaryPlanName *
bary_plan_add_person (BaryPlan *self)
{
  return add (self->people);
}

BaryPlanEvent *
bary_plan_add_event (BaryPlan *self)
{
  BaryPlanEvent *event = add (self->events);

  event->cluster = event->host = event->responsible = -1;
  event->start_minute = event->end_minute = -1;
  event->must = g_array_new (FALSE, FALSE, sizeof (guint));
  event->may = g_array_new (FALSE, FALSE, sizeof (guint));
  return event;
}

BaryPlanDone *
bary_plan_add_done (BaryPlan *self)
{
  BaryPlanDone *done = add (self->done);

  done->event = done->cluster = -1;
  return done;
}

void
bary_plan_event_set_period (BaryPlanEvent    *event,
                            const BaryPeriod *period)
{
  BaryPeriod copy;

  bary_period_copy (period, &copy);
  bary_period_clear (&event->period);
  event->period = copy;
}

void
bary_plan_event_get_hours (const BaryPlanEvent *event,
                           int                 *start_minute,
                           int                 *end_minute)
{
  gboolean own = event->start_minute >= 0 || event->period.words == NULL;

  *start_minute = own ? event->start_minute : event->period.start_minute;
  *end_minute = own ? event->end_minute : event->period.end_minute;
}

gboolean
bary_plan_event_stands (const BaryPlanEvent *event)
{
  return event->state != BARY_PLAN_CANCELLED;
}

int
bary_plan_find_event (const BaryPlan *self,
                      const char     *id)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_strcmp0 (bary_plan_event (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

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

static GArray *
copy_numbers (const GArray *numbers)
{
  return g_array_append_vals (g_array_sized_new (FALSE, FALSE, sizeof (guint), numbers->len), numbers->data, numbers->len);
}

static void
copy_event (const BaryPlanEvent *event,
            BaryPlanEvent       *copy)
{
  *copy = *event;
  copy->id = g_strdup (event->id);
  copy->section = g_strdup (event->section);
  copy->number = g_strdup (event->number);
  copy->name = g_strdup (event->name);
  copy->kind = g_strdup (event->kind);
  bary_period_copy (&event->period, &copy->period);
  copy->place = g_strdup (event->place);
  copy->goal = g_strdup (event->goal);
  copy->audience = g_strdup (event->audience);
  copy->result = g_strdup (event->result);
  copy->link = g_strdup (event->link);
  copy->must = copy_numbers (event->must);
  copy->may = copy_numbers (event->may);
}

static void
copy_names (const GArray *names,
            GArray       *copy)
{
  for (guint i = 0; i < names->len; i++)
    {
      const BaryPlanName *name = &g_array_index (names, BaryPlanName, i);
      BaryPlanName mine = { g_strdup (name->id), g_strdup (name->name) };

      g_array_append_val (copy, mine);
    }
}

static void
copy_rest (const BaryPlan *self,
           BaryPlan       *copy)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const BaryPlanCluster *cluster = bary_plan_cluster (self, i);
      BaryPlanCluster mine = { g_strdup (cluster->id), g_strdup (cluster->name), cluster->curator, copy_numbers (cluster->members) };

      g_array_append_val (copy->clusters, mine);
    }
  for (guint i = 0; i < self->done->len; i++)
    {
      BaryPlanDone mine = *bary_plan_done (self, i);

      mine.id = g_strdup (mine.id);
      mine.proof = g_strdup (mine.proof);
      g_array_append_val (copy->done, mine);
    }
  for (guint i = 0; i < self->accepted->len; i++)
    {
      const BaryPlanAccepted *it = &g_array_index (self->accepted, BaryPlanAccepted, i);
      BaryPlanAccepted mine = { it->kind, g_strdup (it->event), g_strdup (it->other), g_strdup (it->note) };

      g_array_append_val (copy->accepted, mine);
    }
}

BaryPlan *
bary_plan_copy (const BaryPlan *self)
{
  BaryPlan *copy = bary_plan_new (self->school_year);

  copy_names (self->organisations, copy->organisations);
  copy_names (self->people, copy->people);
  g_array_set_size (copy->events, self->events->len);
  for (guint i = 0; i < self->events->len; i++)
    copy_event (bary_plan_event (self, i), bary_plan_event (copy, i));
  copy_rest (self, copy);
  return copy;
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
bary_plan_remove_done (BaryPlan *self,
                       int       event)
{
  for (guint i = self->done->len; i > 0; i--)
    if (bary_plan_done (self, i - 1)->event == event)
      g_array_remove_index (self->done, i - 1);
}

void
bary_plan_remove_accepted (BaryPlan   *self,
                           const char *event)
{
  for (guint i = self->accepted->len; i > 0; i--)
    if (g_strcmp0 (g_array_index (self->accepted, BaryPlanAccepted, i - 1).event, event) == 0)
      g_array_remove_index (self->accepted, i - 1);
}

void
bary_plan_replace_event (BaryPlan *self,
                         guint     event)
{
  int last = (int) self->events->len - 1;

  bary_plan_remove_done (self, (int) event);
  g_array_remove_index_fast (self->events, event);
  for (guint i = 0; i < self->done->len; i++)
    if (bary_plan_done (self, i)->event == last)
      bary_plan_done (self, i)->event = (int) event;
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

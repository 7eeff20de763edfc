#include "bary-letter-source.h"

#include "bary-kinds.h"
#include "bary-store-field.h"
#include "bary-store-plan.h"

#include <stdlib.h>
#include <string.h>

struct _BaryLetterSource {
  BaryLetterFacts  facts;
  GPtrArray       *texts; /* owned by the source, named by the facts */
};

/* Related records; what cannot be read is as if it were not there. */

static GPtrArray *
list_referring (BaryStore  *store,
                BaryKind    kind,
                const char *field,
                const char *id,
                const char *sort)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  GPtrArray *found;

  bary_query_where (query, field, id);
  if (sort != NULL)
    bary_query_sort (query, sort, FALSE);
  found = bary_store_select (store, query, NULL);
  return found != NULL ? found : g_ptr_array_new ();
}

static BaryRecord *
find_cluster (BaryStore  *store,
              BaryRecord *event)
{
  g_autoptr (BaryRecord) roadmap = bary_store_follow (store, event, "roadmap");

  return roadmap != NULL ? bary_store_follow (store, roadmap, "cluster") : NULL;
}

/* Facts */

static const char *
keep (BaryLetterSource *self,
      char             *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);
  return text;
}

static const char *
say (BaryLetterSource *self,
     BaryStore        *store,
     BaryRecord       *record,
     const char       *name)
{
  return keep (self, bary_store_field_to_words (store, record, name));
}

static void
read_event (BaryLetterSource *self,
            BaryStore        *store,
            BaryRecord       *event)
{
  BaryLetterFacts *facts = &self->facts;
  const char *begin = say (self, store, event, "start_time");
  const char *end = say (self, store, event, "end_time");

  facts->name = say (self, store, event, "name");
  facts->goal = say (self, store, event, "goal");
  facts->summary = say (self, store, event, "summary");
  facts->participants = say (self, store, event, "participants");
  facts->dates = say (self, store, event, bary_record_get_text (event, "held_on") != NULL ? "held_on" : "dates");
  facts->time = begin != NULL && end != NULL ? keep (self, g_strdup_printf ("%s–%s", begin, end)) : begin;
  facts->place = say (self, store, event, bary_record_get_text (event, "place") != NULL ? "place" : "host");
  facts->expected = say (self, store, event, "expected_number");
  facts->registration = say (self, store, event, "registration_link");
  facts->cancelled = g_strcmp0 (bary_record_get_text (event, "state"), "cancelled") == 0;
  facts->attended = say (self, store, event, "attended");
  facts->outcome = say (self, store, event, "outcome");
  facts->feedback = say (self, store, event, "feedback");
  facts->links = say (self, store, event, "links");
}

/* The last move tells where the event stood before. */
static void
read_move (BaryLetterSource *self,
           BaryStore        *store,
           BaryRecord       *event)
{
  g_autoptr (GPtrArray) moves = list_referring (store, BARY_KIND_EVENT_MOVE, "event", bary_record_get_id (event), "moved_on");
  BaryRecord *last = moves->len > 0 ? moves->pdata[moves->len - 1] : NULL;

  if (last == NULL)
    return;
  self->facts.former_dates = say (self, store, last, "from_dates");
  self->facts.reason = say (self, store, last, bary_record_get_text (last, "remark") != NULL ? "remark" : "reason");
}

static void
read_schools (BaryLetterSource *self,
              BaryStore        *store,
              BaryRecord       *event)
{
  g_autoptr (GPtrArray) parts = list_referring (store, BARY_KIND_EVENT_PART, "event", bary_record_get_id (event), NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (BaryRecord) school = NULL;

      if (g_strcmp0 (bary_record_get_text (parts->pdata[i], "took_part"), "yes") != 0)
        continue;
      school = bary_store_follow (store, parts->pdata[i], "organisation");
      if (school != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", bary_record_get_name (school));
    }
  self->facts.schools = names->len > 0 ? keep (self, g_string_free (names, FALSE)) : (g_string_free (names, TRUE), NULL);
}

/* Returns: (transfer full) (nullable): the plan that the event is of, with its number in it. */
static BaryPlan *
read_plan (BaryStore  *store,
           BaryRecord *event,
           int        *number)
{
  g_autoptr (BaryRecord) roadmap = bary_store_follow (store, event, "roadmap");
  g_autoptr (BaryPlan) plan = NULL;

  if (roadmap != NULL)
    plan = bary_store_read_plan (store, atoi (BARY_ROADMAP (roadmap)->school_year), BARY_ROADMAP (roadmap)->cluster, NULL);
  *number = plan != NULL ? bary_plan_find_event (plan, bary_record_get_id (event)) : -1;
  return *number >= 0 ? g_steal_pointer (&plan) : NULL;
}

/* A meeting announces what is ahead by the plan. */
static void
read_agenda (BaryLetterSource *self,
             BaryStore        *store,
             BaryRecord       *event)
{
  gboolean meeting = g_strcmp0 (bary_record_get_text (event, "kind"), "meeting") == 0;
  int number;
  g_autoptr (BaryPlan) plan = meeting ? read_plan (store, event, &number) : NULL;
  BaryDay day = plan != NULL ? bary_period_get_anchor (&bary_plan_event (plan, number)->period) : BARY_NO_DAY;
  g_autoptr (GArray) agenda = NULL;
  GString *lines = g_string_new (NULL);

  if (day != BARY_NO_DAY)
    agenda = bary_obligations_get_agenda (plan, bary_plan_event (plan, number)->cluster, day, BARY_AGENDA_HORIZON);
  for (guint i = 0; agenda != NULL && i < agenda->len; i++)
    {
      const BaryPlanEvent *ahead = bary_plan_event (plan, g_array_index (agenda, guint, i));

      g_string_append_printf (lines, "%u. %s – %s\n", i + 1, ahead->period.words, ahead->name);
    }
  self->facts.agenda = keep (self, g_string_free (lines, FALSE));
}

BaryLetterSource *
bary_letter_source_new (BaryStore  *store,
                        BaryRecord *event)
{
  BaryLetterSource *self = g_new0 (BaryLetterSource, 1);
  g_autoptr (BaryRecord) cluster = find_cluster (store, event);

  self->texts = g_ptr_array_new_with_free_func (g_free);
  read_event (self, store, event);
  read_move (self, store, event);
  read_schools (self, store, event);
  read_agenda (self, store, event);
  if (cluster != NULL)
    self->facts.hashtags = say (self, store, cluster, "hashtag");
  return self;
}

void
bary_letter_source_free (BaryLetterSource *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self);
}

const BaryLetterFacts *
bary_letter_source_get_facts (const BaryLetterSource *self)
{
  return &self->facts;
}

/* Addresses */

/* Returns: whether there is an address; the same one is written once. */
static gboolean
add_address (GPtrArray  *addresses,
             BaryRecord *record)
{
  const char *email = record != NULL ? bary_record_get_text (record, "email") : NULL;

  if (email != NULL && !g_ptr_array_find_with_equal_func (addresses, email, g_str_equal, NULL))
    g_ptr_array_add (addresses, g_strdup (email));
  return email != NULL;
}

static char **
finish (GPtrArray *addresses)
{
  g_ptr_array_add (addresses, NULL);
  return (char **) g_ptr_array_free (addresses, FALSE);
}

char **
bary_letter_find_curators (BaryStore  *store,
                           BaryRecord *event,
                           const char *day)
{
  GPtrArray *addresses = g_ptr_array_new ();
  g_autoptr (BaryRecord) cluster = find_cluster (store, event);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROLE);
  g_autoptr (GPtrArray) roles = NULL;

  if (cluster == NULL)
    return finish (addresses);

  bary_query_where (query, "cluster", bary_record_get_id (cluster));
  bary_query_where (query, "kind", "curator");
  bary_query_on_day (query, day);
  roles = bary_store_select (store, query, NULL);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      g_autoptr (BaryRecord) person = bary_store_follow (store, roles->pdata[i], "person");

      add_address (addresses, person);
    }
  return finish (addresses);
}

/* Returns: (transfer full): records that refer to the schools by "organisation" */
static GPtrArray *
list_parts (BaryStore  *store,
            BaryRecord *event,
            const char *day)
{
  g_autoptr (GPtrArray) parts = list_referring (store, BARY_KIND_EVENT_PART, "event", bary_record_get_id (event), NULL);
  g_autoptr (BaryRecord) cluster = NULL;
  g_autoptr (BaryQuery) query = NULL;
  GPtrArray *members;

  if (parts->len > 0)
    return g_steal_pointer (&parts);

  cluster = find_cluster (store, event);
  if (cluster == NULL)
    return g_steal_pointer (&parts);

  query = bary_query_new (BARY_KIND_MEMBERSHIP);
  bary_query_where (query, "cluster", bary_record_get_id (cluster));
  bary_query_on_day (query, day);
  members = bary_store_select (store, query, NULL);
  return members != NULL ? members : g_steal_pointer (&parts);
}

char **
bary_letter_find_schools (BaryStore  *store,
                          BaryRecord *event,
                          const char *day,
                          guint      *n_without)
{
  GPtrArray *addresses = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = list_parts (store, event, day);

  *n_without = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      g_autoptr (BaryRecord) school = bary_store_follow (store, parts->pdata[i], "organisation");

      *n_without += !add_address (addresses, school);
    }
  return finish (addresses);
}

GPtrArray *
bary_letter_find_channels (BaryStore  *store,
                           BaryRecord *event)
{
  g_autoptr (BaryRecord) cluster = find_cluster (store, event);

  return cluster != NULL ? list_referring (store, BARY_KIND_CHANNEL, "cluster", bary_record_get_id (cluster), "ordinal")
                         : g_ptr_array_new ();
}

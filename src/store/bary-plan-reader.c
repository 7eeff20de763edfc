#include "bary-plan-reader.h"

#include "bary-clock.h"
#include "bary-kinds.h"
#include "bary-obligations.h"

#include <stdlib.h>
#include <string.h>

typedef BaryPlanReader Reader;
typedef gboolean (*RowReader) (Reader *self, BaryStatement *row, GError **error);

static int
find (GHashTable *index,
      const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : -1;
}

static void
remember (GHashTable *index,
          char       *id,
          guint       length)
{
  g_hash_table_insert (index, id, GUINT_TO_POINTER (length));
}

/* Every statement gets the school year, the cluster and the event, of which it may use all. */
#define OF_YEAR "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) "
#define OF_EVENT "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) AND e.id = ?3 "

static gboolean
read_rows (Reader     *self,
           const char *sql,
           RowReader   read,
           GError    **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, self->plan->school_year);
  bary_statement_bind_text (statement, 1, self->only);
  if (self->event != NULL)
    bary_statement_bind_text (statement, 2, self->event);
  return bary_statement_read (statement, (BaryRowFunc) read, self, error);
}

/* Names of what is referred to */

static int
intern_organisation (Reader     *self,
                     const char *id,
                     const char *name)
{
  int known = find (self->organisations, id);
  BaryPlanName *added;

  if (id == NULL || known >= 0)
    return known;
  added = bary_plan_add_organisation (self->plan);
  added->id = g_strdup (id);
  added->name = g_strdup (name);
  remember (self->organisations, added->id, self->plan->organisations->len);
  return (int) self->plan->organisations->len - 1;
}

static int
intern_person (Reader     *self,
               const char *id,
               const char *name)
{
  int known = find (self->people, id);
  BaryPlanName *added;

  if (id == NULL || known >= 0)
    return known;
  added = bary_plan_add_person (self->plan);
  added->id = g_strdup (id);
  added->name = g_strdup (name);
  remember (self->people, added->id, self->plan->people->len);
  return (int) self->plan->people->len - 1;
}

/* Clusters */

#define CLUSTERS \
  "SELECT c.id, c.name, p.id, p.name FROM roadmap r JOIN cluster c ON c.id = r.cluster " \
  "LEFT JOIN role o ON o.id = (SELECT id FROM role WHERE cluster = c.id AND kind = 'curator' ORDER BY \"to\" IS NOT NULL, id LIMIT 1) " \
  "LEFT JOIN person p ON p.id = o.person " \
  OF_YEAR "GROUP BY c.id ORDER BY c.name, c.id"

static gboolean
read_cluster (Reader         *self,
              BaryStatement  *row,
              GError        **error)
{
  int curator = intern_person (self, bary_statement_get_text (row, 2), bary_statement_get_text (row, 3));
  BaryPlanCluster *cluster = bary_plan_add_cluster (self->plan);

  cluster->id = bary_statement_dup_text (row, 0);
  cluster->name = bary_statement_dup_text (row, 1);
  cluster->curator = curator;
  remember (self->clusters, cluster->id, self->plan->clusters->len);
  return TRUE;
}

/* A member of any day of the school year. */
#define MEMBERS \
  "SELECT m.cluster, o.id, o.name FROM membership m JOIN organisation o ON o.id = m.organisation " \
  "WHERE o.kind IN ('school', 'kindergarten') AND (?2 IS NULL OR m.cluster = ?2) " \
  "AND (m.\"from\" IS NULL OR m.\"from\" < printf ('%d-09-01', ?1 + 1)) AND (m.\"to\" IS NULL OR m.\"to\" >= printf ('%d-09-01', ?1)) " \
  "GROUP BY m.cluster, o.id ORDER BY m.cluster, o.id"

static gboolean
read_member (Reader         *self,
             BaryStatement  *row,
             GError        **error)
{
  int cluster = find (self->clusters, bary_statement_get_text (row, 0));
  guint member;

  if (cluster < 0)
    return TRUE;
  member = (guint) intern_organisation (self, bary_statement_get_text (row, 1), bary_statement_get_text (row, 2));
  g_array_append_val (bary_plan_cluster (self->plan, cluster)->members, member);
  return TRUE;
}

/* Events */

#define EVENTS(which) \
  "SELECT e.id, r.cluster, s.name, e.number, e.name, e.kind, e.dates, e.start_time, e.end_time, e.place, h.id, h.name, p.id, p.name, " \
  "e.state, (SELECT count (*) FROM event_move m WHERE m.event = e.id AND m.kind = 'moved'), " \
  "(SELECT count (*) FROM event_move m WHERE m.event = e.id), " \
  "(SELECT max (a.stamp) FROM change x JOIN action a ON a.id = x.action WHERE x.record = e.id), " \
  "e.goal, e.audience, e.result, e.registration_link " \
  "FROM roadmap r JOIN event e ON e.roadmap = r.id LEFT JOIN section s ON s.id = e.section " \
  "LEFT JOIN organisation h ON h.id = e.host LEFT JOIN person p ON p.id = e.responsible " \
  which "ORDER BY r.cluster, s.ordinal IS NULL, s.ordinal, e.id"
enum {
  EVENT_ID, EVENT_CLUSTER, EVENT_SECTION, EVENT_NUMBER, EVENT_NAME, EVENT_KIND, EVENT_DATES, EVENT_START, EVENT_END, EVENT_PLACE,
  EVENT_HOST, EVENT_HOST_NAME, EVENT_PERSON, EVENT_PERSON_NAME, EVENT_STATE, EVENT_MOVES,
  EVENT_CHANGES, EVENT_CHANGED, EVENT_GOAL, EVENT_AUDIENCE, EVENT_RESULT, EVENT_LINK
};

/* Minutes of the day, -1 for none. */
static int
read_clock (const char *time)
{
  return time != NULL && strlen (time) == 5 ? atoi (time) * 60 + atoi (time + 3) : -1;
}

static void
fill_times (BaryPlanEvent *event,
            BaryStatement *row)
{
  event->start_minute = read_clock (bary_statement_get_text (row, EVENT_START));
  event->end_minute = read_clock (bary_statement_get_text (row, EVENT_END));
  if (event->start_minute < 0)
    {
      event->start_minute = event->period.start_minute;
      event->end_minute = event->period.end_minute;
    }
}

static void
fill_event (BaryPlanEvent *event,
            BaryStatement *row)
{
  event->id = bary_statement_dup_text (row, EVENT_ID);
  event->section = bary_statement_dup_text (row, EVENT_SECTION);
  event->number = bary_statement_dup_text (row, EVENT_NUMBER);
  event->name = bary_statement_dup_text (row, EVENT_NAME);
  event->kind = bary_statement_dup_text (row, EVENT_KIND);
  event->place = bary_statement_dup_text (row, EVENT_PLACE);
  event->state = (BaryPlanState) bary_kind_find_choice (BARY_KIND_EVENT, "state", bary_statement_get_text (row, EVENT_STATE));
  event->n_moves = (guint) bary_statement_get_integer (row, EVENT_MOVES);
  event->n_changes = (guint) bary_statement_get_integer (row, EVENT_CHANGES);
  event->changed = bary_stamp_get_ms (bary_statement_get_integer (row, EVENT_CHANGED)) / 1000;
  event->goal = bary_statement_dup_text (row, EVENT_GOAL);
  event->audience = bary_statement_dup_text (row, EVENT_AUDIENCE);
  event->result = bary_statement_dup_text (row, EVENT_RESULT);
  event->link = bary_statement_dup_text (row, EVENT_LINK);
  fill_times (event, row);
}

static gboolean
read_event (Reader         *self,
            BaryStatement  *row,
            GError        **error)
{
  int host = intern_organisation (self, bary_statement_get_text (row, EVENT_HOST), bary_statement_get_text (row, EVENT_HOST_NAME));
  int person = intern_person (self, bary_statement_get_text (row, EVENT_PERSON), bary_statement_get_text (row, EVENT_PERSON_NAME));
  int cluster = find (self->clusters, bary_statement_get_text (row, EVENT_CLUSTER));
  const GArray *members = bary_plan_cluster (self->plan, cluster)->members;
  const char *dates = bary_statement_get_text (row, EVENT_DATES);
  g_auto (BaryPeriod) period = { 0 };
  BaryPlanEvent *event;

  if (!bary_period_parse_in_terms (dates, self->plan->school_year, self->terms, &period, NULL))
    bary_period_init_unset (&period, dates, self->plan->school_year);

  event = bary_plan_add_event (self->plan);
  bary_plan_event_set_period (event, &period);
  fill_event (event, row);
  event->cluster = cluster;
  event->host = host;
  event->responsible = person;
  g_array_append_vals (event->must, members->data, members->len);
  remember (self->events, event->id, self->plan->events->len);
  return TRUE;
}

/* Who takes part in one event */

#define PARTS(which) \
  "SELECT t.event, o.id, o.name, t.part FROM roadmap r JOIN event e ON e.roadmap = r.id JOIN event_part t ON t.event = e.id " \
  "JOIN organisation o ON o.id = t.organisation " \
  which "ORDER BY t.event, o.id"

static void
take_out (GArray *list,
          guint   value)
{
  for (guint i = list->len; i > 0; i--)
    if (g_array_index (list, guint, i - 1) == value)
      g_array_remove_index (list, i - 1);
}

static gboolean
read_part (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  int number = find (self->events, bary_statement_get_text (row, 0));
  guint organisation = (guint) intern_organisation (self, bary_statement_get_text (row, 1), bary_statement_get_text (row, 2));
  BaryPlanEvent *event = bary_plan_event (self->plan, number);

  take_out (event->must, organisation);
  g_array_append_val (g_strcmp0 (bary_statement_get_text (row, 3), "may") == 0 ? event->may : event->must, organisation);
  return TRUE;
}

/* What was done */

#define DONE(which) \
  "SELECT s.id, s.event, r.cluster, s.duty, s.ordinal, s.sent_on, s.link, s.note, " \
  "(SELECT m.from_dates FROM event_move m WHERE m.event = s.event AND m.kind = 'moved' AND m.moved_on > s.sent_on " \
  "ORDER BY m.moved_on, m.id LIMIT 1) " \
  "FROM sending s LEFT JOIN event e ON e.id = s.event JOIN roadmap r ON r.id = coalesce (s.roadmap, e.roadmap) " \
  which "ORDER BY s.sent_on, s.id"
enum { DONE_ID, DONE_EVENT, DONE_CLUSTER, DONE_DUTY, DONE_ORDINAL, DONE_DAY, DONE_LINK, DONE_NOTE, DONE_TOLD };

static BaryDay
find_told (const Reader *self,
           int           event,
           const char   *words)
{
  g_auto (BaryPeriod) period = { 0 };

  if (words != NULL && bary_period_parse_in_terms (words, self->plan->school_year, self->terms, &period, NULL))
    return bary_period_get_anchor (&period);
  return event >= 0 ? bary_period_get_anchor (&bary_plan_event (self->plan, event)->period) : BARY_NO_DAY;
}

static gboolean
read_done (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  const char *link = bary_statement_get_text (row, DONE_LINK);
  BaryPlanDone *done = bary_plan_add_done (self->plan);

  done->id = bary_statement_dup_text (row, DONE_ID);
  done->event = find (self->events, bary_statement_get_text (row, DONE_EVENT));
  done->cluster = find (self->clusters, bary_statement_get_text (row, DONE_CLUSTER));
  done->duty = bary_kind_find_choice (BARY_KIND_SENDING, "duty", bary_statement_get_text (row, DONE_DUTY));
  done->occurrence = (guint) bary_statement_get_integer (row, DONE_ORDINAL);
  done->day = bary_day_from_iso (bary_statement_get_text (row, DONE_DAY));
  if (done->duty <= BARY_DUTY_EVE)
    done->told = find_told (self, done->event, bary_statement_get_text (row, DONE_TOLD));
  done->proof = g_strdup (link != NULL ? link : bary_statement_get_text (row, DONE_NOTE));
  return TRUE;
}

/* Conflicts that were accepted */

#define ACCEPTED(which) \
  "SELECT n.conflict, n.event, n.other, n.note FROM roadmap r JOIN event e ON e.roadmap = r.id JOIN conflict_note n ON n.event = e.id " \
  which "ORDER BY n.id"

static gboolean
read_accepted (Reader         *self,
               BaryStatement  *row,
               GError        **error)
{
  BaryPlanAccepted accepted = {
    bary_kind_find_choice (BARY_KIND_CONFLICT_NOTE, "conflict", bary_statement_get_text (row, 0)),
    bary_statement_dup_text (row, 1), bary_statement_dup_text (row, 2), bary_statement_dup_text (row, 3),
  };

  g_array_append_val (self->plan->accepted, accepted);
  return TRUE;
}

/* All of it */

typedef struct {
  const char *sql;
  RowReader   read;
} ReadingStep;

/* All of it as of one moment: somebody else may be writing. */
static gboolean
read_steps (Reader             *self,
            const ReadingStep  *steps,
            guint               n_steps,
            GError            **error)
{
  gboolean read = TRUE;

  if (!bary_database_execute (self->database, "SAVEPOINT plan", error))
    return FALSE;
  for (guint i = 0; read && i < n_steps; i++)
    read = read_rows (self, steps[i].sql, steps[i].read, error);
  return bary_database_execute (self->database, "RELEASE plan", read ? error : NULL) && read;
}

gboolean
bary_plan_reader_read_all (BaryPlanReader  *self,
                           GError         **error)
{
  static const ReadingStep steps[] = {
    { CLUSTERS, read_cluster }, { MEMBERS, read_member }, { EVENTS (OF_YEAR), read_event }, { PARTS (OF_YEAR), read_part },
    { DONE (OF_YEAR), read_done }, { ACCEPTED (OF_YEAR), read_accepted },
  };

  return read_steps (self, steps, G_N_ELEMENTS (steps), error);
}

gboolean
bary_plan_reader_read_event (BaryPlanReader  *self,
                             const char      *id,
                             GError         **error)
{
  static const ReadingStep steps[] = {
    { EVENTS (OF_EVENT), read_event }, { PARTS (OF_EVENT), read_part }, { DONE (OF_EVENT), read_done },
    { ACCEPTED (OF_EVENT), read_accepted },
  };

  gboolean read;

  self->event = id;
  read = read_steps (self, steps, G_N_ELEMENTS (steps), error);
  self->event = NULL;
  return read;
}

gboolean
bary_plan_reader_read_loose (BaryPlanReader  *self,
                             GError         **error)
{
  return read_rows (self, DONE (OF_YEAR "AND s.event IS NULL "), read_done, error);
}

void
bary_plan_reader_init (BaryPlanReader        *self,
                       BaryDatabase          *database,
                       BaryPlan              *plan,
                       const BarySchoolTerms *terms)
{
  *self = (BaryPlanReader) { .database = database, .plan = plan, .terms = terms };
  self->clusters = g_hash_table_new (g_str_hash, g_str_equal);
  self->organisations = g_hash_table_new (g_str_hash, g_str_equal);
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
  self->events = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < plan->clusters->len; i++)
    remember (self->clusters, bary_plan_cluster (plan, i)->id, i + 1);
  for (guint i = 0; i < plan->organisations->len; i++)
    remember (self->organisations, bary_plan_organisation (plan, i)->id, i + 1);
  for (guint i = 0; i < plan->people->len; i++)
    remember (self->people, bary_plan_person (plan, i)->id, i + 1);
}

void
bary_plan_reader_clear (BaryPlanReader *self)
{
  g_clear_pointer (&self->clusters, g_hash_table_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->events, g_hash_table_unref);
}

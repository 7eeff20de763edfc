#include "bary-store-plan.h"

#include "bary-clock.h"
#include "bary-kinds.h"
#include "bary-store-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  BaryDatabase *database;
  BaryPlan     *plan;
  const char   *only;                             /* (nullable): id of a cluster */
  const BarySchoolTerms *terms;
  GHashTable   *clusters, *organisations, *people; /* id → index + 1; the ids belong to the plan */
  GHashTable   *events;
} Reader;

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

static char *
dup_cell (BaryStatement *row,
          int            column)
{
  return g_strdup (bary_statement_get_text (row, column));
}

/* The number of a word among the choices of a field; those of the plan's enums are in the same order. */
static int
find_choice (BaryKind    kind,
             const char *field,
             const char *word)
{
  const BaryChoice *choices = bary_kind_find_field (kind, field, NULL)->choices;

  for (int i = 0; choices[i].word != NULL; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      return i;
  return -1;
}

/* Every statement gets the school year and the cluster, of which it may use both. */
static gboolean
read_rows (Reader     *self,
           const char *sql,
           RowReader   read,
           GError    **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, self->plan->school_year);
  bary_statement_bind_text (statement, 1, self->only);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    if (!read (self, statement, error))
      return FALSE;
  return step == BARY_STEP_DONE;
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
  "WHERE r.school_year = ?1 AND (?2 IS NULL OR c.id = ?2) GROUP BY c.id ORDER BY c.name, c.id"

static gboolean
read_cluster (Reader         *self,
              BaryStatement  *row,
              GError        **error)
{
  int curator = intern_person (self, bary_statement_get_text (row, 2), bary_statement_get_text (row, 3));
  BaryPlanCluster *cluster = bary_plan_add_cluster (self->plan);

  cluster->id = dup_cell (row, 0);
  cluster->name = dup_cell (row, 1);
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

#define EVENTS \
  "SELECT e.id, r.cluster, s.name, e.number, e.name, e.kind, e.dates, e.start_time, e.end_time, e.place, h.id, h.name, p.id, p.name, " \
  "e.state, (SELECT count (*) FROM event_move m WHERE m.event = e.id AND m.kind = 'moved'), " \
  "(SELECT count (*) FROM event_move m WHERE m.event = e.id), " \
  "(SELECT max (a.stamp) FROM change x JOIN action a ON a.id = x.action WHERE x.record = e.id), " \
  "e.goal, e.audience, e.result, e.registration_link " \
  "FROM roadmap r JOIN event e ON e.roadmap = r.id LEFT JOIN section s ON s.id = e.section " \
  "LEFT JOIN organisation h ON h.id = e.host LEFT JOIN person p ON p.id = e.responsible " \
  "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) ORDER BY r.cluster, s.ordinal IS NULL, s.ordinal, e.id"
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
  event->id = dup_cell (row, EVENT_ID);
  event->section = dup_cell (row, EVENT_SECTION);
  event->number = dup_cell (row, EVENT_NUMBER);
  event->name = dup_cell (row, EVENT_NAME);
  event->kind = dup_cell (row, EVENT_KIND);
  event->place = dup_cell (row, EVENT_PLACE);
  event->state = (BaryPlanState) find_choice (BARY_KIND_EVENT, "state", bary_statement_get_text (row, EVENT_STATE));
  event->n_moves = (guint) bary_statement_get_integer (row, EVENT_MOVES);
  event->n_changes = (guint) bary_statement_get_integer (row, EVENT_CHANGES);
  event->changed = bary_stamp_get_ms (bary_statement_get_integer (row, EVENT_CHANGED)) / 1000;
  event->goal = dup_cell (row, EVENT_GOAL);
  event->audience = dup_cell (row, EVENT_AUDIENCE);
  event->result = dup_cell (row, EVENT_RESULT);
  event->link = dup_cell (row, EVENT_LINK);
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

#define PARTS \
  "SELECT t.event, o.id, o.name, t.part FROM roadmap r JOIN event e ON e.roadmap = r.id JOIN event_part t ON t.event = e.id " \
  "JOIN organisation o ON o.id = t.organisation " \
  "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) ORDER BY t.event, o.id"

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

#define DONE \
  "SELECT s.id, s.event, r.cluster, s.duty, s.ordinal, s.sent_on, s.link, s.note, " \
  "(SELECT m.from_dates FROM event_move m WHERE m.event = s.event AND m.kind = 'moved' AND m.moved_on > s.sent_on " \
  "ORDER BY m.moved_on, m.id LIMIT 1) " \
  "FROM sending s LEFT JOIN event e ON e.id = s.event JOIN roadmap r ON r.id = coalesce (s.roadmap, e.roadmap) " \
  "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) ORDER BY s.sent_on, s.id"
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

  done->id = dup_cell (row, DONE_ID);
  done->event = find (self->events, bary_statement_get_text (row, DONE_EVENT));
  done->cluster = find (self->clusters, bary_statement_get_text (row, DONE_CLUSTER));
  done->duty = find_choice (BARY_KIND_SENDING, "duty", bary_statement_get_text (row, DONE_DUTY));
  done->occurrence = (guint) bary_statement_get_integer (row, DONE_ORDINAL);
  done->day = bary_day_from_iso (bary_statement_get_text (row, DONE_DAY));
  if (done->duty <= BARY_DUTY_EVE)
    done->told = find_told (self, done->event, bary_statement_get_text (row, DONE_TOLD));
  done->proof = g_strdup (link != NULL ? link : bary_statement_get_text (row, DONE_NOTE));
  return TRUE;
}

/* Conflicts that were accepted */

#define ACCEPTED \
  "SELECT n.conflict, n.event, n.other, n.note FROM roadmap r JOIN event e ON e.roadmap = r.id JOIN conflict_note n ON n.event = e.id " \
  "WHERE r.school_year = ?1 AND (?2 IS NULL OR r.cluster = ?2) ORDER BY n.id"

static gboolean
read_accepted (Reader         *self,
               BaryStatement  *row,
               GError        **error)
{
  BaryPlanAccepted accepted = {
    find_choice (BARY_KIND_CONFLICT_NOTE, "conflict", bary_statement_get_text (row, 0)), dup_cell (row, 1), dup_cell (row, 2),
    dup_cell (row, 3),
  };

  g_array_append_val (self->plan->accepted, accepted);
  return TRUE;
}

static gboolean
read_all (Reader  *self,
          GError **error)
{
  static const struct { const char *sql; RowReader read; } steps[] = {
    { CLUSTERS, read_cluster }, { MEMBERS, read_member }, { EVENTS, read_event }, { PARTS, read_part }, { DONE, read_done },
    { ACCEPTED, read_accepted },
  };
  gboolean read = TRUE;

  /* All of it as of one moment: somebody else may be writing. */
  if (!bary_database_execute (self->database, "SAVEPOINT plan", error))
    return FALSE;
  for (guint i = 0; read && i < G_N_ELEMENTS (steps); i++)
    read = read_rows (self, steps[i].sql, steps[i].read, error);
  return bary_database_execute (self->database, "RELEASE plan", read ? error : NULL) && read;
}

BaryPlan *
bary_store_read_plan (BaryStore   *store,
                      int          school_year,
                      const char  *cluster,
                      GError     **error)
{
  g_autoptr (BaryPlan) plan = bary_plan_new (school_year);
  g_autoptr (BarySchoolCalendar) calendar = bary_store_read_calendar (store, school_year, error);
  g_autoptr (GHashTable) clusters = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) events = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { bary_store_get_database (store), plan, cluster, NULL, clusters, organisations, people, events };

  if (calendar == NULL)
    return NULL;
  reader.terms = bary_school_calendar_get_terms (calendar);
  return read_all (&reader, error) ? g_steal_pointer (&plan) : NULL;
}

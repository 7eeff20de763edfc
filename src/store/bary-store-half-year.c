#include "bary-store-half-year.h"

#include "bary-kinds.h"
#include "bary-store-plan.h"
#include "bary-store-private.h"

#include <stdlib.h>

typedef struct {
  BaryDatabase    *database;
  BaryHalfYear    *half_year;
  BarySchoolTerms  terms;
  const char      *roadmap; /* id */
  GHashTable      *events;  /* id → number + 1; the ids belong to the half year */
  GHashTable      *schools; /* id → number + 1 */
} Reader;

typedef gboolean (*RowReader) (Reader *self, BaryStatement *row, GError **error);

static int
find (GHashTable *index,
      const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1;
}

static gboolean
read_rows (Reader     *self,
           const char *sql,
           RowReader   read,
           GError    **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, self->roadmap);
  return bary_statement_read (statement, (BaryRowFunc) read, self, error);
}

#define HEAD \
  "SELECT c.name, c.full_name, r.goal, (SELECT p.name FROM role o JOIN person p ON p.id = o.person WHERE o.cluster = c.id " \
  "AND o.kind = 'curator' ORDER BY o.\"to\" IS NOT NULL, o.id LIMIT 1), " \
  "(SELECT count (*) FROM organisation s WHERE s.kind = 'school' AND (c.centre IS NULL OR s.centre = c.centre)) " \
  "FROM roadmap r JOIN cluster c ON c.id = r.cluster WHERE r.id = ?1"

static gboolean
read_head (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  BaryHalfYear *half_year = self->half_year;

  half_year->cluster = bary_statement_dup_text (row, 0);
  half_year->programme = bary_statement_dup_text (row, 1);
  half_year->goal = bary_statement_dup_text (row, 2);
  half_year->curator = bary_statement_dup_text (row, 3);
  half_year->n_district = (guint) bary_statement_get_integer (row, 4);
  return TRUE;
}

#define EVENTS \
  "SELECT e.id, e.name, e.dates, e.audience, e.held_on, e.state, e.attended, e.feedback, e.outcome, " \
  "EXISTS (SELECT 1 FROM event_move m WHERE m.event = e.id AND m.kind = 'moved') FROM event e WHERE e.roadmap = ?1 ORDER BY e.id"
enum { EVENT_ID, EVENT_NAME, EVENT_DATES, EVENT_AUDIENCE, EVENT_HELD, EVENT_STATE, EVENT_ATTENDED, EVENT_FEEDBACK, EVENT_OUTCOME,
       EVENT_MOVED };

static BaryDay
find_day (const Reader  *self,
          BaryStatement *row)
{
  const char *held_on = bary_statement_get_text (row, EVENT_HELD);
  g_auto (BaryPeriod) period = { 0 };

  if (held_on != NULL)
    return bary_day_from_iso (held_on);
  if (bary_period_parse_in_terms (bary_statement_get_text (row, EVENT_DATES), self->half_year->school_year, &self->terms, &period, NULL))
    return period.latest;
  return BARY_NO_DAY;
}

static gboolean
read_event (Reader         *self,
            BaryStatement  *row,
            GError        **error)
{
  BaryDay day = find_day (self, row);
  BaryHalfYearEvent *event;

  if (!bary_day_span_covers (self->half_year->days, day))
    return TRUE;
  event = bary_half_year_add_event (self->half_year);
  event->id = bary_statement_dup_text (row, EVENT_ID);
  event->name = bary_statement_dup_text (row, EVENT_NAME);
  event->dates = bary_statement_dup_text (row, EVENT_DATES);
  event->audience = bary_statement_dup_text (row, EVENT_AUDIENCE);
  event->day = day;
  event->state = (BaryPlanState) bary_kind_find_choice (BARY_KIND_EVENT, "state", bary_statement_get_text (row, EVENT_STATE));
  event->moved = bary_statement_get_integer (row, EVENT_MOVED) != 0;
  event->attended = (guint) MAX (bary_statement_get_integer (row, EVENT_ATTENDED), 0);
  event->feedback = bary_statement_dup_text (row, EVENT_FEEDBACK);
  event->outcome = bary_statement_dup_text (row, EVENT_OUTCOME);
  return TRUE;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const BaryHalfYearEvent *one = a, *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  return g_strcmp0 (one->id, other->id);
}

#define SCHOOLS \
  "SELECT t.event, o.id, o.name FROM event e JOIN event_part t ON t.event = e.id JOIN organisation o ON o.id = t.organisation " \
  "WHERE e.roadmap = ?1 AND t.took_part = 'yes' AND o.kind = 'school' ORDER BY o.name, o.id"

static gboolean
read_school (Reader         *self,
             BaryStatement  *row,
             GError        **error)
{
  int event = find (self->events, bary_statement_get_text (row, 0));
  int known = find (self->schools, bary_statement_get_text (row, 1));
  guint school;

  if (event < 0)
    return TRUE;
  if (known < 0)
    {
      g_ptr_array_add (self->half_year->schools, bary_statement_dup_text (row, 2));
      known = (int) self->half_year->schools->len - 1;
      g_hash_table_insert (self->schools, bary_statement_dup_text (row, 1), GUINT_TO_POINTER (known + 1));
    }
  school = (guint) known;
  g_array_append_val (bary_half_year_event (self->half_year, event)->schools, school);
  return TRUE;
}

#define AWARDS \
  "SELECT a.event, e.name, a.award, coalesce (p.name || ', ' || o.name, p.name, o.name) FROM event e JOIN event_award a ON a.event = e.id " \
  "LEFT JOIN person p ON p.id = a.person LEFT JOIN organisation o ON o.id = a.organisation WHERE e.roadmap = ?1 ORDER BY e.name, a.id"

static gboolean
read_award (Reader         *self,
            BaryStatement  *row,
            GError        **error)
{
  BaryHalfYearAward award;

  if (find (self->events, bary_statement_get_text (row, 0)) < 0)
    return TRUE;
  award = (BaryHalfYearAward) {
    bary_statement_dup_text (row, 1), bary_statement_dup_text (row, 3),
    (guint) bary_kind_find_choice (BARY_KIND_EVENT_AWARD, "award", bary_statement_get_text (row, 2)),
  };
  g_array_append_val (self->half_year->awards, award);
  return TRUE;
}

static gboolean
read_all (Reader  *self,
          GError **error)
{
  BaryHalfYear *half_year = self->half_year;

  if (!read_rows (self, HEAD, read_head, error) || !read_rows (self, EVENTS, read_event, error))
    return FALSE;
  g_array_sort (half_year->events, compare_events);
  for (guint i = 0; i < half_year->events->len; i++)
    g_hash_table_insert (self->events, bary_half_year_event (half_year, i)->id, GUINT_TO_POINTER (i + 1));
  return read_rows (self, SCHOOLS, read_school, error) && read_rows (self, AWARDS, read_award, error);
}

/* What a person wrote */

BaryRecord *
bary_store_find_half_year (BaryStore   *store,
                           BaryRecord  *roadmap,
                           guint        half,
                           GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_HALF_YEAR_REPORT);
  g_autoptr (GPtrArray) found = NULL;

  bary_query_where (query, "roadmap", bary_record_get_id (roadmap));
  bary_query_where (query, "half", half == 1 ? "1" : "2");
  found = bary_store_select (store, query, error);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static gboolean
read_words (BaryStore     *store,
            BaryRecord    *roadmap,
            BaryHalfYear  *half_year,
            GError       **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (BaryRecord) record = bary_store_find_half_year (store, roadmap, half_year->half, &local);
  BaryHalfYearReport *words;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;

  words = BARY_HALF_YEAR_REPORT (record);
  half_year->feedback = g_strdup (words->feedback);
  half_year->made = g_strdup (words->made);
  half_year->difficulties = g_strdup (words->difficulties);
  half_year->solutions = g_strdup (words->solutions);
  half_year->prospects = g_strdup (words->prospects);
  half_year->thanks = g_strdup (words->thanks);
  return TRUE;
}

BaryHalfYear *
bary_store_read_half_year (BaryStore   *store,
                           BaryRecord  *roadmap,
                           guint        half,
                           GError     **error)
{
  int school_year = atoi (BARY_ROADMAP (roadmap)->school_year);
  g_autoptr (BarySchoolCalendar) calendar = bary_store_read_calendar (store, school_year, error);
  g_autoptr (BaryHalfYear) half_year = NULL;
  g_autoptr (GHashTable) events = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) schools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { .database = bary_store_get_database (store), .roadmap = bary_record_get_id (roadmap), .events = events,
                    .schools = schools };

  if (calendar == NULL)
    return NULL;
  reader.terms = *bary_school_calendar_get_terms (calendar);
  reader.half_year = half_year = bary_half_year_new (school_year, half, &reader.terms);
  if (!read_all (&reader, error) || !read_words (store, roadmap, half_year, error))
    return NULL;
  return g_steal_pointer (&half_year);
}

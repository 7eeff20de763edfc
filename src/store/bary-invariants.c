#include "bary-invariants.h"

#include "bary-config.h"
#include "bary-interest-sql.h"

#include <glib/gi18n-lib.h>

/* More places than this are asked about all at once. */
#define MOST_PLACES 16

typedef enum {
  PLACE_CLUSTER,
  PLACE_SCHEME,
  PLACE_ROADMAP,
  PLACE_EXPERT,
  N_PLACES,
} Place;

struct _BaryScope {
  guint64     kinds;            /* a bit per kind touched */
  GHashTable *places[N_PLACES]; /* ids; NULL: none */
  gboolean    all[N_PLACES];
};

#define BIT(kind) (G_GUINT64_CONSTANT (1) << BARY_KIND_##kind)

/* A query gives the kind and the id of the record at fault and up to three names for the message. "@"
 * stands, wherever it is, for the condition that keeps it to one place, which needs the column in `key`. */
typedef struct {
  guint64     kinds;
  Place       place;
  const char *key;
  const char *sql;
  const char *message;
} Invariant;

static const Invariant invariants[] = {
  {
    BIT (MEMBERSHIP) | BIT (CLUSTER) | BIT (GROUP), PLACE_CLUSTER, "cluster",
    "WITH pair AS (SELECT DISTINCT cluster, \"group\" FROM membership WHERE @), "
    "wrong AS (SELECT pair.cluster, pair.\"group\", g.name AS group_name, c.name AS cluster_name FROM pair "
    "JOIN cluster c ON c.id = pair.cluster JOIN \"group\" g ON g.id = pair.\"group\" WHERE g.scheme <> c.scheme) "
    "SELECT 'membership', m.id, o.name, wrong.group_name, wrong.cluster_name FROM wrong "
    "JOIN membership m ON m.cluster = wrong.cluster AND m.\"group\" = wrong.\"group\" "
    "LEFT JOIN organisation o ON o.id = m.organisation",
    /* Translators: 1: an organisation, 2: a group, 3: a cluster */
    N_("“%1$s” is in the group “%2$s”, which the scheme of the cluster “%3$s” does not have: choose a group of that scheme"),
  },
  {
    BIT (MEMBERSHIP), PLACE_CLUSTER, "cluster",
    "WITH twice AS (SELECT cluster, \"group\", organisation FROM membership WHERE @ "
    "GROUP BY cluster, \"group\", organisation HAVING count (*) > 1) "
    "SELECT 'membership', b.id, o.name, c.name, g.name FROM twice t "
    "JOIN membership a ON a.cluster = t.cluster AND a.\"group\" = t.\"group\" AND a.organisation = t.organisation "
    "JOIN membership b ON b.cluster = t.cluster AND b.\"group\" = t.\"group\" AND b.organisation = t.organisation "
    "JOIN cluster c ON c.id = t.cluster JOIN \"group\" g ON g.id = t.\"group\" JOIN organisation o ON o.id = t.organisation "
    "WHERE a.id < b.id AND (a.\"to\" IS NULL OR b.\"from\" IS NULL OR a.\"to\" >= b.\"from\") "
    "AND (b.\"to\" IS NULL OR a.\"from\" IS NULL OR b.\"to\" >= a.\"from\")",
    /* Translators: 1: an organisation, 2: a cluster, 3: a group */
    N_("“%1$s” is in the cluster “%2$s” twice in the group “%3$s” on the same days: end one membership before the other begins, or remove one"),
  },
  {
    BIT (LINK) | BIT (MEMBERSHIP) | BIT (CLUSTER), PLACE_CLUSTER, "l.cluster",
    "SELECT 'link', l.id, o.name, c.name, NULL FROM link l JOIN cluster c ON c.id = l.cluster "
    "JOIN organisation o ON o.id IN (l.organisation, l.partner) "
    "WHERE @ AND o.id IS NOT c.barycenter AND o.id IS NOT c.base_site AND NOT EXISTS "
    "(SELECT 1 FROM membership m WHERE m.cluster = l.cluster AND m.organisation = o.id)",
    /* Translators: 1: an organisation, 2: a cluster */
    N_("“%1$s” has a link in the cluster “%2$s” but is not a member of it: add it to the cluster, or remove the link"),
  },
  {
    BIT (GROUP), PLACE_SCHEME, "a.scheme",
    "SELECT 'group', b.id, s.name, a.name, b.name FROM \"group\" a JOIN scheme s ON s.id = a.scheme "
    "JOIN \"group\" b ON b.scheme = a.scheme AND b.ordinal = a.ordinal AND b.id > a.id WHERE @",
    /* Translators: 1: a scheme, 2 and 3: groups */
    N_("In the scheme “%1$s” the groups “%2$s” and “%3$s” have the same place in the order: give one of them another"),
  },
  {
    BIT (GROUP), PLACE_SCHEME, "a.scheme",
    "SELECT 'group', b.id, s.name, b.name, NULL FROM \"group\" a JOIN scheme s ON s.id = a.scheme "
    "JOIN \"group\" b ON b.scheme = a.scheme AND b.name = a.name AND b.id > a.id WHERE @",
    /* Translators: 1: a scheme, 2: a group */
    N_("The scheme “%1$s” has two groups named “%2$s”: rename one of them"),
  },
  {
    BIT (ROADMAP), PLACE_CLUSTER, "a.cluster",
    "SELECT 'roadmap', b.id, c.name, a.name, b.name FROM roadmap a JOIN cluster c ON c.id = a.cluster "
    "JOIN roadmap b ON b.cluster = a.cluster AND b.school_year = a.school_year AND b.id > a.id WHERE @",
    /* Translators: 1: a cluster, 2 and 3: roadmaps */
    N_("The cluster “%1$s” has two roadmaps for one school year, “%2$s” and “%3$s”: give one of them another year, or remove it"),
  },
  {
    BIT (EVENT) | BIT (SECTION), PLACE_ROADMAP, "e.roadmap",
    "SELECT 'event', e.id, e.name, s.name, r.name FROM event e JOIN section s ON s.id = e.section "
    "JOIN roadmap r ON r.id = e.roadmap WHERE s.roadmap <> e.roadmap AND @",
    /* Translators: 1: an event, 2: a section, 3: a roadmap */
    N_("“%1$s” is in the section “%2$s”, which the roadmap “%3$s” does not have: choose a section of that roadmap"),
  },
  {
    BIT (BODY), N_PLACES, NULL,
    "WITH RECURSIVE above (start, id) AS (SELECT id, parent FROM body WHERE parent IS NOT NULL AND @ "
    "UNION SELECT above.start, b.parent FROM above JOIN body b ON b.id = above.id WHERE b.parent IS NOT NULL) "
    "SELECT 'body', b.id, b.name, NULL, NULL FROM above JOIN body b ON b.id = above.start WHERE above.id = above.start",
    /* Translators: %1$s: a council or another body */
    N_("“%1$s” answers to itself through others: choose another body for it to answer to"),
  },
  {
    BIT (EXPERT_ASSIGNMENT) | BIT (SCORE_SHEET) | BIT (INTEREST_CONFLICT) | BIT (CONTEST_EXPERT) | BIT (APPLICATION) | BIT (CONTEST),
    PLACE_EXPERT, "e.id",
    /* There are few facts, mostly none: what they forbid is looked up for each. */
    "WITH " BARY_INTEREST_TABLE ("@") ", "
    "fact AS MATERIALIZED (SELECT expert, application, detail FROM interest WHERE NOT potential), "
    "seat AS (SELECT 'expert_assignment' AS kind, s.id, s.expert, s.application, fact.detail FROM fact "
    "CROSS JOIN expert_assignment s ON s.expert = fact.expert AND s.application = fact.application AND s.mode <> 'forbidden' "
    "UNION ALL SELECT 'score_sheet', s.id, s.expert, s.application, fact.detail FROM fact "
    "CROSS JOIN score_sheet s ON s.expert = fact.expert AND s.application = fact.application AND s.state <> 'void') "
    "SELECT seat.kind, seat.id, p.name, o.name, seat.detail FROM seat "
    "CROSS JOIN contest_expert e ON e.id = seat.expert JOIN contest k ON k.id = e.contest AND k.state <> 'finished' AND k.template IS NULL "
    "JOIN person p ON p.id = e.person JOIN application a ON a.id = seat.application "
    "JOIN organisation o ON o.id = a.organisation WHERE @",
    /* Translators: 1: an expert, 2: an organisation, 3: what the conflict rests on */
    N_("“%1$s” has a conflict of interest with the application of “%2$s” (%3$s): take the assignment and the sheet away"),
  },
};

BaryScope *
bary_scope_new (void)
{
  return g_new0 (BaryScope, 1);
}

void
bary_scope_free (BaryScope *self)
{
  for (guint i = 0; i < N_PLACES; i++)
    g_clear_pointer (&self->places[i], g_hash_table_unref);
  g_free (self);
}

static void
add_place (BaryScope  *self,
           Place       place,
           const char *id)
{
  if (self->all[place] || id == NULL)
    return;

  if (self->places[place] == NULL)
    self->places[place] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_contains (self->places[place], id))
    g_hash_table_add (self->places[place], g_strdup (id));
  self->all[place] = g_hash_table_size (self->places[place]) > MOST_PLACES;
}

static void
touch_one (BaryScope  *self,
           BaryRecord *record)
{
  switch (bary_record_get_kind (record))
    {
    case BARY_KIND_CLUSTER:
      add_place (self, PLACE_CLUSTER, bary_record_get_id (record));
      break;
    case BARY_KIND_MEMBERSHIP:
    case BARY_KIND_LINK:
    case BARY_KIND_ROADMAP:
      add_place (self, PLACE_CLUSTER, bary_record_get_text (record, "cluster"));
      break;
    case BARY_KIND_EVENT:
      add_place (self, PLACE_ROADMAP, bary_record_get_text (record, "roadmap"));
      break;
    case BARY_KIND_EXPERT_ASSIGNMENT:
    case BARY_KIND_SCORE_SHEET:
    case BARY_KIND_INTEREST_CONFLICT:
      add_place (self, PLACE_EXPERT, bary_record_get_text (record, "expert"));
      break;
    case BARY_KIND_CONTEST_EXPERT:
      add_place (self, PLACE_EXPERT, bary_record_get_id (record));
      break;
    case BARY_KIND_CONTEST:
    case BARY_KIND_APPLICATION:
      self->all[PLACE_EXPERT] = TRUE;
      break;
    case BARY_KIND_GROUP:
      add_place (self, PLACE_SCHEME, bary_record_get_text (record, "scheme"));
      break;
    default:
      break;
    }
}

/* What goes to another whole: a group to another scheme concerns every cluster it is used in. */
static gboolean
leaves (BaryRecord *was,
        BaryRecord *became,
        BaryKind    kind,
        const char *whole)
{
  return was != NULL && became != NULL && bary_record_get_kind (was) == kind &&
         g_strcmp0 (bary_record_get_text (was, whole), bary_record_get_text (became, whole)) != 0;
}

void
bary_scope_touch (BaryScope  *self,
                  BaryRecord *was,
                  BaryRecord *became)
{
  self->kinds |= G_GUINT64_CONSTANT (1) << bary_record_get_kind (was != NULL ? was : became);

  if (was != NULL)
    touch_one (self, was);
  if (became != NULL)
    touch_one (self, became);
  if (leaves (was, became, BARY_KIND_GROUP, "scheme"))
    self->all[PLACE_CLUSTER] = TRUE;
  if (leaves (was, became, BARY_KIND_SECTION, "roadmap"))
    self->all[PLACE_ROADMAP] = TRUE;
}

static char *
compose_sql (const Invariant *invariant,
             gboolean         one_place)
{
  g_autofree char *condition = one_place ? g_strconcat (invariant->key, " = ?1", NULL) : g_strdup ("TRUE");
  g_auto (GStrv) parts = g_strsplit (invariant->sql, "@", -1);

  return g_strjoinv (condition, parts);
}

static char *
compose_message (const Invariant *invariant,
                 BaryStatement   *statement)
{
  const char *names[3];
  g_autofree char *words = NULL;
  BaryKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      names[i] = bary_statement_get_text (statement, i + 2);
      names[i] = names[i] != NULL ? names[i] : "";
    }
  words = g_strdup_printf (_(invariant->message), names[0], names[1], names[2]);
  if (!bary_kind_from_name (bary_statement_get_text (statement, 0), &kind, NULL))
    return g_steal_pointer (&words);

  /* Translators: 1: what is wrong, 2: a kind of record, 3: its id */
  return g_strdup_printf (_("%1$s (%2$s %3$s)"), words, _(bary_kind_get_info (kind)->label),
                          bary_statement_get_text (statement, 1));
}

static gboolean
ask (BaryDatabase       *database,
     const Invariant    *invariant,
     const char         *place,
     BaryInvariantFunc   broken,
     gpointer            user_data,
     GError            **error)
{
  g_autofree char *sql = compose_sql (invariant, place != NULL);
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  if (place != NULL)
    bary_statement_bind_text (statement, 0, place);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      g_autofree char *message = compose_message (invariant, statement);

      broken (message, bary_statement_get_text (statement, 1), user_data);
    }
  return step == BARY_STEP_DONE;
}

gboolean
bary_invariants_foreach (BaryDatabase       *database,
                         BaryInvariantFunc   broken,
                         gpointer            user_data,
                         GError            **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (invariants); i++)
    if (!ask (database, &invariants[i], NULL, broken, user_data, error))
      return FALSE;

  return TRUE;
}

typedef struct {
  char *message;
  char *id;
} Breach;

static void
keep_first (const char *message,
            const char *id,
            gpointer    user_data)
{
  Breach *first = user_data;

  if (first->message != NULL)
    return;

  first->message = g_strdup (message);
  first->id = g_strdup (id);
}

static gboolean
ask_touched (BaryDatabase     *database,
             const BaryScope  *scope,
             const Invariant  *invariant,
             Breach           *first,
             GError          **error)
{
  GHashTableIter iter;
  gpointer place;

  if (invariant->place == N_PLACES || scope->all[invariant->place])
    return ask (database, invariant, NULL, keep_first, first, error);
  if (scope->places[invariant->place] == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, scope->places[invariant->place]);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (!ask (database, invariant, place, keep_first, first, error))
      return FALSE;

  return TRUE;
}

gboolean
bary_invariants_hold (BaryDatabase     *database,
                      const BaryScope  *scope,
                      char            **fault,
                      GError          **error)
{
  Breach first = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (invariants) && first.message == NULL; i++)
    if ((invariants[i].kinds & scope->kinds) && !ask_touched (database, scope, &invariants[i], &first, error))
      return FALSE;

  if (first.message == NULL)
    return TRUE;

  g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED, first.message);
  if (fault != NULL)
    *fault = g_steal_pointer (&first.id);
  g_free (first.id);
  g_free (first.message);
  return FALSE;
}

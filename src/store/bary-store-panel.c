#include "bary-store-panel.h"

#include "bary-clock.h"
#include "bary-config.h"
#include "bary-day.h"
#include "bary-interest-sql.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* Of a public presentation where the contest says nothing else. */
#define SPEECH_MINUTES 7
#define QUESTION_MINUTES 3
#define MOST_MINUTES 600

typedef struct {
  BaryDatabase *database;
  BaryPanel    *panel;
  const char   *contest;
  GHashTable   *criteria, *applications, *experts, *sheets; /* id → index + 1; the ids belong to the panel */
} Reader;

typedef gboolean (*RowReader) (Reader *self, BaryStatement *row, GError **error);

static int
find (GHashTable *index,
      const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : -1;
}

static const char *
keep (Reader        *self,
      BaryStatement *row,
      int            column)
{
  return bary_panel_keep (self->panel, bary_statement_get_text (row, column));
}

/* Keeps the id of the next element of an array, and where it will be. */
static const char *
keep_id (Reader        *self,
         BaryStatement *row,
         GHashTable    *index,
         guint          length)
{
  const char *id = keep (self, row, 0);

  g_hash_table_insert (index, (gpointer) id, GUINT_TO_POINTER (length + 1));
  return id;
}

/* Where nothing was chosen the first holds. */
static guint
find_choice (BaryKind    kind,
             const char *field,
             const char *word)
{
  return (guint) MAX (bary_kind_find_choice (kind, field, word), 0);
}

/* @given: (out) (optional): whether there is a number; 0 without */
static gboolean
read_fraction (BaryStatement  *row,
               int             column,
               BaryFraction   *value,
               gboolean       *given,
               GError        **error)
{
  const char *text = bary_statement_get_text (row, column);

  *value = BARY_FRACTION_ZERO;
  if (given != NULL)
    *given = text != NULL;
  if (text == NULL || bary_fraction_parse (text, value))
    return TRUE;

  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: %s: a number */
               _("%s has too many digits to be counted with exactly: shorten it to nine before and nine after the point"), text);
  return FALSE;
}

/* The contest */

#define CONTEST \
  "SELECT id, name, experts, seed, state, order_number, order_date, formula, trimmed, rounding, product_digits, sheet_digits, " \
  "total_digits, places, pass_mark, divergence, divergence_limit, third, speech_minutes, question_minutes FROM contest WHERE id = ?1"
enum {
  CONTEST_ID, CONTEST_NAME, CONTEST_NEED, CONTEST_SEED, CONTEST_STATE, CONTEST_ORDER, CONTEST_ORDER_DATE, CONTEST_FORMULA,
  CONTEST_TRIMMED, CONTEST_ROUNDING, CONTEST_PRODUCT, CONTEST_SHEET, CONTEST_TOTAL, CONTEST_PLACES, CONTEST_PASS_MARK,
  CONTEST_DIVERGENCE, CONTEST_LIMIT, CONTEST_THIRD, CONTEST_SPEECH, CONTEST_QUESTIONS
};

static BaryRoundingRule
read_rounding (BaryStatement *row,
               int            column)
{
  const char *rounding = bary_statement_get_text (row, CONTEST_ROUNDING);

  if (bary_statement_get_text (row, column) == NULL)
    return (BaryRoundingRule) { BARY_ROUNDING_NONE };
  return (BaryRoundingRule) {
    g_strcmp0 (rounding, "half_even") == 0 ? BARY_ROUNDING_HALF_EVEN : BARY_ROUNDING_HALF_UP,
    CLAMP (bary_statement_get_integer (row, column), 0, BARY_FRACTION_MOST_DIGITS),
  };
}

static void
read_rules (BaryScoreRules *rules,
            BaryStatement  *row)
{
  rules->combination = find_choice (BARY_KIND_CONTEST, "formula", bary_statement_get_text (row, CONTEST_FORMULA));
  rules->trimmed = (guint) MAX (bary_statement_get_integer (row, CONTEST_TRIMMED), 0);
  rules->product = read_rounding (row, CONTEST_PRODUCT);
  rules->sheet = read_rounding (row, CONTEST_SHEET);
  rules->total = read_rounding (row, CONTEST_TOTAL);
}

static guint
read_minutes (BaryStatement *row,
              int            column,
              guint          usual)
{
  return bary_statement_get_text (row, column) != NULL ? (guint) CLAMP (bary_statement_get_integer (row, column), 1, MOST_MINUTES) : usual;
}

static gboolean
read_contest (Reader         *self,
              BaryStatement  *row,
              GError        **error)
{
  BaryPanel *panel = self->panel;

  panel->id = keep (self, row, CONTEST_ID);
  panel->name = keep (self, row, CONTEST_NAME);
  panel->need = (guint) CLAMP (bary_statement_get_integer (row, CONTEST_NEED), 0, 1000);
  panel->need = MAX (panel->need, 1);
  panel->seed = (guint64) bary_statement_get_integer (row, CONTEST_SEED);
  panel->speech_minutes = read_minutes (row, CONTEST_SPEECH, SPEECH_MINUTES);
  panel->question_minutes = read_minutes (row, CONTEST_QUESTIONS, QUESTION_MINUTES);
  panel->finished = g_strcmp0 (bary_statement_get_text (row, CONTEST_STATE), "finished") == 0;
  panel->order_number = keep (self, row, CONTEST_ORDER);
  panel->order_date = keep (self, row, CONTEST_ORDER_DATE);
  read_rules (&panel->rules, row);
  panel->line.n_places = (guint) MAX (bary_statement_get_integer (row, CONTEST_PLACES), 0);
  panel->has_divergence = bary_statement_get_text (row, CONTEST_DIVERGENCE) != NULL;
  panel->divergence.metric = find_choice (BARY_KIND_CONTEST, "divergence", bary_statement_get_text (row, CONTEST_DIVERGENCE));
  panel->divergence.third = find_choice (BARY_KIND_CONTEST, "third", bary_statement_get_text (row, CONTEST_THIRD));
  panel->divergence.rounding = panel->rules.total;
  if (!read_fraction (row, CONTEST_PASS_MARK, &panel->line.pass_mark, &panel->line.has_pass_mark, error) ||
      !read_fraction (row, CONTEST_LIMIT, &panel->divergence.limit, NULL, error))
    return FALSE;
  panel->divergence.pass_mark = panel->line.pass_mark;
  return TRUE;
}

/* Criteria */

#define CRITERIA \
  "SELECT id, name, weight, least, most, independent, step, comment_below, comment_above, help FROM contest_criterion " \
  "WHERE contest = ?1 ORDER BY ordinal, id"

static gboolean
read_criterion (Reader         *self,
                BaryStatement  *row,
                GError        **error)
{
  const char *id = keep_id (self, row, self->criteria, self->panel->criteria->len);
  BaryCriterion scale = { keep (self, row, 1), .independent = bary_statement_get_text (row, 5) != NULL };
  BaryPanelCriterion criterion = { id, keep (self, row, 9) };

  if (!read_fraction (row, 2, &scale.weight, NULL, error) || !read_fraction (row, 3, &scale.least, NULL, error) ||
      !read_fraction (row, 4, &scale.most, NULL, error) || !read_fraction (row, 6, &criterion.step, NULL, error) ||
      !read_fraction (row, 7, &criterion.comment_below, &criterion.has_below, error) ||
      !read_fraction (row, 8, &criterion.comment_above, &criterion.has_above, error))
    return FALSE;

  g_array_append_val (self->panel->scales, scale);
  g_array_append_val (self->panel->criteria, criterion);
  return TRUE;
}

#define LEVELS \
  "SELECT l.criterion, l.mark, l.description FROM criterion_level l JOIN contest_criterion c ON c.id = l.criterion " \
  "WHERE c.contest = ?1 ORDER BY c.ordinal, c.id, CAST (l.mark AS REAL), l.id"

static gboolean
read_level (Reader         *self,
            BaryStatement  *row,
            GError        **error)
{
  BaryPanelLevel level = { (guint) find (self->criteria, bary_statement_get_text (row, 0)), .words = keep (self, row, 2) };

  if (!read_fraction (row, 1, &level.mark, NULL, error))
    return FALSE;
  g_array_append_val (self->panel->levels, level);
  return TRUE;
}

#define STEPS "SELECT kind, criterion, \"limit\" FROM tie_step WHERE contest = ?1 ORDER BY ordinal, id"

static gboolean
read_step (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  int criterion = find (self->criteria, bary_statement_get_text (row, 1));
  BaryTieRule step = { find_choice (BARY_KIND_TIE_STEP, "kind", bary_statement_get_text (row, 0)), (guint) MAX (criterion, 0) };

  if (!read_fraction (row, 2, &step.limit, NULL, error))
    return FALSE;
  if (step.kind != BARY_TIE_CRITERION || criterion >= 0)
    g_array_append_val (self->panel->steps, step);
  return TRUE;
}

/* Who applies and who scores */

#define APPLICATIONS \
  "SELECT a.id, a.name, a.organisation, o.name, a.number, a.submitted_on || coalesce (' ' || a.submitted_time, ''), a.state " \
  "FROM application a JOIN organisation o ON o.id = a.organisation WHERE a.contest = ?1 ORDER BY a.number IS NULL, a.number, a.id"

static gboolean
read_application (Reader         *self,
                  BaryStatement  *row,
                  GError        **error)
{
  BaryPanelApplication application = {
    keep_id (self, row, self->applications, self->panel->applications->len), keep (self, row, 1), keep (self, row, 2),
    keep (self, row, 3), (guint) MAX (bary_statement_get_integer (row, 4), 0), keep (self, row, 5),
    g_strcmp0 (bary_statement_get_text (row, 6), "admitted") == 0,
  };

  g_array_append_val (self->panel->applications, application);
  return TRUE;
}

#define EXPERTS \
  "SELECT e.id, p.name, o.id, o.name, e.quota, e.competence, e.left_on, e.commission FROM contest_expert e JOIN person p ON p.id = e.person " \
  "LEFT JOIN organisation o ON o.id = coalesce (e.organisation, p.organisation) WHERE e.contest = ?1 ORDER BY p.name, e.id"

static gboolean
read_expert (Reader         *self,
             BaryStatement  *row,
             GError        **error)
{
  BaryPanelExpert expert = {
    keep_id (self, row, self->experts, self->panel->experts->len), keep (self, row, 1), keep (self, row, 2), keep (self, row, 3),
    (guint) MAX (bary_statement_get_integer (row, 4), 0), keep (self, row, 5), keep (self, row, 6),
    bary_statement_get_text (row, 7) != NULL,
  };

  g_array_append_val (self->panel->experts, expert);
  return TRUE;
}

/* Who may not score what */

#define INTERESTS \
  "WITH " BARY_INTEREST_TABLE "SELECT i.application, i.expert, i.kind, i.potential, i.detail, i.day, " \
  "(SELECT max (a.stamp) FROM change x JOIN action a ON a.id = x.action WHERE x.record = i.record) FROM interest i " \
  "JOIN contest_expert e ON e.id = i.expert WHERE e.contest = ?1 ORDER BY i.application, i.expert, i.potential, i.kind, i.detail"

static const char *
keep_source (Reader           *self,
             BaryInterestKind  kind,
             const char       *detail)
{
  static const char *const patterns[] = {
    [BARY_INTEREST_OWN_ORGANISATION] = N_("the expert works at %s"),
    [BARY_INTEREST_SECOND_JOB] = N_("the expert also works at %s"),
    [BARY_INTEREST_PARTNER] = N_("partners in the cluster and group %s"),
    [BARY_INTEREST_APPLICANT] = N_("the expert’s own %s applies too"),
  };
  g_autofree char *words = NULL;

  if (kind >= G_N_ELEMENTS (patterns) || patterns[kind] == NULL)
    return bary_panel_keep (self->panel, detail);
  words = g_strdup_printf (_(patterns[kind]), detail);
  return bary_panel_keep (self->panel, words);
}

static const char *
keep_day (Reader        *self,
          BaryStatement *row)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;

  if (bary_statement_get_text (row, 5) != NULL)
    return keep (self, row, 5);
  moment = g_date_time_new_from_unix_utc (bary_stamp_get_ms (bary_statement_get_integer (row, 6)) / 1000);
  iso = g_date_time_format (moment, "%F");
  return bary_statement_get_text (row, 6) != NULL ? bary_panel_keep (self->panel, iso) : NULL;
}

static gboolean
read_interest (Reader         *self,
               BaryStatement  *row,
               GError        **error)
{
  BaryInterestKind kind = find_choice (BARY_KIND_INTEREST_CONFLICT, "kind", bary_statement_get_text (row, 2));
  BaryInterest interest = {
    (guint) find (self->applications, bary_statement_get_text (row, 0)), (guint) find (self->experts, bary_statement_get_text (row, 1)),
    kind, bary_statement_get_integer (row, 3) != 0, keep_source (self, kind, bary_statement_get_text (row, 4)), keep_day (self, row),
  };

  g_array_append_val (self->panel->interests, interest);
  return TRUE;
}

/* Who is to score what, and what was scored. A part of another contest is passed over. */

#define SEATS \
  "SELECT s.id, s.application, s.expert, s.mode, s.ordinal, s.sent_on, s.note FROM expert_assignment s " \
  "JOIN contest_expert e ON e.id = s.expert WHERE e.contest = ?1 ORDER BY s.expert, s.ordinal IS NULL, s.ordinal, s.id"

static gboolean
read_seat (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  int application = find (self->applications, bary_statement_get_text (row, 1));
  int expert = find (self->experts, bary_statement_get_text (row, 2));
  BarySeat seat = {
    keep (self, row, 0), (guint) application, (guint) expert,
    find_choice (BARY_KIND_EXPERT_ASSIGNMENT, "mode", bary_statement_get_text (row, 3)),
    (guint) MAX (bary_statement_get_integer (row, 4), 0), keep (self, row, 5), keep (self, row, 6),
  };

  if (application >= 0 && expert >= 0)
    g_array_append_val (self->panel->seats, seat);
  return TRUE;
}

#define SHEETS \
  "SELECT s.id, s.application, s.expert, s.revision, s.state, s.reason, s.submitted_on || coalesce (' ' || s.submitted_time, ''), " \
  "s.comment, CASE WHEN s.source = 'paper' THEN s.typed_by END FROM score_sheet s JOIN contest_expert e ON e.id = s.expert WHERE e.contest = ?1 " \
  "ORDER BY s.application, s.expert, s.revision, s.id"

static gboolean
read_sheet (Reader         *self,
            BaryStatement  *row,
            GError        **error)
{
  int application = find (self->applications, bary_statement_get_text (row, 1));
  int expert = find (self->experts, bary_statement_get_text (row, 2));

  if (application < 0 || expert < 0)
    return TRUE;
  *bary_panel_add_sheet (self->panel) = (BaryPanelSheet) {
    keep_id (self, row, self->sheets, self->panel->sheets->len - 1), (guint) application, (guint) expert,
    (guint) MAX (bary_statement_get_integer (row, 3), 0),
    find_choice (BARY_KIND_SCORE_SHEET, "state", bary_statement_get_text (row, 4)), keep (self, row, 5), keep (self, row, 6),
    keep (self, row, 7), keep (self, row, 8),
  };
  return TRUE;
}

#define MARKS \
  "SELECT m.id, m.sheet, m.criterion, m.value, m.comment FROM expert_mark m JOIN score_sheet s ON s.id = m.sheet " \
  "JOIN contest_expert e ON e.id = s.expert WHERE e.contest = ?1 ORDER BY m.id"

static gboolean
read_mark (Reader         *self,
           BaryStatement  *row,
           GError        **error)
{
  int sheet = find (self->sheets, bary_statement_get_text (row, 1));
  int criterion = find (self->criteria, bary_statement_get_text (row, 2));
  BaryScoreMark *mark;

  if (sheet < 0 || criterion < 0)
    return TRUE;
  mark = &bary_panel_get_marks (self->panel, (guint) sheet)[criterion];
  bary_panel_get_remarks (self->panel, (guint) sheet)[criterion] = (BaryPanelRemark) { keep (self, row, 0), keep (self, row, 4) };
  return read_fraction (row, 3, &mark->value, &mark->given, error);
}

#define SPEECHES \
  "SELECT s.id, s.application, s.ordinal, s.speaker, s.votes_for, s.votes_against, s.abstained FROM speech s " \
  "JOIN application a ON a.id = s.application WHERE a.contest = ?1 ORDER BY s.ordinal, s.id"

static gboolean
read_speech (Reader         *self,
             BaryStatement  *row,
             GError        **error)
{
  BaryPanelSpeech speech = {
    keep (self, row, 0), (guint) find (self->applications, bary_statement_get_text (row, 1)),
    (guint) MAX (bary_statement_get_integer (row, 2), 0), keep (self, row, 3), bary_statement_get_text (row, 4) != NULL,
    (guint) MAX (bary_statement_get_integer (row, 4), 0), (guint) MAX (bary_statement_get_integer (row, 5), 0),
    (guint) MAX (bary_statement_get_integer (row, 6), 0),
  };

  g_array_append_val (self->panel->speeches, speech);
  return TRUE;
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

  bary_statement_bind_text (statement, 0, self->contest);
  return bary_statement_read (statement, (BaryRowFunc) read, self, error);
}

static gboolean
read_all (Reader  *self,
          GError **error)
{
  static const struct { const char *sql; RowReader read; } steps[] = {
    { CONTEST, read_contest }, { CRITERIA, read_criterion }, { LEVELS, read_level }, { STEPS, read_step },
    { APPLICATIONS, read_application }, { EXPERTS, read_expert }, { INTERESTS, read_interest }, { SEATS, read_seat },
    { SHEETS, read_sheet }, { MARKS, read_mark }, { SPEECHES, read_speech },
  };
  gboolean read = TRUE;

  if (!bary_database_execute (self->database, "SAVEPOINT panel", error))
    return FALSE;
  for (guint i = 0; read && i < G_N_ELEMENTS (steps); i++)
    read = read_rows (self, steps[i].sql, steps[i].read, error);
  return bary_database_execute (self->database, "RELEASE panel", read ? error : NULL) && read;
}

BaryPanel *
bary_store_read_panel (BaryStore   *store,
                       const char  *contest,
                       GError     **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_CONTEST, contest, error);
  g_autoptr (BaryPanel) panel = bary_panel_new ();
  g_autoptr (GHashTable) criteria = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) applications = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) experts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sheets = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { bary_store_get_database (store), panel, contest, criteria, applications, experts, sheets };

  if (record == NULL || !read_all (&reader, error))
    return NULL;
  bary_panel_settle (panel);
  return g_steal_pointer (&panel);
}

#include "bary-store-panel-private.h"

#include "bary-clock.h"
#include "bary-config.h"
#include "bary-day.h"
#include "bary-interest-sql.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

int
bary_panel_reader_find (GHashTable *index,
                        const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : -1;
}

const char *
bary_panel_reader_keep (BaryPanelReader *self,
                        BaryStatement   *row,
                        int              column)
{
  return bary_panel_keep (self->panel, bary_statement_get_text (row, column));
}

const char *
bary_panel_reader_keep_id (BaryPanelReader *self,
                           BaryStatement   *row,
                           GHashTable      *index,
                           guint            length)
{
  const char *id = bary_panel_reader_keep (self, row, 0);

  g_hash_table_insert (index, (gpointer) id, GUINT_TO_POINTER (length + 1));
  return id;
}

guint
bary_panel_reader_find_choice (BaryKind    kind,
                               const char *field,
                               const char *word)
{
  return (guint) MAX (bary_kind_find_choice (kind, field, word), 0);
}

gboolean
bary_panel_reader_read_fraction (BaryStatement  *row,
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

/* Who applies and who scores */

#define APPLICATIONS \
  "SELECT a.id, a.name, a.organisation, o.name, a.number, a.submitted_on || coalesce (' ' || a.submitted_time, ''), a.state " \
  "FROM application a JOIN organisation o ON o.id = a.organisation WHERE a.contest = ?1 ORDER BY a.number IS NULL, a.number, a.id"

static gboolean
read_application (BaryPanelReader  *self,
                  BaryStatement    *row,
                  GError          **error)
{
  const char *state = bary_statement_get_text (row, 6);
  BaryPanelApplication application = {
    bary_panel_reader_keep_id (self, row, self->applications, self->panel->applications->len), bary_panel_reader_keep (self, row, 1), bary_panel_reader_keep (self, row, 2),
    bary_panel_reader_keep (self, row, 3), (guint) MAX (bary_statement_get_integer (row, 4), 0), bary_panel_reader_keep (self, row, 5),
    g_strcmp0 (state, "admitted") == 0, g_strcmp0 (state, "submitted") == 0 || g_strcmp0 (state, "to_mend") == 0,
  };

  g_array_append_val (self->panel->applications, application);
  return TRUE;
}

#define EXPERTS \
  "SELECT e.id, p.name, o.id, o.name, e.quota, e.competence, e.left_on, e.commission FROM contest_expert e JOIN person p ON p.id = e.person " \
  "LEFT JOIN organisation o ON o.id = coalesce (e.organisation, p.organisation) WHERE e.contest = ?1 ORDER BY p.name, e.id"

static gboolean
read_expert (BaryPanelReader  *self,
             BaryStatement    *row,
             GError          **error)
{
  BaryPanelExpert expert = {
    bary_panel_reader_keep_id (self, row, self->experts, self->panel->experts->len), bary_panel_reader_keep (self, row, 1), bary_panel_reader_keep (self, row, 2), bary_panel_reader_keep (self, row, 3),
    (guint) MAX (bary_statement_get_integer (row, 4), 0), bary_panel_reader_keep (self, row, 5), bary_panel_reader_keep (self, row, 6),
    bary_statement_get_text (row, 7) != NULL,
  };

  g_array_append_val (self->panel->experts, expert);
  return TRUE;
}

/* Who may not score what */

#define INTERESTS \
  "WITH " BARY_INTEREST_TABLE ("e.contest = ?1") "SELECT i.application, i.expert, i.kind, i.potential, i.detail, i.day, " \
  "(SELECT max (a.stamp) FROM change x JOIN action a ON a.id = x.action WHERE x.record = i.record) FROM interest i " \
  "ORDER BY i.application, i.expert, i.potential, i.kind, i.detail"

static const char *
keep_source (BaryPanelReader  *self,
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
keep_day (BaryPanelReader *self,
          BaryStatement   *row)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;

  if (bary_statement_get_text (row, 5) != NULL)
    return bary_panel_reader_keep (self, row, 5);
  moment = g_date_time_new_from_unix_utc (bary_stamp_get_ms (bary_statement_get_integer (row, 6)) / 1000);
  iso = g_date_time_format (moment, "%F");
  return bary_statement_get_text (row, 6) != NULL ? bary_panel_keep (self->panel, iso) : NULL;
}

static gboolean
read_interest (BaryPanelReader  *self,
               BaryStatement    *row,
               GError          **error)
{
  BaryInterestKind kind = bary_panel_reader_find_choice (BARY_KIND_INTEREST_CONFLICT, "kind", bary_statement_get_text (row, 2));
  BaryInterest interest = {
    (guint) bary_panel_reader_find (self->applications, bary_statement_get_text (row, 0)), (guint) bary_panel_reader_find (self->experts, bary_statement_get_text (row, 1)),
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
read_seat (BaryPanelReader  *self,
           BaryStatement    *row,
           GError          **error)
{
  int application = bary_panel_reader_find (self->applications, bary_statement_get_text (row, 1));
  int expert = bary_panel_reader_find (self->experts, bary_statement_get_text (row, 2));
  BarySeat seat = {
    bary_panel_reader_keep (self, row, 0), (guint) application, (guint) expert,
    bary_panel_reader_find_choice (BARY_KIND_EXPERT_ASSIGNMENT, "mode", bary_statement_get_text (row, 3)),
    (guint) MAX (bary_statement_get_integer (row, 4), 0), bary_panel_reader_keep (self, row, 5), bary_panel_reader_keep (self, row, 6),
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
read_sheet (BaryPanelReader  *self,
            BaryStatement    *row,
            GError          **error)
{
  int application = bary_panel_reader_find (self->applications, bary_statement_get_text (row, 1));
  int expert = bary_panel_reader_find (self->experts, bary_statement_get_text (row, 2));

  if (application < 0 || expert < 0)
    return TRUE;
  *bary_panel_add_sheet (self->panel) = (BaryPanelSheet) {
    bary_panel_reader_keep_id (self, row, self->sheets, self->panel->sheets->len - 1), (guint) application, (guint) expert,
    (guint) MAX (bary_statement_get_integer (row, 3), 0),
    bary_panel_reader_find_choice (BARY_KIND_SCORE_SHEET, "state", bary_statement_get_text (row, 4)), bary_panel_reader_keep (self, row, 5), bary_panel_reader_keep (self, row, 6),
    bary_panel_reader_keep (self, row, 7), bary_panel_reader_keep (self, row, 8),
  };
  return TRUE;
}

#define MARKS \
  "SELECT m.id, m.sheet, m.criterion, m.value, m.comment FROM expert_mark m JOIN score_sheet s ON s.id = m.sheet " \
  "JOIN contest_expert e ON e.id = s.expert WHERE e.contest = ?1 ORDER BY m.id"

static gboolean
read_mark (BaryPanelReader  *self,
           BaryStatement    *row,
           GError          **error)
{
  int sheet = bary_panel_reader_find (self->sheets, bary_statement_get_text (row, 1));
  int criterion = bary_panel_reader_find (self->criteria, bary_statement_get_text (row, 2));
  BaryScoreMark *mark;

  if (sheet < 0 || criterion < 0)
    return TRUE;
  mark = &bary_panel_get_marks (self->panel, (guint) sheet)[criterion];
  bary_panel_get_remarks (self->panel, (guint) sheet)[criterion] = (BaryPanelRemark) { bary_panel_reader_keep (self, row, 0), bary_panel_reader_keep (self, row, 4) };
  return bary_panel_reader_read_fraction (row, 3, &mark->value, &mark->given, error);
}

#define SPEECHES \
  "SELECT s.id, s.application, s.ordinal, s.speaker, s.votes_for, s.votes_against, s.abstained FROM speech s " \
  "JOIN application a ON a.id = s.application WHERE a.contest = ?1 ORDER BY s.ordinal, s.id"

static gboolean
read_speech (BaryPanelReader  *self,
             BaryStatement    *row,
             GError          **error)
{
  BaryPanelSpeech speech = {
    bary_panel_reader_keep (self, row, 0), (guint) bary_panel_reader_find (self->applications, bary_statement_get_text (row, 1)),
    (guint) MAX (bary_statement_get_integer (row, 2), 0), bary_panel_reader_keep (self, row, 3), bary_statement_get_text (row, 4) != NULL,
    (guint) MAX (bary_statement_get_integer (row, 4), 0), (guint) MAX (bary_statement_get_integer (row, 5), 0),
    (guint) MAX (bary_statement_get_integer (row, 6), 0),
  };

  g_array_append_val (self->panel->speeches, speech);
  return TRUE;
}

gboolean
bary_panel_reader_read_rows (BaryPanelReader   *self,
                             const char        *sql,
                             BaryPanelRowFunc   read,
                             GError           **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_text (statement, 0, self->contest);
  return bary_statement_read (statement, (BaryRowFunc) read, self, error);
}

static gboolean
read_all (BaryPanelReader  *self,
          GError          **error)
{
  static const struct { const char *sql; BaryPanelRowFunc read; } steps[] = {
    { APPLICATIONS, read_application }, { EXPERTS, read_expert }, { INTERESTS, read_interest }, { SEATS, read_seat },
    { SHEETS, read_sheet }, { MARKS, read_mark }, { SPEECHES, read_speech },
  };
  gboolean read;

  if (!bary_database_execute (self->database, "SAVEPOINT panel", error))
    return FALSE;
  read = bary_panel_reader_read_contest (self, error);
  for (guint i = 0; read && i < G_N_ELEMENTS (steps); i++)
    read = bary_panel_reader_read_rows (self, steps[i].sql, steps[i].read, error);
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
  BaryPanelReader reader = { bary_store_get_database (store), panel, contest, criteria, applications, experts, sheets };

  if (record == NULL || !read_all (&reader, error))
    return NULL;
  bary_panel_settle (panel);
  return g_steal_pointer (&panel);
}

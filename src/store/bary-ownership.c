#include "bary-ownership.h"

#include "bary-freeze.h"
#include "bary-mapper.h"
#include "bary-store-private.h"

#define MOST_STEPS 8
#define IN_FORCE "'approved', 'in_force', 'superseded'"

/* Which field leads from a record towards its owner, the first that is filled in; kinds that are not here belong to everybody. */
static const struct {
  BaryKind    kind;
  const char *field;
} paths[] = {
  { BARY_KIND_ORGANISATION, "centre" },
  { BARY_KIND_PERSON, "organisation" },
  { BARY_KIND_DIRECTION, "centre" },
  { BARY_KIND_CLUSTER, "centre" },
  { BARY_KIND_MEMBERSHIP, "cluster" },
  { BARY_KIND_STATUS, "organisation" },
  { BARY_KIND_LINK, "cluster" },
  { BARY_KIND_ROADMAP, "cluster" },
  { BARY_KIND_SECTION, "roadmap" },
  { BARY_KIND_REVISION, "roadmap" },
  { BARY_KIND_REVISION_LINE, "revision" },
  { BARY_KIND_APPROVAL, "revision" },
  { BARY_KIND_EVENT, "roadmap" },
  { BARY_KIND_EVENT_MOVE, "event" },
  { BARY_KIND_HALF_YEAR_REPORT, "roadmap" },
  { BARY_KIND_CONTEST, "centre" },
  { BARY_KIND_APPLICATION, "organisation" },
  { BARY_KIND_APPENDIX, "revision" },
  { BARY_KIND_APPENDIX, "approval" },
  { BARY_KIND_APPENDIX, "contest" },
  { BARY_KIND_APPENDIX_CHUNK, "appendix" },
};

/* What was approved or decided: the record itself, or one that it is a line of. */
static const struct {
  BaryKind    kind;
  const char *sql; /* gives a row if the record with the id ?1 stands fast */
} frozen[] = {
  { BARY_KIND_REVISION, "SELECT 1 FROM revision WHERE id = ?1 AND state IN (" IN_FORCE ")" },
  { BARY_KIND_REVISION_LINE, "SELECT 1 FROM revision_line l JOIN revision r ON r.id = l.revision "
                             "WHERE l.id = ?1 AND r.state IN (" IN_FORCE ")" },
  { BARY_KIND_APPROVAL, "SELECT 1 FROM approval WHERE id = ?1 AND decision IS NOT NULL" },
  { BARY_KIND_SCORE_SHEET, "SELECT 1 FROM score_sheet WHERE id = ?1 AND state = 'submitted'" },
  { BARY_KIND_EXPERT_MARK, "SELECT 1 FROM expert_mark m JOIN score_sheet s ON s.id = m.sheet "
                           "WHERE m.id = ?1 AND s.state = 'submitted'" },
  { BARY_KIND_CONTEST_SECTION, "SELECT 1 FROM contest_section s JOIN contest c ON c.id = s.contest "
                               "WHERE s.id = ?1 AND c.frozen_on IS NOT NULL" },
  { BARY_KIND_CONTEST_FIELD, "SELECT 1 FROM contest_field f JOIN contest_section s ON s.id = f.section "
                             "JOIN contest c ON c.id = s.contest WHERE f.id = ?1 AND c.frozen_on IS NOT NULL" },
  { BARY_KIND_CONTEST_CRITERION, "SELECT 1 FROM contest_criterion k JOIN contest c ON c.id = k.contest "
                                 "WHERE k.id = ?1 AND c.frozen_on IS NOT NULL" },
  { BARY_KIND_CRITERION_LEVEL, "SELECT 1 FROM criterion_level l JOIN contest_criterion k ON k.id = l.criterion "
                               "JOIN contest c ON c.id = k.contest WHERE l.id = ?1 AND c.frozen_on IS NOT NULL" },
  { BARY_KIND_TIE_STEP, "SELECT 1 FROM tie_step t JOIN contest c ON c.id = t.contest WHERE t.id = ?1 AND c.frozen_on IS NOT NULL" },
  { BARY_KIND_CONTEST_DECISION, "SELECT 1 FROM contest_decision WHERE id = ?1" },
  { BARY_KIND_APPENDIX, "SELECT 1 FROM appendix WHERE id = ?1 AND application IS NULL" },
  { BARY_KIND_APPENDIX_CHUNK, "SELECT 1 FROM appendix_chunk c JOIN appendix a ON a.id = c.appendix "
                              "WHERE c.id = ?1 AND a.application IS NULL" },
};

void
bary_ownership_clear (BaryOwnership *self)
{
  g_clear_pointer (&self->owner, g_free);
}

/* Returns: (nullable): the field that leads on; NULL where none does */
static const BaryField *
find_way (BaryRecord *record)
{
  BaryKind kind = bary_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (paths[i].kind == kind && bary_record_get_text (record, paths[i].field) != NULL)
      return bary_kind_find_field (kind, paths[i].field, NULL);

  return NULL;
}

/* Returns: 1 for a row, 0 for none, -1 on an error. */
static int
ask (BaryDatabase  *database,
     const char    *sql,
     const char    *id,
     GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return -1;

  bary_statement_bind_text (statement, 0, id);
  return (int) bary_statement_step (statement, error);
}

static gboolean
find_frozen (BaryDatabase   *database,
             BaryRecord     *record,
             BaryOwnership  *ownership,
             GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    if (frozen[i].kind == bary_record_get_kind (record))
      {
        int answer = ask (database, frozen[i].sql, bary_record_get_id (record), error);

        ownership->frozen = answer > 0;
        return answer >= 0;
      }
  return TRUE;
}

/* Returns: 1 if the centre or organisation has a replica, here or elsewhere; 0 if not; -1 on an error. */
static int
has_replica (BaryLedger  *ledger,
             const char  *party,
             GError     **error)
{
  return ask (bary_ledger_get_database (ledger), "SELECT 1 FROM replica WHERE centre = ?1 UNION ALL "
              "SELECT 1 FROM meta WHERE key = '" BARY_META_OWN_CENTRE "' AND value = ?1 LIMIT 1", party, error);
}

gboolean
bary_ownership_find (BaryLedger     *ledger,
                     BaryRecord     *record,
                     BaryOwnership  *ownership,
                     GError        **error)
{
  BaryDatabase *database = bary_ledger_get_database (ledger);
  g_autoptr (BaryRecord) step = g_object_ref (record);

  if (!find_frozen (database, record, ownership, error))
    return FALSE;
  ownership->rules_frozen = bary_record_get_kind (record) == BARY_KIND_CONTEST && bary_record_get_text (record, "frozen_on") != NULL;

  for (guint i = 0; i < MOST_STEPS && step != NULL; i++)
    {
      const char *id = bary_record_get_id (step);
      BaryKind kind = bary_record_get_kind (step);
      const BaryField *field = find_way (step);
      BaryRecord *next = NULL;

      if (kind == BARY_KIND_CENTRE || kind == BARY_KIND_ORGANISATION)
        {
          int known = has_replica (ledger, id, error);

          if (known != 0)
            {
              ownership->owner = known > 0 ? g_strdup (id) : NULL;
              return known > 0;
            }
        }
      if (field == NULL)
        return TRUE;
      if (!bary_mapper_load (database, field->target, bary_record_get (step, field), &next, error))
        return FALSE;
      g_set_object (&step, next);
      g_clear_object (&next);
    }
  return TRUE;
}

gboolean
bary_ownership_allows (BaryLedger          *ledger,
                       const BaryOwnership *ownership,
                       const BaryField     *field,
                       const char          *replica)
{
  BaryDatabase *database = bary_ledger_get_database (ledger);
  g_autofree char *centre = NULL;

  if (g_str_equal (replica, bary_ledger_get_own (ledger)))
    {
      centre = bary_database_dup_meta (database, BARY_META_OWN_CENTRE);
      return ownership->owner == NULL || g_strcmp0 (centre, ownership->owner) == 0;
    }
  if (ownership->frozen || (ownership->rules_frozen && field != NULL && bary_freeze_holds_field (field->name)))
    return FALSE;
  if (ownership->owner != NULL)
    {
      g_autoptr (BaryStatement) statement =
        bary_database_prepare (database, "SELECT 1 FROM replica WHERE id = ? AND centre = ?", NULL);

      if (statement == NULL)
        return FALSE;
      bary_statement_bind_text (statement, 0, replica);
      bary_statement_bind_text (statement, 1, ownership->owner);
      return bary_statement_step (statement, NULL) == BARY_STEP_ROW;
    }
  return TRUE;
}

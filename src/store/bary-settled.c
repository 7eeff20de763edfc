#include "bary-settled.h"

#include "bary-config.h"
#include "bary-standing.h"

#include <glib/gi18n-lib.h>

/* Queries give the name of what stands: ?1 is what a record refers to, ?2 the action, ?3 the criterion of a mark. */

#define HANDED_IN \
  "SELECT p.name FROM score_sheet s JOIN contest_expert e ON e.id = s.expert JOIN person p ON p.id = e.person " \
  "WHERE s.id = ?1 AND s.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM change x WHERE x.action = ?2 AND x.record = s.id " \
  "AND x.became ->> '$.state' = 'submitted')"
/* A criterion that was left blank has no mark to change. */
#define HANDED_IN_WITH_MARK HANDED_IN " AND EXISTS (SELECT 1 FROM expert_mark m WHERE m.sheet = s.id AND m.criterion = ?3)"

#define DECIDED \
  "SELECT c.name FROM contest c WHERE c.order_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM change x WHERE x.action = ?2 " \
  "AND x.record = c.id AND x.became ->> '$.order_number' IS NOT NULL) AND c.id = "

#define MOST_FIELDS 8

/* Who is meant may turn out to be written down twice: references to the directory follow when duplicates are merged. */
static const struct {
  BaryKind    kind;
  const char *fields[MOST_FIELDS];
  const char *reference;
  const char *sql;
} grounds[] = {
  { BARY_KIND_APPLICATION, { "contest", "number", "state", "submitted_on", "submitted_time" }, "contest", DECIDED "?1" },
  { BARY_KIND_CONTEST_EXPERT, { "contest", "commission" }, "contest", DECIDED "?1" },
  { BARY_KIND_INTEREST_CONFLICT, { "expert", "application", "state" }, "expert", DECIDED "(SELECT contest FROM contest_expert WHERE id = ?1)" },
  { BARY_KIND_SCORE_SHEET, { "expert", "application", "revision", "state", "submitted_on", "submitted_time", "comment" }, "expert",
    DECIDED "(SELECT contest FROM contest_expert WHERE id = ?1)" },
  { BARY_KIND_EXPERT_MARK, { "sheet", "criterion", "value", "comment" }, "sheet",
    DECIDED "(SELECT contest FROM contest_expert WHERE id = (SELECT expert FROM score_sheet WHERE id = ?1))" },
  { BARY_KIND_SPEECH, { "application", "ordinal", "votes_for", "votes_against", "abstained" }, "application",
    DECIDED "(SELECT contest FROM application WHERE id = ?1)" },
};

static gboolean
refuse_sheet (const char  *expert,
              GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: %s: an expert */
               _("The sheet of %s was handed in and is never overwritten: make a new revision with a reason, or void it"), expert);
  return FALSE;
}

static gboolean
refuse_decided (const char  *contest,
                GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: %s: a contest */
               _("“%s” is decided by an order, and what the decision rests on does not change: undo the decision first"), contest);
  return FALSE;
}

static gboolean
differs (BaryRecord        *before,
         BaryRecord        *after,
         const char *const  fields[MOST_FIELDS])
{
  if (before == NULL || after == NULL)
    return TRUE;
  for (guint i = 0; i < MOST_FIELDS && fields[i] != NULL; i++)
    if (g_strcmp0 (bary_record_get_text (before, fields[i]), bary_record_get_text (after, fields[i])) != 0)
      return TRUE;
  return FALSE;
}

/* Handed in: voided, a sheet stays as it was. */

static gboolean
is_sheet_kept (BaryDatabase      *database,
               gint64             action,
               BaryRecord        *before,
               BaryRecord        *after,
               const char *const  fields[MOST_FIELDS],
               GError           **error)
{
  g_autoptr (BaryRecord) voided = before != NULL ? bary_record_copy (before) : NULL;

  if (before == NULL || !differs (before, after, fields))
    return TRUE;
  bary_record_set_all (voided, "state", "void", NULL);
  return !differs (voided, after, fields) ||
         bary_standing_allows (database, HANDED_IN, action, bary_record_get_id (before), NULL, refuse_sheet, error);
}

static gboolean
is_mark_kept (BaryDatabase  *database,
              gint64         action,
              BaryRecord    *before,
              BaryRecord    *after,
              GError       **error)
{
  if (before != NULL && !bary_standing_allows (database, HANDED_IN, action, bary_record_get_text (before, "sheet"), NULL, refuse_sheet, error))
    return FALSE;
  return after == NULL || bary_standing_allows (database, HANDED_IN_WITH_MARK, action, bary_record_get_text (after, "sheet"),
                                                bary_record_get_text (after, "criterion"), refuse_sheet, error);
}

/* Decided */

static gboolean
is_order_kept (BaryRecord  *before,
               BaryRecord  *after,
               GError     **error)
{
  if (before == NULL || bary_record_get_text (before, "order_number") == NULL ||
      (after != NULL && bary_record_get_text (after, "order_number") != NULL))
    return TRUE;
  return refuse_decided (bary_record_get_name (before), error);
}

gboolean
bary_settled_allows (BaryDatabase  *database,
                  gint64         action,
                  BaryRecord    *before,
                  BaryRecord    *after,
                  GError       **error)
{
  BaryRecord *record = after != NULL ? after : before;
  BaryKind kind = bary_record_get_kind (record);
  guint i = 0;

  if (kind == BARY_KIND_CONTEST)
    return is_order_kept (before, after, error);
  while (i < G_N_ELEMENTS (grounds) && grounds[i].kind != kind)
    i++;
  if (i == G_N_ELEMENTS (grounds) || !differs (before, after, grounds[i].fields))
    return TRUE;
  if ((kind == BARY_KIND_SCORE_SHEET && !is_sheet_kept (database, action, before, after, grounds[i].fields, error)) ||
      (kind == BARY_KIND_EXPERT_MARK && !is_mark_kept (database, action, before, after, error)))
    return FALSE;
  return bary_standing_allows (database, grounds[i].sql, action, bary_record_get_text (record, grounds[i].reference), NULL, refuse_decided,
                               error);
}

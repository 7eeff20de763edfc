#include "bary-freeze.h"

#include "bary-config.h"
#include "bary-standing.h"

#include <glib/gi18n-lib.h>

#define FROZEN "SELECT name FROM contest c WHERE frozen_on IS NOT NULL AND id = "
/* It was so before this action. */
#define STANDING \
  " AND NOT EXISTS (SELECT 1 FROM change x WHERE x.action = ?2 AND x.record = c.id AND x.was ->> '$.frozen_on' IS NULL " \
  "AND x.became ->> '$.frozen_on' IS NOT NULL)"

/* Which frozen contest a part is of: ?1 is what the part refers to. */
static const struct {
  BaryKind    kind;
  const char *reference;
  const char *sql;
} parts[] = {
  { BARY_KIND_CONTEST_SECTION, "contest", FROZEN "?1" STANDING },
  { BARY_KIND_CONTEST_FIELD, "section", FROZEN "(SELECT contest FROM contest_section WHERE id = ?1)" STANDING },
  { BARY_KIND_CONTEST_CRITERION, "contest", FROZEN "?1" STANDING },
  { BARY_KIND_CRITERION_LEVEL, "criterion", FROZEN "(SELECT contest FROM contest_criterion WHERE id = ?1)" STANDING },
  { BARY_KIND_TIE_STEP, "contest", FROZEN "?1" STANDING },
};

/* What a total and its place come from. */
static const char *const rules[] = {
  "places", "pass_mark", "formula", "trimmed", "rounding", "product_digits", "sheet_digits", "total_digits", "divergence",
  "divergence_limit", "third", "commission", "frozen_on",
};

static gboolean
refuse (const char  *contest,
        GError     **error)
{
  g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
               /* Translators: %s: a contest */
               _("“%s” is frozen, because sheets went out to experts: its form, criteria and rules change only in a copy for the next year"),
               contest);
  return FALSE;
}

static gboolean
are_rules_kept (BaryRecord  *before,
                BaryRecord  *after,
                GError     **error)
{
  if (before == NULL || after == NULL || bary_record_get_text (before, "frozen_on") == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (bary_record_get_text (before, rules[i]), bary_record_get_text (after, rules[i])) != 0)
      return refuse (bary_record_get_name (before), error);
  return TRUE;
}

gboolean
bary_freeze_holds_kind (BaryKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return TRUE;
  return FALSE;
}

gboolean
bary_freeze_holds_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i], field))
      return TRUE;
  return FALSE;
}

gboolean
bary_freeze_allows (BaryDatabase  *database,
                    gint64         action,
                    BaryRecord    *before,
                    BaryRecord    *after,
                    GError       **error)
{
  BaryRecord *record = after != NULL ? after : before;
  BaryKind kind = bary_record_get_kind (record);

  if (kind == BARY_KIND_CONTEST)
    return are_rules_kept (before, after, error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      return bary_standing_allows (database, parts[i].sql, action, bary_record_get_text (record, parts[i].reference), NULL, refuse, error) &&
             (before == NULL || after == NULL ||
              bary_standing_allows (database, parts[i].sql, action, bary_record_get_text (before, parts[i].reference), NULL, refuse, error));
  return TRUE;
}

#include "bary-store-contest-copy.h"

#include "bary-kinds.h"

#include <stdlib.h>
#include <string.h>

/* What a contest is made of, in an order in which each is after what it refers to. */
static const BaryKind parts[] = {
  BARY_KIND_CONTEST_STAGE, BARY_KIND_CONTEST_SECTION, BARY_KIND_CONTEST_FIELD, BARY_KIND_CHECKLIST_ITEM,
  BARY_KIND_CONTEST_CRITERION, BARY_KIND_CRITERION_LEVEL, BARY_KIND_TIE_STEP,
};

static const BaryField *
find_part_field (const BaryKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & BARY_FIELD_PART)
      return &info->fields[i];

  g_assert_not_reached ();
}

/* Returns: (transfer full): as a day, so many years later; 29 February becomes the 28th. */
static char *
move_day (const char *iso,
          int         years)
{
  int year = atoi (iso) + years;

  if (strcmp (iso + 4, "-02-29") == 0 && !g_date_is_leap_year ((GDateYear) year))
    return g_strdup_printf ("%04d-02-28", year);
  return g_strdup_printf ("%04d%s", year, iso + 4);
}

/* @ids: of what was copied -> of its copy */
static BaryRecord *
copy_record (BaryRecord *record,
             GHashTable *ids,
             int         years)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  BaryRecord *copy = bary_record_new (info->kind, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (record, field);
      const char *known = value != NULL ? g_hash_table_lookup (ids, value) : NULL;
      g_autofree char *moved = NULL;

      if (value != NULL && field->type == BARY_FIELD_DATE)
        moved = move_day (value, years);
      if (field->type != BARY_FIELD_PERIOD)
        bary_record_set (copy, field, moved != NULL ? moved : known != NULL ? known : value);
    }
  g_hash_table_insert (ids, g_strdup (bary_record_get_id (record)), g_strdup (bary_record_get_id (copy)));
  return copy;
}

static gboolean
copy_parts (BaryStore    *self,
            BaryKind      kind,
            GHashTable   *ids,
            int           years,
            BaryChanges  *changes,
            GError      **error)
{
  const BaryField *whole = find_part_field (bary_kind_get_info (kind));
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  g_autoptr (GPtrArray) records = bary_store_select (self, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_hash_table_contains (ids, bary_record_get (records->pdata[i], whole)))
      {
        g_autoptr (BaryRecord) copy = copy_record (records->pdata[i], ids, years);

        bary_changes_add (changes, copy);
      }
  return records != NULL;
}

/* What belongs to one running of it begins anew. */
static void
begin_anew (BaryRecord *copy,
            BaryRecord *contest,
            int         school_year)
{
  const char *status = BARY_CONTEST (contest)->status_kind;
  const BaryField *field = bary_kind_find_field (BARY_KIND_CONTEST, "status_kind", NULL);
  g_autofree char *year = g_strdup_printf ("%d", school_year);
  g_autofree char *title = status != NULL ? bary_field_to_words (field, status) : g_strdup (bary_record_get_name (contest));
  g_autofree char *name = g_strdup_printf ("%s, %d/%02d", title, school_year, (school_year + 1) % 100);

  bary_record_set_all (copy, "name", name, "template", NULL, NULL);
  bary_record_set_all (copy, "copied_from", bary_record_get_id (contest), "school_year", year, "state", "preparation", NULL);
  bary_record_set_all (copy, "frozen_on", NULL, NULL);
  bary_record_set_all (copy, "order_number", NULL, NULL);
  bary_record_set_all (copy, "order_date", NULL, NULL);
}

BaryRecord *
bary_store_copy_contest (BaryStore    *self,
                         BaryRecord   *contest,
                         int           school_year,
                         BaryChanges  *changes,
                         GError      **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  int years = school_year - atoi (BARY_CONTEST (contest)->school_year);
  g_autoptr (BaryRecord) copy = copy_record (contest, ids, years);

  begin_anew (copy, contest, school_year);
  bary_changes_add (changes, copy);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!copy_parts (self, parts[i], ids, years, changes, error))
      return NULL;
  return g_steal_pointer (&copy);
}

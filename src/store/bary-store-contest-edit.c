#include "bary-store-contest-edit.h"

#include "bary-kinds.h"
#include "bary-store-contest.h"
#include "bary-store-panel.h"

static GArray *
read_stages (GPtrArray *records)
{
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (BaryContestStageDays));

  for (guint i = 0; i < records->len; i++)
    {
      const BaryContestStage *record = records->pdata[i];
      BaryContestStageDays stage = { record->name, g_strcmp0 (record->kind, "submission") == 0, record->from, record->to };

      g_array_append_val (stages, stage);
    }
  return stages;
}

GPtrArray *
bary_store_check_contest (BaryStore   *self,
                          BaryRecord  *contest,
                          GError     **error)
{
  const char *id = bary_record_get_id (contest);
  g_autoptr (BaryContestForm) form = bary_store_read_contest_form (self, contest, error);
  g_autoptr (BaryPanel) panel = form != NULL ? bary_store_read_panel (self, id, error) : NULL;
  g_autoptr (GPtrArray) records = panel != NULL ? bary_store_select_parts (self, BARY_KIND_CONTEST_STAGE, "contest", id, error) : NULL;
  g_autoptr (GArray) stages = records != NULL ? read_stages (records) : NULL;

  return stages != NULL ? bary_contest_check (form, panel, stages) : NULL;
}

BaryRecord *
bary_store_begin_part (BaryStore   *self,
                       BaryKind     kind,
                       const char  *reference,
                       const char  *whole,
                       GError     **error)
{
  g_autoptr (GPtrArray) present = bary_store_select_parts (self, kind, reference, whole, error);
  BaryRecord *last = present != NULL && present->len > 0 ? present->pdata[present->len - 1] : NULL;
  g_autofree char *ordinal = NULL;
  BaryRecord *part;

  if (present == NULL)
    return NULL;
  part = bary_record_new (kind, NULL);
  bary_record_set_all (part, reference, whole, NULL);
  if (bary_kind_find_field (kind, "ordinal", NULL) == NULL)
    return part;
  ordinal = g_strdup_printf ("%u", last != NULL ? (guint) g_ascii_strtoull (bary_record_get_text (last, "ordinal"), NULL, 10) + 1 : 1);
  bary_record_set_all (part, "ordinal", ordinal, NULL);
  return part;
}

gboolean
bary_store_collect_move (BaryStore    *self,
                         BaryRecord   *part,
                         const char   *reference,
                         int           by,
                         BaryChanges  *changes,
                         GError      **error)
{
  g_autoptr (GPtrArray) parts = bary_store_select_parts (self, bary_record_get_kind (part), reference,
                                                         bary_record_get_text (part, reference), error);
  guint from;

  if (parts == NULL || !g_ptr_array_find (parts, part, &from))
    return FALSE;
  if ((int) from + by < 0 || (int) from + by >= (int) parts->len)
    return TRUE;

  g_ptr_array_insert (parts, (int) from + by, g_ptr_array_steal_index (parts, from));
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *ordinal = g_strdup_printf ("%u", i + 1);

      if (g_strcmp0 (bary_record_get_text (parts->pdata[i], "ordinal"), ordinal) != 0)
        bary_changes_set (changes, parts->pdata[i], "ordinal", ordinal);
    }
  return TRUE;
}

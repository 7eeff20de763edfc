#include "bary-namesake.h"

#include "bary-query.h"
#include "bary-text.h"

static gboolean
is_searched (BaryRecord *record)
{
  const BaryField *field = bary_kind_find_field (bary_record_get_kind (record), "name", NULL);

  return field != NULL && (field->flags & BARY_FIELD_SEARCHED) != 0;
}

BaryRecord *
bary_namesake_find (BaryStore  *store,
                    BaryRecord *record)
{
  const char *name = bary_record_get_name (record);
  g_autoptr (BaryQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *folded = NULL;

  if (name == NULL || !is_searched (record))
    return NULL;

  folded = bary_text_fold (name);
  query = bary_query_new (bary_record_get_kind (record));
  bary_query_matching (query, name);
  found = bary_store_select (store, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      BaryRecord *other = found->pdata[i];
      g_autofree char *other_folded = bary_text_fold (bary_record_get_name (other));

      if (!g_str_equal (bary_record_get_id (other), bary_record_get_id (record)) && g_str_equal (other_folded, folded))
        return g_object_ref (other);
    }
  return NULL;
}

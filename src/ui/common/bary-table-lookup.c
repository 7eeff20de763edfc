#include "bary-table-lookup.h"

#include "bary-text.h"

/* Records whose name sorts the same: case, ё, quotation marks and № do not matter. */
static GPtrArray *
find_called (BaryStore  *store,
             BaryKind    kind,
             const char *name)
{
  const BaryField *field = bary_kind_find_field (kind, "name", NULL);
  g_autoptr (BaryQuery) query = bary_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *key = bary_text_sort_key (name);
  GPtrArray *called = g_ptr_array_new_with_free_func (g_object_unref);

  if (field != NULL && (field->flags & BARY_FIELD_SEARCHED))
    bary_query_matching (query, name);
  found = bary_store_select (store, query, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      g_autofree char *other = bary_record_get_name (found->pdata[i]) != NULL ?
                               bary_text_sort_key (bary_record_get_name (found->pdata[i])) : NULL;

      if (g_strcmp0 (key, other) == 0)
        g_ptr_array_add (called, g_object_ref (found->pdata[i]));
    }
  return called;
}

char *
bary_table_lookup_reference (const BaryField *field,
                             const char      *text,
                             gpointer         store)
{
  g_autoptr (GPtrArray) called = find_called (store, field->target, text);

  return called->len == 1 ? g_strdup (bary_record_get_id (called->pdata[0])) : NULL;
}

/* Whether a record that is called the same is the same: an organisation of another kind is not, nor is a part
 * of something else. */
static gboolean
is_twin (BaryRecord *read,
         BaryRecord *called)
{
  const BaryKindInfo *info = bary_record_get_info (read);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      gboolean tells = (field->flags & BARY_FIELD_PART) ||
                       (info->kind == BARY_KIND_ORGANISATION && g_str_equal (field->name, "kind"));

      if (tells && bary_record_get (read, field) != NULL &&
          g_strcmp0 (bary_record_get (read, field), bary_record_get (called, field)) != 0)
        return FALSE;
    }

  return TRUE;
}

BaryRecord *
bary_table_lookup_twin (BaryRecord *read,
                        gpointer    store)
{
  const char *name = bary_record_get_name (read);
  g_autoptr (GPtrArray) called = NULL;

  if (name == NULL)
    return NULL;

  called = find_called (store, bary_record_get_kind (read), name);
  for (guint i = 0; i < called->len; i++)
    if (is_twin (read, called->pdata[i]))
      return g_object_ref (called->pdata[i]);

  return NULL;
}

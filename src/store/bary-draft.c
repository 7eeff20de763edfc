#include "bary-draft.h"

#define DRAFT "draft:"

GHashTable *
bary_draft_read (BaryStore  *store,
                 const char *subject)
{
  g_autofree char *key = g_strconcat (DRAFT, subject, NULL);
  g_autofree char *kept = bary_store_dup_meta (store, key);
  g_autoptr (GVariant) texts = kept != NULL ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), kept, NULL, NULL, NULL) : NULL;
  GHashTable *read;
  GVariantIter iter;
  char *name, *text;

  if (texts == NULL)
    return NULL;
  read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{ss}", &name, &text))
    g_hash_table_insert (read, name, text);
  return read;
}

static char *
print (GHashTable *texts)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GVariant) variant = NULL;
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_variant_builder_add (&builder, "{ss}", name, text);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (variant, FALSE);
}

gboolean
bary_draft_write (BaryStore   *store,
                  const char  *subject,
                  GHashTable  *texts,
                  GError     **error)
{
  g_autofree char *key = g_strconcat (DRAFT, subject, NULL);
  g_autofree char *before = bary_store_dup_meta (store, key);
  g_autofree char *value = texts != NULL && g_hash_table_size (texts) > 0 ? print (texts) : NULL;

  return g_strcmp0 (before, value) == 0 || bary_store_set_meta (store, key, value, error);
}

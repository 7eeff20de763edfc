#include "bary-attention.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* A query gives the id of the record to look at and three words for the message. */
static const struct {
  BaryKind    kind;
  const char *sql;
  const char *message;
} rules[] = {
  {
    BARY_KIND_CLUSTER,
    "SELECT c.id, c.name, p.name, q.name FROM role a JOIN role b ON b.cluster = a.cluster AND b.kind = a.kind AND b.id > a.id "
    "AND b.person <> a.person JOIN cluster c ON c.id = a.cluster JOIN person p ON p.id = a.person JOIN person q ON q.id = b.person "
    "WHERE a.kind = 'curator' AND (a.\"to\" IS NULL OR b.\"from\" IS NULL OR a.\"to\" >= b.\"from\") "
    "AND (b.\"to\" IS NULL OR a.\"from\" IS NULL OR b.\"to\" >= a.\"from\") ORDER BY c.name, c.id LIMIT ?",
    /* Translators: 1: a cluster, 2 and 3: people */
    N_("The cluster “%1$s” has two curators on the same days, %2$s and %3$s: end the work of one, or remove it"),
  },
  {
    BARY_KIND_ORGANISATION,
    "SELECT b.id, b.number, a.name, b.name FROM organisation a JOIN organisation b ON b.number = a.number AND b.kind = a.kind "
    "AND b.centre IS a.centre AND b.id > a.id WHERE a.number IS NOT NULL ORDER BY b.number, b.id LIMIT ?",
    /* Translators: 1: a number, 2 and 3: organisations */
    N_("The number %1$s stands at two organisations, “%2$s” and “%3$s”: correct one of them, or remove it if it is the same one"),
  },
  {
    BARY_KIND_APPLICATION,
    "SELECT b.id, b.number, a.name, b.name FROM application a JOIN application b ON b.contest = a.contest AND b.number = a.number "
    "AND b.id > a.id WHERE a.number IS NOT NULL ORDER BY b.number, b.id LIMIT ?",
    /* Translators: 1: a number, 2 and 3: applications to one contest */
    N_("The number %1$s was given to two applications, “%2$s” and “%3$s”: give one of them another"),
  },
};

void
bary_attention_free (BaryAttention *self)
{
  g_free (self->id);
  g_free (self->message);
  g_free (self);
}

static gboolean
ask (BaryDatabase  *database,
     guint          rule,
     GPtrArray     *found,
     GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, rules[rule].sql, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, BARY_ATTENTION_MOST);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    {
      BaryAttention *attention = g_new0 (BaryAttention, 1);

      attention->kind = rules[rule].kind;
      attention->id = g_strdup (bary_statement_get_text (statement, 0));
      attention->message = g_strdup_printf (_(rules[rule].message), bary_statement_get_text (statement, 1),
                                            bary_statement_get_text (statement, 2), bary_statement_get_text (statement, 3));
      g_ptr_array_add (found, attention);
    }
  return step == BARY_STEP_DONE;
}

GPtrArray *
bary_store_list_attention (BaryStore  *store,
                           GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_attention_free);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!ask (bary_store_get_database (store), i, found, error))
      return NULL;

  return g_steal_pointer (&found);
}

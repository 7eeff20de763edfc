#include "bary-knowledge.h"

typedef struct {
  BaryStamp stamp;
  BaryStamp known;
} Moment;

struct _BaryKnowledge {
  GHashTable *replicas; /* replica -> (other -> GArray of Moment) */
};

BaryKnowledge *
bary_knowledge_new (void)
{
  BaryKnowledge *self = g_new0 (BaryKnowledge, 1);

  self->replicas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  return self;
}

void
bary_knowledge_free (BaryKnowledge *self)
{
  g_hash_table_unref (self->replicas);
  g_free (self);
}

void
bary_knowledge_add (BaryKnowledge *self,
                    const char    *replica,
                    BaryStamp      stamp,
                    const char    *other,
                    BaryStamp      known)
{
  GHashTable *others = g_hash_table_lookup (self->replicas, replica);
  Moment moment = { stamp, known };
  GArray *moments;

  if (others == NULL)
    {
      others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
      g_hash_table_insert (self->replicas, g_strdup (replica), others);
    }
  moments = g_hash_table_lookup (others, other);
  if (moments == NULL)
    {
      moments = g_array_new (FALSE, FALSE, sizeof (Moment));
      g_hash_table_insert (others, g_strdup (other), moments);
    }
  g_array_append_val (moments, moment);
}

BaryStamp
bary_knowledge_get (const BaryKnowledge *self,
                    const char          *replica,
                    BaryStamp            stamp,
                    const char          *other)
{
  GHashTable *others;
  GArray *moments;
  BaryStamp known = 0;

  if (g_str_equal (replica, other))
    return stamp - 1;

  others = g_hash_table_lookup (self->replicas, replica);
  moments = others != NULL ? g_hash_table_lookup (others, other) : NULL;
  for (guint i = 0; moments != NULL && i < moments->len; i++)
    {
      const Moment *moment = &g_array_index (moments, Moment, i);

      if (moment->stamp <= stamp)
        known = MAX (known, moment->known);
    }
  return known;
}

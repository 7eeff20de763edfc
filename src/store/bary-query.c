#include "bary-query-private.h"

#include "bary-search.h"

static void
condition_clear (BaryQueryCondition *condition)
{
  g_free (condition->value);
}

static void
referrers_clear (BaryQueryReferrers *referrers)
{
  g_clear_pointer (&referrers->day, g_free);
}

static BaryQueryReferrers
referrers_make (const BaryQuery *self,
                BaryKind         kind,
                const char      *field,
                const char      *day,
                gboolean         referred)
{
  BaryQueryReferrers referrers = { kind, bary_kind_find_field (kind, field, NULL), g_strdup (day), referred };

  g_assert (referrers.field != NULL && referrers.field->target == self->kind);
  return referrers;
}

BaryQuery *
bary_query_new (BaryKind kind)
{
  BaryQuery *self = g_new0 (BaryQuery, 1);

  self->kind = kind;
  self->conditions = g_array_new (FALSE, FALSE, sizeof (BaryQueryCondition));
  g_array_set_clear_func (self->conditions, (GDestroyNotify) condition_clear);
  self->referrers = g_array_new (FALSE, FALSE, sizeof (BaryQueryReferrers));
  g_array_set_clear_func (self->referrers, (GDestroyNotify) referrers_clear);
  return self;
}

BaryQuery *
bary_query_copy (const BaryQuery *self)
{
  BaryQuery *copy = bary_query_new (self->kind);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      BaryQueryCondition condition = g_array_index (self->conditions, BaryQueryCondition, i);

      condition.value = g_strdup (condition.value);
      g_array_append_val (copy->conditions, condition);
    }
  for (guint i = 0; i < self->referrers->len; i++)
    {
      const BaryQueryReferrers *referrers = &g_array_index (self->referrers, BaryQueryReferrers, i);

      bary_query_referred (copy, referrers->kind, referrers->field->name, referrers->day, referrers->referred);
    }
  copy->day = g_strdup (self->day);
  copy->match = g_strdup (self->match);
  copy->bridge = self->bridge;
  copy->bridge.day = g_strdup (self->bridge.day);
  copy->through = self->through;
  copy->sort = self->sort;
  copy->sort_referrers = self->sort_referrers;
  copy->sort_referrers.day = g_strdup (self->sort_referrers.day);
  copy->descending = self->descending;
  return copy;
}

void
bary_query_free (BaryQuery *self)
{
  g_array_unref (self->conditions);
  g_array_unref (self->referrers);
  referrers_clear (&self->sort_referrers);
  referrers_clear (&self->bridge);
  g_free (self->day);
  g_free (self->match);
  g_free (self);
}

BaryKind
bary_query_get_kind (const BaryQuery *self)
{
  return self->kind;
}

void
bary_query_where (BaryQuery  *self,
                  const char *field,
                  const char *value)
{
  const char *dot = strchr (field, '.');
  g_autofree char *name = dot != NULL ? g_strndup (field, (gsize) (dot - field)) : g_strdup (field);
  BaryQueryCondition condition = { bary_kind_find_field (self->kind, name, NULL), NULL, NULL };

  g_return_if_fail (condition.field != NULL);
  if (dot != NULL)
    condition.of = bary_kind_find_field (condition.field->target, dot + 1, NULL);
  g_return_if_fail (dot == NULL || condition.of != NULL);

  condition.value = g_strdup (value);
  g_array_append_val (self->conditions, condition);
}

void
bary_query_on_day (BaryQuery  *self,
                   const char *day)
{
  g_return_if_fail (bary_kind_find_field (self->kind, "from", NULL) != NULL);

  g_free (self->day);
  self->day = g_strdup (day);
}

void
bary_query_referred (BaryQuery  *self,
                     BaryKind    kind,
                     const char *field,
                     const char *day,
                     gboolean    referred)
{
  BaryQueryReferrers referrers = referrers_make (self, kind, field, day, referred);

  g_array_append_val (self->referrers, referrers);
}

void
bary_query_matching (BaryQuery  *self,
                     const char *words)
{
  g_free (self->match);
  self->match = bary_search_compose (words);
}

void
bary_query_matching_through (BaryQuery  *self,
                             BaryKind    kind,
                             const char *field,
                             const char *through,
                             const char *day)
{
  referrers_clear (&self->bridge);
  self->bridge = referrers_make (self, kind, field, day, TRUE);
  self->through = bary_kind_find_field (kind, through, NULL);

  g_return_if_fail (self->through != NULL);
}

void
bary_query_sort (BaryQuery  *self,
                 const char *field,
                 gboolean    descending)
{
  referrers_clear (&self->sort_referrers);
  self->sort_referrers.field = NULL;
  self->sort = field != NULL ? bary_kind_find_field (self->kind, field, NULL) : NULL;
  self->descending = descending;

  g_return_if_fail (field == NULL || self->sort != NULL);
}

void
bary_query_sort_by_referrers (BaryQuery  *self,
                              BaryKind    kind,
                              const char *field,
                              const char *day,
                              gboolean    descending)
{
  bary_query_sort (self, NULL, descending);
  self->sort_referrers = referrers_make (self, kind, field, day, TRUE);
}

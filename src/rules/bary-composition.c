#include "bary-composition.h"

#include "bary-date.h"

enum {
  EARLIER = 1 << 0,
  LATER = 1 << 1,
};

static guint
days_of (const BaryCompositionEntry *entry,
         const char                 *earlier,
         const char                 *later)
{
  return (bary_range_covers (entry->from, entry->to, earlier) ? EARLIER : 0) |
         (bary_range_covers (entry->from, entry->to, later) ? LATER : 0);
}

static guint
lookup (GHashTable *table,
        const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

static BaryPresence
presence_of (guint place_days,
             guint organisation_days)
{
  if (place_days == 0)
    return BARY_PRESENCE_ABSENT;
  if (place_days == (EARLIER | LATER))
    return BARY_PRESENCE_STAYS;
  if (organisation_days == (EARLIER | LATER))
    return place_days == LATER ? BARY_PRESENCE_MOVED_IN : BARY_PRESENCE_MOVED_OUT;
  return place_days == LATER ? BARY_PRESENCE_JOINED : BARY_PRESENCE_LEFT;
}

/* Which entry speaks for a place: the one of the earlier day before the one of the later before any. */
static guint
rank (guint days)
{
  return days & EARLIER ? 2 : days & LATER ? 1 : 0;
}

static char *
place_key (const BaryCompositionEntry *entry)
{
  return g_strdup_printf ("%s %s", entry->organisation, entry->group);
}

static void
count_organisations (BaryComposition *self,
                     GHashTable      *organisations)
{
  GHashTableIter iter;
  gpointer days;

  g_hash_table_iter_init (&iter, organisations);
  while (g_hash_table_iter_next (&iter, NULL, &days))
    {
      self->n_earlier += (GPOINTER_TO_UINT (days) & EARLIER) != 0;
      self->n_joined += GPOINTER_TO_UINT (days) == LATER;
      self->n_left += GPOINTER_TO_UINT (days) == EARLIER;
    }
}

static void
add_entry (BaryComposition            *self,
           GHashTable                 *indices,
           GArray                     *days,
           const BaryCompositionEntry *entry,
           guint                       index,
           guint                       entry_days)
{
  char *key = place_key (entry);
  guint place = lookup (indices, key);

  if (place == 0)
    {
      BaryPlace added = { entry->organisation, entry->group, index, BARY_PRESENCE_ABSENT, index };

      g_array_append_val (self->places, added);
      g_array_append_val (days, entry_days);
      g_hash_table_insert (indices, key, GUINT_TO_POINTER (self->places->len));
      return;
    }

  g_free (key);
  if (rank (entry_days) >= rank (g_array_index (days, guint, place - 1)))
    g_array_index (self->places, BaryPlace, place - 1).entry = index;
  g_array_index (days, guint, place - 1) |= entry_days;
}

BaryComposition *
bary_composition_compare (const BaryCompositionEntry *entries,
                          guint                       n_entries,
                          const char                 *earlier,
                          const char                 *later)
{
  BaryComposition *self = g_new0 (BaryComposition, 1);
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint));

  self->places = g_array_new (FALSE, FALSE, sizeof (BaryPlace));
  for (guint i = 0; i < n_entries; i++)
    {
      guint entry_days = days_of (&entries[i], earlier, later);

      g_hash_table_insert (organisations, (gpointer) entries[i].organisation,
                           GUINT_TO_POINTER (lookup (organisations, entries[i].organisation) | entry_days));
      add_entry (self, indices, days, &entries[i], i, entry_days);
    }

  for (guint i = 0; i < self->places->len; i++)
    {
      BaryPlace *place = &g_array_index (self->places, BaryPlace, i);

      place->presence = presence_of (g_array_index (days, guint, i), lookup (organisations, place->organisation));
      self->n_moved += place->presence == BARY_PRESENCE_MOVED_IN;
    }
  count_organisations (self, organisations);
  return self;
}

void
bary_composition_free (BaryComposition *self)
{
  g_array_unref (self->places);
  g_free (self);
}

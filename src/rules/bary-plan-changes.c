#include "bary-plan-changes.h"

static void
line_free (BaryPlanLine *line)
{
  g_free (line->event);
  g_free (line->section);
  g_free (line->number);
  g_free (line->name);
  g_free (line->dates);
  g_free (line->audience);
  g_free (line->result);
  g_free (line);
}

GPtrArray *
bary_plan_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

BaryPlanLine *
bary_plan_lines_add (GPtrArray  *lines,
                     const char *event)
{
  BaryPlanLine *line = g_new0 (BaryPlanLine, 1);

  line->event = g_strdup (event);
  g_ptr_array_add (lines, line);
  return line;
}

static BaryPlanChangeFields
compare (const BaryPlanLine *was,
         const BaryPlanLine *now)
{
  const struct { const char *a, *b; BaryPlanChangeFields field; } pairs[] = {
    { was->section, now->section, BARY_PLAN_CHANGE_SECTION },
    { was->number, now->number, BARY_PLAN_CHANGE_NUMBER },
    { was->name, now->name, BARY_PLAN_CHANGE_NAME },
    { was->dates, now->dates, BARY_PLAN_CHANGE_DATES },
    { was->audience, now->audience, BARY_PLAN_CHANGE_AUDIENCE },
    { was->result, now->result, BARY_PLAN_CHANGE_RESULT },
  };
  BaryPlanChangeFields fields = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (pairs[i].a, pairs[i].b) != 0)
      fields |= pairs[i].field;
  return fields;
}

/* Returns: (transfer full): the lines by their events. */
static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_insert (index, ((BaryPlanLine *) lines->pdata[i])->event, lines->pdata[i]);
  return index;
}

/* The lines that are gone, from `first` on until one that is still there. */
static void
add_gone (GArray     *changes,
          GPtrArray  *was,
          guint       first,
          GHashTable *now_by_event)
{
  for (guint i = first; i < was->len; i++)
    {
      const BaryPlanChange gone = { was->pdata[i], NULL, 0 };

      if (g_hash_table_contains (now_by_event, gone.was->event))
        return;
      g_array_append_val (changes, gone);
    }
}

static guint
find_place (GPtrArray          *lines,
            const BaryPlanLine *line)
{
  guint place = 0;

  g_ptr_array_find (lines, line, &place);
  return place;
}

GArray *
bary_plan_changes_new (GPtrArray *was,
                       GPtrArray *now)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (BaryPlanChange));
  g_autoptr (GHashTable) was_by_event = index_lines (was);
  g_autoptr (GHashTable) now_by_event = index_lines (now);

  add_gone (changes, was, 0, now_by_event);
  for (guint i = 0; i < now->len; i++)
    {
      BaryPlanChange change = { NULL, now->pdata[i], 0 };

      change.was = g_hash_table_lookup (was_by_event, change.now->event);
      if (change.was != NULL)
        change.fields = compare (change.was, change.now);
      if (change.was == NULL || change.fields != 0)
        g_array_append_val (changes, change);
      if (change.was != NULL)
        add_gone (changes, was, find_place (was, change.was) + 1, now_by_event);
    }
  return changes;
}

#include "bary-load-table.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const BaryLoadRow *one = a, *other = b;
  const BaryPlan *plan = data;

  if (one->n_events != other->n_events)
    return one->n_events > other->n_events ? -1 : 1;
  return g_utf8_collate (bary_plan_organisation (plan, one->organisation)->name,
                         bary_plan_organisation (plan, other->organisation)->name);
}

static void
add_row (BaryLoadTable *self,
         guint          organisation)
{
  BaryLoadRow row = { organisation, 0 };

  for (guint week = 0; week < self->map->n_weeks; week++)
    {
      guint n = bary_load_map_get (self->map, organisation, week);

      row.n_events += n;
      self->most = MAX (self->most, n);
    }
  if (row.n_events > 0)
    g_array_append_val (self->rows, row);
}

BaryLoadTable *
bary_load_table_new (BaryPlan              *plan,
                     const BarySchoolTerms *terms)
{
  BaryLoadTable *self = g_new0 (BaryLoadTable, 1);

  self->plan = bary_plan_ref (plan);
  self->map = bary_load_map_new (plan);
  self->terms = *terms;
  self->rows = g_array_new (FALSE, FALSE, sizeof (BaryLoadRow));
  for (guint i = 0; i < self->map->n_organisations; i++)
    add_row (self, i);
  g_array_sort_with_data (self->rows, compare_rows, plan);
  return self;
}

void
bary_load_table_free (BaryLoadTable *self)
{
  bary_plan_unref (self->plan);
  bary_load_map_free (self->map);
  g_array_unref (self->rows);
  g_free (self);
}

guint
bary_load_table_get (const BaryLoadTable *self,
                     guint                row,
                     guint                week)
{
  return bary_load_map_get (self->map, g_array_index (self->rows, BaryLoadRow, row).organisation, week);
}

const char *
bary_load_table_get_name (const BaryLoadTable *self,
                          guint                row)
{
  return bary_plan_organisation (self->plan, g_array_index (self->rows, BaryLoadRow, row).organisation)->name;
}

BaryDay
bary_load_table_get_day (const BaryLoadTable *self,
                         guint                week)
{
  return self->map->first + 7 * week;
}

char *
bary_load_table_describe (const BaryLoadTable *self,
                          guint                row,
                          guint                week)
{
  guint n = bary_load_table_get (self, row, week);
  g_autofree char *iso = bary_day_to_iso (bary_load_table_get_day (self, week));
  g_autofree char *day = bary_date_to_words (iso);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  /* Translators: 1: a school, 2: the Monday of a week, 3: “2 events” */
  return g_strdup_printf (_("%1$s, week of %2$s: %3$s"), bary_load_table_get_name (self, row), day, events);
}

gboolean
bary_load_table_find_peak (const BaryLoadTable *self,
                           guint               *row,
                           guint               *week)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    for (*week = 0; *week < self->map->n_weeks; (*week)++)
      if (bary_load_table_get (self, *row, *week) == self->most)
        return TRUE;
  return FALSE;
}

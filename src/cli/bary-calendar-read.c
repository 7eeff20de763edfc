#include "bary-calendar-read.h"

#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-ics-apply.h"
#include "bary-output.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

static BaryRecord *
find_cb (const char *id,
         guint      *sequence,
         gpointer    store)
{
  g_autoptr (BaryQuery) moves = bary_query_new (BARY_KIND_EVENT_MOVE);
  g_autoptr (GPtrArray) ids = NULL;

  bary_query_where (moves, "event", id);
  ids = bary_store_select_ids (store, moves, NULL);
  *sequence = ids != NULL ? ids->len : 0;
  return bary_store_get (store, BARY_KIND_EVENT, id, NULL);
}

/* Returns: (transfer full) (nullable) */
static char *
find_roadmap (BaryStore  *store,
              const char *cluster,
              int         school_year)
{
  g_autofree char *year = g_strdup_printf ("%d", school_year);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autoptr (GPtrArray) ids = NULL;

  if (cluster == NULL)
    return NULL;
  bary_query_where (query, "cluster", cluster);
  bary_query_where (query, "school_year", year);
  ids = bary_store_select_ids (store, query, NULL);
  return ids != NULL && ids->len > 0 ? g_strdup (ids->pdata[0]) : NULL;
}

static BaryIcs *
read_file (const char  *path,
           const char  *zone,
           GError     **error)
{
  char *contents;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  BaryIcs *ics;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  bytes = g_bytes_new_take (contents, length);
  ics = bary_ics_read (bytes, zone, error);
  if (ics == NULL)
    g_prefix_error (error, "%s: ", path);
  return ics;
}

static void
print_outcome (const char          *path,
               const BaryIcs       *ics,
               const BaryIcsCounts *counts)
{
  bary_output_printf (_("%s: new: %u, changed: %u, same: %u, older: %u, left out: %u"), path, counts->n_new, counts->n_changed,
                      counts->n_same, counts->n_older, counts->n_left_out);
  bary_output_print ("\n");
  for (guint i = 0; i < ics->remarks->len; i++)
    bary_call_tell (ics->remarks->pdata[i]);
}

gboolean
bary_calendar_read (BaryStore   *store,
                    const char  *path,
                    const char  *cluster,
                    int          school_year,
                    const char  *zone,
                    gboolean     dry_run,
                    GError     **error)
{
  g_autoptr (BaryIcs) ics = read_file (path, zone, error);
  g_autoptr (BarySchoolCalendar) calendar = ics != NULL ? bary_store_read_calendar (store, school_year, error) : NULL;
  g_autofree char *roadmap = find_roadmap (store, cluster, school_year);
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryIcsTarget target = { school_year, NULL, roadmap, today, find_cb, store };
  BaryIcsCounts counts;

  if (calendar == NULL)
    return FALSE;

  target.terms = bary_school_calendar_get_terms (calendar);
  bary_ics_apply (ics, &target, changes, &counts);
  if (!dry_run && bary_changes_get_length (changes) > 0 &&
      !bary_store_commit (store, N_("Take in the calendar %s"), name, changes, error))
    return FALSE;
  print_outcome (path, ics, &counts);
  return TRUE;
}

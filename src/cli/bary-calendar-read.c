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
         guint      *n_moves,
         gpointer    store)
{
  return bary_store_get_event (store, id, n_moves);
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
print_outcomes (const char    *path,
                const BaryIcs *ics,
                GArray        *outcomes)
{
  bary_output_printf (_("%s: new: %u, changed: %u, same: %u, older: %u, left out: %u"), path,
                      bary_ics_count (outcomes, BARY_ICS_IS_ADDED), bary_ics_count (outcomes, BARY_ICS_IS_CHANGED),
                      bary_ics_count (outcomes, BARY_ICS_STAYS_SAME), bary_ics_count (outcomes, BARY_ICS_STAYS_NEWER),
                      bary_ics_count (outcomes, BARY_ICS_IS_LEFT_OUT));
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
  g_autofree char *roadmap = bary_store_find_roadmap (store, cluster, school_year);
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryIcsTarget target = { school_year, NULL, roadmap, today, find_cb, store };
  g_autoptr (GArray) outcomes = NULL;

  if (calendar == NULL)
    return FALSE;

  target.terms = bary_school_calendar_get_terms (calendar);
  outcomes = bary_ics_apply (ics, &target, changes);
  if (!dry_run && bary_changes_get_length (changes) > 0 &&
      !bary_store_commit (store, N_("Take in the calendar %s"), name, changes, error))
    return FALSE;
  print_outcomes (path, ics, outcomes);
  return TRUE;
}

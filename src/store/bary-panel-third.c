#include "bary-panel-third.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-panel-changes.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

/* @last: the action before the panel was read */
static gboolean
assign (BaryStore  *store,
        BaryPanel  *panel,
        gint64      last,
        guint      *n,
        GError    **error)
{
  g_autoptr (BaryPanelDraw) draw = NULL;
  g_autoptr (BaryAssignment) assignment = NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (!bary_store_add_doubts (store, panel, error))
    return FALSE;
  draw = bary_panel_draw_new_third (panel);
  assignment = bary_assignment_new (&draw->problem, NULL, NULL);
  changes = bary_panel_changes_draw (store, draw, assignment, n, NULL, error);
  return changes != NULL &&
         (*n == 0 || bary_store_commit_after (store, last, N_("Assign a further expert: %s"), panel->name, changes, error));
}

static gboolean
look (BaryStore   *store,
      const char  *contest,
      guint       *n,
      GError     **error)
{
  g_autoptr (BaryPanel) panel = NULL;
  gint64 last = 0;

  *n = 0;
  if (!bary_store_get_last (store, &last, error))
    return FALSE;
  panel = bary_store_read_panel (store, contest, error);
  return panel != NULL && (!bary_panel_lacks_third (panel) || assign (store, panel, last, n, error));
}

/* A panel is long to read: most contests and sheets want nobody further. What others commit while it is read, as the undo of
 * a sheet, changes who is wanted: then it is read again. */
gboolean
bary_panel_assign_third (BaryStore   *store,
                         const char  *contest,
                         guint       *n_assigned,
                         GError     **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_CONTEST, contest, error);
  g_autoptr (GError) failure = NULL;
  guint n = 0;

  if (n_assigned != NULL)
    *n_assigned = 0;
  if (record == NULL || BARY_CONTEST (record)->divergence == NULL)
    return record != NULL;
  while (!look (store, contest, &n, &failure))
    {
      if (!g_error_matches (failure, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      g_clear_error (&failure);
    }
  if (n_assigned != NULL)
    *n_assigned = n;
  return TRUE;
}

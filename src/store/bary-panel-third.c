#include "bary-panel-third.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-panel-changes.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

static gboolean
assign (BaryStore  *store,
        BaryPanel  *panel,
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
         (*n == 0 || bary_store_commit (store, N_("Assign a further expert: %s"), panel->name, changes, error));
}

/* A panel is long to read: most contests and sheets want nobody further. */
gboolean
bary_panel_assign_third (BaryStore   *store,
                         const char  *contest,
                         guint       *n_assigned,
                         GError     **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_CONTEST, contest, error);
  g_autoptr (BaryPanel) panel = NULL;
  guint n = 0;

  if (n_assigned != NULL)
    *n_assigned = 0;
  if (record == NULL || BARY_CONTEST (record)->divergence == NULL)
    return record != NULL;
  panel = bary_store_read_panel (store, contest, error);
  if (panel == NULL || (bary_panel_lacks_third (panel) && !assign (store, panel, &n, error)))
    return FALSE;
  if (n_assigned != NULL)
    *n_assigned = n;
  return TRUE;
}

#include "bary-panel-third.h"

#include "bary-config.h"
#include "bary-panel-changes.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

gboolean
bary_panel_assign_third (BaryStore   *store,
                         const char  *contest,
                         guint       *n_assigned,
                         GError     **error)
{
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, contest, error);
  g_autoptr (BaryPanelDraw) draw = NULL;
  g_autoptr (BaryAssignment) assignment = NULL;
  g_autoptr (BaryChanges) changes = NULL;
  guint n = 0;

  if (n_assigned != NULL)
    *n_assigned = 0;
  if (panel == NULL || !bary_store_add_doubts (store, panel, error))
    return FALSE;
  draw = bary_panel_draw_new_third (panel);
  if (draw == NULL)
    return TRUE;

  assignment = bary_assignment_new (&draw->problem, NULL, NULL);
  changes = bary_panel_changes_draw (store, draw, assignment, &n, NULL, error);
  if (changes == NULL || (n > 0 && !bary_store_commit (store, N_("Assign a further expert: %s"), panel->name, changes, error)))
    return FALSE;
  if (n_assigned != NULL)
    *n_assigned = n;
  return TRUE;
}

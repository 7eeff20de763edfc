#include "bary-doubts-output.h"

#include "bary-command.h"
#include "bary-config.h"
#include "bary-date.h"
#include "bary-output.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

static gboolean
is_meant (const GPtrArray *doubts,
          guint            i,
          const char      *word)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);

  return g_str_equal (word, number) || (g_str_equal (word, "all") && !((BaryDoubt *) doubts->pdata[i])->answered);
}

static gboolean
answer (BaryStore        *store,
        const GPtrArray  *doubts,
        const char       *word,
        gboolean          confirmed,
        GError          **error)
{
  g_autofree char *today = bary_date_today ();
  guint n = 0;

  for (guint i = 0; i < doubts->len; i++)
    {
      BaryDoubt *doubt = doubts->pdata[i];
      g_autofree char *subject = g_strdup_printf ("%s, %s", doubt->who, doubt->about);
      g_autoptr (BaryChanges) changes = NULL;

      if (!is_meant (doubts, i, word))
        continue;
      n++;
      changes = bary_store_answer_doubt (store, doubt, confirmed, today, error);
      if (changes == NULL || (bary_changes_get_length (changes) > 0 &&
                              !bary_store_commit (store, confirmed ? N_("Conflict of interest: %s") : N_("No conflict of interest: %s"),
                                                  subject, changes, error)))
        return FALSE;
    }
  if (n > 0 || g_str_equal (word, "all"))
    return TRUE;
  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               _("“%s” is no number of the list: say one that “contest conflicts” prints, or all"), word);
  return FALSE;
}

static void
print (const GPtrArray *doubts)
{
  g_autoptr (BaryGrid) grid = bary_grid_new (5);
  const char *const headings[] = { "№", _("Expert"), _("Application"), _("Source"), _("Answer") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    bary_grid_add_cell (grid, headings[i]);
  for (guint i = 0; i < doubts->len; i++)
    {
      const BaryDoubt *doubt = doubts->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      bary_grid_add_cell (grid, number);
      bary_grid_add_cell (grid, doubt->who);
      bary_grid_add_cell (grid, doubt->about);
      bary_grid_add_cell (grid, doubt->source);
      bary_grid_add_cell (grid, !doubt->answered ? _("to be answered") : doubt->confirmed ? _("A Conflict") : _("No conflict"));
    }
  bary_grid_print (grid);
}

gboolean
bary_doubts_run (BaryStore   *store,
                 const char  *contest,
                 const char  *confirmed,
                 const char  *dismissed,
                 GError     **error)
{
  g_autoptr (BaryPanel) panel = bary_store_read_panel (store, contest, error);
  g_autoptr (GPtrArray) doubts = panel != NULL ? bary_store_find_doubts (store, panel, NULL, error) : NULL;
  g_autoptr (BaryPanel) after = NULL;
  g_autoptr (GPtrArray) left = NULL;

  if (doubts == NULL || (confirmed != NULL && !answer (store, doubts, confirmed, TRUE, error)) ||
      (dismissed != NULL && !answer (store, doubts, dismissed, FALSE, error)))
    return FALSE;
  after = bary_store_read_panel (store, contest, error);
  left = after != NULL ? bary_store_find_doubts (store, after, NULL, error) : NULL;
  if (left == NULL)
    return FALSE;
  print (left);
  return TRUE;
}

#include "bary-commands.h"

#include "bary-config.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const BaryCommand commands[] = {
  { "win.undo", N_("Undo") },
  { "win.redo", N_("Redo") },
  { "win.present", N_("Presentation") },
  { "win.present-steps", N_("Steps of the presentation") },
  { "win.present-pdf", N_("Steps of the presentation as a PDF") },
  { "win.import", N_("Import a package") },
  { "win.export", N_("Export everything") },
  { "win.history", N_("History of changes") },
  { "win.backups", N_("Backups") },
  { "win.check", N_("Reliability check") },
  { "win.open", N_("Open another database") },
  { "win.new-centre", N_("New centre") },
  { "win.new-window", N_("New window") },
  { "win.shortcuts", N_("Keyboard shortcuts") },
  { "win.about", N_("About the program") },
  { "app.quit", N_("Quit the program") },
};

static gboolean
has_word (const char *folded,
          const char *beginning)
{
  const char *place = folded;

  while ((place = strstr (place, beginning)) != NULL)
    {
      if (place == folded || place[-1] == ' ')
        return TRUE;
      place++;
    }
  return FALSE;
}

GPtrArray *
bary_commands_find (const char *words)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = bary_text_fold (words);
  g_auto (GStrv) beginnings = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *label = bary_text_fold (_(commands[i].label));
      gboolean matches = TRUE;

      for (guint j = 0; beginnings[j] != NULL; j++)
        matches = matches && has_word (label, beginnings[j]);
      if (matches)
        g_ptr_array_add (found, (gpointer) &commands[i]);
    }
  return found;
}

#include "bary-scoring-papers.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-panel-report.h"
#include "bary-report-file.h"
#include "bary-report-print.h"
#include "bary-store-panel.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *what;
  const char *label;  /* untranslated */
  const char *name;   /* untranslated: of the file that is suggested; NULL: a folder is asked for */
  BaryPanelPaper paper;
} papers[] = {
  { "all", N_("_All Papers…"), N_("Papers.odt"), BARY_PANEL_PAPERS },
  { "protocol", N_("_Protocol…"), N_("Protocol.odt"), BARY_PANEL_PROTOCOL },
  { "order", N_("Table of the _Order…"), N_("Table of the order.odt"), BARY_PANEL_ORDER },
  { "extracts", N_("_Extracts for Applicants…"), NULL, BARY_PANEL_PAPERS },
};

GtkWidget *
bary_scoring_papers_make_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *action = g_strdup_printf ("results.papers::%s", papers[i].what);

      g_menu_append (menu, _(papers[i].label), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("_Save the Papers"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

/* What waits for a file to be chosen. */
typedef struct {
  BarySession    *session;
  char           *contest;
  BaryPanelPaper  paper;
  gboolean        extracts;
} Waiting;

static void
free_waiting (Waiting *waiting)
{
  g_object_unref (waiting->session);
  g_free (waiting->contest);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, free_waiting)

#define LONGEST_TITLE 80 /* so that a name has at most 255 bytes */

/* Applications of one organisation that have no number yet have one title. */
static char *
find_name (const BaryPanelResults *results,
           guint                   application,
           GHashTable             *taken)
{
  g_autofree char *title = bary_panel_application_to_words (results->panel, application);
  g_autofree char *beginning = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_TITLE));
  g_autofree char *cut = bary_text_to_file_name (beginning);
  /* Translators: the name of a file; %s: an application */
  char *name = g_strdup_printf (_("Extract %s.odt"), cut);

  for (guint i = 2; !g_hash_table_add (taken, g_strdup (name)); i++)
    {
      g_autofree char *another = g_strdup_printf ("%s (%u)", cut, i);

      g_free (name);
      name = g_strdup_printf (_("Extract %s.odt"), another);
    }
  return name;
}

/* Returns: FALSE with @error at the first that cannot be written; @n: how many were */
static gboolean
write_extracts (const BaryPanelResults *results,
                GFile                  *folder,
                guint                  *n,
                GError                **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (*n = 0; *n < results->results->len; ++*n)
    {
      guint application = bary_panel_result (results, *n)->application;
      g_autoptr (BaryReport) report = bary_panel_report_new_extract (results, bary_panel_application (results->panel, application)->id);
      g_autofree char *name = find_name (results, application, taken);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autofree char *path = g_file_get_path (file);

      if (!bary_report_save (report, BARY_REPORT_ODT, path, error))
        return FALSE;
    }
  return TRUE;
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  BaryStore *store = bary_session_get_store (waiting->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPanel) panel = path != NULL && store != NULL ? bary_store_read_panel (store, waiting->contest, &error) : NULL;
  g_autoptr (BaryPanelResults) results = panel != NULL ? bary_panel_results_new (panel) : NULL;
  g_autofree char *words = NULL;
  guint n = 0;

  if (results != NULL && !waiting->extracts)
    bary_report_write (waiting->session, bary_panel_report_new (results, waiting->paper), path);
  else if (results != NULL && write_extracts (results, file, &n, &error))
    {
      words = g_strdup_printf (ngettext ("%u extract is written", "%u extracts are written", n), n);
      bary_session_tell (waiting->session, words);
    }
  if (error != NULL)
    bary_session_fail (waiting->session, error);
}

void
bary_scoring_papers_save (GtkWidget   *widget,
                          BarySession *session,
                          const char  *contest,
                          const char  *what)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].what, what))
      {
        Waiting *waiting = g_new0 (Waiting, 1);

        waiting->session = g_object_ref (session);
        waiting->contest = g_strdup (contest);
        waiting->paper = papers[i].paper;
        waiting->extracts = papers[i].name == NULL;
        if (waiting->extracts)
          bary_dialogs_choose_folder (window, _("Where to Write the Extracts"), place_chosen, waiting);
        else
          bary_dialogs_save_file (window, _("Save as .odt, .pdf, .xlsx or .csv"), _(papers[i].name), place_chosen, waiting);
      }
}

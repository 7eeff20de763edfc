#include "bary-porter.h"

#include "bary-config.h"
#include "bary-package-error.h"
#include "bary-record.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define PROGRAM "barycenter-porter"

/* In the build folder it lies beside the program. Returns: (transfer full) */
static char *
find_program (void)
{
  g_autofree char *here = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = here != NULL ? g_path_get_dirname (here) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);

  return g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&beside) : g_build_filename (BARY_LIBEXECDIR, PROGRAM, NULL);
}

/* "domain code message", as bary_porter_main says it; whoever crashes says anything. Returns: whether it is such a sentence. */
static gboolean
take_error (GBytes  *words,
            GError **error)
{
  const GQuark domains[] = { BARY_PACKAGE_ERROR, BARY_RECORD_ERROR };
  gsize length = g_bytes_get_size (words);
  g_autofree char *valid = length > 0 ? g_utf8_make_valid (g_bytes_get_data (words, NULL), length) : g_strdup ("");
  g_auto (GStrv) parts = g_strsplit (valid, " ", 3);

  for (guint i = 0; g_strv_length (parts) == 3 && i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (parts[0], g_quark_to_string (domains[i])))
      {
        g_set_error_literal (error, domains[i], atoi (parts[1]), parts[2]);
        return TRUE;
      }
  return FALSE;
}

static GSubprocess *
start (const char  *path,
       GError     **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "GIO_USE_VFS", "local", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &failure, program, path, NULL);
  if (process == NULL)
    g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO,
                 /* Translators: 1: a program, 2: what the system says */
                 _("%1$s: the part of the program that looks at packages cannot be started (%2$s): install the program anew"),
                 program, failure->message);
  return process;
}

gboolean
bary_porter_check (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GSubprocess) process = start (path, error);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) words = NULL;

  if (process == NULL)
    return FALSE;
  if (!g_subprocess_communicate (process, NULL, cancellable, NULL, &words, error))
    {
      g_subprocess_force_exit (process);
      return FALSE;
    }
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == EXIT_SUCCESS)
    return TRUE;
  if (take_error (words, error))
    return FALSE;

  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_TOO_LARGE,
               /* Translators: %s: a file */
               _("%s: looking at the file takes more memory or time than any package does: it is damaged or made to harm; ask the sender for "
                 "it again"), name);
  return FALSE;
}

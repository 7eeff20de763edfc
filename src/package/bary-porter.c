#include "bary-porter.h"

#include "bary-config.h"
#include "bary-package-error.h"
#include "bary-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PROGRAM "barycenter-porter"
#define LONGEST_ANSWER (64 * 1024)

/* A path goes to the process, a sentence comes back, each ending with a zero; of a sound file the sentence is empty. */
struct _BaryPorter {
  GSubprocess *process; /* NULL: there is none */
  GSocket     *line;    /* its standard input and output */
  gboolean     used;    /* it has looked at a file already */
};

BaryPorter *
bary_porter_new (void)
{
  return g_new0 (BaryPorter, 1);
}

static void
dismiss (BaryPorter *self)
{
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
  g_clear_object (&self->line);
  self->used = FALSE;
}

void
bary_porter_free (BaryPorter *self)
{
  dismiss (self);
  g_free (self);
}

/* In the build folder it lies beside the program. Returns: (transfer full) */
static char *
find_program (void)
{
  g_autofree char *here = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = here != NULL ? g_path_get_dirname (here) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, PROGRAM, NULL);

  return g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&beside) : g_build_filename (BARY_LIBEXECDIR, PROGRAM, NULL);
}

static gboolean
fail_to_start (const char    *program,
               const char    *reason,
               GError       **error)
{
  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_IO,
               /* Translators: 1: a program, 2: what the system says */
               _("%1$s: the part of the program that looks at packages cannot be started (%2$s): install the program anew"),
               program, reason);
  return FALSE;
}

static gboolean
start (BaryPorter  *self,
       GError     **error)
{
  g_autofree char *program = find_program ();
  g_autoptr (GError) failure = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  int ends[2];

  if (self->process != NULL)
    return TRUE;
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return fail_to_start (program, g_strerror (errno), error);

  g_subprocess_launcher_setenv (launcher, "GIO_USE_VFS", "local", TRUE);
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_take_stdout_fd (launcher, dup (ends[1]));
  self->line = g_socket_new_from_fd (ends[0], &failure);
  if (self->line == NULL)
    close (ends[0]);
  else
    self->process = g_subprocess_launcher_spawn (launcher, &failure, program, NULL);
  if (self->process != NULL)
    return TRUE;

  dismiss (self);
  return fail_to_start (program, failure->message, error);
}

static gboolean
ask (BaryPorter    *self,
     const char    *path,
     GCancellable  *cancellable,
     GError       **error)
{
  gsize length = strlen (path) + 1;

  while (length > 0)
    {
      gssize n = g_socket_send (self->line, path, length, cancellable, error);

      if (n < 0)
        return FALSE;
      path += n;
      length -= n;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): NULL with an error where the process has ended, or says more than any sentence has. */
static char *
hear (BaryPorter    *self,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  char buffer[1024];
  gssize n;

  while (words->len < LONGEST_ANSWER && (n = g_socket_receive (self->line, buffer, sizeof buffer, cancellable, error)) > 0)
    {
      g_string_append_len (words, buffer, n);
      if (buffer[n - 1] == '\0')
        return g_string_free (g_steal_pointer (&words), FALSE);
    }
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "");
  return NULL;
}

/* "domain code message", as bary_porter_main says it. Returns: whether it is such a sentence. */
static gboolean
take_error (const char *words,
            GError    **error)
{
  const GQuark domains[] = { BARY_PACKAGE_ERROR, BARY_RECORD_ERROR };
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_auto (GStrv) parts = g_strsplit (valid, " ", 3);

  for (guint i = 0; g_strv_length (parts) == 3 && i < G_N_ELEMENTS (domains); i++)
    if (g_str_equal (parts[0], g_quark_to_string (domains[i])))
      {
        g_set_error_literal (error, domains[i], atoi (parts[1]), parts[2]);
        return TRUE;
      }
  return FALSE;
}

/* Returns: (transfer full) (nullable): what the process says; NULL without an error where it came to its end over the file. */
static char *
look (BaryPorter    *self,
      const char    *path,
      GCancellable  *cancellable,
      GError       **error)
{
  GError *failure = NULL;
  char *words = NULL;

  if (!start (self, error))
    return NULL;

  if (ask (self, path, cancellable, &failure))
    words = hear (self, cancellable, &failure);
  if (words != NULL)
    {
      self->used = TRUE;
      return words;
    }

  dismiss (self);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, failure);
  else
    g_error_free (failure);
  return NULL;
}

gboolean
bary_porter_check (BaryPorter    *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  gboolean fresh = !self->used;
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *words = NULL;
  GError *failure = NULL;

  /* What an earlier file has left behind is not this one's fault. */
  words = look (self, path, cancellable, &failure);
  if (words == NULL && failure == NULL && !fresh)
    words = look (self, path, cancellable, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (words != NULL && *words == '\0')
    return TRUE;
  if (words != NULL && take_error (words, error))
    return FALSE;

  dismiss (self);
  g_set_error (error, BARY_PACKAGE_ERROR, BARY_PACKAGE_ERROR_TOO_LARGE,
               /* Translators: %s: a file */
               _("%s: looking at the file takes more memory or time than any package does: it is damaged or made to harm; ask the sender for "
                 "it again"), name);
  return FALSE;
}

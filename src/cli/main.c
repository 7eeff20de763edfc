#include "bary-config.h"
#include "bary-i18n.h"
#include "bary-layout-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The door to barycenterctl. A graph whose labels have sizes needs neither the database nor Pango, and loading their
 * libraries takes longer than placing 300 nodes: it is laid out here. Everything else, help and every complaint
 * included, is the matter of the whole program, which can do this as well. */

#define WHOLE_PROGRAM "barycenterctl-all"

/* Returns: whether `word` is the option `name`; @value: (out): what follows its "=" or, of -oFILE, its letter */
static gboolean
is_option (const char  *word,
           const char  *name,
           char         letter,
           const char **value)
{
  gsize length = strlen (name);

  if (word[0] == '-' && word[1] == letter && word[2] != '\0')
    {
      *value = word + 2;
      return TRUE;
    }
  if (!g_str_has_prefix (word, "--") || strncmp (word + 2, name, length) != 0 || word[2 + length] != '=')
    return FALSE;

  *value = word + 3 + length;
  return TRUE;
}

/* Returns: FALSE if there is anything unusual on the line. */
static gboolean
read_line (char          *argv[],
           BaryLayoutJob *job)
{
  const char *value;

  for (int i = 2; argv[i] != NULL; i++)
    {
      if (!g_utf8_validate (argv[i], -1, NULL))
        return FALSE;
      if (strcmp (argv[i], "-o") == 0 && argv[i + 1] != NULL)
        job->output = argv[++i];
      else if (is_option (argv[i], "output", 'o', &value))
        job->output = value;
      else if (is_option (argv[i], "previous", 'p', &value))
        job->previous = value;
      else if (is_option (argv[i], "scheme", 's', &value) && bary_layout_job_parse_scheme (value, &job->scheme))
        continue;
      else if (argv[i][0] != '-' && job->input == NULL)
        job->input = argv[i];
      else
        return FALSE;
    }
  return job->input != NULL && (job->output == NULL || strcmp (job->output, "-") != 0);
}

/* A pipe could not be read a second time. */
static gboolean
is_plain_file (const char *path)
{
  struct stat about;

  return path == NULL || (stat (path, &about) == 0 && S_ISREG (about.st_mode));
}

static gboolean
lay_out (char *argv[])
{
  BaryLayoutJob job = { NULL };
  g_autoptr (GString) answer = NULL;

  if (!read_line (argv, &job) || !is_plain_file (job.input) || !is_plain_file (job.previous))
    return FALSE;

  answer = bary_layout_job_run (&job, NULL, NULL, NULL);
  if (answer == NULL || job.output != NULL)
    return answer != NULL;

  return (fwrite (answer->str, 1, answer->len, stdout) == answer->len && fflush (stdout) == 0) || errno == EPIPE;
}

/* In the build folder it lies beside this one. */
static char *
find_beside (void)
{
  g_autofree char *here = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = here != NULL ? g_path_get_dirname (here) : g_strdup (".");

  return g_build_filename (folder, WHOLE_PROGRAM, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *beside = NULL;

  signal (SIGPIPE, SIG_IGN);
  if (argc > 2 && strcmp (argv[1], "layout") == 0 && lay_out (argv))
    return 0;

  beside = find_beside ();
  execv (beside, argv);
  execv (BARY_LIBEXECDIR "/" WHOLE_PROGRAM, argv);
  bary_i18n_init ();
  /* Translators: a program */
  fprintf (stderr, _("%s cannot be started: install Barycenter anew\n"), BARY_LIBEXECDIR "/" WHOLE_PROGRAM);
  return 3;
}

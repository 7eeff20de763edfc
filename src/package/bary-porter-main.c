#include "bary-porter.h"

#include "bary-package.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define MOST_MEMORY (64 * 1024 * 1024) /* three times what the longest package needs */
#define MOST_ADDRESSES ((rlim_t) 2 << 30)
#define MOST_WRITTEN (256 * 1024 * 1024) /* where it keeps the ids of the longest package */
#define FREE_SECONDS 10
#define BYTES_PER_SECOND (4 * 1024 * 1024) /* a tenth of what an old machine reads */

#if defined (__SANITIZE_ADDRESS__)
# define LIMITS_MEMORY 0
#else
# define LIMITS_MEMORY 1
#endif

static void
limit (int    resource,
       rlim_t most)
{
  const struct rlimit limits = { most, most };

  setrlimit (resource, &limits);
}

/* From here on it reads and computes, writes no more than it needs, and ends with whoever asked. */
static void
lock_in (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_DUMPABLE, 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, MOST_WRITTEN);
  if (LIMITS_MEMORY)
    {
      limit (RLIMIT_DATA, MOST_MEMORY);
      limit (RLIMIT_AS, MOST_ADDRESSES);
    }
}

/* Each file has its own time, however long the ones before it took: the hard limit must stay for the next. */
static void
limit_time (const char *path)
{
  struct stat status = { 0 };
  struct rusage spent = { 0 };
  struct rlimit limits = { 0, RLIM_INFINITY };

  stat (path, &status);
  getrusage (RUSAGE_SELF, &spent);
  limits.rlim_cur = spent.ru_utime.tv_sec + spent.ru_stime.tv_sec + FREE_SECONDS + (rlim_t) status.st_size / BYTES_PER_SECOND;
  setrlimit (RLIMIT_CPU, &limits);
}

static void
look_at (const char *path)
{
  g_autoptr (GError) error = NULL;

  limit_time (path);
  if (!bary_package_validate (path, NULL, &error))
    printf ("%s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  putchar ('\0');
  fflush (stdout);
}

int
bary_porter_main (void)
{
  char *path = NULL;
  size_t size = 0;

  lock_in ();
  while (getdelim (&path, &size, '\0', stdin) > 0)
    look_at (path);

  free (path);
  return EXIT_SUCCESS;
}

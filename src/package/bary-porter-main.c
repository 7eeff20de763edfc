#include "bary-porter.h"

#include "bary-package.h"

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
lock_in (const char *path)
{
  struct stat status = { 0 };

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
  if (stat (path, &status) == 0)
    limit (RLIMIT_CPU, FREE_SECONDS + (rlim_t) status.st_size / BYTES_PER_SECOND);
}

int
bary_porter_main (int    argc,
                  char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return EXIT_FAILURE;

  lock_in (argv[1]);
  if (bary_package_validate (argv[1], NULL, &error))
    return EXIT_SUCCESS;

  g_printerr ("%s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  return EXIT_FAILURE;
}

#include "bary-contest-acts.h"

#include "bary-config.h"
#include "bary-contest.h"
#include "bary-store-contest-copy.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

char *
bary_contest_copy_for_next_year (BarySession *session,
                                 BaryRecord  *contest)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) copy = bary_store_copy_contest (bary_session_get_store (session), contest,
                                                         atoi (BARY_CONTEST (contest)->school_year) + 1, changes, &error);

  if (copy == NULL)
    {
      bary_session_fail (session, error);
      return NULL;
    }
  return bary_session_commit (session, N_("Copy the contest %s"), bary_record_get_name (contest), changes)
         ? g_strdup (bary_record_get_id (copy)) : NULL;
}

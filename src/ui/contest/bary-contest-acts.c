#include "bary-contest-acts.h"

#include "bary-config.h"
#include "bary-contest.h"
#include "bary-date.h"
#include "bary-day.h"
#include "bary-store-contest-copy.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Of a template that is years old, too, the copy is for the applications to come. */
static int
find_next_year (BaryRecord *contest)
{
  g_autofree char *today = bary_date_today ();
  int this_year = bary_day_get_school_year (bary_day_from_iso (today));

  return MAX (atoi (BARY_CONTEST (contest)->school_year), this_year) + 1;
}

char *
bary_contest_copy_for_next_year (BarySession *session,
                                 BaryRecord  *contest)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) copy = bary_store_copy_contest (bary_session_get_store (session), contest,
                                                         find_next_year (contest), changes, &error);

  if (copy == NULL)
    {
      bary_session_fail (session, error);
      return NULL;
    }
  return bary_session_commit (session, N_("Copy the contest %s"), bary_record_get_name (contest), changes)
         ? g_strdup (bary_record_get_id (copy)) : NULL;
}

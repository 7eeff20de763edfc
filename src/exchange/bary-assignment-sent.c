#include "bary-assignment-sent.h"

#include "bary-config.h"
#include "bary-contest-expert.h"
#include "bary-contest.h"
#include "bary-expert-assignment.h"
#include "bary-query.h"

#include <glib/gi18n-lib.h>

static gboolean
collect_seats (BaryStore    *store,
               const char   *expert,
               const char   *day,
               BaryChanges  *changes,
               GError      **error)
{
  g_autoptr (GPtrArray) seats = bary_store_select_parts (store, BARY_KIND_EXPERT_ASSIGNMENT, "expert", expert, error);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    if (BARY_EXPERT_ASSIGNMENT (seats->pdata[i])->sent_on == NULL &&
        !g_str_equal (BARY_EXPERT_ASSIGNMENT (seats->pdata[i])->mode, "forbidden"))
      bary_changes_set (changes, seats->pdata[i], "sent_on", day);
  return seats != NULL;
}

gboolean
bary_assignment_note_sent (BaryStore   *store,
                           const char  *expert,
                           const char  *day,
                           GError     **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_CONTEST_EXPERT, expert, error);
  g_autoptr (BaryRecord) contest = NULL;
  g_autoptr (BaryRecord) person = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  if (record != NULL)
    contest = bary_store_get (store, BARY_KIND_CONTEST, BARY_CONTEST_EXPERT (record)->contest, error);
  if (contest != NULL)
    person = bary_store_get (store, BARY_KIND_PERSON, BARY_CONTEST_EXPERT (record)->person, error);
  if (person == NULL || !collect_seats (store, expert, day, changes, error))
    return FALSE;

  if (BARY_CONTEST (contest)->frozen_on == NULL)
    bary_changes_set (changes, contest, "frozen_on", day);
  return bary_changes_get_length (changes) == 0 ||
         bary_store_commit (store, N_("Send the assignment to %s"), bary_record_get_name (person), changes, error);
}

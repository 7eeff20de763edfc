#include "bary-contest-guard-private.h"

#include "bary-application.h"
#include "bary-config.h"
#include "bary-contest-expert.h"
#include "bary-contest.h"
#include "bary-expert-assignment.h"
#include "bary-expert-mark.h"
#include "bary-interest-conflict.h"
#include "bary-query.h"
#include "bary-score-sheet.h"
#include "bary-store-registry.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static BaryGuardVerdict
refuse (const char  *words,
        char       **reason)
{
  *reason = g_strdup (words);
  return BARY_GUARD_REFUSE;
}

/* The centre knows its experts; what a package says of one tells only whose the sheets are. */
static BaryGuardVerdict
look_at_expert (BaryContestGuard  *self,
                BaryRecord        *record,
                BaryRecord        *present,
                char             **reason)
{
  g_autoptr (BaryRecord) contest = NULL;

  if (present == NULL || g_strcmp0 (bary_record_get_id (record), self->subject) != 0)
    return refuse (_("this is no expert of a contest here"), reason);
  contest = bary_contest_guard_find (self, BARY_KIND_CONTEST, BARY_CONTEST_EXPERT (present)->contest);
  if (contest == NULL || BARY_CONTEST (contest)->order_number != NULL)
    return refuse (_("the contest is decided already"), reason);
  return BARY_GUARD_PASS_OVER;
}

static BaryGuardVerdict
pass_over (BaryContestGuard *self,
           BaryRecord       *sheet,
           guint             line,
           const char       *words)
{
  g_hash_table_add (self->passed, g_strdup (bary_record_get_id (sheet)));
  if (words != NULL)
    bary_contest_guard_tell (self, sheet, line, words);
  return BARY_GUARD_PASS_OVER;
}

static void
read_seats (BaryContestGuard *self)
{
  g_autoptr (GPtrArray) seats = bary_store_select_parts (self->store, BARY_KIND_EXPERT_ASSIGNMENT, "expert", self->subject,
                                                         bary_contest_guard_get_failure (self));

  self->seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; seats != NULL && i < seats->len; i++)
    if (!g_str_equal (BARY_EXPERT_ASSIGNMENT (seats->pdata[i])->mode, "forbidden"))
      g_hash_table_add (self->seats, g_strdup (BARY_EXPERT_ASSIGNMENT (seats->pdata[i])->application));
}

/* What a package changes in assignments stands before its sheets, which are all of the subject. */
static gboolean
is_assigned (BaryContestGuard *self,
             BaryScoreSheet   *sheet)
{
  if (self->seats == NULL)
    read_seats (self);
  return g_hash_table_contains (self->seats, sheet->application);
}

/* Whether it once was, and was taken back. */
static gboolean
was_assigned (BaryContestGuard *self,
              BaryScoreSheet   *sheet)
{
  gboolean had = FALSE;

  bary_store_had_seat (self->store, sheet->expert, sheet->application, &had, bary_contest_guard_get_failure (self));
  return had;
}

static void
read_sheets (BaryContestGuard *self)
{
  self->sheets = bary_store_select_parts (self->store, BARY_KIND_SCORE_SHEET, "expert", self->subject,
                                          bary_contest_guard_get_failure (self));
  if (self->sheets == NULL)
    self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
}

/* @same: (out): whether another sheet has the very revision. Returns: the last revision that is here, 0 if there is none */
static int
find_last_revision (BaryContestGuard *self,
                    BaryScoreSheet   *sheet,
                    gboolean         *same)
{
  int last = 0;

  if (self->sheets == NULL)
    read_sheets (self);
  *same = FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      BaryScoreSheet *other = self->sheets->pdata[i];
      int revision = atoi (other->revision);

      if (!g_str_equal (other->application, sheet->application))
        continue;
      last = MAX (last, revision);
      *same |= revision == atoi (sheet->revision);
    }
  return last;
}

/* Declared in the same package, which came before the sheets. */
static gboolean
is_declared (BaryContestGuard *self,
             const char       *application)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_INTEREST_CONFLICT);
  g_autoptr (GPtrArray) conflicts = NULL;

  bary_query_where (query, "expert", self->subject);
  bary_query_where (query, "application", application);
  bary_query_where (query, "kind", "declared");
  conflicts = bary_store_select (self->store, query, bary_contest_guard_get_failure (self));
  return conflicts != NULL && conflicts->len > 0;
}

/* Who declares a conflict gives the application back, and nothing else. */
static gboolean
gives_back (BaryContestGuard     *self,
            BaryExpertAssignment *seat,
            BaryExpertAssignment *present)
{
  return g_strcmp0 (seat->mode, "forbidden") == 0 && g_strcmp0 (seat->expert, present->expert) == 0 &&
         g_strcmp0 (seat->application, present->application) == 0 && is_declared (self, seat->application);
}

/* The sheets of an expert are mostly all of one contest. */
static gboolean
is_late (BaryContestGuard *self,
         BaryApplication  *application)
{
  if (g_strcmp0 (self->judged, application->contest) != 0)
    {
      g_free (self->judged);
      self->judged = g_strdup (application->contest);
      self->late = FALSE;
      bary_store_is_stage_over (self->store, self->judged, "content", self->today, &self->late, bary_contest_guard_get_failure (self));
    }
  return self->late;
}

static BaryGuardVerdict
look_at_new_sheet (BaryContestGuard *self,
                   BaryScoreSheet   *sheet,
                   guint             line)
{
  BaryRecord *record = BARY_RECORD (sheet);
  g_autoptr (BaryRecord) application = bary_contest_guard_find (self, BARY_KIND_APPLICATION, sheet->application);
  gboolean same;
  int last;

  if (application != NULL && !is_assigned (self, sheet) && was_assigned (self, sheet))
    return pass_over (self, record, line, _("Foreign: the application was taken back from this expert; the sheet is not taken"));
  if (application == NULL || !is_assigned (self, sheet))
    return pass_over (self, record, line, _("Foreign: the application is not assigned to this expert; the sheet is not taken"));
  last = find_last_revision (self, sheet, &same);
  if (same)
    return pass_over (self, record, line, _("Changed on both sides: there is another sheet of this revision here; the one that comes is not taken"));
  if (last > atoi (sheet->revision))
    return pass_over (self, record, line, _("Older than the sheet that is here"));

  g_hash_table_add (self->taken, g_strdup (bary_record_get_id (record)));
  g_ptr_array_add (self->sheets, g_object_ref (record));
  bary_record_set_all (record, "source", "package", NULL);
  if (is_late (self, BARY_APPLICATION (application)))
    bary_contest_guard_tell (self, record, line, last > 0 ? _("Newer than the sheet that is here; late") : _("New; late"));
  else
    bary_contest_guard_tell (self, record, line, last > 0 ? _("Newer than the sheet that is here") : _("New"));
  return BARY_GUARD_TAKE;
}

static BaryGuardVerdict
look_at_sheet (BaryContestGuard  *self,
               BaryRecord        *record,
               BaryRecord        *present,
               guint              line,
               char             **reason)
{
  const char *state = BARY_SCORE_SHEET (record)->state;

  if (g_strcmp0 (BARY_SCORE_SHEET (record)->expert, self->subject) != 0)
    return refuse (_("it is a sheet of another expert"), reason);
  if (g_str_equal (state, "draft"))
    return pass_over (self, record, line, NULL);
  if (g_str_equal (state, "void"))
    return is_declared (self, BARY_SCORE_SHEET (record)->application) ? BARY_GUARD_TAKE : pass_over (self, record, line, NULL);
  if (present == NULL)
    return look_at_new_sheet (self, BARY_SCORE_SHEET (record), line);

  bary_record_set_all (record, "source", BARY_SCORE_SHEET (present)->source, NULL);
  if (bary_record_equals (record, present))
    return BARY_GUARD_TAKE;
  return pass_over (self, record, line, _("Changed on both sides: a sheet that was handed in is never overwritten; ask for a new revision"));
}

static BaryGuardVerdict
look_at_mark (BaryContestGuard *self,
              BaryRecord       *record,
              BaryRecord       *present,
              guint             line)
{
  const char *id = BARY_EXPERT_MARK (record)->sheet;
  g_autoptr (BaryRecord) sheet = NULL;

  if (g_hash_table_contains (self->passed, id))
    return BARY_GUARD_PASS_OVER;
  if (present != NULL ? bary_record_equals (record, present) : g_hash_table_contains (self->taken, id))
    return BARY_GUARD_TAKE;
  sheet = bary_contest_guard_find (self, BARY_KIND_SCORE_SHEET, id);
  if (sheet != NULL)
    bary_contest_guard_tell (self, sheet, line, _("Changed on both sides: a sheet that was handed in is never overwritten; ask for a new revision"));
  return BARY_GUARD_PASS_OVER;
}

BaryGuardVerdict
bary_contest_guard_look_at_scores (BaryContestGuard  *self,
                                   BaryRecord        *record,
                                   BaryRecord        *present,
                                   guint              line,
                                   char             **reason)
{
  switch (bary_record_get_kind (record))
    {
    case BARY_KIND_CONTEST_EXPERT:
      return look_at_expert (self, record, present, reason);
    case BARY_KIND_INTEREST_CONFLICT:
      if (g_strcmp0 (BARY_INTEREST_CONFLICT (record)->kind, "declared") == 0)
        return BARY_GUARD_TAKE;
      return refuse (_("an expert declares a conflict, and the centre finds all others"), reason);
    case BARY_KIND_EXPERT_ASSIGNMENT:
      return present != NULL && gives_back (self, BARY_EXPERT_ASSIGNMENT (record), BARY_EXPERT_ASSIGNMENT (present))
             ? BARY_GUARD_TAKE : BARY_GUARD_PASS_OVER;
    case BARY_KIND_SCORE_SHEET:
      return look_at_sheet (self, record, present, line, reason);
    case BARY_KIND_EXPERT_MARK:
      return look_at_mark (self, record, present, line);
    default:
      return BARY_GUARD_TAKE;
    }
}

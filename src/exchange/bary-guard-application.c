#include "bary-contest-guard-private.h"

#include "bary-application.h"
#include "bary-config.h"
#include "bary-store-registry.h"

#include <glib/gi18n-lib.h>

static char *
compose_stamp (const BaryApplication *application)
{
  return g_strdup_printf ("%s %s", application->submitted_on != NULL ? application->submitted_on : "",
                          application->submitted_time != NULL ? application->submitted_time : "");
}

/* The register is the centre's: its number, whether it was late, its remark. */
static void
keep_register (BaryRecord *record,
               BaryRecord *present)
{
  static const char *const fields[] = { "number", "late", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    bary_record_set_all (record, fields[i], bary_record_get_text (present, fields[i]), NULL);
}

static void
enter (BaryContestGuard *self,
       BaryRecord       *record,
       guint             line)
{
  const char *contest = bary_record_get_text (record, "contest");
  g_autofree char *number = NULL;
  gboolean late = FALSE;
  guint next = 0;

  if (!bary_store_is_stage_over (self->store, contest, "submission", self->today, &late, bary_contest_guard_get_failure (self)) ||
      !bary_store_find_next_number (self->store, contest, &next, bary_contest_guard_get_failure (self)))
    return;
  number = g_strdup_printf ("%u", next);
  bary_record_set_all (record, "number", number, NULL);
  bary_record_set_all (record, "late", late ? "yes" : NULL, NULL);
  bary_record_set_all (record, "note", NULL, NULL);
  bary_contest_guard_tell (self, record, line, late ? _("New, after the last day of submission") : C_("application", "New"));
}

/* What comes again. */
static BaryGuardVerdict
compare (BaryContestGuard  *self,
         BaryRecord        *record,
         BaryRecord        *present,
         guint              line,
         char             **reason)
{
  const char *state = BARY_APPLICATION (present)->state;
  g_autofree char *stamp = compose_stamp (BARY_APPLICATION (record));
  g_autofree char *known = compose_stamp (BARY_APPLICATION (present));
  int order = g_strcmp0 (stamp, known);
  gboolean open = g_str_equal (state, "draft") || g_str_equal (state, "submitted") || g_str_equal (state, "to_mend");

  keep_register (record, present);
  self->stale = order < 0;
  self->closed = !open;
  if (self->stale)
    {
      bary_contest_guard_tell (self, record, line, _("Older than what is here: nothing of it is taken"));
      return BARY_GUARD_PASS_OVER;
    }
  if (order > 0 && self->closed)
    {
      *reason = g_strdup (_("it was reviewed already: if it is to be mended after all, let the technical review say so first"));
      return BARY_GUARD_REFUSE;
    }
  if (order > 0)
    bary_contest_guard_tell (self, record, line, _("Newer than what is here"));
  else
    bary_record_set_all (record, "state", state, NULL);
  return BARY_GUARD_TAKE;
}

static BaryGuardVerdict
look_at_front (BaryContestGuard  *self,
               BaryRecord        *record,
               BaryRecord        *present,
               guint              line,
               char             **reason)
{
  const char *state = BARY_APPLICATION (record)->state;

  if (!g_str_equal (state, "submitted") && !g_str_equal (state, "withdrawn"))
    {
      *reason = g_strdup (_("it was not handed in: the applicant hands it in first, and then makes the package"));
      return BARY_GUARD_REFUSE;
    }
  if (present != NULL)
    return compare (self, record, present, line, reason);
  enter (self, record, line);
  return BARY_GUARD_TAKE;
}

BaryGuardVerdict
bary_contest_guard_look_at_application (BaryContestGuard  *self,
                                        BaryRecord        *record,
                                        BaryRecord        *present,
                                        guint              line,
                                        char             **reason)
{
  switch (bary_record_get_kind (record))
    {
    case BARY_KIND_APPLICATION:
      return look_at_front (self, record, present, line, reason);
    case BARY_KIND_APPLICATION_ANSWER:
    case BARY_KIND_APPENDIX:
    case BARY_KIND_APPENDIX_CHUNK:
      if (self->stale)
        return BARY_GUARD_PASS_OVER;
      if (!self->closed || (present != NULL && bary_record_equals (record, present)))
        return BARY_GUARD_TAKE;
      *reason = g_strdup (_("the application was reviewed already, and nothing of it may change"));
      return BARY_GUARD_REFUSE;
    default:
      return BARY_GUARD_TAKE;
    }
}

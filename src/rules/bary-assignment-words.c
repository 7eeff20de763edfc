#include "bary-assignment.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

#define MOST_NAMES 12
#define MOST_BANS 3

/* @numbers: (element-type guint) */
static char *
join_names (const GArray *numbers,
            const char   *(*get_name) (const BaryAssignmentProblem *problem, guint number),
            const BaryAssignmentProblem *problem)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint left = numbers->len > MOST_NAMES ? numbers->len - MOST_NAMES : 0;

  for (guint i = 0; i < numbers->len - left; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", get_name (problem, g_array_index (numbers, guint, i)));
  if (left > 0)
    /* Translators: follows a list of names: "A1, A2 and 7 more" */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", left), left);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static const char *
get_application (const BaryAssignmentProblem *problem,
                 guint                        number)
{
  return problem->applications[number].id;
}

static const char *
get_expert (const BaryAssignmentProblem *problem,
            guint                        number)
{
  return problem->experts[number].id;
}

static char *
describe (const BaryAssignmentGap     *gap,
          const BaryAssignmentProblem *problem)
{
  g_autofree char *applications = join_names (gap->applications, get_application, problem);
  g_autofree char *experts = join_names (gap->experts, get_expert, problem);

  if (gap->experts->len == 0)
    /* Translators: 1: applications, 2: a number */
    return g_strdup_printf (_("Applications: %1$s. No expert is allowed. Assignments needed: %2$u."), applications, gap->needed);

  /* Translators: 1: applications, 2: experts, 3, 4, 5: numbers */
  return g_strdup_printf (_("Applications: %1$s. Experts allowed: %2$s. Assignments needed: %3$u, possible: %4$u, lacking: %5$u."),
                          applications, experts, gap->needed, gap->possible, gap->needed - gap->possible);
}

/* Bans that somebody put there, not those of one's own organisation. */
static char *
list_bans (const BaryAssignmentGap     *gap,
           const BaryAssignmentProblem *problem)
{
  g_autoptr (GString) bans = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < gap->applications->len && problem->cells != NULL; i++)
    for (guint e = 0; e < problem->n_experts && n < MOST_BANS; e++)
      {
        guint a = g_array_index (gap->applications, guint, i);

        if (problem->cells[(gsize) a * problem->n_experts + e] == BARY_CELL_FORBIDDEN)
          g_string_append_printf (bans, "%s%s – %s", n++ > 0 ? ", " : "", get_application (problem, a), get_expert (problem, e));
      }
  return g_string_free (g_steal_pointer (&bans), FALSE);
}

static gboolean
needs_several (const BaryAssignmentGap     *gap,
               const BaryAssignmentProblem *problem)
{
  for (guint i = 0; i < gap->applications->len; i++)
    if (problem->applications[g_array_index (gap->applications, guint, i)].need > 1)
      return TRUE;
  return FALSE;
}

static char *
list_remedies (const BaryAssignmentGap     *gap,
               const BaryAssignmentProblem *problem)
{
  g_autofree char *full = join_names (gap->full, get_expert, problem);
  g_autofree char *bans = list_bans (gap, problem);
  g_autoptr (GString) remedies = g_string_new (NULL);

  if (*full != '\0')
    {
      /* Translators: one of several remedies in a list; %s: experts */
      g_string_append_printf (remedies, _("a greater load for %s"), full);
      g_string_append (remedies, "; ");
    }
  if (*bans != '\0')
    {
      /* Translators: one of several remedies in a list; %s: pairs of application and expert */
      g_string_append_printf (remedies, _("lifting a ban, if one is there by mistake (%s)"), bans);
      g_string_append (remedies, "; ");
    }
  if (needs_several (gap, problem))
    /* Translators: one of several remedies in a list */
    g_string_append_printf (remedies, "%s; ", _("fewer experts for an application"));
  /* Translators: the last of several remedies in a list */
  g_string_append (remedies, _("one more expert, who is allowed"));
  return g_string_free (g_steal_pointer (&remedies), FALSE);
}

char *
bary_assignment_gap_to_words (const BaryAssignmentGap     *gap,
                              const BaryAssignmentProblem *problem)
{
  g_autofree char *what = describe (gap, problem);
  g_autofree char *remedies = list_remedies (gap, problem);
  /* Translators: %s: a list of remedies */
  g_autofree char *help = g_strdup_printf (_("What helps: %s."), remedies);

  return g_strjoin (" ", what, help, NULL);
}

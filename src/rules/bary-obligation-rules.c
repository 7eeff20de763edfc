#include "bary-obligations.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

/* The algorithm of the Красносельский programme: «Анонс отправляем за 14 дней (желательно повторить за 3-4 дня до мероприятия и
 * накануне)», «через 1-2 дня после мероприятия», «1 раз в четверть», «2 раза в год». That the meeting is in the first two weeks
 * of a quarter and the report in the last two of a half year is the custom of this program. A stage of a contest is itself
 * what is due. */
static const BaryDutyRule rules[] = {
  { N_("Announcement"), BARY_DUTY_ANNOUNCEMENT, 0, BARY_ANCHOR_START, -14, -14, 1, FALSE },
  { N_("Repeated announcement"), BARY_DUTY_REMINDER, 0, BARY_ANCHOR_START, -4, -3, 1, TRUE },
  { N_("Announcement on the eve"), BARY_DUTY_EVE, 0, BARY_ANCHOR_START, -1, -1, 1, TRUE },
  { N_("Press release"), BARY_DUTY_PRESS_RELEASE, 0, BARY_ANCHOR_END, 1, 2, 1, FALSE },
  { N_("Stage of a contest"), BARY_DUTY_STAGE, 0, BARY_ANCHOR_END, 0, 0, 0, FALSE, "contest_stage" },
  { N_("Meeting of the cluster"), BARY_DUTY_MEETING, 0, BARY_ANCHOR_QUARTER, 0, 13, 0, FALSE },
  { N_("Report on the cluster"), BARY_DUTY_REPORT, 0, BARY_ANCHOR_HALF_YEAR, -13, 0, 1, FALSE },
};

/* Applications by 28 April, the review the next day, content review and presentation in May, decision in May and June. */
static const BaryDutyRule internship_rules[] = {
  { N_("Technical review"), BARY_DUTY_STAGE, 1, BARY_ANCHOR_END, 1, 1, 0, FALSE, "contest" },
  { N_("Content review"), BARY_DUTY_STAGE, 2, BARY_ANCHOR_END, 3, 33, 0, FALSE, "contest" },
  { N_("Public presentation"), BARY_DUTY_STAGE, 3, BARY_ANCHOR_END, 3, 33, 0, FALSE, "contest" },
  { N_("Decision on the status"), BARY_DUTY_STAGE, 4, BARY_ANCHOR_END, 3, 63, 0, FALSE, "contest" },
};

/* Applications by 16 May, the review the next day, content review in May and June, decision in June. */
static const BaryDutyRule base_rules[] = {
  { N_("Technical review"), BARY_DUTY_STAGE, 1, BARY_ANCHOR_END, 1, 1, 0, FALSE, "contest" },
  { N_("Content review"), BARY_DUTY_STAGE, 2, BARY_ANCHOR_END, 2, 45, 0, FALSE, "contest" },
  { N_("Decision on the status"), BARY_DUTY_STAGE, 3, BARY_ANCHOR_END, 16, 45, 0, FALSE, "contest" },
};

const BaryDutyRule *
bary_duty_rules_get_default (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

const BaryDutyRule *
bary_duty_rules_get_contest (BaryContestKind  contest,
                             guint           *n_rules)
{
  *n_rules = contest == BARY_CONTEST_BASE ? G_N_ELEMENTS (base_rules) : G_N_ELEMENTS (internship_rules);
  return contest == BARY_CONTEST_BASE ? base_rules : internship_rules;
}

const char *
bary_duty_rule_get_name (const BaryDutyRule *rule)
{
  return _(rule->name);
}

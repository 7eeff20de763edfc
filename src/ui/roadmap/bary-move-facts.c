#include "bary-move-facts.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

#define NO_RULE G_MAXUINT

static void
add_fact (GtkWidget  *list,
          const char *icon_name,
          const char *css_class,
          const char *words)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *row = bary_rows_make (words, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (icon, css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), row);
}

static char *
day_to_words (BaryDay day)
{
  g_autofree char *iso = bary_day_to_iso (day);

  return iso != NULL ? bary_date_to_words (iso) : g_strdup (_("not set yet"));
}

static void
add_consent (GtkWidget          *list,
             const BaryPlanMove *move)
{
  g_auto (GStrv) reasons = bary_consent_to_words (move->consent);

  for (guint i = 0; reasons[i] != NULL; i++)
    add_fact (list, "dialog-warning-symbolic", "warning", reasons[i]);
}

static void
add_shift (GtkWidget           *list,
           const BaryDutyShift *shift,
           const GArray        *rules)
{
  guint number = shift->now.rule != NO_RULE ? shift->now.rule : shift->was.rule;
  const char *name = bary_duty_rule_get_name (&g_array_index (rules, BaryDutyRule, number));
  g_autofree char *was = day_to_words (shift->was.rule != NO_RULE ? shift->was.due : BARY_NO_DAY);
  g_autofree char *now = day_to_words (shift->now.rule != NO_RULE ? shift->now.due : BARY_NO_DAY);
  g_autofree char *words = NULL;

  if (shift->now.rule == NO_RULE)
    /* Translators: 1: an announcement, a press release …, 2: the day it was due */
    words = g_strdup_printf (_("%1$s is no longer due (was %2$s)"), name, was);
  else
    /* Translators: 1: an announcement, a press release …, 2: the day it was due, 3: the day it is due now */
    words = g_strdup_printf (_("%1$s: %2$s → %3$s"), name, was, now);
  add_fact (list, "document-open-recent-symbolic", NULL, words);
}

static void
add_conflicts (GtkWidget               *list,
               GArray                  *conflicts,
               const BaryConflictIndex *index,
               gboolean                 made)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      const BaryConflict *conflict = &g_array_index (conflicts, BaryConflict, i);
      g_autofree char *words = bary_conflict_to_words (conflict, bary_conflict_index_get_plan (index),
                                                       bary_conflict_index_get_calendar (index));
      /* Translators: %s: a conflict, such as “20.11: № 352 must be at the festival, too” */
      g_autofree char *solved = made ? NULL : g_strdup_printf (_("Solved: %s"), words);

      if (made)
        add_fact (list, "dialog-warning-symbolic", bary_conflict_is_hard (conflict->kind) ? "error" : "warning", words);
      else
        add_fact (list, "object-select-symbolic", "success", solved);
    }
}

static void
add_terms (GtkWidget          *list,
           const BaryPlanMove *move)
{
  if (move->quarter_was != move->quarter_now && move->quarter_now > 0)
    {
      /* Translators: %d: 1 to 4 */
      g_autofree char *words = g_strdup_printf (_("It is in quarter %d now"), move->quarter_now);

      add_fact (list, "x-office-calendar-symbolic", NULL, words);
    }
  if (move->report_was != move->report_now && move->report_now > 0)
    {
      /* Translators: %d: 1 or 2 */
      g_autofree char *words = g_strdup_printf (_("It belongs to the report on half-year %d now"), move->report_now);

      add_fact (list, "x-office-calendar-symbolic", NULL, words);
    }
}

GtkWidget *
bary_move_facts_new (const BaryPlanMove      *move,
                     const BaryConflictIndex *index,
                     const GArray            *rules)
{
  GtkWidget *list = adw_preferences_group_new ();

  if (move == NULL)
    return list;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), _("What follows"));
  if (move->settles)
    add_fact (list, "object-select-symbolic", "success", _("The vague date becomes a day: nobody needs to agree"));
  add_consent (list, move);
  if (move->wrong->len > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u announcement that was sent tells another day: send a correction",
                                                          "%u announcements that were sent tell another day: send a correction",
                                                          move->wrong->len), move->wrong->len);

      add_fact (list, "mail-unread-symbolic", "warning", words);
    }
  add_conflicts (list, move->made, index, TRUE);
  add_conflicts (list, move->solved, index, FALSE);
  for (guint i = 0; i < move->shifts->len; i++)
    add_shift (list, &g_array_index (move->shifts, BaryDutyShift, i), rules);
  add_terms (list, move);
  return list;
}

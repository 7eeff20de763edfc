#include "bary-kinds.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static const BaryKindInfo *const kinds[BARY_N_KINDS] = {
  &bary_centre_info,
  &bary_organisation_info,
  &bary_person_info,
  &bary_direction_info,
  &bary_scheme_info,
  &bary_group_info,
  &bary_cluster_info,
  &bary_membership_info,
  &bary_role_info,
  &bary_body_info,
  &bary_body_member_info,
  &bary_agreement_info,
  &bary_party_info,
  &bary_status_info,
  &bary_link_info,
  &bary_document_info,
  &bary_place_info,
  &bary_slide_info,
  &bary_hidden_group_info,
  &bary_roadmap_info,
  &bary_section_info,
  &bary_revision_info,
  &bary_revision_line_info,
  &bary_approval_info,
  &bary_event_info,
  &bary_event_part_info,
  &bary_event_award_info,
  &bary_event_move_info,
  &bary_sending_info,
  &bary_channel_info,
  &bary_calendar_day_info,
  &bary_calendar_term_info,
  &bary_obligation_rule_info,
  &bary_conflict_note_info,
  &bary_half_year_report_info,
  &bary_contest_info,
  &bary_contest_stage_info,
  &bary_contest_section_info,
  &bary_contest_field_info,
  &bary_checklist_item_info,
  &bary_contest_criterion_info,
  &bary_criterion_level_info,
  &bary_tie_step_info,
  &bary_contest_expert_info,
  &bary_application_info,
  &bary_application_answer_info,
  &bary_appendix_info,
  &bary_appendix_chunk_info,
  &bary_technical_review_info,
  &bary_technical_check_info,
  &bary_interest_conflict_info,
  &bary_expert_assignment_info,
  &bary_score_sheet_info,
  &bary_expert_mark_info,
  &bary_contest_decision_info,
  &bary_speech_info,
};

const BaryKindInfo *
bary_kind_get_info (BaryKind kind)
{
  g_assert (kind < BARY_N_KINDS && kinds[kind]->kind == kind);

  return kinds[kind];
}

/* Returns: (transfer none) (element-type utf8 BaryKindInfo) */
static GHashTable *
get_table (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *filled = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < BARY_N_KINDS; i++)
        g_hash_table_insert (filled, (gpointer) kinds[i]->name, (gpointer) kinds[i]);
      g_once_init_leave (&table, filled);
    }
  return table;
}

gboolean
bary_kind_from_name (const char  *name,
                     BaryKind    *kind,
                     GError     **error)
{
  const BaryKindInfo *info = name != NULL ? g_hash_table_lookup (get_table (), name) : NULL;
  g_autoptr (GString) names = NULL;

  if (info != NULL)
    {
      *kind = info->kind;
      return TRUE;
    }
  if (error == NULL)
    return FALSE;

  names = g_string_new (NULL);
  for (guint i = 0; i < BARY_N_KINDS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kinds[i]->name);
  g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_UNKNOWN_KIND,
               /* Translators: 1: a word, 2: a list of words */
               _("There is no kind of record “%1$s”: use one of %2$s"), name, names->str);
  return FALSE;
}

const BaryField *
bary_kind_find_field (BaryKind     kind,
                      const char  *name,
                      GError     **error)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  g_autoptr (GString) names = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if (g_strcmp0 (info->fields[i].name, name) == 0)
      return &info->fields[i];

  if (error == NULL)
    return NULL;

  names = g_string_new (NULL);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", info->fields[i].name);
  g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_UNKNOWN_FIELD,
               /* Translators: 1: a kind of record, 2: a word, 3: a list of words */
               _("“%1$s” has no field “%2$s”: use one of %3$s"), info->name, name, names->str);
  return NULL;
}

int
bary_kind_find_choice (BaryKind    kind,
                       const char *field,
                       const char *word)
{
  const BaryChoice *choices = bary_kind_find_field (kind, field, NULL)->choices;

  for (int i = 0; choices[i].word != NULL; i++)
    if (g_strcmp0 (choices[i].word, word) == 0)
      return i;
  return -1;
}

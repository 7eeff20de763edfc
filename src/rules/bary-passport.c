#include "bary-passport.h"

#include "bary-date.h"

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
add_gap (GArray        *gaps,
         BaryCondition  condition,
         BaryFix        fix,
         const char    *record)
{
  BaryPassportGap gap = { condition, fix, record };

  g_array_append_val (gaps, gap);
}

static gboolean
is_in_force (const BaryPassportInput *input,
             const BaryPassportParty *party)
{
  const BaryPassportAgreement *agreement = &input->agreements[party->agreement];

  return bary_range_covers (agreement->date, agreement->valid_until, input->day);
}

/* One agreement in force that names a role is enough; otherwise the nearest step towards it. */
static void
check_member (const BaryPassportInput *input,
              const char              *organisation,
              GArray                  *gaps)
{
  const BaryPassportParty *without_role = NULL;
  gboolean out_of_force = FALSE;

  for (guint i = 0; i < input->n_parties; i++)
    {
      const BaryPassportParty *party = &input->parties[i];

      if (g_strcmp0 (party->organisation, organisation) != 0 || party->agreement >= input->n_agreements)
        continue;
      if (!is_in_force (input, party))
        out_of_force = TRUE;
      else if (!is_blank (party->role))
        return;
      else if (without_role == NULL)
        without_role = party;
    }

  if (without_role != NULL)
    add_gap (gaps, BARY_CONDITION_LEGAL_BASIS, BARY_FIX_DEFINE_ROLE, without_role->id);
  else
    add_gap (gaps, BARY_CONDITION_LEGAL_BASIS,
             out_of_force ? BARY_FIX_RENEW_AGREEMENT : BARY_FIX_ADD_AGREEMENT, organisation);
}

static void
check_legal_basis (const BaryPassportInput *input,
                   GArray                  *gaps)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (input->n_members == 0)
    add_gap (gaps, BARY_CONDITION_LEGAL_BASIS, BARY_FIX_ADD_MEMBERS, NULL);
  for (guint i = 0; i < input->n_members; i++)
    if (g_hash_table_add (seen, (gpointer) input->members[i]))
      check_member (input, input->members[i], gaps);
}

GArray *
bary_passport_check (const BaryPassportInput *input)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (BaryPassportGap));

  if (is_blank (input->goal))
    add_gap (gaps, BARY_CONDITION_GOAL, BARY_FIX_WRITE_GOAL, NULL);
  check_legal_basis (input, gaps);
  if (is_blank (input->interaction))
    add_gap (gaps, BARY_CONDITION_INTERACTION, BARY_FIX_WRITE_INTERACTION, NULL);
  if (is_blank (input->management))
    add_gap (gaps, BARY_CONDITION_MANAGEMENT, BARY_FIX_WRITE_MANAGEMENT, NULL);
  if (input->n_leaders == 0)
    add_gap (gaps, BARY_CONDITION_MANAGEMENT, BARY_FIX_NAME_CURATOR, NULL);
  if (input->n_bodies == 0)
    add_gap (gaps, BARY_CONDITION_MANAGEMENT, BARY_FIX_NAME_BODY, NULL);
  return gaps;
}

guint
bary_passport_count_gaps (const GArray  *gaps,
                          BaryCondition  condition)
{
  guint n = 0;

  for (guint i = 0; i < gaps->len; i++)
    n += g_array_index (gaps, BaryPassportGap, i).condition == condition;
  return n;
}

guint
bary_passport_count_unmet (const GArray *gaps)
{
  guint n = 0;

  for (guint condition = 0; condition < BARY_N_CONDITIONS; condition++)
    n += bary_passport_count_gaps (gaps, condition) > 0;
  return n;
}

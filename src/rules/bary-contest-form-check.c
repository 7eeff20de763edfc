#include "bary-contest-form.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-fraction.h"

#include <glib/gi18n-lib.h>

guint
bary_form_count_words (const char *text)
{
  gboolean within = FALSE;
  gboolean counted = FALSE;
  guint n = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      within = !g_unichar_isspace (c);
      if (!within)
        counted = FALSE;
      else if (!counted && g_unichar_isalnum (c))
        {
          counted = TRUE;
          n++;
        }
    }
  return n;
}

static BaryFormFault
check_number (const BaryFormField *field,
              const char          *answer)
{
  BaryFraction value, limit;

  if (!bary_fraction_parse (answer, &value))
    return BARY_FORM_NO_NUMBER;
  if (field->least != NULL && bary_fraction_parse (field->least, &limit) && bary_fraction_compare (&value, &limit) < 0)
    return BARY_FORM_OUT_OF_RANGE;
  if (field->most != NULL && bary_fraction_parse (field->most, &limit) && bary_fraction_compare (&value, &limit) > 0)
    return BARY_FORM_OUT_OF_RANGE;
  return BARY_FORM_FILLED;
}

static BaryFormFault
check_value (const BaryFormField *field)
{
  const char *answer = bary_form_field_get_answer (field, 0, 0, 0);
  g_autofree char *day = NULL;

  if (answer == NULL)
    return field->required ? BARY_FORM_EMPTY : BARY_FORM_FILLED;
  if (field->most_words > 0 && bary_form_count_words (answer) > field->most_words)
    return BARY_FORM_TOO_LONG;
  if (field->kind == BARY_FORM_NUMBER)
    return check_number (field, answer);
  if (field->kind == BARY_FORM_DATE)
    {
      day = bary_date_parse (answer);
      return day != NULL ? BARY_FORM_FILLED : BARY_FORM_NO_DAY;
    }
  return BARY_FORM_FILLED;
}

/* A row is begun by any of its cells, and then wants all of them; rows may be left out between others. */
static gboolean
has_gaps (const BaryFormField *field,
          guint                part)
{
  guint n_columns = g_strv_length (field->options);

  for (guint row = 1; row <= bary_form_field_count_rows (field, part); row++)
    {
      guint n = 0;

      for (guint column = 1; column <= n_columns; column++)
        n += bary_form_field_get_answer (field, part, row, column) != NULL;
      if (n > 0 && n < n_columns)
        return TRUE;
    }
  return FALSE;
}

static BaryFormFault
check_table (const BaryFormField *field)
{
  guint n_parts = g_strv_length (field->parts);
  guint n_missing = 0;

  if (g_hash_table_size (field->answers) == 0)
    return field->required ? BARY_FORM_EMPTY : BARY_FORM_FILLED;

  for (guint part = MIN (n_parts, 1); part <= n_parts; part++)
    {
      if (has_gaps (field, part))
        return BARY_FORM_UNFINISHED;
      n_missing += bary_form_field_count_rows (field, part) == 0;
    }
  return field->required && n_missing > 0 ? BARY_FORM_UNFINISHED : BARY_FORM_FILLED;
}

BaryFormFault
bary_form_field_check (const BaryFormField *field)
{
  if (bary_form_field_is_table (field))
    return check_table (field);
  if (field->kind == BARY_FORM_APPENDIX)
    return field->required && field->appendices->len == 0 ? BARY_FORM_EMPTY : BARY_FORM_FILLED;
  return check_value (field);
}

static char *
range_to_words (const BaryFormField *field)
{
  if (field->least != NULL && field->most != NULL)
    /* Translators: 1 and 2: numbers */
    return g_strdup_printf (_("Write a number from %1$s to %2$s"), field->least, field->most);
  if (field->least != NULL)
    return g_strdup_printf (_("Write a number not below %s"), field->least);
  return g_strdup_printf (_("Write a number not above %s"), field->most);
}

static char *
excess_to_words (const BaryFormField *field)
{
  guint excess = bary_form_count_words (bary_form_field_get_answer (field, 0, 0, 0)) - field->most_words;

  return g_strdup_printf (ngettext ("Shorten it by %u word", "Shorten it by %u words", excess), excess);
}

char *
bary_form_field_fault_to_words (const BaryFormField *field)
{
  switch (bary_form_field_check (field))
    {
    case BARY_FORM_EMPTY:
      return g_strdup (field->kind == BARY_FORM_APPENDIX ? _("Add a file") : _("Fill it in"));
    case BARY_FORM_UNFINISHED:
      return g_strdup (_("Fill in every cell of the rows that are begun, and a row of each part"));
    case BARY_FORM_TOO_LONG:
      return excess_to_words (field);
    case BARY_FORM_NO_NUMBER:
      return g_strdup (_("Write a number"));
    case BARY_FORM_OUT_OF_RANGE:
      return range_to_words (field);
    case BARY_FORM_NO_DAY:
      return g_strdup (_("Write a day as 31.12.2025"));
    case BARY_FORM_FILLED:
    default:
      return NULL;
    }
}

guint
bary_form_section_count_faults (const BaryFormSection *section)
{
  guint n = 0;

  for (guint i = 0; i < section->fields->len; i++)
    n += bary_form_field_check (section->fields->pdata[i]) != BARY_FORM_FILLED;
  return n;
}

guint
bary_contest_form_count_faults (const BaryContestForm *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sections->len; i++)
    n += bary_form_section_count_faults (self->sections->pdata[i]);
  return n;
}

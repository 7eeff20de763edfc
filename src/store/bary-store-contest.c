#include "bary-store-contest.h"

#include "bary-kinds.h"

#include <stdlib.h>

static guint
to_number (const char *text)
{
  return text != NULL ? (guint) strtoul (text, NULL, 10) : 0;
}

static char **
split_lines (const char *text)
{
  return text != NULL ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

static BaryFormField *
add_field (BaryFormSection  *section,
           BaryContestField *record)
{
  BaryFormField *field = bary_form_section_add_field (section, bary_record_get_id (BARY_RECORD (record)), record->name,
                                                      bary_kind_find_choice (BARY_KIND_CONTEST_FIELD, "kind", record->kind));

  field->help = g_strdup (record->help);
  field->required = record->required != NULL;
  field->most_words = to_number (record->most_words);
  field->least = g_strdup (record->least);
  field->most = g_strdup (record->most);
  field->numbered = record->numbered != NULL;
  field->rows = to_number (record->rows);
  g_strfreev (field->options);
  field->options = split_lines (record->options);
  g_strfreev (field->parts);
  field->parts = split_lines (record->groups);
  return field;
}

/* @fields: (out caller-allocates): id -> BaryFormField */
static gboolean
read_fields (BaryStore        *self,
             BaryContestForm  *form,
             const char       *contest,
             GHashTable       *fields,
             GError          **error)
{
  g_autoptr (GPtrArray) sections = bary_store_select_parts (self, BARY_KIND_CONTEST_SECTION, "contest", contest, error);

  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const BaryContestSection *record = sections->pdata[i];
      BaryFormSection *section = bary_contest_form_add_section (form, record->name, record->help);
      g_autoptr (GPtrArray) found = bary_store_select_parts (self, BARY_KIND_CONTEST_FIELD, "section",
                                                             bary_record_get_id (sections->pdata[i]), error);

      if (found == NULL)
        return FALSE;
      for (guint j = 0; j < found->len; j++)
        {
          BaryFormField *field = add_field (section, found->pdata[j]);

          g_hash_table_insert (fields, field->id, field);
        }
    }
  return sections != NULL;
}

static gboolean
read_answers (BaryStore   *self,
              const char  *application,
              GHashTable  *fields,
              GError     **error)
{
  g_autoptr (GPtrArray) answers = bary_store_select_parts (self, BARY_KIND_APPLICATION_ANSWER, "application", application, error);
  g_autoptr (GPtrArray) appendices = bary_store_select_parts (self, BARY_KIND_APPENDIX, "application", application, error);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const BaryApplicationAnswer *answer = answers->pdata[i];
      BaryFormField *field = g_hash_table_lookup (fields, answer->field);

      if (field != NULL)
        bary_form_field_set_answer (field, to_number (answer->part), to_number (answer->row), to_number (answer->column),
                                    answer->value);
    }
  for (guint i = 0; appendices != NULL && i < appendices->len; i++)
    {
      const BaryAppendix *appendix = appendices->pdata[i];
      BaryFormField *field = appendix->field != NULL ? g_hash_table_lookup (fields, appendix->field) : NULL;

      if (field != NULL)
        {
          g_ptr_array_add (field->appendices, g_strdup (appendix->name));
          g_ptr_array_add (field->appendix_ids, g_strdup (bary_record_get_id (appendices->pdata[i])));
        }
    }
  return answers != NULL && appendices != NULL;
}

BaryContestForm *
bary_store_read_contest_form (BaryStore   *self,
                              BaryRecord  *contest,
                              GError     **error)
{
  g_autoptr (BaryContestForm) form = bary_contest_form_new (BARY_CONTEST (contest)->form_title,
                                                            (int) to_number (BARY_CONTEST (contest)->school_year), NULL);
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  return read_fields (self, form, bary_record_get_id (contest), fields, error) ? g_steal_pointer (&form) : NULL;
}

BaryContestForm *
bary_store_read_application (BaryStore   *self,
                             BaryRecord  *application,
                             GError     **error)
{
  const char *id = bary_record_get_text (application, "contest");
  g_autoptr (BaryRecord) contest = bary_store_get (self, BARY_KIND_CONTEST, id, error);
  g_autoptr (BaryContestForm) form = NULL;
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  if (contest == NULL)
    return NULL;
  form = bary_contest_form_new (BARY_CONTEST (contest)->form_title, (int) to_number (BARY_CONTEST (contest)->school_year),
                                bary_record_get_name (application));
  if (!read_fields (self, form, id, fields, error) ||
      !read_answers (self, bary_record_get_id (application), fields, error))
    return NULL;
  return g_steal_pointer (&form);
}

static char *
number_or_null (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

static BaryRecord *
make_answer (BaryRecord  *application,
             const char  *field,
             const guint  place[3],
             const char  *value)
{
  BaryRecord *answer = bary_record_new (BARY_KIND_APPLICATION_ANSWER, NULL);
  g_autofree char *part = number_or_null (place[0]);
  g_autofree char *row = number_or_null (place[1]);
  g_autofree char *column = number_or_null (place[2]);

  bary_record_set_all (answer, "application", bary_record_get_id (application), "field", field, "value", value, NULL);
  bary_record_set_all (answer, "part", part, NULL);
  bary_record_set_all (answer, "row", row, NULL);
  bary_record_set_all (answer, "column", column, NULL);
  return answer;
}

gboolean
bary_store_collect_answer (BaryStore    *self,
                           BaryRecord   *application,
                           const char   *field,
                           const guint   place[3],
                           const char   *value,
                           BaryChanges  *changes,
                           GError      **error)
{
  const BaryField *of_value = bary_kind_find_field (BARY_KIND_APPLICATION_ANSWER, "value", NULL);
  g_autoptr (GPtrArray) answers = bary_store_select_parts (self, BARY_KIND_APPLICATION_ANSWER, "application",
                                                           bary_record_get_id (application), error);
  g_autofree char *canonical = NULL;
  g_autoptr (BaryRecord) made = NULL;

  if (answers == NULL || !bary_field_parse (of_value, value, &canonical, error))
    return FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      const BaryApplicationAnswer *answer = answers->pdata[i];

      if (!g_str_equal (answer->field, field) || to_number (answer->part) != place[0] ||
          to_number (answer->row) != place[1] || to_number (answer->column) != place[2])
        continue;
      if (canonical == NULL)
        bary_changes_remove (changes, answers->pdata[i]);
      else if (!g_str_equal (answer->value, canonical))
        bary_changes_set (changes, answers->pdata[i], "value", canonical);
      return TRUE;
    }

  if (canonical == NULL)
    return TRUE;
  made = make_answer (application, field, place, canonical);
  bary_changes_add (changes, made);
  return TRUE;
}

/* Prefilling */

/* Returns: (transfer full) (nullable): position and name of the first person of the organisation that heads it. */
static char *
find_head (BaryStore  *self,
           const char *organisation)
{
  static const char *const positions[] = { "директор", "заведующ", "руководитель", "начальник" };
  g_autoptr (GPtrArray) people = bary_store_select_parts (self, BARY_KIND_PERSON, "organisation", organisation, NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const BaryPerson *person = people->pdata[i];
      g_autofree char *position = person->position != NULL ? g_utf8_strdown (person->position, -1) : NULL;

      for (guint p = 0; position != NULL && p < G_N_ELEMENTS (positions); p++)
        if (g_str_has_prefix (position, positions[p]))
          return g_strdup_printf ("%s %s", person->position, person->full_name != NULL ? person->full_name : person->name);
    }
  return NULL;
}

static char *
join_present (const char *first,
              const char *second)
{
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s, %s", first, second);
  return g_strdup (first != NULL ? first : second);
}

/* Returns: (transfer full) (nullable) */
static char *
find_source (BaryStore        *self,
             BaryRecord       *application,
             BaryOrganisation *organisation,
             const char       *source)
{
  if (g_strcmp0 (source, "full_name") == 0)
    return g_strdup (organisation->full_name != NULL ? organisation->full_name : organisation->name);
  if (g_strcmp0 (source, "address") == 0)
    return g_strdup (organisation->address);
  if (g_strcmp0 (source, "phone") == 0)
    return g_strdup (organisation->phone);
  if (g_strcmp0 (source, "email_site") == 0)
    return join_present (organisation->email, organisation->site);
  if (g_strcmp0 (source, "head") == 0)
    return find_head (self, bary_record_get_id (BARY_RECORD (organisation)));
  if (g_strcmp0 (source, "topic") == 0)
    return g_strdup (bary_record_get_name (application));
  return NULL;
}

gboolean
bary_store_collect_prefill (BaryStore    *self,
                            BaryRecord   *application,
                            BaryChanges  *changes,
                            GError      **error)
{
  static const guint nowhere[3] = { 0, 0, 0 };
  g_autoptr (BaryRecord) organisation = bary_store_get (self, BARY_KIND_ORGANISATION,
                                                        bary_record_get_text (application, "organisation"), error);
  g_autoptr (GPtrArray) sections = bary_store_select_parts (self, BARY_KIND_CONTEST_SECTION, "contest",
                                                            bary_record_get_text (application, "contest"), error);

  if (organisation == NULL || sections == NULL)
    return FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      g_autoptr (GPtrArray) fields = bary_store_select_parts (self, BARY_KIND_CONTEST_FIELD, "section",
                                                              bary_record_get_id (sections->pdata[i]), error);

      if (fields == NULL)
        return FALSE;
      for (guint j = 0; j < fields->len; j++)
        {
          g_autofree char *value = find_source (self, application, BARY_ORGANISATION (organisation),
                                                BARY_CONTEST_FIELD (fields->pdata[j])->source);
          g_autoptr (BaryRecord) answer = NULL;

          if (value == NULL)
            continue;
          answer = make_answer (application, bary_record_get_id (fields->pdata[j]), nowhere, value);
          bary_changes_add (changes, answer);
        }
    }
  return TRUE;
}

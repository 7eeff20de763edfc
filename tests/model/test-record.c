#include "bary-changes.h"
#include "bary-kinds.h"

#include <string.h>

static const char id[] = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

static char *
value_for (const BaryField *field)
{
  switch (field->type)
    {
    case BARY_FIELD_INTEGER: return g_strdup ("12");
    case BARY_FIELD_NUMBER: return g_strdup ("-12.5");
    case BARY_FIELD_TIME: return g_strdup ("09:30");
    case BARY_FIELD_PERIOD: return g_strdup ("Март – май");
    case BARY_FIELD_DATE: return g_strdup ("2025-09-01");
    case BARY_FIELD_CHOICE: return g_strdup (field->choices[0].word);
    case BARY_FIELD_REFERENCE: return g_strdup (id);
    case BARY_FIELD_PHONE: return g_strdup ("+7 (812) 730-01-02, доб. 5");
    case BARY_FIELD_EMAIL: return g_strdup ("school@mail.ru");
    case BARY_FIELD_SITE: return g_strdup ("https://school.ru/a?b=1");
    default: return g_strdup_printf ("Текст «%s»", field->name);
    }
}

/* Every field of every kind is a property, and a setter tells of a change exactly once. */
static void
test_every_field (void)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);
      g_autoptr (BaryRecord) copy = NULL;

      for (guint i = 0; i < info->n_fields; i++)
        {
          const BaryField *field = &info->fields[i];
          g_autoptr (GError) error = NULL;
          g_autofree char *value = value_for (field);
          g_autofree char *read = NULL;

          g_assert_true (bary_record_set_text (record, field->name, value, &error));
          g_assert_no_error (error);
          g_assert_false (bary_record_set (record, field, value));
          g_object_get (record, field->name, &read, NULL);
          g_assert_cmpstr (read, ==, value);
        }

      copy = bary_record_copy (record);
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_cmpstr (bary_record_get (copy, &info->fields[i]), ==, bary_record_get (record, &info->fields[i]));
      g_assert_cmpstr (bary_record_get_id (copy), ==, bary_record_get_id (record));
    }
}

static const struct { BaryKind kind; const char *field, *text, *canonical; } values[] = {
  { BARY_KIND_ORGANISATION, "name", "  № 352 ", "№ 352" },
  { BARY_KIND_ORGANISATION, "name", "a\nb", "(refused)" },
  { BARY_KIND_ORGANISATION, "note", "a\nb", "a\nb" },
  { BARY_KIND_ORGANISATION, "name", "Школа   №  1", "Школа № 1" },
  { BARY_KIND_ORGANISATION, "name", "\u00a0\u200b", NULL },
  { BARY_KIND_ORGANISATION, "note", "  ", NULL },
  { BARY_KIND_ORGANISATION, "note", "a\r\n\r\nb  c\r\n", "a\n\nb  c" },
  { BARY_KIND_ORGANISATION, "note", "a\rb", "(refused)" },
  { BARY_KIND_ORGANISATION, "kind", "School", "school" },
  { BARY_KIND_ORGANISATION, "kind", "schools", "(refused)" },
  { BARY_KIND_ORGANISATION, "phone", "730-01", "730-01" },
  { BARY_KIND_ORGANISATION, "phone", "730", "(refused)" },
  { BARY_KIND_ORGANISATION, "phone", "нет телефона 12345", "(refused)" },
  { BARY_KIND_ORGANISATION, "email", "a@b.ru", "a@b.ru" },
  { BARY_KIND_ORGANISATION, "email", "a@b", "(refused)" },
  { BARY_KIND_ORGANISATION, "email", "@b.ru", "(refused)" },
  { BARY_KIND_ORGANISATION, "email", "a b@c.ru", "(refused)" },
  { BARY_KIND_ORGANISATION, "email", "a@b@c.ru", "(refused)" },
  { BARY_KIND_ORGANISATION, "site", "школа.рф", "школа.рф" },
  { BARY_KIND_ORGANISATION, "site", "ftp://a.ru", "(refused)" },
  { BARY_KIND_ORGANISATION, "site", "сайт", "(refused)" },
  { BARY_KIND_ORGANISATION, "centre", "352", "(refused)" },
  { BARY_KIND_GROUP, "ordinal", "007", "7" },
  { BARY_KIND_GROUP, "ordinal", "-1", "(refused)" },
  { BARY_KIND_GROUP, "ordinal", "1000000", "(refused)" },
  { BARY_KIND_PLACE, "pinned", "yes", "yes" },
  { BARY_KIND_PLACE, "pinned", "no", "(refused)" },
  { BARY_KIND_EVENT, "start_time", "9.05", "09:05" },
  { BARY_KIND_EVENT, "start_time", "25:00", "(refused)" },
  { BARY_KIND_EVENT, "dates", " Март –  май ", "Март – май" },
  { BARY_KIND_EVENT, "dates", "—", "(refused)" },
  { BARY_KIND_EVENT, "dates", "29 февраля", "29 февраля" },
  { BARY_KIND_EVENT, "dates", "31 апреля", "(refused)" },
  { BARY_KIND_EVENT, "dates", "12 мая (понедельник)", "12 мая (понедельник)" },
  { BARY_KIND_EVENT, "dates", "когда-нибудь", "(refused)" },
  { BARY_KIND_CLUSTER, "from", "1.9.2025", "2025-09-01" },
  { BARY_KIND_CLUSTER, "from", "осень", "(refused)" },
  { BARY_KIND_CLUSTER, "name", "\xff", "(refused)" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const BaryField *field = bary_kind_find_field (values[i].kind, values[i].field, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL;
      gboolean accepted = bary_field_parse (field, values[i].text, &canonical, &error);

      if (g_strcmp0 (values[i].canonical, "(refused)") == 0)
        {
          g_assert_false (accepted);
          g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
          g_assert_null (canonical);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_true (accepted);
          g_assert_cmpstr (canonical, ==, values[i].canonical);
        }
    }
}

static void
test_numbers (void)
{
  static const struct { const char *text, *canonical; } cases[] = {
    { "12", "12" },
    { "012.50", "12.5" },
    { "-0,5", "-0.5" },
    { "−3", "-3" },
    { "-0.000", "0" },
    { "-0", "0" },
    { ".5", NULL },
    { "5.", NULL },
    { "1.2345", NULL },
    { "1e5", NULL },
    { "--1", NULL },
    { "1.2.3", NULL },
    { "-", NULL },
    { "1 000", NULL },
    { "999999.999", "999999.999" },
    { "1000000", NULL },
    { "inf", NULL },
    { "nan", NULL },
  };
  const BaryField *field = bary_kind_find_field (BARY_KIND_PLACE, "x", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = NULL;
      gboolean accepted = bary_field_parse (field, cases[i].text, &canonical, &error);

      g_assert_cmpint (accepted, ==, cases[i].canonical != NULL);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      if (!accepted)
        g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
      else
        g_assert_cmpint (bary_field_check (field, cases[i].text, NULL), ==, g_str_equal (cases[i].text, canonical));
    }
}

static void
test_longest (void)
{
  const BaryField *name = bary_kind_find_field (BARY_KIND_ORGANISATION, "name", NULL);
  g_autofree char *fits = g_strnfill (1000, 'a');
  g_autofree char *exceeds = g_strnfill (1001, 'a');
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (bary_field_parse (name, fits, &canonical, &error));
  g_clear_pointer (&canonical, g_free);
  g_assert_false (bary_field_parse (name, exceeds, &canonical, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
}

static void
assert_invalid (BaryRecord      *record,
                BaryRecordError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bary_record_validate (record, &error));
  g_assert_error (error, BARY_RECORD_ERROR, code);
}

static void
test_validate (void)
{
  g_autoptr (BaryRecord) membership = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  g_autoptr (BaryRecord) link = bary_record_new (BARY_KIND_LINK, NULL);
  g_autoptr (BaryRecord) member = bary_record_new (BARY_KIND_BODY_MEMBER, NULL);
  g_autoptr (GError) error = NULL;

  assert_invalid (membership, BARY_RECORD_ERROR_REQUIRED);
  bary_record_set_all (membership, "cluster", id, "organisation", id, "group", id, "from", "2025-09-02", "to", "2025-09-01", NULL);
  assert_invalid (membership, BARY_RECORD_ERROR_INVALID_RANGE);
  bary_record_set_all (membership, "to", "2025-09-02", NULL);
  g_assert_true (bary_record_validate (membership, &error));

  bary_record_set_all (link, "cluster", id, "organisation", id, "partner", id, "kind", "social", NULL);
  assert_invalid (link, BARY_RECORD_ERROR_INCONSISTENT);

  bary_record_set_all (member, "body", id, NULL);
  assert_invalid (member, BARY_RECORD_ERROR_REQUIRED);
}

/* What a person may write in several ways is stored in one. */
static void
test_one_form (void)
{
  static const struct { const char *field, *value; gboolean valid; } cases[] = {
    { "ordinal", "7", TRUE }, { "ordinal", "0", TRUE }, { "ordinal", "007", FALSE }, { "ordinal", "", FALSE },
    { "date", "2025-09-01", TRUE }, { "date", "1.9.2025", FALSE },
    { "kind", "regulation", TRUE }, { "kind", "Regulation", FALSE },
    { "name", "Положение", TRUE }, { "name", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_DOCUMENT, NULL);
      g_autoptr (GError) error = NULL;

      bary_record_set_all (record, "name", "Положение", "kind", "regulation", cases[i].field, cases[i].value, NULL);
      g_assert_cmpint (bary_record_validate (record, &error), ==, cases[i].valid);
      if (!cases[i].valid)
        g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE);
    }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;
  BaryKind kind;

  g_assert_false (bary_kind_from_name ("schools", &kind, &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_UNKNOWN_KIND);
  g_assert_nonnull (strstr (error->message, "organisation"));
  g_clear_error (&error);

  g_assert_null (bary_kind_find_field (BARY_KIND_PERSON, "age", &error));
  g_assert_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_UNKNOWN_FIELD);
  g_assert_nonnull (strstr (error->message, "full_name"));
}

static void
test_update_lists_differences (void)
{
  g_autoptr (BaryRecord) before = bary_record_new (BARY_KIND_PERSON, NULL);
  g_autoptr (BaryRecord) after = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_record_set_all (before, "name", "Иванова И. И.", "position", "методист", NULL);
  after = bary_record_copy (before);
  bary_record_set_all (after, "position", NULL, "phone", "123-45-67", NULL);
  bary_changes_update (changes, before, after);

  g_assert_cmpuint (bary_changes_get_length (changes), ==, 2);
  g_assert_cmpstr (bary_changes_get (changes, 0)->field->name, ==, "position");
  g_assert_null (bary_changes_get (changes, 0)->value);
  g_assert_cmpstr (bary_changes_get (changes, 1)->value, ==, "123-45-67");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/every-field", test_every_field);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/longest", test_longest);
  g_test_add_func ("/record/numbers", test_numbers);
  g_test_add_func ("/record/validate", test_validate);
  g_test_add_func ("/record/one-form", test_one_form);
  g_test_add_func ("/record/unknown", test_unknown);
  g_test_add_func ("/record/update-lists-differences", test_update_lists_differences);

  return g_test_run ();
}

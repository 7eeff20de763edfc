#include "bary-contest-form.h"

static const struct { const char *text; guint n; } texts[] = {
  { NULL, 0 }, { "", 0 }, { "   \n", 0 }, { "слово", 1 }, { "два  слова", 2 }, { "тире – не слово", 3 }, { "ГБОУ СОШ № 7", 3 },
  { "дефис-то один\nи строка", 4 }, { "2026/27", 1 }, { "«кавычки» (скобки)", 2 },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (bary_form_count_words (texts[i].text), ==, texts[i].n);
}

static BaryFormField *
add_field (BaryContestForm   *form,
           BaryFormFieldKind  kind)
{
  BaryFormSection *section = form->sections->len > 0 ? form->sections->pdata[0] : bary_contest_form_add_section (form, "A", NULL);
  BaryFormField *field = bary_form_section_add_field (section, "id", "name", kind);

  field->required = TRUE;
  return field;
}

static void
assert_fault (BaryFormField *field,
              const char    *answer,
              BaryFormFault  fault)
{
  bary_form_field_set_answer (field, 0, 0, 0, answer);
  g_assert_cmpint (bary_form_field_check (field), ==, fault);
}

static void
test_values (void)
{
  g_autoptr (BaryContestForm) form = bary_contest_form_new ("T", 2026, "topic");
  BaryFormField *text = add_field (form, BARY_FORM_LONG_TEXT);
  BaryFormField *number = add_field (form, BARY_FORM_NUMBER);
  BaryFormField *day = add_field (form, BARY_FORM_DATE);

  text->most_words = 2;
  number->least = g_strdup ("1");
  number->most = g_strdup ("144");
  g_assert_cmpuint (bary_contest_form_count_faults (form), ==, 3);
  assert_fault (text, "три слова здесь", BARY_FORM_TOO_LONG);
  assert_fault (text, "два слова", BARY_FORM_FILLED);
  assert_fault (number, "много", BARY_FORM_NO_NUMBER);
  assert_fault (number, "0,5", BARY_FORM_OUT_OF_RANGE);
  assert_fault (number, "145", BARY_FORM_OUT_OF_RANGE);
  assert_fault (number, "144", BARY_FORM_FILLED);
  assert_fault (day, "31.02.2026", BARY_FORM_NO_DAY);
  assert_fault (day, "28.02.2026", BARY_FORM_FILLED);
  g_assert_cmpuint (bary_contest_form_count_faults (form), ==, 0);
  assert_fault (text, NULL, BARY_FORM_EMPTY);
  text->required = FALSE;
  assert_fault (text, NULL, BARY_FORM_FILLED);
}

static void
test_tables (void)
{
  g_autoptr (BaryContestForm) form = bary_contest_form_new ("T", 2026, NULL);
  BaryFormField *table = add_field (form, BARY_FORM_ROADMAP);

  g_strfreev (table->options);
  table->options = g_strsplit ("Что\nКогда", "\n", -1);
  g_strfreev (table->parts);
  table->parts = g_strsplit ("I\nII", "\n", -1);
  g_assert_cmpint (bary_form_field_check (table), ==, BARY_FORM_EMPTY);
  bary_form_field_set_answer (table, 1, 1, 1, "семинар");
  g_assert_cmpint (bary_form_field_check (table), ==, BARY_FORM_UNFINISHED);
  bary_form_field_set_answer (table, 1, 1, 2, "май");
  g_assert_cmpint (bary_form_field_check (table), ==, BARY_FORM_UNFINISHED);
  bary_form_field_set_answer (table, 2, 3, 1, "статья");
  bary_form_field_set_answer (table, 2, 3, 2, "июнь");
  g_assert_cmpint (bary_form_field_check (table), ==, BARY_FORM_FILLED);
  g_assert_cmpuint (bary_form_field_count_rows (table, 1), ==, 1);
  g_assert_cmpuint (bary_form_field_count_rows (table, 2), ==, 3);
  bary_form_field_set_answer (table, 2, 3, 2, NULL);
  g_assert_cmpint (bary_form_field_check (table), ==, BARY_FORM_UNFINISHED);
}

static void
test_appendix (void)
{
  g_autoptr (BaryContestForm) form = bary_contest_form_new ("T", 2026, NULL);
  BaryFormField *field = add_field (form, BARY_FORM_APPENDIX);
  g_autofree char *words = bary_form_field_fault_to_words (field);

  g_assert_cmpstr (words, ==, "Add a file");
  g_ptr_array_add (field->appendices, g_strdup ("a.pdf"));
  g_assert_cmpint (bary_form_field_check (field), ==, BARY_FORM_FILLED);
  g_assert_null (bary_form_field_fault_to_words (field));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contest-form/words", test_words);
  g_test_add_func ("/contest-form/values", test_values);
  g_test_add_func ("/contest-form/tables", test_tables);
  g_test_add_func ("/contest-form/appendix", test_appendix);

  return g_test_run ();
}

#include "bary-technical.h"

typedef struct {
  BaryContestForm *form;
  BaryFormField   *topic, *pages, *video;
} Fixture;

static BaryFormField *
add_field (BaryFormSection   *section,
           const char        *id,
           const char        *name,
           BaryFormFieldKind  kind)
{
  BaryFormField *field = bary_form_section_add_field (section, id, name, kind);

  field->required = TRUE;
  return field;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  BaryFormSection *section;

  fixture->form = bary_contest_form_new ("T", 2026, NULL);
  section = bary_contest_form_add_section (fixture->form, "A", NULL);
  fixture->topic = add_field (section, "topic", "Тема", BARY_FORM_TEXT);
  fixture->pages = add_field (section, "pages", "Страниц", BARY_FORM_NUMBER);
  fixture->video = add_field (section, "video", "Видеоанонс", BARY_FORM_APPENDIX);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bary_contest_form_free (fixture->form);
}

static void
assert_fault (Fixture       *fixture,
              BaryCheckKind  kind,
              const char    *field,
              const char    *expected)
{
  g_autofree char *fault = bary_technical_find_fault (kind, fixture->form, field, FALSE);

  g_assert_cmpstr (fault, ==, expected);
}

static void
test_automatic (Fixture       *fixture,
                gconstpointer  data)
{
  assert_fault (fixture, BARY_CHECK_FILLED, NULL, "Не заполнены: «Тема», «Страниц»");
  assert_fault (fixture, BARY_CHECK_FILLED, "topic", "Не заполнены: «Тема»");
  assert_fault (fixture, BARY_CHECK_FILLED, "video", "Не заполнены: «Видеоанонс»");
  assert_fault (fixture, BARY_CHECK_LIMITS, NULL, NULL);
  assert_fault (fixture, BARY_CHECK_APPENDICES, NULL, "Нет приложений: «Видеоанонс»");
  assert_fault (fixture, BARY_CHECK_HUMAN, NULL, NULL);

  bary_form_field_set_answer (fixture->topic, 0, 0, 0, "Наставничество");
  bary_form_field_set_answer (fixture->pages, 0, 0, 0, "много");
  g_ptr_array_add (fixture->video->appendices, g_strdup ("a.mp4"));
  assert_fault (fixture, BARY_CHECK_FILLED, NULL, NULL);
  assert_fault (fixture, BARY_CHECK_LIMITS, NULL, "Не соблюдены требования к ответам: «Страниц»");
  assert_fault (fixture, BARY_CHECK_LIMITS, "topic", NULL);
  assert_fault (fixture, BARY_CHECK_APPENDICES, NULL, NULL);
}

static void
test_in_time (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *late = bary_technical_find_fault (BARY_CHECK_IN_TIME, fixture->form, NULL, TRUE);

  g_assert_cmpstr (late, ==, "Заявка подана после срока");
  assert_fault (fixture, BARY_CHECK_IN_TIME, NULL, NULL);
}

static void
assert_letter (BaryTechnicalResult  result,
               const char          *expected)
{
  const BaryTechnicalFacts facts = { "№ 8, ГБДОУ № 78", "Площадка", result, "Нет видеоанонса.", "30 ноября" };
  g_autoptr (BaryLetter) letter = bary_technical_letter_new (&facts);
  g_autofree char *text = bary_letter_to_text (letter);

  g_assert_cmpstr (letter->subject, ==, "Техническая экспертиза: заявка № 8, ГБДОУ № 78");
  g_assert_cmpstr (text, ==, expected);
}

#define OPENING "Здравствуйте!\nПроведена техническая экспертиза заявки № 8, ГБДОУ № 78.\n\nКонкурс: Площадка\n"

static void
test_letters (void)
{
  assert_letter (BARY_TECHNICAL_COMPLETE,
                 OPENING "Результат: заявка полная\n\nЗаявка передана на содержательную экспертизу.\n");
  assert_letter (BARY_TECHNICAL_REMARKS,
                 OPENING "Результат: допущена с замечаниями\nЗамечания: Нет видеоанонса.\n\n"
                 "Заявка передана на содержательную экспертизу.\n");
  assert_letter (BARY_TECHNICAL_TO_MEND,
                 OPENING "Результат: требует доработки\nЗамечания: Нет видеоанонса.\nИсправить до: 30 ноября\n\n"
                 "Внесите исправления и подайте заявку ещё раз не позднее указанного дня.\n");
  assert_letter (BARY_TECHNICAL_REJECTED,
                 OPENING "Результат: не допущена\nПричина: Нет видеоанонса.\n\nНа содержательную экспертизу заявка не передаётся.\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/technical/automatic", Fixture, NULL, set_up, test_automatic, tear_down);
  g_test_add ("/technical/in-time", Fixture, NULL, set_up, test_in_time, tear_down);
  g_test_add_func ("/technical/letters", test_letters);

  return g_test_run ();
}

#include "bary-letter.h"

#include <string.h>

static const BaryLetterFacts seminar = {
  .name = "День открытых дверей",
  .goal = "Показать опыт школы",
  .summary = "Мастер-классы\nКруглый стол",
  .participants = "заместители директоров по ВР",
  .dates = "12 мая, чт",
  .time = "15:00–16:30",
  .place = "ГБОУ школа № 203",
  .expected = "40",
  .registration = "https://example.org/r",
};

static void
test_announcement_has_its_eight_parts (void)
{
  g_autoptr (BaryLetter) letter = bary_letter_new (BARY_LETTER_ANNOUNCEMENT, &seminar);
  g_autofree char *text = bary_letter_to_text (letter);

  g_assert_cmpstr (letter->subject, ==, "Анонс: День открытых дверей");
  g_assert_cmpuint (letter->parts->len, ==, 8);
  g_assert_cmpuint (bary_letter_count_missing (letter), ==, 0);
  g_assert_cmpstr (text, ==,
                   "Название мероприятия: День открытых дверей\n"
                   "Цель мероприятия: Показать опыт школы\n"
                   "Краткое содержание:\nМастер-классы\nКруглый стол\n"
                   "Участники: заместители директоров по ВР\n"
                   "Дата и время проведения: 12 мая, чт, 15:00–16:30\n"
                   "Место проведения: ГБОУ школа № 203\n"
                   "Предполагаемое количество участников: 40\n"
                   "Ссылка для предварительной регистрации: https://example.org/r\n");
}

/* A meeting says what is ahead, below its parts and without being one of them. */
static void
test_a_meeting_has_an_agenda (void)
{
  BaryLetterFacts facts = seminar;
  g_autoptr (BaryLetter) letter = NULL;
  g_autofree char *text = NULL;

  facts.agenda = "1. 19 мая – Слёт\n";
  letter = bary_letter_new (BARY_LETTER_ANNOUNCEMENT, &facts);
  text = bary_letter_to_text (letter);
  g_assert_cmpuint (letter->parts->len, ==, 8);
  g_assert_true (g_str_has_suffix (text, "https://example.org/r\n\nПовестка. Ближайшие мероприятия по дорожной карте:\n1. 19 мая – Слёт\n"));
}

/* Each part alone is missed, and blanks do not fill it. */
static void
test_every_missing_part_counts (void)
{
  const gsize offsets[] = {
    G_STRUCT_OFFSET (BaryLetterFacts, name), G_STRUCT_OFFSET (BaryLetterFacts, goal),
    G_STRUCT_OFFSET (BaryLetterFacts, summary), G_STRUCT_OFFSET (BaryLetterFacts, participants),
    G_STRUCT_OFFSET (BaryLetterFacts, dates), G_STRUCT_OFFSET (BaryLetterFacts, place),
    G_STRUCT_OFFSET (BaryLetterFacts, expected), G_STRUCT_OFFSET (BaryLetterFacts, registration),
  };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      BaryLetterFacts facts = seminar;
      g_autoptr (BaryLetter) letter = NULL;

      G_STRUCT_MEMBER (const char *, &facts, offsets[i]) = i % 2 ? NULL : "  \n";
      letter = bary_letter_new (BARY_LETTER_ANNOUNCEMENT, &facts);
      g_assert_cmpuint (bary_letter_count_missing (letter), ==, 1);
      g_assert_null (((BaryLetterPart *) letter->parts->pdata[i])->text);
    }
}

static void
test_correction_begins_with_the_dates (void)
{
  BaryLetterFacts facts = seminar;
  g_autoptr (BaryLetter) moved = NULL;
  g_autoptr (BaryLetter) cancelled = NULL;

  facts.former_dates = "5 мая, чт";
  facts.reason = "карантин";
  moved = bary_letter_new (BARY_LETTER_CORRECTION, &facts);
  g_assert_cmpstr (moved->subject, ==, "Перенос: День открытых дверей");
  g_assert_cmpstr (moved->opening, ==, "Дата изменилась. Было: 5 мая, чт. Стало: 12 мая, чт.\nПричина: карантин.");

  facts.cancelled = TRUE;
  cancelled = bary_letter_new (BARY_LETTER_CORRECTION, &facts);
  g_assert_cmpstr (cancelled->subject, ==, "Отмена: День открытых дверей");
  g_assert_true (g_str_has_prefix (cancelled->opening, "Мероприятие отменяется. Было назначено: 5 мая, чт."));
}

static void
test_press_release_ends_with_the_hashtags (void)
{
  const BaryLetterFacts facts = {
    .name = "Зарница",
    .dates = "10 октября",
    .attended = "120",
    .schools = "№ 203, № 352",
    .outcome = "Открыл игру директор ЦГБЖ.",
    .links = "https://vk.com/a",
    .hashtags = "#СистемаобразованияКрасносельский #Патриот",
  };
  g_autoptr (BaryLetter) letter = bary_letter_new (BARY_LETTER_PRESS_RELEASE, &facts);
  g_autofree char *text = bary_letter_to_text (letter);

  g_assert_cmpuint (letter->parts->len, ==, 7);
  g_assert_cmpuint (bary_letter_count_missing (letter), ==, 1);
  g_assert_null (strstr (text, "Отзывы"));
  g_assert_true (g_str_has_suffix (text, "\n\n#СистемаобразованияКрасносельский #Патриот\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letter/announcement-has-its-eight-parts", test_announcement_has_its_eight_parts);
  g_test_add_func ("/letter/agenda", test_a_meeting_has_an_agenda);
  g_test_add_func ("/letter/every-missing-part-counts", test_every_missing_part_counts);
  g_test_add_func ("/letter/correction-begins-with-the-dates", test_correction_begins_with_the_dates);
  g_test_add_func ("/letter/press-release-ends-with-the-hashtags", test_press_release_ends_with_the_hashtags);

  return g_test_run ();
}

#include "bary-likeness.h"

static const struct { const char *a, *b; BaryLikeness likeness; } people[] = {
  { "Иванова Мария Петровна", "Иванова М. П.", BARY_LIKE_SAME },
  { "М. П. Иванова", "Иванова Мария Петровна", BARY_LIKE_SAME },
  { "Мария Петровна Иванова", "ИВАНОВА М.П.", BARY_LIKE_SAME },
  { "Королёва А. А.", "Королева Анна Андреевна", BARY_LIKE_SAME },
  { "Иванова М.", "Иванова М. П.", BARY_LIKE_SAME },
  { "Иванова М. П.", "Иванов П. С.", BARY_LIKE_KIN },
  { "Полевая У. К.", "Полевой Иван Кузьмич", BARY_LIKE_KIN },
  { "Колосова-Полевая У. К.", "Полевой К. К.", BARY_LIKE_KIN },
  { "Иванова М. П.", "Ивановская М. П.", BARY_UNLIKE },
  { "Иванова М. П.", "Петрова М. П.", BARY_UNLIKE },
  { "Ли А. Б.", "Ли В. Г.", BARY_UNLIKE },
  { "", "Иванова М. П.", BARY_UNLIKE },
};

static void
test_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_test_message ("%s and %s", people[i].a, people[i].b);
      g_assert_cmpint (bary_likeness_of_people (people[i].a, people[i].b), ==, people[i].likeness);
      g_assert_cmpint (bary_likeness_of_people (people[i].b, people[i].a), ==, people[i].likeness);
    }
}

static const struct { const char *person, *text; gboolean named; } texts[] = {
  { "Иванова М. П.", "Руководитель проекта – Иванова Мария Петровна, методист", TRUE },
  { "Иванова Мария Петровна", "Авторы: С. С. Сидоров, М. П. Иванова", TRUE },
  { "Иванова Мария Петровна", "Авторы: С. С. Сидоров, М.П.Иванова", TRUE },
  { "Королёва А. А.", "Королева А.А.", TRUE },
  { "Иванова М. П.", "Иванова Ольга Петровна", FALSE },
  { "Иванова М. П.", "по методике Иванова", FALSE },
  { "Иванова М. П.", "", FALSE },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s in %s", texts[i].person, texts[i].text);
      g_assert_cmpint (bary_likeness_is_named_in (texts[i].person, texts[i].text), ==, texts[i].named);
    }
}

static const struct { const char *a, *b; gboolean like; } organisations[] = {
  { "ГБОУ СОШ № 352", "Школа № 352", TRUE },
  { "ГБОУ СОШ №352", "ГБОУ средняя общеобразовательная школа № 352", TRUE },
  { "ГБДОУ детский сад № 35", "Д/с № 35", TRUE },
  { "ГБУ ДО ДДТ Красносельского района", "Дворец детского творчества Красносельского района", TRUE },
  { "ГБОУ СОШ № 352", "ГБОУ СОШ № 353", FALSE },
  { "ГБОУ СОШ № 35", "ГБДОУ детский сад № 35", FALSE },
  { "ГБОУ гимназия № 505", "ГБОУ СОШ № 505", FALSE },
  { "Университет", "ГБОУ СОШ № 7", FALSE },
};

static void
test_organisations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_test_message ("%s and %s", organisations[i].a, organisations[i].b);
      g_assert_cmpint (bary_likeness_of_organisations (organisations[i].a, organisations[i].b), ==, organisations[i].like);
      g_assert_cmpint (bary_likeness_of_organisations (organisations[i].b, organisations[i].a), ==, organisations[i].like);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/likeness/people", test_people);
  g_test_add_func ("/likeness/texts", test_texts);
  g_test_add_func ("/likeness/organisations", test_organisations);
  return g_test_run ();
}

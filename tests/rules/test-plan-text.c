#include "bary-plan-text.h"

/* The announcements of the meeting of 8 April 2022, and other ways to write a plan. */
static void
test_lines (void)
{
  static const struct { const char *text, *row; } cases[] = {
    { "- **13 апреля в 15.30** – городской онлайн-семинар «Ступени личностного самоопределения подростков в цифровом мире», лицей № 590.",
      "Городской онлайн-семинар «Ступени личностного самоопределения подростков в цифровом мире»\t13 апреля в 15.30\tлицей № 590" },
    { "• 27 апреля в 13.00 – семинар команды школы № 7 (на базе школы № 203) для команд ОУ",
      "Семинар команды школы № 7 (на базе школы № 203) для команд ОУ\t27 апреля в 13.00\t" },
    { "22 марта, 25–29 марта — Конференция «Персонализация», ИМЦ", "Конференция «Персонализация»\t22 марта, 25–29 марта\tИМЦ" },
    { "1. Дни инноваций: март – май", "Дни инноваций\tмарт – май\t" },
    { "2) Освещение проекта на сайтах (весь период)", "Освещение проекта на сайтах\tвесь период\t" },
    { "Собеседование с командами – с 23 мая по 3 июня 2022 года", "Собеседование с командами\tс 23 мая по 3 июня 2022 года\t" },
    { "12 мая 2022 года / 19 мая 2022 года – конференция", "Конференция\t12 мая 2022 года / 19 мая 2022 года\t" },
    { "Районные программы и проекты", "Районные программы и проекты\t\t" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      /* A second line that says a day: a text without any is no plan. */
      g_autofree char *text = g_strconcat (cases[i].text, "\n\n21 марта – День леса\r\n", NULL);
      g_autofree char *table = bary_plan_text_to_table (text, 2021);
      g_auto (GStrv) rows = g_strsplit (table, "\n", -1);

      g_assert_cmpstr (rows[0], ==, "Наименование мероприятия\tСроки проведения\tМесто проведения");
      g_assert_cmpstr (rows[1], ==, cases[i].row);
      g_assert_cmpstr (rows[2], ==, "День леса\t21 марта\t");
      g_assert_cmpstr (rows[3], ==, "");
    }
}

static void
test_no_plan (void)
{
  static const char *const texts[] = { "", "\n\n", "Название\tСроки\nСлёт\t12 мая", "Здравствуйте, коллеги!", "***", "-" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (bary_plan_text_to_table (texts[i], 2021));
}

/* Whatever is pasted: as many rows as lines with words, and no row has another number of cells. */
static void
test_any_text (void)
{
  static const char *const words[] = { "12 мая", " – ", "«Слёт»", ", ", "парк", "\n", "(", "*", "1. ", "весь период", ": ", "№ 7", " " };
  guint n = g_test_slow () ? 300000 : 20000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *table = NULL;
      g_auto (GStrv) rows = NULL;

      for (int k = g_test_rand_int_range (0, 14); k > 0; k--)
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      table = bary_plan_text_to_table (text->str, 2025);
      rows = g_strsplit (table != NULL ? table : "", "\n", -1);
      for (guint row = 0; rows[row] != NULL && *rows[row] != '\0'; row++)
        {
          g_auto (GStrv) cells = g_strsplit (rows[row], "\t", -1);

          g_assert_cmpuint (g_strv_length (cells), ==, 3);
          g_assert_true (g_utf8_validate (rows[row], -1, NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-text/lines", test_lines);
  g_test_add_func ("/plan-text/no-plan", test_no_plan);
  g_test_add_func ("/plan-text/any-text", test_any_text);
  return g_test_run ();
}

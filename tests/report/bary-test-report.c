#include "bary-test-report.h"

char *
bary_test_report_words (GRand *rand,
                        guint  n_words)
{
  static const char *const words[] = {
    "районный", "семинар", "для", "заместителей", "директоров", "по", "воспитательной", "работе", "«Поколение.ru»", "и",
    "педагогов", "школ", "№", "352", "фестиваль", "обучающихся", "5–7", "классов",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
paint (cairo_t  *cr,
       double    width,
       double    height,
       gpointer  user_data)
{
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
  cairo_move_to (cr, width / 4, height / 2);
  cairo_set_font_size (cr, 20);
  cairo_show_text (cr, "Picture");
}

static void
add_rows (BaryReportTable *table,
          guint            n_rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("Строка-%u", i + 1);
      g_autofree char *name = bary_test_report_words (rand, (guint) g_rand_int_range (rand, 3, 25));
      const char *const cells[] = { number, name, "12 мая / 19 мая", NULL, "=1+1" };

      if (i % 20 == 0)
        bary_report_table_add_section (table, i % 40 ? "2. Проведение мероприятий" : "1. Разработка и апробация");
      bary_report_table_add_row (table, i % 7 == 3 ? BARY_ROW_STRUCK : BARY_ROW_PLAIN, cells);
    }
}

BaryReport *
bary_test_report_new (guint    n_rows,
                      gboolean sideways)
{
  BaryReport *report = bary_report_new ("Дорожная карта", BARY_PAPER_A4, sideways);
  BaryReportTable *table;

  bary_report_set_author (report, "ИМЦ Красносельского района");
  bary_report_set_day (report, "2026-11-30");
  bary_report_add_paragraph (report, BARY_ALIGN_CENTRE, "на 2026/27 учебный год");
  bary_report_add_heading (report, 1, "План работы");
  table = bary_report_add_table (report, "План: 2026/27");
  bary_report_table_add_column (table, "№", 2, BARY_ALIGN_RIGHT);
  bary_report_table_add_column (table, "Наименование мероприятия", 5, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Сроки проведения", 2, BARY_ALIGN_CENTRE);
  bary_report_table_add_column (table, "Целевая аудитория", 3, BARY_ALIGN_LEFT);
  bary_report_table_add_column (table, "Планируемый результат", 3, BARY_ALIGN_LEFT);
  add_rows (table, n_rows);
  bary_report_add_picture (report, 1.5, "Схема", paint, NULL, NULL);
  return report;
}

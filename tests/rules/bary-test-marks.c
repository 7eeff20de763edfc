#include "bary-test-marks.h"

const char bary_test_marks_roos[] =
  ".40 .44 - .67 - .81 .89 .95 .99/.15 .19 .32 .45 .49 .62 - - -/- .21 - .39 - .61 - .79 -/.20 - .20 - .60 - .70 - .80/"
  "- - .10 - .20 - .30 .40 .50";

BaryMarks *
bary_test_marks_parse (const char *table,
                       gboolean    by_expert)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BaryMark));
  g_auto (GStrv) rows = g_strsplit (table, "/", -1);
  guint n_rows = g_strv_length (rows), n_columns = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_strsplit_set (g_strstrip (rows[i]), " ", -1);
      guint column = 0;

      for (guint j = 0; cells[j] != NULL; j++)
        {
          BaryMark mark = { by_expert ? column : i, by_expert ? i : column, g_ascii_strtod (cells[j], NULL) };

          if (*cells[j] == '\0')
            continue;
          column++;
          if (g_strcmp0 (cells[j], "*") != 0 && g_strcmp0 (cells[j], "-") != 0)
            g_array_append_val (marks, mark);
        }
      n_columns = MAX (n_columns, column);
    }
  return bary_marks_new (by_expert ? n_columns : n_rows, by_expert ? n_rows : n_columns, (BaryMark *) marks->data, marks->len);
}

BaryMarks *
bary_test_marks_random (guint  n_applications,
                        guint  n_experts,
                        int    most,
                        double fill)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BaryMark));

  for (guint e = 0; e < n_experts; e++)
    for (guint a = 0; a < n_applications; a++)
      {
        BaryMark mark = { a, e, g_test_rand_int_range (0, most + 1) };

        if (g_test_rand_double () < fill)
          g_array_append_val (marks, mark);
      }
  return bary_marks_new (n_applications, n_experts, (BaryMark *) marks->data, marks->len);
}

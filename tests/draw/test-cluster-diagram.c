#include "bary-cluster-diagram.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define MARGIN 12.0

static const char *const long_names[] = {
  "ГБОУ СОШ № 352", "ГБДОУ детский сад № 27", "РЦОКОиИТ", "РГПУ им. А. И. Герцена",
  "Научно-экспертный совет ИМЦ Калининского района", "Организации – социальные партнёры ОУ",
  "Дом детского творчества Красносельского района Санкт-Петербурга «Радуга»", "ЦОК",
};

static BaryClusterDiagram *
make_sample (BaryArrangement arrangement,
             guint           n_nodes)
{
  const char *const groups[][2] = {
    { "А", "Опорные учреждения" }, { "Б", "Информационно-методическое сопровождение" },
    { "В", "Научно-методическое сопровождение" }, { "Г", "Социальное партнёрство" },
  };
  BaryClusterDiagram *diagram = bary_cluster_diagram_new (NULL, arrangement);

  bary_cluster_diagram_set_centre (diagram, "ИМЦ Калининского района", "куратор Сысоева О. П.");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    bary_cluster_diagram_add_group (diagram, groups[i][0], groups[i][1]);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *key = g_strdup_printf ("%04u", i);
      BaryPresence presence = i % 9 == 4 ? BARY_PRESENCE_LEFT : i % 9 == 5 ? BARY_PRESENCE_JOINED : BARY_PRESENCE_STAYS;
      BaryDiagramNode node = { key, long_names[i % G_N_ELEMENTS (long_names)], i == 0 ? "базовая площадка" : NULL,
                               (int) ((i * 7 + i / 5) % 4), presence, i == 0 };

      bary_cluster_diagram_add_node (diagram, &node);
      if (i % 2)
        bary_cluster_diagram_add_line (diagram, BARY_DIAGRAM_CENTRE, (int) i, BARY_LINE_AGREEMENT);
      if (i > 3 && i % 3 == 0)
        bary_cluster_diagram_add_line (diagram, (int) i, (int) i - 3, i % BARY_LINE_MEMBERSHIP);
    }
  bary_cluster_diagram_arrange (diagram);
  return diagram;
}

static void
paint (BaryClusterDiagram *diagram,
       cairo_surface_t    *surface,
       const BaryTheme    *theme,
       double              scale)
{
  const BaryBox *bounds = &bary_cluster_diagram_get_layout (diagram)->bounds;
  BaryDiagramState state = { theme, BARY_DIAGRAM_NONE, BARY_DIAGRAM_NONE, -1 };
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  bary_draw_set_colour (cr, theme->background, 1);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN - bounds->x + bounds->width / 2, MARGIN - bounds->y + bounds->height / 2);
  bary_cluster_diagram_draw (diagram, cr, &state);
  cairo_translate (cr, bounds->x - bounds->width / 2, bounds->y + bounds->height / 2 + MARGIN);
  bary_cluster_diagram_draw_legend (diagram, cr, theme, bounds->width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

static void
measure (BaryClusterDiagram *diagram,
         double             *width,
         double             *height)
{
  const BaryBox *bounds = &bary_cluster_diagram_get_layout (diagram)->bounds;
  double legend_width, legend_height;

  bary_cluster_diagram_measure_legend (diagram, bounds->width, &legend_width, &legend_height);
  *width = MAX (bounds->width, legend_width) + 2 * MARGIN;
  *height = bounds->height + legend_height + 3 * MARGIN;
}

static char *
make_pdf (BaryClusterDiagram *diagram)
{
  char *path = g_test_build_filename (G_TEST_BUILT, "cluster-diagram.pdf", NULL);
  cairo_surface_t *surface;
  double width, height;

  measure (diagram, &width, &height);
  surface = cairo_pdf_surface_create (path, width, height);
  paint (diagram, surface, bary_theme_get (BARY_THEME_LIGHT), 1);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return path;
}

static char *
without_spaces (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (result, g_utf8_get_char (p));
  return g_string_free (result, FALSE);
}

/* Every name can be found and copied in a PDF. Names broken over lines stand on columns of their own, so
 * words are looked for. */
static void
test_text (void)
{
  g_autoptr (BaryClusterDiagram) diagram = make_sample (BARY_ARRANGEMENT_GROUPS, 8);
  g_autofree char *path = make_pdf (diagram);
  g_autofree char *output = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "pdftotext", "-raw", path, "-", NULL };
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  text = without_spaces (output);
  for (guint i = 0; i < G_N_ELEMENTS (long_names); i++)
    {
      g_auto (GStrv) words = g_strsplit (long_names[i], " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        g_assert_nonnull (strstr (text, words[j]));
    }
  g_assert_nonnull (strstr (text, "СысоеваО.П."));
  g_assert_nonnull (strstr (text, "базоваяплощадка"));
}

static guint
count_colours (cairo_surface_t *surface)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * stride);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        g_hash_table_add (colours, GUINT_TO_POINTER (row[x]));
    }
  return g_hash_table_size (colours);
}

static void
save_picture (BaryArrangement arrangement,
              guint           n_nodes,
              gboolean        dark)
{
  g_autoptr (BaryClusterDiagram) diagram = make_sample (arrangement, n_nodes);
  g_autofree char *name = g_strdup_printf ("cluster-diagram-%s-%u-%s.png", arrangement == BARY_ARRANGEMENT_GROUPS ? "groups" : "levels",
                                           n_nodes, dark ? "dark" : "light");
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, name, NULL);
  cairo_surface_t *surface;
  double width, height;

  measure (diagram, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * 1.33), (int) ceil (height * 1.33));
  paint (diagram, surface, bary_theme_get (dark), 1.33);
  g_assert_cmpuint (count_colours (surface), >, 50);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
test_pictures (void)
{
  for (guint dark = 0; dark < 2; dark++)
    {
      save_picture (BARY_ARRANGEMENT_GROUPS, 20, dark);
      save_picture (BARY_ARRANGEMENT_LEVELS, 20, dark);
    }
  save_picture (BARY_ARRANGEMENT_GROUPS, 0, FALSE);
  save_picture (BARY_ARRANGEMENT_GROUPS, 80, FALSE);
  save_picture (BARY_ARRANGEMENT_LEVELS, 80, FALSE);
}

static void
test_no_overlap (void)
{
  for (guint arrangement = 0; arrangement < 2; arrangement++)
    for (guint n = 0; n < 60; n += 7)
      {
        g_autoptr (BaryClusterDiagram) diagram = make_sample (arrangement, n);

        for (int i = BARY_DIAGRAM_CENTRE; i < (int) n; i++)
          for (int j = BARY_DIAGRAM_CENTRE; j < i; j++)
            g_assert_false (bary_box_overlaps (bary_cluster_diagram_get_box (diagram, i),
                                               bary_cluster_diagram_get_box (diagram, j)));
      }
}

/* A name of 300 characters is there in full, in a box that is high enough. */
static void
test_long_name (void)
{
  g_autoptr (BaryClusterDiagram) diagram = bary_cluster_diagram_new (NULL, BARY_ARRANGEMENT_GROUPS);
  GString *name = g_string_new (NULL);
  BaryDiagramNode node = { "1", NULL, NULL, 0, BARY_PRESENCE_STAYS, FALSE };

  while (g_utf8_strlen (name->str, -1) < 300)
    g_string_append (name, "Учреждение ");
  node.name = name->str;
  bary_cluster_diagram_add_group (diagram, "А", NULL);
  bary_cluster_diagram_add_node (diagram, &node);
  bary_cluster_diagram_arrange (diagram);
  g_assert_cmpfloat (bary_cluster_diagram_get_box (diagram, 0)->height, >, 120);
  g_assert_cmpfloat (bary_cluster_diagram_get_box (diagram, 0)->width, <, 160);
  g_string_free (name, TRUE);
}

static void
test_pick (void)
{
  g_autoptr (BaryClusterDiagram) diagram = make_sample (BARY_ARRANGEMENT_GROUPS, 20);

  for (int i = BARY_DIAGRAM_CENTRE; i < 20; i++)
    {
      const BaryBox *box = bary_cluster_diagram_get_box (diagram, i);

      g_assert_cmpint (bary_cluster_diagram_pick (diagram, box->x, box->y), ==, i);
    }
  g_assert_cmpint (bary_cluster_diagram_pick (diagram, 1e5, 0), ==, BARY_DIAGRAM_NONE);
}

/* Whoever is on neither day keeps the place, unseen. */
static void
test_absent (void)
{
  g_autoptr (BaryClusterDiagram) diagram = bary_cluster_diagram_new (NULL, BARY_ARRANGEMENT_GROUPS);
  BaryDiagramNode node = { "1", "№ 1", NULL, 0, BARY_PRESENCE_ABSENT, FALSE };
  const BaryBox *box;

  bary_cluster_diagram_add_group (diagram, "А", NULL);
  bary_cluster_diagram_add_node (diagram, &node);
  bary_cluster_diagram_arrange (diagram);
  box = bary_cluster_diagram_get_box (diagram, 0);
  g_assert_false (bary_cluster_diagram_is_shown (diagram, 0));
  g_assert_cmpint (bary_cluster_diagram_pick (diagram, box->x, box->y), ==, BARY_DIAGRAM_NONE);
}

/* From the barycenter the arrows and the keys of groups lead to every member. */
static void
test_steps (void)
{
  for (guint arrangement = 0; arrangement < 2; arrangement++)
    {
      g_autoptr (BaryClusterDiagram) diagram = make_sample (arrangement, 40);
      g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      int start = BARY_DIAGRAM_CENTRE;

      g_array_append_val (queue, start);
      g_hash_table_add (seen, GINT_TO_POINTER (start));
      for (guint i = 0; i < queue->len; i++)
        for (guint step = BARY_GO_LEFT; step <= BARY_GO_PREVIOUS_GROUP; step++)
          {
            int next = bary_cluster_diagram_step (diagram, g_array_index (queue, int, i), step);

            if (g_hash_table_add (seen, GINT_TO_POINTER (next)))
              g_array_append_val (queue, next);
          }
      g_assert_cmpuint (queue->len, ==, 41);
    }
}

static void
test_legend (void)
{
  g_autoptr (BaryClusterDiagram) diagram = make_sample (BARY_ARRANGEMENT_GROUPS, 20);
  g_autofree char *words = bary_cluster_diagram_describe_legend (diagram);
  double width, height, in_one_row, row_height;

  bary_cluster_diagram_measure_legend (diagram, 300, &width, &height);
  bary_cluster_diagram_measure_legend (diagram, 3000, &in_one_row, &row_height);
  g_assert_cmpfloat (width, <=, 300);
  g_assert_cmpfloat (in_one_row, >, 300);
  g_assert_cmpfloat (height, >, 3 * row_height);
  g_assert_nonnull (strstr (words, "Опорные учреждения – "));
  g_assert_nonnull (strstr (words, "Bound by an agreement – 10"));
  g_assert_nonnull (strstr (words, "Base site – 1"));
}

static void
test_legend_counts_the_centre (void)
{
  g_autoptr (BaryClusterDiagram) diagram = bary_cluster_diagram_new (NULL, BARY_ARRANGEMENT_GROUPS);
  BaryDiagramNode node = { "1", "ДДТ", NULL, 0, BARY_PRESENCE_STAYS, FALSE };
  g_autofree char *words = NULL;

  bary_cluster_diagram_set_centre (diagram, "ИМЦ", NULL);
  bary_cluster_diagram_add_group (diagram, "Центры", NULL);
  bary_cluster_diagram_add_node (diagram, &node);
  bary_cluster_diagram_count_centre (diagram, 0);
  bary_cluster_diagram_arrange (diagram);
  words = bary_cluster_diagram_describe_legend (diagram);

  g_assert_nonnull (strstr (words, "Центры – 2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cluster-diagram/text", test_text);
  g_test_add_func ("/cluster-diagram/pictures", test_pictures);
  g_test_add_func ("/cluster-diagram/no-overlap", test_no_overlap);
  g_test_add_func ("/cluster-diagram/long-name", test_long_name);
  g_test_add_func ("/cluster-diagram/pick", test_pick);
  g_test_add_func ("/cluster-diagram/absent", test_absent);
  g_test_add_func ("/cluster-diagram/steps", test_steps);
  g_test_add_func ("/cluster-diagram/legend", test_legend);
  g_test_add_func ("/cluster-diagram/legend-counts-the-centre", test_legend_counts_the_centre);
  return g_test_run ();
}

#include "bary-export.h"
#include "bary-test-network.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#define FAMILY "DejaVu Sans"
#define CENTRE "ИМЦ «Озёрный» & <Ко>"

static BaryScene *
make_scene (BaryNetwork *network)
{
  BaryScene *scene = bary_scene_new (network, FAMILY);

  g_assert_true (bary_scene_arrange (scene, NULL, NULL));
  bary_network_unref (network);
  return scene;
}

static BaryFrame
make_frame (void)
{
  return (BaryFrame) { bary_theme_get (BARY_THEME_LIGHT), BARY_DETAIL_BY_SCALE, BARY_NODE_NONE, BARY_NODE_NONE, NULL, NULL,
                       NULL, -1, -1, FALSE, 1 };
}

static GBytes *
export_bytes (BaryScene               *scene,
              const BaryFrame         *frame,
              const BaryExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryExport) export = bary_export_new (scene, frame, options, &error);
  GBytes *bytes;

  g_assert_no_error (error);
  bytes = bary_export_to_bytes (export, &error);
  g_assert_no_error (error);
  return bytes;
}

/* SVG */

typedef struct {
  xmlDocPtr          document;
  xmlXPathContextPtr context;
} Svg;

static void
svg_open (Svg    *svg,
          GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  svg->document = xmlReadMemory (data, (int) length, "picture.svg", NULL, XML_PARSE_NONET);
  g_assert_nonnull (svg->document);
  svg->context = xmlXPathNewContext (svg->document);
  xmlXPathRegisterNs (svg->context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
}

static void
svg_close (Svg *svg)
{
  xmlXPathFreeContext (svg->context);
  xmlFreeDoc (svg->document);
}

static char *
svg_ask (Svg        *svg,
         const char *question)
{
  xmlXPathObjectPtr answer = xmlXPathEvalExpression (BAD_CAST question, svg->context);
  xmlChar *text = xmlXPathCastToString (answer);
  char *result = g_strdup ((const char *) text);

  xmlFree (text);
  xmlXPathFreeObject (answer);
  return result;
}

static double
svg_count (Svg        *svg,
           const char *question)
{
  g_autofree char *words = g_strdup_printf ("count(%s)", question);
  g_autofree char *answer = svg_ask (svg, words);

  return g_ascii_strtod (answer, NULL);
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

/* Each node is there once, with its name to read and what it says to find. */
static void
check_nodes (Svg       *svg,
             BaryScene *scene)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  guint n_shown = 0;

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);
      g_autofree char *ask_text = g_strdup_printf ("//s:g[starts-with(@id,'n')][s:title=\"%s\" or starts-with(s:title,\"%s \")]/s:text[1]",
                                                   node->name, node->name);
      g_autofree char *text = svg_ask (svg, ask_text);
      g_autofree char *seen = without_spaces (text);
      g_autofree char *expected = without_spaces (node->short_name);

      if (!bary_scene_is_shown (scene, (int) i))
        continue;
      n_shown++;
      g_assert_cmpstr (seen, ==, expected);
    }
  g_assert_cmpfloat (svg_count (svg, "//s:g[starts-with(@id,'n')]"), ==, n_shown);
}

static void
test_svg (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 30));
  BaryExportOptions options = { BARY_EXPORT_SVG, .centre = CENTRE };
  BaryFrame frame = make_frame ();
  g_autoptr (GBytes) bytes = export_bytes (scene, &frame, &options);
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *legend = NULL;
  Svg svg;

  svg_open (&svg, bytes);
  check_nodes (&svg, scene);
  title = svg_ask (&svg, "/s:svg/s:title");
  g_assert_cmpstr (title, ==, bary_scene_get_network (scene)->title);
  heading = svg_ask (&svg, "//s:g[@id='heading']");
  g_assert_nonnull (strstr (heading, CENTRE));
  legend = svg_ask (&svg, "//s:g[@id='legend']");
  g_assert_nonnull (strstr (legend, "Base site"));
  g_assert_cmpfloat (svg_count (&svg, "/s:svg[@role='img']/s:desc[string-length() > 20]"), ==, 1);
  /* No id twice, nothing used that is not there. */
  g_assert_cmpfloat (svg_count (&svg, "//*[@id = preceding::*/@id]"), ==, 0);
  g_assert_cmpfloat (svg_count (&svg, "//s:use[not(substring(@*[name()='xlink:href'], 2) = //*/@id)]"), ==, 0);
  svg_close (&svg);
}

static void
test_svg_network (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_region (300, 2));
  BaryExportOptions options = { BARY_EXPORT_SVG, .no_title = TRUE, .no_legend = TRUE };
  BaryFrame frame = make_frame ();
  g_autoptr (GBytes) bytes = export_bytes (scene, &frame, &options);
  Svg svg;

  svg_open (&svg, bytes);
  check_nodes (&svg, scene);
  g_assert_cmpfloat (svg_count (&svg, "//s:g[@id='heading' or @id='legend']"), ==, 0);
  svg_close (&svg);
}

/* Through a camera: what it shows, at the detail it shows it in, and nothing hidden. */
static void
test_camera (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 30));
  const BaryBox *box = bary_scene_get_box (scene, 5);
  BaryCamera camera = { 1, 100 - box->x, 60 - box->y, 200, 120 };
  BaryExportOptions options = { BARY_EXPORT_SVG, .camera = &camera };
  BaryFrame frame = make_frame ();
  g_autoptr (GBytes) bytes = export_bytes (scene, &frame, &options);
  g_autofree guint8 *hidden = g_malloc0 (bary_scene_get_network (scene)->nodes->len);
  g_autoptr (GBytes) fewer = NULL;
  Svg svg;
  double n;

  svg_open (&svg, bytes);
  n = svg_count (&svg, "//s:g[starts-with(@id,'n')]");
  g_assert_cmpfloat (n, >=, 1);
  g_assert_cmpfloat (n, <, 20);
  svg_close (&svg);

  hidden[5] = 1;
  frame.hidden = hidden;
  fewer = export_bytes (scene, &frame, &options);
  svg_open (&svg, fewer);
  g_assert_cmpfloat (svg_count (&svg, "//s:g[starts-with(@id,'n')]"), ==, n - 1);
  svg_close (&svg);
}

/* The same picture is the same file. */
static void
test_same (void)
{
  BaryFrame frame = make_frame ();

  for (BaryExportFormat format = BARY_EXPORT_SVG; format < BARY_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12));
      g_autoptr (BaryScene) again = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12));
      BaryExportOptions options = { format, .centre = CENTRE };
      g_autoptr (GBytes) first = export_bytes (scene, &frame, &options);
      g_autoptr (GBytes) second = NULL;

      if (format == BARY_EXPORT_PDF)
        g_usleep (G_USEC_PER_SEC + 1);
      second = export_bytes (again, &frame, &options);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* PNG */

static void
test_png (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_LEVELS, 12));
  BaryExportOptions options = { BARY_EXPORT_PNG, .width = 640 };
  BaryFrame frame = make_frame ();
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "export.png", NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  g_assert_true (bary_export (scene, &frame, &options, path, &error));
  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 640);
  cairo_surface_destroy (picture);
}

static void
test_refused (void)
{
  static const guint widths[] = { 1, 99, 32001, 4000000000u };
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12));
  BaryExportOptions options = { BARY_EXPORT_PNG };
  BaryFrame frame = make_frame ();
  BaryExportFormat format;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GError) error = NULL;

      options.width = widths[i];
      g_assert_null (bary_export_new (scene, &frame, &options, &error));
      g_assert_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_SIZE);
    }
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "picture.gif", "picture", "svg" };
      g_autoptr (GError) error = NULL;

      g_assert_false (bary_export_format_from_path (names[i], &format, &error));
      g_assert_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_FORMAT);
    }
  g_assert_true (bary_export_format_from_path ("Схема.PDF", &format, NULL));
  g_assert_cmpint (format, ==, BARY_EXPORT_PDF);
}

static gboolean
stop (double   done,
      gpointer user_data)
{
  return FALSE;
}

/* What was there stays when nothing better comes. */
static void
test_not_written (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 12));
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "export-kept.pdf", NULL);
  BaryExportOptions options = { BARY_EXPORT_PDF, .on_paper = TRUE };
  BaryFrame frame = make_frame ();
  g_autoptr (BaryExport) export = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) nowhere = NULL;

  bary_paper_get_size (BARY_PAPER_A4, &options.paper);
  export = bary_export_new (scene, &frame, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (bary_export_write (export, path, stop, NULL, &error));
  g_assert_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_STOPPED);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");

  g_assert_false (bary_export_write (export, "/dev/full", NULL, NULL, &full));
  g_assert_error (full, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_WRITE);
  g_assert_false (bary_export_write (export, "/nowhere/picture.pdf", NULL, NULL, &nowhere));
  g_assert_error (nowhere, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_WRITE);
}

/* Paper */

static char *
ask_poppler (const char *program,
             const char *option,
             const char *path,
             const char *last)
{
  const char *argv[] = { program, option, path, last, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
check_pdf_texts (BaryScene  *scene,
                 const char *path)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  g_autofree char *output = ask_poppler ("pdftotext", "-raw", path, "-");
  g_autofree char *text = without_spaces (output);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (bary_network_node (network, i)->short_name, " ", -1);

      for (guint j = 0; words[j] != NULL && bary_scene_is_shown (scene, (int) i); j++)
        g_assert_nonnull (strstr (text, words[j]));
    }
}

static void
test_pdf (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_cluster (BARY_ARRANGEMENT_GROUPS, 8));
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "export.pdf", NULL);
  BaryExportOptions options = { BARY_EXPORT_PDF, .centre = CENTRE, .on_paper = TRUE };
  BaryFrame frame = make_frame ();
  g_autofree char *facts = NULL;
  g_autofree char *fonts = NULL;
  g_autoptr (GError) error = NULL;

  bary_paper_get_size (BARY_PAPER_A4, &options.paper);
  g_assert_true (bary_export (scene, &frame, &options, path, &error));
  g_assert_no_error (error);
  check_pdf_texts (scene, path);
  facts = ask_poppler ("pdfinfo", "-isodates", path, NULL);
  g_assert_nonnull (strstr (facts, bary_scene_get_network (scene)->title));
  g_assert_nonnull (strstr (facts, CENTRE));
  g_assert_nonnull (strstr (facts, bary_scene_get_network (scene)->day));
  g_assert_true (g_regex_match_simple ("Pages: +1\n", facts, 0, 0));
  g_assert_nonnull (strstr (facts, "(A4)"));
  fonts = ask_poppler ("pdffonts", "-l", "1", path);
  g_assert_nonnull (strstr (fonts, "DejaVuSans"));
}

/* Each sheet has what belongs on it: all names but those that a seam cuts are found. */
static void
check_sheets (BaryScene  *scene,
              const char *output)
{
  BaryNetwork *network = bary_scene_get_network (scene);
  g_autofree char *text = without_spaces (output);
  guint n_found = 0;

  for (guint i = 0; i < network->nodes->len; i++)
    {
      g_autofree char *name = without_spaces (bary_network_node (network, i)->short_name);

      n_found += strstr (text, name) != NULL;
    }
  g_assert_cmpuint (n_found * 10, >=, network->nodes->len * 9);
}

static void
test_poster (void)
{
  g_autoptr (BaryScene) scene = make_scene (bary_test_network_make_region (300, 3));
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "poster.pdf", NULL);
  BaryExportOptions options = { BARY_EXPORT_PDF, .on_paper = TRUE };
  BaryFrame frame = make_frame ();
  g_autofree char *warning = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;
  BaryExportSize size;
  BaryPoster poster;
  g_autoptr (GError) error = NULL;

  bary_paper_get_size (BARY_PAPER_A3, &options.paper);
  bary_export_measure (scene, &frame, &options, &size);
  g_assert_cmpfloat (bary_export_plan (&size, &options, &poster), <, BARY_SMALLEST_LABEL);
  warning = bary_export_warn (&size, &options);
  g_assert_nonnull (strstr (warning, "a poster of "));

  options.poster = TRUE;
  g_assert_cmpfloat (bary_export_plan (&size, &options, &poster), >=, BARY_SMALLEST_LABEL - 1e-6);
  g_assert_null (bary_export_warn (&size, &options));
  g_assert_true (bary_export (scene, &frame, &options, path, &error));
  g_assert_no_error (error);
  facts = ask_poppler ("pdfinfo", "-isodates", path, NULL);
  pages = g_strdup_printf ("Pages: +%u\n", bary_poster_count_sheets (&poster));
  g_assert_true (g_regex_match_simple (pages, facts, 0, 0));
  text = ask_poppler ("pdftotext", "-raw", path, "-");
  check_sheets (scene, text);
  for (guint i = 0; i < bary_poster_count_sheets (&poster); i++)
    {
      g_free (sheet);
      sheet = bary_poster_name_sheet (&poster, i);
      g_assert_nonnull (strstr (text, sheet));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/svg-network", test_svg_network);
  g_test_add_func ("/export/camera", test_camera);
  g_test_add_func ("/export/same", test_same);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/not-written", test_not_written);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/poster", test_poster);
  return g_test_run ();
}

#include "bary-step-page.h"

/* Shares of the page's height. Letters of a caption are read from twenty times the height of the screen and more. */
#define CAPTION_HEIGHT 0.17
#define CAPTION_SPACING 0.012
#define CAPTION_LINES 2
#define TITLE_LINES 4
#define SIDE 0.07            /* margins of texts, of the width */

static const double caption_sizes[] = { 0.052, 0.045, 0.039, 0.034, 0.029, 0.025 };
static const double title_sizes[] = { 0.1, 0.085, 0.07, 0.058, 0.048, 0.04 };
#define BELOW_SIZE 0.038
#define FOOT_SIZE 0.021
#define FOOT_MARGIN 0.022

/* Words */

/* A number stays with what it counts, and no line begins with a dot between words. */
static char *
hold_together (const char *text)
{
  GString *held = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ' && ((c > text && g_ascii_isdigit (c[-1])) || g_str_has_prefix (c + 1, "·")))
      g_string_append (held, "\u00a0");
    else
      g_string_append_c (held, *c);
  return g_string_free (held, FALSE);
}

static PangoLayout *
make_layout (cairo_t    *cr,
             const char *family,
             const char *text,
             double      size,
             double      width,
             gboolean    bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *held = hold_together (text);

  pango_font_description_set_family (font, family != NULL ? family : "sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, held, -1);
  return layout;
}

static gboolean
fits (PangoLayout *layout,
      int          width,
      int          n_lines)
{
  int widest;

  pango_layout_set_width (layout, width);
  pango_layout_get_size (layout, &widest, NULL);
  return pango_layout_get_line_count (layout) <= n_lines && widest <= width;
}

/* Lines of about the same length, instead of a last word on a line of its own. */
static void
balance (PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout), most = pango_layout_get_width (layout), least = most / n_lines;

  if (n_lines < 2)
    return;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  while (most - least > PANGO_SCALE)
    {
      int middle = (least + most) / 2;

      if (fits (layout, middle, n_lines))
        most = middle;
      else
        least = middle;
    }
  pango_layout_set_width (layout, most);
}

/* The largest of the sizes at which the text fits; at the smallest one it is cut. */
static PangoLayout *
fit_layout (cairo_t      *cr,
            const char   *family,
            const char   *text,
            const double *sizes,
            guint         n_sizes,
            int           most_lines,
            double        page_height,
            double        width,
            gboolean      bold)
{
  PangoLayout *layout = NULL;

  for (guint i = 0; i < n_sizes; i++)
    {
      g_clear_object (&layout);
      layout = make_layout (cr, family, text, sizes[i] * page_height, width, bold);
      if (pango_layout_get_line_count (layout) <= most_lines)
        {
          balance (layout);
          return layout;
        }
    }
  pango_layout_set_height (layout, -most_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

/* @middle: of its lines */
static void
show (cairo_t     *cr,
      PangoLayout *layout,
      BaryColour   colour,
      double       middle,
      double       y)
{
  bary_draw_set_colour (cr, colour, 1);
  cairo_move_to (cr, middle - pango_layout_get_width (layout) / 2.0 / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}

double
bary_show_step_caption_height (double height)
{
  return height * CAPTION_HEIGHT;
}

void
bary_show_step_draw_caption (cairo_t         *cr,
                             const BaryTheme *theme,
                             const char      *family,
                             const char      *caption,
                             double           page_height,
                             const BaryBox   *box)
{
  double width = box->width * (1 - 2 * SIDE);
  g_autoptr (PangoLayout) layout = fit_layout (cr, family, caption, caption_sizes, G_N_ELEMENTS (caption_sizes), CAPTION_LINES,
                                               page_height, width, TRUE);

  show (cr, layout, theme->text, box->x, box->y - height_of (layout) / 2 - page_height * CAPTION_SPACING);
}

void
bary_show_step_draw_title (cairo_t         *cr,
                           const BaryTheme *theme,
                           const char      *family,
                           const char      *title,
                           const char      *below,
                           double           width,
                           double           height)
{
  double room = width * (1 - 2 * SIDE);
  g_autoptr (PangoLayout) head = fit_layout (cr, family, title, title_sizes, G_N_ELEMENTS (title_sizes), TITLE_LINES, height, room, TRUE);
  g_autoptr (PangoLayout) foot = make_layout (cr, family, below != NULL ? below : "", height * BELOW_SIZE, room, FALSE);
  double gap = height * BELOW_SIZE, top = (height - height_of (head) - gap - height_of (foot)) / 2;

  show (cr, head, theme->text, width / 2, top);
  show (cr, foot, theme->dim_text, width / 2, top + height_of (head) + gap);
}

void
bary_show_step_draw_foot (cairo_t         *cr,
                          const BaryTheme *theme,
                          const char      *family,
                          const char      *text,
                          gboolean         right,
                          double           page_height,
                          double           width,
                          double           height)
{
  g_autoptr (PangoLayout) layout = make_layout (cr, family, text, page_height * FOOT_SIZE, width * (1 - 2 * SIDE), FALSE);
  double margin = page_height * FOOT_MARGIN;
  PangoRectangle logical;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  bary_draw_set_colour (cr, theme->dim_text, 1);
  cairo_move_to (cr, right ? width - margin - logical.width : margin, height - margin * 0.6 - logical.height);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_scene (cairo_t                *cr,
            const BaryTheme        *theme,
            BaryScene              *scene,
            const BaryShowStepView *view)
{
  BaryFrame frame = bary_show_step_view_get_frame (view, theme);
  BaryCamera camera;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, view->camera.width, view->camera.height);
  cairo_clip (cr);
  cairo_scale (cr, view->magnification, view->magnification);
  camera = bary_camera_magnify (&view->camera, view->magnification);
  bary_scene_draw (scene, cr, &camera, &frame);
  cairo_restore (cr);
}

void
bary_show_step_draw_page (cairo_t         *cr,
                          const BaryTheme *theme,
                          const char      *family,
                          const GPtrArray *shown,
                          guint            step,
                          BaryScene       *scene,
                          const char      *below,
                          double           width,
                          double           height)
{
  const BaryShowStep *slide = shown->pdata[step];
  double foot = bary_show_step_caption_height (height);
  BaryBox box = { width / 2, height - foot / 2, width, foot };

  bary_draw_set_colour (cr, theme->background, 1);
  cairo_paint (cr);
  if (slide->kind == BARY_SHOW_STEP_TITLE)
    {
      bary_show_step_draw_title (cr, theme, family, slide->caption, below, width, height);
      return;
    }
  if (scene != NULL)
    {
      g_autoptr (BaryShowStepView) view = bary_show_step_view_new (shown, step, scene, width, height - foot);

      draw_scene (cr, theme, scene, view);
      bary_show_step_draw_legend (view, cr, theme, scene);
    }
  bary_show_step_draw_caption (cr, theme, family, slide->caption, height, &box);
}

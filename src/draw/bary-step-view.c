#include "bary-step-page.h"

/* Shares of the page's height. */
#define MARGIN 0.025
#define LARGEST_SCALE 0.0032 /* of the picture: labels of 10 points become 3 % of the height */
#define USUAL_HEIGHT 900.0   /* of the screens that levels of detail are made for */
#define HALL_HEIGHT 560.0    /* of a page on which the smallest letters are as large as they should be */
#define DENSE_HEIGHT 720.0   /* and as small as they may be, where there are many */
#define MANY_IN_ONE 20       /* members of a single cluster, all of which are to have their names */
#define LEGEND_MOST 0.09     /* a higher one leaves too little of the picture */
#define LEGEND_MOST_TALL 0.13 /* but pictures are wide, and do not need all of a page that is not */
#define TALL 1.5             /* width of such a page */
#define LEGEND_GAP 0.012     /* above it and below */
#define LEGEND_SIDE 0.03     /* of the width */

GPtrArray *
bary_show_step_arrange_scenes (const GPtrArray    *networks,
                               const char         *family,
                               BaryScene          *like,
                               BaryLayoutProgress  progress,
                               gpointer            user_data)
{
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_scene_unref);

  for (guint i = 0; i < networks->len; i++)
    {
      BaryScene *scene = bary_scene_new (networks->pdata[i], family);
      BaryScene *earlier = i > 0 ? scenes->pdata[0] : like;

      g_ptr_array_add (scenes, scene);
      if (earlier != NULL)
        bary_scene_start_from (scene, earlier);
      if (!bary_scene_arrange (scene, progress, user_data))
        return NULL;
    }
  return g_steal_pointer (&scenes);
}

static BaryDetail
choose_detail (const BaryShowStep *slide,
               BaryScene          *scene,
               const BaryCamera   *camera,
               double              page_height)
{
  if (bary_scene_get_network (scene)->picture != BARY_PICTURE_NETWORK || slide->kind == BARY_SHOW_STEP_CLUSTER)
    return BARY_DETAIL_ALL;
  return bary_scene_detail_at (scene, camera->scale * USUAL_HEIGHT / page_height);
}

/* A step into a part of the network is about that part alone. */
static gboolean
has_legend (const BaryShowStep *slide,
            const BaryNetwork  *network)
{
  return network->picture != BARY_PICTURE_NETWORK || slide->kind == BARY_SHOW_STEP_WHOLE || slide->kind == BARY_SHOW_STEP_LINKS ||
         slide->kind == BARY_SHOW_STEP_CHANGES || slide->kind == BARY_SHOW_STEP_VIEW;
}

static double
hall_height (BaryScene *scene)
{
  BaryNetwork *network = bary_scene_get_network (scene);

  return network->picture == BARY_PICTURE_CLUSTER && network->nodes->len > MANY_IN_ONE ? DENSE_HEIGHT : HALL_HEIGHT;
}

static gboolean
take_legend (BaryShowStepView *self,
             BaryScene        *scene,
             BaryLegendForm    form,
             double            magnification,
             double            page_height)
{
  double width = self->camera.width, most = (width < TALL * page_height ? LEGEND_MOST_TALL : LEGEND_MOST) * page_height, across, down;

  bary_scene_measure_legend (scene, form, width * (1 - 2 * LEGEND_SIDE) / magnification, &across, &down);
  down = down * magnification + 2 * LEGEND_GAP * page_height;
  if (across <= 0 || down > most)
    return FALSE;
  self->legend_magnification = magnification;
  self->legend_form = form;
  self->legend = down;
  return TRUE;
}

/* The whole legend, a brief one where that is too high, of a network what the step is about, the first two in smaller letters, or none.
 * Where a network shows no lines, it names none; in other pictures they come at last and must not move what is there. */
static void
choose_legend (BaryShowStepView   *self,
               const BaryShowStep *slide,
               BaryScene          *scene,
               double              page_height)
{
  gboolean network = bary_scene_get_network (scene)->picture == BARY_PICTURE_NETWORK;
  BaryLegendForm whole = network && !self->lines ? BARY_LEGEND_NO_LINES : BARY_LEGEND_WHOLE;
  BaryLegendForm part = slide->kind == BARY_SHOW_STEP_LINKS ? BARY_LEGEND_LINES_ALONE : BARY_LEGEND_NO_LINES | BARY_LEGEND_BRIEF;
  double large = page_height / hall_height (scene), small = page_height / DENSE_HEIGHT;

  if (take_legend (self, scene, whole, large, page_height) || take_legend (self, scene, whole | BARY_LEGEND_BRIEF, large, page_height))
    return;
  if (network && take_legend (self, scene, part, large, page_height))
    return;
  if (!take_legend (self, scene, whole, small, page_height))
    take_legend (self, scene, whole | BARY_LEGEND_BRIEF, small, page_height);
}

BaryShowStepView *
bary_show_step_view_new (const GPtrArray *shown,
                         guint            step,
                         BaryScene       *scene,
                         double           width,
                         double           height)
{
  const BaryShowStep *slide = shown->pdata[step];
  BaryNetwork *network = bary_scene_get_network (scene);
  BaryShowStepView *self = g_new0 (BaryShowStepView, 1);
  double page_height = height / (1 - bary_show_step_caption_height (1));
  BaryBox box;

  if (!bary_show_step_find_box (slide, network, bary_scene_get_layout (scene), &box))
    box = bary_scene_get_layout (scene)->bounds;
  self->camera.width = width;
  self->lines = bary_slides_has_lines (shown, step);
  if (has_legend (slide, network))
    choose_legend (self, slide, scene, page_height);
  self->camera.height = height - self->legend;
  bary_camera_fit (&self->camera, &box, page_height * MARGIN, page_height * LARGEST_SCALE);
  self->detail = choose_detail (slide, scene, &self->camera, page_height);
  self->magnification = page_height / hall_height (scene);
  self->hidden = g_new0 (guint8, network->nodes->len + 1);
  self->dimmed = g_new0 (guint8, network->nodes->len + 1);
  bary_slides_reveal (shown, step, network, self->hidden, self->dimmed);
  return self;
}

void
bary_show_step_view_free (BaryShowStepView *self)
{
  g_free (self->hidden);
  g_free (self->dimmed);
  g_free (self);
}

BaryFrame
bary_show_step_view_get_frame (const BaryShowStepView *self,
                               const BaryTheme        *theme)
{
  return (BaryFrame) {
    .theme = theme, .detail = self->detail, .selected = BARY_NODE_NONE, .hovered = BARY_NODE_NONE, .dimmed = self->dimmed,
    .hidden = self->hidden, .drop_cluster = -1, .drop_zone = -1, .no_lines = !self->lines, .progress = 1, .whole_texts = TRUE,
  };
}

void
bary_show_step_draw_legend (const BaryShowStepView *self,
                            cairo_t                *cr,
                            const BaryTheme        *theme,
                            BaryScene              *scene)
{
  double width = self->camera.width, magnification = self->legend_magnification, most, across, down;

  if (self->legend <= 0)
    return;
  most = width * (1 - 2 * LEGEND_SIDE) / magnification;
  bary_scene_measure_legend (scene, self->legend_form, most, &across, &down);
  cairo_save (cr);
  bary_draw_set_colour (cr, theme->background, 1);
  cairo_rectangle (cr, 0, self->camera.height, width, self->legend);
  cairo_fill (cr);
  cairo_translate (cr, (width - across * magnification) / 2, self->camera.height + (self->legend - down * magnification) / 2);
  cairo_scale (cr, magnification, magnification);
  bary_scene_draw_legend (scene, self->legend_form, cr, theme, most);
  cairo_restore (cr);
}

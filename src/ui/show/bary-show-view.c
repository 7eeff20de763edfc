#include "bary-show-view.h"

static guint
count (const guint8 *set,
       guint         n)
{
  guint found = 0;

  for (guint i = 0; set != NULL && i < n; i++)
    found += set[i] != 0;
  return found;
}

/* Chosen nodes stand out; else those that a filter has not dimmed. */
static char **
find_chosen (BaryNetwork     *network,
             const BaryFrame *frame)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n_nodes = network->nodes->len, n_dimmed = count (frame->dimmed, n_nodes);
  gboolean by_choice = count (frame->chosen, n_nodes) > 0;

  if (!by_choice && (n_dimmed == 0 || n_dimmed == n_nodes))
    return NULL;
  for (guint i = 0; i < n_nodes; i++)
    if (by_choice ? frame->chosen[i] : !frame->dimmed[i])
      g_strv_builder_add (ids, bary_network_node (network, i)->id);
  return g_strv_builder_end (ids);
}

BaryShowStep *
bary_show_view_new (BaryCanvas *canvas,
                    const char *caption,
                    const char *today)
{
  BaryScene *scene = bary_canvas_get_scene (canvas);
  const BaryCamera *camera = bary_canvas_get_camera (canvas);
  BaryShowStep *step;
  BaryNetwork *network;
  BaryFrame frame;

  if (scene == NULL || camera->width <= 0)
    return NULL;

  frame = bary_canvas_get_frame (canvas);
  network = bary_scene_get_network (scene);
  step = bary_show_step_new (BARY_SHOW_STEP_VIEW, NULL);
  step->own_caption = g_strdup (caption);
  step->lines = frame.no_lines ? BARY_SHOW_STEP_LINES_HIDDEN : BARY_SHOW_STEP_LINES_SHOWN;
  step->day = g_strcmp0 (network->day, today) != 0 ? g_strdup (network->day) : NULL;
  step->has_area = !network->free; /* in the presentation nodes stand by the structure */
  step->area = (BaryBox) { (camera->width / 2 - camera->offset_x) / camera->scale, (camera->height / 2 - camera->offset_y) / camera->scale,
                           camera->width / camera->scale, camera->height / camera->scale };
  step->chosen = find_chosen (network, &frame);
  return step;
}

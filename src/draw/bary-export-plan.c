#include "bary-export-private.h"

#include "bary-config.h"
#include "bary-scene-walk.h"
#include "bary-svg.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define USUAL_WIDTH 1100.0 /* a picture of this width has a title and a legend of the usual size */
#define USUAL_SHAPE 0.7   /* height to width of a sheet */
#define LEAST_ROW 420.0   /* a title broken into narrower lines is hard to read */
#define LEAST_PIXELS 1.15 /* for a point of the legend: 9 pt are 10 pixels high */
#define MARGIN 12.0
#define GAP 10.0
#define OUTSIDE 8.0       /* frames and badges stand out of the boxes */

static void
lay_out_picture (BaryScene               *scene,
                 const BaryExportOptions *options,
                 BaryExportPlan          *plan)
{
  const BaryBox *bounds = &bary_scene_get_layout (scene)->bounds;

  if (options->camera != NULL)
    {
      plan->camera = *options->camera;
      plan->picture.width = plan->camera.width;
      plan->picture.height = plan->camera.height;
      return;
    }
  plan->picture.width = ceil (bounds->width + 2 * OUTSIDE);
  plan->picture.height = ceil (bounds->height + 2 * OUTSIDE);
  plan->camera = (BaryCamera) {
    1, plan->picture.width / 2 - bounds->x, plan->picture.height / 2 - bounds->y, plan->picture.width, plan->picture.height
  };
}

/* Read from as far as the whole picture; never too few pixels, nor too few words in a row. */
static double
scale_texts (const BaryExportOptions *options,
             double                   extent)
{
  double scale = MAX (extent / USUAL_WIDTH, 1);

  if (options->format == BARY_EXPORT_PNG && options->width > 0)
    scale = MAX (scale, MIN (extent / options->width * LEAST_PIXELS, extent / LEAST_ROW));
  return scale;
}

void
bary_export_lay_out (BaryScene               *scene,
                     const BaryExportOptions *options,
                     BaryExportPlan          *plan)
{
  double title_width = 0, legend_width = 0, gap, extent;

  *plan = (BaryExportPlan) { 0 };
  lay_out_picture (scene, options, plan);
  extent = MAX (plan->picture.width, plan->picture.height * USUAL_SHAPE);
  plan->text_scale = scale_texts (options, extent);
  plan->margin = MARGIN * plan->text_scale;
  plan->most = MAX (plan->picture.width / plan->text_scale, LEAST_ROW);
  if (!options->no_title)
    bary_scene_measure_title (scene, options->centre, plan->most, &title_width, &plan->title_height);
  if (!options->no_legend)
    bary_scene_measure_legend (scene, BARY_LEGEND_WHOLE, plan->most, &legend_width, &plan->legend_height);

  gap = GAP * plan->text_scale;
  plan->width = MAX (plan->picture.width, MAX (title_width, legend_width) * plan->text_scale) + 2 * plan->margin;
  plan->picture.x = plan->width / 2;
  plan->picture.y = plan->margin + plan->picture.height / 2;
  if (plan->title_height > 0)
    plan->picture.y += plan->title_height * plan->text_scale + gap;
  plan->legend_top = plan->picture.y + plan->picture.height / 2 + (plan->legend_height > 0 ? gap : 0);
  plan->height = plan->legend_top + plan->legend_height * plan->text_scale + plan->margin;
}

/* On paper and on pixels */

/* A picture that shall have that many pixels is drawn for them: what is too small to read then is left out. What
 * was seen through a camera is drawn as it was seen. */
static void
record_picture (BaryExport              *self,
                BaryScene               *scene,
                const BaryFrame         *frame,
                const BaryExportOptions *options)
{
  BaryCamera camera = self->plan.camera;

  self->by_camera = options->camera != NULL;
  if (!self->by_camera)
    camera = (BaryCamera) { camera.scale * self->scale, camera.offset_x * self->scale, camera.offset_y * self->scale,
                            camera.width * self->scale, camera.height * self->scale };
  self->picture = bary_tape_new ();
  bary_scene_walk (scene, bary_tape_get_pen (self->picture), &camera, frame);
}

void
bary_export_record (BaryExport              *self,
                    BaryScene               *scene,
                    const BaryFrame         *frame,
                    const BaryExportOptions *options)
{
  record_picture (self, scene, frame, options);
  self->heading = bary_tape_new ();
  self->legend = bary_tape_new ();
  if (self->plan.title_height > 0)
    bary_scene_walk_title (scene, bary_tape_get_pen (self->heading), frame->theme, options->centre, self->plan.most, 0, 0);
  if (self->plan.legend_height > 0)
    bary_scene_walk_legend (scene, BARY_LEGEND_WHOLE, bary_tape_get_pen (self->legend), frame->theme, self->plan.most, 0, 0);
}

/* As SVG */

/* Seven letters for an id: there are thousands of them. The same thing has the same ones in every picture. After G. Fowler,
 * L. Noll and K.-P. Vo, FNV-1a. */
static char *
shorten (char        kind,
         const char *id)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint64 hash = 14695981039346656037u;
  char name[] = { kind, '0', '0', '0', '0', '0', '0', '\0' };

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * 1099511628211u;
  hash ^= hash >> 32;
  for (guint i = 1; i < sizeof name - 1; i++, hash >>= 5)
    name[i] = letters[hash & 31];
  return g_strdup (name);
}

/* What stands for the part elsewhere, too: organisations, bodies, clusters and districts by their ids. */
static char *
name_part (BaryPart part,
           guint    index,
           gpointer scene)
{
  BaryNetwork *network = bary_scene_get_network (scene);

  switch (part)
    {
    case BARY_PART_NODE:
      return shorten ('n', bary_network_node (network, index)->record);
    case BARY_PART_CLUSTER:
      return shorten ('k', bary_network_cluster (network, index)->id);
    case BARY_PART_DISTRICT:
      return shorten ('d', bary_network_district (network, index)->id);
    case BARY_PART_TIES:
    case BARY_PART_LINE:
    case BARY_PART_HEADING:
    case BARY_PART_TITLE:
    case BARY_PART_LABEL:
    case BARY_PART_LEGEND:
      break;
    }
  return NULL;
}

/* Short: there are thousands of them. */
static char *
describe_node (BaryNetwork *network,
               guint        index)
{
  const BaryNetworkNode *node = bary_network_node (network, index);
  const GArray *groups = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->groups : NULL;

  if (groups == NULL || node->role != BARY_ROLE_MEMBER || node->group < 0 || node->group >= (int) groups->len)
    return g_strdup (node->name);
  return g_strdup_printf ("%s · %s", node->name, g_array_index (groups, BaryNetworkGroup, node->group).name);
}

static char *
describe_part (BaryPart part,
               guint    index,
               gpointer scene)
{
  BaryNetwork *network = bary_scene_get_network (scene);

  switch (part)
    {
    case BARY_PART_NODE:
      return describe_node (network, index);
    case BARY_PART_CLUSTER:
      return g_strdup (bary_network_cluster (network, index)->name);
    case BARY_PART_DISTRICT:
      return g_strdup (bary_network_district (network, index)->name);
    case BARY_PART_TIES:
    case BARY_PART_LINE:
    case BARY_PART_HEADING:
    case BARY_PART_TITLE:
    case BARY_PART_LABEL:
    case BARY_PART_LEGEND:
      break;
    }
  return NULL;
}

/* "Sans" is another font on every machine; the texts are measured in this one. */
static char *
resolve_family (const char *family)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *wanted = pango_font_description_from_string (family), *found;
  g_autoptr (PangoFont) font = pango_font_map_load_font (map, context, wanted);
  char *name;

  pango_font_description_free (wanted);
  g_object_unref (context);
  if (font == NULL)
    return g_strdup (family);

  found = pango_font_describe (font);
  name = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  return name;
}

GString *
bary_export_make_svg (BaryScene               *scene,
                      const BaryFrame         *frame,
                      const BaryExportOptions *options,
                      const BaryExportPlan    *plan)
{
  BarySvgNames names = { name_part, describe_part, scene };
  g_autoptr (BarySvg) svg = bary_svg_new (&names);
  g_autofree char *description = bary_scene_describe_legend (scene, BARY_LEGEND_WHOLE);
  g_autofree char *family = resolve_family (bary_scene_get_family (scene));
  BarySvgHead head = {
    bary_scene_get_network (scene)->title, description, plan->width, plan->height, options->width, frame->theme->background
  };
  BaryBox clip = { plan->picture.width / 2, plan->picture.height / 2, plan->picture.width, plan->picture.height };

  bary_svg_set_family (svg, family);
  bary_svg_place (svg, "picture", plan->picture.x - plan->picture.width / 2, plan->picture.y - plan->picture.height / 2, 1,
                  options->camera != NULL ? &clip : NULL);
  bary_scene_walk (scene, bary_svg_get_pen (svg), &plan->camera, frame);
  if (plan->title_height > 0)
    {
      bary_svg_place (svg, "heading", plan->margin, plan->margin, plan->text_scale, NULL);
      bary_scene_walk_title (scene, bary_svg_get_pen (svg), frame->theme, options->centre, plan->most, 0, 0);
    }
  if (plan->legend_height > 0)
    {
      bary_svg_place (svg, "legend", plan->margin, plan->legend_top, plan->text_scale, NULL);
      bary_scene_walk_legend (scene, BARY_LEGEND_WHOLE, bary_svg_get_pen (svg), frame->theme, plan->most, 0, 0);
    }
  return bary_svg_finish (svg, &head);
}

BaryFrame
bary_export_choose_frame (const BaryFrame         *frame,
                          const BaryExportOptions *options)
{
  BaryFrame chosen = *frame;

  if (options->camera == NULL && options->format != BARY_EXPORT_PNG && chosen.detail == BARY_DETAIL_BY_SCALE)
    chosen.detail = BARY_DETAIL_ALL;
  return chosen;
}

/* Measuring */

typedef struct {
  BaryPen parent;
  double  smallest;
} Gauge;

static void
gauge_text (BaryPen        *pen,
            const BaryText *text)
{
  Gauge *self = (Gauge *) pen;

  if (self->smallest == 0 || text->size < self->smallest)
    self->smallest = text->size;
}

void
bary_export_measure (BaryScene               *scene,
                     const BaryFrame         *frame,
                     const BaryExportOptions *options,
                     BaryExportSize          *size)
{
  static const BaryPenClass class = { .text = gauge_text };
  Gauge gauge = { { &class }, 0 };
  BaryFrame chosen = bary_export_choose_frame (frame, options);
  BaryExportPlan plan;

  bary_export_lay_out (scene, options, &plan);
  bary_scene_walk (scene, &gauge.parent, &plan.camera, &chosen);
  *size = (BaryExportSize) { plan.width, plan.height, gauge.smallest };
}

double
bary_export_plan (const BaryExportSize    *size,
                  const BaryExportOptions *options,
                  BaryPoster              *poster)
{
  gboolean turn = !options->keep_turn;

  if (options->poster && size->smallest > 0)
    bary_poster_plan_for_label (poster, &options->paper, turn, size->width, size->height, size->smallest);
  else
    bary_poster_fit (poster, &options->paper, turn, size->width, size->height);
  return size->smallest * poster->scale;
}

char *
bary_export_warn (const BaryExportSize    *size,
                  const BaryExportOptions *options)
{
  BaryExportOptions as_poster = *options;
  BaryPoster poster;
  double label = bary_export_plan (size, options, &poster);
  g_autofree char *advice = NULL;
  guint n;

  if (size->smallest <= 0 || label >= BARY_SMALLEST_LABEL - 0.005)
    return NULL;

  as_poster.poster = TRUE;
  n = bary_export_plan (size, &as_poster, &poster) >= BARY_SMALLEST_LABEL - 0.005 ? bary_poster_count_sheets (&poster) : 0;
  if (n == 0)
    advice = g_strdup (_("choose larger paper or a part of the picture"));
  else
    advice = g_strdup_printf (ngettext ("choose larger paper, or a poster of %u sheet", "choose larger paper, or a poster of %u sheets", n), n);
  /* Translators: %.1f: a size of letters in points, %s: what to do about it */
  return g_strdup_printf (_("The smallest letters are %.1f pt high on the paper, and nobody reads less than 6 pt: %s"), label, advice);
}

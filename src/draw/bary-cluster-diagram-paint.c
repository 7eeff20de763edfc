#include "bary-cluster-diagram-private.h"

#include <math.h>

#define CORNER 7.0
#define BADGE 6.5
#define FADED 0.4

typedef struct {
  BaryClusterDiagram     *diagram;
  cairo_t                *cr;
  const BaryDiagramState *state;
  const BaryTheme        *theme;
} Painter;

void
bary_line_prepare (cairo_t  *cr,
                   BaryLine  line)
{
  static const struct {
    double width;
    double dashes[4];
    int    n_dashes;
  } patterns[BARY_N_LINES] = {
    [BARY_LINE_AGREEMENT] = { 1.1, { 0 }, 0 },
    [BARY_LINE_METHODICAL] = { 1.5, { 7, 3 }, 2 },
    [BARY_LINE_SCIENTIFIC] = { 1.5, { 2, 3 }, 2 },
    [BARY_LINE_INFORMATIONAL] = { 1.5, { 9, 3, 2, 3 }, 4 },
    [BARY_LINE_SOCIAL] = { 2, { 0, 4.5 }, 2 },
    [BARY_LINE_RESOURCE] = { 1.5, { 14, 5 }, 2 },
    [BARY_LINE_COORDINATION] = { 2.4, { 0 }, 0 },
    [BARY_LINE_MEMBERSHIP] = { 0.6, { 0 }, 0 },
    [BARY_LINE_ANSWERS_TO] = { 1.3, { 0 }, 0 },
  };

  cairo_set_line_width (cr, patterns[line].width);
  cairo_set_dash (cr, patterns[line].dashes, patterns[line].n_dashes, 0);
  cairo_set_line_cap (cr, line == BARY_LINE_SOCIAL ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

static BaryColour
zone_colour (Painter *p,
             guint    zone)
{
  if (zone < p->diagram->groups->len)
    return bary_palette_get_colour (zone, p->theme->kind);
  return p->theme->dim_text;
}

static gboolean
is_apart (Painter *p,
          int      node)
{
  int hovered = p->state->hovered;

  return hovered != BARY_DIAGRAM_NONE && node != hovered && hovered != BARY_DIAGRAM_CENTRE &&
         !bary_cluster_diagram_has_line (p->diagram, node, hovered);
}

static void
trace_zone (Painter              *p,
            const BaryLayoutZone *zone)
{
  gboolean whole = zone->end - zone->start > 2 * G_PI - 0.001;

  cairo_save (p->cr);
  cairo_scale (p->cr, p->diagram->layout->stretch, 1);
  cairo_new_path (p->cr);
  if (!whole)
    cairo_move_to (p->cr, 0, 0);
  cairo_arc (p->cr, 0, 0, zone->outer, zone->start, zone->end);
  cairo_close_path (p->cr);
  if (whole && zone->inner > 0)
    {
      cairo_new_sub_path (p->cr);
      cairo_arc_negative (p->cr, 0, 0, zone->inner, zone->end, zone->start);
      cairo_close_path (p->cr);
    }
  cairo_restore (p->cr);
}

static void
paint_zone (Painter *p,
            guint    i)
{
  const BaryLayoutZone *zone = &p->diagram->layout->zones[i];
  gboolean target = p->state->drop_zone == (int) i;
  BaryColour colour = zone_colour (p, i);

  trace_zone (p, zone);
  bary_draw_set_colour (p->cr, colour, target ? 0.28 : p->theme->dark ? 0.13 : 0.075);
  cairo_fill_preserve (p->cr);
  bary_draw_set_colour (p->cr, target ? colour : p->theme->background, 1);
  cairo_set_line_width (p->cr, target ? 2 : 3);
  cairo_stroke (p->cr);
}

static void
show_text (Painter     *p,
           PangoLayout *text,
           double       x,
           double       y,
           BaryColour   colour,
           double       alpha)
{
  bary_draw_set_colour (p->cr, colour, alpha);
  cairo_move_to (p->cr, x, y);
  pango_cairo_show_layout (p->cr, text);
}

static void
trace_box (Painter       *p,
           const BaryBox *box,
           double         grown)
{
  cairo_new_path (p->cr);
  bary_draw_rounded (p->cr, box->x - box->width / 2 - grown, box->y - box->height / 2 - grown,
                     box->width + 2 * grown, box->height + 2 * grown, CORNER + grown);
}

static void
paint_heading (Painter *p,
               guint    i)
{
  const BaryBox *box = &p->diagram->layout->zones[i].heading;
  BaryColour colour = zone_colour (p, i);
  double left = box->x - box->width / 2, top = box->y - box->height / 2;

  trace_box (p, box, 0);
  bary_draw_set_colour (p->cr, bary_colour_mix (p->theme->background, colour, p->theme->dark ? 0.22 : 0.12), 0.92);
  cairo_fill (p->cr);
  bary_draw_shape (p->cr, bary_palette_get_shape (i), left + BARY_DIAGRAM_PADDING + 3, box->y, BARY_DIAGRAM_MARK + 0.5);
  bary_draw_set_colour (p->cr, colour, 1);
  cairo_fill (p->cr);
  show_text (p, g_array_index (p->diagram->groups, DiagramGroup, i).heading,
             left + BARY_DIAGRAM_PADDING + BARY_DIAGRAM_MARK_SPACE, top + 0.7 * BARY_DIAGRAM_PADDING,
             bary_colour_mix (colour, p->theme->text, 0.35), 1);
}

static void
paint_line (Painter           *p,
            const DiagramLine *line)
{
  const BaryBox *from = bary_cluster_diagram_get_box (p->diagram, line->from);
  const BaryBox *to = bary_cluster_diagram_get_box (p->diagram, line->to);
  int hovered = p->state->hovered, selected = p->state->selected;
  gboolean touched = line->from == hovered || line->to == hovered || line->from == selected || line->to == selected;
  gboolean faded = hovered != BARY_DIAGRAM_NONE && hovered != BARY_DIAGRAM_CENTRE && line->from != hovered && line->to != hovered;
  double middle_x = (from->x + to->x) * 0.32, middle_y = (from->y + to->y) * 0.32;

  bary_line_prepare (p->cr, line->line);
  bary_draw_set_colour (p->cr, touched ? p->theme->accent : p->theme->line, faded ? 0.12 : touched ? 1 : 0.55);
  cairo_move_to (p->cr, from->x, from->y);
  if (line->from == BARY_DIAGRAM_CENTRE || line->to == BARY_DIAGRAM_CENTRE)
    cairo_line_to (p->cr, to->x, to->y);
  else
    cairo_curve_to (p->cr, from->x + (middle_x - from->x) * 0.67, from->y + (middle_y - from->y) * 0.67,
                    to->x + (middle_x - to->x) * 0.67, to->y + (middle_y - to->y) * 0.67, to->x, to->y);
  cairo_stroke (p->cr);
}

static void
paint_lines (Painter *p)
{
  for (guint i = 0; i < p->diagram->lines->len; i++)
    {
      const DiagramLine *line = &g_array_index (p->diagram->lines, DiagramLine, i);

      if (bary_cluster_diagram_is_shown (p->diagram, line->from) && bary_cluster_diagram_is_shown (p->diagram, line->to))
        paint_line (p, line);
    }
  cairo_set_dash (p->cr, NULL, 0, 0);
  cairo_set_line_cap (p->cr, CAIRO_LINE_CAP_BUTT);
}

/* +: joined since the day shown; −: left since; an arrow: moved to or from another group. */
static void
paint_badge (Painter       *p,
             const BaryBox *box,
             BaryPresence   presence,
             BaryColour     colour)
{
  double x = box->x + box->width / 2 - 2, y = box->y - box->height / 2 + 2, r = BADGE * 0.55;

  cairo_new_path (p->cr);
  cairo_arc (p->cr, x, y, BADGE, 0, 2 * G_PI);
  bary_draw_set_colour (p->cr, colour, 1);
  cairo_fill (p->cr);

  cairo_move_to (p->cr, x - r, y);
  cairo_line_to (p->cr, x + r, y);
  if (presence == BARY_PRESENCE_JOINED)
    {
      cairo_move_to (p->cr, x, y - r);
      cairo_line_to (p->cr, x, y + r);
    }
  else if (presence != BARY_PRESENCE_LEFT)
    {
      cairo_move_to (p->cr, x, y - r * 0.8);
      cairo_line_to (p->cr, x + r, y);
      cairo_line_to (p->cr, x, y + r * 0.8);
    }
  bary_draw_set_colour (p->cr, p->theme->card, 1);
  cairo_set_line_width (p->cr, 1.6);
  cairo_stroke (p->cr);
}

static void
paint_frame (Painter       *p,
             const BaryBox *box,
             int            node)
{
  if (p->state->selected != node && p->state->hovered != node)
    return;

  trace_box (p, box, 2.5);
  bary_draw_set_colour (p->cr, p->theme->accent, p->state->selected == node ? 1 : 0.6);
  cairo_set_line_width (p->cr, p->state->selected == node ? 2.4 : 1.5);
  cairo_stroke (p->cr);
}

static gboolean
is_ghost (BaryPresence presence)
{
  return presence == BARY_PRESENCE_JOINED || presence == BARY_PRESENCE_MOVED_IN;
}

static void
paint_card (Painter           *p,
            const BaryBox     *box,
            const DiagramNode *node,
            BaryColour         colour)
{
  const double dashes[] = { 4, 3 };
  gboolean ghost = is_ghost (node->presence);

  trace_box (p, box, 0);
  bary_draw_set_colour (p->cr, ghost ? p->theme->background : bary_colour_mix (p->theme->card, colour, p->theme->dark ? 0.14 : 0.06), 1);
  cairo_fill_preserve (p->cr);
  bary_draw_set_colour (p->cr, colour, ghost ? 0.6 : 0.9);
  cairo_set_line_width (p->cr, node->base_site ? 2.2 : 1.1);
  if (node->presence != BARY_PRESENCE_STAYS)
    cairo_set_dash (p->cr, dashes, 2, 0);
  cairo_stroke (p->cr);
  cairo_set_dash (p->cr, NULL, 0, 0);
}

static void
paint_node (Painter *p,
            int      i)
{
  const DiagramNode *node = &g_array_index (p->diagram->nodes, DiagramNode, i);
  const BaryBox *box = &p->diagram->layout->members[i];
  guint zone = node->group >= 0 ? (guint) node->group : p->diagram->groups->len;
  BaryColour colour = zone_colour (p, zone);
  double left = box->x - box->width / 2 + BARY_DIAGRAM_PADDING, top = box->y - box->height / 2 + 0.7 * BARY_DIAGRAM_PADDING;
  double alpha = is_ghost (node->presence) ? 0.65 : 1, width, height;

  paint_card (p, box, node, colour);
  bary_text_measure (node->name, &width, &height);
  bary_draw_shape (p->cr, bary_palette_get_shape (zone), left + 3, box->y, BARY_DIAGRAM_MARK);
  bary_draw_set_colour (p->cr, colour, alpha);
  cairo_fill (p->cr);
  show_text (p, node->name, left + BARY_DIAGRAM_MARK_SPACE, top, p->theme->text, alpha);
  if (node->caption != NULL)
    show_text (p, node->caption, left + BARY_DIAGRAM_MARK_SPACE, top + height, p->theme->dim_text, alpha);
  if (node->presence != BARY_PRESENCE_STAYS)
    paint_badge (p, box, node->presence, colour);
  paint_frame (p, box, i);
}

static void
paint_node_or_shadow (Painter *p,
                      int      i)
{
  if (!is_apart (p, i))
    {
      paint_node (p, i);
      return;
    }
  cairo_push_group (p->cr);
  paint_node (p, i);
  cairo_pop_group_to_source (p->cr);
  cairo_paint_with_alpha (p->cr, FADED);
}

static void
paint_centre (Painter *p)
{
  const BaryBox *box = &p->diagram->layout->centre;
  double width, height, more_width, more_height;
  double left = box->x - box->width / 2 + BARY_DIAGRAM_PADDING;

  bary_text_measure (p->diagram->centre_name, &width, &height);
  bary_text_measure (p->diagram->centre_caption, &more_width, &more_height);
  trace_box (p, box, 0);
  bary_draw_set_colour (p->cr, p->diagram->has_centre ? p->theme->text : p->theme->background, 1);
  cairo_fill_preserve (p->cr);
  bary_draw_set_colour (p->cr, p->diagram->has_centre ? p->theme->text : p->theme->dim_text, 1);
  cairo_set_line_width (p->cr, 1.2);
  cairo_stroke (p->cr);

  show_text (p, p->diagram->centre_name, left, box->y - (height + more_height) / 2,
             p->diagram->has_centre ? p->theme->card : p->theme->dim_text, 1);
  if (p->diagram->centre_caption != NULL)
    show_text (p, p->diagram->centre_caption, left, box->y - (height + more_height) / 2 + height,
               p->diagram->has_centre ? p->theme->card : p->theme->dim_text, 0.85);
  paint_frame (p, box, BARY_DIAGRAM_CENTRE);
}

void
bary_cluster_diagram_draw (BaryClusterDiagram     *self,
                           cairo_t                *cr,
                           const BaryDiagramState *state)
{
  Painter p = { self, cr, state, state->theme };

  g_return_if_fail (self->layout != NULL);

  cairo_save (cr);
  for (guint i = self->layout->n_zones; i > 0; i--)
    paint_zone (&p, i - 1);
  paint_lines (&p);
  for (guint i = 0; i < self->groups->len; i++)
    paint_heading (&p, i);
  for (guint i = 0; i < self->nodes->len; i++)
    if (bary_cluster_diagram_is_shown (self, (int) i))
      paint_node_or_shadow (&p, (int) i);
  paint_centre (&p);
  cairo_restore (cr);
}

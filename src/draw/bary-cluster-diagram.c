#include "bary-cluster-diagram-private.h"

#include <math.h>

#define NAME_SIZE 10.0
#define CAPTION_SIZE 8.0
#define NAME_WIDTH 118.0
#define CENTRE_WIDTH 150.0
#define SECTOR_HEADING_WIDTH 120.0
#define RING_HEADING_WIDTH 300.0 /* every further line of a heading makes its whole ring wider */

static void
clear_node (DiagramNode *node)
{
  g_free (node->key);
  g_clear_object (&node->name);
  g_clear_object (&node->caption);
}

static void
clear_group (DiagramGroup *group)
{
  g_free (group->label);
  g_clear_object (&group->heading);
}

/* Glyphs stand where the layout puts them at any zoom: no hinting, no rounding. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

BaryClusterDiagram *
bary_cluster_diagram_new (const char      *family,
                          BaryArrangement  arrangement)
{
  BaryClusterDiagram *self = g_new0 (BaryClusterDiagram, 1);

  self->context = make_context ();
  self->family = g_strdup (family != NULL ? family : "Sans");
  self->arrangement = arrangement;
  self->nodes = g_array_new (FALSE, TRUE, sizeof (DiagramNode));
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);
  self->groups = g_array_new (FALSE, TRUE, sizeof (DiagramGroup));
  g_array_set_clear_func (self->groups, (GDestroyNotify) clear_group);
  self->lines = g_array_new (FALSE, TRUE, sizeof (DiagramLine));
  bary_cluster_diagram_set_centre (self, NULL, NULL);
  return self;
}

void
bary_cluster_diagram_free (BaryClusterDiagram *self)
{
  g_clear_pointer (&self->layout, bary_cluster_layout_free);
  g_array_unref (self->nodes);
  g_array_unref (self->groups);
  g_array_unref (self->lines);
  g_clear_object (&self->centre_name);
  g_clear_object (&self->centre_caption);
  g_clear_object (&self->context);
  g_free (self->family);
  g_free (self);
}

PangoLayout *
bary_cluster_diagram_make_text (BaryClusterDiagram *self,
                                const char         *text,
                                double              size,
                                PangoWeight         weight,
                                double              width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

void
bary_text_measure (PangoLayout *text,
                   double      *width,
                   double      *height)
{
  PangoRectangle extents = { 0, 0, 0, 0 };

  if (text != NULL)
    pango_layout_get_extents (text, NULL, &extents);
  *width = (double) extents.width / PANGO_SCALE;
  *height = (double) extents.height / PANGO_SCALE;
}

void
bary_cluster_diagram_set_centre (BaryClusterDiagram *self,
                                 const char         *name,
                                 const char         *caption)
{
  g_clear_object (&self->centre_name);
  g_clear_object (&self->centre_caption);
  self->has_centre = name != NULL;
  self->centre_name = bary_cluster_diagram_make_text (self, name != NULL ? name : "?", NAME_SIZE + 2,
                                                      PANGO_WEIGHT_BOLD, CENTRE_WIDTH);
  pango_layout_set_alignment (self->centre_name, PANGO_ALIGN_CENTER);
  if (caption == NULL)
    return;
  self->centre_caption = bary_cluster_diagram_make_text (self, caption, CAPTION_SIZE + 1, PANGO_WEIGHT_NORMAL, CENTRE_WIDTH);
  pango_layout_set_alignment (self->centre_caption, PANGO_ALIGN_CENTER);
}

/* «А · Опорные учреждения», but not «Школы · Школы – участники кластера». */
static char *
compose_group_label (const char *name,
                     const char *full_name)
{
  if (full_name == NULL)
    return g_strdup (name);

  return g_str_has_prefix (full_name, name) ? g_strdup (full_name) : g_strdup_printf ("%s · %s", name, full_name);
}

guint
bary_cluster_diagram_add_group (BaryClusterDiagram *self,
                                const char         *name,
                                const char         *full_name)
{
  DiagramGroup group = { 0 };
  double width = self->arrangement == BARY_ARRANGEMENT_LEVELS ? RING_HEADING_WIDTH : SECTOR_HEADING_WIDTH;

  group.label = compose_group_label (name, full_name);
  group.heading = bary_cluster_diagram_make_text (self, group.label, CAPTION_SIZE + 1, PANGO_WEIGHT_BOLD, width);
  g_array_append_val (self->groups, group);
  return self->groups->len - 1;
}

/* A number does not leave its sign at the end of a line. */
static char *
keep_numbers (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "№ ", -1);

  return g_strjoinv ("№\302\240", parts);
}

guint
bary_cluster_diagram_add_node (BaryClusterDiagram    *self,
                               const BaryDiagramNode *node)
{
  DiagramNode added = { g_strdup (node->key), NULL, NULL, node->group, node->presence, node->base_site };
  g_autofree char *name = keep_numbers (node->name);

  added.name = bary_cluster_diagram_make_text (self, name, NAME_SIZE,
                                               node->base_site ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, NAME_WIDTH);
  if (node->caption != NULL)
    added.caption = bary_cluster_diagram_make_text (self, node->caption, CAPTION_SIZE, PANGO_WEIGHT_NORMAL, NAME_WIDTH);
  g_array_append_val (self->nodes, added);
  return self->nodes->len - 1;
}

void
bary_cluster_diagram_count_centre (BaryClusterDiagram *self,
                                   guint               group)
{
  g_return_if_fail (group < self->groups->len);

  g_array_index (self->groups, DiagramGroup, group).n_in_centre++;
}

void
bary_cluster_diagram_add_line (BaryClusterDiagram *self,
                               int                 from,
                               int                 to,
                               BaryLine            line)
{
  DiagramLine added = { from, to, line };

  g_return_if_fail (from < (int) self->nodes->len && to < (int) self->nodes->len && line < BARY_N_LINES);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const DiagramLine *it = &g_array_index (self->lines, DiagramLine, i);

      if (it->line == line && ((it->from == from && it->to == to) || (it->from == to && it->to == from)))
        return;
    }
  if (from != to)
    g_array_append_val (self->lines, added);
}

static BaryBox
measure_two (PangoLayout *first,
             PangoLayout *second,
             double       space)
{
  double width, height, more_width, more_height;

  bary_text_measure (first, &width, &height);
  bary_text_measure (second, &more_width, &more_height);
  return (BaryBox) { 0, 0, ceil (MAX (width, more_width)) + space + 2 * BARY_DIAGRAM_PADDING,
                     ceil (height + more_height) + 1.4 * BARY_DIAGRAM_PADDING };
}

void
bary_cluster_diagram_arrange (BaryClusterDiagram *self)
{
  g_autofree BaryLayoutMember *members = g_new0 (BaryLayoutMember, self->nodes->len + 1);
  g_autofree BaryBox *headings = g_new0 (BaryBox, self->groups->len + 1);
  /* A text wrapped to a width is centred in it, so the middle takes all of it. */
  BaryBox centre = measure_two (self->centre_name, self->centre_caption, 0);
  BaryLayoutInput input = { self->arrangement, CENTRE_WIDTH + 2 * BARY_DIAGRAM_PADDING, centre.height + 8,
                            members, self->nodes->len, headings, self->groups->len };

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const DiagramNode *node = &g_array_index (self->nodes, DiagramNode, i);
      BaryBox box = measure_two (node->name, node->caption, BARY_DIAGRAM_MARK_SPACE);

      members[i] = (BaryLayoutMember) { node->key, node->group, box.width, box.height };
    }
  for (guint i = 0; i < self->groups->len; i++)
    headings[i] = measure_two (g_array_index (self->groups, DiagramGroup, i).heading, NULL, BARY_DIAGRAM_MARK_SPACE);

  g_clear_pointer (&self->layout, bary_cluster_layout_free);
  self->layout = bary_cluster_layout_new (&input);
}

const BaryClusterLayout *
bary_cluster_diagram_get_layout (BaryClusterDiagram *self)
{
  return self->layout;
}

const BaryBox *
bary_cluster_diagram_get_box (BaryClusterDiagram *self,
                              int                 node)
{
  g_return_val_if_fail (self->layout != NULL && node < (int) self->layout->n_members, NULL);

  return node == BARY_DIAGRAM_CENTRE ? &self->layout->centre : &self->layout->members[node];
}

gboolean
bary_presence_is_shown (BaryPresence presence)
{
  return presence != BARY_PRESENCE_ABSENT;
}

gboolean
bary_cluster_diagram_is_shown (BaryClusterDiagram *self,
                               int                 node)
{
  return node == BARY_DIAGRAM_CENTRE ||
         (node >= 0 && bary_presence_is_shown (g_array_index (self->nodes, DiagramNode, node).presence));
}

gboolean
bary_cluster_diagram_has_line (BaryClusterDiagram *self,
                               int                 a,
                               int                 b)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const DiagramLine *it = &g_array_index (self->lines, DiagramLine, i);

      if ((it->from == a && it->to == b) || (it->from == b && it->to == a))
        return TRUE;
    }
  return FALSE;
}

int
bary_cluster_diagram_pick (BaryClusterDiagram *self,
                           double              x,
                           double              y)
{
  if (bary_box_contains (&self->layout->centre, x, y))
    return BARY_DIAGRAM_CENTRE;
  for (guint i = 0; i < self->layout->n_members; i++)
    if (bary_cluster_diagram_is_shown (self, (int) i) && bary_box_contains (&self->layout->members[i], x, y))
      return (int) i;
  return BARY_DIAGRAM_NONE;
}

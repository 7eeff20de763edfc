#include "bary-scene-legend-private.h"

#include <math.h>

#define COLUMN_GAP 14.0
#define ROW_GAP 2.0
#define MARK_WIDTH 11.0  /* of a shape */
#define STROKE_WIDTH 22.0 /* of a line or a card */
#define SAMPLE_GAP 4.0   /* before the name */
#define COUNT_GAP 4.0

typedef struct {
  BaryScene       *scene;
  BaryPen         *pen;    /* NULL only measures */
  const BaryTheme *theme;
  double           most;   /* width of a row */
  double           x, y;   /* of the upper left corner */
  double           across, down, row_height, widest;
  double           seek_x, seek_y; /* in the legend; whose entry is looked for */
  guint            found;  /* index + 1 */
} Flow;

static void
draw_line_sample (Flow        *flow,
                  const SceneEntry *entry,
                  double       x,
                  double       y)
{
  BaryPoint from = { x, y }, to = { x + STROKE_WIDTH, y };
  BaryStroke stroke = bary_line_stroke (entry->value, flow->theme->line, 1, 1);

  bary_pen_line (flow->pen, &from, &to, &stroke);
}

static void
draw_box_sample (Flow        *flow,
                 const SceneEntry *entry,
                 double       x,
                 double       y)
{
  static const double dashes[] = { 4, 3 };
  BaryBox box = { x + STROKE_WIDTH / 2, y, STROKE_WIDTH - 3, 9 };
  gboolean full = entry->type == SCENE_ENTRY_CENTRES;
  BaryInk fill = { flow->theme->text, 1 };
  BaryStroke outline = { { full || entry->type == SCENE_ENTRY_BODIES ? flow->theme->text : flow->theme->line, 1 },
                         entry->type == SCENE_ENTRY_BASE_SITE ? 2.2 : entry->type == SCENE_ENTRY_BODIES ? 1.6 : 1.1,
                         dashes, entry->type == SCENE_ENTRY_PRESENCE ? 2 : 0 };

  bary_pen_box (flow->pen, &box, 3, full ? &fill : NULL, &outline);
}

static void
draw_sample (Flow        *flow,
             const SceneEntry *entry,
             double       x,
             double       y)
{
  BaryInk ink = { bary_palette_get_colour (entry->value, flow->theme->kind), 1 };
  BaryInk plain = { flow->theme->line, 1 };
  BaryStroke ring = { { flow->theme->text, 0.8 }, 1.2 };
  BaryBox round = { x + MARK_WIDTH / 2, y, 2 * 4.5, 2 * 4.5 };

  switch (entry->type)
    {
    case SCENE_ENTRY_GROUP:
    case SCENE_ENTRY_SIGN:
      bary_pen_shape (flow->pen, bary_palette_get_shape (entry->value), x + MARK_WIDTH / 2, y, BARY_SCENE_MARK, &ink);
      break;
    case SCENE_ENTRY_LINE:
      draw_line_sample (flow, entry, x, y);
      break;
    case SCENE_ENTRY_MANY:
      bary_pen_ellipse (flow->pen, &round, NULL, &ring);
      break;
    case SCENE_ENTRY_HEAVY:
      bary_pen_shape (flow->pen, BARY_SHAPE_CIRCLE, x + 4, y, BARY_SCENE_MARK * bary_mark_size (1), &plain);
      bary_pen_shape (flow->pen, BARY_SHAPE_CIRCLE, x + 15, y, BARY_SCENE_MARK * 1.25, &plain);
      break;
    case SCENE_ENTRY_CENTRES:
    case SCENE_ENTRY_BODIES:
    case SCENE_ENTRY_BASE_SITE:
    case SCENE_ENTRY_PRESENCE:
      draw_box_sample (flow, entry, x, y);
      break;
    }
}

static const char *
presence_sign (const SceneEntry *entry)
{
  if (entry->type != SCENE_ENTRY_PRESENCE)
    return "";
  return entry->value == BARY_PRESENCE_JOINED ? "+ " : entry->value == BARY_PRESENCE_LEFT ? "− " : "→ ";
}

static double
sample_width (const SceneEntry *entry)
{
  gboolean mark = entry->type == SCENE_ENTRY_GROUP || entry->type == SCENE_ENTRY_SIGN || entry->type == SCENE_ENTRY_MANY;

  return (mark ? MARK_WIDTH : STROKE_WIDTH) + SAMPLE_GAP;
}

/* Behind the last line of the name. */
static void
draw_entry (Flow            *flow,
            const SceneEntry     *entry,
            const BaryLabel *name,
            const BaryLabel *number)
{
  double x = flow->x + flow->across, y = flow->y + flow->down, left = x + sample_width (entry);
  double end = left + name->lines[MAX (name->n_lines, 1) - 1].width + COUNT_GAP;
  BaryInk ink = { flow->theme->text, 1 }, dim = { flow->theme->dim_text, 1 };

  draw_sample (flow, entry, x, y + name->height / 2);
  bary_pen_label (flow->pen, flow->scene->book, name, left, y, 1, FALSE, ink);
  bary_pen_label (flow->pen, flow->scene->book, number, end, y + name->height - number->height, 1, FALSE, dim);
}

static void
add_to_flow (Flow        *flow,
             const SceneEntry *entry,
             guint        i)
{
  g_autofree char *words = g_strconcat (presence_sign (entry), entry->name, NULL);
  g_autofree char *digits = g_strdup_printf ("%u", entry->count);
  const BaryLabel *number = bary_text_book_fold (flow->scene->book, BARY_TEXT_COUNT, digits, flow->most);
  double beside = sample_width (entry) + COUNT_GAP + number->width;
  const BaryLabel *name = bary_text_book_fold (flow->scene->book, BARY_TEXT_COUNT, words, MAX (flow->most - beside, beside));
  double width = beside + name->width;

  if (flow->across > 0 && flow->across + width > flow->most)
    {
      flow->across = 0;
      flow->down += flow->row_height + ROW_GAP;
      flow->row_height = 0;
    }
  if (flow->pen != NULL)
    {
      bary_pen_begin (flow->pen, BARY_PART_LEGEND, i);
      draw_entry (flow, entry, name, number);
      bary_pen_end (flow->pen);
    }
  if (flow->seek_x >= flow->across && flow->seek_x < flow->across + width && flow->seek_y >= flow->down &&
      flow->seek_y < flow->down + name->height)
    flow->found = i + 1;
  flow->across += width;
  flow->widest = MAX (flow->widest, flow->across);
  flow->row_height = MAX (flow->row_height, name->height);
  flow->across += COLUMN_GAP;
}

static void
go_through (Flow   *flow,
            GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    add_to_flow (flow, &g_array_index (entries, SceneEntry, i), i);
}

void
bary_scene_measure_legend (BaryScene      *self,
                           BaryLegendForm  form,
                           double          most,
                           double         *width,
                           double         *height)
{
  g_autoptr (GArray) entries = scene_entries_list (self, form);
  Flow flow = { self, NULL, NULL, most };

  flow.seek_x = flow.seek_y = -1;
  go_through (&flow, entries);
  *width = ceil (flow.widest);
  *height = ceil (flow.down + flow.row_height);
}

double
bary_scene_measure_legend_rows (BaryScene *self,
                                guint      n_rows)
{
  return n_rows * (bary_text_book_line_height (self->book, BARY_TEXT_COUNT) + ROW_GAP) - ROW_GAP;
}

void
bary_scene_walk_legend (BaryScene       *self,
                        BaryLegendForm   form,
                        BaryPen         *pen,
                        const BaryTheme *theme,
                        double           most,
                        double           x,
                        double           y)
{
  g_autoptr (GArray) entries = scene_entries_list (self, form);
  Flow flow = { self, pen, theme, most, x, y };

  flow.seek_x = flow.seek_y = -1;
  go_through (&flow, entries);
}

void
bary_scene_draw_legend (BaryScene       *self,
                        BaryLegendForm   form,
                        cairo_t         *cr,
                        const BaryTheme *theme,
                        double           most)
{
  BaryPen *pen;

  cairo_save (cr);
  pen = bary_cairo_pen_new (cr, self->book, self->sprites);
  bary_scene_walk_legend (self, form, pen, theme, most, 0, 0);
  bary_cairo_pen_free (pen);
  cairo_restore (cr);
}

gboolean
bary_scene_pick_legend (BaryScene *self,
                        double     most,
                        double     x,
                        double     y,
                        guint8    *members)
{
  g_autoptr (GArray) entries = scene_entries_list (self, BARY_LEGEND_WHOLE);
  Flow flow = { self, NULL, NULL, most };
  const SceneEntry *entry;

  flow.seek_x = x;
  flow.seek_y = y;
  go_through (&flow, entries);
  if (flow.found == 0)
    return FALSE;

  entry = &g_array_index (entries, SceneEntry, flow.found - 1);
  scene_entry_mark (self, entry, members);
  return TRUE;
}

char *
bary_scene_describe_legend (BaryScene      *self,
                            BaryLegendForm  form)
{
  g_autoptr (GArray) entries = scene_entries_list (self, form);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", g_array_index (entries, SceneEntry, i).text);
  return g_string_free (words, FALSE);
}

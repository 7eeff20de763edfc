#include "bary-svg-private.h"

#include <math.h>

#define FULL_TURN (2 * G_PI - 0.001)
#define LARGE 40 /* points: of a radius for which whole points are near enough */

void
bary_svg_append_shape (GString   *out,
                       BaryShape  shape,
                       double     radius)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (nothing);
  cairo_path_t *path;
  static const char letters[] = { [CAIRO_PATH_MOVE_TO] = 'M', [CAIRO_PATH_LINE_TO] = 'L', [CAIRO_PATH_CURVE_TO] = 'C' };
  int last = -1;

  bary_draw_shape (cr, shape, 0, 0, radius);
  path = cairo_copy_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      last = path->data[i].header.type == CAIRO_PATH_CLOSE_PATH ? i : last;
      /* cairo begins anew after each end. */
      if (path->data[i].header.type == CAIRO_PATH_MOVE_TO && i + path->data[i].header.length >= path->num_data && last >= 0)
        break;
      g_string_append_c (out, path->data[i].header.type == CAIRO_PATH_CLOSE_PATH ? 'z' : letters[path->data[i].header.type]);
      for (int j = 1; j < path->data[i].header.length; j++)
        {
          bary_svg_append_next (out, path->data[i + j].point.x, 2);
          bary_svg_append_next (out, path->data[i + j].point.y, 2);
        }
    }
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
}

typedef struct {
  GString          *out;
  const BarySector *sector;
  double            x, y; /* where the pen is, as it was written */
  guint             decimals;
} SectorPath;

static void
go_on (SectorPath *path,
       double      angle,
       double      radius)
{
  double x = path->sector->x + path->sector->stretch * radius * cos (angle);
  double y = path->sector->y + radius * sin (angle);
  double unit = path->decimals > 0 ? 10 : 1;
  double dx = round ((x - path->x) * unit) / unit, dy = round ((y - path->y) * unit) / unit;

  bary_svg_append_next (path->out, dx, path->decimals);
  bary_svg_append_next (path->out, dy, path->decimals);
  path->x += dx;
  path->y += dy;
}

static void
append_arc (SectorPath *path,
            double      radius,
            double      from,
            double      to)
{
  /* Two halves where one would nearly meet its own beginning. */
  guint n = fabs (to - from) > 0.9 * G_PI ? 2 : 1;

  for (guint i = 1; i <= n; i++)
    {
      g_string_append_c (path->out, 'a');
      bary_svg_append_next (path->out, path->sector->stretch * radius, path->decimals);
      bary_svg_append_next (path->out, radius, path->decimals);
      g_string_append (path->out, to > from ? " 0 0 1" : " 0 0 0");
      go_on (path, from + (to - from) * i / n, radius);
    }
}

void
bary_svg_append_sector (GString          *out,
                        const BarySector *sector)
{
  gboolean whole = sector->end - sector->start > FULL_TURN;
  SectorPath path = { out, sector, 0, 0, sector->outer < LARGE };

  g_string_append_c (out, 'M');
  go_on (&path, sector->start, sector->outer);
  append_arc (&path, sector->outer, sector->start, sector->end);
  if (sector->inner > 0)
    {
      g_string_append_c (out, whole ? 'm' : 'l');
      go_on (&path, sector->end, sector->inner);
      append_arc (&path, sector->inner, sector->end, sector->start);
    }
  else if (!whole)
    {
      g_string_append_c (out, 'l');
      go_on (&path, 0, 0);
    }
  g_string_append_c (out, 'z');
}

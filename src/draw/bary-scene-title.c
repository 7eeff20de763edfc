#include "bary-scene-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
compose_second_line (BaryScene  *self,
                     const char *centre)
{
  g_autofree char *day = self->network->day != NULL ? bary_date_to_words (self->network->day) : NULL;

  if (day == NULL)
    return g_strdup (centre != NULL ? centre : "");
  if (centre == NULL)
    /* Translators: under a picture's title: on which day it was so */
    return g_strdup_printf (_("as of %s"), day);
  /* Translators: under a picture's title: the methodical centre and the day */
  return g_strdup_printf (_("%1$s · as of %2$s"), centre, day);
}

typedef struct {
  const BaryLabel *title;
  const BaryLabel *below;
} Title;

static Title
make_title (BaryScene  *self,
            const char *centre,
            double      most)
{
  g_autofree char *below = compose_second_line (self, centre);
  const char *title = self->network->title != NULL ? self->network->title : "";

  return (Title) {
    bary_text_book_fold (self->book, BARY_TEXT_PICTURE, title, most),
    bary_text_book_fold (self->book, BARY_TEXT_NAME, below, most)
  };
}

void
bary_scene_measure_title (BaryScene  *self,
                          const char *centre,
                          double      most,
                          double     *width,
                          double     *height)
{
  Title title = make_title (self, centre, most);

  *width = ceil (MAX (title.title->width, title.below->width));
  *height = ceil (title.title->height + title.below->height);
}

void
bary_scene_walk_title (BaryScene       *self,
                       BaryPen         *pen,
                       const BaryTheme *theme,
                       const char      *centre,
                       double           most,
                       double           x,
                       double           y)
{
  Title title = make_title (self, centre, most);
  BaryInk ink = { theme->text, 1 }, dim = { theme->dim_text, 1 };

  bary_pen_label (pen, self->book, title.title, x, y, 1, FALSE, ink);
  bary_pen_label (pen, self->book, title.below, x, y + title.title->height, 1, FALSE, dim);
}

void
bary_scene_draw_title (BaryScene       *self,
                       cairo_t         *cr,
                       const BaryTheme *theme,
                       const char      *centre,
                       double           most)
{
  BaryPen *pen;

  cairo_save (cr);
  pen = bary_cairo_pen_new (cr, self->book, self->sprites);
  bary_scene_walk_title (self, pen, theme, centre, most, 0, 0);
  bary_cairo_pen_free (pen);
  cairo_restore (cr);
}

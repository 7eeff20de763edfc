#pragma once

#include "bary-pen.h"

G_BEGIN_DECLS

/* A pen that writes SVG by hand: texts stay texts, parts have ids and names, what looks the same shares a class. */
typedef struct _BarySvg BarySvg;

typedef struct {
  const char *title;
  const char *description;  /* (nullable) */
  double      width, height;
  guint       pixels;       /* it shall be that wide; 0 for its size in points */
  BaryColour  background;
} BarySvgHead;

/* Return: (transfer full) (nullable): an id that lasts, and what a screen reader says of a part. */
typedef struct {
  char *(*id)       (BaryPart part, guint index, gpointer user_data);
  char *(*describe) (BaryPart part, guint index, gpointer user_data);
  gpointer user_data;
} BarySvgNames;

/* @names: copied. Returns: (transfer full) */
BarySvg *bary_svg_new       (const BarySvgNames *names);
void     bary_svg_free      (BarySvg            *self);
/* The font of all texts. */
void     bary_svg_set_family (BarySvg           *self,
                             const char         *family);
/* What is drawn until the next call is `scale` times as large and stands at x, y; it is the part of the picture
 * called `id`. @clip: (nullable): nothing outside it is seen */
void     bary_svg_place     (BarySvg            *self,
                             const char         *id,
                             double              x,
                             double              y,
                             double              scale,
                             const BaryBox      *clip);
/* For bary_scene_walk. */
BaryPen *bary_svg_get_pen   (BarySvg            *self);
/* Ends the picture. Returns: (transfer full): all of it */
GString *bary_svg_finish    (BarySvg            *self,
                             const BarySvgHead  *head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySvg, bary_svg_free)

G_END_DECLS

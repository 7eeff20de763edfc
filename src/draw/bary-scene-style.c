#include "bary-scene-private.h"

#include <math.h>

double
bary_mark_size (double weight)
{
  return CLAMP (sqrt (weight / BARY_SCENE_USUAL_WEIGHT), 0.8, 1.4);
}

BaryStroke
bary_line_stroke (BaryLine   line,
                  BaryColour colour,
                  double     alpha,
                  double     scale)
{
  static const double dashes[BARY_N_LINES][4] = {
    [BARY_LINE_METHODICAL] = { 7, 3 },
    [BARY_LINE_SCIENTIFIC] = { 2, 3 },
    [BARY_LINE_INFORMATIONAL] = { 9, 3, 2, 3 },
    [BARY_LINE_SOCIAL] = { 0, 4.5 },
    [BARY_LINE_RESOURCE] = { 14, 5 },
  };
  static const struct {
    double width;
    guint  n_dashes;
  } patterns[BARY_N_LINES] = {
    [BARY_LINE_AGREEMENT] = { 1.1, 0 },
    [BARY_LINE_METHODICAL] = { 1.5, 2 },
    [BARY_LINE_SCIENTIFIC] = { 1.5, 2 },
    [BARY_LINE_INFORMATIONAL] = { 1.5, 4 },
    [BARY_LINE_SOCIAL] = { 2, 2 },
    [BARY_LINE_RESOURCE] = { 1.5, 2 },
    [BARY_LINE_COORDINATION] = { 2.4, 0 },
    [BARY_LINE_MEMBERSHIP] = { 0.6, 0 },
    [BARY_LINE_ANSWERS_TO] = { 1.3, 0 },
  };

  return (BaryStroke) {
    { colour, alpha }, MAX (patterns[line].width * MIN (scale, 2), 0.5), dashes[line], patterns[line].n_dashes,
    line == BARY_LINE_SOCIAL
  };
}

void
bary_pen_label (BaryPen         *pen,
                BaryTextBook    *book,
                const BaryLabel *label,
                double           x,
                double           top,
                double           scale,
                gboolean         centred,
                BaryInk          ink)
{
  double height = bary_text_book_line_height (book, label->style) * scale;
  double ascent = bary_text_book_ascent (book, label->style) * scale;

  for (guint i = 0; i < label->n_lines; i++)
    {
      const BaryTextLine *line = &label->lines[i];
      double left = centred ? x + (label->width - line->width) * scale / 2 : x;
      BaryText text = { line->string, line->length, bary_text_book_get_family (book), bary_text_size (label->style) * scale,
                        bary_text_is_bold (label->style), left, top + i * height + ascent, line->width * scale, ink };

      bary_pen_text (pen, &text);
    }
}

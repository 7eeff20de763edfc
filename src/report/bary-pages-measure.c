#include "bary-pages-private.h"

/* How the parts of a document look. Sizes are points. */
typedef struct {
  double      size;
  PangoWeight weight;
  PangoStyle  style;
  double      before;
} TextStyle;

static const TextStyle block_styles[] = {
  [BARY_BLOCK_TITLE] = { 14, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 },
  [BARY_BLOCK_HEADING] = { 12, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 12 },
  [BARY_BLOCK_SUBHEADING] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 9 },
  [BARY_BLOCK_PARAGRAPH] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 6 },
  [BARY_BLOCK_PICTURE] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 9 },
};
static const TextStyle heading_style = { 10, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0 };
static const TextStyle section_style = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0 };
static const TextStyle cell_style = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0 };
#define BEFORE_TABLE 9.0

static PangoAlignment
to_pango (BaryAlign align)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };

  return alignments[align];
}

static void
strike (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

PangoLayout *
bary_pages_make_layout (const BaryPages *self,
                        const char      *text,
                        double           size,
                        double           width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static PangoLayout *
lay_out (const BaryPages *self,
         const char      *text,
         const TextStyle *style,
         BaryAlign        align,
         double           width)
{
  PangoLayout *layout;

  pango_font_description_set_weight (self->font, style->weight);
  pango_font_description_set_style (self->font, style->style);
  layout = bary_pages_make_layout (self, text, style->size, width);
  pango_layout_set_alignment (layout, to_pango (align));
  return layout;
}

static double
measure_layout (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
add_text (BaryPages             *self,
          const BaryReportBlock *block)
{
  const TextStyle *style = &block_styles[block->kind];
  BaryStrip strip = { .block = block, .cells = g_new (BaryStripCell, 1), .n_cells = 1, .head = -1 };

  strip.cells[0] = (BaryStripCell) { lay_out (self, block->text, style, block->align, self->width), 0, self->width };
  strip.height = measure_layout (strip.cells[0].layout);
  strip.before = self->strips->len > 0 ? style->before : 0;
  strip.keep = block->kind != BARY_BLOCK_PARAGRAPH;
  g_array_append_val (self->strips, strip);
}

static void
add_picture (BaryPages             *self,
             const BaryReportBlock *block)
{
  BaryStrip strip = { .block = block, .head = -1, .before = block_styles[BARY_BLOCK_PICTURE].before };

  strip.height = MIN (self->width / block->aspect, self->height);
  g_array_append_val (self->strips, strip);
}

static BaryStripCell
make_cell (const BaryPages *self,
           const char      *text,
           const TextStyle *style,
           BaryAlign        align,
           double           x,
           double           width)
{
  return (BaryStripCell) { lay_out (self, text, style, align, MAX (width - 2 * BARY_CELL_PADDING_X, 1)), x, width };
}

static void
add_row (BaryPages       *self,
         BaryStrip       *strip,
         double           height)
{
  for (guint i = 0; i < strip->n_cells; i++)
    height = MAX (height, measure_layout (strip->cells[i].layout));
  strip->height = height + 2 * BARY_CELL_PADDING_Y;
  g_array_append_val (self->strips, *strip);
}

/* @texts: one per column */
static void
fill_row (const BaryPages       *self,
          const BaryReportTable *table,
          BaryStrip             *strip,
          const TextStyle       *style,
          char                 **texts)
{
  double x = 0;

  strip->n_cells = table->columns->len;
  strip->cells = g_new (BaryStripCell, strip->n_cells);
  for (guint i = 0; i < strip->n_cells; i++)
    {
      const BaryReportColumn *column = bary_report_table_column (table, i);
      double width = bary_report_table_get_share (table, i) * self->width;

      strip->cells[i] = make_cell (self, texts != NULL ? texts[i] : column->heading, style,
                                   texts != NULL ? column->align : BARY_ALIGN_CENTRE, x, width);
      x += width;
    }
}

static void
fill_section (const BaryPages     *self,
              BaryStrip           *strip,
              const BaryReportRow *row)
{
  strip->n_cells = 1;
  strip->cells = g_new (BaryStripCell, 1);
  strip->cells[0] = make_cell (self, row->cells[0], &section_style, BARY_ALIGN_LEFT, 0, self->width);
  strip->keep = TRUE;
}

static void
add_table (BaryPages             *self,
           const BaryReportBlock *block)
{
  const BaryReportTable *table = block->table;
  int head = (int) self->strips->len;
  BaryStrip heading = { .block = block, .head = -1, .is_head = TRUE, .keep = TRUE, .before = BEFORE_TABLE };

  fill_row (self, table, &heading, &heading_style, NULL);
  add_row (self, &heading, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const BaryReportRow *row = bary_report_table_row (table, i);
      BaryStrip strip = { .block = block, .head = head };

      if (row->section)
        fill_section (self, &strip, row);
      else
        fill_row (self, table, &strip, &cell_style, row->cells);
      for (guint j = 0; row->style == BARY_ROW_STRUCK && j < strip.n_cells; j++)
        strike (strip.cells[j].layout);
      add_row (self, &strip, cell_style.size);
    }
}

void
bary_pages_measure (BaryPages *self)
{
  for (guint i = 0; i < self->report->blocks->len; i++)
    {
      const BaryReportBlock *block = bary_report_block (self->report, i);

      if (block->kind == BARY_BLOCK_TABLE)
        add_table (self, block);
      else if (block->kind == BARY_BLOCK_PICTURE)
        add_picture (self, block);
      else
        add_text (self, block);
    }
}

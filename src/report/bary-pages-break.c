#include "bary-pages-private.h"

#define FEWEST_LINES 2        /* of a row that is cut, on either side */
#define LEAST_PICTURE 0.6     /* of its size; a smaller one goes to the next page */
#define TOLERANCE 0.01

typedef struct {
  BaryPages *pages;
  GArray    *page;
  double     y;
  gboolean   fresh; /* nothing but repeated headings on it */
} Break;

static void
clear_slice (BarySlice *slice)
{
  g_free (slice->lines);
}

static void
begin_page (Break *self)
{
  self->page = g_array_new (FALSE, FALSE, sizeof (BarySlice));
  g_array_set_clear_func (self->page, (GDestroyNotify) clear_slice);
  g_ptr_array_add (self->pages->pages, self->page);
  self->y = 0;
  self->fresh = TRUE;
}

/* @lines: (transfer full) (nullable) */
static void
put (Break  *self,
     guint   strip,
     double  height,
     guint  *lines)
{
  BarySlice slice = { strip, self->y, height, lines };

  if (self->page->len > 0)
    slice.y += bary_pages_strip (self->pages, strip)->before;
  g_array_append_val (self->page, slice);
  self->y = slice.y + height;
  self->fresh = FALSE;
}

static void
begin_page_for (Break *self,
                guint  strip)
{
  int head = bary_pages_strip (self->pages, strip)->head;

  begin_page (self);
  if (head >= 0)
    put (self, (guint) head, bary_pages_strip (self->pages, head)->height, NULL);
  self->fresh = TRUE;
}

static double
count_left (const Break *self,
            guint        strip)
{
  double before = self->page->len > 0 ? bary_pages_strip (self->pages, strip)->before : 0;

  return self->pages->height - self->y - before + TOLERANCE;
}

static double
count_fresh (const Break *self,
             guint        i)
{
  int head = bary_pages_strip (self->pages, i)->head;

  return self->pages->height - (head >= 0 ? bary_pages_strip (self->pages, head)->height : 0) + TOLERANCE;
}

/* Moves `line` on past what fits into `height`. Returns: the height of it. */
static double
take_lines (PangoLayout *layout,
            guint       *line,
            double       height,
            guint        fewest)
{
  guint n = (guint) pango_layout_get_line_count (layout), first = *line;
  double taken = 0;

  for (; *line < n; (*line)++)
    {
      int line_height;

      pango_layout_line_get_height (pango_layout_get_line_readonly (layout, (int) *line), &line_height);
      if (*line - first >= fewest && taken + (double) line_height / PANGO_SCALE > height)
        break;
      taken += (double) line_height / PANGO_SCALE;
    }
  /* Neither does the next page begin with a single line. */
  if (n - *line > 0 && n - *line < FEWEST_LINES && *line - first > FEWEST_LINES)
    *line = n - FEWEST_LINES;
  return taken;
}

/* Lines of each cell that fit into `height`, from those on where the last slice ended.
 * Returns: (transfer full): as in a slice; @ended: whether nothing is left; @taken: their height */
static guint *
cut (const BaryStrip *strip,
     const guint     *from,
     double           height,
     double          *taken,
     gboolean        *ended)
{
  guint *lines = g_new (guint, 2 * strip->n_cells);

  *taken = 0;
  *ended = TRUE;
  for (guint i = 0; i < strip->n_cells; i++)
    {
      guint line = from != NULL ? from[2 * i + 1] : 0;

      lines[2 * i] = line;
      *taken = MAX (*taken, take_lines (strip->cells[i].layout, &line, height, 1));
      lines[2 * i + 1] = line;
      *ended = *ended && line == (guint) pango_layout_get_line_count (strip->cells[i].layout);
    }
  return lines;
}

static double
get_padding (const BaryStrip *strip)
{
  return strip->block->kind == BARY_BLOCK_TABLE ? 2 * BARY_CELL_PADDING_Y : 0;
}

/* The height of the first lines. */
static double
count_fewest (const BaryStrip *strip)
{
  double height = 0;

  for (guint i = 0; i < strip->n_cells; i++)
    {
      guint line = 0;

      height = MAX (height, take_lines (strip->cells[i].layout, &line, 0, FEWEST_LINES));
    }
  return height + get_padding (strip);
}

/* The height of a strip with what it is kept with, of which the first lines will do if it is to be cut. */
static double
count_needed (const Break *self,
              guint        i)
{
  const BaryStrip *strip = bary_pages_strip (self->pages, i);
  double needed = strip->height;

  while (strip->keep && ++i < self->pages->strips->len)
    {
      strip = bary_pages_strip (self->pages, i);
      needed += strip->before + (strip->height > count_fresh (self, i) ? count_fewest (strip) : strip->height);
    }
  return needed;
}

static void
place_cut (Break *self,
           guint  i)
{
  const BaryStrip *strip = bary_pages_strip (self->pages, i);
  double padding = get_padding (strip);
  const guint *from = NULL;
  gboolean ended = FALSE;

  if (!self->fresh && count_left (self, i) < count_fewest (strip))
    begin_page_for (self, i);
  while (!ended)
    {
      double taken;
      guint *lines;

      if (from != NULL)
        begin_page_for (self, i);
      lines = cut (strip, from, count_left (self, i) - padding, &taken, &ended);
      put (self, i, taken + padding, lines);
      from = lines;
    }
}

static void
place_picture (Break *self,
               guint  i)
{
  double height = bary_pages_strip (self->pages, i)->height;

  if (!self->fresh && count_left (self, i) < height * LEAST_PICTURE)
    begin_page (self);
  put (self, i, MIN (height, count_left (self, i)), NULL);
}

static void
place (Break *self,
       guint  i)
{
  const BaryStrip *strip = bary_pages_strip (self->pages, i);

  if (strip->block->new_page && !self->fresh && (i == 0 || bary_pages_strip (self->pages, i - 1)->block != strip->block))
    begin_page (self);
  if (strip->n_cells == 0)
    place_picture (self, i);
  else if (strip->height > count_fresh (self, i))
    place_cut (self, i);
  else
    {
      if (!self->fresh && count_needed (self, i) > count_left (self, i))
        begin_page_for (self, i);
      put (self, i, strip->height, NULL);
    }
}

void
bary_pages_break (BaryPages *self)
{
  Break work = { self };

  begin_page (&work);
  for (guint i = 0; i < self->strips->len; i++)
    place (&work, i);
}

#include "bary-text-book.h"

#include <math.h>
#include <string.h>

#define MOST_TEXTS 100000 /* after which a book is begun anew */
#define MOST_SHAPED 2000
#define SPARED 1.35 /* times a width that one word may take */
#define LONG_WORD 0.8 /* share of a line, beyond which a word is broken behind its hyphens where that fills the line */

static const struct {
  double   size;
  gboolean bold;
} styles[BARY_N_TEXTS] = {
  [BARY_TEXT_NAME] = { 10, FALSE },
  [BARY_TEXT_NAME_BOLD] = { 10, TRUE },
  [BARY_TEXT_CAPTION] = { 8, FALSE },
  [BARY_TEXT_CENTRE] = { 12, TRUE },
  [BARY_TEXT_CENTRE_CAPTION] = { 9, FALSE },
  [BARY_TEXT_HEADING] = { 9, TRUE },
  [BARY_TEXT_TITLE] = { 14, TRUE },
  [BARY_TEXT_COUNT] = { 9, FALSE },
  [BARY_TEXT_DISTRICT] = { 22, TRUE },
  [BARY_TEXT_PICTURE] = { 16, TRUE },
};

typedef struct {
  GSList *items; /* of PangoGlyphItem */
  guint64 used;
} Shaped;

struct _BaryTextBook {
  char           *family;
  PangoContext   *context;
  PangoLayout    *layouts[2];    /* plain and bold, at BARY_SHAPED_SIZE */
  double          ascent[2], height[2];
  GHashTable     *widths[2];     /* text -> width in Pango's units at that size */
  GHashTable     *labels;        /* style, width and text -> BaryLabel */
  GHashTable     *shaped[2];     /* text -> Shaped */
  guint64         clock;
  BaryGlyphs     *glyphs;
};

static GMutex pool_lock;
static GSList *pool;

/* Glyphs stand where the layout puts them at any zoom: no hinting, no rounding. */
static PangoContext *
make_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

static PangoLayout *
make_layout (BaryTextBook *self,
             gboolean      bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, BARY_SHAPED_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_font_description_free (font);
  return layout;
}

static void
free_label (BaryLabel *label)
{
  g_free (label->text);
  g_free (label->lines);
  g_free (label);
}

static void
free_shaped (Shaped *shaped)
{
  g_slist_free_full (shaped->items, (GDestroyNotify) pango_glyph_item_free);
  g_free (shaped);
}

static void
measure_lines (BaryTextBook *self,
               int           bold)
{
  pango_layout_set_text (self->layouts[bold], "Щру№", -1);
  self->ascent[bold] = (double) pango_layout_get_baseline (self->layouts[bold]) / PANGO_SCALE;
  self->height[bold] = 0;
  {
    int height;

    pango_layout_get_size (self->layouts[bold], NULL, &height);
    self->height[bold] = (double) height / PANGO_SCALE;
  }
}

static BaryTextBook *
make_book (const char *family)
{
  BaryTextBook *self = g_new0 (BaryTextBook, 1);

  self->family = g_strdup (family);
  self->context = make_context ();
  self->glyphs = bary_glyphs_new ();
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_label);
  for (int bold = 0; bold < 2; bold++)
    {
      self->layouts[bold] = make_layout (self, bold);
      self->widths[bold] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->shaped[bold] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_shaped);
      measure_lines (self, bold);
    }
  return self;
}

static void
free_book (BaryTextBook *self)
{
  bary_glyphs_free (self->glyphs);
  g_hash_table_unref (self->labels);
  for (int bold = 0; bold < 2; bold++)
    {
      g_hash_table_unref (self->widths[bold]);
      g_hash_table_unref (self->shaped[bold]);
      g_object_unref (self->layouts[bold]);
    }
  g_object_unref (self->context);
  g_free (self->family);
  g_free (self);
}

BaryTextBook *
bary_text_book_take (const char *family)
{
  BaryTextBook *found = NULL;

  if (family == NULL)
    family = "Sans";
  g_mutex_lock (&pool_lock);
  for (GSList *l = pool; l != NULL && found == NULL; l = l->next)
    if (g_str_equal (((BaryTextBook *) l->data)->family, family))
      found = l->data;
  pool = g_slist_remove (pool, found);
  g_mutex_unlock (&pool_lock);
  return found != NULL ? found : make_book (family);
}

void
bary_text_book_give_back (BaryTextBook *self)
{
  if (g_hash_table_size (self->labels) + g_hash_table_size (self->widths[0]) > MOST_TEXTS)
    {
      free_book (self);
      return;
    }
  g_mutex_lock (&pool_lock);
  pool = g_slist_prepend (pool, self);
  g_mutex_unlock (&pool_lock);
}

BaryGlyphs *
bary_text_book_get_glyphs (BaryTextBook *self)
{
  return self->glyphs;
}

const char *
bary_text_book_get_family (BaryTextBook *self)
{
  return self->family;
}

double
bary_text_size (BaryTextStyle style)
{
  return styles[style].size;
}

gboolean
bary_text_is_bold (BaryTextStyle style)
{
  return styles[style].bold;
}

double
bary_text_book_ascent (BaryTextBook  *self,
                       BaryTextStyle  style)
{
  return self->ascent[styles[style].bold] * styles[style].size / BARY_SHAPED_SIZE;
}

double
bary_text_book_line_height (BaryTextBook  *self,
                            BaryTextStyle  style)
{
  return self->height[styles[style].bold] * styles[style].size / BARY_SHAPED_SIZE;
}

double
bary_text_book_measure (BaryTextBook  *self,
                        BaryTextStyle  style,
                        const char    *text,
                        int            length)
{
  int bold = styles[style].bold;
  g_autofree char *key = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  gpointer known;
  int width;

  if (g_hash_table_lookup_extended (self->widths[bold], key, NULL, &known))
    width = GPOINTER_TO_INT (known);
  else
    {
      pango_layout_set_text (self->layouts[bold], key, -1);
      pango_layout_get_size (self->layouts[bold], &width, NULL);
      g_hash_table_insert (self->widths[bold], g_steal_pointer (&key), GINT_TO_POINTER (width));
    }
  return width * styles[style].size / (BARY_SHAPED_SIZE * PANGO_SCALE);
}

static void
sweep (BaryTextBook *self,
       int           bold)
{
  GHashTableIter iter;
  gpointer shaped;

  g_hash_table_iter_init (&iter, self->shaped[bold]);
  while (g_hash_table_iter_next (&iter, NULL, &shaped))
    if (((Shaped *) shaped)->used + MOST_SHAPED / 2 < self->clock)
      g_hash_table_iter_remove (&iter);
}

GSList *
bary_text_book_shape (BaryTextBook *self,
                      gboolean      bold,
                      const char   *text,
                      int           length)
{
  g_autofree char *key = g_strndup (text, (gsize) length);
  Shaped *shaped = g_hash_table_lookup (self->shaped[!!bold], key);

  if (shaped == NULL)
    {
      if (g_hash_table_size (self->shaped[!!bold]) >= MOST_SHAPED)
        sweep (self, !!bold);
      shaped = g_new0 (Shaped, 1);
      pango_layout_set_text (self->layouts[!!bold], key, length);
      for (GSList *l = pango_layout_get_line_readonly (self->layouts[!!bold], 0)->runs; l != NULL; l = l->next)
        shaped->items = g_slist_prepend (shaped->items, pango_glyph_item_copy (l->data));
      shaped->items = g_slist_reverse (shaped->items);
      g_hash_table_insert (self->shaped[!!bold], g_steal_pointer (&key), shaped);
    }
  shaped->used = ++self->clock;
  return shaped->items;
}

/* Folding: words, and pieces of words that are too long. */
typedef struct {
  const char *start;
  int         length;
  double      width;
  gboolean    glued; /* no space before it: a piece of the same word */
} Word;

static void
add_pieces (BaryTextBook  *self,
            GArray        *words,
            BaryTextStyle  style,
            Word           word,
            double         most)
{
  const char *end = word.start + word.length;

  while (word.start < end)
    {
      const char *stop = end;

      while (stop > word.start && bary_text_book_measure (self, style, word.start, (int) (stop - word.start)) > most &&
             g_utf8_next_char (word.start) < stop)
        stop = g_utf8_prev_char (stop);
      word.length = (int) (stop - word.start);
      word.width = bary_text_book_measure (self, style, word.start, word.length);
      g_array_append_val (words, word);
      word.start = stop;
      word.glued = TRUE;
    }
}

/* A long word is broken behind its hyphens. */
static void
add_word (BaryTextBook  *self,
          GArray        *words,
          BaryTextStyle  style,
          Word           word,
          double         most)
{
  const char *end = word.start + word.length;

  word.width = bary_text_book_measure (self, style, word.start, word.length);
  if (word.width <= LONG_WORD * most || (word.width <= most && memchr (word.start, '-', (gsize) word.length) == NULL))
    {
      g_array_append_val (words, word);
      return;
    }
  while (word.start < end)
    {
      const char *hyphen = memchr (word.start, '-', (gsize) (end - word.start));

      word.length = (int) ((hyphen != NULL ? hyphen + 1 : end) - word.start);
      word.width = bary_text_book_measure (self, style, word.start, word.length);
      if (word.width > most)
        add_pieces (self, words, style, word, most);
      else
        g_array_append_val (words, word);
      word.start += word.length;
      word.glued = TRUE;
    }
}

static GArray *
split (BaryTextBook  *self,
       BaryTextStyle  style,
       const char    *text,
       double         most)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  while (*text != '\0')
    {
      Word word = { text, (int) strcspn (text, " "), 0, FALSE };

      if (word.length > 0)
        add_word (self, words, style, word, most);
      text += word.length;
      text += *text != '\0';
    }
  return words;
}

/* Returns: the number of lines; @label: (nullable): gets them. */
static guint
break_lines (GArray    *words,
             double     most,
             double     space,
             BaryLabel *label)
{
  guint n = 0;
  double width = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      double gap = word->glued ? 0 : space;

      if (n > 0 && width + gap + word->width <= most)
        {
          width += gap + word->width;
          if (label != NULL)
            label->lines[n - 1].length = (int) (word->start + word->length - label->lines[n - 1].string);
        }
      else
        {
          n++;
          width = word->width;
          if (label != NULL)
            label->lines[n - 1] = (BaryTextLine) { word->start, word->length, 0 };
        }
      if (label != NULL)
        label->lines[n - 1].width = width;
    }
  return n;
}

/* The narrowest width that needs no more lines. */
static double
balance (GArray *words,
         double  most,
         double  space)
{
  guint n = break_lines (words, most, space, NULL);
  double low = 0, high = most;

  for (guint i = 0; i < words->len; i++)
    low = MAX (low, g_array_index (words, Word, i).width);
  if (low > most || n < 2)
    return most;
  while (high - low > 0.5)
    {
      double middle = (low + high) / 2;

      if (break_lines (words, middle, space, NULL) <= n)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static gboolean
is_initial (const char *word)
{
  return *word != '\0' && g_unichar_isupper (g_utf8_get_char (word)) && g_str_equal (g_utf8_next_char (word), ".");
}

/* A number does not leave its sign, a name its initials, a dash the word before it, and a letter its point. */
static char *
tie_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  GString *tied = g_string_new (NULL);
  gboolean keep = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (tied->len > 0)
        g_string_append (tied, keep || g_str_equal (words[i], "–") || g_str_equal (words[i], "·") ? "\302\240" : " ");
      g_string_append (tied, words[i]);
      keep = g_str_equal (words[i], "№") || is_initial (words[i]);
    }
  return g_string_free (tied, FALSE);
}

/* Rather a little wider than a broken word. */
static double
spare_words (BaryTextBook  *self,
             BaryTextStyle  style,
             const char    *text,
             double         most)
{
  double widest = 0;

  while (*text != '\0')
    {
      int length = (int) strcspn (text, " -");
      double width = bary_text_book_measure (self, style, text, length + (text[length] == '-'));

      widest = MAX (widest, width);
      text += length;
      text += *text != '\0';
    }
  return widest > most && widest <= SPARED * most ? widest : most;
}

static BaryLabel *
fold (BaryTextBook  *self,
      BaryTextStyle  style,
      const char    *text,
      double         most)
{
  BaryLabel *label = g_new0 (BaryLabel, 1);
  g_autoptr (GArray) words = NULL;
  double space = bary_text_book_measure (self, style, " ", 1);

  label->style = style;
  label->text = tie_words (text);
  most = spare_words (self, style, label->text, most);
  words = split (self, style, label->text, most);
  label->lines = g_new0 (BaryTextLine, words->len + 1);
  label->n_lines = break_lines (words, balance (words, most, space), space, label);
  for (guint i = 0; i < label->n_lines; i++)
    label->width = MAX (label->width, label->lines[i].width);
  label->height = label->n_lines * bary_text_book_line_height (self, style);
  return label;
}

const BaryLabel *
bary_text_book_fold (BaryTextBook  *self,
                     BaryTextStyle  style,
                     const char    *text,
                     double         most)
{
  g_autofree char *key = g_strdup_printf ("%u %.0f %s", style, most, text);
  BaryLabel *label = g_hash_table_lookup (self->labels, key);

  if (label == NULL)
    {
      label = fold (self, style, text, most);
      g_hash_table_insert (self->labels, g_steal_pointer (&key), label);
    }
  return label;
}

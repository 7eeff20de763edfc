#include "bary-slides-private.h"

#include <math.h>

static const char *const words[BARY_N_STEP_KINDS] = {
  "title", "barycenter", "bodies", "group", "district", "cluster", "links", "changes", "whole", "view",
};

BaryShowStep *
bary_show_step_new (BaryShowStepKind  kind,
                    const char       *subject)
{
  BaryShowStep *self = g_new0 (BaryShowStep, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  return self;
}

void
bary_show_step_free (BaryShowStep *self)
{
  g_free (self->record);
  g_free (self->subject);
  g_free (self->caption);
  g_free (self->note);
  g_free (self->own_caption);
  g_free (self->own_note);
  g_free (self->day);
  g_strfreev (self->chosen);
  g_free (self);
}

static BaryShowStep *
copy_slide (const BaryShowStep *slide)
{
  BaryShowStep *copy = g_memdup2 (slide, sizeof *slide);

  copy->record = g_strdup (slide->record);
  copy->subject = g_strdup (slide->subject);
  copy->caption = g_strdup (slide->caption);
  copy->note = g_strdup (slide->note);
  copy->own_caption = g_strdup (slide->own_caption);
  copy->own_note = g_strdup (slide->own_note);
  copy->day = g_strdup (slide->day);
  copy->chosen = g_strdupv (slide->chosen);
  return copy;
}

const char *
bary_show_step_kind_to_word (BaryShowStepKind kind)
{
  g_return_val_if_fail (kind < BARY_N_STEP_KINDS, NULL);

  return words[kind];
}

BaryShowStepKind
bary_show_step_kind_from_word (const char *word)
{
  guint kind = 0;

  while (kind < BARY_N_STEP_KINDS && g_strcmp0 (words[kind], word) != 0)
    kind++;
  return kind;
}

char *
bary_show_step_area_to_text (const BaryBox *area)
{
  const double values[] = { area->x, area->y, area->width, area->height };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", g_ascii_formatd (number, sizeof number, "%.1f", values[i]));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
bary_show_step_parse_area (const char *text,
                           BaryBox    *area)
{
  double *const values[] = { &area->x, &area->y, &area->width, &area->height };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char *end = NULL;

      *values[i] = g_ascii_strtod (text != NULL ? text : "", &end);
      if (text == NULL || end == text || !isfinite (*values[i]))
        return FALSE;
      text = end;
    }
  return *text == '\0' && area->width > 0 && area->height > 0;
}

/* Kept and derived */

static const BaryShowStep *
find_same (const GPtrArray    *slides,
           const BaryShowStep *like)
{
  for (guint i = 0; i < slides->len; i++)
    {
      const BaryShowStep *slide = slides->pdata[i];

      if (slide->kind == like->kind && g_strcmp0 (slide->subject, like->subject) == 0)
        return slide;
    }
  return NULL;
}

static BaryShowStep *
fill_kept (const BaryShowStep *kept,
           const BaryShowStep *derived)
{
  BaryShowStep *slide = copy_slide (kept);

  slide->state = derived != NULL || kept->kind == BARY_SHOW_STEP_VIEW ? BARY_SHOW_STEP_READY : BARY_SHOW_STEP_GONE;
  g_free (slide->caption);
  g_free (slide->note);
  slide->caption = g_strdup (kept->own_caption != NULL ? kept->own_caption : derived != NULL ? derived->caption : "");
  slide->note = g_strdup (kept->own_note != NULL ? kept->own_note : derived != NULL ? derived->note : NULL);
  if (slide->day == NULL && derived != NULL)
    slide->day = g_strdup (derived->day);
  return slide;
}

GPtrArray *
bary_slides_merge (const GPtrArray *derived,
                   const GPtrArray *kept)
{
  GPtrArray *slides = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_show_step_free);

  for (guint i = 0; i < kept->len; i++)
    g_ptr_array_add (slides, fill_kept (kept->pdata[i], find_same (derived, kept->pdata[i])));
  for (guint i = 0; i < derived->len; i++)
    {
      BaryShowStep *slide;

      if (find_same (kept, derived->pdata[i]) != NULL)
        continue;
      slide = copy_slide (derived->pdata[i]);
      slide->state = kept->len > 0 ? BARY_SHOW_STEP_NEW : BARY_SHOW_STEP_READY;
      g_ptr_array_add (slides, slide);
    }
  return slides;
}

GPtrArray *
bary_slides_select_shown (const GPtrArray *slides)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < slides->len; i++)
    {
      BaryShowStep *slide = slides->pdata[i];

      if (slide->state == BARY_SHOW_STEP_READY && !slide->hidden)
        g_ptr_array_add (shown, slide);
    }
  return shown;
}

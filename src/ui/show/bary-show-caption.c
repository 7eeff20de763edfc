#include "bary-show-caption.h"

#include "bary-step-page.h"

struct _BaryShowCaption {
  GtkWidget        parent_instance;

  char            *words;
  char            *below;
  char            *number;
  char            *family;
  gboolean         alone;
  const BaryTheme *theme;
};

G_DEFINE_FINAL_TYPE (BaryShowCaption, bary_show_caption, GTK_TYPE_WIDGET)

static void
bary_show_caption_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  BaryShowCaption *self = BARY_SHOW_CAPTION (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double page_height = self->alone ? height : height / bary_show_step_caption_height (1);
  cairo_t *cr;

  if (self->words == NULL || self->theme == NULL || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->alone)
    bary_show_step_draw_title (cr, self->theme, self->family, self->words, self->below, width, height);
  else
    bary_show_step_draw_caption (cr, self->theme, self->family, self->words, page_height,
                            &(BaryBox) { width / 2.0, height / 2.0, width, height });
  if (self->number != NULL)
    bary_show_step_draw_foot (cr, self->theme, self->family, self->number, TRUE, page_height, width, height);
  cairo_destroy (cr);
}

static void
bary_show_caption_finalize (GObject *object)
{
  BaryShowCaption *self = BARY_SHOW_CAPTION (object);

  g_free (self->words);
  g_free (self->below);
  g_free (self->number);
  g_free (self->family);

  G_OBJECT_CLASS (bary_show_caption_parent_class)->finalize (object);
}

static void
bary_show_caption_class_init (BaryShowCaptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_show_caption_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bary_show_caption_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
bary_show_caption_init (BaryShowCaption *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bary_show_caption_new (void)
{
  return g_object_new (BARY_TYPE_SHOW_CAPTION, NULL);
}

void
bary_show_caption_set (BaryShowCaption *self,
                       const char      *words,
                       const char      *below,
                       gboolean         alone)
{
  g_return_if_fail (BARY_IS_SHOW_CAPTION (self));

  g_free (self->words);
  g_free (self->below);
  self->words = g_strdup (words);
  self->below = g_strdup (below);
  self->alone = alone;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, below != NULL ? below : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_show_caption_set_number (BaryShowCaption *self,
                              const char      *number)
{
  g_return_if_fail (BARY_IS_SHOW_CAPTION (self));

  g_free (self->number);
  self->number = g_strdup (number);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
bary_show_caption_set_style (BaryShowCaption *self,
                             const BaryTheme *theme,
                             const char      *family)
{
  g_return_if_fail (BARY_IS_SHOW_CAPTION (self));

  g_free (self->family);
  self->family = g_strdup (family);
  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

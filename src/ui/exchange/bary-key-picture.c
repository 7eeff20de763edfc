#include "bary-key-picture.h"

#include "bary-config.h"
#include "bary-identity.h"
#include "bary-key-card.h"
#include "bary-qr.h"

#include <glib/gi18n-lib.h>

#define SIDE 196 /* pixels */
#define WORDS_IN_LINE 3

struct _BaryKeyPicture {
  AdwBin     parent_instance;

  GtkWidget *area;
  GtkLabel  *words;
  BaryQr    *code; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BaryKeyPicture, bary_key_picture, ADW_TYPE_BIN)

static void
draw (GtkDrawingArea *area,
      cairo_t        *cr,
      int             width,
      int             height,
      gpointer        user_data)
{
  BaryKeyPicture *self = user_data;

  if (self->code != NULL)
    bary_qr_paint (self->code, cr, MIN (width, height));
}

/* Returns: (transfer full): as they are read out, with a breath between. */
static char *
break_lines (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GString *text = g_string_new (parts[0]);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i % WORDS_IN_LINE == 0 ? "\n" : " ", parts[i]);
  return g_string_free (text, FALSE);
}

void
bary_key_picture_show (BaryKeyPicture *self,
                       const char     *name,
                       const char     *key)
{
  g_autofree char *words = bary_identity_words (key);
  g_autofree char *lines = break_lines (words);
  g_autofree char *text = bary_key_card_dup_text (name, words, key);

  g_clear_pointer (&self->code, bary_qr_free);
  self->code = bary_qr_new (text);
  gtk_label_set_text (self->words, lines);
  gtk_widget_set_visible (self->area, self->code != NULL);
  gtk_widget_queue_draw (self->area);
}

static void
bary_key_picture_finalize (GObject *object)
{
  g_clear_pointer (&BARY_KEY_PICTURE (object)->code, bary_qr_free);

  G_OBJECT_CLASS (bary_key_picture_parent_class)->finalize (object);
}

static void
bary_key_picture_class_init (BaryKeyPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_key_picture_finalize;
}

static void
bary_key_picture_init (BaryKeyPicture *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->area), SIDE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->area), SIDE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw, self, NULL);
  gtk_widget_set_halign (self->area, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The words and the key as a QR code"), -1);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_justify (self->words, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "title-3");

  gtk_box_append (GTK_BOX (box), self->area);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), box);
}

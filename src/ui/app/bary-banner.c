#include "bary-banner.h"

struct _BaryBanner {
  AdwBin      parent_instance;

  GtkBox     *lines;    /* in the tree of widgets */
  GHashTable *labels;   /* reason -> GtkLabel */
};

G_DEFINE_FINAL_TYPE (BaryBanner, bary_banner, ADW_TYPE_BIN)

static void
bary_banner_finalize (GObject *object)
{
  g_hash_table_unref (BARY_BANNER (object)->labels);

  G_OBJECT_CLASS (bary_banner_parent_class)->finalize (object);
}

static void
bary_banner_class_init (BaryBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_banner_finalize;
}

static void
bary_banner_init (BaryBanner *self)
{
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->lines));
}

static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "bary-banner");
  return label;
}

void
bary_banner_set (BaryBanner *self,
                 const char *reason,
                 const char *text)
{
  GtkWidget *label;

  g_return_if_fail (BARY_IS_BANNER (self) && reason != NULL);

  label = g_hash_table_lookup (self->labels, reason);
  if (label != NULL && text != NULL)
    {
      gtk_label_set_label (GTK_LABEL (label), text);
    }
  else if (label != NULL)
    {
      gtk_box_remove (self->lines, label);
      g_hash_table_remove (self->labels, reason);
    }
  else if (text != NULL)
    {
      label = make_line (text);
      gtk_box_append (self->lines, label);
      g_hash_table_insert (self->labels, g_strdup (reason), label);
    }
}

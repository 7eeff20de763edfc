#include "bary-size-watch.h"

#define SETTLE_MS 60

struct _BarySizeWatch {
  GtkWidget parent_instance;

  int       width, height;
  guint     settle_source;
};

G_DEFINE_FINAL_TYPE (BarySizeWatch, bary_size_watch, GTK_TYPE_WIDGET)

enum {
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
settle_cb (gpointer data)
{
  BarySizeWatch *self = data;

  self->settle_source = 0;
  g_signal_emit (self, signals[SETTLED], 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
bary_size_watch_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BarySizeWatch *self = BARY_SIZE_WATCH (widget);

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
bary_size_watch_dispose (GObject *object)
{
  g_clear_handle_id (&BARY_SIZE_WATCH (object)->settle_source, g_source_remove);

  G_OBJECT_CLASS (bary_size_watch_parent_class)->dispose (object);
}

static void
bary_size_watch_class_init (BarySizeWatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_size_watch_dispose;
  widget_class->size_allocate = bary_size_watch_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[SETTLED] = g_signal_new ("settled", BARY_TYPE_SIZE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
bary_size_watch_init (BarySizeWatch *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

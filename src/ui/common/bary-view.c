#include "bary-view.h"

typedef struct {
  BarySession *session;
} BaryViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BaryView, bary_view, ADW_TYPE_BIN)

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bary_view_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, bary_view_get_session (BARY_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_view_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    bary_view_set_session (BARY_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_view_dispose (GObject *object)
{
  BaryViewPrivate *priv = bary_view_get_instance_private (BARY_VIEW (object));

  g_clear_object (&priv->session);

  G_OBJECT_CLASS (bary_view_parent_class)->dispose (object);
}

/* A view that shows only what it is the home of needs no other way. */
static gboolean
bary_view_real_show_record (BaryView   *self,
                            BaryKind    kind,
                            const char *id)
{
  return bary_view_go_to (self, kind, id);
}

static gboolean
bary_view_real_go_to (BaryView   *self,
                      BaryKind    kind,
                      const char *id)
{
  return FALSE;
}

static void
bary_view_class_init (BaryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bary_view_get_property;
  object_class->set_property = bary_view_set_property;
  object_class->dispose = bary_view_dispose;
  klass->go_to = bary_view_real_go_to;
  klass->show_record = bary_view_real_show_record;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_view_init (BaryView *self)
{
}

BarySession *
bary_view_get_session (BaryView *self)
{
  BaryViewPrivate *priv = bary_view_get_instance_private (self);

  return priv->session;
}

void
bary_view_set_session (BaryView    *self,
                       BarySession *session)
{
  BaryViewPrivate *priv = bary_view_get_instance_private (self);

  if (!g_set_object (&priv->session, session))
    return;

  if (BARY_VIEW_GET_CLASS (self)->session_changed != NULL)
    BARY_VIEW_GET_CLASS (self)->session_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

gboolean
bary_view_go_to (BaryView   *self,
                 BaryKind    kind,
                 const char *id)
{
  return BARY_VIEW_GET_CLASS (self)->go_to (self, kind, id);
}

GtkWidget *
bary_view_get_canvas (BaryView *self)
{
  BaryViewClass *klass = BARY_VIEW_GET_CLASS (self);

  return klass->get_canvas != NULL ? klass->get_canvas (self) : NULL;
}

gboolean
bary_view_show_record (BaryView   *self,
                       BaryKind    kind,
                       const char *id)
{
  return BARY_VIEW_GET_CLASS (self)->show_record (self, kind, id);
}

gboolean
bary_view_take_file (BaryView *self,
                     GFile    *file)
{
  BaryViewClass *klass = BARY_VIEW_GET_CLASS (self);

  return klass->take_file != NULL && klass->take_file (self, file);
}

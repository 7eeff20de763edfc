#include "bary-edit-guard.h"

#define BARY_TYPE_EDIT_GUARD (bary_edit_guard_get_type ())
G_DECLARE_FINAL_TYPE (BaryEditGuard, bary_edit_guard, BARY, EDIT_GUARD, GObject)

struct _BaryEditGuard {
  GObject            parent_instance;

  BaryPackage       *package;
  char              *signer;
  BaryAuthorityDone  done;
  gpointer           user_data;
};

static void bary_edit_guard_source_init (BaryEditSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryEditGuard, bary_edit_guard, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_EDIT_SOURCE, bary_edit_guard_source_init))

static void
bary_edit_guard_finalize (GObject *object)
{
  BaryEditGuard *self = BARY_EDIT_GUARD (object);

  g_clear_object (&self->package);
  g_free (self->signer);

  G_OBJECT_CLASS (bary_edit_guard_parent_class)->finalize (object);
}

static void
bary_edit_guard_class_init (BaryEditGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_edit_guard_finalize;
}

static void
bary_edit_guard_init (BaryEditGuard *self)
{
}

typedef struct {
  const BaryEditVisitor *visitor;
  gpointer               user_data;
  guint                  n;
} Walk;

static gboolean
pass_edit (const BarySentEdit  *edit,
           guint                line,
           gpointer             user_data,
           GError             **error)
{
  Walk *walk = user_data;

  walk->n++;
  return walk->visitor->edit (edit, line, walk->user_data, error);
}

static gboolean
pass_knowledge (const BarySentKnowledge  *knowledge,
                gpointer                  user_data,
                GError                  **error)
{
  Walk *walk = user_data;

  return walk->visitor->knowledge (knowledge, walk->user_data, error);
}

static gboolean
bary_edit_guard_foreach (BaryEditSource         *source,
                         const BaryEditVisitor  *visitor,
                         gpointer                user_data,
                         GCancellable           *cancellable,
                         GError                **error)
{
  static const BaryEditVisitor passing = { pass_edit, pass_knowledge };
  BaryEditGuard *self = BARY_EDIT_GUARD (source);
  Walk walk = { visitor, user_data, 0 };

  return bary_edit_source_foreach (BARY_EDIT_SOURCE (self->package), &passing, &walk, cancellable, error) &&
         self->done (self->package, walk.n, self->user_data, error);
}

static GPtrArray *
bary_edit_guard_get_replicas (BaryEditSource *source)
{
  return bary_edit_source_get_replicas (BARY_EDIT_SOURCE (BARY_EDIT_GUARD (source)->package));
}

static const char *
bary_edit_guard_get_signer (BaryEditSource *source)
{
  return BARY_EDIT_GUARD (source)->signer;
}

static void
bary_edit_guard_source_init (BaryEditSourceInterface *iface)
{
  iface->get_signer = bary_edit_guard_get_signer;
  iface->foreach = bary_edit_guard_foreach;
  iface->get_replicas = bary_edit_guard_get_replicas;
}

BaryEditSource *
bary_edit_guard_new (BaryPackage       *package,
                     const char        *signer,
                     BaryAuthorityDone  done,
                     gpointer           user_data)
{
  BaryEditGuard *self = g_object_new (BARY_TYPE_EDIT_GUARD, NULL);

  self->package = g_object_ref (package);
  self->signer = g_strdup (signer);
  self->done = done;
  self->user_data = user_data;
  return BARY_EDIT_SOURCE (self);
}

#include "bary-edit-source.h"

G_DEFINE_INTERFACE (BaryEditSource, bary_edit_source, G_TYPE_OBJECT)

static void
bary_edit_source_default_init (BaryEditSourceInterface *iface)
{
}

BaryReplica *
bary_replica_new (const char *id,
                  const char *name,
                  const char *centre,
                  BaryStamp   base,
                  BaryStamp   holds)
{
  BaryReplica *self = g_new0 (BaryReplica, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->centre = g_strdup (centre);
  self->base = base;
  self->holds = holds;
  return self;
}

void
bary_replica_free (BaryReplica *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->centre);
  g_free (self);
}

GPtrArray *
bary_edit_source_get_replicas (BaryEditSource *source)
{
  g_return_val_if_fail (BARY_IS_EDIT_SOURCE (source), NULL);

  return BARY_EDIT_SOURCE_GET_IFACE (source)->get_replicas (source);
}

const char *
bary_edit_source_get_signer (BaryEditSource *source)
{
  BaryEditSourceInterface *iface;

  g_return_val_if_fail (BARY_IS_EDIT_SOURCE (source), NULL);

  iface = BARY_EDIT_SOURCE_GET_IFACE (source);
  return iface->get_signer != NULL ? iface->get_signer (source) : NULL;
}

gboolean
bary_edit_source_foreach (BaryEditSource         *source,
                          const BaryEditVisitor  *visitor,
                          gpointer                user_data,
                          GCancellable           *cancellable,
                          GError                **error)
{
  g_return_val_if_fail (BARY_IS_EDIT_SOURCE (source), FALSE);

  return BARY_EDIT_SOURCE_GET_IFACE (source)->foreach (source, visitor, user_data, cancellable, error);
}

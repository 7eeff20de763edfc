#include "bary-record-source.h"

G_DEFINE_INTERFACE (BaryRecordSource, bary_record_source, G_TYPE_OBJECT)

static void
bary_record_source_default_init (BaryRecordSourceInterface *iface)
{
}

gboolean
bary_record_source_foreach (BaryRecordSource   *source,
                            BaryRecordVisitor   visitor,
                            gpointer            user_data,
                            GCancellable       *cancellable,
                            GError            **error)
{
  g_return_val_if_fail (BARY_IS_RECORD_SOURCE (source), FALSE);

  return BARY_RECORD_SOURCE_GET_IFACE (source)->foreach (source, visitor, user_data, cancellable, error);
}

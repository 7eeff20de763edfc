#include "bary-record-source.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

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

char *
bary_record_source_dup_place (BaryRecordSource *source,
                              guint             line)
{
  BaryRecordSourceInterface *iface = BARY_RECORD_SOURCE_GET_IFACE (source);

  if (iface->dup_place != NULL)
    return iface->dup_place (source, line);

  return g_strdup_printf (_("line %u"), line);
}

const guint *
bary_record_source_get_counts (BaryRecordSource *source)
{
  BaryRecordSourceInterface *iface = BARY_RECORD_SOURCE_GET_IFACE (source);

  return iface->get_counts != NULL ? iface->get_counts (source) : NULL;
}

gboolean
bary_record_source_prevails (BaryRecordSource *source,
                             BaryRecord       *record)
{
  BaryRecordSourceInterface *iface = BARY_RECORD_SOURCE_GET_IFACE (source);

  return iface->prevails != NULL && iface->prevails (source, record);
}

const char *
bary_record_source_get_whole (BaryRecordSource *source,
                              BaryKind          part,
                              BaryKind         *kind)
{
  BaryRecordSourceInterface *iface = BARY_RECORD_SOURCE_GET_IFACE (source);

  return iface->get_whole != NULL ? iface->get_whole (source, part, kind) : NULL;
}

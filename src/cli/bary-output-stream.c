#include "bary-output-stream.h"

#include "bary-output.h"

struct _BaryOutputStream {
  GOutputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryOutputStream, bary_output_stream, G_TYPE_OUTPUT_STREAM)

static gssize
bary_output_stream_write (GOutputStream  *stream,
                          const void     *bytes,
                          gsize           length,
                          GCancellable   *cancellable,
                          GError        **error)
{
  bary_output_write (bytes, length);
  return length;
}

static void
bary_output_stream_class_init (BaryOutputStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = bary_output_stream_write;
}

static void
bary_output_stream_init (BaryOutputStream *self)
{
}

GOutputStream *
bary_output_stream_new (void)
{
  return g_object_new (BARY_TYPE_OUTPUT_STREAM, NULL);
}

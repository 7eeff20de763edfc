#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Standard output as a stream, for what writes to streams. Like bary_output_print it never fails at once:
 * bary_output_finish tells. */
#define BARY_TYPE_OUTPUT_STREAM (bary_output_stream_get_type ())
G_DECLARE_FINAL_TYPE (BaryOutputStream, bary_output_stream, BARY, OUTPUT_STREAM, GOutputStream)

/* Returns: (transfer full) */
GOutputStream *bary_output_stream_new (void);

G_END_DECLS

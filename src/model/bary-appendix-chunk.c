#include "bary-appendix-chunk.h"

#include <glib/gi18n.h>

static const BaryField bary_appendix_chunk_fields[] = {
  BARY_REFERENCE (BaryAppendixChunk, appendix, BARY_FIELD_REQUIRED | BARY_FIELD_PART, N_("Appendix"), BARY_KIND_APPENDIX),
  BARY_VALUE (BaryAppendixChunk, ordinal, BARY_FIELD_INTEGER, BARY_FIELD_REQUIRED, N_("Order")),
  BARY_VALUE (BaryAppendixChunk, data, BARY_FIELD_LONG_TEXT, BARY_FIELD_REQUIRED, N_("Contents")),
};

BARY_DEFINE_RECORD (BaryAppendixChunk, bary_appendix_chunk, BARY_KIND_APPENDIX_CHUNK, "appendix_chunk",
                    N_("Chunk of an appendix"), N_("Chunks of appendices"), NULL)

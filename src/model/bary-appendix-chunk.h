#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPENDIX_CHUNK (bary_appendix_chunk_get_type ())
G_DECLARE_FINAL_TYPE (BaryAppendixChunk, bary_appendix_chunk, BARY, APPENDIX_CHUNK, BaryRecord)

/* A bounded piece of a file, in Base64. The fields are for reading; their table in bary-appendix-chunk.c says
 * what they hold. */
struct _BaryAppendixChunk {
  BaryRecord parent_instance;

  char *appendix;
  char *ordinal;
  char *data;
};

extern const BaryKindInfo bary_appendix_chunk_info;

G_END_DECLS

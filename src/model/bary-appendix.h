#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPENDIX (bary_appendix_get_type ())
G_DECLARE_FINAL_TYPE (BaryAppendix, bary_appendix, BARY, APPENDIX, BaryRecord)

/* A file handed in with an application; its contents are in its chunks. The fields are for reading; their
 * table in bary-appendix.c says what they hold. */
struct _BaryAppendix {
  BaryRecord parent_instance;

  char *application;
  char *field;
  char *name;
  char *sha256;
  char *kibibytes;
  char *link;
  char *note;
};

extern const BaryKindInfo bary_appendix_info;

G_END_DECLS

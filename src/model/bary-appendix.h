#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_APPENDIX (bary_appendix_get_type ())
G_DECLARE_FINAL_TYPE (BaryAppendix, bary_appendix, BARY, APPENDIX, BaryRecord)

/* A file handed in with an application, or a signature made elsewhere: under a revision by who approved it, under an
 * approval by who gave it, under a contest by whoever signs its order. Its contents are in its chunks. The fields are for reading; their
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
  char *revision;
  char *approval;
  char *contest;
  char *attached_on;
};

extern const BaryKindInfo bary_appendix_info;

G_END_DECLS

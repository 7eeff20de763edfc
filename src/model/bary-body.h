#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_BODY (bary_body_get_type ())
G_DECLARE_FINAL_TYPE (BaryBody, bary_body, BARY, BODY, BaryRecord)

/* A council, an expert group or a team with members. The fields are for reading; their table in
 * bary-body.c says what they hold. */
struct _BaryBody {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *kind;
  char *centre;
  char *cluster;
  char *organisation;
  char *parent;
  char *functions;
  char *from;
  char *to;
};

extern const BaryKindInfo bary_body_info;

G_END_DECLS

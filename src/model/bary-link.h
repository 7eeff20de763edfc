#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_LINK (bary_link_get_type ())
G_DECLARE_FINAL_TYPE (BaryLink, bary_link, BARY, LINK, BaryRecord)

/* Two organisations of a cluster that work together. The fields are for reading; their table in
 * bary-link.c says what they hold. */
struct _BaryLink {
  BaryRecord parent_instance;

  char *cluster;
  char *organisation;
  char *partner;
  char *kind;
  char *agreement;
  char *note;
  char *from;
  char *to;
};

extern const BaryKindInfo bary_link_info;

G_END_DECLS

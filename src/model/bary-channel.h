#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CHANNEL (bary_channel_get_type ())
G_DECLARE_FINAL_TYPE (BaryChannel, bary_channel, BARY, CHANNEL, BaryRecord)

/* A place where a cluster publishes its press releases. The fields are for reading; their table in bary-
 * channel.c says what they hold. */
struct _BaryChannel {
  BaryRecord parent_instance;

  char *cluster;
  char *name;
  char *link;
  char *ordinal;
};

extern const BaryKindInfo bary_channel_info;

G_END_DECLS

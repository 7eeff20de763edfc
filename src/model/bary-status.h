#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_STATUS (bary_status_get_type ())
G_DECLARE_FINAL_TYPE (BaryStatus, bary_status, BARY, STATUS, BaryRecord)

/* An innovation status held by an organisation by an order. The fields are for reading; their
 * table in bary-status.c says what they hold. */
struct _BaryStatus {
  BaryRecord parent_instance;

  char *organisation;
  char *kind;
  char *state;
  char *name;
  char *order_number;
  char *order_date;
  char *from;
  char *to;
  char *note;
};

/* The words of `kind`, which contests share. */
extern const BaryChoice bary_status_kinds[];

extern const BaryKindInfo bary_status_info;

G_END_DECLS

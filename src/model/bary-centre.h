#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CENTRE (bary_centre_get_type ())
G_DECLARE_FINAL_TYPE (BaryCentre, bary_centre, BARY, CENTRE, BaryRecord)

/* The methodical centre that keeps a database, and others it knows of (ИМЦ). The fields are for
 * reading; their table in bary-centre.c says what they hold. */
struct _BaryCentre {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *district;
  char *region;
  char *address;
  char *phone;
  char *email;
  char *site;
};

extern const BaryKindInfo bary_centre_info;

G_END_DECLS

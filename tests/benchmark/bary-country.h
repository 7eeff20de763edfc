#pragma once

#include "bary-record-source.h"

G_BEGIN_DECLS

/* A made-up country for measurements: centres with their schools, clusters of schools of one centre
 * and its neighbour, memberships. The same sizes always give the same records. */

typedef struct {
  guint centres;
  guint schools;
  guint clusters;
  guint memberships;
} BaryCountrySize;

#define BARY_COUNTRY_SIZE { 2300, 42000, 11500, 200000 }

/* Returns: (transfer full) */
BaryRecordSource *bary_country_new (const BaryCountrySize *size);

G_END_DECLS

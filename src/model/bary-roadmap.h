#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_ROADMAP (bary_roadmap_get_type ())
G_DECLARE_FINAL_TYPE (BaryRoadmap, bary_roadmap, BARY, ROADMAP, BaryRecord)

/* The plan of a cluster for one school year. The fields are for reading; their table in bary-roadmap.c says
 * what they hold. */
struct _BaryRoadmap {
  BaryRecord parent_instance;

  char *name;
  char *cluster;
  char *school_year;
  char *goal;
  char *note;
};

extern const BaryKindInfo bary_roadmap_info;

G_END_DECLS

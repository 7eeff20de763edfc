#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_CLUSTER (bary_cluster_get_type ())
G_DECLARE_FINAL_TYPE (BaryCluster, bary_cluster, BARY, CLUSTER, BaryRecord)

/* Subjects acting together towards a common goal round a barycenter. The fields are for reading;
 * their table in bary-cluster.c says what they hold. */
struct _BaryCluster {
  BaryRecord parent_instance;

  char *name;
  char *full_name;
  char *centre;
  char *scheme;
  char *direction;
  char *barycenter;
  char *base_site;
  char *goal;
  char *interaction;
  char *management;
  char *hashtag;
  char *from;
  char *to;
  char *note;
};

extern const BaryKindInfo bary_cluster_info;

G_END_DECLS

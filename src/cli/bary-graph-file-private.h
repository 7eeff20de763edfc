#pragma once

#include "bary-graph-file.h"
#include "bary-json-scan.h"

G_BEGIN_DECLS

/* Numbers of the file's own names: of clusters, groups, districts. In `keys` strings begin with a quote, so that "1"
 * and 1 are two; NULL is never a key. */
typedef struct {
  GHashTable *numbers; /* key → index + 1 */
  GPtrArray  *keys;    /* borrowed */
} BaryNames;

/* What the text says of a node. */
typedef struct {
  BaryJsonValue id, label, width, height, x, y;
  const char   *end; /* its closing brace */
  gboolean      bare;  /* it has no members */
  gboolean      measured_width, measured_height;
  int           cluster, group, district, level; /* numbers of names, in the order of appearance; -1 for none */
} BaryNodeText;

struct _BaryGraphFile {
  char         *path;
  char         *text;
  gsize         length;
  BaryJsonScan  scan;
  GStringChunk *strings;
  GString      *buffer;
  BaryNames     ids, clusters, groups, districts;
  GArray       *nodes;     /* of BaryGraphNode */
  GArray       *texts;     /* of BaryNodeText */
  GArray       *edges;     /* of BaryGraphEdge */
  GArray       *sectors;   /* of BaryGraphCluster */
  GArray       *regions;   /* of BaryGraphDistrict */
  BaryGraph     graph;
};

/* Makes clusters, groups and districts out of what the nodes say. Their order is natural ("А" before "Б", 2 before 10),
 * not that of appearance. */
void bary_graph_file_build_structure (BaryGraphFile    *self,
                                      BaryLayoutScheme  scheme);

G_END_DECLS

#pragma once

#include "bary-cluster-diagram.h"

G_BEGIN_DECLS

#define BARY_DIAGRAM_PADDING 7.0
#define BARY_DIAGRAM_MARK 5.0        /* radius of a group's shape */
#define BARY_DIAGRAM_MARK_SPACE 14.0 /* left of a text */

typedef struct {
  char         *key;
  PangoLayout  *name;
  PangoLayout  *caption; /* nullable */
  int           group;   /* index of a zone */
  BaryPresence  presence;
  gboolean      base_site;
} DiagramNode;

typedef struct {
  char        *label; /* «А · Опорные учреждения» */
  PangoLayout *heading;
  guint        n_in_centre; /* members that are drawn as the barycenter */
} DiagramGroup;

typedef struct {
  int      from, to;
  BaryLine line;
} DiagramLine;

struct _BaryClusterDiagram {
  PangoContext      *context;
  char              *family;
  BaryArrangement    arrangement;
  PangoLayout       *centre_name;
  PangoLayout       *centre_caption; /* nullable */
  gboolean           has_centre;
  GArray            *nodes;  /* of DiagramNode */
  GArray            *groups; /* of DiagramGroup */
  GArray            *lines;  /* of DiagramLine */
  BaryClusterLayout *layout; /* NULL until arranged */
};

PangoLayout *bary_cluster_diagram_make_text  (BaryClusterDiagram *self,
                                              const char         *text,
                                              double              size,
                                              PangoWeight         weight,
                                              double              width);
void         bary_text_measure               (PangoLayout        *text,
                                              double             *width,
                                              double             *height);
gboolean     bary_presence_is_shown          (BaryPresence        presence);
/* Patterns of dashes and widths of the lines. */
void         bary_line_prepare               (cairo_t            *cr,
                                              BaryLine            line);

G_END_DECLS

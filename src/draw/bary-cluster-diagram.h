#pragma once

#include "bary-cluster-layout.h"
#include "bary-network.h"
#include "bary-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The picture of a cluster: the barycenter in the middle, a sector or a ring for each group, members by their
 * full names, lines for links and agreements. One unit is a point; showing it larger is a matter of the
 * cairo_t's matrix. First it is told what there is, then arranged, then painted any number of times. */
typedef struct _BaryClusterDiagram BaryClusterDiagram;

#define BARY_DIAGRAM_CENTRE (-1) /* the barycenter where a node is meant */
#define BARY_DIAGRAM_NONE (-2)


typedef struct {
  const char   *key;     /* see BaryLayoutMember */
  const char   *name;    /* as it is written */
  const char   *caption; /* nullable: a second line: «базовая площадка» */
  int           group;   /* index; any other is an unknown group */
  BaryPresence  presence;
  gboolean      base_site;
} BaryDiagramNode;

/* @family: (nullable): of the font. Returns: (transfer full) */
BaryClusterDiagram *bary_cluster_diagram_new          (const char            *family,
                                                       BaryArrangement        arrangement);
void                bary_cluster_diagram_free         (BaryClusterDiagram    *self);

/* @name: (nullable): NULL for a cluster without a barycenter; @caption: (nullable): who leads it */
void                bary_cluster_diagram_set_centre   (BaryClusterDiagram    *self,
                                                       const char            *name,
                                                       const char            *caption);
guint               bary_cluster_diagram_add_group    (BaryClusterDiagram    *self,
                                                       const char            *name,
                                                       const char            *full_name);
guint               bary_cluster_diagram_add_node     (BaryClusterDiagram    *self,
                                                       const BaryDiagramNode *node);
/* The barycenter is a member of this group, too: it stays in the middle, the legend counts it. */
void                bary_cluster_diagram_count_centre (BaryClusterDiagram    *self,
                                                       guint                  group);
/* Between nodes or the centre; a second one of the same kind between the same two is one. */
void                bary_cluster_diagram_add_line     (BaryClusterDiagram    *self,
                                                       int                    from,
                                                       int                    to,
                                                       BaryLine               line);
/* Call it once, after everything was added. */
void                bary_cluster_diagram_arrange      (BaryClusterDiagram    *self);

const BaryClusterLayout *bary_cluster_diagram_get_layout (BaryClusterDiagram *self);
/* @node: an index or BARY_DIAGRAM_CENTRE */
const BaryBox      *bary_cluster_diagram_get_box      (BaryClusterDiagram    *self,
                                                       int                    node);
/* Nodes that are on neither day keep their place but are not drawn. */
gboolean            bary_cluster_diagram_is_shown     (BaryClusterDiagram    *self,
                                                       int                    node);
gboolean            bary_cluster_diagram_has_line     (BaryClusterDiagram    *self,
                                                       int                    a,
                                                       int                    b);

/* Returns: the node or the centre under a point, or BARY_DIAGRAM_NONE. */
int                 bary_cluster_diagram_pick         (BaryClusterDiagram    *self,
                                                       double                 x,
                                                       double                 y);
typedef enum {
  BARY_GO_LEFT,
  BARY_GO_RIGHT,
  BARY_GO_UP,
  BARY_GO_DOWN,
  BARY_GO_NEXT_GROUP,
  BARY_GO_PREVIOUS_GROUP,
} BaryDiagramStep;

/* Where a key leads from a node. Returns: the same node when there is nothing that way. */
int                 bary_cluster_diagram_step         (BaryClusterDiagram    *self,
                                                       int                    from,
                                                       BaryDiagramStep        step);

typedef struct {
  const BaryTheme *theme;
  int              selected; /* nodes, or BARY_DIAGRAM_NONE */
  int              hovered;  /* its neighbours stay, the others fade */
  int              drop_zone; /* -1 for none */
} BaryDiagramState;

void                bary_cluster_diagram_draw         (BaryClusterDiagram     *self,
                                                       cairo_t                *cr,
                                                       const BaryDiagramState *state);

/* What the colours, shapes and lines mean, with counts, made from what there is: rows no wider than `most`
 * as far as the texts can be broken. Drawn with its upper left corner at 0, 0. */
void                bary_cluster_diagram_measure_legend (BaryClusterDiagram   *self,
                                                         double                most,
                                                         double               *width,
                                                         double               *height);
void                bary_cluster_diagram_draw_legend    (BaryClusterDiagram   *self,
                                                         cairo_t              *cr,
                                                         const BaryTheme      *theme,
                                                         double                most);
/* Returns: (transfer full): the legend read aloud. */
char               *bary_cluster_diagram_describe_legend (BaryClusterDiagram  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryClusterDiagram, bary_cluster_diagram_free)

G_END_DECLS

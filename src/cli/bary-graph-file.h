#pragma once

#include "bary-graph-layout.h"

G_BEGIN_DECLS

/* A graph in a JSON file: {"nodes":[{"id","label","w","h","group","cluster","district","role","level","weight",
 * "x","y","pinned"}],"edges":[["a","b"]]}. Written back with places, it is the same text otherwise. */

#define BARY_GRAPH_FILE_ERROR (bary_graph_file_error_quark ())

typedef enum {
  BARY_GRAPH_FILE_ERROR_REFUSED, /* the message names the file, the line, the node, and what to do */
} BaryGraphFileError;

GQuark bary_graph_file_error_quark (void);

typedef struct _BaryGraphFile BaryGraphFile;

/* @label: what is written on the node; sizes in points */
typedef void (*BaryMeasureLabel) (const char *label,
                                  double     *width,
                                  double     *height,
                                  gpointer    user_data);

/* @scheme: with LEVELS the members' "level" says their ring, else their "group" says the sector.
 * Returns: (transfer full) (nullable) */
BaryGraphFile   *bary_graph_file_read           (const char           *path,
                                                 BaryLayoutScheme      scheme,
                                                 GError              **error);
void             bary_graph_file_free           (BaryGraphFile        *self);

/* Whether some node comes without a size. */
gboolean         bary_graph_file_needs_sizes    (const BaryGraphFile  *self);
void             bary_graph_file_measure        (BaryGraphFile        *self,
                                                 BaryMeasureLabel      measure,
                                                 gpointer              user_data);
/* Nodes that are not pinned start where the node of the same id stands in `previous`. */
void             bary_graph_file_start_from     (BaryGraphFile        *self,
                                                 const BaryGraphFile  *previous);

/* Returns: (transfer none): valid as long as the file is */
const BaryGraph *bary_graph_file_get_graph      (const BaryGraphFile  *self);

/* Returns: (transfer full): the text of the file with the places of a layout of its graph, and the sizes that were
 * measured. Places are written to a millionth of a point, of pinned nodes as they were. */
GString         *bary_graph_file_compose        (const BaryGraphFile   *self,
                                                 const BaryGraphLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryGraphFile, bary_graph_file_free)

G_END_DECLS

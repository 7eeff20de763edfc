#pragma once

#include "bary-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows a scene: zoomed by wheel, pinch and + − 0, moved by dragging the ground, walked by the arrows; animated where
 * the desktop has not switched that off. Both diagram tabs and the presentation stand on it.
 * Nodes are its accessible children; of more than a few hundred only those that can be read on the screen, and the
 * selected one with its neighbours.
 *
 * Properties: "selected" (int, BARY_NODE_NONE for none), "hovered" (int), "hint" (string, nullable: what letting go would
 * do now), "mode" (BaryCanvasMode: what dragging a node means).
 * Signals:
 *   "activate-node" (int node): Enter was pressed, or a node was clicked twice.
 *   "remove-node" (int node): Delete was pressed.
 *   "node-moved" (int node, double x, double y): it was dragged, or moved by Alt and the arrows, and let go there.
 *   "node-dropped" (int node, int cluster, int zone): a member was dragged into another sector.
 *   "record-dropped" (const char *organisation, int cluster, int zone): it came from elsewhere.
 *   "menu" (int node, double x, double y): the menu of a node, or of the ground (BARY_NODE_NONE), is wanted there.
 *   "area-chosen": the set of bary_canvas_get_chosen was changed by a box selection (Shift and drag) or Ctrl and click.
 *   "camera-changed": something else is seen, or at another scale (mini-map, detail).
 */
#define BARY_TYPE_CANVAS (bary_canvas_get_type ())
G_DECLARE_FINAL_TYPE (BaryCanvas, bary_canvas, BARY, CANVAS, GtkWidget)

typedef enum {
  BARY_CANVAS_LOOK,      /* nothing can be dragged but the ground */
  BARY_CANVAS_REGROUP,   /* a member goes into another sector */
  BARY_CANVAS_PLACE,     /* a node goes where it is dragged and stays pinned; its cluster is laid out anew in every frame */
  BARY_CANVAS_ARRANGE,   /* both: in another sector a member is regrouped, in its own a node is placed */
} BaryCanvasMode;

/* @scene: (nullable): arranged. @keep_view: the same picture as before: what is seen and selected stays, and the change
 * is animated. The node with the same id stays selected. */
void              bary_canvas_set_scene    (BaryCanvas       *self,
                                            BaryScene        *scene,
                                            gboolean          keep_view);
BaryScene        *bary_canvas_get_scene    (BaryCanvas       *self);
void              bary_canvas_set_mode     (BaryCanvas       *self,
                                            BaryCanvasMode    mode);
int               bary_canvas_get_selected (BaryCanvas       *self);
void              bary_canvas_select       (BaryCanvas       *self,
                                            int               node);
/* Gives the keyboard back to the selected node, from a menu that is closed. */
void              bary_canvas_take_focus   (BaryCanvas       *self);
/* Sets are copied: a byte per node, NULL for none. */
void              bary_canvas_set_dimmed   (BaryCanvas       *self,
                                            const guint8     *set);
void              bary_canvas_set_hidden   (BaryCanvas       *self,
                                            const guint8     *set);
void              bary_canvas_set_chosen   (BaryCanvas       *self,
                                            const guint8     *set);
/* Returns: (transfer none) (nullable) */
const guint8     *bary_canvas_get_chosen   (BaryCanvas       *self);
/* What is painted beside the scene just now; its sets belong to the canvas. */
BaryFrame         bary_canvas_get_frame    (BaryCanvas       *self);
void              bary_canvas_set_lines_shown (BaryCanvas    *self,
                                            gboolean          shown);
/* BARY_DETAIL_BY_SCALE unless something else is wanted. */
void              bary_canvas_set_detail   (BaryCanvas       *self,
                                            BaryDetail        detail);
/* @theme: (nullable): NULL follows the desktop. */
void              bary_canvas_set_theme    (BaryCanvas       *self,
                                            const BaryTheme  *theme);
/* For large screens seen from afar: everything that has a size of its own is drawn so many times larger. Only looking is
 * possible then. */
void              bary_canvas_set_magnification (BaryCanvas  *self,
                                            double            magnification);
/* For pages that are read from afar: no text is cut, by the edges or by what lies over the lowest part of this height. */
void              bary_canvas_set_page     (BaryCanvas       *self,
                                            double            foot);
/* @factor: 1.2 is a step nearer */
void              bary_canvas_zoom         (BaryCanvas       *self,
                                            double            factor);
void              bary_canvas_fit          (BaryCanvas       *self);
/* Flies there. @largest: of the scale, 0 for the usual limit. */
void              bary_canvas_fly_to_box   (BaryCanvas       *self,
                                            const BaryBox    *box,
                                            double            largest);
void              bary_canvas_fly_to_node  (BaryCanvas       *self,
                                            int               node);
const BaryCamera *bary_canvas_get_camera   (BaryCanvas       *self);
void              bary_canvas_set_camera   (BaryCanvas       *self,
                                            const BaryCamera *camera,
                                            gboolean          animated);

G_END_DECLS

#pragma once

#include "bary-backdrop.h"
#include "bary-canvas-node.h"
#include "bary-canvas.h"

G_BEGIN_DECLS

/* Of a drag: what it does. */
typedef enum {
  BARY_DRAG_NOTHING,
  BARY_DRAG_GROUND, /* what is seen */
  BARY_DRAG_NODE,
  BARY_DRAG_AREA,   /* a box selection */
} BaryDrag;

struct _BaryCanvas {
  GtkWidget        parent_instance;

  BaryScene       *scene;    /* owned; NULL for none */
  BaryCanvasMode   mode;
  const BaryTheme *theme;    /* NULL follows the desktop */
  BaryDetail       detail;
  int              selected;
  int              hovered;
  int              tie;      /* the bundle that is pointed at, -1 for none */
  guint8          *dimmed, *hidden, *chosen; /* owned, nullable: a byte per node */
  gboolean         no_lines;
  double           magnification; /* 0 is the usual, 1 */
  double           foot;          /* height of what lies over its lower edge */
  gboolean         whole_texts;
  char            *hint;

  /* What is seen. */
  BaryCamera       camera;
  gboolean         fitted;   /* nobody has zoomed or moved it yet */

  GskRenderNode   *picture;  /* what was painted last; NULL: to be painted anew */
  BaryBackdrop    *backdrop; /* what it keeps of one frame for the next */

  /* What moves by itself. */
  guint            tick;
  gint64           flight_start, change_start; /* 0 when there is none */
  BaryCamera       flight_from, flight_to;
  double           progress; /* of the change of scenes */

  /* What moves with the pointer. */
  BaryDrag         drag;
  int              dragged;
  gboolean         dragging; /* far enough to be meant */
  gboolean         space_held;
  gboolean         pointing; /* a click selects: what is clicked is in sight, and must not move */
  double           pointer_x, pointer_y;       /* where it was last seen, in pixels */
  double           start_x, start_y;           /* where it began, in pixels */
  double           drag_x, drag_y;             /* where it is */
  double           start_offset_x, start_offset_y;
  double           grip_x, grip_y;             /* of the node: from its middle to the pointer, in points */
  BaryGraphLayout *start_layout;               /* sectors as they were: a node dragged along bends its own */
  double           pinch_scale;
  int              drop_cluster, drop_zone;

  /* A node moved by keys that has not been announced yet. */
  int              nudged;
  guint            nudge_source;

  GHashTable      *nodes;    /* the accessible children by node */
  GtkWidget       *tie_child; /* that of a bundle which the keyboard came to; NULL for none */
  guint            settle_source;
};

typedef enum {
  BARY_CANVAS_ACTIVATE_NODE,
  BARY_CANVAS_REMOVE_NODE,
  BARY_CANVAS_NODE_MOVED,
  BARY_CANVAS_NODE_DROPPED,
  BARY_CANVAS_RECORD_DROPPED,
  BARY_CANVAS_MENU,
  BARY_CANVAS_AREA_CHOSEN,
  BARY_CANVAS_CAMERA_CHANGED,
  BARY_CANVAS_N_SIGNALS
} BaryCanvasSignal;

extern guint bary_canvas_signals[BARY_CANVAS_N_SIGNALS];

/* bary-canvas.c */
void       bary_canvas_redraw           (BaryCanvas       *self);
int        bary_canvas_pick             (BaryCanvas       *self,
                                         double            x,
                                         double            y);
void       bary_canvas_set_hovered      (BaryCanvas       *self,
                                         int               node);
/* @tie: -1 for none */
void       bary_canvas_set_tie          (BaryCanvas       *self,
                                         int               tie);
/* Returns: -1 for none, or where a node is. */
int        bary_canvas_pick_tie         (BaryCanvas       *self,
                                         double            x,
                                         double            y);
void       bary_canvas_set_hint         (BaryCanvas       *self,
                                         const char       *hint);
/* By the person, not by the program: says so. */
void       bary_canvas_choose           (BaryCanvas       *self,
                                         const guint8     *set);
/* @beside: what was selected before; the first that is chosen takes it along, as in any list. */
void       bary_canvas_toggle_chosen    (BaryCanvas       *self,
                                         int               node,
                                         int               beside);
/* Whether the node is drawn and can be reached. */
gboolean   bary_canvas_has_node         (BaryCanvas       *self,
                                         int               node);
/* Where the keyboard begins. */
int        bary_canvas_find_start       (BaryCanvas       *self);

/* bary-canvas-paint.c */
void       bary_canvas_snapshot         (GtkWidget        *widget,
                                         GtkSnapshot      *snapshot);

/* bary-canvas-camera.c */
void       bary_canvas_look             (BaryCanvas       *self,
                                         const BaryCamera *camera,
                                         gboolean          animated);
void       bary_canvas_resized          (BaryCanvas       *self,
                                         int               width,
                                         int               height);
/* Shows all of a new scene, unless somebody has zoomed or moved it. @same: of what was seen before; it does not move
 * while all of it is in sight, and then not at once. */
void       bary_canvas_refit            (BaryCanvas       *self,
                                         gboolean          same);
void       bary_canvas_zoom_at          (BaryCanvas       *self,
                                         double            factor,
                                         double            x,
                                         double            y);
void       bary_canvas_move_to          (BaryCanvas       *self,
                                         double            offset_x,
                                         double            offset_y);
/* A node that the keyboard came to is brought into sight. */
void       bary_canvas_reveal_node      (BaryCanvas       *self,
                                         int               node);
/* From `earlier` to the scene shown. */
void       bary_canvas_begin_change     (BaryCanvas       *self,
                                         BaryScene        *earlier);
void       bary_canvas_stop             (BaryCanvas       *self);

/* bary-canvas-nodes.c */
GtkWidget *bary_canvas_find_child       (BaryCanvas       *self,
                                         int               node);
/* Of a node, in pixels. */
GdkRectangle bary_canvas_find_place     (BaryCanvas       *self,
                                         int               node);
/* Returns: (nullable): of a node that can be reached; made where there is none yet. */
GtkWidget *bary_canvas_ensure_child     (BaryCanvas       *self,
                                         int               node);
void       bary_canvas_remove_children  (BaryCanvas       *self);
void       bary_canvas_update_children  (BaryCanvas       *self);
void       bary_canvas_place_children   (BaryCanvas       *self);
void       bary_canvas_mark_children    (BaryCanvas       *self);
/* What is seen has changed: the children follow when it stands still. */
void       bary_canvas_unsettle         (BaryCanvas       *self);

/* bary-canvas-ties.c: bundles for the keyboard */
gboolean   bary_canvas_step_tie         (BaryCanvas       *self,
                                         gboolean          forward);
/* Of the one that has the keyboard. Returns: FALSE if there is none. */
gboolean   bary_canvas_choose_tie       (BaryCanvas       *self);
gboolean   bary_canvas_leave_tie        (BaryCanvas       *self);
void       bary_canvas_place_tie        (BaryCanvas       *self);

/* bary-canvas-drag.c */
void       bary_canvas_add_drag         (BaryCanvas       *self);
gboolean   bary_canvas_can_place        (BaryCanvas       *self,
                                         int               node);
gboolean   bary_canvas_can_regroup      (BaryCanvas       *self,
                                         int               node);
/* Lets go of anything in the air; nothing has happened. */
void       bary_canvas_cancel_drag      (BaryCanvas       *self);

/* bary-canvas-pointer.c, bary-canvas-keys.c */
/* Selects it and gives it the keyboard. */
void       bary_canvas_point_at         (BaryCanvas       *self,
                                         int               node);
void       bary_canvas_add_pointer      (BaryCanvas       *self);
void       bary_canvas_add_keys         (BaryCanvas       *self);

G_END_DECLS

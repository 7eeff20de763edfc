#pragma once

#include "bary-scene.h"
#include "bary-slides.h"

G_BEGIN_DECLS

/* A step of a presentation on a page: the picture above, the caption below it, never over it. The page may be a screen
 * or a sheet: all sizes are shares of its height. */

typedef struct {
  BaryCamera  camera;  /* of the picture's part of the page */
  BaryDetail  detail;
  gboolean    lines;
  guint8     *hidden, *dimmed; /* a byte per node */
  double      magnification; /* of marks and letters that have a size of their own */
  double      legend;        /* height of the room for it, below the camera's; 0: this step has none */
  double      legend_magnification;
  BaryLegendForm legend_form;
} BaryShowStepView;

/* A scene for each of the networks of a presentation, arranged; nodes of the later ones begin where the first has them, so
 * that what stays does not move. @like: (nullable): what the first begins from; @progress: (nullable).
 * Returns: (transfer full) (nullable) (element-type BaryScene): NULL if it was stopped. */
GPtrArray        *bary_show_step_arrange_scenes (const GPtrArray    *networks,
                                                 const char         *family,
                                                 BaryScene          *like,
                                                 BaryLayoutProgress  progress,
                                                 gpointer            user_data);

/* What step `step` of the presented ones shows of a scene in a picture of this size. Returns: (transfer full) */
BaryShowStepView *bary_show_step_view_new       (const GPtrArray *shown,
                                                 guint            step,
                                                 BaryScene       *scene,
                                                 double           width,
                                                 double           height);
void              bary_show_step_view_free      (BaryShowStepView *self);
/* How its scene is drawn. */
BaryFrame         bary_show_step_view_get_frame (const BaryShowStepView *self,
                                                const BaryTheme         *theme);
/* Over what the scene may have below the camera's height. */
void              bary_show_step_draw_legend    (const BaryShowStepView *self,
                                                 cairo_t                *cr,
                                                 const BaryTheme        *theme,
                                                 BaryScene              *scene);

/* The lower part of a page of this height that belongs to the caption. */
double            bary_show_step_caption_height (double height);
/* As large as it fits, in the middle of the box. @family: (nullable) */
void              bary_show_step_draw_caption   (cairo_t         *cr,
                                                 const BaryTheme *theme,
                                                 const char      *family,
                                                 const char      *caption,
                                                 double           page_height,
                                                 const BaryBox   *box);
/* A page of words alone. @below: (nullable): in smaller type */
void              bary_show_step_draw_title     (cairo_t         *cr,
                                                 const BaryTheme *theme,
                                                 const char      *family,
                                                 const char      *title,
                                                 const char      *below,
                                                 double           width,
                                                 double           height);
/* Which step it is, or whose: small, in a lower corner of a box of this size that belongs to a page of this height. */
void              bary_show_step_draw_foot      (cairo_t         *cr,
                                                 const BaryTheme *theme,
                                                 const char      *family,
                                                 const char      *text,
                                                 gboolean         right,
                                                 double           page_height,
                                                 double           width,
                                                 double           height);
/* All of it. @scene: (nullable): not needed for a title; @below: (nullable): of a title */
void              bary_show_step_draw_page      (cairo_t         *cr,
                                                 const BaryTheme *theme,
                                                 const char      *family,
                                                 const GPtrArray *shown,
                                                 guint            step,
                                                 BaryScene       *scene,
                                                 const char      *below,
                                                 double           width,
                                                 double           height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryShowStepView, bary_show_step_view_free)

G_END_DECLS

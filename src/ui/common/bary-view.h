#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A tab of the window. A new tab is a subclass with a template, a page in bary-window.ui, and nothing else. */
#define BARY_TYPE_VIEW (bary_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (BaryView, bary_view, BARY, VIEW, AdwBin)

struct _BaryViewClass {
  AdwBinClass parent_class;

  /* The session was set or replaced. Its "store" may be NULL and may change later: observe it. */
  void     (*session_changed) (BaryView *self);

  /* Selects the record if this view is its home. Returns: whether it is. */
  gboolean (*go_to)           (BaryView   *self,
                               BaryKind    kind,
                               const char *id);

  /* The diagram it shows, a BaryCanvas: what a presentation keeps a step from. */
  GtkWidget *(*get_canvas)    (BaryView   *self);

  /* Selects the record where this view has it, its home or not. Returns: whether it has it. */
  gboolean (*show_record)     (BaryView   *self,
                               BaryKind    kind,
                               const char *id);

  /* A file of a kind that is this view's to take in. Returns: whether it begins to. */
  gboolean (*take_file)       (BaryView   *self,
                               GFile      *file);
};

/* Returns: (transfer none) (nullable) */
BarySession *bary_view_get_session (BaryView    *self);
void         bary_view_set_session (BaryView    *self,
                                    BarySession *session);
gboolean     bary_view_go_to       (BaryView    *self,
                                    BaryKind     kind,
                                    const char  *id);
/* Returns: (transfer none) (nullable): NULL where no diagram is shown. */
GtkWidget   *bary_view_get_canvas  (BaryView    *self);

gboolean     bary_view_show_record (BaryView    *self,
                                    BaryKind     kind,
                                    const char  *id);

gboolean     bary_view_take_file   (BaryView    *self,
                                    GFile       *file);

G_END_DECLS

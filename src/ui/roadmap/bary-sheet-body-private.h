#pragma once

#include "bary-sheet-body.h"

G_BEGIN_DECLS

struct _BarySheetBody {
  GtkWidget      parent_instance;

  BaryYearSheet *sheet;
  BarySheetDescribe describe;
  gpointer       describe_data;
  GHashTable    *children;   /* event + 1 → BaryCanvasNode */
  GskRenderNode *painted;    /* all but what is selected or dragged; NULL when it must be painted anew */
  int            selected;
  int            width;      /* laid out for */
  gboolean       editable;
  gboolean       dark;
  gboolean       refocus;    /* the keyboard was here before the sheet was replaced */

  int            dragged;    /* event, -1 for none */
  double         drag_x;     /* where it began */
  double         drag_offset;
};

const BaryTheme *bary_sheet_body_get_theme  (BarySheetBody *self);
void             bary_sheet_body_choose     (BarySheetBody *self,
                                             int            event);
void             bary_sheet_body_lay_out    (BarySheetBody *self,
                                             int            width);

/* bary-sheet-body-input.c */
void             bary_sheet_body_add_input  (BarySheetBody *self);
/* The day that what is dragged would begin on. */
BaryDay          bary_sheet_body_get_target (BarySheetBody *self);
void             bary_sheet_body_emit       (BarySheetBody *self,
                                             const char    *signal);

/* bary-sheet-body-children.c: for the keyboard and screen readers */
void             bary_sheet_body_remake_children (BarySheetBody *self);
void             bary_sheet_body_place_children  (BarySheetBody *self);
GtkWidget       *bary_sheet_body_ensure_child    (BarySheetBody *self,
                                                  int            event);

G_END_DECLS

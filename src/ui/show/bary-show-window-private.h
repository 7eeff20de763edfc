#pragma once

#include "bary-show-stage.h"
#include "bary-show-steps.h"
#include "bary-show-window.h"

G_BEGIN_DECLS

struct _BaryShowWindow {
  GtkWindow      parent_instance;

  BaryShow      *show;
  BaryShowStage *stage;
  GtkWidget     *blank;        /* over the stage while it is visible */
  BaryShowSteps *steps;        /* the speaker's list, over the stage */

  guint          step;
  gboolean       dark;
  GString       *typed;        /* digits of the step to go to */
  guint          inhibited;
  guint          wait_source;  /* says so when reading takes long */

  guint          hide_source;  /* of the pointer */
  double         pointer_x, pointer_y;
};

typedef enum {
  BARY_SHOW_NOTHING,
  BARY_SHOW_NEXT,
  BARY_SHOW_PREVIOUS,
  BARY_SHOW_FIRST,
  BARY_SHOW_LAST,
  BARY_SHOW_BLACK,
  BARY_SHOW_WHITE,
  BARY_SHOW_LIST,
  BARY_SHOW_THEME,
  BARY_SHOW_END,
} BaryShowCommand;

/* bary-show-window.c */
void bary_show_window_do       (BaryShowWindow  *self,
                                BaryShowCommand  command);
void bary_show_window_go       (BaryShowWindow *self,
                                guint           step);
void bary_show_window_update   (BaryShowWindow *self);

/* bary-show-window-input.c */
void bary_show_window_listen   (BaryShowWindow *self);
void bary_show_window_unlisten (BaryShowWindow *self);

G_END_DECLS

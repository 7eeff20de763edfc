#pragma once

#include "bary-expert-grid.h"

G_BEGIN_DECLS

#define BARY_GRID_PADDING 8
#define BARY_GRID_NAME_LINES 2 /* of a name above its column */

/* Texts that are laid out once and painted often. */
typedef enum {
  BARY_GRID_TITLE, /* of each row */
  BARY_GRID_COUNT, /* of each row: experts */
  BARY_GRID_NAME,  /* of each expert */
  BARY_GRID_LOAD,  /* of each expert */
  BARY_GRID_SIGN,  /* of each state */
  BARY_GRID_CORNER,
  BARY_GRID_N_TEXTS
} BaryGridText;

/* In pixels, by the size of letters. */
typedef struct {
  int row_height, column_width;
  int head_height, titles_width;
  int line; /* of small letters */
} BaryGridMetrics;

typedef struct {
  guint first, end;
} BaryGridSpan;

struct _BaryExpertGrid {
  GtkWidget              parent_instance;

  /* borrowed */
  const BaryPanelTable  *table;        /* (nullable) */

  /* owned */
  GtkAdjustment         *adjustments[2]; /* (nullable): by GtkOrientation */
  guint                  policies[2];    /* of GtkScrollablePolicy */
  char                  *contest;      /* (nullable): whose table it is */
  GPtrArray             *texts[BARY_GRID_N_TEXTS]; /* of PangoLayout (nullable) */
  guint                  letters;      /* serial of the letters that the texts are laid out with */
  BaryGridMetrics        metrics;
  int                    width, height; /* that it was given last */
  guint                  row, column;  /* of the cursor */
  double                 pointer_x, pointer_y; /* negative: not here */
  gboolean               focused;
  int                    pressed_row, pressed_column;

  /* for screen readers */
  GPtrArray             *children[3];  /* of BaryCanvasNode: heads, titles, cells */
  GtkWidget             *cursors[2];   /* in turn, so that the focus moves with the cursor */
  guint                  turn;
  guint                  settling;     /* source */
};

/* bary-expert-grid-sight.c: what is in sight */
int           bary_expert_grid_get_offset  (BaryExpertGrid *self,
                                            GtkOrientation  orientation);
BaryGridSpan  bary_expert_grid_get_rows    (BaryExpertGrid *self);
BaryGridSpan  bary_expert_grid_get_columns (BaryExpertGrid *self);
/* Whether the table has a cell. */
gboolean      bary_expert_grid_has_cells   (BaryExpertGrid *self);
/* What is under a point: -1 above the rows or left of the columns. Returns: FALSE beside the table. */
gboolean      bary_expert_grid_find        (BaryExpertGrid *self,
                                            double          x,
                                            double          y,
                                            int            *row,
                                            int            *column);

/* bary-expert-grid.c: of the cell under the cursor */
void          bary_expert_grid_emit        (BaryExpertGrid *self,
                                            const char     *signal);

/* bary-expert-grid-texts.c. Returns: whether the letters are others than before. */
gboolean      bary_expert_grid_measure_letters (BaryExpertGrid *self);
void          bary_expert_grid_forget_texts (BaryExpertGrid *self);
/* Returns: (transfer none) */
PangoLayout  *bary_expert_grid_get_text    (BaryExpertGrid *self,
                                            BaryGridText    kind,
                                            guint           number);

/* bary-expert-grid-paint.c */
void          bary_expert_grid_paint       (BaryExpertGrid *self,
                                            GtkSnapshot    *snapshot);

/* bary-expert-grid-input.c */
void          bary_expert_grid_add_input   (BaryExpertGrid *self);

/* bary-expert-grid-children.c: for the keyboard and screen readers */
void          bary_expert_grid_place_children (BaryExpertGrid *self);
void          bary_expert_grid_name_cursor (BaryExpertGrid *self);
gboolean      bary_expert_grid_focus_cursor (BaryExpertGrid *self);
/* After a while without a change: names those in sight. */
void          bary_expert_grid_unsettle    (BaryExpertGrid *self);
void          bary_expert_grid_remove_children (BaryExpertGrid *self);

G_END_DECLS

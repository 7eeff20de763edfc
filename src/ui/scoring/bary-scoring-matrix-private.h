#pragma once

#include "bary-expert-grid.h"
#include "bary-scoring-matrix.h"
#include "bary-seat-popover.h"

G_BEGIN_DECLS

struct _BaryScoringMatrix {
  AdwBin           parent_instance;

  /* template */
  GtkSpinButton   *seed;
  GtkWidget       *write;
  GtkWidget       *stop;
  GtkMenuButton   *send;
  GtkBox          *receivers; /* who an assignment is sent to */
  GtkLabel        *summary;
  BaryExpertGrid  *grid;
  GtkLabel        *answer;
  GtkWidget       *doubts;    /* why the draw does not begin */
  GtkLabel        *doubts_words;

  /* borrowed */
  const BaryPanel *panel;

  /* owned */
  BarySession     *session;
  BaryPanelTable  *cells;      /* (nullable): what the grid shows */
  BarySeatPopover *popover;    /* of a cell */
  BaryPanel       *drawn;      /* (nullable): what the draw was made from: a state of its own thread */
  BaryPanelDraw   *draw;       /* (nullable): what is previewed */
  BaryAssignment  *assignment; /* (nullable) */
  BaryJob         *job;        /* (nullable): the draw that runs */
  guint            clock;      /* which tells how far it is */
  char            *shown;      /* (nullable): the contest whose seed there is */
};

/* The grid as the panel and the draw have it. */
void bary_scoring_matrix_fill         (BaryScoringMatrix *self);

/* bary-scoring-cells.c: a cell says why it is as it is, and is set by hand */
void bary_scoring_matrix_add_cells    (BaryScoringMatrix *self);
void bary_scoring_matrix_show_answer  (BaryScoringMatrix *self);
/* @mode: (nullable): of an assignment: "by_hand", "forbidden"; NULL takes away what is there */
void bary_scoring_matrix_seat         (BaryScoringMatrix *self,
                                       const char        *mode);
/* Asks for the conflict of interest that takes the expert out of the scoring of the application. */
void bary_scoring_matrix_declare      (BaryScoringMatrix *self);

/* The draw, which runs in a thread of its own; a change of the contest meanwhile ends it. */
void bary_scoring_matrix_draw         (BaryScoringMatrix *self);
void bary_scoring_matrix_forget_draw  (BaryScoringMatrix *self);
void bary_scoring_matrix_write_draw   (BaryScoringMatrix *self);

G_END_DECLS

#pragma once

#include "bary-scoring-matrix.h"

G_BEGIN_DECLS

#define BARY_MATRIX_ROW_HEIGHT 36 /* of a title as of a cell */

struct _BaryScoringMatrix {
  AdwBin           parent_instance;

  /* template */
  GtkSpinButton   *seed;
  GtkWidget       *write;
  GtkWidget       *stop;
  GtkBox          *receivers; /* who an assignment is sent to */
  GtkLabel        *summary;
  GtkScrolledWindow *titles_window;
  GtkColumnView   *titles;    /* beside the table: it stays while that is moved sideways */
  GtkScrolledWindow *table_window;
  GtkColumnView   *table;
  GtkLabel        *answer;
  GtkWidget       *doubts;    /* why the draw does not begin */
  GtkLabel        *doubts_words;

  /* borrowed */
  const BaryPanel *panel;

  /* owned */
  BarySession     *session;
  BaryPanel       *drawn;      /* (nullable): what the draw was made from: a state of its own thread */
  BaryPanelDraw   *draw;       /* (nullable): what is previewed */
  BaryAssignment  *assignment; /* (nullable) */
  BaryJob         *job;        /* (nullable): the draw that runs */
  guint            clock;      /* which tells how far it is */
  char            *shown;      /* (nullable): the contest whose columns there are */
  GHashTable      *cells;      /* of GtkListItem, not owned: those on the screen */
};

/* A cell: a sign for its state, what it means, and what a click does. */
void bary_scoring_matrix_setup_cell  (GtkSignalListItemFactory *factory,
                                      GtkListItem              *item,
                                      BaryScoringMatrix        *self);
void bary_scoring_matrix_fill_cell   (BaryScoringMatrix        *self,
                                      GtkListItem              *item);
/* The number of an application of the panel. */
guint bary_scoring_matrix_get_row    (GtkListItem              *item);

/* @rows: (nullable): numbers of applications */
void bary_scoring_matrix_set_rows    (BaryScoringMatrix        *self,
                                      GListModel               *rows);
/* Columns and rows as the panel has them; the same ones stay where they are, and so does the focus. */
void bary_scoring_matrix_build_table (BaryScoringMatrix        *self);

/* The draw, which runs in a thread of its own; a change of the contest meanwhile ends it. */
void bary_scoring_matrix_draw        (BaryScoringMatrix        *self);
void bary_scoring_matrix_forget_draw (BaryScoringMatrix        *self);
void bary_scoring_matrix_write_draw  (BaryScoringMatrix        *self);

G_END_DECLS

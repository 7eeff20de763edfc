#pragma once

#include "bary-panel-draw.h"

G_BEGIN_DECLS

/* The table of applications by experts: what stands in each cell, worked out once for all of them. */

typedef enum {
  BARY_SEATING_FREE,
  BARY_SEATING_COMMISSION, /* scored at the presentation: nobody is seated there */
  BARY_SEATING_DRAWN,
  BARY_SEATING_LEAVING,    /* drawn before, and not by the draw that is looked at */
  BARY_SEATING_STAYING,    /* drawn before, and again */
  BARY_SEATING_COMING,     /* drawn, and not written yet */
  BARY_SEATING_BY_HAND,
  BARY_SEATING_FORBIDDEN,  /* by hand too */
  BARY_SEATING_BEGUN,      /* a sheet is there */
  BARY_SEATING_SUBMITTED,
  BARY_SEATING_CONFLICT,
  BARY_N_SEATINGS
} BarySeating;

typedef struct {
  const BaryPanel *panel;
  GArray          *rows;   /* of guint: the panel's admitted applications; the columns are its experts */
  guint8          *cells;  /* rows × experts, of BarySeating */
  guint           *loads;  /* of each expert: applications */
  guint           *counts; /* of each row: experts */
  guint            most;   /* the greatest load or quota of all */
} BaryPanelTable;

/* @panel: must live as long; @draw, @assignment: (nullable): what is looked at before it is written; of a panel of the same state
 * Returns: (transfer full) */
BaryPanelTable *bary_panel_table_new         (const BaryPanel      *panel,
                                              const BaryPanelDraw  *draw,
                                              const BaryAssignment *assignment);
void            bary_panel_table_free        (BaryPanelTable       *self);

BarySeating     bary_panel_table_get         (const BaryPanelTable *self,
                                              guint                 row,
                                              guint                 expert);
guint           bary_panel_table_get_application (const BaryPanelTable *self,
                                                  guint                 row);
/* Whether a person may set an expert there or take one away: no conflict, no sheet, no decision stands against it. */
gboolean        bary_panel_table_is_settable (const BaryPanelTable *self,
                                              guint                 row,
                                              guint                 expert);

/* Returns: (transfer none): what a state means, translated */
const char     *bary_seating_to_words        (BarySeating           seating);
/* Returns: (transfer full): an expert with the load, translated: "Иванова И. И., 3 of 5" */
char           *bary_panel_table_name_expert (const BaryPanelTable *self,
                                              guint                 expert);
/* Returns: (transfer full): the load alone: "3 of 5" or "3", translated */
char           *bary_panel_table_load_to_words (const BaryPanelTable *self,
                                                guint                 expert);
/* Returns: (transfer full): a cell in a line, for a screen reader: the application, the expert, the state */
char           *bary_panel_table_name_cell   (const BaryPanelTable *self,
                                              guint                 row,
                                              guint                 expert);
/* Returns: (transfer full): why the cell is as it is: the reason with its source, the note, the load, the competence; a line each */
char           *bary_panel_table_explain     (const BaryPanelTable *self,
                                              guint                 row,
                                              guint                 expert);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPanelTable, bary_panel_table_free)

G_END_DECLS

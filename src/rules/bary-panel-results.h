#pragma once

#include "bary-marks.h"
#include "bary-panel.h"

G_BEGIN_DECLS

/* What the sheets of a contest come to. Those count that were handed in, by experts without a conflict, in their last revision; of
 * admitted applications. They stand in the order in which each expert handed in for the first time; a sheet without a time of day, as
 * one on paper may be, behind those of its day that have one. What the commission gives at the public presentation, its vote or the
 * sheet that is signed for it as the contest says, is one more sheet: it stands for no expert's, and is not compared with theirs. */

/* Where the sheet of a result comes from. */
typedef struct {
  int sheet;  /* of the panel, or -1: */
  int speech; /* whose vote it is */
} BaryResultSource;

typedef struct {
  guint     application; /* of the panel */
  guint     first;       /* of its sheets */
  guint     n_sheets;
  guint     n_experts;   /* of them by experts; those of the commission come behind */
  guint     n_shown;     /* with those behind that are for information and do not count */
  gboolean  lacks_vote;  /* the commission voted on others, and its vote counts */
  BaryTotal total;
} BaryResult;

typedef struct {
  const BaryPanel  *panel;
  BaryTotalRules    rules;
  GArray           *results; /* of BaryResult, by application */
  GArray           *sheets;  /* of BaryMarkedSheet: of each application those that count, as they were handed in, then the others */
  GArray           *sources; /* of BaryResultSource: of each sheet */
  GPtrArray        *votes;   /* of BaryScoreMark: those of votes */
  GArray           *totals;  /* of BaryScore: of each sheet */
  BaryRankingEntry *entries; /* one for each result */
  GArray           *rows;    /* of BaryRankingRow, whose entries are results */
  guint8           *winners; /* 1 for each result above the line */
} BaryPanelResults;

#define bary_panel_result(of, i) (&g_array_index ((of)->results, BaryResult, (i)))

/* @panel: must live as long. Returns: (transfer full) */
BaryPanelResults *bary_panel_results_new  (const BaryPanel        *panel);
void              bary_panel_results_free (BaryPanelResults       *self);

/* What would be decided, for bary_stability. Points into the results. */
BaryDecision      bary_panel_results_get_decision (const BaryPanelResults *self);
/* The totals of the sheets as a table of marks; votes, which are no expert's, and sheets without one are left out.
 * Returns: (transfer full) */
BaryMarks        *bary_panel_results_get_marks    (const BaryPanelResults *self);
/* How many sheets a total is the sum of, be they there yet or not; 1 where sheets are not added up. So many times the total of one
 * sheet is on the scale of the application's. */
guint             bary_panel_results_count_addends (const BaryPanelResults *self,
                                                    guint                   result);
/* Returns: (transfer full): how the total of an application came about, translated: "(21.5 + 24) / 2 = 22.75" */
char             *bary_panel_results_explain      (const BaryPanelResults *self,
                                                   guint                   result);
/* Returns: (nullable): NULL of a vote */
const BaryPanelSheet *bary_panel_results_get_sheet (const BaryPanelResults *self,
                                                    guint                   sheet);
const BaryPanelSpeech *bary_panel_results_get_vote (const BaryPanelResults *self,
                                                    guint                   sheet);
/* Returns: (transfer none): whose a sheet is, translated */
const char       *bary_panel_results_get_name     (const BaryPanelResults *self,
                                                   guint                   sheet);
/* Returns: (transfer full): the addends of a sheet: "0.3 · 4 + 0.7 · 5", behind a vote and what does not count */
char             *bary_panel_results_explain_sheet (const BaryPanelResults *self,
                                                    guint                   sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPanelResults, bary_panel_results_free)

G_END_DECLS

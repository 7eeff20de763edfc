#pragma once

#include "bary-score.h"

G_BEGIN_DECLS

/* Who comes before whom, and by which step of the rules where totals are equal. */

typedef enum {
  BARY_TIE_CRITERION, /* the higher sum of marks by one criterion, if experts are as many; else the higher mean */
  BARY_TIE_LOW_MARKS, /* fewer marks below a limit, by any criterion that counts */
  BARY_TIE_EARLIER,   /* registered earlier */
  BARY_TIE_DRAW,      /* by lot: a hash of the seed and of the id */
} BaryTieKind;

typedef struct {
  BaryTieKind  kind;
  guint        criterion;
  BaryFraction limit;
} BaryTieRule;

typedef struct {
  const char           *id;
  const char           *registered; /* (nullable): a day or a moment as ISO text, by bary_moment_compare(): none is the latest */
  BaryScore             score;
  const BaryMarkedSheet *sheets;
  guint                 n_sheets;
  guint                 n_experts; /* of the sheets: the first ones are by experts, those of the commission come behind */
  gboolean              lacks_vote; /* the commission's sheet is not there yet */
} BaryRankingEntry;

#define BARY_RANKING_BY_SCORE -1
#define BARY_RANKING_EQUAL -2
#define BARY_RANKING_UNPLACED -3

typedef struct {
  guint entry;
  guint place; /* from 1; equal ones share it; 0 without a score */
  int   step;  /* what put it behind the one before: the number of a step, or one of the above; of the first, its score */
} BaryRankingRow;

/* Entries without a score come last. The order of the input does not matter but for what is equal in all.
 * Returns: (transfer full) (element-type BaryRankingRow) */
GArray *bary_ranking_new      (const BaryScoreRules   *rules,
                               const BaryRankingEntry *entries,
                               guint                   n_entries,
                               const BaryTieRule      *steps,
                               guint                   n_steps,
                               guint64                 seed);

/* Who is above the line: the first so many, those who reach the pass mark, or both. Equal ones share the last place, so that they may
 * be more. */
typedef struct {
  guint        n_places; /* 0: no limit */
  gboolean     has_pass_mark;
  BaryFraction pass_mark;
} BaryLine;

/* @rows: of all the entries. Returns: (transfer full): 1 for each entry above the line, by the number of the entry */
guint8 *bary_line_find_winners (const BaryLine         *line,
                                const BaryRankingEntry *entries,
                                const BaryRankingRow   *rows,
                                guint                   n_rows);

/* Returns: (transfer full): what put a row behind the one before it, translated. */
char   *bary_ranking_to_words (const BaryRankingRow   *row,
                               const BaryScoreRules   *rules,
                               const BaryTieRule      *steps);

G_END_DECLS

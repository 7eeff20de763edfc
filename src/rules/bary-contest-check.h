#pragma once

#include "bary-contest-form.h"
#include "bary-panel.h"

G_BEGIN_DECLS

/* What is wrong with the template of a contest, said before anybody fills it in: what cannot work, and what is only odd. */

typedef enum {
  BARY_CONTEST_RULES, /* of totals and of the line */
  BARY_CONTEST_FORM,
  BARY_CONTEST_STAGES,
  BARY_CONTEST_CRITERIA,
  BARY_CONTEST_TIES,
} BaryContestPart;

typedef struct {
  BaryContestPart part;  /* where it is mended */
  gboolean        grave; /* the contest cannot run like this; else it is a remark */
  char           *words; /* translated */
} BaryContestFault;

typedef struct {
  const char *name;
  gboolean    submission; /* applications are taken in */
  const char *from, *to;  /* (nullable): ISO days */
} BaryContestStageDays;

/* @panel: what is scored and by which rules; only its criteria, levels, steps and rules are looked at
 * @stages: (element-type BaryContestStageDays), in their order
 * Returns: (transfer full) (element-type BaryContestFault): by part */
GPtrArray *bary_contest_check (const BaryContestForm *form,
                               const BaryPanel       *panel,
                               const GArray          *stages);

G_END_DECLS

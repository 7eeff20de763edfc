#pragma once

#include "bary-contest-guard.h"

G_BEGIN_DECLS

struct _BaryContestGuard {
  BaryStore        *store;
  char             *subject; /* (nullable) */
  char             *today;
  BaryImportReport *report;  /* borrowed */
  BaryGuardVerdict (*look) (BaryContestGuard *self, BaryRecord *record, BaryRecord *present, guint line, char **reason);

  /* of an application */
  gboolean          stale;   /* what is here is newer */
  gboolean          closed;  /* reviewed already: nothing of it changes any more */

  /* of sheets */
  GHashTable       *passed;  /* ids of sheets that are passed over */
  GHashTable       *taken;   /* of those that are new */
  GHashTable       *seats;   /* of the applications that the subject is to score; NULL: not read yet */
  GPtrArray        *sheets;  /* of the subject that are here or are taken; NULL: not read yet */
  char             *judged;  /* (nullable): the contest that is late or is not */
  gboolean          late;
};

BaryGuardVerdict bary_contest_guard_look_at_application (BaryContestGuard  *self,
                                                         BaryRecord        *record,
                                                         BaryRecord        *present,
                                                         guint              line,
                                                         char             **reason);
BaryGuardVerdict bary_contest_guard_look_at_scores      (BaryContestGuard  *self,
                                                         BaryRecord        *record,
                                                         BaryRecord        *present,
                                                         guint              line,
                                                         char             **reason);

/* @words: translated */
void             bary_contest_guard_tell                (BaryContestGuard  *self,
                                                         BaryRecord        *record,
                                                         guint              line,
                                                         const char        *words);

G_END_DECLS

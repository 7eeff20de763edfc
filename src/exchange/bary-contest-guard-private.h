#pragma once

#include "bary-contest-guard.h"

G_BEGIN_DECLS

struct _BaryContestGuard {
  BaryStore        *store;
  char             *subject; /* (nullable) */
  char             *today;
  BaryImportReport *report;  /* borrowed */
  BaryGuardVerdict (*look) (BaryContestGuard *self, BaryRecord *record, BaryRecord *present, guint line, char **reason);
  GError           *failure; /* (nullable): of the database; while it stands, no verdict counts */

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

/* Where reading the database puts its error: the first one is kept. Returns: (nullable) */
GError         **bary_contest_guard_get_failure         (BaryContestGuard  *self);
/* Returns: (transfer full) (nullable) */
BaryRecord      *bary_contest_guard_find                (BaryContestGuard  *self,
                                                         BaryKind           kind,
                                                         const char        *id);
/* @words: translated */
void             bary_contest_guard_tell                (BaryContestGuard  *self,
                                                         BaryRecord        *record,
                                                         guint              line,
                                                         const char        *words);

G_END_DECLS

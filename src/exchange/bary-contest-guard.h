#pragma once

#include "bary-import.h"
#include "bary-package-kind.h"

G_BEGIN_DECLS

/* What a school may say of its application, and an expert of the sheets, beyond what belongs to them: the centre numbers and
 * admits applications, and a sheet that was handed in is never overwritten. Each record of such a package is looked at in its
 * order before it is handed on; what became of each application and sheet is told in the report: new, newer, older, foreign,
 * late, changed on both sides. What is the same here is only counted. */
typedef struct _BaryContestGuard BaryContestGuard;

typedef enum {
  BARY_GUARD_TAKE,
  BARY_GUARD_PASS_OVER, /* the rest of the package comes in without it */
  BARY_GUARD_REFUSE,    /* the whole */
  BARY_GUARD_FAIL,      /* what is here could not be read */
} BaryGuardVerdict;

/* @subject: (nullable): id of the record that the package is of; @today: ISO
 * @report: borrowed; gets the notices
 * Returns: (transfer full) (nullable): NULL for kinds of packages that it has nothing to say of. */
BaryContestGuard *bary_contest_guard_new      (BaryStore              *store,
                                               const BaryPackageKind  *kind,
                                               const char             *subject,
                                               const char             *today,
                                               BaryImportReport       *report);
void              bary_contest_guard_free     (BaryContestGuard       *self);

/* The record may be changed: what the centre decides stays as it is.
 * @present: (nullable): what stands here under its id; @line: in the package
 * @reason: (out) (transfer full): why it is refused
 * @error: set with BARY_GUARD_FAIL alone */
BaryGuardVerdict  bary_contest_guard_look     (BaryContestGuard       *self,
                                               BaryRecord             *record,
                                               BaryRecord             *present,
                                               guint                   line,
                                               char                  **reason,
                                               GError                **error);

/* Whether the sender's word on a record stands against edits made here. */
gboolean          bary_contest_guard_prevails (const BaryContestGuard *self,
                                               BaryRecord             *record);

/* Whether the application still changes: not where what came is older, or it was reviewed. Asked after the last record. */
gboolean          bary_contest_guard_is_open  (const BaryContestGuard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryContestGuard, bary_contest_guard_free)

G_END_DECLS

#pragma once

#include "bary-contest-form.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Reads the form that a contest asks to be filled in, without answers.
 * Returns: (transfer full) (nullable) */
BaryContestForm *bary_store_read_contest_form (BaryStore   *self,
                                               BaryRecord  *contest,
                                               GError     **error);

/* Reads the form of an application with its answers and the names of its appendices.
 * Returns: (transfer full) (nullable) */
BaryContestForm *bary_store_read_application (BaryStore    *self,
                                               BaryRecord   *application,
                                               GError      **error);

/* Adds what gives a field another answer; what is empty is no record. Places as in bary-contest-form.h.
 * @value: (nullable) */
gboolean         bary_store_collect_answer   (BaryStore    *self,
                                              BaryRecord   *application,
                                              const char   *field,
                                              const guint   place[3],
                                              const char   *value,
                                              BaryChanges  *changes,
                                              GError      **error);

/* Adds the answers that the directory knows: the fields' own sources say which. */
gboolean         bary_store_collect_prefill  (BaryStore    *self,
                                              BaryRecord   *application,
                                              BaryChanges  *changes,
                                              GError      **error);

G_END_DECLS

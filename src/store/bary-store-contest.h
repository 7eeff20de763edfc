#pragma once

#include "bary-contest-form.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Of a kind, those whose reference leads to a record, by their order if they have one; levels of a criterion by their marks.
 * Returns: (transfer full) (element-type BaryRecord) (nullable) */
GPtrArray       *bary_store_select_parts     (BaryStore    *self,
                                              BaryKind      kind,
                                              const char   *reference,
                                              const char   *id,
                                              GError      **error);

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

#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What was typed since the last pause: of each place the last text. */

/* Returns: (transfer full): of BaryAnswerEdit */
GPtrArray *bary_answer_edits_new     (void);

/* @place: as in bary_store_collect_answer */
void       bary_answer_edits_put     (GPtrArray    *edits,
                                      const char   *field,
                                      const guint   place[3],
                                      const char   *text);
/* Adds what saving must do. */
gboolean   bary_answer_edits_collect (GPtrArray    *edits,
                                      BaryStore    *store,
                                      BaryRecord   *application,
                                      BaryChanges  *changes,
                                      GError      **error);

G_END_DECLS

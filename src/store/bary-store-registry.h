#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* The register of a contest: under what number an application stands, and what came too late. */

/* The number of the next application. */
gboolean bary_store_find_next_number (BaryStore   *self,
                                      const char  *contest,
                                      guint       *number,
                                      GError     **error);
/* Whether a day lies behind the last of a stage, its days of grace included. A stage without an end is never over.
 * @stage: its kind: "submission" or "content" */
gboolean bary_store_is_stage_over    (BaryStore   *self,
                                      const char  *contest,
                                      const char  *stage,
                                      const char  *day,
                                      gboolean    *over,
                                      GError     **error);
/* Whether an application was once assigned to an expert, whatever became of that. */
gboolean bary_store_had_seat         (BaryStore   *self,
                                      const char  *expert,
                                      const char  *application,
                                      gboolean    *had,
                                      GError     **error);

G_END_DECLS

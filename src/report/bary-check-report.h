#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

/* What a check of a database has found, as a page to be signed and kept. */

typedef struct {
  const char *part;
  const char *found; /* (nullable) */
  gboolean    done;  /* whether it was looked at */
  guint       n_problems;
} BaryCheckLine;

/* @file: what was checked, at this moment
 * @problems: (element-type utf8): a sentence for each
 * Returns: (transfer full) */
BaryReport *bary_check_report_new (const char          *file,
                                   const BaryCheckLine *lines,
                                   guint                n_lines,
                                   GPtrArray           *problems);

/* Returns: a translated word or two */
const char *bary_check_line_get_outcome (const BaryCheckLine *line);

G_END_DECLS

#pragma once

#include "bary-report.h"

G_BEGIN_DECLS

/* A document with all that one can have, of @n_rows rows. Returns: (transfer full) */
BaryReport *bary_test_report_new    (guint       n_rows,
                                     gboolean    sideways);
/* Returns: (transfer full): @n_words words, the same for the same @seed. */
char       *bary_test_report_words  (GRand      *rand,
                                     guint       n_words);

G_END_DECLS

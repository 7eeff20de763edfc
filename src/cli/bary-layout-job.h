#pragma once

#include "bary-graph-file.h"

G_BEGIN_DECLS

/* One run of the command "layout". */
typedef struct {
  const char       *input;
  const char       *previous; /* (nullable) */
  const char       *output;   /* (nullable): standard output is the caller's */
  BaryLayoutScheme  scheme;
} BaryLayoutJob;

/* Names as the command line has them: "groups", "network" … Returns: FALSE if there is none. */
gboolean bary_layout_job_parse_scheme (const char           *name,
                                       BaryLayoutScheme     *scheme);

/* @measure: (nullable): where it is NULL, a graph with a label to be measured gives NULL without an error.
 * Returns: (transfer full) (nullable): the answer, written already where the job has an output. Nothing is written
 * if it fails. */
GString *bary_layout_job_run          (const BaryLayoutJob  *self,
                                       BaryMeasureLabel      measure,
                                       gpointer              user_data,
                                       GError              **error);

G_END_DECLS

#pragma once

#include "bary-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The bar at the bottom of the window: what is being done, how far, and a button that cancels it.
 * It comes only when the work takes longer than a moment. */
#define BARY_TYPE_JOB_BAR (bary_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (BaryJobBar, bary_job_bar, BARY, JOB_BAR, AdwBin)

/* Shows the job until it ends; one after another when there are several. */
void bary_job_bar_add (BaryJobBar *self,
                       BaryJob    *job);

G_END_DECLS

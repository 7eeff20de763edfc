#pragma once

#include "bary-export.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* Writes a picture while the window goes on, with a bar that can be cancelled; says where it is, or why it is not.
 * @export: (transfer full) */
void bary_export_job_run (BarySession *session,
                          BaryExport  *export,
                          const char  *path);

G_END_DECLS

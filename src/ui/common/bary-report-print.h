#pragma once

#include "bary-report.h"
#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A document leaves the window, on the sheets that it was made for.
 * @report: (transfer full) */

/* The desktop's dialog, with preview. */
void bary_report_print (GtkWindow   *parent,
                        BarySession *session,
                        BaryReport  *report);

/* Into a file whose name says the format, written in the window's bar of jobs. */
void bary_report_write (BarySession *session,
                        BaryReport  *report,
                        const char  *path);

/* The same for bytes that something else has made. @bytes: (transfer full) */
void bary_report_write_bytes (BarySession *session,
                              GBytes      *bytes,
                              const char  *path);

G_END_DECLS

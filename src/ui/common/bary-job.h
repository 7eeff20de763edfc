#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something long that runs in a thread of its own: what it is, how far it is, and whether it was cancelled. */
#define BARY_TYPE_JOB (bary_job_get_type ())
G_DECLARE_FINAL_TYPE (BaryJob, bary_job, BARY, JOB, GObject)

/* In the thread. Returns: FALSE with an error when it failed. */
typedef gboolean (*BaryJobWork) (BaryJob   *job,
                                 gpointer   data,
                                 GError   **error);
/* Back in the window's thread; @error is NULL on success. */
typedef void     (*BaryJobDone) (gpointer      owner,
                                 gpointer      data,
                                 const GError *error);

typedef double   (*BaryJobFraction) (gpointer object);

/* @title: what a person reads while it runs */
BaryJob      *bary_job_new             (const char     *title);

/* @owner: (transfer none): kept alive until `done` has run; @data: (transfer full): freed after it */
void          bary_job_run             (BaryJob        *self,
                                        BaryJobWork     work,
                                        BaryJobDone     done,
                                        GObject        *owner,
                                        gpointer        data,
                                        GDestroyNotify  destroy);

const char   *bary_job_get_title       (BaryJob        *self);
gboolean      bary_job_is_running      (BaryJob        *self);
GCancellable *bary_job_get_cancellable (BaryJob        *self);

/* Where to ask how far it is, from 0 to 1: @fraction is called in the window's thread while the work runs.
 * @object: (transfer none) */
void          bary_job_set_source      (BaryJob        *self,
                                        BaryJobFraction fraction,
                                        GObject        *object);
/* From 0 to 1; -1 when nobody knows. */
double        bary_job_get_fraction    (BaryJob        *self);

G_END_DECLS

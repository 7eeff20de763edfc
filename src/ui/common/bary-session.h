#pragma once

#include "bary-job.h"
#include "bary-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the views of one window have in common: the open store, the day shown, the selected cluster.
 * Views observe it and never call one another.
 *
 * Properties: "store" (BaryStore, nullable), "day" (ISO text, never NULL), "cluster" (id, nullable), "school-year" (int: the
 *   one whose plans are shown, named by the year it starts in).
 * Signals:
 *   "go-to" (guint kind, const char *id): somebody wants to see a record; the window shows the view
 *     that has it, and that view selects it.
 *   "acted" (const char *words): an action was committed; the window offers to undo it.
 *   "failed" (const char *message): something was refused; the window says so.
 *   "told" (const char *message): something was done; the window says so.
 *   "exchanged" (): a package came, went or waits.
 *   "working" (BaryJob *job): a job runs; the window shows it in its bar until it ends.
 *   "show" (const char *tab, guint kind, const char *id): somebody wants to see a record in a certain tab, by its
 *     name, which need not be the record's home.
 */
#define BARY_TYPE_SESSION (bary_session_get_type ())
G_DECLARE_FINAL_TYPE (BarySession, bary_session, BARY, SESSION, GObject)

BarySession *bary_session_new         (void);

/* @store: (nullable) */
void         bary_session_set_store   (BarySession  *self,
                                       BaryStore    *store);
/* Returns: (transfer none) (nullable) */
BaryStore   *bary_session_get_store   (BarySession  *self);

const char  *bary_session_get_day     (BarySession  *self);
void         bary_session_set_day     (BarySession  *self,
                                       const char   *day);
const char  *bary_session_get_cluster (BarySession  *self);
void         bary_session_set_cluster (BarySession  *self,
                                       const char   *id);

int          bary_session_get_school_year (BarySession *self);
void         bary_session_set_school_year (BarySession *self,
                                           int          year);

/* Commits, and tells the window: a toast with Undo on success, the reason on failure.
 * @name, @subject: as in bary_store_commit. Returns: whether it was written. */
gboolean     bary_session_commit      (BarySession  *self,
                                       const char   *name,
                                       const char   *subject,
                                       BaryChanges  *changes);
/* What a worker committed through a connection of its own is there: shows it, and offers to undo it. */
void         bary_session_announce    (BarySession  *self);
/* Return: whether there was something, and it was done. */
gboolean     bary_session_undo        (BarySession  *self);
gboolean     bary_session_redo        (BarySession  *self);

void         bary_session_go_to       (BarySession  *self,
                                       BaryKind      kind,
                                       const char   *id);
/* @tab: as "network". See bary_view_show_record. */
void         bary_session_show        (BarySession  *self,
                                       const char   *tab,
                                       BaryKind      kind,
                                       const char   *id);
void         bary_session_fail        (BarySession  *self,
                                       const GError *error);
/* Something went well that nobody sees. */
void         bary_session_tell        (BarySession  *self,
                                       const char   *message);
/* What a job that writes a file came to: where the file is, or why it is not there.
 * @pattern: translated, its %s is the name of the file; @error: (nullable) */
void         bary_session_tell_file   (BarySession  *self,
                                       const char   *pattern,
                                       const char   *path,
                                       const GError *error);

/* The journal of packages has another line. */
void         bary_session_note_exchange (BarySession *self);

/* As bary_job_run, with the job in the window's bar. */
void         bary_session_run         (BarySession    *self,
                                       BaryJob        *job,
                                       BaryJobWork     work,
                                       BaryJobDone     done,
                                       GObject        *owner,
                                       gpointer        data,
                                       GDestroyNotify  destroy);

G_END_DECLS

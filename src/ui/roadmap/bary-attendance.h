#pragma once

#include "bary-changes.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who took part in an event: a row for each school that must or may, and for its host, with how many came.
 * Signal "edited": somebody was ticked, or a number written. */
#define BARY_TYPE_ATTENDANCE (bary_attendance_get_type ())
G_DECLARE_FINAL_TYPE (BaryAttendance, bary_attendance, BARY, ATTENDANCE, AdwBin)

/* Returns: (nullable): NULL with an error if the plan cannot be read. */
GtkWidget *bary_attendance_new         (BarySession    *session,
                                        BaryRecord     *event,
                                        GError        **error);

/* How many people came from all of them together. */
guint      bary_attendance_count       (BaryAttendance *self);

/* Adds what saving must do: whoever has no record of taking part gets one once it came. Until anybody came, nothing is said
 * about those who did not. */
void       bary_attendance_collect     (BaryAttendance *self,
                                        BaryChanges    *changes);
/* What is ticked and numbered, as texts by the schools' ids: to be kept, and to be shown again. */
void       bary_attendance_keep        (BaryAttendance *self,
                                        GHashTable     *texts);
void       bary_attendance_recall      (BaryAttendance *self,
                                        GHashTable     *texts);

G_END_DECLS

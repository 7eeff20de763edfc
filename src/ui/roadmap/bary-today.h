#pragma once

#include "bary-roadmap-year.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is overdue, due today and due in the next two weeks, each with the button that does it. Computed, never stored.
 *
 * Signals: "event-chosen" (const char *id); "done" (guint obligation): of bary_today_get; "write"
 * (guint obligation): a letter of an event. */
#define BARY_TYPE_TODAY (bary_today_get_type ())
G_DECLARE_FINAL_TYPE (BaryToday, bary_today, BARY, TODAY, AdwBin)

/* @year: with its plan; @fitting: a byte per event; @rows: a byte per roadmap; @editable: whether anything can be done */
void                  bary_today_show      (BaryToday       *self,
                                            BaryRoadmapYear *year,
                                            const guint8    *fitting,
                                            const guint8    *rows,
                                            BaryDay          today,
                                            gboolean         editable);
/* How many are overdue, and how many are due today or overdue. */
void                  bary_today_count     (BaryToday       *self,
                                            guint           *n_overdue,
                                            guint           *n_due);
const BaryObligation *bary_today_get       (BaryToday       *self,
                                            guint            obligation);

G_END_DECLS

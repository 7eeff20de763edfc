#pragma once

#include "bary-roadmap-year.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The events as a list across the months, each month under its name.
 *
 * Signals: "selected" (int event), "activated" (int event): events are those of the year. */
#define BARY_TYPE_AGENDA (bary_agenda_get_type ())
G_DECLARE_FINAL_TYPE (BaryAgenda, bary_agenda, BARY, AGENDA, AdwBin)

/* @fitting: a byte per event */
void bary_agenda_show         (BaryAgenda      *self,
                               BaryRoadmapYear *year,
                               const guint8    *fitting);
void bary_agenda_set_selected (BaryAgenda      *self,
                               int              event);

G_END_DECLS

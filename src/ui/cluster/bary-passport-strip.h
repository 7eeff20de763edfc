#pragma once

#include "bary-cluster-state.h"
#include "bary-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The passport of a cluster: four chips, each fulfilled or with the number of what is missing; a click lists
 * what is missing, and each row of the list leads to where it is mended.
 *
 * Signal "mend" (int fix, const char *record): see BaryPassportGap. */
#define BARY_TYPE_PASSPORT_STRIP (bary_passport_strip_get_type ())
G_DECLARE_FINAL_TYPE (BaryPassportStrip, bary_passport_strip, BARY, PASSPORT_STRIP, GtkWidget)

/* @state: (nullable) */
void bary_passport_strip_show (BaryPassportStrip *self,
                               BaryStore         *store,
                               BaryClusterState  *state);

G_END_DECLS

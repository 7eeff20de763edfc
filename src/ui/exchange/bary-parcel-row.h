#pragma once

#include "bary-parcels.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A line of the journal for a person: what, from or for whom, when, and how far it was trusted. What waits has a button
 * that opens it again, what came in has one that writes a receipt.
 * Actions that its buttons activate: "win.import-file" (s), "exchange.receipt" (s), the id of the package. */
GtkWidget *bary_parcel_row_new (const BaryParcel *parcel);

G_END_DECLS

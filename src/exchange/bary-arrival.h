#pragma once

#include "bary-manifest.h"
#include "bary-parcels.h"

G_BEGIN_DECLS

/* Writes into a new line of the journal what a package that came says of itself, whether it came in or was refused. */
void bary_arrival_describe (BaryParcel         *parcel,
                            const BaryManifest *manifest);

G_END_DECLS

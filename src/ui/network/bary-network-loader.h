#pragma once

#include "bary-scene.h"
#include "bary-session.h"
#include "bary-store-network.h"

G_BEGIN_DECLS

/* Reads a network and lays it out: a small one at once, a large one in a thread of its own, with progress in the
 * window's bar. The last request counts: what was asked before and is not ready yet is given up.
 *
 * Signals:
 *   "arrived" (gpointer scene, gboolean whole): a BaryScene, arranged; unless it is `whole`, it is a first look while the
 *     layout goes on.
 *   "stopped" (gpointer error): a GError of why there is no picture; a cancelled one if a person did that. */
#define BARY_TYPE_NETWORK_LOADER (bary_network_loader_get_type ())
G_DECLARE_FINAL_TYPE (BaryNetworkLoader, bary_network_loader, BARY, NETWORK_LOADER, GObject)

BaryNetworkLoader *bary_network_loader_new    (void);

/* @request: copied; @family: (nullable): of the font. Starts from where things stood when they were last laid out. */
void               bary_network_loader_load   (BaryNetworkLoader        *self,
                                               BarySession              *session,
                                               const BaryNetworkRequest *request,
                                               const char               *family);
/* Gives up what is being read. */
void               bary_network_loader_stop   (BaryNetworkLoader        *self);
gboolean           bary_network_loader_is_working (BaryNetworkLoader    *self);

G_END_DECLS

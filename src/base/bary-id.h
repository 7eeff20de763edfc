#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Identifiers are UUIDs of version 7 (RFC 9562, section 5.7) in lower-case text: ordered by
 * the time of their making, so that new rows land at the end of an index. */

#define BARY_ID_LENGTH 36

/* Returns: (transfer full): a new identifier, greater than any made before in this process. */
char     *bary_id_new      (void);

/* Any lower-case UUID is accepted: other programs may make other versions. */
gboolean  bary_id_is_valid (const char *text);

G_END_DECLS

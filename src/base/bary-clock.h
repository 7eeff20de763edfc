#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hybrid logical clock: Kulkarni, Demirbas et al., «Logical Physical Clocks», 2014.
 * A stamp holds milliseconds since 1970 in its upper 48 bits and a counter in its lower 16;
 * stamps never go back, even when the computer's clock does. */
typedef gint64 BaryStamp;

/* The first stamp after `last` at physical time `now_ms`. Pure. */
BaryStamp  bary_stamp_next        (BaryStamp  last,
                                   gint64     now_ms);

gint64     bary_stamp_get_ms      (BaryStamp  stamp);

/* Returns: (transfer full): local date and time, ISO 8601, to the second. */
char      *bary_stamp_to_string   (BaryStamp  stamp);

/* How far, in milliseconds, the computer's clock stands behind what was already written; 0 if it does not. */
gint64     bary_stamp_get_lag     (BaryStamp  last,
                                   gint64     now_ms);

G_END_DECLS

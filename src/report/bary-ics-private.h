#pragma once

#include "bary-ics.h"

G_BEGIN_DECLS

/* Looks over a file before it is parsed: that it is a calendar, whole, and of a size that people make. The same pass notes
 * where events begin. @lines: (out) (transfer full): guint each
 * Returns: (transfer full) (nullable): its text, without a mark at the beginning and without control characters */
char     *bary_ics_scan       (GBytes      *bytes,
                               GArray     **lines,
                               GError     **error);

/* What stands in a file as text: valid, without control characters but line breaks, and without spaces at its ends, which
 * other programs drop. @text: (nullable)
 * Returns: (transfer full) (nullable): NULL for an empty one */
char     *bary_ics_clean      (const char  *text);

/* Local time of a zone ↔ seconds since 1970. */
gint64    bary_ics_to_unix    (GTimeZone   *zone,
                               const char  *day,
                               int          hour,
                               int          minute);

/* Adds a remark that begins with the line. @message: translated */
void      bary_ics_add_remark (BaryIcs     *self,
                               guint        line,
                               const char  *message);

G_END_DECLS

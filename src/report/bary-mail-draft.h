#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A letter that a person has yet to send: a file that mail programs open in their editor (RFC 5322 with the header
 * X-Unsent). The program itself sends nothing. */

typedef struct {
  const char *name; /* of the file, as the reader sees it: "Анонс.ics" */
  const char *type; /* "text/calendar": text is UTF-8 */
  GBytes     *bytes;
} BaryMailAttachment;

/* @to: addresses, ends with NULL
 * @attachments: (array length=n_attachments)
 * Returns: (transfer full) */
GBytes *bary_mail_draft_new (const char *const        *to,
                             const char               *subject,
                             const char               *text,
                             const BaryMailAttachment *attachments,
                             guint                     n_attachments);

G_END_DECLS

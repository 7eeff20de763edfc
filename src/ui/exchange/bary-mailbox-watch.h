#pragma once

#include "bary-mailbox.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* Looks into the shared folder, away from the window: when something is written there, and now and then all the same,
 * because servers do not tell.
 *
 * Signal "changed": something else is there. */
#define BARY_TYPE_MAILBOX_WATCH (bary_mailbox_watch_get_type ())
G_DECLARE_FINAL_TYPE (BaryMailboxWatch, bary_mailbox_watch, BARY, MAILBOX_WATCH, GObject)

BaryMailboxWatch *bary_mailbox_watch_new         (BarySession      *session);

/* @folder: (nullable): NULL: none */
void              bary_mailbox_watch_set_folder  (BaryMailboxWatch *self,
                                                  const char       *folder);
/* Returns: (nullable) */
const char       *bary_mailbox_watch_get_folder  (BaryMailboxWatch *self);

/* Returns: (transfer none) (element-type BaryMail): all that lies there, as it was seen last; until "changed". */
GPtrArray        *bary_mailbox_watch_get_mails   (BaryMailboxWatch *self);
guint             bary_mailbox_watch_count       (BaryMailboxWatch *self,
                                                  BaryMailState     state);
/* Returns: (nullable): why the folder could not be read, translated. */
const char       *bary_mailbox_watch_get_trouble (BaryMailboxWatch *self);

G_END_DECLS

#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The shared folder: which it is, how many new packages lie there, and the button that takes them in, one after another.
 * Signal "counted" (guint): how many are new now. */
#define BARY_TYPE_MAILBOX_GROUP (bary_mailbox_group_get_type ())
G_DECLARE_FINAL_TYPE (BaryMailboxGroup, bary_mailbox_group, BARY, MAILBOX_GROUP, AdwBin)

void bary_mailbox_group_set_session (BaryMailboxGroup *self,
                                     BarySession      *session);

G_END_DECLS

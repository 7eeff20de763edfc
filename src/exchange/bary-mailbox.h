#pragma once

#include "bary-exchange-error.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* A folder that several centres see, on a disk, a stick or a server, as a mailbox: each puts whole packages there that
 * nobody changes any more (see bary_dispatch_write), and takes those of the others. What lies there under whatever name,
 * how often, half-copied or cut off, does no harm: a package is what its contents say. Nothing is ever written to or
 * removed from what others put there. */
typedef struct _BaryMailbox BaryMailbox;

typedef enum {
  BARY_MAIL_NEW,     /* whole, and not taken in yet */
  BARY_MAIL_PARTIAL, /* begins as a package for this database, and is not whole: it may still be arriving */
  BARY_MAIL_OWN,     /* this database put it there */
  BARY_MAIL_KNOWN,   /* it was taken in */
  BARY_MAIL_TWICE,   /* another file there holds the same package */
  BARY_MAIL_OTHERS,  /* for another reader */
  BARY_MAIL_REFUSED, /* it was refused, and is what it was then */
  BARY_MAIL_EARLY,   /* it builds on packages that have not come in yet */
} BaryMailState;

typedef struct {
  char          *path;
  BaryMailState  state;
  char          *package;  /* its id */
  char          *kind;
  char          *sender;   /* (nullable): a name */
  char          *created;
  guint64        sequence;
  char          *reason;   /* (nullable): of one that is not whole or was refused, translated */
} BaryMail;

void         bary_mail_free          (BaryMail      *self);
/* As on the command line. */
const char  *bary_mail_state_to_word (BaryMailState  state);

BaryMailbox *bary_mailbox_new        (const char    *folder);
void         bary_mailbox_free       (BaryMailbox   *self);
const char  *bary_mailbox_get_folder (BaryMailbox   *self);

/* What is there now; files that are no packages are left out. A file that has not changed since the last look is not
 * read again; one that is for this database is read by a process of its own first. From one thread at a time.
 * Returns: (transfer full) (element-type BaryMail) (nullable): in the order in which they were made; NULL with
 * BARY_EXCHANGE_ERROR_FOLDER where the folder cannot be read. */
GPtrArray   *bary_mailbox_look       (BaryMailbox   *self,
                                      BaryStore     *store,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryMail, bary_mail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryMailbox, bary_mailbox_free)

G_END_DECLS

#pragma once

#include "bary-dispatch.h"
#include "bary-session.h"

G_BEGIN_DECLS

/* A package that a person has asked for, with all that its making needs away from the window. */
typedef struct {
  char         *database;
  char         *subject;
  char         *addressee;
  char         *addressee_id;
  char         *since;
  BaryDispatch  dispatch; /* points to the above */
} BaryDispatchOrder;

BaryDispatchOrder *bary_dispatch_order_new   (BaryStore         *store,
                                              const BaryDispatch *dispatch);
void               bary_dispatch_order_free  (BaryDispatchOrder *self);

/* These make it, in the window's bar of work, and tell what became of it.
 * @self: (transfer full); @passphrase: (nullable) */
void               bary_dispatch_order_save  (BaryDispatchOrder *self,
                                              BarySession       *session,
                                              const char        *passphrase,
                                              const char        *path);
/* As the attachment of a letter, which the mail program opens. @parent: of what has to be said */
void               bary_dispatch_order_mail  (BaryDispatchOrder *self,
                                              BarySession       *session,
                                              const char        *passphrase,
                                              const char        *name,
                                              GtkWindow         *parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDispatchOrder, bary_dispatch_order_free)

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BARY_EXCHANGE_ERROR (bary_exchange_error_quark ())

typedef enum {
  BARY_EXCHANGE_ERROR_UNSIGNED,    /* nobody has signed the package */
  BARY_EXCHANGE_ERROR_UNKNOWN,     /* nobody has confirmed the key of its sender */
  BARY_EXCHANGE_ERROR_CHANGED_KEY, /* the sender had another key, which does not vouch for this one */
  BARY_EXCHANGE_ERROR_ADDRESSEE,   /* the package is for somebody else */
  BARY_EXCHANGE_ERROR_REPLAY,      /* its id or its number belongs to a package that came before */
  BARY_EXCHANGE_ERROR_OVERSTEPS,   /* it holds what its kind or its sender may not send */
  BARY_EXCHANGE_ERROR_KEY,         /* one's own key cannot be read or written */
  BARY_EXCHANGE_ERROR_PASSPHRASE,  /* the key is locked, and the passphrase does not open it */
  BARY_EXCHANGE_ERROR_KIND,        /* there is no such kind of package, or it is not made so */
  BARY_EXCHANGE_ERROR_FOLDER,      /* the shared folder cannot be read */
} BaryExchangeError;

GQuark bary_exchange_error_quark (void);

G_END_DECLS

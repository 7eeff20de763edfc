#include "bary-dispatch-run.h"

#include "bary-config.h"
#include "bary-dispatch-order.h"
#include "bary-parcels.h"
#include "bary-unlock.h"

#include <glib/gi18n-lib.h>

typedef struct {
  BarySession       *session;
  BaryDispatchOrder *order; /* (nullable): until it is made */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_clear_pointer (&asking->order, bary_dispatch_order_free);
  g_free (asking);
}

static void
unlocked_cb (const char *path,
             const char *passphrase,
             gpointer    data)
{
  Asking *asking = data;

  bary_dispatch_order_save (g_steal_pointer (&asking->order), asking->session, passphrase, path);
}

void
bary_dispatch_ask (GtkWidget          *widget,
                   BarySession        *session,
                   const BaryDispatch *dispatch,
                   const char         *name)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->order = bary_dispatch_order_new (bary_session_get_store (session), dispatch);
  bary_unlock_file (widget, session, _("Save the package"), name, unlocked_cb, asking, asking_free);
}

void
bary_dispatch_ask_back (GtkWidget             *widget,
                        BarySession           *session,
                        const BaryPackageKind *kind,
                        const char            *subject,
                        const char            *came,
                        const char            *of,
                        const char            *name)
{
  BaryDispatch dispatch = { kind, subject, kind->profile };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryParcel) parcel = bary_store_find_received (bary_session_get_store (session), came, of, &error);

  if (error != NULL)
    {
      bary_session_fail (session, error);
      return;
    }
  if (parcel != NULL && parcel->peer_id != NULL)
    {
      dispatch.addressee = parcel->peer;
      dispatch.addressee_id = parcel->peer_id;
    }
  bary_dispatch_ask (widget, session, &dispatch, name);
}

#include "bary-dispatch-run.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-dispatch-order.h"
#include "bary-parcels.h"
#include "bary-unlock.h"

#include <glib/gi18n-lib.h>

/* What is asked for on the way. */
typedef struct {
  BarySession       *session;
  GtkWidget         *widget;
  BaryDispatchOrder *order; /* (nullable): once it is made */
  char              *path;  /* (nullable): while it is asked for */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->session);
  g_object_unref (asking->widget);
  g_clear_pointer (&asking->order, bary_dispatch_order_free);
  g_free (asking->path);
  g_free (asking);
}

static void
unlocked_cb (const char *passphrase,
             gpointer    data)
{
  Asking *asking = data;

  bary_dispatch_order_save (g_steal_pointer (&asking->order), asking->session, passphrase, asking->path);
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  Asking *asking = data;
  BaryStore *store = bary_session_get_store (asking->session);

  asking->path = file != NULL ? g_file_get_path (file) : NULL;
  if (asking->path != NULL && store != NULL)
    bary_unlock (asking->widget, store, unlocked_cb, asking, asking_free);
  else
    asking_free (asking);
}

void
bary_dispatch_ask (GtkWidget          *widget,
                   BarySession        *session,
                   const BaryDispatch *dispatch,
                   const char         *name)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->session = g_object_ref (session);
  asking->widget = g_object_ref (widget);
  asking->order = bary_dispatch_order_new (bary_session_get_store (session), dispatch);
  bary_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save the package"), name, chosen_cb, asking);
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

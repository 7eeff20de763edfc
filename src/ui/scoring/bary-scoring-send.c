#include "bary-scoring-send.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dispatch-run.h"
#include "bary-parcels.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full): when the assignment went: "sent on 3 May 2026"; with @n: what is assigned */
static char *
describe_sending (const BaryPanel *panel,
                  guint            expert,
                  guint           *n)
{
  const char *last = NULL;
  g_autofree char *day = NULL;
  gboolean pending = FALSE;

  *n = 0;
  for (guint i = 0; i < panel->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (panel->seats, BarySeat, i);

      if (seat->expert != expert || seat->mode == BARY_SEAT_FORBIDDEN)
        continue;
      ++*n;
      pending |= seat->sent_on == NULL;
      if (seat->sent_on != NULL && g_strcmp0 (seat->sent_on, last) > 0)
        last = seat->sent_on;
    }
  if (*n == 0)
    return g_strdup (_("nothing is assigned"));
  if (pending || last == NULL)
    return g_strdup (_("not sent yet"));
  day = bary_date_to_words (last);
  /* Translators: %s: a day */
  return g_strdup_printf (_("sent on %s"), day);
}

typedef struct {
  BarySession *session;
  char        *expert;
  char        *name;
} Receiver;

static void
receiver_free (gpointer  data,
               GClosure *closure)
{
  Receiver *receiver = data;

  g_object_unref (receiver->session);
  g_free (receiver->expert);
  g_free (receiver->name);
  g_free (receiver);
}

static void
clicked_cb (GtkWidget *button,
            Receiver  *receiver)
{
  const BaryPackageKind *kind = bary_package_kind_find ("assignment");
  const BaryDispatch dispatch = { kind, receiver->expert, kind->profile };
  /* Translators: the name of a file that is suggested; %s: an expert */
  g_autofree char *name = g_strdup_printf (_("Assignment %s.xml"), receiver->name);

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  bary_dispatch_ask (button, receiver->session, &dispatch, name);
}

static void
add_expert (GtkBox          *box,
            BarySession     *session,
            const BaryPanel *panel,
            guint            expert)
{
  const BaryPanelExpert *person = bary_panel_expert (panel, expert);
  guint n;
  g_autofree char *state = describe_sending (panel, expert, &n);
  /* Translators: 1: an expert, 2: when the assignment was sent */
  g_autofree char *words = g_strdup_printf (_("%1$s · %2$s"), person->name, state);
  GtkWidget *button = gtk_button_new_with_label (words);
  Receiver *receiver = g_new0 (Receiver, 1);

  receiver->session = g_object_ref (session);
  receiver->expert = g_strdup (person->id);
  receiver->name = g_strdup (person->name);
  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_set_sensitive (button, n > 0);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), receiver, receiver_free, 0);
  gtk_box_append (box, button);
}

void
bary_scoring_send_fill (GtkBox          *box,
                        BarySession     *session,
                        const BaryPanel *panel)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < panel->experts->len; i++)
    add_expert (box, session, panel, i);
}

void
bary_scoring_send_back (GtkWidget   *widget,
                        BarySession *session,
                        const char  *expert,
                        const char  *name)
{
  /* Translators: the name of a file that is suggested; %s: an expert */
  g_autofree char *file = g_strdup_printf (_("Sheets %s.xml"), name);

  bary_dispatch_ask_back (widget, session, bary_package_kind_find ("scores"), expert, "assignment", expert, file);
}

int
bary_scoring_find_guest (BarySession     *session,
                         const BaryPanel *panel)
{
  g_autoptr (BaryParcel) parcel = NULL;

  /* An assignment names no other expert. */
  if (panel->experts->len != 1)
    return -1;
  parcel = bary_store_find_received (bary_session_get_store (session), "assignment", bary_panel_expert (panel, 0)->id, NULL);
  return parcel != NULL ? 0 : -1;
}

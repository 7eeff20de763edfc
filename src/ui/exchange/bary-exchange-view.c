#include "bary-exchange-view.h"

#include "bary-config.h"
#include "bary-dispatch-dialog.h"
#include "bary-disputes-window.h"
#include "bary-identity.h"
#include "bary-key-window.h"
#include "bary-mailbox-group.h"
#include "bary-open-matters.h"
#include "bary-parcel-row.h"
#include "bary-receipt-save.h"
#include "bary-rows.h"
#include "bary-sender-window.h"

#include <glib/gi18n-lib.h>

/* More than this nobody looks through. */
#define MOST_PARCELS 300

struct _BaryExchangeView {
  BaryView             parent_instance;

  /* template */
  AdwPreferencesGroup *empty;
  AdwPreferencesGroup *open;
  BaryMailboxGroup    *mailbox;
  AdwPreferencesGroup *waiting;
  AdwPreferencesGroup *came;
  AdwPreferencesGroup *went;
  AdwPreferencesGroup *senders;
  AdwPreferencesGroup *own;
  AdwActionRow        *words;

  /* owned */
  BaryStore           *store;
  BaryOpenMatters     *matters; /* what needs a decision */
  GPtrArray           *open_rows;
  guint                n_new;   /* packages in the shared folder */
  GPtrArray           *rows;    /* of the journal and the senders, each in its group */
};

G_DEFINE_FINAL_TYPE (BaryExchangeView, bary_exchange_view, BARY_TYPE_VIEW)

/* Showing */

static void
add_row (BaryExchangeView    *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
clear_rows (BaryExchangeView *self)
{
  AdwPreferencesGroup *groups[] = { self->waiting, self->came, self->went, self->senders };

  bary_rows_clear (self->rows);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), FALSE);
}

static AdwPreferencesGroup *
find_group (BaryExchangeView *self,
            const BaryParcel *parcel)
{
  if (parcel->out)
    return self->went;

  return g_str_equal (parcel->state, "waiting") ? self->waiting : self->came;
}

/* What needs a decision */

static AdwActionRow *
add_open_row (BaryExchangeView *self,
              const char       *title,
              const char       *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (bary_rows_add (self->open_rows, self->open, title, subtitle));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
add_disputes (BaryExchangeView *self,
              guint             count)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u disagreement", "%u disagreements", count), count);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (add_open_row (self, title, _("Edits that contradict one another, and proposals"))),
                                  "exchange.decide");
}

static void
add_attention (BaryExchangeView    *self,
               const BaryAttention *attention)
{
  AdwActionRow *row = add_open_row (self, attention->message, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(us)", (guint) attention->kind, attention->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "exchange.show");
}

/* On the tab: how many packages and decisions wait. */
static void
show_badge (BaryExchangeView *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_VIEW_STACK);
  GtkWidget *page = GTK_WIDGET (self);

  while (stack != NULL && gtk_widget_get_parent (page) != stack)
    page = gtk_widget_get_parent (page);
  if (stack != NULL)
    adw_view_stack_page_set_badge_number (adw_view_stack_get_page (ADW_VIEW_STACK (stack), page), self->n_new + self->open_rows->len);
}

static void
counted_cb (BaryExchangeView *self,
            guint             n_new)
{
  self->n_new = n_new;
  show_badge (self);
}

static void
show_open (BaryExchangeView *self)
{
  GPtrArray *disputes = bary_open_matters_get_disputes (self->matters);
  GPtrArray *attention = bary_open_matters_get_attention (self->matters);

  bary_rows_clear (self->open_rows);
  if (disputes->len > 0)
    add_disputes (self, disputes->len);
  for (guint i = 0; i < attention->len; i++)
    add_attention (self, attention->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->open), self->open_rows->len > 0);
  show_badge (self);
}

static void
decide_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryExchangeView *self = BARY_EXCHANGE_VIEW (widget);

  gtk_window_present (bary_disputes_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), bary_view_get_session (BARY_VIEW (self)),
                                                self->matters));
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  const char *id;
  guint kind;

  g_variant_get (parameter, "(u&s)", &kind, &id);
  bary_session_go_to (bary_view_get_session (BARY_VIEW (widget)), kind, id);
}

/* Showing the journal and the senders */

static void
add_sender (BaryExchangeView *self,
            const BarySender *sender)
{
  g_autofree char *words = bary_identity_words (sender->key);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", bary_sender_role_get_label (sender->role), words);
  AdwActionRow *row = ADW_ACTION_ROW (bary_rows_make (sender->name, subtitle));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sender->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "exchange.sender");
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  add_row (self, self->senders, GTK_WIDGET (row));
}

static void
show_senders (BaryExchangeView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) senders = bary_store_list_senders (self->store, &error);

  if (senders == NULL)
    {
      bary_session_fail (bary_view_get_session (BARY_VIEW (self)), error);
      return;
    }
  for (guint i = 0; i < senders->len; i++)
    if (!((BarySender *) senders->pdata[i])->replaced)
      add_sender (self, senders->pdata[i]);
}

static void
show_own_key (BaryExchangeView *self)
{
  g_autofree char *key = bary_identity_peek (self->store);
  g_autofree char *words = key != NULL ? bary_identity_words (key) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->own), words != NULL);
  if (words != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words), words);
}

static void
refresh (BaryExchangeView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parcels = NULL;

  clear_rows (self);
  if (self->store == NULL)
    return;

  parcels = bary_store_list_parcels (self->store, MOST_PARCELS, &error);
  if (parcels == NULL)
    {
      bary_session_fail (bary_view_get_session (BARY_VIEW (self)), error);
      return;
    }
  for (guint i = 0; i < parcels->len; i++)
    add_row (self, find_group (self, parcels->pdata[i]), bary_parcel_row_new (parcels->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), parcels->len == 0);
  show_senders (self);
  show_own_key (self);
}

/* The key is there before the first package needs it. */
static void
make_key (BaryExchangeView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryIdentity) identity = NULL;
  g_autofree char *key = bary_identity_peek (self->store);

  if (key != NULL)
    return;

  identity = bary_identity_open (self->store, NULL, &error);
  if (identity == NULL)
    bary_session_fail (bary_view_get_session (BARY_VIEW (self)), error);
}

static void
store_replaced_cb (BaryExchangeView *self)
{
  BaryStore *store = bary_session_get_store (bary_view_get_session (BARY_VIEW (self)));

  g_set_object (&self->store, store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exchange.send", store != NULL);
  if (store != NULL)
    {
      make_key (self);
      g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
    }
  refresh (self);
}

static void
bary_exchange_view_session_changed (BaryView *view)
{
  BarySession *session = bary_view_get_session (view);

  if (session == NULL)
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "exchanged", G_CALLBACK (refresh), view, G_CONNECT_SWAPPED);
  g_clear_object (&BARY_EXCHANGE_VIEW (view)->matters);
  BARY_EXCHANGE_VIEW (view)->matters = bary_open_matters_new (session);
  g_signal_connect_object (BARY_EXCHANGE_VIEW (view)->matters, "changed", G_CALLBACK (show_open), view, G_CONNECT_SWAPPED);
  bary_mailbox_group_set_session (BARY_EXCHANGE_VIEW (view)->mailbox, session);
  store_replaced_cb (BARY_EXCHANGE_VIEW (view));
}

/* Acts */

static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (bary_dispatch_dialog_new (parent, bary_view_get_session (BARY_VIEW (widget)), NULL, NULL)));
}

static void
copy_words_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  BaryExchangeView *self = BARY_EXCHANGE_VIEW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->words)));
  bary_session_tell (bary_view_get_session (BARY_VIEW (widget)), _("The words are on the clipboard"));
}

static void
sender_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryExchangeView *self = BARY_EXCHANGE_VIEW (widget);
  BarySession *session = bary_view_get_session (BARY_VIEW (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (BarySender) sender = bary_store_find_sender (self->store, g_variant_get_string (parameter, NULL), &error);

  if (sender != NULL)
    gtk_window_present (bary_sender_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), session, sender));
  else if (error != NULL)
    bary_session_fail (session, error);
}

static void
own_key_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_window_present (bary_key_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), bary_view_get_session (BARY_VIEW (widget))));
}

static void
receipt_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  bary_receipt_save (widget, bary_view_get_session (BARY_VIEW (widget)), g_variant_get_string (parameter, NULL));
}

static void
bary_exchange_view_dispose (GObject *object)
{
  BaryExchangeView *self = BARY_EXCHANGE_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->matters);
  g_clear_pointer (&self->open_rows, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_exchange_view_parent_class)->dispose (object);
}

static void
bary_exchange_view_class_init (BaryExchangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_exchange_view_dispose;
  BARY_VIEW_CLASS (klass)->session_changed = bary_exchange_view_session_changed;

  g_type_ensure (BARY_TYPE_MAILBOX_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-exchange-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, empty);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, open);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, mailbox);
  gtk_widget_class_bind_template_callback (widget_class, counted_cb);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, waiting);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, came);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, went);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, senders);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, own);
  gtk_widget_class_bind_template_child (widget_class, BaryExchangeView, words);
  gtk_widget_class_install_action (widget_class, "exchange.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "exchange.decide", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "exchange.show", "(us)", show_cb);
  gtk_widget_class_install_action (widget_class, "exchange.copy-words", NULL, copy_words_cb);
  gtk_widget_class_install_action (widget_class, "exchange.sender", "s", sender_cb);
  gtk_widget_class_install_action (widget_class, "exchange.own-key", NULL, own_key_cb);
  gtk_widget_class_install_action (widget_class, "exchange.receipt", "s", receipt_cb);
}

static void
bary_exchange_view_init (BaryExchangeView *self)
{
  self->rows = g_ptr_array_new ();
  self->open_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

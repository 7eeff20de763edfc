#include "bary-key-window.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-identity.h"
#include "bary-key-card.h"
#include "bary-key-picture.h"
#include "bary-passphrase-dialog.h"
#include "bary-report-print.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

struct _BaryKeyWindow {
  AdwWindow       parent_instance;

  /* template */
  BaryKeyPicture *picture;
  AdwActionRow   *lock;
  GtkButton      *change;
  GtkWidget      *take_off;

  /* owned */
  BarySession    *session;
  char           *name;
  char           *key;
};

G_DEFINE_FINAL_TYPE (BaryKeyWindow, bary_key_window, ADW_TYPE_WINDOW)

static void
show_lock (BaryKeyWindow *self)
{
  gboolean locked = bary_identity_is_locked (bary_session_get_store (self->session));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lock), locked ? _("Locked with a passphrase") : _("Not locked"));
  adw_action_row_set_subtitle (self->lock, locked ? _("It is asked for whenever a package is signed. Nobody can tell it once it is forgotten.")
                                                  : _("Whoever uses your account on this computer can sign with the key."));
  gtk_button_set_label (self->change, locked ? _("Change…") : _("Lock…"));
  gtk_widget_set_visible (self->take_off, locked);
}

static void
done_cb (BaryPassphraseDialog *dialog,
         BaryKeyWindow        *self)
{
  show_lock (self);
}

static void
ask (BaryKeyWindow *self,
     gboolean       takes_off)
{
  BaryPassphraseDialog *dialog = bary_passphrase_dialog_new (GTK_WINDOW (self), bary_session_get_store (self->session), takes_off);

  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
change_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  ask (BARY_KEY_WINDOW (widget), FALSE);
}

static void
take_off_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ask (BARY_KEY_WINDOW (widget), TRUE);
}

/* Onto paper */

static BaryReport *
make_card (BaryKeyWindow *self)
{
  g_autofree char *words = bary_identity_words (self->key);

  return bary_key_card_new (self->name, words, self->key);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryKeyWindow *self = BARY_KEY_WINDOW (widget);

  bary_report_print (GTK_WINDOW (self), self->session, make_card (self));
}

static void
chosen_cb (GFile    *file,
           gpointer  window)
{
  g_autoptr (BaryKeyWindow) self = window;

  if (file != NULL && self->session != NULL)
    bary_report_write (self->session, make_card (self), g_file_peek_path (file));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_dialogs_save_file (GTK_WINDOW (widget), _("Save the card"), _("key.pdf"), chosen_cb, g_object_ref (widget));
}

static void
bary_key_window_dispose (GObject *object)
{
  BaryKeyWindow *self = BARY_KEY_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (bary_key_window_parent_class)->dispose (object);
}

static void
bary_key_window_class_init (BaryKeyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_key_window_dispose;

  g_type_ensure (BARY_TYPE_KEY_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-key-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryKeyWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, BaryKeyWindow, lock);
  gtk_widget_class_bind_template_child (widget_class, BaryKeyWindow, change);
  gtk_widget_class_bind_template_child (widget_class, BaryKeyWindow, take_off);
  gtk_widget_class_install_action (widget_class, "key.change", NULL, change_cb);
  gtk_widget_class_install_action (widget_class, "key.take-off", NULL, take_off_cb);
  gtk_widget_class_install_action (widget_class, "key.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "key.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "key.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "key.save", NULL);
}

static void
bary_key_window_init (BaryKeyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bary_key_window_new (GtkWindow   *parent,
                     BarySession *session)
{
  BaryKeyWindow *self = g_object_new (BARY_TYPE_KEY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  BaryStore *store = bary_session_get_store (session);

  self->session = g_object_ref (session);
  self->name = bary_store_dup_sender (store);
  self->key = bary_identity_peek (store);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  bary_key_picture_show (self->picture, self->name, self->key);
  show_lock (self);
  return GTK_WINDOW (self);
}

#include "bary-mailbox-group.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-mailbox-watch.h"
#include "bary-settings.h"

#include <glib/gi18n-lib.h>

struct _BaryMailboxGroup {
  AdwBin            parent_instance;

  /* template */
  AdwActionRow     *folder;
  GtkWidget        *forget;
  AdwActionRow     *news;
  AdwActionRow     *partial;
  AdwActionRow     *early;
  AdwActionRow     *refused;

  /* owned */
  GSettings        *settings; /* NULL without the schema */
  BaryMailboxWatch *watch;    /* NULL without a session */
};

G_DEFINE_FINAL_TYPE (BaryMailboxGroup, bary_mailbox_group, ADW_TYPE_BIN)

enum {
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_folder (BaryMailboxGroup *self)
{
  const char *folder = bary_mailbox_watch_get_folder (self->watch);
  const char *trouble = bary_mailbox_watch_get_trouble (self->watch);
  g_autofree char *name = folder != NULL ? g_filename_display_name (folder) : NULL;
  g_autofree char *subtitle = g_markup_escape_text (trouble != NULL ? trouble : folder != NULL ? name
                                                      : _("A folder that other centres see too: on a server, a stick or in a cloud"), -1);

  adw_action_row_set_subtitle (self->folder, subtitle);
  gtk_widget_set_visible (self->forget, folder != NULL);
  if (trouble != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->folder), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->folder), "error");
}

/* @pattern: translated. Returns: how many there are; a row of none is not seen. */
static guint
show_count (BaryMailboxGroup *self,
            AdwActionRow     *row,
            BaryMailState     state,
            const char       *pattern)
{
  guint count = bary_mailbox_watch_count (self->watch, state);
  g_autofree char *title = g_strdup_printf (pattern, count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_visible (GTK_WIDGET (row), count > 0);
  return count;
}

static void
show_mails (BaryMailboxGroup *self)
{
  guint n_new = show_count (self, self->news, BARY_MAIL_NEW, _("New packages: %u"));

  show_folder (self);
  show_count (self, self->partial, BARY_MAIL_PARTIAL, _("Not whole: %u"));
  show_count (self, self->early, BARY_MAIL_EARLY, _("Came too early: %u"));
  show_count (self, self->refused, BARY_MAIL_REFUSED, _("Refused: %u"));
  gtk_widget_set_visible (GTK_WIDGET (self->news), bary_mailbox_watch_get_folder (self->watch) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mailbox.take", n_new > 0);
  g_signal_emit (self, signals[COUNTED], 0, n_new);
}

/* Each is shown before it comes in, as any package. */
static void
take_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autoptr (GPtrArray) mails = g_ptr_array_ref (bary_mailbox_watch_get_mails (BARY_MAILBOX_GROUP (widget)->watch));

  for (guint i = 0; i < mails->len; i++)
    {
      const BaryMail *mail = mails->pdata[i];

      if (mail->state == BARY_MAIL_NEW)
        gtk_widget_activate_action (widget, "win.import-file", "s", mail->path);
    }
}

static void
set_folder (BaryMailboxGroup *self,
            const char       *folder)
{
  bary_settings_set (self->settings, "mailbox", folder);
  bary_mailbox_watch_set_folder (self->watch, folder);
}

static void
chosen_cb (GFile    *file,
           gpointer  group)
{
  g_autoptr (BaryMailboxGroup) self = group;

  if (file != NULL && g_file_peek_path (file) != NULL && self->watch != NULL)
    set_folder (self, g_file_peek_path (file));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  bary_dialogs_choose_folder (GTK_WINDOW (gtk_widget_get_root (widget)), _("Choose the Shared Folder"), chosen_cb, g_object_ref (widget));
}

static void
forget_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  set_folder (BARY_MAILBOX_GROUP (widget), NULL);
}

void
bary_mailbox_group_set_session (BaryMailboxGroup *self,
                                BarySession      *session)
{
  g_autofree char *folder = bary_settings_dup (self->settings, "mailbox");

  g_clear_object (&self->watch);
  self->watch = bary_mailbox_watch_new (session);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_mails), self, G_CONNECT_SWAPPED);
  bary_mailbox_watch_set_folder (self->watch, folder);
}

static void
bary_mailbox_group_dispose (GObject *object)
{
  BaryMailboxGroup *self = BARY_MAILBOX_GROUP (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bary_mailbox_group_parent_class)->dispose (object);
}

static void
bary_mailbox_group_class_init (BaryMailboxGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_mailbox_group_dispose;

  signals[COUNTED] = g_signal_new ("counted", BARY_TYPE_MAILBOX_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-mailbox-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, folder);
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, forget);
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, news);
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, partial);
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, early);
  gtk_widget_class_bind_template_child (widget_class, BaryMailboxGroup, refused);
  gtk_widget_class_install_action (widget_class, "mailbox.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "mailbox.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "mailbox.forget", NULL, forget_cb);
}

static void
bary_mailbox_group_init (BaryMailboxGroup *self)
{
  self->settings = bary_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

#include "bary-passphrase-dialog.h"

#include "bary-config.h"
#include "bary-identity.h"
#include "bary-job.h"

#include <glib/gi18n-lib.h>

/* As NIST SP 800-63B asks of secrets that people choose. */
#define SHORTEST 8

struct _BaryPassphraseDialog {
  AdwWindow            parent_instance;

  /* template */
  AdwPreferencesGroup *group;
  GtkEditable         *present;
  GtkEditable         *wanted;
  GtkEditable         *repeated;
  GtkLabel            *hint;
  GtkButton           *save;

  /* owned */
  char                *database;
  gboolean             locked;
  gboolean             takes_off;
  gboolean             working;
};

G_DEFINE_FINAL_TYPE (BaryPassphraseDialog, bary_passphrase_dialog, ADW_TYPE_WINDOW)

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Stretching a passphrase takes long on purpose. */
typedef struct {
  char *database;
  char *present; /* (nullable) */
  char *wanted;  /* (nullable) */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->database);
  g_free (change->present);
  g_free (change->wanted);
  g_free (change);
}

static gboolean
change_work (BaryJob   *job,
             gpointer   data,
             GError   **error)
{
  Change *change = data;
  g_autoptr (BaryStore) store = bary_store_open (change->database, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryIdentity) identity = store != NULL ? bary_identity_open (store, change->present, error) : NULL;

  return identity != NULL && bary_identity_set_passphrase (identity, change->wanted, error);
}

/* Returns: (nullable): what is still to be put right; "" where nothing is typed yet. */
static const char *
find_fault (BaryPassphraseDialog *self)
{
  const char *wanted = gtk_editable_get_text (self->wanted);

  if (self->locked && *gtk_editable_get_text (self->present) == '\0')
    return "";
  if (self->takes_off)
    return NULL;
  if (*wanted == '\0')
    return "";
  if (g_utf8_strlen (wanted, -1) < SHORTEST)
    return _("At least eight characters: four or five words are easily kept in mind");
  if (*gtk_editable_get_text (self->repeated) == '\0')
    return "";

  return g_str_equal (wanted, gtk_editable_get_text (self->repeated)) ? NULL : _("The two are not the same");
}

static void
update (BaryPassphraseDialog *self)
{
  const char *fault = find_fault (self);

  gtk_label_set_text (self->hint, fault != NULL ? fault : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", fault == NULL && !self->working);
}

static void
changed_cb (gpointer      dialog,
            gpointer      data,
            const GError *error)
{
  BaryPassphraseDialog *self = dialog;

  self->working = FALSE;
  if (self->database == NULL)
    return;
  if (error == NULL)
    {
      g_signal_emit (self, signals[DONE], 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  gtk_editable_set_text (self->present, "");
  update (self);
  gtk_label_set_text (self->hint, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->present));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryPassphraseDialog *self = BARY_PASSPHRASE_DIALOG (widget);
  Change *change = g_new0 (Change, 1);
  g_autoptr (BaryJob) job = bary_job_new (_("Writing the key"));

  change->database = g_strdup (self->database);
  change->present = self->locked ? g_strdup (gtk_editable_get_text (self->present)) : NULL;
  change->wanted = self->takes_off ? NULL : g_strdup (gtk_editable_get_text (self->wanted));
  self->working = TRUE;
  update (self);
  bary_job_run (job, change_work, changed_cb, G_OBJECT (self), change, change_free);
}

/* A row of entry passes the focus on to its entry only when it is asked for it, and only on the screen. */
static void
bary_passphrase_dialog_map (GtkWidget *widget)
{
  BaryPassphraseDialog *self = BARY_PASSPHRASE_DIALOG (widget);

  GTK_WIDGET_CLASS (bary_passphrase_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->locked ? self->present : self->wanted));
}

static void
bary_passphrase_dialog_dispose (GObject *object)
{
  g_clear_pointer (&BARY_PASSPHRASE_DIALOG (object)->database, g_free);

  G_OBJECT_CLASS (bary_passphrase_dialog_parent_class)->dispose (object);
}

static void
bary_passphrase_dialog_class_init (BaryPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_passphrase_dialog_dispose;
  widget_class->map = bary_passphrase_dialog_map;

  signals[DONE] = g_signal_new ("done", BARY_TYPE_PASSPHRASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, group);
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, present);
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, wanted);
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, repeated);
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, BaryPassphraseDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_passphrase_dialog_init (BaryPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

BaryPassphraseDialog *
bary_passphrase_dialog_new (GtkWindow *parent,
                            BaryStore *store,
                            gboolean   takes_off)
{
  BaryPassphraseDialog *self = g_object_new (BARY_TYPE_PASSPHRASE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->database = g_strdup (bary_store_get_path (store));
  self->locked = bary_identity_is_locked (store);
  self->takes_off = takes_off;
  gtk_widget_set_visible (GTK_WIDGET (self->present), self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->wanted), !takes_off);
  gtk_widget_set_visible (GTK_WIDGET (self->repeated), !takes_off);
  gtk_button_set_label (self->save, takes_off ? _("Unlock") : _("Lock"));
  adw_preferences_group_set_description (self->group, takes_off ? _("Without a passphrase the key signs for whoever uses your account.")
                                                                : _("A key whose passphrase is forgotten is lost: others have to confirm a new one."));
  update (self);
  return self;
}

#include "bary-dispatch-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dispatch-contents.h"
#include "bary-dispatch-order.h"
#include "bary-edit-export.h"
#include "bary-senders.h"
#include "bary-settings.h"
#include "bary-unlock.h"

#include <glib/gi18n-lib.h>

struct _BaryDispatchDialog {
  AdwWindow             parent_instance;

  /* template */
  AdwComboRow          *kind;
  AdwComboRow          *subject;
  AdwComboRow          *addressee;
  AdwComboRow          *profile;
  BaryDispatchContents *contents;
  GtkWidget            *put;

  /* owned */
  BarySession          *session;
  GPtrArray            *kinds;      /* (element-type BaryPackageKind), borrowed: those there is something for */
  GPtrArray            *subjects;   /* records to choose from; empty where none is asked for */
  GPtrArray            *addressees; /* BarySender; the first place of the row is for everybody */
  char                 *wanted;     /* (nullable): the record that is chosen at first */
  char                 *mailbox;    /* (nullable): the shared folder */
  char                 *peer;       /* (nullable): whose knowledge the changes go out from */
  gboolean              filled;     /* until then what is chosen is not a person's choice */
};

G_DEFINE_FINAL_TYPE (BaryDispatchDialog, bary_dispatch_dialog, ADW_TYPE_WINDOW)

/* What people send by hand; receipts come of themselves. */
static const char *const offered[] = {
  "cluster", "roadmap", "directory", "template", "application", "assignment", "scores", "changes", "all"
};

static const BaryPackageKind *
get_kind (BaryDispatchDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  return selected < self->kinds->len ? self->kinds->pdata[selected] : bary_package_kind_find ("all");
}

static BaryStore *
get_store (BaryDispatchDialog *self)
{
  return bary_session_get_store (self->session);
}

/* Returns: (nullable): what is still to be chosen. */
static const char *
read_choice (BaryDispatchDialog *self,
             BaryDispatch       *dispatch)
{
  guint subject = adw_combo_row_get_selected (self->subject);
  guint addressee = adw_combo_row_get_selected (self->addressee);

  dispatch->kind = get_kind (self);
  dispatch->profile = dispatch->kind->changes ? dispatch->kind->profile : adw_combo_row_get_selected (self->profile);
  if (dispatch->kind->subject != BARY_NO_SUBJECT && subject < self->subjects->len)
    dispatch->subject = bary_record_get_id (self->subjects->pdata[subject]);
  if (addressee > 0 && addressee <= self->addressees->len)
    {
      const BarySender *sender = self->addressees->pdata[addressee - 1];

      dispatch->addressee = sender->name;
      dispatch->addressee_id = sender->id;
      dispatch->since = dispatch->kind->changes ? self->peer : NULL;
    }
  if (dispatch->kind->subject != BARY_NO_SUBJECT && dispatch->subject == NULL)
    return _("Choose what the package is of");

  return dispatch->kind->addressed && dispatch->addressee_id == NULL
           ? _("A package of this kind is for one reader: choose for whom it is") : NULL;
}

static void
changed_cb (BaryDispatchDialog *self)
{
  BaryDispatch dispatch = { NULL };
  const char *hint;

  if (!self->filled || get_store (self) == NULL)
    return;

  hint = read_choice (self, &dispatch);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", hint == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.mail", hint == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.put", hint == NULL && self->mailbox != NULL);
  bary_dispatch_contents_show (self->contents, self->session, hint == NULL ? &dispatch : NULL, hint);
}

/* What the reader has already is known of those whose changes were taken in. */
static void
addressee_cb (BaryDispatchDialog *self)
{
  guint addressee = adw_combo_row_get_selected (self->addressee);

  g_clear_pointer (&self->peer, g_free);
  if (!self->filled || get_store (self) == NULL)
    return;
  if (addressee > 0 && addressee <= self->addressees->len)
    self->peer = bary_edit_export_find_peer (get_store (self), ((BarySender *) self->addressees->pdata[addressee - 1])->id, NULL);
  changed_cb (self);
}

/* What can be chosen */

static void
set_words (AdwComboRow *row,
           GPtrArray   *words)
{
  g_autoptr (GtkStringList) list = NULL;

  g_ptr_array_add (words, NULL);
  list = gtk_string_list_new ((const char *const *) words->pdata);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
select_subjects (BaryDispatchDialog *self,
                 BaryKind            kind)
{
  g_autoptr (BaryQuery) query = bary_query_new (kind);

  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  self->subjects = bary_store_select (get_store (self), query, NULL);
  if (self->subjects == NULL)
    self->subjects = g_ptr_array_new ();
}

static gboolean
is_wanted (BaryDispatchDialog *self,
           const char         *id)
{
  return g_strcmp0 (id, self->wanted != NULL ? self->wanted : bary_session_get_cluster (self->session)) == 0;
}

static void
fill_subjects (BaryDispatchDialog *self)
{
  const BaryPackageKind *kind = get_kind (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint chosen = 0;

  g_ptr_array_set_size (self->subjects, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), kind->subject != BARY_NO_SUBJECT);
  if (kind->subject == BARY_NO_SUBJECT)
    return;

  select_subjects (self, kind->subject);
  for (guint i = 0; i < self->subjects->len; i++)
    {
      BaryRecord *record = self->subjects->pdata[i];

      g_ptr_array_add (words, bary_store_describe (get_store (self), record));
      if (is_wanted (self, bary_record_get_id (record)))
        chosen = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->subject), _(bary_kind_get_info (kind->subject)->label));
  set_words (self->subject, words);
  adw_combo_row_set_selected (self->subject, chosen);
}

static void
kind_cb (BaryDispatchDialog *self)
{
  if (!self->filled)
    return;

  fill_subjects (self);
  gtk_widget_set_visible (GTK_WIDGET (self->profile), !get_kind (self)->changes);
  adw_combo_row_set_selected (self->profile, get_kind (self)->profile);
  changed_cb (self);
}

static void
fill_addressees (BaryDispatchDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) senders = bary_store_list_senders (get_store (self), NULL);

  g_ptr_array_add (words, g_strdup (_("Whoever gets it")));
  for (guint i = 0; senders != NULL && i < senders->len;)
    {
      if (((BarySender *) senders->pdata[i])->replaced)
        {
          i++;
          continue;
        }
      g_ptr_array_add (words, g_strdup (((BarySender *) senders->pdata[i])->name));
      g_ptr_array_add (self->addressees, g_ptr_array_steal_index (senders, i));
    }
  set_words (self->addressee, words);
}

/* A kind that needs a record of which there is none is not offered. */
static gboolean
is_offered (BaryDispatchDialog    *self,
            const BaryPackageKind *kind)
{
  gint64 count = 0;

  return kind->subject == BARY_NO_SUBJECT || (bary_store_count (get_store (self), kind->subject, &count, NULL) && count > 0);
}

static void
fill (BaryDispatchDialog *self,
      const char         *wanted)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (g_free);
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      const BaryPackageKind *kind = bary_package_kind_find (offered[i]);

      if (!is_offered (self, kind))
        continue;
      if (g_strcmp0 (kind->name, wanted) == 0)
        chosen = self->kinds->len;
      g_ptr_array_add (self->kinds, (gpointer) kind);
      g_ptr_array_add (kinds, g_strdup (bary_package_kind_get_label (kind)));
    }
  for (guint i = 0; i < BARY_N_PROFILES; i++)
    g_ptr_array_add (profiles, g_strdup (bary_profile_get_label (i)));
  fill_addressees (self);
  set_words (self->profile, profiles);
  set_words (self->kind, kinds);
  adw_combo_row_set_selected (self->kind, chosen);
  self->filled = TRUE;
  kind_cb (self);
}

/* Making it */

/* Returns: (transfer full) (nullable): NULL while something is still to be chosen. */
static BaryDispatchOrder *
make_order (BaryDispatchDialog *self)
{
  BaryDispatch dispatch = { NULL };

  return get_store (self) != NULL && read_choice (self, &dispatch) == NULL ? bary_dispatch_order_new (get_store (self), &dispatch) : NULL;
}

/* Returns: (transfer full) */
static char *
make_name (BaryDispatchDialog *self)
{
  g_autofree char *today = bary_date_today ();

  return g_strdup_printf ("%s-%s.xml", get_kind (self)->name, today);
}

typedef struct {
  BaryDispatchDialog *dialog;
  char               *path; /* (nullable): a folder; NULL: a letter */
} Way;

static Way *
way_new (BaryDispatchDialog *dialog,
         char               *path)
{
  Way *way = g_new0 (Way, 1);

  way->dialog = g_object_ref (dialog);
  way->path = path;
  return way;
}

static void
way_free (gpointer data)
{
  Way *way = data;

  g_object_unref (way->dialog);
  g_free (way->path);
  g_free (way);
}

/* @path: (nullable): NULL: a letter */
static void
send_package (BaryDispatchDialog *self,
              const char         *passphrase,
              const char         *path)
{
  BaryDispatchOrder *order = self->session != NULL ? make_order (self) : NULL;
  g_autofree char *name = NULL;

  if (order == NULL)
    return;
  name = make_name (self);
  if (path != NULL)
    bary_dispatch_order_save (order, self->session, passphrase, path);
  else
    bary_dispatch_order_mail (order, self->session, passphrase, name, gtk_window_get_transient_for (GTK_WINDOW (self)));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
unlocked_cb (const char *passphrase,
             gpointer    data)
{
  const Way *way = data;

  send_package (way->dialog, passphrase, way->path);
}

static void
file_unlocked_cb (const char *path,
                  const char *passphrase,
                  gpointer    dialog)
{
  send_package (dialog, passphrase, path);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (widget);
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;
  name = make_name (self);
  bary_unlock_file (widget, self->session, _("Save the package"), name, file_unlocked_cb, g_object_ref (self), g_object_unref);
}

static void
mail_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (widget);

  bary_unlock (widget, get_store (self), unlocked_cb, way_new (self, NULL), way_free);
}

static void
put_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (widget);

  bary_unlock (widget, get_store (self), unlocked_cb, way_new (self, g_strdup (self->mailbox)), way_free);
}

static void
bary_dispatch_dialog_dispose (GObject *object)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (object);

  self->filled = FALSE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->addressees, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->peer, g_free);
  g_clear_pointer (&self->mailbox, g_free);

  G_OBJECT_CLASS (bary_dispatch_dialog_parent_class)->dispose (object);
}

static void
bary_dispatch_dialog_class_init (BaryDispatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_dispatch_dialog_dispose;

  g_type_ensure (BARY_TYPE_DISPATCH_CONTENTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-dispatch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, addressee);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, profile);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, put);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, addressee_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "dialog.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "dialog.put", NULL, put_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_dispatch_dialog_init (BaryDispatchDialog *self)
{
  g_autoptr (GSettings) settings = bary_settings_new ();

  self->mailbox = bary_settings_dup (settings, "mailbox");
  self->kinds = g_ptr_array_new ();
  self->subjects = g_ptr_array_new ();
  self->addressees = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_sender_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->put, self->mailbox != NULL);
}

BaryDispatchDialog *
bary_dispatch_dialog_new (GtkWindow   *parent,
                          BarySession *session,
                          const char  *kind,
                          const char  *subject)
{
  BaryDispatchDialog *self = g_object_new (BARY_TYPE_DISPATCH_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->wanted = g_strdup (subject);
  fill (self, kind);
  return self;
}

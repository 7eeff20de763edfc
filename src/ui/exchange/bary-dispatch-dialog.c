#include "bary-dispatch-dialog.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-dialogs.h"
#include "bary-dispatch.h"
#include "bary-senders.h"

#include <glib/gi18n-lib.h>

struct _BaryDispatchDialog {
  AdwWindow            parent_instance;

  /* template */
  AdwComboRow         *kind;
  AdwComboRow         *subject;
  AdwComboRow         *addressee;
  AdwComboRow         *profile;
  AdwPreferencesGroup *counts;

  /* owned */
  BarySession         *session;
  GPtrArray           *subjects;   /* records to choose from; empty where none is asked for */
  GPtrArray           *addressees; /* BarySender; the first place of the row is for everybody */
  GPtrArray           *rows;       /* of the counts */
};

G_DEFINE_FINAL_TYPE (BaryDispatchDialog, bary_dispatch_dialog, ADW_TYPE_WINDOW)

/* What people send by hand; the rest comes of itself with contests and receipts. */
static const char *const offered[] = { "cluster", "roadmap", "directory", "all" };

static const BaryPackageKind *
get_kind (BaryDispatchDialog *self)
{
  return bary_package_kind_find (offered[MIN (adw_combo_row_get_selected (self->kind), G_N_ELEMENTS (offered) - 1)]);
}

static BaryStore *
get_store (BaryDispatchDialog *self)
{
  return bary_session_get_store (self->session);
}

/* Returns: FALSE while a record is still to be chosen. */
static gboolean
read_choice (BaryDispatchDialog *self,
             BaryDispatch       *dispatch)
{
  guint subject = adw_combo_row_get_selected (self->subject);
  guint addressee = adw_combo_row_get_selected (self->addressee);

  dispatch->kind = get_kind (self);
  dispatch->profile = adw_combo_row_get_selected (self->profile);
  if (dispatch->kind->subject != BARY_NO_SUBJECT && subject < self->subjects->len)
    dispatch->subject = bary_record_get_id (self->subjects->pdata[subject]);
  if (addressee > 0 && addressee <= self->addressees->len)
    {
      const BarySender *sender = self->addressees->pdata[addressee - 1];

      dispatch->addressee = sender->name;
      dispatch->addressee_id = sender->id;
    }
  return dispatch->kind->subject == BARY_NO_SUBJECT || dispatch->subject != NULL;
}

/* What leaves */

static void
add_count (BaryDispatchDialog *self,
           BaryKind            kind,
           guint               count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (number);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(bary_kind_get_info (kind)->plural));
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_counts (BaryDispatchDialog *self,
             const guint        *counts)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    if (counts[kind] > 0)
      add_count (self, kind, counts[kind]);
}

static void
changed_cb (BaryDispatchDialog *self)
{
  BaryDispatch dispatch = { NULL };
  guint counts[BARY_N_KINDS];
  g_autoptr (GError) error = NULL;
  gboolean whole;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->counts, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->session == NULL || get_store (self) == NULL)
    return;

  whole = read_choice (self, &dispatch);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", whole);
  adw_preferences_group_set_description (self->counts, bary_profile_get_label (dispatch.profile));
  if (!whole)
    return;
  if (bary_dispatch_count (&dispatch, get_store (self), counts, &error))
    show_counts (self, counts);
  else
    bary_session_fail (self->session, error);
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
fill_subjects (BaryDispatchDialog *self)
{
  const BaryPackageKind *kind = get_kind (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BaryQuery) query = NULL;
  guint chosen = 0;

  g_ptr_array_set_size (self->subjects, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), kind->subject != BARY_NO_SUBJECT);
  if (kind->subject == BARY_NO_SUBJECT)
    return;

  query = bary_query_new (kind->subject);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  self->subjects = bary_store_select (get_store (self), query, NULL);
  if (self->subjects == NULL)
    self->subjects = g_ptr_array_new ();
  for (guint i = 0; i < self->subjects->len; i++)
    {
      BaryRecord *record = self->subjects->pdata[i];

      g_ptr_array_add (words, bary_store_describe (get_store (self), record));
      if (g_strcmp0 (bary_record_get_id (record), bary_session_get_cluster (self->session)) == 0)
        chosen = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->subject), _(bary_kind_get_info (kind->subject)->label));
  set_words (self->subject, words);
  adw_combo_row_set_selected (self->subject, chosen);
}

static void
kind_cb (BaryDispatchDialog *self)
{
  if (self->session == NULL)
    return;

  fill_subjects (self);
  adw_combo_row_set_selected (self->profile, get_kind (self)->profile);
  changed_cb (self);
}

static void
fill_addressees (BaryDispatchDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) senders = bary_store_list_senders (get_store (self), NULL);

  g_ptr_array_add (words, g_strdup (_("Whoever gets it")));
  g_ptr_array_set_free_func (senders, NULL);
  for (guint i = 0; senders != NULL && i < senders->len; i++)
    {
      BarySender *sender = senders->pdata[i];

      if (sender->replaced)
        {
          bary_sender_free (sender);
          continue;
        }
      g_ptr_array_add (self->addressees, sender);
      g_ptr_array_add (words, g_strdup (sender->name));
    }
  set_words (self->addressee, words);
}

static void
fill (BaryDispatchDialog *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    g_ptr_array_add (kinds, g_strdup (bary_package_kind_get_label (bary_package_kind_find (offered[i]))));
  for (guint i = 0; i < BARY_N_PROFILES; i++)
    g_ptr_array_add (profiles, g_strdup (bary_profile_get_label (i)));
  fill_addressees (self);
  set_words (self->profile, profiles);
  set_words (self->kind, kinds);
  kind_cb (self);
}

/* Writing */

typedef struct {
  char         *database;
  char         *path;
  char         *subject;
  char         *addressee;
  char         *addressee_id;
  BaryDispatch  dispatch;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->database);
  g_free (job->path);
  g_free (job->subject);
  g_free (job->addressee);
  g_free (job->addressee_id);
  g_free (job);
}

static gboolean
write_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Job *self = data;
  g_autoptr (BaryStore) store = bary_store_open (self->database, BARY_DATABASE_READ_WRITE, error);
  g_autoptr (BaryIdentity) identity = store != NULL ? bary_identity_open (store, NULL, error) : NULL;

  return identity != NULL &&
         bary_dispatch_write (&self->dispatch, store, identity, self->path, bary_job_get_cancellable (job), error);
}

static void
written_cb (gpointer      session,
            gpointer      data,
            const GError *error)
{
  Job *job = data;
  g_autofree char *name = g_path_get_basename (job->path);
  /* Translators: %s: a file */
  g_autofree char *words = g_strdup_printf (_("The package is in %s"), name);

  if (error != NULL)
    bary_session_fail (session, error);
  else
    {
      bary_session_tell (session, words);
      bary_session_note_exchange (session);
    }
}

static void
chosen_cb (GFile    *file,
           gpointer  dialog)
{
  g_autoptr (BaryDispatchDialog) self = dialog;
  BaryDispatch dispatch = { NULL };
  g_autoptr (BaryJob) job = NULL;
  Job *data;

  if (file == NULL || get_store (self) == NULL || !read_choice (self, &dispatch))
    return;

  data = g_new0 (Job, 1);
  data->database = g_strdup (bary_store_get_path (get_store (self)));
  data->path = g_file_get_path (file);
  data->dispatch = dispatch;
  data->dispatch.subject = data->subject = g_strdup (dispatch.subject);
  data->dispatch.addressee = data->addressee = g_strdup (dispatch.addressee);
  data->dispatch.addressee_id = data->addressee_id = g_strdup (dispatch.addressee_id);
  job = bary_job_new (_("Writing the package"));
  bary_session_run (self->session, job, write_work, written_cb, G_OBJECT (self->session), data, job_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (widget);
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = g_strdup_printf ("%s-%s.xml", get_kind (self)->name, today);

  bary_dialogs_save_file (GTK_WINDOW (widget), _("Save the package"), name, chosen_cb, g_object_ref (self));
}

static void
bary_dispatch_dialog_dispose (GObject *object)
{
  BaryDispatchDialog *self = BARY_DISPATCH_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_pointer (&self->addressees, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_dispatch_dialog_parent_class)->dispose (object);
}

static void
bary_dispatch_dialog_class_init (BaryDispatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_dispatch_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-dispatch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, addressee);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, profile);
  gtk_widget_class_bind_template_child (widget_class, BaryDispatchDialog, counts);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_dispatch_dialog_init (BaryDispatchDialog *self)
{
  self->subjects = g_ptr_array_new ();
  self->addressees = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_sender_free);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

BaryDispatchDialog *
bary_dispatch_dialog_new (GtkWindow   *parent,
                          BarySession *session)
{
  BaryDispatchDialog *self = g_object_new (BARY_TYPE_DISPATCH_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill (self);
  return self;
}

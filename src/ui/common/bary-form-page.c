#include "bary-form-page.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

struct _BaryFormPage {
  AdwBin       parent_instance;

  BarySession *session;
  BaryRecord  *record;
  BaryForm    *form;
  BaryForm    *companion; /* may be NULL */
  GtkWidget   *notice;
  GtkWidget   *save;
};

G_DEFINE_FINAL_TYPE (BaryFormPage, bary_form_page, ADW_TYPE_BIN)

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_save_cb (BaryFormPage *self)
{
  gboolean valid = bary_form_is_valid (self->form) && (self->companion == NULL || bary_form_is_valid (self->companion));

  gtk_widget_set_sensitive (self->save, valid && (bary_form_is_changed (self->form) || bary_form_is_new (self->form)));
}

static void
save (BaryFormPage *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BaryStore *store = bary_session_get_store (self->session);
  g_autofree char *subject = bary_store_describe (store, bary_form_get_edited (self->form));

  if (!gtk_widget_get_sensitive (self->save))
    return;

  bary_form_collect (self->form, changes);
  if (self->companion != NULL)
    bary_form_collect (self->companion, changes);
  if (bary_session_commit (self->session, bary_form_is_new (self->form) ? N_("Add %s") : N_("Change %s"), subject, changes))
    g_signal_emit (self, signals[DONE], 0, TRUE);
}

static void
cancel (BaryFormPage *self)
{
  g_signal_emit (self, signals[DONE], 0, FALSE);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  save (BARY_FORM_PAGE (widget));
}

/* What was typed is never lost to a key pressed by habit. */
static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryFormPage *self = BARY_FORM_PAGE (widget);

  if (!bary_form_is_changed (self->form))
    cancel (self);
}

static void
remove_cb (BaryFormPage *self)
{
  bary_form_remove_record (GTK_WIDGET (self), self->session, self->record);
}

/* Somebody, perhaps this page's own button, removed what is edited here. A half-typed form stays. */
static void
store_changed_cb (BaryFormPage *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (BaryRecord) present = NULL;

  if (store == NULL || bary_form_is_new (self->form) || bary_form_is_changed (self->form))
    return;

  present = bary_store_get (store, bary_record_get_kind (self->record), bary_record_get_id (self->record), NULL);
  if (present == NULL)
    g_signal_emit (self, signals[DONE], 0, TRUE);
}

static void
bary_form_page_dispose (GObject *object)
{
  BaryFormPage *self = BARY_FORM_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (bary_form_page_parent_class)->dispose (object);
}

static void
bary_form_page_class_init (BaryFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_form_page_dispose;

  signals[DONE] = g_signal_new ("done", BARY_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "form.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.escape", NULL);
}

static void
bary_form_page_init (BaryFormPage *self)
{
}

static GtkWidget *
make_head (BaryFormPage *self)
{
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *cancel_button = gtk_button_new_with_label (_("Cancel"));
  g_autofree char *title = NULL;

  /* Translators: %s: a kind of record: "New: Organisation" */
  title = bary_form_is_new (self->form) ? g_strdup_printf (_("New: %s"), _(bary_record_get_info (self->record)->label))
                                        : g_strdup (_(bary_record_get_info (self->record)->label));
  self->save = gtk_button_new_with_label (_("Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (head), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (head), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (head), adw_window_title_new (title, NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (head), cancel_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (head), self->save);
  g_signal_connect_swapped (cancel_button, "clicked", G_CALLBACK (cancel), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save), self);
  return head;
}

static GtkWidget *
make_remove_button (BaryFormPage *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static GtkWidget *
make_body (BaryFormPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  if (self->companion != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->companion));
  if (!bary_form_is_new (self->form))
    gtk_box_append (GTK_BOX (box), make_remove_button (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* Both references of a companion are known: they are why it is made. */
static BaryForm *
make_companion (BarySession *session,
                BaryRecord  *companion)
{
  const BaryKindInfo *info = bary_record_get_info (companion);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == BARY_FIELD_REFERENCE)
      g_ptr_array_add (hidden, (gpointer) info->fields[i].name);
  g_ptr_array_add (hidden, NULL);
  return BARY_FORM (bary_form_new (session, companion, (const char *const *) hidden->pdata));
}

static void
follow (BaryFormPage *self,
        BaryForm     *form)
{
  g_signal_connect_object (form, "notify::valid", G_CALLBACK (update_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "notify::changed", G_CALLBACK (update_save_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bary_form_page_new (BarySession       *session,
                    BaryRecord        *record,
                    const char *const *hidden,
                    BaryRecord        *companion)
{
  BaryFormPage *self = g_object_new (BARY_TYPE_FORM_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->form = BARY_FORM (bary_form_new (session, record, hidden));
  if (companion != NULL)
    self->companion = make_companion (session, companion);

  self->notice = adw_bin_new ();
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), self->notice);
  gtk_box_append (GTK_BOX (box), make_body (self));
  adw_bin_set_child (ADW_BIN (self), box);

  follow (self, self->form);
  if (self->companion != NULL)
    follow (self, self->companion);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_save_cb (self);
  return GTK_WIDGET (self);
}

BaryForm *
bary_form_page_get_form (BaryFormPage *self)
{
  return self->form;
}

GtkWidget *
bary_form_page_get_notice (BaryFormPage *self)
{
  return adw_bin_get_child (ADW_BIN (self->notice));
}

void
bary_form_page_set_notice (BaryFormPage *self,
                           GtkWidget    *notice)
{
  adw_bin_set_child (ADW_BIN (self->notice), notice);
}

static void
done_cb (GtkWindow *dialog)
{
  gtk_window_destroy (dialog);
}

BaryFormPage *
bary_form_page_present (GtkWidget         *parent,
                        BarySession       *session,
                        BaryRecord        *record,
                        const char *const *hidden,
                        BaryRecord        *companion)
{
  GtkWidget *page = bary_form_page_new (session, record, hidden, companion);
  GtkWidget *dialog = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (dialog), page);
  gtk_window_set_title (GTK_WINDOW (dialog), _(bary_record_get_info (record)->label));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 480, 560);
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  bary_form_start (BARY_FORM_PAGE (page)->form);
  return BARY_FORM_PAGE (page);
}

#include "bary-sender-window.h"

#include "bary-config.h"
#include "bary-key-picture.h"
#include "bary-package-kind.h"
#include "bary-row.h"

#include <glib/gi18n-lib.h>

/* Who a sender is, and what it speaks for. */
typedef struct {
  BarySenderRole  role;
  char           *record; /* (nullable) */
} Standing;

struct _BarySenderWindow {
  AdwWindow            parent_instance;

  /* template */
  BaryKeyPicture      *picture;
  AdwPreferencesGroup *standing;
  AdwComboRow         *role;
  AdwActionRow        *kinds;

  /* owned */
  BarySession         *session;
  GtkWidget           *record;  /* (nullable): the row of what it speaks for */
  char                *key;
  Standing             present;
  Standing             before;  /* the last one, for undo */
  BarySenderRole       shown;   /* whose row `record` is */
  gboolean             showing; /* what stands is no choice of the person */
};

G_DEFINE_FINAL_TYPE (BarySenderWindow, bary_sender_window, ADW_TYPE_WINDOW)

static const struct {
  const char *label;
  guint       party;
  BaryKind    kind;  /* of the record that it speaks for, BARY_N_KINDS: none */
  const char *field; /* of a record of that kind, which refers to it */
} roles[] = {
  [BARY_SENDER_CENTRE] = { N_("A centre"), BARY_PACKAGE_PARTY_CENTRE, BARY_N_KINDS, NULL },
  [BARY_SENDER_SCHOOL] = { N_("A school"), BARY_PACKAGE_PARTY_SCHOOL, BARY_KIND_STATUS, "organisation" },
  [BARY_SENDER_EXPERT] = { N_("An expert"), BARY_PACKAGE_PARTY_EXPERT, BARY_KIND_CONTEST_EXPERT, "person" },
};

const char *
bary_sender_role_get_label (BarySenderRole role)
{
  return _(roles[role].label);
}

static void
standing_set (Standing       *self,
              BarySenderRole  role,
              const char     *record)
{
  char *kept = g_strdup (record);

  g_free (self->record);
  self->role = role;
  self->record = kept;
}

/* Returns: (transfer full): the kinds of packages that a role may send, in words. */
static char *
dup_kinds (BarySenderRole role)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const BaryPackageKind *kind;

  for (guint i = 0; (kind = bary_package_kind_get (i)) != NULL; i++)
    if (kind->senders & roles[role].party)
      g_ptr_array_add (labels, (gpointer) bary_package_kind_get_label (kind));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv (" · ", (char **) labels->pdata);
}

static void record_edited_cb (BarySenderWindow *self);

/* The row of what a sender of this role speaks for. */
static void
replace_row (BarySenderWindow *self,
             BarySenderRole    role)
{
  if (self->record != NULL)
    adw_preferences_group_remove (self->standing, g_steal_pointer (&self->record));
  if (roles[role].field == NULL)
    return;

  self->record = bary_row_new (bary_kind_find_field (roles[role].kind, roles[role].field, NULL),
                               bary_session_get_store (self->session));
  g_signal_connect_object (self->record, "edited", G_CALLBACK (record_edited_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->standing, self->record);
}

static void
show (BarySenderWindow *self)
{
  g_autofree char *kinds = dup_kinds (self->present.role);

  self->showing = TRUE;
  if (self->present.role != self->shown)
    replace_row (self, self->present.role);
  self->shown = self->present.role;
  adw_combo_row_set_selected (self->role, self->present.role);
  adw_action_row_set_subtitle (self->kinds, kinds);
  if (self->record != NULL)
    bary_row_set_value (BARY_ROW (self->record), self->present.record);
  self->showing = FALSE;
}

static void
write_standing (BarySenderWindow *self,
                BarySenderRole    role,
                const char       *record)
{
  g_autoptr (GError) error = NULL;

  if (!bary_store_set_sender_role (bary_session_get_store (self->session), self->key, role, record, &error))
    {
      bary_session_fail (self->session, error);
      return;
    }
  standing_set (&self->before, self->present.role, self->present.record);
  standing_set (&self->present, role, record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sender.undo", TRUE);
  bary_session_note_exchange (self->session);
}

static void
change (BarySenderWindow *self,
        BarySenderRole    role,
        const char       *record)
{
  write_standing (self, role, record);
  show (self);
}

/* A record of another kind says nothing of the new part. */
static void
role_cb (BarySenderWindow *self)
{
  BarySenderRole role = adw_combo_row_get_selected (self->role);

  if (!self->showing && role != self->present.role)
    change (self, role, NULL);
}

static void
record_edited_cb (BarySenderWindow *self)
{
  g_autofree char *record = bary_row_dup_text (BARY_ROW (self->record));

  if (!self->showing && g_strcmp0 (record, self->present.record) != 0)
    change (self, self->present.role, *record != '\0' ? record : NULL);
}

/* Twice: what was undone comes again. */
static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BarySenderWindow *self = BARY_SENDER_WINDOW (widget);
  g_autofree char *record = g_strdup (self->before.record);

  write_standing (self, self->before.role, record);
  show (self);
}

static void
bary_sender_window_dispose (GObject *object)
{
  BarySenderWindow *self = BARY_SENDER_WINDOW (object);

  self->showing = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->present.record, g_free);
  g_clear_pointer (&self->before.record, g_free);

  G_OBJECT_CLASS (bary_sender_window_parent_class)->dispose (object);
}

static void
bary_sender_window_class_init (BarySenderWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_sender_window_dispose;

  g_type_ensure (BARY_TYPE_KEY_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-sender-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BarySenderWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, BarySenderWindow, standing);
  gtk_widget_class_bind_template_child (widget_class, BarySenderWindow, role);
  gtk_widget_class_bind_template_child (widget_class, BarySenderWindow, kinds);
  gtk_widget_class_bind_template_callback (widget_class, role_cb);
  gtk_widget_class_install_action (widget_class, "sender.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "sender.undo", NULL);
}

static void
fill_roles (BarySenderWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    gtk_string_list_append (labels, bary_sender_role_get_label (role));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (labels));
}

static void
bary_sender_window_init (BarySenderWindow *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_roles (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sender.undo", FALSE);
}

GtkWindow *
bary_sender_window_new (GtkWindow        *parent,
                        BarySession      *session,
                        const BarySender *sender)
{
  BarySenderWindow *self = g_object_new (BARY_TYPE_SENDER_WINDOW, "transient-for", parent, "modal", TRUE, "title", sender->name, NULL);
  gboolean writable = !bary_store_is_read_only (bary_session_get_store (session));

  self->session = g_object_ref (session);
  self->key = g_strdup (sender->key);
  standing_set (&self->present, sender->role, sender->record);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  bary_key_picture_show (self->picture, sender->name, sender->key);
  gtk_widget_set_sensitive (GTK_WIDGET (self->standing), writable);
  show (self);
  return GTK_WINDOW (self);
}

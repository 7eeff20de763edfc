#include "bary-template-window-private.h"

#include "bary-config.h"
#include "bary-contest-check.h"
#include "bary-kinds.h"
#include "bary-store-contest-edit.h"

#include <glib/gi18n-lib.h>

#define UNDO_SECONDS 8

G_DEFINE_FINAL_TYPE (BaryTemplateWindow, bary_template_window, ADW_TYPE_WINDOW)

static const char *const titles[BARY_N_TEMPLATE_PAGES] = {
  N_("Name and Rules"), N_("Form of the Application"), N_("Stages"), N_("Technical Review"), N_("Criteria"), N_("Equal Totals"),
  N_("Experts"), N_("As a School Sees It"), N_("What to Mend"),
};

BaryStore *
bary_template_get_store (BaryTemplateWindow *self)
{
  return bary_session_get_store (self->session);
}

gboolean
bary_template_is_frozen (BaryTemplateWindow *self)
{
  return BARY_CONTEST (self->record)->frozen_on != NULL;
}

AdwPreferencesGroup *
bary_template_add_group (BaryTemplateWindow *self,
                         const char         *title,
                         const char         *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *heading = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *text = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (heading != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
  gtk_box_append (self->page, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* The list of parts */

static BaryTemplatePage
get_page (BaryTemplateWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->parts);

  return row != NULL ? (BaryTemplatePage) gtk_list_box_row_get_index (row) : BARY_TEMPLATE_RULES;
}

static void
add_part (BaryTemplateWindow *self,
          const char         *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_append (self->parts, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* How much there is to mend stands beside its part. */
static void
show_count (BaryTemplateWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts, BARY_TEMPLATE_FAULTS);
  GtkWidget *count = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
  guint n = self->faults != NULL ? self->faults->len : 0;
  g_autofree char *number = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("✓");

  gtk_label_set_label (GTK_LABEL (count), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL, n > 0 ? number : _("Nothing to Mend"), -1);
}

/* The page */

static void
fill_page (BaryTemplateWindow *self)
{
  BaryTemplatePage page = get_page (self);

  if (page == BARY_TEMPLATE_RULES)
    bary_template_show_rules (self);
  else if (page == BARY_TEMPLATE_PREVIEW)
    bary_template_show_preview (self);
  else if (page == BARY_TEMPLATE_FAULTS)
    bary_template_show_faults (self);
  else
    bary_template_show_parts (self, page);
}

BaryRecord *
bary_template_get_focused (BaryTemplateWindow *self)
{
  BaryRecord *record = NULL;

  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (self)); widget != NULL && record == NULL; widget = gtk_widget_get_parent (widget))
    record = g_object_get_data (G_OBJECT (widget), "record");
  return record;
}

/* Returns: (nullable): the widget of a part, or its button that does @act */
static GtkWidget *
find_widget (GtkWidget  *within,
             const char *id,
             const char *act)
{
  BaryRecord *record = g_object_get_data (G_OBJECT (within), "record");
  GtkWidget *found = NULL;

  if (record != NULL && g_str_equal (bary_record_get_id (record), id) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (within), "act"), act) == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, id, act);
  return found;
}

/* The page is made anew; the focus stays with the part that it was on, and the page where it was scrolled to. */
static void
show_page (BaryTemplateWindow *self)
{
  BaryRecord *focused = bary_template_get_focused (self);
  GtkWidget *focus = focused != NULL ? gtk_window_get_focus (GTK_WINDOW (self)) : NULL;
  g_autofree char *id = g_strdup (focused != NULL ? bary_record_get_id (focused) : NULL);
  g_autofree char *act = g_strdup (focus != NULL ? g_object_get_data (G_OBJECT (focus), "act") : NULL);
  GtkWidget *child;

  if (focus != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->parts));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  g_clear_pointer (&self->form, bary_contest_form_free);
  fill_page (self);
  child = id != NULL ? find_widget (GTK_WIDGET (self->page), id, act) : NULL;
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
part_selected_cb (BaryTemplateWindow *self,
                  GtkListBoxRow      *row)
{
  if (self->filling || row == NULL || self->record == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  adw_window_title_set_title (self->head, _(titles[gtk_list_box_row_get_index (row)]));
  show_page (self);
}

static void
part_activated_cb (BaryTemplateWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

void
bary_template_choose (BaryTemplateWindow *self,
                      BaryTemplatePage    page)
{
  gtk_list_box_select_row (self->parts, gtk_list_box_get_row_at_index (self->parts, (int) page));
}

void
bary_template_show (BaryTemplateWindow *self)
{
  BaryStore *store = bary_template_get_store (self);
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->record);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->record = store != NULL ? bary_store_get (store, BARY_KIND_CONTEST, self->contest, NULL) : NULL;
  if (self->record == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->faults = bary_store_check_contest (store, self->record, &error);
  if (self->faults == NULL)
    bary_session_fail (self->session, error);
  adw_window_title_set_subtitle (self->head, bary_record_get_name (self->record));
  gtk_widget_set_visible (self->frozen, bary_template_is_frozen (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.copy", !bary_store_is_read_only (store));
  show_count (self);
  show_page (self);
}

static void
store_changed_cb (BaryTemplateWindow *self,
                  GPtrArray          *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    if (((const BaryTrace *) touches->pdata[i])->kind >= BARY_KIND_CONTEST)
      {
        bary_template_show (self);
        return;
      }
  if (touches == NULL)
    bary_template_show (self);
}

/* What the window says; the one behind says the same, but this one may cover it */

static void
failed_cb (BaryTemplateWindow *self,
           const char         *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
undo_dismissed_cb (AdwToast           *toast,
                   BaryTemplateWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_weak_pointer (&self->undo_toast);
}

static void
acted_cb (BaryTemplateWindow *self,
          const char         *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  if (self->undo_toast == NULL)
    {
      g_set_weak_pointer (&self->undo_toast, adw_toast_new (escaped));
      adw_toast_set_timeout (self->undo_toast, UNDO_SECONDS);
      adw_toast_set_action_name (self->undo_toast, "template.undo");
      g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (undo_dismissed_cb), self, 0);
      adw_toast_overlay_add_toast (self->toasts, self->undo_toast);
    }
  adw_toast_set_title (self->undo_toast, escaped);
  adw_toast_set_button_label (self->undo_toast, _("Undo"));
}

static void
bary_template_window_dispose (GObject *object)
{
  BaryTemplateWindow *self = BARY_TEMPLATE_WINDOW (object);

  self->filling = TRUE;
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->contest, g_free);
  g_clear_pointer (&self->faults, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_template_window_parent_class)->dispose (object);
}

static void
bary_template_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_TEMPLATE_WINDOW (object)->form, bary_contest_form_free);

  G_OBJECT_CLASS (bary_template_window_parent_class)->finalize (object);
}

static void
bary_template_window_class_init (BaryTemplateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_template_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_template_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/contest/bary-template-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, frozen);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, BaryTemplateWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  bary_template_install_acts (widget_class);
}

static void
bary_template_window_init (BaryTemplateWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_part (self, _(titles[i]));
}

void
bary_template_window_present (GtkWidget   *parent,
                              BarySession *session,
                              const char  *contest)
{
  BaryTemplateWindow *self = g_object_new (BARY_TYPE_TEMPLATE_WINDOW, "transient-for", gtk_widget_get_root (parent),
                                           "destroy-with-parent", TRUE, NULL);

  self->session = g_object_ref (session);
  self->contest = g_strdup (contest);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "acted", G_CALLBACK (acted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  bary_template_choose (self, BARY_TEMPLATE_RULES);
  self->filling = FALSE;
  adw_window_title_set_title (self->head, _(titles[BARY_TEMPLATE_RULES]));
  bary_template_show (self);
  gtk_window_present (GTK_WINDOW (self));
}

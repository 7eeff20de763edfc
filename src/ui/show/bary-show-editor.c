#include "bary-show-editor.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-show-detail.h"
#include "bary-show-edit.h"
#include "bary-show-pdf.h"
#include "bary-show-row.h"
#include "bary-show-view.h"
#include "bary-show-window.h"

#include <glib/gi18n-lib.h>

struct _BaryShowEditor {
  AdwWindow        parent_instance;

  /* template */
  AdwWindowTitle  *heading;
  AdwToastOverlay *toasts;
  GtkListBox      *list;
  BaryShowDetail  *detail;

  BaryShow        *show;
  BaryView        *view;        /* weak */
  GtkWindow       *show_window; /* weak */
  gboolean         filling;
};

G_DEFINE_FINAL_TYPE (BaryShowEditor, bary_show_editor, ADW_TYPE_WINDOW)

static const char *const step_actions[] = { "steps.up", "steps.down", "steps.remove" };

static const GPtrArray *
get_slides (BaryShowEditor *self)
{
  BaryPresentation *presentation = bary_show_get_presentation (self->show);

  return presentation != NULL ? presentation->slides : NULL;
}

/* Returns: -1 for none */
static int
get_index (BaryShowEditor *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
select_step (BaryShowEditor *self,
             int             index)
{
  const GPtrArray *slides = get_slides (self);
  GtkListBoxRow *row = NULL;

  if (slides != NULL && slides->len > 0)
    row = gtk_list_box_get_row_at_index (self->list, CLAMP (index, 0, (int) slides->len - 1));
  gtk_list_box_select_row (self->list, row);
}

static void
update_actions (BaryShowEditor *self)
{
  const GPtrArray *slides = get_slides (self);
  int index = get_index (self);
  const BaryShowStep *step = slides != NULL && index >= 0 && index < (int) slides->len ? slides->pdata[index] : NULL;
  gboolean editable = bary_show_is_editable (self->show);
  gboolean movable = editable && step != NULL && step->state != BARY_SHOW_STEP_NEW;

  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), step_actions[i], movable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "steps.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "steps.restore", editable && bary_show_get_presentation (self->show)->kept);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "steps.present", bary_show_get_shown (self->show)->len > 0);
}

static void
selected_cb (BaryShowEditor *self)
{
  int index = get_index (self);

  if (self->filling)
    return;
  bary_show_detail_flush (self->detail);
  bary_show_detail_set (self->detail, self->show, index >= 0 ? (guint) index : G_MAXUINT);
  update_actions (self);
}

static void
move_step (BaryShowEditor *self,
           int             from,
           int             to)
{
  const GPtrArray *slides = get_slides (self);
  const BaryShowStep *there;

  if (slides == NULL || from < 0 || to < 0 || to >= (int) slides->len || from == to)
    return;
  there = slides->pdata[to];
  if (there->state == BARY_SHOW_STEP_NEW)
    return;
  bary_show_edit_move (self->show, (guint) from, to - from);
  select_step (self, to);
}

static void
dropped_cb (BaryShowEditor *self,
            guint           from,
            BaryShowRow    *row)
{
  move_step (self, (int) from, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

/* Rows are kept where they are: somebody may be clicking on one. */
static void
fill_list (BaryShowEditor  *self,
           const GPtrArray *slides)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < slides->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (bary_show_row_new ());
          g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      bary_show_row_set (BARY_SHOW_ROW (row), self->show, i);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) slides->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_changed_cb (BaryShowEditor *self)
{
  const GPtrArray *slides = get_slides (self);
  int index = get_index (self);

  if (slides == NULL)
    return;
  self->filling = TRUE;
  fill_list (self, slides);
  self->filling = FALSE;
  adw_window_title_set_subtitle (self->heading, ((BaryNetwork *) bary_show_get_presentation (self->show)->networks->pdata[0])->title);
  if (index < 0 || index >= (int) slides->len)
    select_step (self, index);
  if (index < 0)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  bary_show_detail_set (self->detail, self->show, (guint) MAX (get_index (self), 0));
  update_actions (self);
}

/* Acts */

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (widget);

  move_step (self, get_index (self), get_index (self) - 1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (widget);

  move_step (self, get_index (self), get_index (self) + 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (widget);

  if (get_index (self) >= 0)
    bary_show_edit_remove (self->show, (guint) get_index (self));
}

static void
restore_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  bary_show_edit_restore (BARY_SHOW_EDITOR (widget)->show);
}

static void
say (BaryShowEditor *self,
     const char     *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static gboolean
is_same_picture (BaryShowEditor *self,
                 BaryScene      *scene)
{
  const BaryPresentation *presentation = bary_show_get_presentation (self->show);
  BaryNetwork *network = bary_scene_get_network (scene);

  if (network->picture != presentation->picture)
    return FALSE;
  return presentation->cluster == NULL || bary_network_cluster (network, 0)->id == NULL ||
         g_str_equal (presentation->cluster, bary_network_cluster (network, 0)->id);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (widget);
  GtkWidget *canvas = self->view != NULL ? bary_view_get_canvas (self->view) : NULL;
  BaryScene *scene = canvas != NULL ? bary_canvas_get_scene (BARY_CANVAS (canvas)) : NULL;
  g_autoptr (BaryShowStep) step = NULL;
  g_autofree char *today = bary_date_today ();
  int index = get_index (self);

  if (scene != NULL && is_same_picture (self, scene))
    step = bary_show_view_new (BARY_CANVAS (canvas), _("A closer look"), today);
  if (step == NULL)
    {
      say (self, _("The window behind shows another picture: open there what you present"));
      return;
    }
  bary_show_edit_add_view (self->show, (guint) MAX (index, 0), step);
  select_step (self, index + 1);
  bary_show_detail_edit_caption (self->detail);
}

static void
pdf_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  bary_show_detail_flush (BARY_SHOW_EDITOR (widget)->detail);
  bary_show_save_pdf (BARY_SHOW_EDITOR (widget)->show, GTK_WINDOW (widget));
}

/* The first presented step from the chosen one on. */
static guint
find_first (BaryShowEditor *self)
{
  const GPtrArray *slides = get_slides (self), *shown = bary_show_get_shown (self->show);
  guint index = 0;

  for (guint i = (guint) MAX (get_index (self), 0); i < slides->len; i++)
    if (g_ptr_array_find ((GPtrArray *) shown, slides->pdata[i], &index))
      return index;
  return 0;
}

static void
present_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (widget);

  bary_show_detail_flush (self->detail);
  if (self->show_window == NULL)
    g_set_weak_pointer (&self->show_window, bary_show_window_new (GTK_WINDOW (self), self->show, find_first (self)));
  gtk_window_present (self->show_window);
}

static void
activated_cb (BaryShowEditor *self)
{
  bary_show_detail_edit_caption (self->detail);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (bary_show_get_session (BARY_SHOW_EDITOR (widget)->show));
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_redo (bary_show_get_session (BARY_SHOW_EDITOR (widget)->show));
}

/* This window goes with its parent, without being asked. */
static gboolean
parent_closed_cb (BaryShowEditor *self)
{
  bary_show_detail_flush (self->detail);
  return FALSE;
}

static gboolean
bary_show_editor_close_request (GtkWindow *window)
{
  bary_show_detail_flush (BARY_SHOW_EDITOR (window)->detail);

  return GTK_WINDOW_CLASS (bary_show_editor_parent_class)->close_request (window);
}

static void
bary_show_editor_dispose (GObject *object)
{
  BaryShowEditor *self = BARY_SHOW_EDITOR (object);

  self->filling = TRUE; /* rows go, and the choice with them */
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->show_window);
  g_clear_object (&self->show);

  G_OBJECT_CLASS (bary_show_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "steps.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "steps.down", NULL, down_cb);
  gtk_widget_class_install_action (widget_class, "steps.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "steps.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "steps.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "steps.pdf", NULL, pdf_cb);
  gtk_widget_class_install_action (widget_class, "steps.present", NULL, present_cb);
  gtk_widget_class_install_action (widget_class, "steps.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "steps.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "steps.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "steps.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "steps.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "steps.present", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "steps.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "steps.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_show_editor_class_init (BaryShowEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_show_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bary_show_editor_close_request;

  g_type_ensure (BARY_TYPE_SHOW_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/show/bary-show-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryShowEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, BaryShowEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryShowEditor, list);
  gtk_widget_class_bind_template_child (widget_class, BaryShowEditor, detail);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  install_actions (widget_class);
}

static void
bary_show_editor_init (BaryShowEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bary_show_editor_new (GtkWindow *parent,
                      BaryShow  *show,
                      BaryView  *view)
{
  BaryShowEditor *self = g_object_new (BARY_TYPE_SHOW_EDITOR, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  BarySession *session = bary_show_get_session (show);

  self->show = g_object_ref (show);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (show, "changed", G_CALLBACK (show_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "close-request", G_CALLBACK (parent_closed_cb), self, G_CONNECT_SWAPPED);
  show_changed_cb (self);
  update_actions (self);
  return GTK_WINDOW (self);
}

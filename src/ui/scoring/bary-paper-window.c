#include "bary-paper-window-private.h"

#include "bary-config.h"
#include "bary-rows.h"
#include "bary-store-panel.h"
#include "bary-third-search.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryPaperWindow, bary_paper_window, ADW_TYPE_WINDOW)

gboolean
bary_paper_window_find (BaryPaperWindow *self,
                        guint           *application,
                        guint           *expert)
{
  int a = self->panel != NULL && self->application != NULL ? bary_panel_find_application (self->panel, self->application) : -1;
  int e = a >= 0 ? bary_panel_find_expert (self->panel, self->expert) : -1;

  *application = (guint) MAX (a, 0);
  *expert = (guint) MAX (e, 0);
  return e >= 0;
}

void
bary_paper_window_forget (BaryPaperWindow *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->keeper, bary_draft_keeper_free);
  for (guint i = 0; i < self->n_marks; i++)
    {
      g_free (self->marks[i].mark);
      g_free (self->marks[i].comment);
    }
  g_clear_pointer (&self->marks, g_free);
  self->n_marks = 0;
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->expert, g_free);
  g_clear_pointer (&self->application, g_free);
  self->person = self->day = self->time = NULL;
  while (self->form != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->form))) != NULL)
    gtk_box_remove (self->form, child);
}

/* The list */

static void
show_list (BaryPaperWindow *self)
{
  bary_paper_window_forget (self);
  adw_window_title_set_subtitle (self->head, self->panel != NULL ? self->panel->name : NULL);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->done, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
open_cb (GtkWidget       *row,
         BaryPaperWindow *self)
{
  const BarySeat *seat = g_object_get_data (G_OBJECT (row), "seat");
  g_autofree char *title = bary_panel_application_to_words (self->panel, seat->application);
  g_autofree char *words = g_strdup_printf ("%s — %s", bary_panel_expert (self->panel, seat->expert)->name, title);
  BaryPaper paper;

  bary_paper_window_forget (self);
  self->expert = g_strdup (bary_panel_expert (self->panel, seat->expert)->id);
  self->application = g_strdup (bary_panel_application (self->panel, seat->application)->id);
  bary_paper_find (self->panel, seat->application, seat->expert, &paper);
  adw_window_title_set_subtitle (self->head, words);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_set_visible (self->done, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->done), paper.second >= 0 ? _("_Settle") : paper.first >= 0 ? _("_Compare") : _("_Keep"));
  if (paper.second >= 0)
    bary_paper_window_compare (self, &paper);
  else
    bary_paper_window_type (self, seat->application, seat->expert);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static char *
describe (const BaryPaper *paper)
{
  if (paper->second >= 0)
    return g_strdup_printf (ngettext ("Typed twice: %u mark differs", "Typed twice: %u marks differ", paper->n_different), paper->n_different);
  return g_strdup (paper->first >= 0 ? _("Typed once: another person types it again") : _("Not typed yet"));
}

/* Begun at the desk or handed in, it did not come on paper. */
static gboolean
is_awaited (const BaryPanel *panel,
            const BarySeat  *seat)
{
  int sheet = bary_panel_find_sheet (panel, seat->application, seat->expert);

  return seat->mode != BARY_SEAT_FORBIDDEN && bary_panel_find_conflict (panel, seat->application, seat->expert) == NULL &&
         (sheet < 0 || (bary_panel_sheet (panel, (guint) sheet)->state == BARY_SHEET_DRAFT &&
                        bary_panel_sheet (panel, (guint) sheet)->typed_by != NULL));
}

static void
add_seat (BaryPaperWindow *self,
          const BarySeat  *seat)
{
  g_autofree char *title = bary_panel_application_to_words (self->panel, seat->application);
  g_autofree char *name = g_strdup_printf ("%s — %s", bary_panel_expert (self->panel, seat->expert)->name, title);
  g_autofree char *state = NULL;
  BaryPaper paper;
  GtkWidget *row;

  bary_paper_find (self->panel, seat->application, seat->expert, &paper);
  state = describe (&paper);
  row = bary_rows_add (self->rows, self->seats, name, state);
  if (paper.second >= 0)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !bary_store_is_read_only (bary_session_get_store (self->session)));
  g_object_set_data (G_OBJECT (row), "seat", (gpointer) seat);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, 0);
}

static void
show_all (BaryPaperWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;

  bary_rows_clear (self->rows);
  g_clear_pointer (&self->panel, bary_panel_free);
  self->panel = store != NULL ? bary_store_read_panel (store, self->contest, &error) : NULL;
  if (self->panel == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  for (guint i = 0; i < self->panel->seats->len; i++)
    if (is_awaited (self->panel, &g_array_index (self->panel->seats, BarySeat, i)))
      add_seat (self, &g_array_index (self->panel->seats, BarySeat, i));
  gtk_widget_set_visible (self->nothing, self->rows->len == 0);
}

/* Another contest than the one that is typed would leave marks without criteria. */
static void
store_changed_cb (BaryPaperWindow *self)
{
  guint n = self->panel != NULL ? self->panel->criteria->len : 0;

  show_all (self);
  if (self->panel != NULL && self->panel->criteria->len != n)
    show_list (self);
}

/* Acts */

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryPaperWindow *self = BARY_PAPER_WINDOW (widget);
  guint application, expert;
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = NULL;
  g_autofree char *title = NULL;

  if (!bary_paper_window_find (self, &application, &expert))
    return;
  title = bary_panel_application_to_words (self->panel, application);
  changes = bary_paper_window_collect (self, &error);
  if (changes == NULL)
    bary_session_fail (self->session, error);
  else if (bary_session_commit (self->session, N_("Type the sheet of %s"), title, changes))
    {
      bary_paper_window_drop_draft (self);
      show_list (self);
      bary_third_search_begin (self->session, self->contest);
    }
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_paper_window_flush (BARY_PAPER_WINDOW (widget));
  show_list (BARY_PAPER_WINDOW (widget));
}

static void
failed_cb (BaryPaperWindow *self,
           const char      *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static gboolean
bary_paper_window_close_request (GtkWindow *window)
{
  bary_paper_window_flush (BARY_PAPER_WINDOW (window));
  return GTK_WINDOW_CLASS (bary_paper_window_parent_class)->close_request (window);
}

static void
bary_paper_window_dispose (GObject *object)
{
  BaryPaperWindow *self = BARY_PAPER_WINDOW (object);

  bary_paper_window_forget (self);
  self->form = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_paper_window_parent_class)->dispose (object);
}

static void
bary_paper_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_PAPER_WINDOW (object)->panel, bary_panel_free);

  G_OBJECT_CLASS (bary_paper_window_parent_class)->finalize (object);
}

static void
bary_paper_window_class_init (BaryPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_paper_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_paper_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bary_paper_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, back);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, done);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, seats);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, BaryPaperWindow, form);
  gtk_widget_class_install_action (widget_class, "paper.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "paper.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "paper.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "paper.back", NULL);
}

static void
bary_paper_window_init (BaryPaperWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_paper_window_present (GtkWidget   *parent,
                           BarySession *session,
                           const char  *contest)
{
  BaryPaperWindow *self = g_object_new (BARY_TYPE_PAPER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->contest = g_strdup (contest);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  show_all (self);
  show_list (self);
}

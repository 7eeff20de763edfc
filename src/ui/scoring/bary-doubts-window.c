#include "bary-doubts-window.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-job.h"
#include "bary-rows.h"
#include "bary-store-doubts.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

struct _BaryDoubtsWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwToastOverlay     *toasts;
  GtkStack            *stack;
  AdwPreferencesGroup *open;
  AdwPreferencesGroup *answered;

  /* owned */
  BarySession         *session;
  char                *contest;
  GPtrArray           *doubts; /* (nullable) of BaryDoubt */
  GPtrArray           *rows;   /* of widgets of the groups */
  BaryJob             *job;    /* (nullable): the search that runs */
};

/* The search in its thread, with a state of the contest of its own. */
typedef struct {
  BaryJob   *job;      /* borrowed */
  char      *database;
  char      *contest;
  GPtrArray *doubts;   /* (nullable) */
} Search;

G_DEFINE_FINAL_TYPE (BaryDoubtsWindow, bary_doubts_window, ADW_TYPE_WINDOW)

static BaryStore *
get_store (BaryDoubtsWindow *self)
{
  return bary_session_get_store (self->session);
}

/* Answering */

static void
answer_cb (GtkWidget        *button,
           BaryDoubtsWindow *self)
{
  const BaryDoubt *doubt = g_object_get_data (G_OBJECT (button), "doubt");
  gboolean confirmed = g_object_get_data (G_OBJECT (button), "confirmed") != NULL;
  g_autofree char *day = bary_date_today ();
  g_autofree char *subject = g_strdup_printf ("%s, %s", doubt->who, doubt->about);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_store_answer_doubt (get_store (self), doubt, confirmed, day, &error);

  if (changes == NULL)
    bary_session_fail (self->session, error);
  else if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, confirmed ? N_("Conflict of interest: %s") : N_("No conflict of interest: %s"), subject, changes);
}

static GtkWidget *
make_button (BaryDoubtsWindow *self,
             BaryDoubt        *doubt,
             gboolean          confirmed)
{
  const char *label = confirmed ? _("A Conflict") : _("No Conflict");
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: 1: an answer, 2: an expert, 3: an application */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s, %3$s"), label, doubt->who, doubt->about);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "doubt", doubt);
  g_object_set_data (G_OBJECT (button), "confirmed", confirmed ? button : NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answer_cb), self, 0);
  return button;
}

/* Rows */

/* Returns: (transfer full): "Kinship… · No conflict, said by ivanova on 30 November 2026" */
static char *
describe (const BaryDoubt *doubt)
{
  g_autofree char *day = doubt->day != NULL ? bary_date_to_words (doubt->day) : NULL;
  const char *answer = doubt->confirmed ? _("A Conflict") : _("No conflict");

  if (!doubt->answered)
    return g_strdup (doubt->source);
  if (day == NULL || doubt->author == NULL)
    return g_strdup_printf ("%s\n%s", doubt->source, answer);
  /* Translators: 1: where it is known from, 2: an answer, 3: who gave it, 4: a day */
  return g_strdup_printf (_("%1$s\n%2$s, said by %3$s on %4$s"), doubt->source, answer, doubt->author, day);
}

static void
add_doubt (BaryDoubtsWindow *self,
           BaryDoubt        *doubt)
{
  AdwPreferencesGroup *group = doubt->answered ? self->answered : self->open;
  g_autofree char *title = g_strdup_printf ("%s — %s", doubt->who, doubt->about);
  g_autofree char *words = describe (doubt);
  GtkWidget *row = bary_rows_add (self->rows, group, title, words);

  if (!bary_store_is_read_only (get_store (self)))
    {
      if (!doubt->answered || !doubt->confirmed)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, doubt, TRUE));
      if (!doubt->answered || doubt->confirmed)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, doubt, FALSE));
    }
}

static void
show_doubts (BaryDoubtsWindow *self)
{
  guint n_open = bary_doubts_count_open (self->doubts);

  bary_rows_clear (self->rows);
  for (guint i = 0; i < self->doubts->len; i++)
    add_doubt (self, self->doubts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->open), n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->answered), self->doubts->len > n_open);
  gtk_stack_set_visible_child_name (self->stack, self->doubts->len > 0 ? "list" : "empty");
}

/* Searching */

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  g_free (self->database);
  g_free (self->contest);
  g_free (self);
}

static gboolean
search_work (BaryJob  *job,
             gpointer  data,
             GError  **error)
{
  Search *self = data;
  g_autoptr (BaryStore) store = bary_store_open (self->database, BARY_DATABASE_READ_ONLY, error);
  g_autoptr (BaryPanel) panel = store != NULL ? bary_store_read_panel (store, self->contest, error) : NULL;

  self->doubts = panel != NULL ? bary_store_find_doubts (store, panel, bary_job_get_cancellable (job), error) : NULL;
  return self->doubts != NULL;
}

static void
found_cb (gpointer      owner,
          gpointer      data,
          const GError *error)
{
  BaryDoubtsWindow *self = owner;
  Search *search = data;

  if (self->job == NULL || search->job != self->job)
    return;
  g_clear_object (&self->job);
  if (error != NULL)
    {
      bary_session_fail (self->session, error);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  bary_rows_clear (self->rows);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  self->doubts = g_steal_pointer (&search->doubts);
  show_doubts (self);
}

static void
forget_search (BaryDoubtsWindow *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (bary_job_get_cancellable (self->job));
  g_clear_object (&self->job);
}

/* What is in the list stays until the next one is there, but is not answered any more. */
static void
search (BaryDoubtsWindow *self)
{
  Search *data;

  forget_search (self);
  if (get_store (self) == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (self->rows->pdata[i], FALSE);
  data = g_new0 (Search, 1);
  data->database = g_strdup (bary_store_get_path (get_store (self)));
  data->contest = g_strdup (self->contest);
  data->job = self->job = bary_job_new (_("Comparing names"));
  bary_job_run (self->job, search_work, found_cb, G_OBJECT (self), data, search_free);
}

/* The window below says the same, but this one covers it. */
static void
failed_cb (BaryDoubtsWindow *self,
           const char       *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (BARY_DOUBTS_WINDOW (widget)->session);
}

static void
bary_doubts_window_dispose (GObject *object)
{
  BaryDoubtsWindow *self = BARY_DOUBTS_WINDOW (object);

  forget_search (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_doubts_window_parent_class)->dispose (object);
}

static void
bary_doubts_window_finalize (GObject *object)
{
  g_clear_pointer (&BARY_DOUBTS_WINDOW (object)->doubts, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_doubts_window_parent_class)->finalize (object);
}

static void
bary_doubts_window_class_init (BaryDoubtsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_doubts_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_doubts_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-doubts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDoubtsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BaryDoubtsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, BaryDoubtsWindow, open);
  gtk_widget_class_bind_template_child (widget_class, BaryDoubtsWindow, answered);
  gtk_widget_class_install_action (widget_class, "doubts.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "doubts.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_doubts_window_init (BaryDoubtsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_doubts_window_present (GtkWidget   *parent,
                            BarySession *session,
                            const char  *contest)
{
  BaryDoubtsWindow *self = g_object_new (BARY_TYPE_DOUBTS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->contest = g_strdup (contest);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  search (self);
}

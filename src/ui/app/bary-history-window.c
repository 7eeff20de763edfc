#include "bary-history-window.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-history-undo.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

#define FIRST_ACTIONS 100

struct _BaryHistoryWindow {
  AdwWindow            parent_instance;

  /* template */
  GtkStack            *pages;
  AdwPreferencesGroup *group;
  GtkWidget           *more;

  /* owned */
  BarySession         *session;
  GPtrArray           *rows;          /* of AdwActionRow, borrowed from the group */
  guint                limit;
  guint                refresh_source;
  guint                undo_source;
  gint64               undo_until;    /* the oldest action to be taken back */
};

G_DEFINE_FINAL_TYPE (BaryHistoryWindow, bary_history_window, ADW_TYPE_WINDOW)

/* Undoing goes from the newest back, one at a time, so that the window stays alive. */
static gboolean
undo_step_cb (gpointer data)
{
  BaryHistoryWindow *self = data;
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (BaryAction) action = store != NULL ? bary_history_peek_undo (bary_store_get_database (store), NULL) : NULL;

  if (action != NULL && action->id >= self->undo_until && bary_session_undo (self->session))
    return G_SOURCE_CONTINUE;

  self->undo_source = 0;
  return G_SOURCE_REMOVE;
}

static void
undo_to_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BaryHistoryWindow *self = BARY_HISTORY_WINDOW (widget);

  self->undo_until = g_variant_get_int64 (parameter);
  if (self->undo_source == 0)
    self->undo_source = g_idle_add (undo_step_cb, self);
}

/* The newest undo or redo of an action says whether it is undone now. */
static gboolean
is_undone (GHashTable       *turned,
           const BaryAction *action)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (turned, &action->id)) == BARY_ACTION_UNDO;
}

static void
add_row (BaryHistoryWindow *self,
         const BaryAction  *action,
         gboolean           undoable)
{
  g_autofree char *words = bary_action_to_words (action);
  g_autofree char *when = bary_moment_to_words (bary_stamp_get_ms (action->stamp));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", action->author, when);
  GtkWidget *row = bary_rows_add (self->rows, self->group, words, subtitle);

  if (undoable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");

      gtk_widget_set_tooltip_text (button, _("Undo up to here"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Undo up to here"), -1);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.undo-to");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", action->id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
}

static void
show_actions (BaryHistoryWindow *self,
              GPtrArray         *actions,
              gboolean           writable)
{
  g_autoptr (GHashTable) turned = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < actions->len; i++)
    {
      BaryAction *action = actions->pdata[i];
      gboolean turn = action->type == BARY_ACTION_UNDO || action->type == BARY_ACTION_REDO;

      if (turn && !g_hash_table_contains (turned, &action->target))
        g_hash_table_insert (turned, &action->target, GINT_TO_POINTER (action->type));
      add_row (self, action, writable && !turn && !is_undone (turned, action));
    }
}

static gboolean
refresh_cb (gpointer data)
{
  BaryHistoryWindow *self = data;
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;

  self->refresh_source = 0;
  bary_rows_clear (self->rows);

  if (store != NULL)
    actions = bary_store_list_actions (store, NULL, self->limit, &error);
  if (actions != NULL)
    show_actions (self, actions, !bary_store_is_read_only (store));
  else if (error != NULL)
    bary_session_fail (self->session, error);

  gtk_widget_set_visible (self->more, self->rows->len == self->limit);
  gtk_stack_set_visible_child_name (self->pages, self->rows->len > 0 ? "actions" : "empty");
  return G_SOURCE_REMOVE;
}

static void
changed_cb (BaryHistoryWindow *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
more_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  BARY_HISTORY_WINDOW (widget)->limit *= 2;
  changed_cb (BARY_HISTORY_WINDOW (widget));
}

static void
bary_history_window_dispose (GObject *object)
{
  BaryHistoryWindow *self = BARY_HISTORY_WINDOW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->undo_source, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_history_window_parent_class)->dispose (object);
}

static void
bary_history_window_finalize (GObject *object)
{
  g_ptr_array_unref (BARY_HISTORY_WINDOW (object)->rows);

  G_OBJECT_CLASS (bary_history_window_parent_class)->finalize (object);
}

static void
bary_history_window_class_init (BaryHistoryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bary_history_window_dispose;
  object_class->finalize = bary_history_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/app/bary-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryHistoryWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryHistoryWindow, group);
  gtk_widget_class_bind_template_child (widget_class, BaryHistoryWindow, more);
  gtk_widget_class_install_action (widget_class, "history.undo-to", "x", undo_to_cb);
  gtk_widget_class_install_action (widget_class, "history.more", NULL, more_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_history_window_init (BaryHistoryWindow *self)
{
  self->limit = FIRST_ACTIONS;
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bary_history_window_new (GtkWindow   *parent,
                         BarySession *session)
{
  BaryHistoryWindow *self = g_object_new (BARY_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);
  BaryStore *store = bary_session_get_store (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WINDOW (self);
}

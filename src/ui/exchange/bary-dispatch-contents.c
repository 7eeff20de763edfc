#include "bary-dispatch-contents.h"

#include "bary-config.h"
#include "bary-dispatch-order.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryDispatchContents {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *spinner;

  /* owned */
  GPtrArray           *rows;
  BaryJob             *job; /* (nullable): the run whose answer is awaited */
};

G_DEFINE_FINAL_TYPE (BaryDispatchContents, bary_dispatch_contents, ADW_TYPE_BIN)

typedef struct {
  BaryJob           *job; /* borrowed: only compared */
  BaryDispatchOrder *order;
  BarySession       *session;
  guint              counts[BARY_N_KINDS];
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  bary_dispatch_order_free (count->order);
  g_object_unref (count->session);
  g_free (count);
}

static gboolean
count_work (BaryJob   *job,
            gpointer   data,
            GError   **error)
{
  Count *count = data;
  g_autoptr (BaryStore) store = bary_store_open (count->order->database, BARY_DATABASE_READ_ONLY, error);

  return store != NULL &&
         bary_dispatch_count (&count->order->dispatch, store, count->counts, bary_job_get_cancellable (job), error);
}

/* The labels of the fields that leave, or of those that stay. Returns: (transfer full) (nullable): NULL if there are none. */
static char *
list_fields (const BaryDispatch *dispatch,
             BaryKind            kind,
             gboolean            leaving)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    if (bary_profile_leaves_out (dispatch->profile, dispatch->kind, kind, &info->fields[i]) != leaving)
      g_ptr_array_add (labels, (gpointer) bary_field_get_label (&info->fields[i]));
  if (labels->len == 0)
    return NULL;

  g_ptr_array_add (labels, NULL);
  return g_strjoinv (", ", (char **) labels->pdata);
}

static void
add_fields (AdwExpanderRow *row,
            const char     *title,
            const char     *fields)
{
  GtkWidget *line;

  if (fields == NULL)
    return;

  line = bary_rows_make (title, fields);
  adw_expander_row_add_row (row, line);
}

static void
add_kind (BaryDispatchContents *self,
          const BaryDispatch   *dispatch,
          BaryKind              kind,
          guint                 count)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *leaving = list_fields (dispatch, kind, TRUE);
  g_autofree char *staying = list_fields (dispatch, kind, FALSE);
  /* Translators: of a package; %s: fields of a record */
  g_autofree char *without = staying != NULL ? g_strdup_printf (_("without: %s"), staying) : NULL;
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(bary_kind_get_info (kind)->plural));
  adw_expander_row_set_subtitle (row, without != NULL ? without : _("all fields"));
  adw_expander_row_add_action (row, label);
  add_fields (row, _("Leave"), leaving);
  add_fields (row, _("Stay here"), staying);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
counted_cb (gpointer      contents,
            gpointer      data,
            const GError *error)
{
  BaryDispatchContents *self = contents;
  Count *count = data;
  const BaryDispatch *dispatch = &count->order->dispatch;

  /* Another one is waited for, or none. */
  if (self->job == NULL || count->job != self->job)
    return;

  g_clear_object (&self->job);
  gtk_widget_set_visible (self->spinner, FALSE);
  if (error != NULL)
    {
      bary_session_fail (count->session, error);
      return;
    }
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    if (count->counts[kind] > 0)
      add_kind (self, dispatch, kind, count->counts[kind]);
  adw_preferences_group_set_description (self->group, self->rows->len > 0 ? bary_profile_get_label (dispatch->profile)
                                                                          : _("Nothing: the reader has it all"));
}

static void
stop (BaryDispatchContents *self)
{
  if (self->job != NULL)
    g_cancellable_cancel (bary_job_get_cancellable (self->job));
  g_clear_object (&self->job);
}

void
bary_dispatch_contents_show (BaryDispatchContents *self,
                             BarySession          *session,
                             const BaryDispatch   *dispatch,
                             const char           *hint)
{
  Count *count;

  stop (self);
  bary_rows_clear (self->rows);
  adw_preferences_group_set_description (self->group, dispatch == NULL ? hint : NULL);
  gtk_widget_set_visible (self->spinner, dispatch != NULL);
  if (dispatch == NULL)
    return;

  adw_preferences_group_set_title (self->group, dispatch->kind->changes ? _("Edits that leave") : _("Records that leave"));
  count = g_new0 (Count, 1);
  count->order = bary_dispatch_order_new (bary_session_get_store (session), dispatch);
  count->session = g_object_ref (session);
  count->job = self->job = bary_job_new (_("Counting what leaves"));
  bary_job_run (self->job, count_work, counted_cb, G_OBJECT (self), count, count_free);
}

static void
bary_dispatch_contents_dispose (GObject *object)
{
  BaryDispatchContents *self = BARY_DISPATCH_CONTENTS (object);

  stop (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_dispatch_contents_parent_class)->dispose (object);
}

static void
bary_dispatch_contents_class_init (BaryDispatchContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_dispatch_contents_dispose;
}

static void
bary_dispatch_contents_init (BaryDispatchContents *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->spinner = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  adw_preferences_group_set_title (self->group, _("Records that leave"));
  adw_preferences_group_set_header_suffix (self->group, self->spinner);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

#include "bary-directory-filters.h"

#include "bary-config.h"
#include "bary-organisation.h"

#include <glib/gi18n-lib.h>

struct _BaryDirectoryFilters {
  AdwBin       parent_instance;

  AdwComboRow *kind;
  AdwComboRow *centre;
  GtkSwitch   *status;
  GtkSwitch   *loose;

  BarySession *session;
  GPtrArray   *centres; /* ids in the order of the list */
  gboolean     quiet;
};

G_DEFINE_FINAL_TYPE (BaryDirectoryFilters, bary_directory_filters, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (BaryDirectoryFilters *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
bary_directory_filters_dispose (GObject *object)
{
  BaryDirectoryFilters *self = BARY_DIRECTORY_FILTERS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->centres, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_directory_filters_parent_class)->dispose (object);
}

static void
bary_directory_filters_class_init (BaryDirectoryFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_directory_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_DIRECTORY_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/directory/bary-directory-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryFilters, kind);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryFilters, centre);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryFilters, status);
  gtk_widget_class_bind_template_child (widget_class, BaryDirectoryFilters, loose);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
bary_directory_filters_init (BaryDirectoryFilters *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (kinds, _("Any kind"));
  for (const BaryChoice *choice = bary_organisation_kinds; choice->word != NULL; choice++)
    gtk_string_list_append (kinds, _(choice->label));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  self->centres = g_ptr_array_new_with_free_func (g_free);
  self->quiet = FALSE;
}

static void
list_centres (BaryDirectoryFilters *self)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CENTRE);
  g_autoptr (GPtrArray) records = store != NULL ? bary_store_select (store, query, NULL) : NULL;

  self->quiet = TRUE;
  g_ptr_array_set_size (self->centres, 0);
  gtk_string_list_append (names, _("Any centre"));
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gtk_string_list_append (names, bary_record_get_name (records->pdata[i]));
      g_ptr_array_add (self->centres, g_strdup (bary_record_get_id (records->pdata[i])));
    }
  adw_combo_row_set_model (self->centre, G_LIST_MODEL (names));
  self->quiet = FALSE;
}

static gboolean
touches_centres (GPtrArray *touches)
{
  for (guint i = 0; touches != NULL && i < touches->len; i++)
    if (((BaryTrace *) touches->pdata[i])->kind == BARY_KIND_CENTRE)
      return TRUE;

  return touches == NULL;
}

/* The choice stays with its centre while the list around it changes. */
static void
store_changed_cb (BaryDirectoryFilters *self,
                  GPtrArray            *touches)
{
  guint selected = adw_combo_row_get_selected (self->centre);
  g_autofree char *chosen = NULL;
  guint position;

  if (!touches_centres (touches))
    return;
  if (selected > 0 && selected <= self->centres->len)
    chosen = g_strdup (self->centres->pdata[selected - 1]);

  list_centres (self);
  if (chosen != NULL && g_ptr_array_find_with_equal_func (self->centres, chosen, g_str_equal, &position))
    adw_combo_row_set_selected (self->centre, position + 1);
}

static void
store_replaced_cb (BaryDirectoryFilters *self)
{
  BaryStore *store = bary_session_get_store (self->session);

  list_centres (self);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

void
bary_directory_filters_set_session (BaryDirectoryFilters *self,
                                    BarySession          *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (store_replaced_cb), self, G_CONNECT_SWAPPED);
  store_replaced_cb (self);
}

const char *
bary_directory_filters_get_kind (BaryDirectoryFilters *self)
{
  guint selected = adw_combo_row_get_selected (self->kind);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? bary_organisation_kinds[selected - 1].word : NULL;
}

static const char *
get_centre (BaryDirectoryFilters *self)
{
  guint selected = adw_combo_row_get_selected (self->centre);

  return selected > 0 && selected <= self->centres->len ? self->centres->pdata[selected - 1] : NULL;
}

void
bary_directory_filters_apply (BaryDirectoryFilters *self,
                              BaryQuery            *query)
{
  const char *day = bary_session_get_day (self->session);

  if (bary_directory_filters_get_kind (self) != NULL)
    bary_query_where (query, "kind", bary_directory_filters_get_kind (self));
  if (get_centre (self) != NULL)
    bary_query_where (query, "centre", get_centre (self));
  if (gtk_switch_get_active (self->status))
    bary_query_referred (query, BARY_KIND_STATUS, "organisation", day, TRUE);
  if (gtk_switch_get_active (self->loose))
    {
      bary_query_referred (query, BARY_KIND_MEMBERSHIP, "organisation", day, FALSE);
      bary_query_referred (query, BARY_KIND_CLUSTER, "barycenter", day, FALSE);
    }
}

gboolean
bary_directory_filters_is_active (BaryDirectoryFilters *self)
{
  return bary_directory_filters_get_kind (self) != NULL || get_centre (self) != NULL ||
         gtk_switch_get_active (self->status) || gtk_switch_get_active (self->loose);
}

void
bary_directory_filters_reset (BaryDirectoryFilters *self)
{
  if (!bary_directory_filters_is_active (self))
    return;

  self->quiet = TRUE;
  adw_combo_row_set_selected (self->kind, 0);
  adw_combo_row_set_selected (self->centre, 0);
  gtk_switch_set_active (self->status, FALSE);
  gtk_switch_set_active (self->loose, FALSE);
  self->quiet = FALSE;
  changed_cb (self);
}

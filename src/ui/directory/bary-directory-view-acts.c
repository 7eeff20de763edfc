#include "bary-directory-view-private.h"

#include "bary-config.h"
#include "bary-directory-columns.h"
#include "bary-directory-table.h"
#include "bary-form-page.h"
#include "bary-shortcut.h"
#include "bary-table-import.h"

#include <glib/gi18n-lib.h>

static void
add (BaryDirectoryView *self)
{
  g_autoptr (BaryRecord) record = NULL;
  g_autofree char *centre = NULL;

  if (self->store == NULL || bary_store_is_read_only (self->store))
    return;

  record = bary_record_new (self->kind, NULL);
  if (self->kind == BARY_KIND_ORGANISATION)
    {
      centre = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);
      bary_record_set_all (record, "kind", bary_directory_filters_get_kind (self->filters), "centre", centre, NULL);
    }
  g_free (self->awaited);
  self->awaited = g_strdup (bary_record_get_id (record));
  bary_form_page_present (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)), record, NULL, NULL);
}

static BaryRecord *
dup_selected (BaryDirectoryView *self)
{
  const char *id = self->selection != NULL ? bary_record_selection_get_selected (self->selection) : NULL;

  return id != NULL ? bary_store_get (self->store, self->kind, id, NULL) : NULL;
}

static void
remove_selected (BaryDirectoryView *self)
{
  g_autoptr (BaryRecord) record = dup_selected (self);

  if (record != NULL && !bary_store_is_read_only (self->store))
    bary_form_remove_record (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)), record);
}

static void
kind_action_changed_cb (GSimpleAction     *action,
                        GVariant          *state,
                        BaryDirectoryView *self)
{
  BaryKind kind;

  if (!bary_kind_from_name (g_variant_get_string (state, NULL), &kind, NULL))
    return;

  g_simple_action_set_state (action, state);
  bary_directory_view_set_kind (self, kind);
}

static void
add_cb (GSimpleAction     *action,
        GVariant          *parameter,
        BaryDirectoryView *self)
{
  add (self);
}

static void
remove_cb (GSimpleAction     *action,
           GVariant          *parameter,
           BaryDirectoryView *self)
{
  remove_selected (self);
}

static void
show_all_cb (GSimpleAction     *action,
             GVariant          *parameter,
             BaryDirectoryView *self)
{
  bary_directory_view_show_all (self);
}

static void
search_cb (GSimpleAction     *action,
           GVariant          *parameter,
           BaryDirectoryView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Organisations of a table are the own centre's unless it says otherwise. */
static void
import_table (BaryDirectoryView *self,
              void             (*import) (GtkWidget *, BarySession *, BaryRecord *, BaryTableRemark))
{
  g_autoptr (BaryRecord) pattern = bary_record_new (self->kind, NULL);
  g_autofree char *centre = bary_store_dup_meta (self->store, BARY_META_OWN_CENTRE);

  if (self->kind == BARY_KIND_ORGANISATION)
    bary_record_set_all (pattern, "centre", centre, NULL);
  import (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)), pattern, NULL);
}

static void
import_cb (GSimpleAction     *action,
           GVariant          *parameter,
           BaryDirectoryView *self)
{
  if (self->store != NULL)
    import_table (self, bary_table_import_open);
}

static void
paste_cb (GSimpleAction     *action,
          GVariant          *parameter,
          BaryDirectoryView *self)
{
  if (self->store != NULL)
    import_table (self, bary_table_import_paste);
}

static void
export_cb (GSimpleAction     *action,
           GVariant          *parameter,
           BaryDirectoryView *self)
{
  g_autoptr (GPtrArray) fields = bary_directory_columns_list_fields (self->list);

  if (self->records != NULL)
    bary_directory_table_export (GTK_WIDGET (self), bary_view_get_session (BARY_VIEW (self)),
                                 G_LIST_MODEL (self->records), _(bary_kind_get_info (self->kind)->plural), fields);
}

void
bary_directory_view_install_actions (BaryDirectoryView *self)
{
  const struct { const char *name; GCallback func; } acts[] = {
    { "add", G_CALLBACK (add_cb) },
    { "remove", G_CALLBACK (remove_cb) },
    { "search", G_CALLBACK (search_cb) },
    { "show-all", G_CALLBACK (show_all_cb) },
    { "import", G_CALLBACK (import_cb) },
    { "paste", G_CALLBACK (paste_cb) },
    { "export", G_CALLBACK (export_cb) },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) kind = g_simple_action_new_stateful ("kind", G_VARIANT_TYPE_STRING,
                                                                 g_variant_new_string ("organisation"));

  g_signal_connect_object (kind, "change-state", G_CALLBACK (kind_action_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (kind));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (acts[i].name, NULL);

      g_signal_connect_object (action, "activate", acts[i].func, self, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "directory", G_ACTION_GROUP (group));
  self->actions = group;
}

void
bary_directory_view_install_shortcuts (BaryDirectoryView *self)
{
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>f", "directory.search");
  bary_shortcut_add (GTK_WIDGET (self), GTK_SHORTCUT_SCOPE_GLOBAL, "<Control>n", "directory.add");
  bary_shortcut_add (GTK_WIDGET (self->list), GTK_SHORTCUT_SCOPE_LOCAL, "Delete", "directory.remove");
}

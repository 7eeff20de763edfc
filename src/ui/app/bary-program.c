#include "bary-program.h"

#include "bary-config.h"
#include "bary-location.h"
#include "bary-settings.h"
#include "bary-window.h"

#include <glib/gi18n-lib.h>

struct _BaryProgram {
  AdwApplication  parent_instance;

  GHashTable     *stores; /* path and mode -> BaryStore, without a reference */
};

G_DEFINE_FINAL_TYPE (BaryProgram, bary_program, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open FILE instead of the default database"), N_("FILE") },
  { "samples", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Fill a new database with the sample packages"), NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Make a new database without samples"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[PACKAGE…]") },
  { NULL }
};

static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>k" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.history", { "<Control>h" } },
  { "win.export-picture", { "<Control><Shift>e" } },
  { "win.print-picture", { "<Control>p" } },
  { "win.copy-picture", { "<Control><Shift>c" } },
  { "win.new-window", { "<Control><Shift>n" } },
  { "win.shortcuts", { "F1", "<Control>question" } },
  { "win.present", { "F5" } },
  { "win.present-steps", { "<Shift>F5" } },
  { "win.tab::cluster", { "<Alt>1" } },
  { "win.tab::roadmap", { "<Alt>2" } },
  { "win.tab::contest", { "<Alt>3" } },
  { "win.tab::network", { "<Alt>4" } },
  { "win.tab::directory", { "<Alt>5" } },
  { "win.tab::exchange", { "<Alt>6" } },
  { "window.close", { "<Control>w" } },
};

/* Stores */

static gboolean
is_store (gpointer key,
          gpointer value,
          gpointer store)
{
  return value == store;
}

static void
store_gone_cb (gpointer  stores,
               GObject  *store)
{
  g_hash_table_foreach_remove (stores, is_store, store);
  g_hash_table_unref (stores);
}

BaryStore *
bary_program_open_store (BaryProgram   *self,
                         const char        *path,
                         BaryDatabaseMode   mode,
                         GError           **error)
{
  g_autofree char *real = g_canonicalize_filename (path, NULL);
  g_autofree char *key = g_strconcat (mode == BARY_DATABASE_READ_ONLY ? "r" : "w", real, NULL);
  BaryStore *store = g_hash_table_lookup (self->stores, key);

  if (store != NULL)
    return g_object_ref (store);

  store = bary_store_open (real, mode, error);
  if (store == NULL)
    return NULL;

  g_hash_table_insert (self->stores, g_steal_pointer (&key), store);
  g_object_weak_ref (G_OBJECT (store), store_gone_cb, g_hash_table_ref (self->stores));
  return store;
}

/* Windows */

/* What was open last, if it is still there. */
static char *
get_usual_path (void)
{
  g_autoptr (GSettings) settings = bary_settings_new ();
  g_autofree char *last = bary_settings_dup (settings, "last-database");

  if (last != NULL && g_file_test (last, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&last);
  return bary_location_get_default_database ();
}

void
bary_program_open_window (BaryProgram *self,
                          const char      *path)
{
  BaryWindow *window = bary_window_new (self);

  bary_window_open_database (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static BaryWindow *
get_window (BaryProgram *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !BARY_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? BARY_WINDOW (window) : NULL;
}

static void
bary_program_activate (GApplication *application)
{
  BaryWindow *window = get_window (BARY_PROGRAM (application));
  g_autofree char *path = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  path = get_usual_path ();
  bary_program_open_window (BARY_PROGRAM (application), path);
}

/* Packages, by a double click or from the command line. */
static void
bary_program_open (GApplication  *application,
                   GFile        **files,
                   int            n_files,
                   const char    *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);

  bary_program_activate (application);
  bary_window_import (get_window (BARY_PROGRAM (application)), G_LIST_MODEL (list));
}

static void
open_packages (GApplication            *application,
               GApplicationCommandLine *command_line,
               const char             **names)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));
  g_application_open (application, (GFile **) files->pdata, files->len, "");
}

static void
make_database (BaryProgram *self,
               const char      *path,
               gboolean         samples)
{
  BaryWindow *window = bary_window_new (self);

  bary_window_make_database (window, path, samples);
  gtk_window_present (GTK_WINDOW (window));
}

static int
bary_program_command_line (GApplication            *application,
                           GApplicationCommandLine *command_line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  BaryProgram *self = BARY_PROGRAM (application);
  gboolean samples = g_variant_dict_contains (given, "samples");
  gboolean empty = g_variant_dict_contains (given, "empty");
  g_autofree const char **names = NULL;
  g_autofree char *path = NULL;
  const char *name;

  if (g_variant_dict_lookup (given, "database", "^&ay", &name))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, name);

      path = g_file_get_path (file);
    }
  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &names);

  if (path == NULL && (samples || empty))
    path = bary_location_get_default_database ();
  if (path != NULL && (samples || empty) && !g_file_test (path, G_FILE_TEST_EXISTS))
    make_database (self, path, samples);
  else if (path != NULL)
    bary_program_open_window (self, path);
  else if (names == NULL)
    {
      path = get_usual_path ();
      bary_program_open_window (self, path);
    }

  if (names != NULL)
    open_packages (application, command_line, names);
  return 0;
}

static int
bary_program_handle_local_options (GApplication *application,
                                   GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;

  g_print ("barycenter %s\n", BARY_VERSION);
  return 0;
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (BARY_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

/* Of the notification in the morning. */
static void
today_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       application)
{
  g_application_activate (application);
  if (get_window (application) != NULL)
    bary_window_show_today (get_window (application));
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "today", today_cb },
};

static void
add_switches (BaryProgram *self)
{
  g_autoptr (GSettings) settings = bary_settings_new ();
  g_autoptr (GAction) morning = settings != NULL ? g_settings_create_action (settings, "morning-notice") : NULL;

  if (morning != NULL)
    g_action_map_add_action (G_ACTION_MAP (self), morning);
}

static void
bary_program_startup (GApplication *application)
{
  G_APPLICATION_CLASS (bary_program_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  add_switches (BARY_PROGRAM (application));
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
bary_program_finalize (GObject *object)
{
  g_hash_table_unref (BARY_PROGRAM (object)->stores);

  G_OBJECT_CLASS (bary_program_parent_class)->finalize (object);
}

static void
bary_program_class_init (BaryProgramClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bary_program_finalize;
  application_class->startup = bary_program_startup;
  application_class->activate = bary_program_activate;
  application_class->open = bary_program_open;
  application_class->command_line = bary_program_command_line;
  application_class->handle_local_options = bary_program_handle_local_options;
}

static void
bary_program_init (BaryProgram *self)
{
  self->stores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BaryProgram *
bary_program_new (void)
{
  return g_object_new (BARY_TYPE_PROGRAM,
                       "application-id", BARY_APPLICATION_ID,
                       "resource-base-path", "/org/barycenter/Barycenter",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

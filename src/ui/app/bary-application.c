#include "bary-application.h"

#include "bary-config.h"
#include "bary-window.h"

#include <glib/gi18n-lib.h>

struct _BaryApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (BaryApplication, bary_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "database", 'd', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open FILE instead of the default database"), N_("FILE") },
  { "samples", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Fill a new database with the sample packages"), NULL },
  { "empty", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Make a new database without samples"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[PACKAGE…]") },
  { NULL }
};

static char *
default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "barycenter", "centre.db", NULL);
}

static void
bary_application_open_window (BaryApplication *self,
                              const char      *path)
{
  BaryWindow *window = bary_window_new (self);

  bary_window_open_database (window, path);
  gtk_window_present (GTK_WINDOW (window));
}

static int
bary_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  g_autofree char *path = NULL;

  if (!g_variant_dict_lookup (given, "database", "^ay", &path))
    path = default_path ();

  bary_application_open_window (BARY_APPLICATION (application), path);
  return 0;
}

static void
bary_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = default_path ();

  if (window != NULL)
    gtk_window_present (window);
  else
    bary_application_open_window (BARY_APPLICATION (application), path);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
};

static void
set_accels (GtkApplication *application,
            const char     *action,
            const char     *accel)
{
  const char *const accels[] = { accel, NULL };

  gtk_application_set_accels_for_action (application, action, accels);
}

static void
bary_application_startup (GApplication *application)
{
  GtkApplication *app = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (bary_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accels (app, "app.quit", "<Control>q");
  set_accels (app, "win.undo", "<Control>z");
  set_accels (app, "win.redo", "<Control><Shift>z");
}

static void
bary_application_class_init (BaryApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = bary_application_startup;
  application_class->activate = bary_application_activate;
  application_class->command_line = bary_application_command_line;
}

static void
bary_application_init (BaryApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

BaryApplication *
bary_application_new (void)
{
  return g_object_new (BARY_TYPE_APPLICATION,
                       "application-id", BARY_APPLICATION_ID,
                       "resource-base-path", "/org/barycenter/Barycenter",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}

#include "bary-print-run.h"

#include "bary-settings.h"

/* Paper */

/* A document has paper of its own; on which a picture is printed is for the person to say. */
static gboolean
asks_for_paper (GtkPrintOperation *operation)
{
  return gtk_print_operation_get_embed_page_setup (operation);
}

static void
restore_paper (GtkPrintOperation *operation,
               GSettings         *settings)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, "paper");
  GtkPageSetup *usual = gtk_print_operation_get_default_page_setup (operation);
  g_autoptr (GtkPageSetup) setup = NULL;

  if (g_variant_n_children (kept) == 0)
    return;
  setup = gtk_page_setup_new_from_gvariant (kept);
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (usual));
  gtk_print_operation_set_default_page_setup (operation, setup);
}

static void
keep_paper (GtkPrintOperation *operation,
            GSettings         *settings)
{
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  g_settings_set_value (settings, "paper", gtk_page_setup_to_gvariant (setup));
}

/* The printer */

static const char *const kept_keys[] = {
  GTK_PRINT_SETTINGS_PRINTER, GTK_PRINT_SETTINGS_USE_COLOR, GTK_PRINT_SETTINGS_DUPLEX, GTK_PRINT_SETTINGS_QUALITY,
  GTK_PRINT_SETTINGS_MEDIA_TYPE, GTK_PRINT_SETTINGS_DEFAULT_SOURCE, GTK_PRINT_SETTINGS_OUTPUT_BIN, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT,
};

static void
copy_printer (GtkPrintSettings *from,
              GtkPrintSettings *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept_keys); i++)
    if (gtk_print_settings_has_key (from, kept_keys[i]))
      gtk_print_settings_set (to, kept_keys[i], gtk_print_settings_get (from, kept_keys[i]));
}

static void
restore_printer (GtkPrintOperation *operation,
                 GSettings         *settings)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, "printer");
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_new_from_gvariant (value);
  GtkPrintSettings *usual = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GtkPrintSettings) wanted = usual != NULL ? gtk_print_settings_copy (usual) : gtk_print_settings_new ();

  copy_printer (kept, wanted);
  gtk_print_operation_set_print_settings (operation, wanted);
}

static void
keep_printer (GtkPrintOperation *operation,
              GSettings         *settings)
{
  g_autoptr (GtkPrintSettings) kept = gtk_print_settings_new ();

  copy_printer (gtk_print_operation_get_print_settings (operation), kept);
  g_settings_set_value (settings, "printer", gtk_print_settings_to_gvariant (kept));
}

/* A run */

static void
restore (GtkPrintOperation *operation)
{
  g_autoptr (GSettings) settings = bary_settings_new ();

  if (settings == NULL)
    return;
  restore_printer (operation, settings);
  if (asks_for_paper (operation))
    restore_paper (operation, settings);
}

static void
keep (GtkPrintOperation *operation)
{
  g_autoptr (GSettings) settings = bary_settings_new ();

  if (settings == NULL)
    return;
  keep_printer (operation, settings);
  if (asks_for_paper (operation))
    keep_paper (operation, settings);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         BarySession             *session)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  bary_session_fail (session, error);
}

void
bary_print_run (GtkPrintOperation *operation,
                GtkWindow         *parent,
                BarySession       *session)
{
  restore (operation);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

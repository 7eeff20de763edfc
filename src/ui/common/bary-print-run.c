#include "bary-print-run.h"

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         BarySession             *session)
{
  g_autoptr (GError) error = NULL;

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
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

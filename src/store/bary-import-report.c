#include "bary-import.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
notice_free (gpointer data)
{
  BaryImportNotice *notice = data;

  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->message);
  g_free (notice);
}

void
bary_import_report_clear (BaryImportReport *report)
{
  g_clear_pointer (&report->notices, g_ptr_array_unref);
  g_clear_object (&report->preview);
  g_free (report->plan);
  *report = (BaryImportReport) { 0 };
}

gboolean
bary_import_report_count (BaryImportReport *report)
{
  return report->n_notices++ < BARY_IMPORT_MOST_NOTICES;
}

void
bary_import_report_add (BaryImportReport     *report,
                        BaryRecord           *record,
                        guint                 line,
                        BaryImportNoticeCode  code,
                        char                 *title,
                        char                 *message)
{
  BaryImportNotice *notice = g_new0 (BaryImportNotice, 1);

  notice->kind = bary_record_get_kind (record);
  notice->id = g_strdup (bary_record_get_id (record));
  notice->title = title;
  notice->line = line;
  notice->code = code;
  notice->message = message;
  if (report->notices == NULL)
    report->notices = g_ptr_array_new_with_free_func (notice_free);
  g_ptr_array_add (report->notices, notice);
}

gboolean
bary_import_report_keep_preview (BaryImportReport  *report,
                                 BaryImportFlags    flags,
                                 BaryDatabase      *database,
                                 gint64             action,
                                 GError           **error)
{
  if (flags & BARY_IMPORT_PREVIEW)
    report->preview = bary_preview_new (database, action, error);
  return !(flags & BARY_IMPORT_PREVIEW) || report->preview != NULL;
}

gboolean
bary_import_report_keep_plan (BaryImportReport  *report,
                              const char        *plan,
                              const char        *before,
                              GError           **error)
{
  g_free (report->plan);
  report->plan = g_strdup (plan);
  if (before == NULL || g_str_equal (plan, before))
    return TRUE;

  g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_OUTDATED,
                       _("the data have changed since you looked at what the package does: look again; nothing was taken in"));
  return FALSE;
}

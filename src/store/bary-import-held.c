#include "bary-import-held.h"

#include "bary-config.h"
#include "bary-freeze.h"

#include <glib/gi18n-lib.h>

static gboolean
refers_outside (GHashTable *left_out,
                BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  for (guint i = 0; g_hash_table_size (left_out) > 0 && i < info->n_fields; i++)
    {
      const char *value = info->fields[i].type == BARY_FIELD_REFERENCE ? bary_record_get (record, &info->fields[i]) : NULL;

      if (value != NULL && g_hash_table_contains (left_out, value))
        return TRUE;
    }
  return FALSE;
}

/* Of the contest its rules alone are held, of a part and of what refers to one that is left out all. */
static void
put_back (BaryRecord *present,
          BaryRecord *after)
{
  const BaryKindInfo *info = bary_record_get_info (after);
  gboolean whole = info->kind != BARY_KIND_CONTEST;

  for (guint i = 0; i < info->n_fields; i++)
    if (whole || bary_freeze_holds_field (info->fields[i].name))
      bary_record_set (after, &info->fields[i], bary_record_get (present, &info->fields[i]));
}

static gboolean
try_to_write (BaryWriter  *writer,
              BaryRecord  *present,
              BaryRecord  *after,
              GError     **error)
{
  return present == NULL ? bary_writer_add (writer, after, error) : bary_writer_update (writer, present, after, error);
}

gboolean
bary_import_write (BaryWriter  *writer,
                   GHashTable  *left_out,
                   BaryRecord  *present,
                   BaryRecord  *after,
                   gboolean    *held,
                   GError     **error)
{
  GError *refusal = NULL;

  *held = refers_outside (left_out, after);
  if (!*held && try_to_write (writer, present, after, &refusal))
    return TRUE;

  *held |= bary_writer_pass_over (writer);
  if (!*held)
    {
      g_propagate_error (error, refusal);
      return FALSE;
    }
  g_clear_error (&refusal);
  if (present == NULL)
    return g_hash_table_add (left_out, g_strdup (bary_record_get_id (after)));

  put_back (present, after);
  return bary_writer_update (writer, present, after, error);
}

void
bary_import_tell_held (BaryStore        *store,
                       BaryRecord       *record,
                       guint             line,
                       gboolean          is_new,
                       BaryImportReport *report)
{
  char *title;

  report->held++;
  if (!bary_import_report_count (report))
    return;
  title = bary_store_describe (store, record);
  bary_import_report_add (report, record, line, BARY_IMPORT_NOTICE_HELD, title,
                          /* Translators: %s: a record */
                          g_strdup_printf (is_new ? _("%s: it is new, and the contest is frozen here; it is left out")
                                                  : _("%s: the contest is frozen here; it stays as it is"), title));
}

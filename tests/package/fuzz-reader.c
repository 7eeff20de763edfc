#include "bary-reader.h"

/* For libFuzzer: any bytes, cut anywhere, are a package or are refused with a reason. */

#define PIECE 509

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
check_record (BaryRecord  *record,
              guint        line,
              gpointer     user_data,
              GError     **error)
{
  g_autoptr (BaryRecord) owned = record;

  g_assert (line > 0);
  return bary_record_validate (owned, error);
}

static gboolean
check_edit (const BarySentEdit  *edit,
            guint                line,
            gpointer             user_data,
            GError             **error)
{
  g_assert (line > 0 && edit->record != NULL && edit->author != NULL);
  return TRUE;
}

static gboolean
check_knowledge (const BarySentKnowledge  *knowledge,
                 gpointer                  user_data,
                 GError                  **error)
{
  g_assert (knowledge->replica != NULL && knowledge->other != NULL);
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const BaryEditVisitor visitor = { check_edit, check_knowledge };
  g_autoptr (BaryReader) reader = bary_reader_new ("fuzz.xml", check_record, NULL);
  g_autoptr (GError) error = NULL;
  gboolean sound = TRUE;

  bary_reader_set_edit_visitor (reader, &visitor, NULL);
  for (gsize i = 0; sound && i < size; i += PIECE)
    sound = bary_reader_feed (reader, (const char *) data + i, MIN (PIECE, size - i), &error);
  sound = sound && bary_reader_finish (reader, &error);
  g_assert (sound == (error == NULL));
  return 0;
}

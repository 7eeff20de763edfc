#include "bary-preview.h"

#include "bary-history-fields.h"
#include "bary-record-words.h"

#define N_OPERATIONS 3

struct _BaryPreview {
  GObject       parent_instance;

  BaryDatabase *database;
  gint64        first[BARY_N_KINDS]; /* the number of its first record */
  guint         counts[BARY_N_KINDS][N_OPERATIONS];

  BaryStore    *store;               /* (nullable): of the record that is being read */
};

G_DEFINE_FINAL_TYPE (BaryPreview, bary_preview, G_TYPE_OBJECT)

static void
field_free (gpointer data)
{
  BaryPreviewField *field = data;

  g_free (field->was);
  g_free (field->became);
  g_free (field);
}

void
bary_preview_item_free (BaryPreviewItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_ptr_array_unref (item->fields);
  g_free (item);
}

/* Taking */

#define MAKE_TABLE \
  "BEGIN; CREATE TABLE item (number INTEGER PRIMARY KEY, kind TEXT, record TEXT, was TEXT, became TEXT) STRICT"
#define MAKE_INDEX "CREATE INDEX item_by_record ON item (record); COMMIT"
#define READ \
  "SELECT kind, record, was, became FROM change WHERE action = ? AND kind <> 'appendix_chunk' " \
  "ORDER BY kind, was IS NULL, became IS NULL, ordinal"

static BaryChangeOperation
get_operation (const char *was,
               const char *became)
{
  if (was == NULL)
    return BARY_CHANGE_ADD;

  return became == NULL ? BARY_CHANGE_REMOVE : BARY_CHANGE_SET;
}

static gboolean
take_row (BaryPreview    *self,
          BaryStatement  *row,
          BaryStatement  *insert,
          gint64          number,
          GError        **error)
{
  const char *was = bary_statement_get_text (row, 2);
  const char *became = bary_statement_get_text (row, 3);
  guint *counts;
  BaryKind kind;

  if (!bary_kind_from_name (bary_statement_get_text (row, 0), &kind, error))
    return FALSE;

  counts = self->counts[kind];
  if (counts[BARY_CHANGE_ADD] + counts[BARY_CHANGE_SET] + counts[BARY_CHANGE_REMOVE] == 0)
    self->first[kind] = number;
  counts[get_operation (was, became)]++;
  bary_statement_bind_integer (insert, 0, number);
  bary_statement_bind_text (insert, 1, bary_statement_get_text (row, 0));
  bary_statement_bind_text (insert, 2, bary_statement_get_text (row, 1));
  bary_statement_bind_text (insert, 3, was);
  bary_statement_bind_text (insert, 4, became);
  return bary_statement_run (insert, error);
}

static gboolean
take (BaryPreview   *self,
      BaryDatabase  *database,
      gint64         action,
      GError       **error)
{
  g_autoptr (BaryStatement) rows = bary_database_prepare (database, READ, error);
  g_autoptr (BaryStatement) insert =
    rows != NULL ? bary_database_prepare (self->database, "INSERT INTO item VALUES (?, ?, ?, ?, ?)", error) : NULL;
  BaryStep step = BARY_STEP_ERROR;

  if (insert == NULL)
    return FALSE;

  bary_statement_bind_integer (rows, 0, action);
  for (gint64 number = 0; (step = bary_statement_step (rows, error)) == BARY_STEP_ROW; number++)
    if (!take_row (self, rows, insert, number, error))
      return FALSE;
  return step == BARY_STEP_DONE;
}

BaryPreview *
bary_preview_new (BaryDatabase  *database,
                  gint64         action,
                  GError       **error)
{
  g_autoptr (BaryPreview) self = g_object_new (BARY_TYPE_PREVIEW, NULL);

  self->database = bary_database_open_nameless (error);
  return self->database != NULL && bary_database_execute (self->database, MAKE_TABLE, error) &&
         take (self, database, action, error) && bary_database_execute (self->database, MAKE_INDEX, error)
           ? g_steal_pointer (&self) : NULL;
}

/* Reading */

guint
bary_preview_count (BaryPreview         *self,
                    BaryKind             kind,
                    BaryChangeOperation  operation)
{
  return self->counts[kind][operation];
}

/* Returns: (transfer full) (nullable): as it stands by now. */
static BaryRecord *
copy_present (BaryPreview *self,
              BaryKind     kind,
              const char  *id)
{
  g_autoptr (BaryRecord) present = self->store != NULL ? bary_store_get (self->store, kind, id, NULL) : NULL;

  return present != NULL ? bary_record_copy (present) : NULL;
}

/* Returns: (transfer full) (nullable): as it will stand, or if it goes, as it stood. */
static BaryRecord *
look_up (gpointer    preview,
         BaryKind    kind,
         const char *id)
{
  BaryPreview *self = preview;
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT coalesce (became, was) FROM item WHERE record = ? AND kind = ?", NULL);
  g_autoptr (BaryRecord) record = copy_present (self, kind, id);

  if (statement == NULL)
    return g_steal_pointer (&record);

  bary_statement_bind_text (statement, 0, id);
  bary_statement_bind_text (statement, 1, bary_kind_get_info (kind)->name);
  if (bary_statement_step (statement, NULL) != BARY_STEP_ROW)
    return g_steal_pointer (&record);
  if (record == NULL)
    record = bary_record_new (kind, id);
  return bary_history_fill (self->database, bary_statement_get_text (statement, 0), record, NULL) ? g_steal_pointer (&record) : NULL;
}

static char *
dup_words (BaryPreview     *self,
           const BaryField *field,
           BaryRecord      *record)
{
  const char *value = bary_record_get (record, field);

  return value != NULL ? bary_record_value_to_words (field, value, look_up, self) : g_strdup ("");
}

static void
add_fields (BaryPreview     *self,
            BaryPreviewItem *item,
            BaryRecord      *was,
            BaryRecord      *became)
{
  const BaryKindInfo *info = bary_kind_get_info (item->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      BaryPreviewField *field;

      if (g_strcmp0 (bary_record_get (was, &info->fields[i]), bary_record_get (became, &info->fields[i])) == 0)
        continue;
      field = g_new0 (BaryPreviewField, 1);
      field->field = &info->fields[i];
      field->was = dup_words (self, field->field, was);
      field->became = dup_words (self, field->field, became);
      g_ptr_array_add (item->fields, field);
    }
}

static BaryPreviewItem *
read_item (BaryPreview   *self,
           BaryKind       kind,
           BaryStatement *row)
{
  const char *id = bary_statement_get_text (row, 0);
  const char *was_json = bary_statement_get_text (row, 1);
  const char *became_json = bary_statement_get_text (row, 2);
  BaryPreviewItem *item = g_new0 (BaryPreviewItem, 1);
  g_autoptr (BaryRecord) was = bary_record_new (kind, id);
  g_autoptr (BaryRecord) became = bary_record_new (kind, id);
  g_autoptr (BaryRecord) whole = look_up (self, kind, id);

  item->kind = kind;
  item->id = g_strdup (id);
  item->operation = get_operation (was_json, became_json);
  item->fields = g_ptr_array_new_with_free_func (field_free);
  item->title = whole != NULL ? bary_record_to_words (whole, look_up, self) : g_strdup (id);
  if ((was_json == NULL || bary_history_fill (self->database, was_json, was, NULL)) &&
      (became_json == NULL || bary_history_fill (self->database, became_json, became, NULL)))
    add_fields (self, item, was, became);
  return item;
}

BaryPreviewItem *
bary_preview_get (BaryPreview *self,
                  BaryStore   *store,
                  BaryKind     kind,
                  guint        position)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (self->database, "SELECT record, was, became FROM item WHERE number = ? AND kind = ?", NULL);
  BaryPreviewItem *item;

  if (statement == NULL)
    return NULL;

  bary_statement_bind_integer (statement, 0, self->first[kind] + position);
  bary_statement_bind_text (statement, 1, bary_kind_get_info (kind)->name);
  if (bary_statement_step (statement, NULL) != BARY_STEP_ROW)
    return NULL;

  self->store = store;
  item = read_item (self, kind, statement);
  self->store = NULL;
  return item;
}

static void
bary_preview_finalize (GObject *object)
{
  g_clear_pointer (&BARY_PREVIEW (object)->database, bary_database_close);

  G_OBJECT_CLASS (bary_preview_parent_class)->finalize (object);
}

static void
bary_preview_class_init (BaryPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_preview_finalize;
}

static void
bary_preview_init (BaryPreview *self)
{
}

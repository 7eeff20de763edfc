#include "bary-table.h"

#include "bary-config.h"
#include "bary-id.h"
#include "bary-table-headings.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BaryTable {
  GObject               parent_instance;

  BaryKind              kind;
  char                  delimiter;
  BaryCsvRow           *headings; /* the first of rows */
  GPtrArray            *rows;     /* of BaryCsvRow */
  GArray               *columns;  /* of int */
  BaryRecord           *defaults;
  GPtrArray            *ids;      /* of rows that were asked for; NULL otherwise */
  gboolean              lenient;

  BaryTableResolveFunc  resolve;
  BaryTableFindFunc     find;
  gpointer              lookup_data;
};

static void bary_table_source_init (BaryRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryTable, bary_table, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_RECORD_SOURCE, bary_table_source_init))

static void
bary_table_finalize (GObject *object)
{
  BaryTable *self = BARY_TABLE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_object (&self->defaults);

  G_OBJECT_CLASS (bary_table_parent_class)->finalize (object);
}

static void
bary_table_class_init (BaryTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_table_finalize;
}

static void
bary_table_init (BaryTable *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

static void
read_headings (BaryTable *self)
{
  for (guint i = 0; i < self->headings->cells->len; i++)
    {
      int ignored = BARY_TABLE_IGNORED;

      g_array_append_val (self->columns, ignored);
    }

  /* The first of two columns with one heading counts. */
  for (guint i = self->columns->len; i > 0; i--)
    bary_table_set_column (self, i - 1, bary_table_match_heading (self->kind, bary_table_get_heading (self, i - 1)));
}

BaryTable *
bary_table_new (BaryKind      kind,
                const char   *text,
                char          delimiter,
                GError      **error)
{
  g_autoptr (BaryTable) self = g_object_new (BARY_TYPE_TABLE, NULL);

  self->kind = kind;
  self->delimiter = delimiter != '\0' ? delimiter : bary_csv_guess_delimiter (text);
  self->defaults = bary_record_new (kind, NULL);
  self->rows = bary_csv_parse (text, self->delimiter, error);
  if (self->rows == NULL)
    return NULL;

  if (self->rows->len == 0)
    {
      g_set_error_literal (error, BARY_CSV_ERROR, BARY_CSV_ERROR_EMPTY,
                           _("The table is empty: its first row should hold headings"));
      return NULL;
    }

  self->headings = self->rows->pdata[0];
  g_ptr_array_set_size (self->ids, bary_table_get_n_rows (self));
  read_headings (self);
  return g_steal_pointer (&self);
}

BaryKind
bary_table_get_kind (BaryTable *self)
{
  g_return_val_if_fail (BARY_IS_TABLE (self), 0);

  return self->kind;
}

char
bary_table_get_delimiter (BaryTable *self)
{
  g_return_val_if_fail (BARY_IS_TABLE (self), '\0');

  return self->delimiter;
}

guint
bary_table_get_n_columns (BaryTable *self)
{
  g_return_val_if_fail (BARY_IS_TABLE (self), 0);

  return self->columns->len;
}

const char *
bary_table_get_heading (BaryTable *self,
                        guint      column)
{
  g_return_val_if_fail (BARY_IS_TABLE (self) && column < self->columns->len, NULL);

  return self->headings->cells->pdata[column];
}

int
bary_table_get_column (BaryTable *self,
                       guint      column)
{
  g_return_val_if_fail (BARY_IS_TABLE (self) && column < self->columns->len, BARY_TABLE_IGNORED);

  return g_array_index (self->columns, int, column);
}

void
bary_table_set_column (BaryTable *self,
                       guint      column,
                       int        field)
{
  g_return_if_fail (BARY_IS_TABLE (self) && column < self->columns->len);
  g_return_if_fail (field >= BARY_TABLE_ID && field < (int) bary_kind_get_info (self->kind)->n_fields);

  for (guint i = 0; i < self->columns->len; i++)
    if (g_array_index (self->columns, int, i) == field)
      g_array_index (self->columns, int, i) = BARY_TABLE_IGNORED;
  g_array_index (self->columns, int, column) = field;
}

void
bary_table_set_default (BaryTable  *self,
                        const char *field,
                        const char *value)
{
  const BaryField *found;

  g_return_if_fail (BARY_IS_TABLE (self));
  found = bary_kind_find_field (self->kind, field, NULL);
  g_return_if_fail (found != NULL);

  bary_record_set (self->defaults, found, value);
}

void
bary_table_set_lookup (BaryTable            *self,
                       BaryTableResolveFunc  resolve,
                       BaryTableFindFunc     find,
                       gpointer              user_data)
{
  g_return_if_fail (BARY_IS_TABLE (self));

  self->resolve = resolve;
  self->find = find;
  self->lookup_data = user_data;
}

guint
bary_table_get_n_rows (BaryTable *self)
{
  g_return_val_if_fail (BARY_IS_TABLE (self), 0);

  return self->rows->len - 1;
}

static BaryCsvRow *
get_row (BaryTable *self,
         guint      row)
{
  return self->rows->pdata[row + 1];
}

guint
bary_table_get_line (BaryTable *self,
                     guint      row)
{
  g_return_val_if_fail (BARY_IS_TABLE (self) && row + 1 < self->rows->len, 0);

  return get_row (self, row)->line;
}

const char *
bary_table_get_cell (BaryTable *self,
                     guint      row,
                     guint      column)
{
  GPtrArray *cells;

  g_return_val_if_fail (BARY_IS_TABLE (self) && row + 1 < self->rows->len, "");

  cells = get_row (self, row)->cells;
  return column < cells->len ? cells->pdata[column] : "";
}

/* People write a choice's label in any case. */
static const char *
find_choice (const BaryField *field,
             const char      *text)
{
  g_autofree char *folded = bary_text_fold (text);

  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      g_autofree char *label = bary_text_fold (_(choice->label));

      if (g_str_equal (folded, label))
        return choice->word;
    }
  return text;
}

static char *
resolve_name (BaryTable        *self,
              const BaryField  *field,
              const char       *text,
              GError          **error)
{
  char *id = self->resolve (field, text, self->lookup_data);

  if (id == NULL)
    g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_VALUE,
                 /* Translators: 1: a field, 2: what stands in a cell */
                 _("“%1$s”: nothing here is called “%2$s”: add it first or correct the name"),
                 bary_field_get_label (field), text);
  return id;
}

/* The canonical value of a cell; a name stands for the record it names. */
static gboolean
parse_cell (BaryTable        *self,
            const BaryField  *field,
            const char       *text,
            char            **canonical,
            GError          **error)
{
  if (field->type == BARY_FIELD_CHOICE)
    text = find_choice (field, text);

  if (field->type == BARY_FIELD_REFERENCE && self->resolve != NULL && *text != '\0' && !bary_id_is_valid (text))
    {
      *canonical = resolve_name (self, field, text, error);
      return *canonical != NULL;
    }

  return bary_field_parse (field, text, canonical, error);
}

static gboolean
check_id (const char  *text,
          GError     **error)
{
  if (*text == '\0' || bary_id_is_valid (text))
    return TRUE;

  g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_ID,
               _("“%s” is not an id: leave the cell empty, or ignore the column"), text);
  return FALSE;
}

gboolean
bary_table_check_cell (BaryTable  *self,
                       guint       row,
                       guint       column,
                       GError    **error)
{
  int field = bary_table_get_column (self, column);
  const char *text = bary_table_get_cell (self, row, column);
  g_autofree char *canonical = NULL;

  if (field == BARY_TABLE_IGNORED)
    return TRUE;
  if (field == BARY_TABLE_ID)
    return check_id (text, error);

  return parse_cell (self, &bary_kind_get_info (self->kind)->fields[field], text, &canonical, error);
}

/* The cells alone, over `record`; an empty cell says nothing. */
static gboolean
fill (BaryTable   *self,
      guint        row,
      BaryRecord  *record,
      GError     **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      int number = g_array_index (self->columns, int, i);
      const BaryField *field;
      g_autofree char *canonical = NULL;

      if (number < 0)
        continue;
      field = &bary_kind_get_info (self->kind)->fields[number];
      if (!parse_cell (self, field, bary_table_get_cell (self, row, i), &canonical, error))
        return FALSE;
      if (canonical != NULL)
        bary_record_set (record, field, canonical);
    }
  return TRUE;
}

static void
fill_defaults (BaryTable  *self,
               BaryRecord *record)
{
  const BaryKindInfo *info = bary_kind_get_info (self->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (bary_record_get (record, &info->fields[i]) == NULL)
      bary_record_set (record, &info->fields[i], bary_record_get (self->defaults, &info->fields[i]));
}

/* The row's own id, or one made once. */
static const char *
get_row_id (BaryTable  *self,
            guint       row,
            GError    **error)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *text = bary_table_get_cell (self, row, i);

      if (g_array_index (self->columns, int, i) == BARY_TABLE_ID && *text != '\0')
        return check_id (text, error) ? text : NULL;
    }

  if (self->ids->pdata[row] == NULL)
    self->ids->pdata[row] = bary_id_new ();
  return self->ids->pdata[row];
}

BaryRecord *
bary_table_get_record (BaryTable  *self,
                       guint       row,
                       GError    **error)
{
  g_autoptr (BaryRecord) record = NULL;
  g_autoptr (BaryRecord) present = NULL;
  const char *id;

  g_return_val_if_fail (BARY_IS_TABLE (self) && row + 1 < self->rows->len, NULL);

  id = get_row_id (self, row, error);
  if (id == NULL)
    return NULL;

  record = bary_record_new (self->kind, id);
  if (!fill (self, row, record, error))
    return NULL;

  present = self->find != NULL ? self->find (record, self->lookup_data) : NULL;
  if (present != NULL)
    {
      g_object_unref (record);
      record = bary_record_copy (present);
      if (!fill (self, row, record, error))
        return NULL;
    }
  else
    fill_defaults (self, record);

  return bary_record_validate (record, error) ? g_steal_pointer (&record) : NULL;
}

guint
bary_table_count_faults (BaryTable *self)
{
  guint faults = 0;

  for (guint row = 0; row < bary_table_get_n_rows (self); row++)
    {
      g_autoptr (BaryRecord) record = bary_table_get_record (self, row, NULL);

      faults += record == NULL;
    }
  return faults;
}

void
bary_table_set_lenient (BaryTable *self,
                        gboolean   lenient)
{
  g_return_if_fail (BARY_IS_TABLE (self));

  self->lenient = lenient;
}

static gboolean
visit_row (BaryTable          *self,
           guint               row,
           BaryRecordVisitor   visitor,
           gpointer            user_data,
           GError            **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (BaryRecord) record = bary_table_get_record (self, row, &fault);

  if (record != NULL)
    return visitor (record, bary_table_get_line (self, row), user_data, error);
  if (self->lenient)
    return TRUE;

  /* Translators: %u: the number of a line of a table */
  g_propagate_prefixed_error (error, g_steal_pointer (&fault), _("Line %u: "), bary_table_get_line (self, row));
  return FALSE;
}

static gboolean
bary_table_foreach (BaryRecordSource   *source,
                    BaryRecordVisitor   visitor,
                    gpointer            user_data,
                    GCancellable       *cancellable,
                    GError            **error)
{
  BaryTable *self = BARY_TABLE (source);

  for (guint row = 0; row < bary_table_get_n_rows (self); row++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !visit_row (self, row, visitor, user_data, error))
      return FALSE;

  return TRUE;
}

static void
bary_table_source_init (BaryRecordSourceInterface *iface)
{
  iface->foreach = bary_table_foreach;
}

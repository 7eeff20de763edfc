#pragma once

#include "bary-csv.h"
#include "bary-record-source.h"

G_BEGIN_DECLS

/* A table that somebody pasted or opened, on its way to records: which column is which field, what each
 * cell holds, and what is wrong with it. Cells stay as they were written. As a BaryRecordSource it gives
 * one record per row. */
#define BARY_TYPE_TABLE (bary_table_get_type ())
G_DECLARE_FINAL_TYPE (BaryTable, bary_table, BARY, TABLE, GObject)

/* What a column holds: the number of a field in the kind's table, or one of these. */
#define BARY_TABLE_IGNORED -1
#define BARY_TABLE_ID -2

/* The first row holds headings: names of fields, or their labels in the present language, or the words
 * that such tables use in Russian.
 * @text: UTF-8
 * @delimiter: 0 finds it out
 * Returns: (transfer full) (nullable): NULL with BARY_CSV_ERROR */
BaryTable  *bary_table_new           (BaryKind      kind,
                                      const char   *text,
                                      char          delimiter,
                                      GError      **error);

BaryKind    bary_table_get_kind      (BaryTable    *self);
char        bary_table_get_delimiter (BaryTable    *self);
guint       bary_table_get_n_columns (BaryTable    *self);
const char *bary_table_get_heading   (BaryTable    *self,
                                      guint         column);
int         bary_table_get_column    (BaryTable    *self,
                                      guint         column);
/* A column that held the same field before is ignored from now on. */
void        bary_table_set_column    (BaryTable    *self,
                                      guint         column,
                                      int           field);
/* What a field becomes where the table says nothing.
 * @value: (nullable): canonical */
void        bary_table_set_default   (BaryTable    *self,
                                      const char   *field,
                                      const char   *value);

/* What only the database knows. */

/* Returns: (transfer full) (nullable): the id of the record that the text names. */
typedef char       *(*BaryTableResolveFunc) (const BaryField *field,
                                             const char      *text,
                                             gpointer         user_data);
/* Returns: (transfer full) (nullable): the record there is already that a row speaks of. */
typedef BaryRecord *(*BaryTableFindFunc)    (BaryRecord      *read,
                                             gpointer         user_data);

/* Without these a reference must be an id, and every row without an id is a new record. A row that
 * speaks of a present record changes only the fields that its cells fill.
 * Both: (nullable) */
void        bary_table_set_lookup    (BaryTable            *self,
                                      BaryTableResolveFunc  resolve,
                                      BaryTableFindFunc     find,
                                      gpointer              user_data);

/* Rows count from 0, without the headings; the line is that of the text. */
guint       bary_table_get_n_rows    (BaryTable    *self);
guint       bary_table_get_line      (BaryTable    *self,
                                      guint         row);
/* Returns: (transfer none): "" where the row is short */
const char *bary_table_get_cell      (BaryTable    *self,
                                      guint         row,
                                      guint         column);
/* Whether the cell fits the field of its column. Errors are BARY_RECORD_ERROR. */
gboolean    bary_table_check_cell    (BaryTable    *self,
                                      guint         row,
                                      guint         column,
                                      GError      **error);
/* Returns: (transfer full) (nullable): the record of a row; its id stays the same from call to call. */
BaryRecord *bary_table_get_record    (BaryTable    *self,
                                      guint         row,
                                      GError      **error);
/* How many rows give no record. */
guint       bary_table_count_faults  (BaryTable    *self);

/* As a source: leave the rows out that give no record (otherwise the first such row refuses the whole). */
void        bary_table_set_lenient   (BaryTable    *self,
                                      gboolean      lenient);

G_END_DECLS

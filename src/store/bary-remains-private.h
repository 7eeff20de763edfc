#pragma once

#include "bary-remains.h"

G_BEGIN_DECLS

/* What the parts of the reading of a damaged file share: bary-remains.c reads around damaged pages, and the records;
 * bary-remains-log.c the history. */

#define BARY_REMAINS_HIGHEST_ROW G_MAXINT32

typedef struct {
  BaryRemains      *remains;
  BaryDatabase     *helper;
  GCancellable     *cancellable;
  sqlite3          *handle;
  BaryKind          kind;
  BaryLoggedAction *repeated; /* the action that is read; NULL: the helper has it, or its name cannot be read */
  GArray           *fields;   /* (element-type guint): indexes of those that the table has */
  guint             n_probes;
} BaryRemainsReader;

/* With each row that could be read. */
typedef void (*BaryRemainsFunc) (BaryRemainsReader *self, sqlite3_stmt *row);

/* Returns: (transfer none) (nullable): UTF-8 */
const char *bary_remains_get_text   (sqlite3_stmt      *row,
                                     int                i);
/* @otherwise: if the question cannot be answered */
gint64      bary_remains_ask_number (BaryRemainsReader *self,
                                     const char        *sql,
                                     gint64             otherwise);
/* @sql: selects the number of a row first, between two parameters */
void        bary_remains_read_table (BaryRemainsReader *self,
                                     const char        *sql,
                                     gint64             highest,
                                     BaryRemainsFunc    take);
/* @title: (nullable) */
void        bary_remains_note_title (BaryRemainsReader *self,
                                     BaryKind           kind,
                                     const char        *id,
                                     const char        *title);
void        bary_remains_read_log   (BaryRemainsReader *self);

G_END_DECLS

#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

struct _BaryDatabase {
  sqlite3    *handle;
  char       *path;
  gboolean    read_only;
  GHashTable *statements; /* SQL -> BaryStatement, those not in use */
};

struct _BaryStatement {
  BaryDatabase *database;
  sqlite3_stmt *handle;
  int           bound;  /* SQLITE_OK, or why a value could not be bound */
  GPtrArray    *mended; /* texts of the present row that were not UTF-8; mostly NULL */
};

void bary_statement_free (BaryStatement *self);

G_END_DECLS

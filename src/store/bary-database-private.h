#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

struct _BaryDatabase {
  sqlite3    *handle;
  char       *path;
  gboolean    read_only;
  GHashTable *statements; /* SQL -> BaryStatement */
  gboolean    held;       /* commits wait for bary_database_release */
  guint       n_waiting;  /* of them */
  gboolean    begun;      /* while held: between begin and commit or rollback */
};

struct _BaryStatement {
  BaryDatabase *database;
  sqlite3_stmt *handle;
  int           bound;  /* SQLITE_OK, or why a value could not be bound */
  GPtrArray    *mended; /* texts of the present row that were not UTF-8; mostly NULL */
  gboolean      lent;   /* to somebody who has not released it yet */
  gboolean      spare;  /* made while the one of the same words was lent; the database does not keep it */
};

#define BARY_DATABASE_HEADER 100 /* bytes */

/* How long the file is by its own words, in bytes. @header: its first BARY_DATABASE_HEADER bytes */
gint64 bary_database_read_length (const guchar *header);

void bary_statement_free (BaryStatement *self);

G_END_DECLS

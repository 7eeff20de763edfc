#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define BARY_STORE_ERROR (bary_store_error_quark ())

typedef enum {
  BARY_STORE_ERROR_FAILED,         /* SQLite refused something that no other code names */
  BARY_STORE_ERROR_EXISTS,         /* the file to be made is there already */
  BARY_STORE_ERROR_MISSING,        /* no such file */
  BARY_STORE_ERROR_NOT_A_DATABASE, /* another program's file */
  BARY_STORE_ERROR_NEWER,          /* made by a newer version of the program */
  BARY_STORE_ERROR_DAMAGED,        /* the file's pages contradict one another */
  BARY_STORE_ERROR_NO_SPACE,
  BARY_STORE_ERROR_READ_ONLY,
  BARY_STORE_ERROR_BUSY,           /* another process is writing for longer than we wait */
  BARY_STORE_ERROR_NETWORK,        /* the file lies on a network mount */
  BARY_STORE_ERROR_NOT_FOUND,      /* no such record */
  BARY_STORE_ERROR_REFUSED,        /* the data break a rule: a dangling reference, a doubled id … */
  BARY_STORE_ERROR_GAP,            /* what a package builds on is not here */
  BARY_STORE_ERROR_OUTDATED,       /* what was shown before is not what would be done now */
} BaryStoreError;

GQuark bary_store_error_quark (void);

/* A connection with the program's settings (WAL, FULL, foreign keys) and its cached statements.
 * One thread at a time. */
typedef struct _BaryDatabase BaryDatabase;

typedef enum {
  BARY_DATABASE_READ_WRITE, /* a file or folder without the right to write is opened for reading only */
  BARY_DATABASE_READ_ONLY,
  BARY_DATABASE_CREATE,     /* refuses a file that has something in it */
} BaryDatabaseMode;

/* Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_NETWORK for writing on another
 * computer's disk. */
BaryDatabase *bary_database_open          (const char        *path,
                                           BaryDatabaseMode   mode,
                                           GError           **error);
/* A file without a name for what is needed for a while: it goes with the connection, and outlives no crash. Its transactions
 * are begun by bary_database_execute. Returns: (transfer full) (nullable) */
BaryDatabase *bary_database_open_nameless (GError           **error);
void          bary_database_close         (BaryDatabase      *self);
const char   *bary_database_get_path      (BaryDatabase      *self);
sqlite3      *bary_database_get_handle    (BaryDatabase      *self);
gboolean      bary_database_is_read_only  (BaryDatabase      *self);

/* Returns: FALSE with BARY_STORE_ERROR_MISSING when the file has been moved, replaced or deleted under
 * the open connection: what were written now, nobody would find. */
gboolean      bary_database_check_place   (BaryDatabase      *self,
                                           GError           **error);

/* Long statements stop with G_IO_ERROR_CANCELLED. @cancellable: (nullable): NULL ends that; it must
 * live as long. */
void          bary_database_set_cancellable (BaryDatabase    *self,
                                             GCancellable    *cancellable);

/* Several statements without parameters or results. */
gboolean      bary_database_execute       (BaryDatabase      *self,
                                           const char        *sql,
                                           GError           **error);
/* One whole number, such as a pragma's or a count. */
gboolean      bary_database_query_integer (BaryDatabase      *self,
                                           const char        *sql,
                                           gint64            *result,
                                           GError           **error);

/* BEGIN IMMEDIATE, if the file is still in its place; what is not committed is rolled back. */
gboolean      bary_database_begin         (BaryDatabase      *self,
                                           GError           **error);
gboolean      bary_database_commit        (BaryDatabase      *self,
                                           GError           **error);
void          bary_database_rollback      (BaryDatabase      *self);
/* Returns: whether something has begun that is neither committed nor rolled back. */
gboolean      bary_database_has_begun     (BaryDatabase      *self);

/* From now on what is committed waits, and reaches the disk as one transaction when it is released; each rollback takes
 * back only what has begun since the commit before it. Other connections see nothing of it and cannot write meanwhile. */
void          bary_database_hold          (BaryDatabase      *self);
gboolean      bary_database_is_held       (BaryDatabase      *self);
/* Returns: FALSE where nothing that waited was written; a fault of the disk may have taken it back before. */
gboolean      bary_database_release       (BaryDatabase      *self,
                                           GError           **error);

/* Turns SQLite's last error into one of ours, in words with a remedy. */
void          bary_database_set_error     (BaryDatabase      *self,
                                           int                code,
                                           GError           **error);

typedef struct _BaryStatement BaryStatement;

/* A statement out of the cache; parameters and columns count from 0.
 * Returns: (transfer full) (nullable): give back with bary_statement_release. */
BaryStatement *bary_database_prepare       (BaryDatabase  *self,
                                            const char    *sql,
                                            GError       **error);
void           bary_statement_release      (BaryStatement *self);

/* Text is not copied: it must live until the statement has been stepped. NULL binds NULL. */
void           bary_statement_bind_text    (BaryStatement *self, int i, const char *text);
/* The same for text that may go before the statement is stepped. */
void           bary_statement_bind_copy    (BaryStatement *self, int i, const char *text);
void           bary_statement_bind_number  (BaryStatement *self, int i, double number);
void           bary_statement_bind_integer (BaryStatement *self, int i, gint64 number);

typedef enum { BARY_STEP_ERROR = -1, BARY_STEP_DONE = 0, BARY_STEP_ROW = 1 } BaryStep;

BaryStep       bary_statement_step         (BaryStatement *self, GError **error);
/* Steps a statement that returns no rows, and makes it ready for the next values. */
gboolean       bary_statement_run          (BaryStatement *self, GError **error);

/* Returns: FALSE with an error to end there. */
typedef gboolean (*BaryRowFunc) (gpointer reader, BaryStatement *row, GError **error);

/* Steps through all rows. */
gboolean       bary_statement_read         (BaryStatement *self, BaryRowFunc read, gpointer reader, GError **error);
/* Returns: (nullable): UTF-8, valid until the next step. */
const char    *bary_statement_get_text     (BaryStatement *self, int i);
/* Returns: (transfer full) (nullable) */
char          *bary_statement_dup_text     (BaryStatement *self, int i);
gint64         bary_statement_get_integer  (BaryStatement *self, int i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryDatabase, bary_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryStatement, bary_statement_release)

G_END_DECLS

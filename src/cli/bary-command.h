#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

#define BARY_CLI_ERROR (bary_cli_error_quark ())

typedef enum {
  BARY_CLI_ERROR_USAGE,    /* words that the command does not understand */
  BARY_CLI_ERROR_REFUSED,  /* input that no other room speaks of */
  BARY_CLI_ERROR_REPORTED, /* refused, and the reason is told already */
  BARY_CLI_ERROR_OUTPUT,   /* what was asked for cannot be written out */
} BaryCliError;

GQuark bary_cli_error_quark (void);

/* Texts are taken as they stand: where there is no locale, as in cron, GOption would refuse Cyrillic ones. */
#define BARY_OPTION_TEXT G_OPTION_ARG_FILENAME
#define BARY_OPTION_TEXTS G_OPTION_ARG_FILENAME_ARRAY

typedef struct _BaryCommand BaryCommand;

/* One run of a command: what stood on the line. */
typedef struct {
  const BaryCommand  *command;
  char               *database; /* (nullable): the default one */
  char              **operands;
  guint               n_operands;
} BaryCall;

/* One row of the table of commands. */
struct _BaryCommand {
  const char         *name;
  const char         *operands;    /* as the usage line shows them */
  const char         *summary;     /* untranslated */
  const char         *description; /* untranslated; NULL if the summary says it all */
  const GOptionEntry *options;     /* NULL if it has only the common ones */
  guint               fewest;      /* operands */
  guint               most;
  gboolean          (*run) (BaryCall *call, GError **error);
};

extern const BaryCommand bary_command_create;
extern const BaryCommand bary_command_import;
extern const BaryCommand bary_command_validate;
extern const BaryCommand bary_command_export;
extern const BaryCommand bary_command_key;
extern const BaryCommand bary_command_senders;
extern const BaryCommand bary_command_journal;
extern const BaryCommand bary_command_mailbox;
extern const BaryCommand bary_command_list;
extern const BaryCommand bary_command_show;
extern const BaryCommand bary_command_set;
extern const BaryCommand bary_command_add;
extern const BaryCommand bary_command_remove;
extern const BaryCommand bary_command_history;
extern const BaryCommand bary_command_undo;
extern const BaryCommand bary_command_redo;
extern const BaryCommand bary_command_conflicts;
extern const BaryCommand bary_command_resolve;
extern const BaryCommand bary_command_digest;
extern const BaryCommand bary_command_search;
extern const BaryCommand bary_command_check;
extern const BaryCommand bary_command_backup;
extern const BaryCommand bary_command_salvage;
extern const BaryCommand bary_command_restore;
extern const BaryCommand bary_command_layout;
extern const BaryCommand bary_command_diagram;
extern const BaryCommand bary_command_calendar;
extern const BaryCommand bary_command_due;
extern const BaryCommand bary_command_agreement;
extern const BaryCommand bary_command_calibrate;
extern const BaryCommand bary_command_assign;
extern const BaryCommand bary_command_contest;

/* Returns: (transfer full): the file that the call concerns. */
char       *bary_call_dup_path       (BaryCall          *call);
/* Returns: (transfer full) (nullable) */
BaryStore  *bary_call_open           (BaryCall          *call,
                                      BaryDatabaseMode   mode,
                                      GError           **error);

/* The kind that an operand names. Returns: FALSE with BARY_CLI_ERROR_USAGE. */
gboolean    bary_call_parse_kind     (const char        *word,
                                      BaryKind          *kind,
                                      GError           **error);
/* Splits "field=value"; "id" gives no field. Returns: FALSE with BARY_CLI_ERROR_USAGE.
 * @value: (out) (transfer none) */
gboolean    bary_call_parse_pair     (BaryKind           kind,
                                      const char        *word,
                                      const BaryField  **field,
                                      const char       **value,
                                      GError           **error);

/* What a command writes must not take the place of the database. @path: what it writes
 * Returns: FALSE with BARY_CLI_ERROR_REFUSED. */
gboolean    bary_call_check_target   (BaryStore         *store,
                                      const char        *path,
                                      GError           **error);

/* A message for the person, on standard error. */
void        bary_call_tell           (const char        *message);

G_END_DECLS

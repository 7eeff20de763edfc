#include "bary-cli.h"

#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PROGRAM "barycenterctl"

static const BaryCommand *const commands[] = {
  &bary_command_create,
  &bary_command_import,
  &bary_command_validate,
  &bary_command_export,
  &bary_command_key,
  &bary_command_senders,
  &bary_command_journal,
  &bary_command_mailbox,
  &bary_command_list,
  &bary_command_show,
  &bary_command_set,
  &bary_command_add,
  &bary_command_remove,
  &bary_command_history,
  &bary_command_undo,
  &bary_command_redo,
  &bary_command_conflicts,
  &bary_command_resolve,
  &bary_command_digest,
  &bary_command_search,
  &bary_command_check,
  &bary_command_backup,
  &bary_command_restore,
  &bary_command_salvage,
  &bary_command_layout,
  &bary_command_diagram,
  &bary_command_calendar,
  &bary_command_due,
  &bary_command_agreement,
  &bary_command_calibrate,
  &bary_command_assign,
  &bary_command_contest,
};

/* The common options. */
static char *database;
static gboolean help;
static char **rest;

static const GOptionEntry common_options[] = {
  { "database", 'd', 0, G_OPTION_ARG_FILENAME, &database, N_("The database (default: that of the window)"), N_("FILE") },
  { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Tell about the command and stop"), NULL },
  { G_OPTION_REMAINING, 0, 0, BARY_OPTION_TEXTS, &rest, NULL, NULL },
  { NULL }
};

static const BaryCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (commands[i]->name, name) == 0)
      return commands[i];

  return NULL;
}

/* Which word of the line is the command */

static gboolean
names_option (const GOptionEntry *entry,
              const char         *word)
{
  return (word[1] == '-' && g_strcmp0 (entry->long_name, word + 2) == 0) ||
         (word[1] == entry->short_name && word[1] != '\0' && word[2] == '\0');
}

static gboolean
takes_next_word (const GOptionEntry *entries,
                 const char         *word)
{
  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    if (entry->arg != G_OPTION_ARG_NONE && names_option (entry, word))
      return TRUE;

  return FALSE;
}

static gboolean
any_takes_next_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (takes_next_word (commands[i]->options, word))
      return TRUE;

  return takes_next_word (common_options, word);
}

/* One letter may be a flag of one command and want a word with another; the command that follows decides. */
static gboolean
is_flag_before_command (const char *word,
                        const char *next)
{
  const BaryCommand *command = find_command (next);

  for (const GOptionEntry *entry = command != NULL ? command->options : NULL;
       entry != NULL && entry->long_name != NULL; entry++)
    if (entry->arg == G_OPTION_ARG_NONE && names_option (entry, word))
      return TRUE;

  return FALSE;
}

/* Takes the command's word out of the line: options may stand before it. */
static char *
extract_command (GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = words[i];

      if (word[0] == '-' && word[1] != '\0' && !g_str_equal (word, "--"))
        {
          if (words[i + 1] != NULL && any_takes_next_word (word) && !is_flag_before_command (word, words[i + 1]))
            i++;
          continue;
        }
      if (g_str_equal (word, "--"))
        continue;
      memmove (&words[i], &words[i + 1], (g_strv_length (&words[i + 1]) + 1) * sizeof (char *));
      return word;
    }
  return NULL;
}

/* Help */

static void
print_help (void)
{
  g_autoptr (BaryGrid) grid = bary_grid_new (2);

  bary_output_printf ("%s\n  %s\n\n%s\n\n%s\n", _("Usage:"), PROGRAM " COMMAND [OPTION…] [OPERAND…]",
                      _("The database of a methodical centre without its window: for scripts and for support."),
                      _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *name = g_strconcat ("  ", commands[i]->name, NULL);

      bary_grid_add_cell (grid, name);
      bary_grid_add_cell (grid, _(commands[i]->summary));
    }
  bary_grid_print (grid);
  bary_output_printf ("\n%s\n\n%s\n",
                      _("“barycenterctl COMMAND --help” tells about a command, “barycenterctl --version” about the program."),
                      _("Exit status: 0 done; 1 the input was refused; 2 wrong usage; 3 the database cannot be opened, read or written."));
}

static GOptionContext *
make_context (const BaryCommand *command)
{
  GOptionContext *context = g_option_context_new (command->operands);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  if (command->description != NULL)
    g_option_context_set_description (context, command->description);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  return context;
}

static void
print_command_help (const BaryCommand *command,
                    GOptionContext    *context)
{
  g_autofree char *name = g_strconcat (PROGRAM " ", command->name, NULL);
  g_autofree char *text = NULL;

  g_set_prgname (name);
  text = g_option_context_get_help (context, TRUE, NULL);
  bary_output_print (text);
}

/* Running */

static BaryExit
exit_for_store_error (int code)
{
  switch (code)
    {
    case BARY_STORE_ERROR_EXISTS:
    case BARY_STORE_ERROR_NOT_FOUND:
    case BARY_STORE_ERROR_REFUSED:
    case BARY_STORE_ERROR_GAP:
    case BARY_STORE_ERROR_OUTDATED:
      return BARY_EXIT_REFUSED;
    default:
      return BARY_EXIT_DATABASE;
    }
}

static BaryExit
exit_for (const GError *error)
{
  if (error->domain == G_OPTION_ERROR || g_error_matches (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE))
    return BARY_EXIT_USAGE;
  if (error->domain == BARY_STORE_ERROR)
    return exit_for_store_error (error->code);

  return BARY_EXIT_REFUSED;
}

static BaryExit
fail (const BaryCommand *command,
      const GError      *error)
{
  BaryExit status = exit_for (error);

  if (!g_error_matches (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REPORTED))
    bary_call_tell (error->message);

  if (status == BARY_EXIT_USAGE)
    {
      g_autofree char *line = g_strjoin (" ", PROGRAM, command != NULL ? command->name : "--help",
                                         command != NULL ? "--help" : NULL, NULL);
      /* Translators: %s: a command to type */
      g_autofree char *hint = g_strdup_printf (_("“%s” tells how it is used"), line);

      bary_call_tell (hint);
    }
  return status;
}

static gboolean
check_operands (const BaryCommand  *command,
                guint               n_operands,
                GError            **error)
{
  if (n_operands >= command->fewest && n_operands <= command->most)
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               n_operands < command->fewest ? _("Something is missing: %s %s") : _("There is too much on the line: %s %s"),
               command->name, command->operands != NULL ? command->operands : "");
  return FALSE;
}

static gboolean
run_command (const BaryCommand  *command,
             GStrv              *words,
             GError            **error)
{
  g_autoptr (GOptionContext) context = make_context (command);
  char *none[] = { NULL };
  BaryCall call = { command };

  if (!g_option_context_parse_strv (context, words, error))
    return FALSE;

  if (help)
    {
      print_command_help (command, context);
      return bary_output_finish (error);
    }

  call.database = database;
  call.operands = rest != NULL ? rest : none;
  call.n_operands = g_strv_length (call.operands);
  return check_operands (command, call.n_operands, error) &&
         command->run (&call, error) &&
         bary_output_finish (error);
}

/* A standard stream that was closed would give its number to the next file opened: the database. */
static void
hold_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", O_RDONLY) == -1)
      _exit (BARY_EXIT_REFUSED);
}

static gboolean
check_encoding (GStrv    words,
                GError **error)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      {
        g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
                     /* Translators: %u: which word of the command line */
                     _("Word %u of the line is not UTF-8: set the terminal to UTF-8, or rename the file"), i);
        return FALSE;
      }
  return TRUE;
}

static gboolean
run_line (GStrv               *words,
          const BaryCommand  **command,
          GError             **error)
{
  g_autofree char *name = NULL;
  const char *const *line;

  if (!check_encoding (*words, error))
    return FALSE;

  name = extract_command (*words + 1);
  line = (const char *const *) *words;
  if (name == NULL && g_strv_contains (line, "--version"))
    {
      bary_output_print (PROGRAM " " BARY_VERSION "\n");
      return bary_output_finish (error);
    }
  if (name == NULL && (g_strv_contains (line, "--help") || g_strv_contains (line, "-h")))
    {
      print_help ();
      return bary_output_finish (error);
    }
  if (name == NULL)
    {
      g_set_error_literal (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("A command is missing"));
      return FALSE;
    }

  *command = find_command (name);
  if (*command != NULL)
    return run_command (*command, words, error);

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("There is no command “%s”"), name);
  return FALSE;
}

BaryExit
bary_cli_run (int    argc,
              char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  const BaryCommand *command = NULL;
  g_autoptr (GError) error = NULL;

  hold_standard_streams ();
  signal (SIGPIPE, SIG_IGN);

  if (!run_line (&words, &command, &error))
    {
      bary_output_finish (NULL);
      return fail (command, error);
    }

  return BARY_EXIT_DONE;
}

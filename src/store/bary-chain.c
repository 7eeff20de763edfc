#include "bary-chain.h"

#include "bary-words.h"

#include <sodium.h>
#include <string.h>

#define N_WORDS 6
#define N_WORD_BYTES 8 /* at least as many as six words take */

#define LINK_BYTES 32

struct _BaryChain {
  crypto_generichash_state sum;
};

static void
add_number (BaryChain *self,
            gint64     number)
{
  gint64 little = GINT64_TO_LE (number);

  crypto_generichash_update (&self->sum, (const guchar *) &little, sizeof little);
}

/* With its length before it, so that no two lists of texts look alike. */
static void
add_text (BaryChain  *self,
          const char *text)
{
  add_number (self, text != NULL ? (gint64) strlen (text) : -1);
  if (text != NULL)
    crypto_generichash_update (&self->sum, (const guchar *) text, strlen (text));
}

/* @before: (nullable): the link that this one follows */
static BaryChain *
chain_new (const char *before)
{
  BaryChain *self;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");

  /* BLAKE2b wants its state aligned as malloc does not do. */
  self = g_aligned_alloc0 (1, sizeof *self, 64);
  crypto_generichash_init (&self->sum, NULL, 0, LINK_BYTES);
  add_text (self, before);
  return self;
}

/* Returns: (transfer full): of all that was added; nothing is added after it. */
static char *
finish (BaryChain *self)
{
  guchar sum[LINK_BYTES];
  char *text = g_malloc (2 * LINK_BYTES + 1);

  crypto_generichash_final (&self->sum, sum, LINK_BYTES);
  return sodium_bin2hex (text, 2 * LINK_BYTES + 1, sum, LINK_BYTES);
}

static void
add_action (BaryChain        *self,
            const BaryAction *action)
{
  add_number (self, action->id);
  add_number (self, action->stamp);
  add_number (self, action->type);
  add_number (self, action->target);
  add_text (self, action->name);
  add_text (self, action->subject);
  add_text (self, action->author);
}

static char *
load_link (BaryDatabase  *database,
           const char    *sql,
           gint64         action,
           GError       **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  bary_statement_bind_integer (statement, 0, action);
  return bary_statement_step (statement, error) == BARY_STEP_ROW ? g_strdup (bary_statement_get_text (statement, 0)) : NULL;
}

/* Returns: (transfer full) (nullable): of the action before; NULL without an error if there is none or it has none. */
static char *
load_link_before (BaryDatabase  *database,
                  gint64         action,
                  GError       **error)
{
  return load_link (database, "SELECT link FROM action WHERE id < ? ORDER BY id DESC LIMIT 1", action, error);
}

BaryChain *
bary_chain_begin (const char       *before,
                  const BaryAction *action)
{
  BaryChain *self = chain_new (before);

  add_action (self, action);
  return self;
}

void
bary_chain_free (BaryChain *self)
{
  g_aligned_free (self);
}

void
bary_chain_add_change (BaryChain  *self,
                       const char *kind,
                       const char *record,
                       const char *was,
                       const char *became)
{
  add_text (self, kind);
  add_text (self, record);
  add_text (self, was);
  add_text (self, became);
}

gboolean
bary_chain_end (BaryChain     *self,
                BaryDatabase  *database,
                gint64         action,
                GError       **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "UPDATE action SET link = ?2 WHERE id = ?1", error);
  g_autofree char *link = finish (self);

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action);
  bary_statement_bind_text (statement, 1, link);
  return bary_statement_run (statement, error);
}

/* What is written already */

static gboolean
add_logged (BaryChain         *self,
            BaryDatabase      *database,
            const BaryAction  *action,
            GError           **error)
{
  g_autoptr (BaryStatement) statement =
    bary_database_prepare (database, "SELECT kind, record, was, became FROM change WHERE action = ? ORDER BY ordinal", error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  bary_statement_bind_integer (statement, 0, action->id);
  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW)
    bary_chain_add_change (self, bary_statement_get_text (statement, 0), bary_statement_get_text (statement, 1),
                           bary_statement_get_text (statement, 2), bary_statement_get_text (statement, 3));

  return step == BARY_STEP_DONE;
}

static gboolean
complete_one (BaryDatabase      *database,
              const BaryAction  *action,
              GError           **error)
{
  GError *failure = NULL;
  g_autofree char *before = load_link_before (database, action->id, &failure);
  g_autoptr (BaryChain) chain = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  chain = bary_chain_begin (before, action);
  return add_logged (chain, database, action, error) && bary_chain_end (chain, database, action->id, error);
}

gboolean
bary_chain_complete (BaryDatabase  *database,
                     GError       **error)
{
  g_autoptr (GPtrArray) actions = NULL;
  gint64 last;

  if (!bary_database_query_integer (database, "SELECT coalesce (max (id), 0) FROM action WHERE link IS NOT NULL", &last, error))
    return FALSE;

  actions = bary_history_list (database, NULL, 0, error);
  for (guint i = actions != NULL ? actions->len : 0; i > 0; i--)
    {
      const BaryAction *action = actions->pdata[i - 1];

      if (action->id > last && !complete_one (database, action, error))
        return FALSE;
    }
  return actions != NULL;
}

/* @link: (inout) (transfer full) (nullable): that of the action before, and then its own */
static gboolean
verify_one (BaryDatabase      *database,
            const BaryAction  *action,
            char             **link,
            gboolean          *sound,
            GError           **error)
{
  g_autoptr (BaryChain) chain = chain_new (*link);
  g_autofree char *found = NULL;
  GError *failure = NULL;
  char *expected = load_link (database, "SELECT link FROM action WHERE id = ?", action->id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  g_free (*link);
  *link = expected;
  add_action (chain, action);
  if (!add_logged (chain, database, action, error))
    return FALSE;

  found = finish (chain);
  *sound = g_strcmp0 (found, expected) == 0;
  return TRUE;
}

gboolean
bary_chain_verify (BaryDatabase   *database,
                   GCancellable   *cancellable,
                   BaryChainFunc   broken,
                   gpointer        user_data,
                   GError        **error)
{
  g_autoptr (GPtrArray) actions = bary_history_list (database, NULL, 0, error);
  g_autofree char *link = NULL;

  for (guint i = actions != NULL ? actions->len : 0; i > 0; i--)
    {
      const BaryAction *action = actions->pdata[i - 1];
      gboolean sound;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !verify_one (database, action, &link, &sound, error))
        return FALSE;
      if (!sound)
        broken (action->id, user_data);
    }
  return actions != NULL;
}

char *
bary_chain_dup_words (BaryDatabase  *database,
                      GError       **error)
{
  g_autofree char *link = load_link_before (database, G_MAXINT64, error);
  guint8 bytes[N_WORD_BYTES] = { 0 };

  if (link == NULL)
    return NULL;

  for (guint i = 0; i < N_WORD_BYTES && link[2 * i] != '\0'; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (link[2 * i]) << 4 | g_ascii_xdigit_value (link[2 * i + 1]));
  return bary_words_from_bytes (bytes, sizeof bytes, N_WORDS);
}

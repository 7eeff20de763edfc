#include "bary-draft-keeper.h"

#include "bary-draft.h"

/* So long must writing pause for it to be kept. */
#define PAUSE_MS 400

struct _BaryDraftKeeper {
  BarySession     *session;
  char            *subject;
  BaryDraftGather  gather;
  gpointer         data;
  guint            pause;
};

BaryDraftKeeper *
bary_draft_keeper_new (BarySession     *session,
                       const char      *subject,
                       BaryDraftGather  gather,
                       gpointer         user_data)
{
  BaryDraftKeeper *self = g_new0 (BaryDraftKeeper, 1);

  self->session = g_object_ref (session);
  self->subject = g_strdup (subject);
  self->gather = gather;
  self->data = user_data;
  return self;
}

void
bary_draft_keeper_free (BaryDraftKeeper *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_object_unref (self->session);
  g_free (self->subject);
  g_free (self);
}

GHashTable *
bary_draft_keeper_recall (BaryDraftKeeper *self)
{
  return bary_draft_read (bary_session_get_store (self->session), self->subject);
}

/* @texts: (nullable) */
static void
write_texts (BaryDraftKeeper *self,
             GHashTable      *texts)
{
  BaryStore *store = bary_session_get_store (self->session);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (store != NULL && !bary_store_is_read_only (store) && !bary_draft_write (store, self->subject, texts, &error))
    bary_session_fail (self->session, error);
}

void
bary_draft_keeper_flush (BaryDraftKeeper *self)
{
  g_autoptr (GHashTable) texts = NULL;

  if (self->pause == 0)
    return;
  texts = self->gather (self->data);
  write_texts (self, texts);
}

static gboolean
paused_cb (gpointer data)
{
  BaryDraftKeeper *self = data;
  g_autoptr (GHashTable) texts = self->gather (self->data);

  self->pause = 0;
  write_texts (self, texts);
  return G_SOURCE_REMOVE;
}

void
bary_draft_keeper_wrote (BaryDraftKeeper *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

void
bary_draft_keeper_drop (BaryDraftKeeper *self)
{
  write_texts (self, NULL);
}

#include "bary-record-list.h"

#include "bary-store-private.h"
#include "bary-id.h"

#include <string.h>

/* New rows in more places than this come as one piece. */
#define MOST_GAPS 32

/* Fifty thousand of these are two megabytes in one piece. */
typedef struct {
  char text[BARY_ID_LENGTH + 1];
} Id;

struct _BaryRecordList {
  GObject    parent_instance;

  BaryStore *store;
  BaryQuery *query;
  GArray    *ids; /* of Id */
};

static void bary_record_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRecordList, bary_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, bary_record_list_model_init))

static GType
bary_record_list_get_item_type (GListModel *model)
{
  return BARY_TYPE_RECORD;
}

static guint
bary_record_list_get_n_items (GListModel *model)
{
  return BARY_RECORD_LIST (model)->ids->len;
}

static gpointer
bary_record_list_get_item (GListModel *model,
                           guint       position)
{
  BaryRecordList *self = BARY_RECORD_LIST (model);

  if (position >= self->ids->len)
    return NULL;

  return bary_store_get (self->store, bary_query_get_kind (self->query), g_array_index (self->ids, Id, position).text, NULL);
}

static void
bary_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bary_record_list_get_item_type;
  iface->get_n_items = bary_record_list_get_n_items;
  iface->get_item = bary_record_list_get_item;
}

static void
bary_record_list_finalize (GObject *object)
{
  BaryRecordList *self = BARY_RECORD_LIST (object);

  g_clear_pointer (&self->query, bary_query_free);
  g_array_unref (self->ids);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bary_record_list_parent_class)->finalize (object);
}

static void
bary_record_list_class_init (BaryRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_record_list_finalize;
}

static void
bary_record_list_init (BaryRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (Id));
}

static gboolean
same_id (GArray *a,
         guint   i,
         GArray *b,
         guint   j)
{
  return memcmp (&g_array_index (a, Id, i), &g_array_index (b, Id, j), sizeof (Id)) == 0;
}

static void
splice (BaryRecordList *self,
        guint           position,
        guint           removed,
        const Id       *added,
        guint           n_added)
{
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  if (n_added > 0)
    g_array_insert_vals (self->ids, position, added, n_added);
  if (removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, n_added);
}

/* A renamed record moves: the stretch between its two places is the same but for one step. */
static gboolean
replace_moved (BaryRecordList *self,
               GArray         *ids,
               guint           head,
               guint           length)
{
  const gsize rest = (length - 1) * sizeof (Id);
  const Id *was = &g_array_index (self->ids, Id, head);
  const Id *is = &g_array_index (ids, Id, head);

  if (memcmp (was + 1, is, rest) == 0)
    {
      splice (self, head, 1, NULL, 0);
      splice (self, head + length - 1, 0, is + length - 1, 1);
      return TRUE;
    }
  if (memcmp (was, is + 1, rest) == 0)
    {
      splice (self, head + length - 1, 1, NULL, 0);
      splice (self, head, 0, is, 1);
      return TRUE;
    }
  return FALSE;
}

/* Among how many places new rows fall, where those that were there stand in the same order; else G_MAXUINT. */
static guint
count_gaps (const Id *was,
            guint     n_was,
            const Id *is,
            guint     n_is)
{
  guint gaps = 0, found = 0;
  gboolean inside = FALSE;

  for (guint i = 0; i < n_is; i++)
    {
      gboolean stays = found < n_was && memcmp (&was[found], &is[i], sizeof (Id)) == 0;

      found += stays;
      gaps += !stays && !inside;
      inside = !stays;
    }
  return found == n_was ? gaps : G_MAXUINT;
}

/* A package brings rows in between: those that were there are not touched. */
static gboolean
insert_between (BaryRecordList *self,
                GArray         *ids,
                guint           head,
                guint           removed,
                guint           added)
{
  const guint end = head + added;

  if (count_gaps (&g_array_index (self->ids, Id, head), removed, &g_array_index (ids, Id, head), added) > MOST_GAPS)
    return FALSE;

  for (guint i = head; i < end; i++)
    {
      guint run = 0;

      while (i + run < end && (removed == 0 || !same_id (self->ids, i, ids, i + run)))
        run++;
      splice (self, i, 0, &g_array_index (ids, Id, i), run);
      i += run;
      removed -= removed > 0;
    }
  return TRUE;
}

/* Those that stay keep their widgets and the place on the screen. What went and what came are announced
 * apart: views look for each lost row among those that come in one piece, which would read them all. */
static void
replace_ids (BaryRecordList *self,
             GArray         *ids)
{
  guint shorter = MIN (self->ids->len, ids->len);
  guint head = 0, tail = 0, removed, added;

  while (head < shorter && same_id (self->ids, head, ids, head))
    head++;
  while (tail < shorter - head && same_id (self->ids, self->ids->len - 1 - tail, ids, ids->len - 1 - tail))
    tail++;

  removed = self->ids->len - head - tail;
  added = ids->len - head - tail;
  if (removed == added && removed > 1 && replace_moved (self, ids, head, removed))
    return;
  if (removed > 0 && removed < added && insert_between (self, ids, head, removed, added))
    return;

  splice (self, head, removed, NULL, 0);
  if (added > 0)
    splice (self, head, 0, &g_array_index (ids, Id, head), added);
}

static GArray *
read_ids (BaryRecordList  *self,
          GError         **error)
{
  GArray *ids = g_array_sized_new (FALSE, TRUE, sizeof (Id), self->ids->len + 1);
  g_autoptr (BaryStatement) statement = NULL;

  if (self->query != NULL)
    statement = bary_query_prepare (self->query, bary_store_get_database (self->store), TRUE, error);
  while (statement != NULL && bary_statement_step (statement, error) == BARY_STEP_ROW)
    {
      const char *text = bary_statement_get_text (statement, 0);
      Id id = { "" };

      g_strlcpy (id.text, text != NULL ? text : "", sizeof id.text);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
reload (BaryRecordList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = read_ids (self, &error);

  replace_ids (self, ids);
  if (error != NULL)
    bary_store_fail (self->store, error);
}

/* A reference may decide the order or the filter, so a change of any kind can move a row. */
static void
store_changed_cb (BaryRecordList *self,
                  GPtrArray      *touches)
{
  reload (self);
}

BaryRecordList *
bary_record_list_new (BaryStore       *store,
                      const BaryQuery *query)
{
  BaryRecordList *self = g_object_new (BARY_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  bary_record_list_set_query (self, query);
  return self;
}

void
bary_record_list_set_query (BaryRecordList  *self,
                            const BaryQuery *query)
{
  g_return_if_fail (BARY_IS_RECORD_LIST (self));

  g_clear_pointer (&self->query, bary_query_free);
  self->query = query != NULL ? bary_query_copy (query) : NULL;
  reload (self);
}

guint
bary_record_list_find (BaryRecordList *self,
                       const char     *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_str_equal (g_array_index (self->ids, Id, i).text, id))
      return i;

  return G_MAXUINT;
}

const char *
bary_record_list_get_id (BaryRecordList *self,
                         guint           position)
{
  return position < self->ids->len ? g_array_index (self->ids, Id, position).text : NULL;
}

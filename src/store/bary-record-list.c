#include "bary-record-list.h"

struct _BaryRecordList {
  GObject    parent_instance;

  BaryStore *store;
  BaryQuery *query;
  GPtrArray *ids;
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

  return bary_store_get (self->store, bary_query_get_kind (self->query), self->ids->pdata[position], NULL);
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
  g_ptr_array_unref (self->ids);
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
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

static void
replace_ids (BaryRecordList *self,
             GPtrArray      *ids)
{
  g_autoptr (GPtrArray) old = self->ids;
  guint same_head = 0, same_tail = 0, shorter = MIN (old->len, ids->len);

  while (same_head < shorter && g_str_equal (old->pdata[same_head], ids->pdata[same_head]))
    same_head++;
  while (same_tail < shorter - same_head &&
         g_str_equal (old->pdata[old->len - 1 - same_tail], ids->pdata[ids->len - 1 - same_tail]))
    same_tail++;

  self->ids = ids;
  if (same_head < old->len || same_head < ids->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same_head,
                                old->len - same_head - same_tail, ids->len - same_head - same_tail);
}

static void
reload (BaryRecordList *self)
{
  GPtrArray *ids = NULL;

  if (self->query != NULL)
    ids = bary_store_select_ids (self->store, self->query, NULL);

  replace_ids (self, ids != NULL ? ids : g_ptr_array_new_with_free_func (g_free));
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
  guint position;

  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &position) ? position : G_MAXUINT;
}

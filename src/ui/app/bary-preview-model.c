#include "bary-preview-model.h"

/* So many records are seen with their fields at once. */
#define FEW 12

struct _BaryPreviewNode {
  GObject          parent_instance;

  BaryPreview     *preview;
  BaryStore       *store;    /* (nullable) */
  BaryKind         kind;
  int              position; /* of the record in its kind; -1: the kind */
  BaryPreviewItem *item;     /* of a record: once it was asked for */
  BaryPreviewNode *record;   /* of a field */
  guint            field;
};

G_DEFINE_FINAL_TYPE (BaryPreviewNode, bary_preview_node, G_TYPE_OBJECT)

static void
bary_preview_node_finalize (GObject *object)
{
  BaryPreviewNode *self = BARY_PREVIEW_NODE (object);

  g_clear_object (&self->preview);
  g_clear_object (&self->store);
  g_clear_object (&self->record);
  g_clear_pointer (&self->item, bary_preview_item_free);

  G_OBJECT_CLASS (bary_preview_node_parent_class)->finalize (object);
}

static void
bary_preview_node_class_init (BaryPreviewNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_preview_node_finalize;
}

static void
bary_preview_node_init (BaryPreviewNode *self)
{
}

static BaryPreviewNode *
node_new (BaryPreview *preview,
          BaryStore   *store,
          BaryKind     kind,
          int          position)
{
  BaryPreviewNode *self = g_object_new (BARY_TYPE_PREVIEW_NODE, NULL);

  self->preview = g_object_ref (preview);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->kind = kind;
  self->position = position;
  return self;
}

static BaryPreviewNode *
field_node_new (BaryPreviewNode *record,
                guint            field)
{
  BaryPreviewNode *self = node_new (record->preview, record->store, record->kind, record->position);

  self->record = g_object_ref (record);
  self->field = field;
  return self;
}

BaryKind
bary_preview_node_get_kind (BaryPreviewNode *self)
{
  return self->kind;
}

guint
bary_preview_node_count (BaryPreviewNode     *self,
                         BaryChangeOperation  operation)
{
  return bary_preview_count (self->preview, self->kind, operation);
}

const BaryPreviewItem *
bary_preview_node_get_item (BaryPreviewNode *self)
{
  if (self->record != NULL)
    return self->record->item;
  if (self->item == NULL && self->position >= 0)
    self->item = bary_preview_get (self->preview, self->store, self->kind, self->position);

  return self->item;
}

const BaryPreviewField *
bary_preview_node_get_field (BaryPreviewNode *self)
{
  return self->record != NULL ? self->record->item->fields->pdata[self->field] : NULL;
}

/* The records of a kind: each is made when it is asked for. */

#define BARY_TYPE_PREVIEW_RECORDS (bary_preview_records_get_type ())
G_DECLARE_FINAL_TYPE (BaryPreviewRecords, bary_preview_records, BARY, PREVIEW_RECORDS, GObject)

struct _BaryPreviewRecords {
  GObject          parent_instance;

  BaryPreviewNode *kind;
};

static GType
get_item_type (GListModel *model)
{
  return BARY_TYPE_PREVIEW_NODE;
}

static guint
get_n_items (GListModel *model)
{
  BaryPreviewNode *kind = BARY_PREVIEW_RECORDS (model)->kind;

  return bary_preview_node_count (kind, BARY_CHANGE_ADD) + bary_preview_node_count (kind, BARY_CHANGE_SET) +
         bary_preview_node_count (kind, BARY_CHANGE_REMOVE);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BaryPreviewNode *kind = BARY_PREVIEW_RECORDS (model)->kind;

  return position < get_n_items (model) ? node_new (kind->preview, kind->store, kind->kind, position) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryPreviewRecords, bary_preview_records, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
bary_preview_records_finalize (GObject *object)
{
  g_clear_object (&BARY_PREVIEW_RECORDS (object)->kind);

  G_OBJECT_CLASS (bary_preview_records_parent_class)->finalize (object);
}

static void
bary_preview_records_class_init (BaryPreviewRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_preview_records_finalize;
}

static void
bary_preview_records_init (BaryPreviewRecords *self)
{
}

static GListModel *
records_new (BaryPreviewNode *kind)
{
  BaryPreviewRecords *self = g_object_new (BARY_TYPE_PREVIEW_RECORDS, NULL);

  self->kind = g_object_ref (kind);
  return G_LIST_MODEL (self);
}

/* The tree */

static GListModel *
fields_new (BaryPreviewNode *record)
{
  const BaryPreviewItem *item = bary_preview_node_get_item (record);
  GListStore *fields = g_list_store_new (BARY_TYPE_PREVIEW_NODE);

  for (guint i = 0; item != NULL && i < item->fields->len; i++)
    {
      g_autoptr (BaryPreviewNode) field = field_node_new (record, i);

      g_list_store_append (fields, field);
    }
  return G_LIST_MODEL (fields);
}

static GListModel *
make_children (gpointer item,
               gpointer user_data)
{
  BaryPreviewNode *node = item;

  if (node->record != NULL)
    return NULL;

  return node->position < 0 ? records_new (node) : fields_new (node);
}

GtkTreeListModel *
bary_preview_model_new (BaryPreview *preview,
                        BaryStore   *store)
{
  GListStore *kinds = g_list_store_new (BARY_TYPE_PREVIEW_NODE);
  guint n = 0;

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      g_autoptr (BaryPreviewNode) node = node_new (preview, store, kind, -1);
      g_autoptr (GListModel) records = records_new (node);

      if (g_list_model_get_n_items (records) > 0)
        g_list_store_append (kinds, node);
      n += g_list_model_get_n_items (records);
    }
  return gtk_tree_list_model_new (G_LIST_MODEL (kinds), FALSE, n <= FEW, make_children, NULL, NULL);
}

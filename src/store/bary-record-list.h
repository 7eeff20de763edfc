#pragma once

#include "bary-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The records that a query finds, as a GListModel that follows the store. Only ids are held; a record
 * is read when somebody asks for it, so a list of 50,000 opens at once. */
#define BARY_TYPE_RECORD_LIST (bary_record_list_get_type ())
G_DECLARE_FINAL_TYPE (BaryRecordList, bary_record_list, BARY, RECORD_LIST, GObject)

/* @query: (transfer none) (nullable): NULL is an empty list */
BaryRecordList *bary_record_list_new       (BaryStore       *store,
                                            const BaryQuery *query);
/* Announces only what differs. */
void            bary_record_list_set_query (BaryRecordList  *self,
                                            const BaryQuery *query);
/* Returns: the position of a record, or G_MAXUINT. */
guint           bary_record_list_find      (BaryRecordList  *self,
                                            const char      *id);
/* Returns: (nullable): the id at a position; valid until the list changes. Reads nothing. */
const char     *bary_record_list_get_id    (BaryRecordList  *self,
                                            guint            position);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number for each of very many identifiers, at about forty bytes each. */
typedef struct _BaryIdTable BaryIdTable;

BaryIdTable *bary_id_table_new  (void);
void         bary_id_table_free (BaryIdTable *self);

/* @id: a valid identifier; @number: not 0
 * Returns: 0, or the number that the id has already, which stays. */
guint        bary_id_table_add  (BaryIdTable *self,
                                 const char  *id,
                                 guint        number);
/* Returns: 0 if the id is not there. */
guint        bary_id_table_get  (BaryIdTable *self,
                                 const char  *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryIdTable, bary_id_table_free)

G_END_DECLS

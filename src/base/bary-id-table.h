#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number for each of very many identifiers, in a few megabytes however many they are: the newest are in memory, the others
 * in a temporary file that nobody else sees. Where that file finds no room, all stay in memory, at about forty bytes each. */
typedef struct _BaryIdTable BaryIdTable;

BaryIdTable *bary_id_table_new  (void);
void         bary_id_table_free (BaryIdTable *self);

/* @id: a valid identifier; @number: not 0
 * @before: (out): 0, or the number that the id has already, which stays
 * Returns: FALSE with G_FILE_ERROR when the temporary file cannot be read back. */
gboolean     bary_id_table_add  (BaryIdTable  *self,
                                 const char   *id,
                                 guint         number,
                                 guint        *before,
                                 GError      **error);
/* @number: (out): 0 if the id is not there */
gboolean     bary_id_table_get  (BaryIdTable  *self,
                                 const char   *id,
                                 guint        *number,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryIdTable, bary_id_table_free)

G_END_DECLS

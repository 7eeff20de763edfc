#pragma once

#include "bary-import.h"
#include "bary-writer.h"

G_BEGIN_DECLS

/* Writes a record of a package but for what a frozen contest does not let in, so that the rest is taken in: its own rules and its
 * parts stay as they are, and a new part of it is left out with whatever refers to it.
 * @left_out: (element-type utf8 utf8): ids of what was left out, which a new one is added to
 * @present: (nullable): the record as it stands; @after: what it would become: what is held is put back in it
 * @held: (out): whether anything is; a new record is left out */
gboolean bary_import_write (BaryWriter  *writer,
                            GHashTable  *left_out,
                            BaryRecord  *present,
                            BaryRecord  *after,
                            gboolean    *held,
                            GError     **error);

/* Counts and says it. @line: of the package */
void     bary_import_tell_held (BaryStore         *store,
                                BaryRecord        *record,
                                guint              line,
                                gboolean           is_new,
                                BaryImportReport  *report);

G_END_DECLS

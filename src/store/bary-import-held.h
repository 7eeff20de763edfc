#pragma once

#include "bary-import.h"

G_BEGIN_DECLS

/* What a frozen contest does not let in of a package of records, so that the rest of it is taken in: its own rules and its parts stay as
 * they are, and a new part of it is left out with whatever refers to it.
 * @action: that is being written; @left_out: (element-type utf8 utf8): ids of what was left out, which a new one is added to
 * @present: (nullable): the record as it stands; @after: what it would become: what is held is put back in it
 * Returns: whether anything is held; of a new record: it is left out */
gboolean bary_import_hold (BaryDatabase *database,
                           gint64        action,
                           GHashTable   *left_out,
                           BaryRecord   *present,
                           BaryRecord   *after);

/* Counts and says it. @line: of the package */
void     bary_import_tell_held (BaryStore        *store,
                                BaryRecord       *record,
                                guint             line,
                                gboolean          is_new,
                                BaryImportReport *report);

G_END_DECLS

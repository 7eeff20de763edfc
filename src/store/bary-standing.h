#pragma once

#include "bary-database.h"

G_BEGIN_DECLS

/* Says that a change is not allowed. @name: of what stands against it. Returns: FALSE */
typedef gboolean (*BaryStandingRefuse) (const char *name, GError **error);

/* Whether nothing stands against a change. @sql: gives the name of what does, by ?1 @whole, which the record is a part of, ?2 @action,
 * which is being written and whose own doing does not stand, and ?3 @part, what else of it is asked about.
 * @part: (nullable)
 * Returns: FALSE with what @refuse says */
gboolean bary_standing_allows (BaryDatabase        *database,
                               const char          *sql,
                               gint64               action,
                               const char          *whole,
                               const char          *part,
                               BaryStandingRefuse   refuse,
                               GError             **error);

G_END_DECLS

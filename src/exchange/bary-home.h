#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Where a database is at home: which computer, account and file. Two files with the name of one database, edited apart,
 * would give different edits the same stamp; so a copy made by hand has to become a database of its own. */
typedef enum {
  BARY_HOME_HERE,  /* as before, or it was only moved on this computer */
  BARY_HOME_TWIN,  /* the same database lies here under another name, too */
  BARY_HOME_OTHER, /* another computer or account had it last: moved or copied, only a person knows */
} BaryHome;

/* What is at home here is noted down as that.
 * @twin: (out) (optional) (transfer full) (nullable): the other file */
gboolean bary_home_look   (BaryStore  *store,
                           BaryHome   *home,
                           char      **twin,
                           GError    **error);
/* The database is at home here from now on. @copy: it is another one from now on, too */
gboolean bary_home_settle (BaryStore  *store,
                           gboolean    copy,
                           GError    **error);

G_END_DECLS

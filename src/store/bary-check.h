#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* Everything that a database promises, part by part. A snapshot is looked at by a connection of its own, in any thread;
 * others may go on writing. */
typedef enum {
  BARY_CHECK_PAGES,      /* the file is sound */
  BARY_CHECK_SEARCH,     /* the search knows all records */
  BARY_CHECK_RECORDS,    /* records are valid, references lead somewhere */
  BARY_CHECK_RULES,      /* the rules between records hold */
  BARY_CHECK_HISTORY,    /* the log replays to what is there, and is what was written */
  BARY_CHECK_APPENDICES, /* files that are kept are what their digests say */
  BARY_CHECK_BACKUP,     /* the last backup opens and is sound */
  BARY_CHECK_N_PARTS
} BaryCheckPart;

typedef struct {
  gboolean  done;       /* FALSE: not looked at, as the pages are damaged or there is none */
  guint     n_problems;
  char     *found;      /* (nullable): what was looked at, in words */
} BaryCheckFinding;

typedef struct {
  BaryCheckFinding  findings[BARY_CHECK_N_PARTS];
  GPtrArray        *problems; /* (element-type utf8): a translated sentence for each, at most a hundred or so */
} BaryCheckup;

/* Called in the thread of the check as soon as a part is done. */
typedef void (*BaryCheckFunc) (BaryCheckPart part, const BaryCheckFinding *finding, gpointer user_data);

/* Returns: a translated word or two */
const char  *bary_check_part_get_label (BaryCheckPart   part);

/* @func: (nullable)
 * Returns: (transfer full) (nullable): NULL with an error if it could not be checked. */
BaryCheckup *bary_check_all    (const char     *path,
                                BaryCheckFunc   func,
                                gpointer        user_data,
                                GCancellable   *cancellable,
                                GError        **error);
void         bary_checkup_free (BaryCheckup    *checkup);

/* Returns: (transfer full) (element-type utf8) (nullable): only the problems. */
GPtrArray   *bary_check_file   (const char     *path,
                                GCancellable   *cancellable,
                                GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryCheckup, bary_checkup_free)

G_END_DECLS

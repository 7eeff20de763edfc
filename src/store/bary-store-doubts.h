#pragma once

#include "bary-panel.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* Possible conflicts of interest of a contest: what people noted as such, and what names say — an applicant's employee of the
 * expert's name or surname, the expert's name in an application, an employer written in another way. Of each somebody says whether
 * it is one; the answer is a record and is not asked for again. */

typedef struct {
  char     *record;      /* (nullable): id of what was noted or answered */
  char     *expert;      /* id */
  char     *application; /* (nullable): id; NULL: it is of all applications of an organisation */
  char     *who;         /* the expert */
  char     *about;       /* the application, or the organisation */
  char     *source;      /* where it is known from; in the language of the papers */
  gboolean  answered;
  gboolean  confirmed;
  char     *day;         /* (nullable): ISO, of the answer */
  char     *author;      /* (nullable): who answered */
} BaryDoubt;

/* Of admitted applications and of experts who have not left, where no conflict stands already; those without an answer first.
 * All names are compared: not for the window's thread.
 * @panel: just read; @cancellable: (nullable). Returns: (transfer full) (element-type BaryDoubt) (nullable) */
GPtrArray   *bary_store_find_doubts   (BaryStore        *self,
                                       const BaryPanel  *panel,
                                       GCancellable     *cancellable,
                                       GError          **error);
guint        bary_doubts_count_open   (const GPtrArray  *doubts);
/* Before a draw. Returns: FALSE with BARY_STORE_ERROR_REFUSED while there is one without an answer */
gboolean     bary_store_check_doubts  (BaryStore        *self,
                                       const BaryPanel  *panel,
                                       GCancellable     *cancellable,
                                       GError          **error);
/* Adds to the panel what names say and nobody has answered, as potential conflicts. */
gboolean     bary_store_add_doubts    (BaryStore        *self,
                                       BaryPanel        *panel,
                                       GError          **error);

/* @day: ISO, of the answer. Returns: (transfer full) (nullable) */
BaryChanges *bary_store_answer_doubt  (BaryStore        *self,
                                       const BaryDoubt  *doubt,
                                       gboolean          confirmed,
                                       const char       *day,
                                       GError          **error);

G_END_DECLS

#pragma once

#include "bary-panel.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* A score sheet that came on paper counts when two people have typed it, each without seeing what the other typed, and agree; where
 * they differ somebody looks at the paper and settles each mark. The first typing is a draft; the second is kept only where it
 * differs, and is void in the end. */

typedef struct {
  int   first, second; /* sheets of the panel, or -1: typed once, typed again and different */
  guint n_different;   /* marks */
} BaryPaper;

typedef struct {
  char *mark;    /* (nullable): a decimal */
  char *comment; /* (nullable) */
} BaryTypedMark;

void         bary_paper_find         (const BaryPanel      *panel,
                                      guint                 application,
                                      guint                 expert,
                                      BaryPaper            *paper);
gboolean     bary_paper_differs      (const BaryPanel      *panel,
                                      const BaryPaper      *paper,
                                      guint                 criterion);

/* What one person typed of a sheet: the first time a draft, the second time what makes it count, or what is to be settled.
 * @person: id of who typed; @day, @time: (nullable): ISO, when the sheet was handed in; @marks: one for each criterion
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_REFUSED: a mark is missing or none of its scale, a comment is
 * missing, or the same person typed it before. */
BaryChanges *bary_paper_compose      (BaryStore            *self,
                                      const BaryPanel      *panel,
                                      guint                 application,
                                      guint                 expert,
                                      const char           *person,
                                      const char           *day,
                                      const char           *time,
                                      const BaryTypedMark  *marks,
                                      GError              **error);
/* @seconds: for each criterion whether the second typing is right; where both agree it does not matter
 * Returns: (transfer full) (nullable) */
BaryChanges *bary_paper_settle       (BaryStore            *self,
                                      const BaryPanel      *panel,
                                      guint                 application,
                                      guint                 expert,
                                      const gboolean       *seconds,
                                      GError              **error);

G_END_DECLS

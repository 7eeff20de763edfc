#pragma once

#include "bary-store.h"
#include "bary-technical.h"

G_BEGIN_DECLS

/* The technical review of an application: what its contest's checklist asks, and the act that writes down what was found. */

typedef struct {
  char          *id;     /* of the checklist's item */
  char          *name;
  char          *help;   /* (nullable) */
  char          *answer; /* (nullable): what the applicant wrote where it looks */
  BaryCheckKind  kind;
  char          *fault;  /* (nullable): of an automatic item: what is wrong */
  gboolean       looked; /* an automatic item is; one for a person when that has decided */
  gboolean       passed;
} BaryCheckItem;

/* The items in their order, the automatic ones decided.
 * Returns: (transfer full) (element-type BaryCheckItem) (nullable) */
GPtrArray   *bary_store_read_checklist     (BaryStore        *self,
                                            BaryRecord       *application,
                                            GError          **error);
/* Returns: (transfer full) (nullable): what did not pass, as a reason: NULL if nothing */
char        *bary_checklist_to_reason      (const GPtrArray  *items);

/* A new technical review, numbered after the one before.
 * Returns: (transfer full) (nullable) */
BaryRecord  *bary_store_begin_technical    (BaryStore        *self,
                                            BaryRecord       *application,
                                            const char       *day,
                                            GError          **error);
/* Writes the review down with its items, and lets the application stand as it says. Marks are not touched.
 * @review: begun as above, filled in
 * Returns: (transfer full) (nullable): NULL with BARY_STORE_ERROR_REFUSED if the review lacks its reason or its day, the
 * application was not handed in, or the contest is decided. */
BaryChanges *bary_store_compose_technical  (BaryStore        *self,
                                            BaryRecord       *application,
                                            BaryRecord       *review,
                                            const GPtrArray  *items,
                                            GError          **error);
/* Returns: (transfer full) (nullable): the letter that tells the applicant. */
BaryLetter  *bary_store_write_technical_letter (BaryStore    *self,
                                                BaryRecord   *application,
                                                BaryRecord   *review,
                                                GError      **error);

G_END_DECLS

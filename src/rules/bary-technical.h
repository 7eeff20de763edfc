#pragma once

#include "bary-contest-form.h"
#include "bary-letter.h"

G_BEGIN_DECLS

/* The technical review of an application: whether it is complete and came in time. It looks at no mark. What is written into
 * the database and into letters is Russian in every language of the window, like all papers of a contest. */

typedef enum {
  BARY_CHECK_HUMAN, /* a person looks */
  BARY_CHECK_FILLED,
  BARY_CHECK_LIMITS,
  BARY_CHECK_APPENDICES,
  BARY_CHECK_IN_TIME,
} BaryCheckKind;

typedef enum {
  BARY_TECHNICAL_COMPLETE,
  BARY_TECHNICAL_REMARKS,
  BARY_TECHNICAL_TO_MEND,
  BARY_TECHNICAL_REJECTED,
} BaryTechnicalResult;

/* What an automatic item finds at fault.
 * @field: (nullable): the id of the only field that is looked at; NULL looks at all
 * Returns: (transfer full) (nullable): NULL if nothing, and for what a person looks at: "Не заполнены: «Тема», «Ресурсы»" */
char       *bary_technical_find_fault (BaryCheckKind          kind,
                                       const BaryContestForm *form,
                                       const char            *field,
                                       gboolean               late);

typedef struct {
  const char          *application; /* "№ 8, ГБДОУ детский сад № 78" */
  const char          *contest;
  BaryTechnicalResult  result;
  const char          *reason;      /* (nullable) */
  const char          *until;       /* (nullable): the day as people read it */
} BaryTechnicalFacts;

/* The letter to the applicant. Returns: (transfer full) */
BaryLetter *bary_technical_letter_new (const BaryTechnicalFacts *facts);

G_END_DECLS

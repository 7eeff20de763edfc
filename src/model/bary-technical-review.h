#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_TECHNICAL_REVIEW (bary_technical_review_get_type ())
G_DECLARE_FINAL_TYPE (BaryTechnicalReview, bary_technical_review, BARY, TECHNICAL_REVIEW, BaryRecord)

/* What the technical review of an application came to; it never touches marks. The fields are for reading;
 * their table in bary-technical-review.c says what they hold. */
struct _BaryTechnicalReview {
  BaryRecord parent_instance;

  char *application;
  char *ordinal;
  char *result;
  char *reason;
  char *until;
  char *person;
  char *reviewed_on;
  char *sent_on;
};

extern const BaryKindInfo bary_technical_review_info;

G_END_DECLS

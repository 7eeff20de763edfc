#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_OBLIGATION_RULE (bary_obligation_rule_get_type ())
G_DECLARE_FINAL_TYPE (BaryObligationRule, bary_obligation_rule, BARY, OBLIGATION_RULE, BaryRecord)

/* When something is due: so many days from an event, a quarter or a half-year. The fields are for reading;
 * their table in bary-obligation-rule.c says what they hold. */
struct _BaryObligationRule {
  BaryRecord parent_instance;

  char *name;
  char *event_kind;
  char *duty;
  char *base;
  char *first_day;
  char *last_day;
  char *lead;
  char *off;
};

extern const BaryKindInfo bary_obligation_rule_info;

G_END_DECLS

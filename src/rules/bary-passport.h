#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The passport of a cluster: the four conditions of a cluster's being valid (innovation cluster of the
 * Kalininsky district), each computed from data as they stand on a day. Pure. */

typedef enum {
  BARY_CONDITION_GOAL,        /* a common goal */
  BARY_CONDITION_LEGAL_BASIS, /* agreements in force that define a role for every member */
  BARY_CONDITION_INTERACTION, /* mechanisms of interaction */
  BARY_CONDITION_MANAGEMENT,  /* a mechanism of management: the text, who leads, a coordinating body */
  BARY_N_CONDITIONS
} BaryCondition;

/* How something missing is mended; in brackets what `record` is. */
typedef enum {
  BARY_FIX_WRITE_GOAL,
  BARY_FIX_ADD_MEMBERS,
  BARY_FIX_ADD_AGREEMENT,   /* a member is bound by no agreement (organisation) */
  BARY_FIX_RENEW_AGREEMENT, /* those that bind a member are not in force (organisation) */
  BARY_FIX_DEFINE_ROLE,     /* an agreement binds a member without a role (party) */
  BARY_FIX_WRITE_INTERACTION,
  BARY_FIX_WRITE_MANAGEMENT,
  BARY_FIX_NAME_CURATOR,
  BARY_FIX_NAME_BODY,
} BaryFix;

typedef struct {
  const char *id;
  const char *date, *valid_until; /* ISO, nullable */
} BaryPassportAgreement;

typedef struct {
  const char *id;
  guint       agreement; /* index */
  const char *organisation;
  const char *role;
} BaryPassportParty;

typedef struct {
  const char                  *day;
  const char                  *goal, *interaction, *management; /* nullable */
  const char *const           *members; /* organisations that are in the cluster on the day */
  guint                        n_members;
  const BaryPassportAgreement *agreements;
  guint                        n_agreements;
  const BaryPassportParty     *parties;
  guint                        n_parties;
  guint                        n_leaders; /* curators and heads on the day */
  guint                        n_bodies;  /* coordinating bodies on the day */
} BaryPassportInput;

typedef struct {
  BaryCondition condition;
  BaryFix       fix;
  const char   *record; /* of the input; NULL for the cluster itself */
} BaryPassportGap;

/* What is missing, in the order of the conditions and of the members; an organisation named twice counts once.
 * Returns: (transfer full) (element-type BaryPassportGap): the input must outlive it. */
GArray *bary_passport_check     (const BaryPassportInput *input);

/* How many of the conditions are not met, 0 to 4. */
guint   bary_passport_count_unmet (const GArray *gaps);
guint   bary_passport_count_gaps  (const GArray *gaps,
                                   BaryCondition condition);

G_END_DECLS

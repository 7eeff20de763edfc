#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _BaryField BaryField;
typedef struct _BaryRecord BaryRecord;

/* The order is that of packages: what is referred to stands before what refers to it, as far as
 * that can be. */
typedef enum {
  BARY_KIND_CENTRE,
  BARY_KIND_ORGANISATION,
  BARY_KIND_PERSON,
  BARY_KIND_DIRECTION,
  BARY_KIND_SCHEME,
  BARY_KIND_GROUP,
  BARY_KIND_CLUSTER,
  BARY_KIND_MEMBERSHIP,
  BARY_KIND_ROLE,
  BARY_KIND_BODY,
  BARY_KIND_BODY_MEMBER,
  BARY_KIND_AGREEMENT,
  BARY_KIND_PARTY,
  BARY_KIND_STATUS,
  BARY_KIND_LINK,
  BARY_KIND_DOCUMENT,
  BARY_KIND_PLACE,
  BARY_KIND_SLIDE,
  BARY_KIND_HIDDEN_GROUP,
  BARY_KIND_ROADMAP,
  BARY_KIND_SECTION,
  BARY_KIND_REVISION,
  BARY_KIND_REVISION_LINE,
  BARY_KIND_APPROVAL,
  BARY_KIND_EVENT,
  BARY_KIND_EVENT_PART,
  BARY_KIND_EVENT_AWARD,
  BARY_KIND_EVENT_MOVE,
  BARY_KIND_SENDING,
  BARY_KIND_CHANNEL,
  BARY_KIND_CALENDAR_DAY,
  BARY_KIND_CALENDAR_TERM,
  BARY_KIND_OBLIGATION_RULE,
  BARY_KIND_CONFLICT_NOTE,
  BARY_KIND_HALF_YEAR_REPORT,
  BARY_KIND_CONTEST,
  BARY_KIND_CONTEST_STAGE,
  BARY_KIND_CONTEST_SECTION,
  BARY_KIND_CONTEST_FIELD,
  BARY_KIND_CHECKLIST_ITEM,
  BARY_KIND_CONTEST_CRITERION,
  BARY_KIND_CRITERION_LEVEL,
  BARY_KIND_TIE_STEP,
  BARY_KIND_CONTEST_EXPERT,
  BARY_KIND_APPLICATION,
  BARY_KIND_APPLICATION_ANSWER,
  BARY_KIND_APPENDIX,
  BARY_KIND_APPENDIX_CHUNK,
  BARY_KIND_TECHNICAL_REVIEW,
  BARY_KIND_TECHNICAL_CHECK,
  BARY_KIND_INTEREST_CONFLICT,
  BARY_KIND_EXPERT_ASSIGNMENT,
  BARY_KIND_SCORE_SHEET,
  BARY_KIND_EXPERT_MARK,
  BARY_KIND_CONTEST_DECISION,
  BARY_KIND_SPEECH,
  BARY_N_KINDS
} BaryKind;

typedef struct {
  BaryKind         kind;
  const char      *name;     /* table, element, word of the command line */
  const char      *label;    /* untranslated: N_("Organisation") */
  const char      *plural;   /* untranslated: N_("Organisations") */
  GType          (*get_type) (void);
  const BaryField *fields;
  guint            n_fields;
  /* A rule between fields beyond required ones and ranges; may be NULL. */
  gboolean       (*validate) (BaryRecord *record, GError **error);
} BaryKindInfo;

const BaryKindInfo *bary_kind_get_info   (BaryKind kind);

/* Returns: FALSE with BARY_RECORD_ERROR_UNKNOWN_KIND naming those there are. */
gboolean            bary_kind_from_name  (const char  *name,
                                          BaryKind    *kind,
                                          GError     **error);

/* Returns: (nullable): NULL with BARY_RECORD_ERROR_UNKNOWN_FIELD naming those there are. */
const BaryField    *bary_kind_find_field (BaryKind     kind,
                                          const char  *name,
                                          GError     **error);
/* Returns: the place of a word among the choices of a field, which the enums of the rules have in the same order; -1 if it
 * is none of them, or NULL. */
int                 bary_kind_find_choice (BaryKind     kind,
                                           const char  *field,
                                           const char  *word);

G_END_DECLS

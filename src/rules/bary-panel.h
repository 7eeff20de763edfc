#pragma once

#include "bary-divergence.h"
#include "bary-ranking.h"
#include "bary-stability.h"

G_BEGIN_DECLS

/* The content review of a contest as plain data: what is scored, by whom, who may not score what, and what was scored.
 * Filled once, then only read, by any thread. Strings belong to it; indices are into its arrays. */

typedef struct {
  const char  *id;
  const char  *help;                        /* (nullable) */
  BaryFraction step;                        /* between marks; 0: any */
  gboolean     has_below, has_above;
  BaryFraction comment_below, comment_above; /* marks beyond these need a comment */
} BaryPanelCriterion;

/* What a mark by a criterion means. */
typedef struct {
  guint        criterion;
  BaryFraction mark;
  const char  *words;
} BaryPanelLevel;

typedef struct {
  const char *id;
  const char *name;
  const char *organisation;      /* id */
  const char *organisation_name;
  guint       number;            /* 0: none */
  const char *registered;        /* (nullable): day and time */
  gboolean    admitted;          /* to the content review */
  gboolean    in_review;         /* the technical review has yet to say so */
} BaryPanelApplication;

typedef struct {
  const char *id;
  const char *name;
  const char *organisation;      /* (nullable): id */
  const char *organisation_name; /* (nullable) */
  guint       quota;             /* 0: none */
  const char *competence;        /* (nullable) */
  const char *left_on;           /* (nullable): a day */
  gboolean    commission;        /* signs the sheets of the commission, and is assigned nothing */
} BaryPanelExpert;

typedef enum {
  BARY_INTEREST_OWN_ORGANISATION,
  BARY_INTEREST_SECOND_JOB,
  BARY_INTEREST_PARTNER,
  BARY_INTEREST_KINSHIP,
  BARY_INTEREST_APPLICANT,
  BARY_INTEREST_DECLARED,
  BARY_INTEREST_NAME,
  BARY_INTEREST_OTHER,
} BaryInterestKind;

/* Why an expert may not score an application; one that is potential waits for somebody to say so. */
typedef struct {
  guint            application;
  guint            expert;
  BaryInterestKind kind;
  gboolean         potential;
  const char      *source; /* where it is known from */
  const char      *day;    /* (nullable): since when it is known */
} BaryInterest;

typedef enum {
  BARY_SEAT_DRAWN,
  BARY_SEAT_BY_HAND,
  BARY_SEAT_FORBIDDEN, /* by hand too */
} BarySeatMode;

/* That an expert is to score an application, or by no means is. */
typedef struct {
  const char  *id;
  guint        application;
  guint        expert;
  BarySeatMode mode;
  guint        ordinal; /* in the expert's own order; 0: none */
  const char  *sent_on; /* (nullable): a day */
  const char  *note;    /* (nullable) */
} BarySeat;

typedef enum {
  BARY_SHEET_DRAFT,
  BARY_SHEET_SUBMITTED,
  BARY_SHEET_VOID,
} BarySheetState;

typedef struct {
  const char    *id;
  guint          application;
  guint          expert;
  guint          revision;
  BarySheetState state;
  const char    *reason;    /* (nullable): of the revision */
  const char    *submitted; /* (nullable): day and time */
  const char    *comment;   /* (nullable) */
  const char    *typed_by;  /* (nullable): id of who typed it, if it came on paper */
} BaryPanelSheet;

typedef struct {
  const char *id;      /* (nullable): of the record, if there is one */
  const char *comment; /* (nullable) */
} BaryPanelRemark;

/* How what the commission of the public presentation gives counts. */
typedef enum {
  BARY_COMMISSION_SHEET,       /* the sheet that is signed for it is one more; its vote is for information */
  BARY_COMMISSION_VOTE,        /* its vote is one more sheet; what is signed for it is for information */
  BARY_COMMISSION_INFORMATION, /* both are */
} BaryCommission;

/* A place in the public presentation. */
typedef struct {
  const char *id;
  guint       application;
  guint       ordinal;
  const char *speaker;             /* (nullable) */
  gboolean    voted;
  guint       votes_for, votes_against, abstained;
} BaryPanelSpeech;

/* Numbers of an array by their application. What is added to the array later is looked through. */
typedef struct {
  guint  length; /* of the array when it was made */
  guint *starts; /* (nullable): where those of each application begin, and where the last ends */
  guint *items;
} BaryPanelIndex;

typedef struct {
  GStringChunk      *texts;
  const char        *id;
  const char        *name;
  guint              need; /* experts for an application */
  guint64            seed;
  BaryCommission     commission;
  guint              speech_minutes, question_minutes;
  gboolean           finished;
  const char        *order_number, *order_date; /* (nullable) */
  BaryScoreRules     rules;
  BaryLine           line;
  gboolean           has_divergence;
  BaryDivergenceRule divergence;
  GArray            *scales;       /* of BaryCriterion */
  GArray            *criteria;     /* of BaryPanelCriterion, as many */
  GArray            *levels;       /* of BaryPanelLevel, by criterion, then by mark */
  GArray            *steps;        /* of BaryTieRule */
  GArray            *applications; /* of BaryPanelApplication, by number, then by id */
  GArray            *experts;      /* of BaryPanelExpert, by name, then by id */
  GArray            *interests;    /* of BaryInterest */
  GArray            *seats;        /* of BarySeat */
  GArray            *sheets;       /* of BaryPanelSheet, by application, expert and revision */
  GArray            *marks;        /* of BaryScoreMark: of each sheet one for each criterion */
  GArray            *remarks;      /* of BaryPanelRemark: the same */
  GArray            *speeches;     /* of BaryPanelSpeech, by order, then by id */
  BaryPanelIndex     interest_index, seat_index, sheet_index;
} BaryPanel;

#define bary_panel_criterion(panel, i) (&g_array_index ((panel)->criteria, BaryPanelCriterion, (i)))
#define bary_panel_scale(panel, i) (&g_array_index ((panel)->scales, BaryCriterion, (i)))
#define bary_panel_application(panel, i) (&g_array_index ((panel)->applications, BaryPanelApplication, (i)))
#define bary_panel_expert(panel, i) (&g_array_index ((panel)->experts, BaryPanelExpert, (i)))
#define bary_panel_speech(panel, i) (&g_array_index ((panel)->speeches, BaryPanelSpeech, (i)))
#define bary_panel_sheet(panel, i) (&g_array_index ((panel)->sheets, BaryPanelSheet, (i)))

BaryPanel             *bary_panel_new           (void);
void                   bary_panel_free          (BaryPanel       *self);

/* Returns: (transfer none) (nullable): a copy that belongs to the panel */
const char            *bary_panel_keep          (BaryPanel       *self,
                                                 const char      *text);
/* After all is there: lets the rules point at the scales, and lets what is asked of one cell be found at once. */
void                   bary_panel_settle        (BaryPanel       *self);
/* With blank marks. Returns: (transfer none): until the next is added */
BaryPanelSheet        *bary_panel_add_sheet     (BaryPanel       *self);

/* Returns: the index, or -1. @id: (nullable) */
int                    bary_panel_find_application (const BaryPanel *self,
                                                    const char      *id);
int                    bary_panel_find_expert   (const BaryPanel *self,
                                                 const char      *id);
/* The marks and the remarks of a sheet, one for each criterion. */
BaryScoreMark         *bary_panel_get_marks     (const BaryPanel *self,
                                                 guint            sheet);
BaryPanelRemark       *bary_panel_get_remarks   (const BaryPanel *self,
                                                 guint            sheet);

/* The one that stands for good. Returns: (nullable) */
const BaryInterest    *bary_panel_find_conflict (const BaryPanel *self,
                                                 guint            application,
                                                 guint            expert);
/* Returns: (nullable) */
const BarySeat        *bary_panel_find_seat     (const BaryPanel *self,
                                                 guint            application,
                                                 guint            expert);
/* The last revision that is not void. Returns: the index, or -1 */
int                    bary_panel_find_sheet    (const BaryPanel *self,
                                                 guint            application,
                                                 guint            expert);
/* The place of an application in the public presentation. Returns: (nullable) */
const BaryPanelSpeech *bary_panel_find_speech   (const BaryPanel *self,
                                                 guint            application);
/* Whether a sheet is a draft that the expert writes: not one that others type from paper. */
gboolean               bary_panel_is_at_desk    (const BaryPanel *self,
                                                 guint            sheet);
/* Whether an application was taken back from an expert who had begun its sheet. */
gboolean               bary_panel_is_taken_back (const BaryPanel *self,
                                                 guint            application,
                                                 guint            expert);
/* Whether a conflict is possible and nobody has answered. */
gboolean               bary_panel_is_doubtful   (const BaryPanel *self,
                                                 guint            application,
                                                 guint            expert);
/* Whether a mark lies beyond the limits from which on it needs a comment. */
gboolean               bary_panel_criterion_asks_comment (const BaryPanelCriterion *criterion,
                                                 const BaryFraction       *mark);
/* Returns: (transfer full) (nullable): why a mark with its comment is not enough to hand in, translated; NULL if it is */
char                  *bary_panel_find_mark_fault (const BaryPanel     *self,
                                                 guint                criterion,
                                                 const BaryScoreMark *mark,
                                                 const char          *comment);
/* What an expert is to score, in that expert's order; who signs for the commission scores all that are admitted.
 * Returns: (transfer full) (element-type guint): applications */
GArray                *bary_panel_list_assigned (const BaryPanel *self,
                                                 guint            expert);
/* How many that are, and of how many of these the sheet was handed in. */
void                   bary_panel_count         (const BaryPanel *self,
                                                 guint            expert,
                                                 guint           *assigned,
                                                 guint           *submitted);
/* Whether a sheet may come by a seat: not from who has left, nor across a conflict. */
gboolean               bary_panel_is_awaited    (const BaryPanel *self,
                                                 const BarySeat  *seat);
/* Whether all who are to score an application have handed in: until then nobody sees another's marks. */
gboolean               bary_panel_is_open       (const BaryPanel *self,
                                                 guint            application);

/* Returns: (transfer full): what people call an application: its number and whose it is, translated */
char                  *bary_panel_application_to_words (const BaryPanel *self,
                                                        guint            application);
/* Returns: (transfer none): translated */
const char            *bary_interest_kind_to_words (BaryInterestKind    kind);
/* Returns: (transfer full): the reason with its source and day */
char                  *bary_interest_to_words   (const BaryInterest    *interest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPanel, bary_panel_free)

G_END_DECLS

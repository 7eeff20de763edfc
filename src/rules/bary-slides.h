#pragma once

#include "bary-graph-layout.h"
#include "bary-network.h"

G_BEGIN_DECLS

/* The steps of a presentation, out of the structure of a network: one idea per step. A cluster is revealed group by
 * group; a network is seen whole, then cluster by cluster. Pure; the words are those of the locale. */

typedef enum {
  BARY_SHOW_STEP_TITLE,      /* words alone */
  BARY_SHOW_STEP_BARYCENTER,
  BARY_SHOW_STEP_BODIES,     /* councils, expert groups, teams; of a scheme of interaction: those of a layer */
  BARY_SHOW_STEP_GROUP,      /* a group or level of the cluster; without a subject: members of no group */
  BARY_SHOW_STEP_DISTRICT,
  BARY_SHOW_STEP_CLUSTER,
  BARY_SHOW_STEP_LINKS,      /* of members in a cluster, between clusters in a network */
  BARY_SHOW_STEP_CHANGES,
  BARY_SHOW_STEP_WHOLE,
  BARY_SHOW_STEP_VIEW,       /* what somebody saw and kept */
  BARY_N_STEP_KINDS
} BaryShowStepKind;

typedef enum {
  BARY_SHOW_STEP_READY,
  BARY_SHOW_STEP_GONE, /* kept, but there is nothing any more that it could show */
  BARY_SHOW_STEP_NEW,  /* derived, and not among those that were kept: offered */
} BaryShowStepState;

typedef enum {
  BARY_SHOW_STEP_LINES_DERIVED, /* from the step that is about them on */
  BARY_SHOW_STEP_LINES_SHOWN,
  BARY_SHOW_STEP_LINES_HIDDEN,
} BaryShowStepLines;

typedef struct {
  BaryShowStepKind   kind;
  BaryShowStepState  state;
  char           *record;      /* (nullable): id of the record that keeps it */
  char           *subject;     /* (nullable): id of a group, cluster or district; number of a layer */
  char           *caption;     /* what the hall reads */
  char           *note;        /* (nullable): what the speaker reads */
  char           *own_caption; /* (nullable): set by a person; otherwise the caption follows the data */
  char           *own_note;    /* (nullable) */
  gboolean        hidden;      /* kept, but passed over */
  BaryShowStepLines  lines;
  char           *day;         /* (nullable): another one than that of the presentation */
  gboolean        has_area;    /* shows `area`, otherwise what it is about, or all */
  BaryBox         area;
  char          **chosen;      /* (nullable): ids of the nodes that stand out */
} BaryShowStep;

BaryShowStep     *bary_show_step_new            (BaryShowStepKind  kind,
                                                 const char       *subject);
void              bary_show_step_free           (BaryShowStep *self);

/* As records write it: "group". */
const char       *bary_show_step_kind_to_word   (BaryShowStepKind kind);
/* Returns: BARY_N_STEP_KINDS for none of them */
BaryShowStepKind  bary_show_step_kind_from_word (const char *word);
/* "x y width height", in points of the picture. */
char             *bary_show_step_area_to_text   (const BaryBox *area);
gboolean          bary_show_step_parse_area     (const char *text,
                                                 BaryBox    *area);

/* @now: as it is shown; @since: (nullable): the same on an earlier day, compared with that day.
 * Returns: (transfer full) (element-type BaryShowStep) */
GPtrArray        *bary_slides_derive            (const BaryNetwork *now,
                                                 const BaryNetwork *since);
/* The kept steps in their order, filled with what the structure says; then, as new, what they leave out.
 * Without kept steps: the derived ones. @kept: in their order; what is in both arrays is copied.
 * Returns: (transfer full) (element-type BaryShowStep) */
GPtrArray        *bary_slides_merge             (const GPtrArray *derived,
                                                 const GPtrArray *kept);
/* Returns: (transfer container) (element-type BaryShowStep): those that are presented. */
GPtrArray        *bary_slides_select_shown      (const GPtrArray *slides);

/* What step `step` of the presented ones shows of a network, which may be of another day than the others'.
 * @hidden, @dimmed: a byte per node, are set. */
void              bary_slides_reveal            (const GPtrArray   *shown,
                                                 guint              step,
                                                 const BaryNetwork *network,
                                                 guint8            *hidden,
                                                 guint8            *dimmed);
gboolean          bary_slides_has_lines         (const GPtrArray *shown,
                                                 guint            step);
/* Where a step leads the eye. Returns: FALSE for the whole picture. */
gboolean          bary_show_step_find_box       (const BaryShowStep    *self,
                                                 const BaryNetwork     *network,
                                                 const BaryGraphLayout *layout,
                                                 BaryBox               *box);

/* Returns: (transfer full): below the title: how many members, and the day. */
char             *bary_slides_describe          (const BaryNetwork *network);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryShowStep, bary_show_step_free)

G_END_DECLS

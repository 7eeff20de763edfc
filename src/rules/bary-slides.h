#pragma once

#include "bary-graph-layout.h"
#include "bary-network.h"

G_BEGIN_DECLS

/* The steps of a presentation, out of the structure of a network: one idea per step. A cluster is revealed group by
 * group; a network is seen whole, then cluster by cluster. Pure; the words are those of the locale. */

typedef enum {
  BARY_SLIDE_TITLE,      /* words alone */
  BARY_SLIDE_BARYCENTER,
  BARY_SLIDE_BODIES,     /* councils, expert groups, teams; of a scheme of interaction: those of a layer */
  BARY_SLIDE_GROUP,      /* a group or level of the cluster; without a subject: members of no group */
  BARY_SLIDE_DISTRICT,
  BARY_SLIDE_CLUSTER,
  BARY_SLIDE_LINKS,      /* of members in a cluster, between clusters in a network */
  BARY_SLIDE_CHANGES,
  BARY_SLIDE_WHOLE,
  BARY_SLIDE_VIEW,       /* what somebody saw and kept */
  BARY_N_SLIDE_KINDS
} BarySlideKind;

typedef enum {
  BARY_SLIDE_READY,
  BARY_SLIDE_GONE, /* kept, but there is nothing any more that it could show */
  BARY_SLIDE_NEW,  /* derived, and not among those that were kept: offered */
} BarySlideState;

typedef enum {
  BARY_SLIDE_LINES_DERIVED, /* from the step that is about them on */
  BARY_SLIDE_LINES_SHOWN,
  BARY_SLIDE_LINES_HIDDEN,
} BarySlideLines;

typedef struct {
  BarySlideKind   kind;
  BarySlideState  state;
  char           *record;      /* (nullable): id of the record that keeps it */
  char           *subject;     /* (nullable): id of a group, cluster or district; number of a layer */
  char           *caption;     /* what the hall reads */
  char           *note;        /* (nullable): what the speaker reads */
  char           *own_caption; /* (nullable): set by a person; otherwise the caption follows the data */
  char           *own_note;    /* (nullable) */
  gboolean        hidden;      /* kept, but passed over */
  BarySlideLines  lines;
  char           *day;         /* (nullable): another one than that of the presentation */
  gboolean        has_area;    /* shows `area`, otherwise what it is about, or all */
  BaryBox         area;
  char          **chosen;      /* (nullable): ids of the nodes that stand out */
} BarySlide;

BarySlide     *bary_slide_new           (BarySlideKind      kind,
                                         const char        *subject);
void           bary_slide_free          (BarySlide         *self);

/* As records write it: "group". */
const char    *bary_slide_kind_to_word  (BarySlideKind      kind);
/* Returns: BARY_N_SLIDE_KINDS for none of them */
BarySlideKind  bary_slide_kind_from_word (const char       *word);
/* "x y width height", in points of the picture. */
char          *bary_slide_area_to_text  (const BaryBox     *area);
gboolean       bary_slide_parse_area    (const char        *text,
                                         BaryBox           *area);

/* @now: as it is shown; @since: (nullable): the same on an earlier day, compared with that day.
 * Returns: (transfer full) (element-type BarySlide) */
GPtrArray     *bary_slides_derive       (const BaryNetwork *now,
                                         const BaryNetwork *since);
/* The kept steps in their order, filled with what the structure says; then, as new, what they leave out.
 * Without kept steps: the derived ones. @kept: in their order; what is in both arrays is copied.
 * Returns: (transfer full) (element-type BarySlide) */
GPtrArray     *bary_slides_merge        (const GPtrArray   *derived,
                                         const GPtrArray   *kept);
/* Returns: (transfer container) (element-type BarySlide): those that are presented. */
GPtrArray     *bary_slides_select_shown (const GPtrArray   *slides);

/* What step `step` of the presented ones shows of a network, which may be of another day than the others'.
 * @hidden, @dimmed: a byte per node, are set. */
void           bary_slides_reveal       (const GPtrArray   *shown,
                                         guint              step,
                                         const BaryNetwork *network,
                                         guint8            *hidden,
                                         guint8            *dimmed);
gboolean       bary_slides_has_lines    (const GPtrArray   *shown,
                                         guint              step);
/* Where a step leads the eye. Returns: FALSE for the whole picture. */
gboolean       bary_slide_find_box      (const BarySlide       *self,
                                         const BaryNetwork     *network,
                                         const BaryGraphLayout *layout,
                                         BaryBox               *box);

/* Returns: (transfer full): below the title: how many members, and the day. */
char          *bary_slides_describe     (const BaryNetwork *network);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BarySlide, bary_slide_free)

G_END_DECLS

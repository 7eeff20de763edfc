#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* A tie whose ends do not lie in the same cluster. */
typedef struct {
  guint a, b;
  int   district; /* of both, or -1 */
} BaryLongTie;

/* The boxes of a cluster and the ties in it or across it, in columns that are padded so that loops over them take many
 * at a time. Lengths are about the middle of the disc, where single precision is plenty; boxes carry half of the gaps
 * about them. */
typedef struct {
  BaryLayoutWork  *work;
  BaryWorkCluster *cluster;
  guint            n, m;                 /* members and ties */
  guint            n_padded, m_padded;
  float           *x, *y, *width, *height; /* halves */
  float           *ax, *ay, *bx, *by;    /* ends of the ties */
  int             *a, *b;                /* members at the ends, -1 outside */
  guint           *first_tie, *tie_list; /* the ties of a member */
} BaryDiscBoard;

/* @headings: they have their places and are boxes like others. */
void     bary_disc_board_init          (BaryDiscBoard       *self,
                                        BaryLayoutWork      *work,
                                        BaryWorkCluster     *cluster,
                                        const GArray        *long_ties, /* of BaryLongTie */
                                        gboolean             headings);
void     bary_disc_board_clear         (BaryDiscBoard       *self);
void     bary_disc_board_move          (BaryDiscBoard       *self,
                                        guint                box,
                                        float                x,
                                        float                y);

/* By how much a box sticks out of a circle about the middle. */
float    bary_disc_board_measure_outside (const BaryDiscBoard *self,
                                          guint              box,
                                          float              radius);
/* Width to height of what all members take up, not flattened. */
float    bary_disc_board_measure_aspect (const BaryDiscBoard *self);
/* Of a circle that would be as @full of the boxes. */
float    bary_disc_board_measure_radius (const BaryDiscBoard *self,
                                         double              full);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BaryDiscBoard, bary_disc_board_clear)

G_END_DECLS

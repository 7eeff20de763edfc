#pragma once

#include "bary-disc-board.h"

G_BEGIN_DECLS

/* Stress (Kamada, Kawai 1989) of one member of a cluster: the sum over all other nodes of (length / hops - 1)², in lengths
 * by which the whole picture has least of it. Nodes of its own cluster are counted one by one, those of another all
 * together by their middle: squares exactly, lengths as from the middle, made longer by what lies across, which is half
 * of the mean square about the middle. The constant terms are left out. */

/* For a graph, from the ways along ties between any two of its nodes; they have a scale only when the nodes have places. */
typedef struct _BaryStressTables BaryStressTables;

/* @hops: (transfer full): as bary_hops_count () has them */
BaryStressTables *bary_stress_tables_new   (const BaryLayoutWork *work,
                                            guint8               *hops);
void              bary_stress_tables_free  (BaryStressTables     *self);
/* By the places as they are now. */
void              bary_stress_tables_scale (BaryStressTables     *self);

/* The ways from the nodes of a cluster, or from a single node after the clusters, to those of each: 1 / ways² and 1 / ways
 * are added up, within a cluster for each pair once. @squares, @lengths: one for each cluster and single node. */
void              bary_stress_tables_add_up (const BaryStressTables *self,
                                             guint                   unit,
                                             double                 *squares,
                                             double                 *lengths);

/* For a cluster, as the others stand. */
typedef struct {
  guint        n_own, n_others;   /* padded */
  const float *square, *length;   /* rows for the members: factors of squared and of plain lengths; own members, then others */
  float       *x, *y, *spread;    /* of the others, about the middle of the disc, not flattened; half of the mean square about x and y */
  float        stretch, scale;
} BaryDiscStress;

void              bary_disc_stress_init    (BaryDiscStress         *self,
                                            const BaryStressTables *tables,
                                            const BaryWorkCluster  *cluster);
void              bary_disc_stress_clear   (BaryDiscStress         *self);
float             bary_disc_stress_of      (const BaryDiscStress   *self,
                                            const BaryDiscBoard    *board,
                                            guint                   box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryStressTables, bary_stress_tables_free)

G_END_DECLS

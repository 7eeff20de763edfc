#pragma once

#include "bary-layout-work.h"

G_BEGIN_DECLS

/* One cluster as a disc about its barycenter. The steps are called one after another; between them the disc may be
 * carried elsewhere with all that is in it. */

/* How large the disc will be, roughly, from what has to stand in it. */
void bary_disc_layout_measure (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster);
/* Divides the circle among the groups, or the radius among the levels. The disc is turned and mirrored towards the
 * ties that leave it, unless it is alone: the direction of the sum of the ties' unit vectors, each taken back by the
 * middle angle of its sector, is where the turn has them all together nearest to their sectors. */
void bary_disc_layout_divide  (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster);
/* Gives each member a first place in its zone; labels may overlap yet. */
void bary_disc_layout_seed    (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster);
void bary_disc_layout_seed_node (BaryLayoutWork       *work,
                                 const BaryWorkCluster *cluster,
                                 guint                 node);
/* Ends all overlaps: the barycenter, headings and members from the middle outwards take the nearest free place in
 * their zones. Each is placed once, and the axis of a zone is free beyond all that was placed before: so it ends.
 * What is settled already stays. The disc gets the radius that holds everything. */
void bary_disc_layout_settle  (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster);
/* Gives the disc the radius that holds all that is in it. */
void bary_disc_layout_surround (BaryLayoutWork  *work,
                                BaryWorkCluster *cluster);
/* As when settling, among boxes that stand already: members that are not settled and headings take free places. */
void bary_disc_layout_fit_in  (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster,
                               BaryBoxRows     *rows);
/* Moves the disc with all that is in it. */
void bary_disc_layout_carry   (BaryLayoutWork  *work,
                               BaryWorkCluster *cluster,
                               double           x,
                               double           y);

G_END_DECLS

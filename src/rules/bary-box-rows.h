#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Boxes kept in rows by height, and the nearest free place among them. Label boxes are wide and low, so a row
 * holds few of them and a step up or down soon finds room. */
typedef struct _BaryBoxRows BaryBoxRows;

typedef struct {
  double x, y;       /* the middle */
  double half_width, half_height;
} BaryFlatBox;

/* Whether a box may stand in its place. */
typedef gboolean (*BaryPlaceAllowed) (const BaryFlatBox *box,
                                      gpointer           user_data);

/* @row: height of a row; boxes above @top and below @bottom are held as well, only found more slowly.
 * @gap_x, @gap_y: kept between boxes. */
BaryBoxRows       *bary_box_rows_new   (double             row,
                                        double             top,
                                        double             bottom,
                                        double             gap_x,
                                        double             gap_y);
void               bary_box_rows_free  (BaryBoxRows       *self);
void               bary_box_rows_add   (BaryBoxRows       *self,
                                        const BaryFlatBox *box);
/* Returns: (nullable): a box that is nearer than the gaps, or the given share of them. Valid until the next is added. */
const BaryFlatBox *bary_box_rows_find  (BaryBoxRows       *self,
                                        const BaryFlatBox *box,
                                        double             share_of_gap);

/* Moves @box from where it is to the nearest place within @reach that is free and allowed: columns of places beside
 * it are searched upwards and downwards, from one box in the way to the next.
 * Returns: FALSE if there is none; the box is where it was. */
gboolean           bary_box_rows_fit   (BaryBoxRows       *self,
                                        BaryFlatBox       *box,
                                        double             reach,
                                        BaryPlaceAllowed   allowed,
                                        gpointer           user_data);

/* Takes the first free and allowed place on a ray. It ends: the steps grow, so the ray leaves behind everything
 * placed, and @allowed must allow what is far enough out on the ray, as on the middle axis of a sector. */
void               bary_box_rows_fit_on_ray (BaryBoxRows      *self,
                                             BaryFlatBox      *box,
                                             double            from_x,
                                             double            from_y,
                                             double            from_radius,
                                             double            angle,
                                             BaryPlaceAllowed  allowed,
                                             gpointer          user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryBoxRows, bary_box_rows_free)

G_END_DECLS

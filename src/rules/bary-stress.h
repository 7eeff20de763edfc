#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stress by stochastic gradient descent: Zheng, Pawar, Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018
 * (arXiv:1710.04626). All pairs for small graphs; for larger ones ties and pairs with pivots, weighted after Ortmann,
 * Klimenta, Brandes, "A Sparse Stress Model", 2016 (arXiv:1608.08909). The distance of two nodes is the number of
 * ties between them. */

typedef struct {
  guint        n;
  const guint *first_tie; /* n + 1 */
  const guint *ties;      /* connected, every tie from both ends */
  double      *x, *y;     /* where they start and where they are put, in lengths of a tie */
  const gboolean *fixed;  /* (nullable): these do not move */
  guint64      seed;
} BaryStress;

/* Returns: FALSE to stop. */
typedef gboolean (*BaryStressStep) (double   done,
                                    gpointer user_data);

/* @step: (nullable) */
gboolean bary_stress_reduce  (BaryStress       *self,
                              BaryStressStep    step,
                              gpointer          user_data);

/* Kamada and Kawai's stress with weights 1 / d² at the best scale, from 0 to 1: of all pairs, or for larger graphs of
 * those of some hundred nodes. */
double   bary_stress_measure (const BaryStress *self);

G_END_DECLS

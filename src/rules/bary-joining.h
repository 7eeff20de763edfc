#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of n things belong together, when it is told of them two by two. The lowest number stands for all of its kind.
 * R. Tarjan: Efficiency of a good but not linear set union algorithm. Journal of the ACM 22 (1975), 215–225. */

/* Returns: (transfer full) (array length=n): each thing is alone; to be freed by g_free */
guint *bary_joining_new  (guint  n);
void   bary_joining_join (guint *self,
                          guint  a,
                          guint  b);
/* Returns: the lowest of those that belong with it */
guint  bary_joining_find (guint *self,
                          guint  thing);

G_END_DECLS

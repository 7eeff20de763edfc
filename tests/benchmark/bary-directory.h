#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

#define N_ORGANISATIONS 44000
#define N_PEOPLE 20000

/* A new database in a new folder: the schools of a country and people in them.
 * @folder: (out) (transfer full). Returns: (transfer full) */
BaryStore *directory_make   (char      **folder);
void       directory_remove (const char *folder);

/* Returns: the median; sorts. */
double     median           (double     *values,
                             guint       n);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Columns of numbers that are gone through eight at a time, padded to whole eights. */
#define BARY_LANES 8u

/* Before a function: in registers as wide as the processor has. With the same results, as long as nothing is added up in another
 * order: whole numbers, or eight sums side by side. */
#if defined (__x86_64__) && defined (__gnu_linux__) && !defined (__SANITIZE_ADDRESS__)
#define BARY_WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define BARY_WIDE
#endif

static inline guint
bary_lanes_padded (guint n)
{
  return (n + BARY_LANES - 1) / BARY_LANES * BARY_LANES;
}

G_END_DECLS

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* Before an inline function: it becomes a part of those with BARY_WIDE that call it. */
#define BARY_WITHIN_WIDE static inline __attribute__ ((always_inline))

typedef float BaryFloats __attribute__ ((vector_size (BARY_LANES * sizeof (float))));
typedef int   BaryInts   __attribute__ ((vector_size (BARY_LANES * sizeof (int)))); /* of a comparison: -1 where it holds */

#define BARY_TAKE(values) ({ BaryFloats taken_; memcpy (&taken_, (values), sizeof taken_); taken_; })
#define BARY_ABS(values) ((BaryFloats) ((BaryInts) (values) & G_MAXINT))
#define BARY_ROOT(values) \
  ({ \
    BaryFloats of_ = (values), root_; \
    for (guint lane_ = 0; lane_ < BARY_LANES; lane_++) \
      root_[lane_] = sqrtf (of_[lane_]); \
    root_; \
  })

static inline guint
bary_lanes_padded (guint n)
{
  return (n + BARY_LANES - 1) / BARY_LANES * BARY_LANES;
}

/* Of those where a comparison held. By hand where that can be, for compilers go through memory here, in the innermost loops. */
BARY_WITHIN_WIDE guint
bary_lanes_count (const BaryInts *held)
{
#ifdef __SSE2__
  __m128i halves[2], sum;

  memcpy (halves, held, sizeof halves);
  sum = _mm_add_epi32 (halves[0], halves[1]);
  sum = _mm_add_epi32 (sum, _mm_shuffle_epi32 (sum, _MM_SHUFFLE (1, 0, 3, 2)));
  sum = _mm_add_epi32 (sum, _mm_shuffle_epi32 (sum, _MM_SHUFFLE (2, 3, 0, 1)));
  return (guint) -_mm_cvtsi128_si32 (sum);
#else
  int count = 0;

  for (guint lane = 0; lane < BARY_LANES; lane++)
    count -= (*held)[lane];
  return (guint) count;
#endif
}

/* Returns: a bit for each lane where a comparison held. */
BARY_WITHIN_WIDE guint
bary_lanes_bits (const BaryInts *held)
{
#ifdef __SSE2__
  __m128 halves[2];

  memcpy (halves, held, sizeof halves);
  return (guint) (_mm_movemask_ps (halves[0]) | _mm_movemask_ps (halves[1]) << 4);
#else
  guint bits = 0;

  for (guint lane = 0; lane < BARY_LANES; lane++)
    bits |= ((*held)[lane] & 1u) << lane;
  return bits;
#endif
}

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An exact number: two whole numbers without a common divisor, the denominator above 0. Marks, weights and totals are
 * such numbers, so that nothing is rounded but where the rules of a contest say so. */
typedef struct {
  gint64 numerator;
  gint64 denominator;
} BaryFraction;

#define BARY_FRACTION_ZERO ((BaryFraction) { 0, 1 })
#define BARY_FRACTION_OF(whole) ((BaryFraction) { (whole), 1 })

/* Numbers are refused that would need more digits: nine before and nine after the point of a text always have room. */

/* @text: a decimal with a point or a comma, and with a hyphen or a minus sign: "12", "4.50", "-0,125", "−2".
 * Returns: FALSE if it is none. */
gboolean     bary_fraction_parse     (const char         *text,
                                      BaryFraction       *value);
/* Each returns FALSE where the result would be too long, and leaves @value as it was. */
gboolean     bary_fraction_divide    (gint64              numerator,
                                      gint64              denominator,
                                      BaryFraction       *value);
gboolean     bary_fraction_add       (BaryFraction       *value,
                                      const BaryFraction *other);
gboolean     bary_fraction_subtract  (BaryFraction       *value,
                                      const BaryFraction *other);
gboolean     bary_fraction_multiply  (BaryFraction       *value,
                                      const BaryFraction *other);

int          bary_fraction_compare   (const BaryFraction *a,
                                      const BaryFraction *b);
double       bary_fraction_to_double (const BaryFraction *value);

typedef enum {
  BARY_ROUNDING_NONE,
  BARY_ROUNDING_HALF_UP,   /* away from 0, as at school: 2.5 becomes 3, -2.5 becomes -3 */
  BARY_ROUNDING_HALF_EVEN, /* to the even neighbour: 2.5 becomes 2 */
} BaryRounding;

#define BARY_FRACTION_MOST_DIGITS 9

/* To a number of digits after the point. Returns: FALSE where the result would be too long. */
gboolean     bary_fraction_round     (BaryFraction       *value,
                                      BaryRounding        rounding,
                                      guint               digits);

/* Returns: (transfer full): a decimal with a point: all digits if it has an end within nine, else as a fraction: "53/3" */
char        *bary_fraction_to_string (const BaryFraction *value);
/* Whether it has such an end. */
gboolean     bary_fraction_has_end   (const BaryFraction *value);
/* Returns: (transfer full): the same for people, as the locale writes decimals: "18,5" in Russian; what has no end is rounded half
 * up to three digits, and says so: "≈17,667" */
char        *bary_fraction_to_words  (const BaryFraction *value);

G_END_DECLS

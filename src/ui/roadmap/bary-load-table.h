#pragma once

#include "bary-plan-load.h"
#include "bary-school-terms.h"

G_BEGIN_DECLS

/* The load of schools as a table that is looked at: a row for each school that must be somewhere, the busiest first, a column for
 * each week of the school year. */
typedef struct {
  guint organisation; /* of the plan */
  guint n_events;     /* of the year: an event of two weeks counts in both */
} BaryLoadRow;

typedef struct {
  BaryPlan        *plan;
  BaryLoadMap     *map;
  BarySchoolTerms  terms;
  GArray          *rows; /* of BaryLoadRow */
  guint            most; /* of a week */
} BaryLoadTable;

/* Returns: (transfer full) */
BaryLoadTable *bary_load_table_new       (BaryPlan              *plan,
                                          const BarySchoolTerms *terms);
void           bary_load_table_free      (BaryLoadTable         *self);

guint          bary_load_table_get       (const BaryLoadTable   *self,
                                          guint                  row,
                                          guint                  week);
const char    *bary_load_table_get_name  (const BaryLoadTable   *self,
                                          guint                  row);
/* The Monday of a week. */
BaryDay        bary_load_table_get_day   (const BaryLoadTable   *self,
                                          guint                  week);
/* Returns: (transfer full): «Школа № 352, неделя с 9 марта 2026: 3 мероприятия»: for people. */
char          *bary_load_table_describe  (const BaryLoadTable   *self,
                                          guint                  row,
                                          guint                  week);
/* The busiest week of all, the first of several. Returns: FALSE if there is no row. */
gboolean       bary_load_table_find_peak (const BaryLoadTable   *self,
                                          guint                 *row,
                                          guint                 *week);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLoadTable, bary_load_table_free)

G_END_DECLS

#pragma once

#include "bary-roadmap-year.h"

G_BEGIN_DECLS

/* What is said of something that is due. @year: with its plan */

/* Who has to see to it. Returns: (transfer none) (nullable) */
const char *bary_duty_get_person   (BaryRoadmapYear      *year,
                                    const BaryObligation *obligation);
/* Returns: (transfer full): «Пресс-релиз: Зарница» */
char       *bary_duty_get_title    (BaryRoadmapYear      *year,
                                    const BaryObligation *obligation);
/* Returns: (transfer full): since when, of which event and cluster, whose */
char       *bary_duty_get_subtitle (BaryRoadmapYear      *year,
                                    const BaryObligation *obligation,
                                    gboolean              overdue);
/* How the day was found. Returns: (transfer full): «14 дней до 19.05 = 05.05 → праздники → 30.04» */
char       *bary_duty_explain      (BaryRoadmapYear      *year,
                                    const BaryObligation *obligation);

G_END_DECLS

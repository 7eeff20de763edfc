#pragma once

#include "bary-plan-form.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* Plans on paper, in the documents' form. Their words are Russian whatever the language of the window: the form is the
 * district's, «Дорожная карта работы районной базовой площадки» with the columns №, Наименование мероприятия, Сроки
 * проведения, Целевая аудитория, Планируемый результат and a line across them for each section. */

/* The plan of one roadmap or of several, each on pages of its own: who agreed and approved, and every line, cancelled ones
 * struck out. @forms: (element-type BaryPlanForm): one at least. Returns: (transfer full) */
BaryReport *bary_plan_report_new     (GPtrArray          *forms);

/* «Лист изменений»: what was approved beside what is planned now, ready to be signed. Returns: (transfer full) */
BaryReport *bary_plan_changes_report_new (const BaryPlanForm *form);

/* All lines as one table with a row each, for a spreadsheet to sort: the dates in words and as days.
 * Returns: (transfer full) */
BaryReport *bary_plan_table_new      (GPtrArray          *forms);

G_END_DECLS

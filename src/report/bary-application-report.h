#pragma once

#include "bary-contest-form.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* An application on paper, in the contest's own form: «ЗАЯВКА на присвоение статуса … на … учебный год по теме …», then the
 * sections by their numbers, tables with as many empty rows as the form has. Its words are Russian whatever the language of
 * the window. @organisation: (nullable): who applies. Returns: (transfer full) */
BaryReport *bary_application_report_new (const BaryContestForm *form,
                                         const char            *organisation);

G_END_DECLS

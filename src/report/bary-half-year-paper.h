#pragma once

#include "bary-half-year.h"
#include "bary-report.h"

G_BEGIN_DECLS

/* «Отчёт о работе кластера» for a half year, with the headings that the programme asks for. Like all forms of the domain it is
 * Russian in every language of the window. Returns: (transfer full) */
BaryReport *bary_half_year_paper_new (const BaryHalfYear *half_year);

G_END_DECLS

#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

/* Contests and their applications; the chosen application as its form, saved at each pause of typing. */
#define BARY_TYPE_CONTEST_VIEW (bary_contest_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryContestView, bary_contest_view, BARY, CONTEST_VIEW, BaryView)

G_END_DECLS

#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

/* The tab «Обмен»: what came, what went, what waits for its sender to be confirmed, and one's own key. */
#define BARY_TYPE_EXCHANGE_VIEW (bary_exchange_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryExchangeView, bary_exchange_view, BARY, EXCHANGE_VIEW, BaryView)

G_END_DECLS

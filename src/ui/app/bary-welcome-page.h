#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a first start shows: the ways in. Everything on it is an action of the window. */
#define BARY_TYPE_WELCOME_PAGE (bary_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BaryWelcomePage, bary_welcome_page, BARY, WELCOME_PAGE, AdwBin)

G_END_DECLS

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Stands in the place of the views when a database cannot be opened: what is wrong, and the ways out that
 * exist for this file, as buttons that are actions of the window. */
#define BARY_TYPE_TROUBLE_PAGE (bary_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (BaryTroublePage, bary_trouble_page, BARY, TROUBLE_PAGE, AdwBin)

/* @error: of bary_store_open */
void bary_trouble_page_set (BaryTroublePage *self,
                            const char      *path,
                            const GError    *error);

G_END_DECLS

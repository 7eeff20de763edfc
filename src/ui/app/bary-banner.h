#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A line under the header that stays: the file is for reading only, the clock stands wrong. Each reason
 * has its own text; all of them are shown, one under another. (AdwBanner comes only with libadwaita 1.3.) */
#define BARY_TYPE_BANNER (bary_banner_get_type ())
G_DECLARE_FINAL_TYPE (BaryBanner, bary_banner, BARY, BANNER, AdwBin)

/* @reason: which line; @text: (nullable): NULL takes it away */
void bary_banner_set (BaryBanner *self,
                      const char *reason,
                      const char *text);

G_END_DECLS

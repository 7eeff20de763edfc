#pragma once

#include "bary-show.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One step, as it is presented, with what can be changed of it. What is written is kept when the keyboard leaves it. */
#define BARY_TYPE_SHOW_DETAIL (bary_show_detail_get_type ())
G_DECLARE_FINAL_TYPE (BaryShowDetail, bary_show_detail, BARY, SHOW_DETAIL, AdwBin)

/* @show: (nullable): NULL shows nothing; @index: of BaryPresentation.slides */
void bary_show_detail_set          (BaryShowDetail *self,
                                    BaryShow       *show,
                                    guint           index);
/* Keeps what is being written. */
void bary_show_detail_flush        (BaryShowDetail *self);
/* The keyboard into the caption. */
void bary_show_detail_edit_caption (BaryShowDetail *self);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): the name of an organisation as people of the field write it on a diagram: without the
 * legal form, schools by their number («ГБОУ СОШ № 352» → «№ 352»), kindergartens as «Д/с № 25», grammar schools
 * and lyceums by kind and number, others from their proper name on («ГБУ ДО ДДТ …» → «ДДТ …»). What it does not know
 * how to shorten stays as it is. Pure. */
char *bary_short_name (const char *name);

G_END_DECLS

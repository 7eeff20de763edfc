#pragma once

#include "bary-step-page.h"

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the arranged scene of a step. */
typedef BaryScene *(*BaryShowStepScene) (const BaryShowStep *slide,
                                      gpointer         user_data);

typedef struct {
  const GPtrArray *shown;   /* see bary_slides_select_shown */
  BaryShowStepScene   scene;
  gpointer         user_data;
  const BaryTheme *theme;
  const char      *family;  /* (nullable): of the font */
  const char      *title;   /* of the document */
  const char      *centre;  /* (nullable): whose: at the foot of each page */
  const char      *below;   /* (nullable): under the title: see bary_slides_describe */
} BarySlidesPdf;

/* A page of 16 : 9 for each step, in the order of the presentation; the text can be selected. */
cairo_status_t bary_slides_write_pdf (const BarySlidesPdf *self,
                                      cairo_write_func_t   write,
                                      gpointer             closure);
/* The same into a file, which appears when it is whole. Errors: BARY_EXPORT_ERROR_WRITE. */
gboolean       bary_slides_save_pdf  (const BarySlidesPdf  *self,
                                      const char           *path,
                                      GError              **error);

G_END_DECLS

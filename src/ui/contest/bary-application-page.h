#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One application as its form: what is typed is saved at each pause, what is missing is told as one goes. */
#define BARY_TYPE_APPLICATION_PAGE (bary_application_page_get_type ())
G_DECLARE_FINAL_TYPE (BaryApplicationPage, bary_application_page, BARY, APPLICATION_PAGE, AdwBin)

/* @application: (nullable): one of the session's store */
void        bary_application_page_show       (BaryApplicationPage *self,
                                              BarySession         *session,
                                              BaryRecord          *application);
/* Returns: (transfer none) (nullable): the id of what is shown. */
const char *bary_application_page_get_shown  (BaryApplicationPage *self);
/* Saves what was typed a moment ago. */
void        bary_application_page_flush      (BaryApplicationPage *self);
/* The store has changed: shows what is there now, without taking the cursor away. */
void        bary_application_page_refresh    (BaryApplicationPage *self);

G_END_DECLS

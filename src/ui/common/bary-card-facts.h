#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The filled fields of a record as a list of label and value; telephones, addresses of e-mail and sites, and
 * references are links.
 * Returns: (transfer floating) (nullable): NULL if there is nothing to say beside the name and the kind. */
GtkWidget *bary_card_facts_new     (BarySession *session,
                                    BaryRecord  *record);

/* Returns: (transfer full) (nullable): where a value leads: "tel:+78127300102"; NULL if nowhere. */
char      *bary_card_value_to_link (const BaryField *field,
                                    const char      *value);

G_END_DECLS

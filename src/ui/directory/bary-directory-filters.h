#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What narrows the list of organisations: kind, centre, with a status, in no cluster. Signal "changed". */
#define BARY_TYPE_DIRECTORY_FILTERS (bary_directory_filters_get_type ())
G_DECLARE_FINAL_TYPE (BaryDirectoryFilters, bary_directory_filters, BARY, DIRECTORY_FILTERS, AdwBin)

/* Offers the centres of the store. */
void        bary_directory_filters_set_session (BaryDirectoryFilters *self,
                                                BarySession          *session);
void        bary_directory_filters_apply       (BaryDirectoryFilters *self,
                                                BaryQuery            *query);
gboolean    bary_directory_filters_is_active   (BaryDirectoryFilters *self);
void        bary_directory_filters_reset       (BaryDirectoryFilters *self);
/* Returns: (nullable): the word of the chosen kind. */
const char *bary_directory_filters_get_kind    (BaryDirectoryFilters *self);

G_END_DECLS

#pragma once

#include "bary-view.h"

G_BEGIN_DECLS

#define BARY_TYPE_DIRECTORY_VIEW (bary_directory_view_get_type ())
G_DECLARE_FINAL_TYPE (BaryDirectoryView, bary_directory_view, BARY, DIRECTORY_VIEW, BaryView)

G_END_DECLS

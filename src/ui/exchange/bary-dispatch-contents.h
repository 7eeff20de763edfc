#pragma once

#include "bary-dispatch.h"
#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a package would hold: the kinds of records with their number, and of each which fields leave and which stay. It
 * is counted away from the window. */
#define BARY_TYPE_DISPATCH_CONTENTS (bary_dispatch_contents_get_type ())
G_DECLARE_FINAL_TYPE (BaryDispatchContents, bary_dispatch_contents, BARY, DISPATCH_CONTENTS, AdwBin)

/* @dispatch: (nullable): NULL while something is still to be chosen, which @hint says */
void bary_dispatch_contents_show (BaryDispatchContents *self,
                                  BarySession          *session,
                                  const BaryDispatch   *dispatch,
                                  const char           *hint);

G_END_DECLS

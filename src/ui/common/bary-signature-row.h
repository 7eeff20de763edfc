#pragma once

#include "bary-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A signature that was made elsewhere, as a file: its name, size and day, saved as it came, or removed. What it is worth is for
 * the program that made it to say. */
#define BARY_TYPE_SIGNATURE_ROW (bary_signature_row_get_type ())
G_DECLARE_FINAL_TYPE (BarySignatureRow, bary_signature_row, BARY, SIGNATURE_ROW, AdwActionRow)

/* The signatures under a record, by their names. What goes wrong, the session says.
 * @whole: an approval, a revision or a contest
 * Returns: (transfer full) (element-type BarySignatureRow): floating */
GPtrArray *bary_signature_rows_new   (BarySession *session,
                                      BaryKind     whole,
                                      const char  *id);

/* A button that asks for a file and attaches it.
 * Returns: (transfer none): floating */
GtkWidget *bary_signature_button_new (BarySession *session,
                                      BaryKind     whole,
                                      const char  *id);

G_END_DECLS

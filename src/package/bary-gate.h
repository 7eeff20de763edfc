#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before the XML parser: it reads the bytes of a package once, keeps nothing of them, and
 * refuses what no package holds and what makes parsers slow: declarations, instructions, comments,
 * other encodings, tags with thousands of attributes, endless texts. Errors are BARY_PACKAGE_ERROR
 * without the place, which is bary_gate_get_line. */
typedef struct _BaryGate BaryGate;

#define BARY_GATE_LONGEST_FILE (G_GUINT64_CONSTANT (1) << 30) /* bytes of XML */
#define BARY_GATE_LONGEST_TAG (16 * 1024)                     /* bytes */
#define BARY_GATE_LONGEST_TEXT (1024 * 1024)                  /* bytes between two tags */
#define BARY_GATE_MOST_ATTRIBUTES 32
#define BARY_GATE_DEEPEST 16

BaryGate *bary_gate_new      (void);
void      bary_gate_free     (BaryGate    *self);

/* The next bytes of the file, cut anywhere. */
gboolean  bary_gate_feed     (BaryGate    *self,
                              const char  *bytes,
                              gsize        length,
                              GError     **error);
/* After the last byte. */
gboolean  bary_gate_finish   (BaryGate    *self,
                              GError     **error);

/* The line that was reached, from 1. */
guint     bary_gate_get_line (BaryGate    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryGate, bary_gate_free)

G_END_DECLS

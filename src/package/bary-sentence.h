#pragma once

#include "bary-field.h"
#include "bary-package-error.h"

#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/* What is wrong with a package and what to do, for a person who has never seen XML. Translated;
 * Returns: (transfer full) where not const. The place is put before by bary_package_error_place. */

char       *bary_sentence_unknown_attribute (const char         *name);
char       *bary_sentence_misplaced         (const char         *name,
                                             const char         *expected);
char       *bary_sentence_unknown_kind      (const char         *name);
char       *bary_sentence_late              (const char         *name,
                                             const char         *last);
/* @name: (nullable): NULL where the record ends */
char       *bary_sentence_unexpected_field  (const BaryKindInfo *info,
                                             guint               next,
                                             const char         *name);
char       *bary_sentence_bad_id            (void);
char       *bary_sentence_nested            (const char         *name);
char       *bary_sentence_empty             (const BaryField    *field);
char       *bary_sentence_bad_value         (const BaryField    *field,
                                             const char         *value);
char       *bary_sentence_stray_text        (const char         *text,
                                             int                 length);
char       *bary_sentence_unfit             (gboolean            head);
const char *bary_sentence_out_of_memory     (void);

const char *bary_sentence_from_parser       (const xmlError     *problem,
                                             BaryPackageError   *code);

G_END_DECLS

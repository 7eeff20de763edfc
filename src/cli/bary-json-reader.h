#pragma once

#include "bary-json-scan.h"

G_BEGIN_DECLS

/* What those who read a JSON file by bary-json-scan have in common. */

/* Each gives FALSE and BARY_JSON_ERROR_REFUSED with the file and the line.
 * @what: translated
 * @pattern: translated; has one %s, for the value as the file has it */
gboolean bary_json_refuse           (const BaryJsonScan   *scan,
                                     const char           *place,
                                     const char           *what,
                                     GError              **error);
gboolean bary_json_refuse_value     (const BaryJsonScan   *scan,
                                     const BaryJsonValue  *value,
                                     const char           *pattern,
                                     GError              **error);

/* Whether it is null or not there. */
gboolean bary_json_value_is_nothing (const BaryJsonValue  *value);

/* Reads the element that stands next. */
typedef gboolean (*BaryJsonReadElement) (gpointer reader, GError **error);

/* Reads an array, element by element.
 * @start: where it begins
 * @what: what should be there, translated */
gboolean bary_json_read_array       (BaryJsonScan         *scan,
                                     const char           *start,
                                     const char           *what,
                                     BaryJsonReadElement   read,
                                     gpointer              reader,
                                     GError              **error);

G_END_DECLS

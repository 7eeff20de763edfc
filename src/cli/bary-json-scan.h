#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads JSON (RFC 8259, nothing looser) without building a tree of it: values are pieces of the text, which stays
 * where it is, so that a file can be written back with everything that was not understood. A graph of a country is
 * read in some twenty milliseconds; json-glib's parser alone takes 280 for it, and 30 for a graph of 3,000 nodes, three
 * quarters of the time in which that is to be read, placed and written. */

#define BARY_JSON_ERROR (bary_json_error_quark ())

typedef enum {
  BARY_JSON_ERROR_SYNTAX,
  BARY_JSON_ERROR_REFUSED, /* JSON, but not what is wanted: the message names file, line and remedy */
} BaryJsonError;

GQuark bary_json_error_quark (void);

typedef enum {
  BARY_JSON_NONE, /* a member that is not there */
  BARY_JSON_NULL,
  BARY_JSON_BOOLEAN,
  BARY_JSON_NUMBER,
  BARY_JSON_STRING,
  BARY_JSON_ARRAY,
  BARY_JSON_OBJECT,
} BaryJsonType;

typedef struct {
  BaryJsonType  type;
  const char   *start; /* with the quotes, braces or brackets */
  gsize         length;
} BaryJsonValue;

typedef struct {
  const char *name;  /* of the file, for messages; borrowed, as the text is */
  const char *text;
  const char *end;
  const char *at;
  gboolean    fresh; /* nothing stands yet between the brackets that were entered last */
} BaryJsonScan;

/* @text: (transfer none): must stay as long as values are in use. Returns: FALSE if it is not UTF-8. */
gboolean bary_json_scan_init        (BaryJsonScan         *self,
                                     const char           *name,
                                     const char           *text,
                                     gsize                 length,
                                     GError              **error);
/* What stands next; NONE where no value can begin. */
BaryJsonType bary_json_scan_peek    (BaryJsonScan         *self);
/* Into the object or array that stands next. */
gboolean bary_json_scan_enter       (BaryJsonScan         *self,
                                     BaryJsonType          type,
                                     GError              **error);
/* To the value of the next member. Returns: FALSE at the end of the object, which is passed, and where @error is set. */
gboolean bary_json_scan_next_member (BaryJsonScan         *self,
                                     BaryJsonValue        *name,
                                     GError              **error);
/* The same for an array. */
gboolean bary_json_scan_next        (BaryJsonScan         *self,
                                     GError              **error);
/* Passes one whole value. */
gboolean bary_json_scan_value       (BaryJsonScan         *self,
                                     BaryJsonValue        *value,
                                     GError              **error);
/* Nothing but white space may follow. */
gboolean bary_json_scan_finish      (BaryJsonScan         *self,
                                     GError              **error);
/* Counted from 1. */
guint    bary_json_scan_get_line    (const BaryJsonScan   *self,
                                     const char           *place);

gboolean bary_json_value_is         (const BaryJsonValue  *value,
                                     const char           *string);
/* Of a string: its text; of anything else as it is written. Appends to @text. */
void     bary_json_value_get_text   (const BaryJsonValue  *value,
                                     GString              *text);
/* Of a number that is finite. */
gboolean bary_json_value_get_number (const BaryJsonValue  *value,
                                     double               *number);

G_END_DECLS

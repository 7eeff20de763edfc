#pragma once

#include <json-glib/json-glib.h>

#include "bary-record.h"

G_BEGIN_DECLS

/* Standard output. What fails to be written is noticed at the end; a reader that went away
 * (as "head" does) is no failure. */
void      bary_output_print       (const char   *text);
void      bary_output_write       (const char   *bytes,
                                   gsize         length);
void      bary_output_printf      (const char   *format,
                                   ...) G_GNUC_PRINTF (1, 2);
/* Whether writing more makes sense. */
gboolean  bary_output_is_open     (void);
/* Hands on what was written so far. */
void      bary_output_flush       (void);
/* Returns: FALSE with BARY_CLI_ERROR_OUTPUT. */
gboolean  bary_output_finish      (GError      **error);

/* @node: (transfer full): printed on its own, readable. */
void      bary_output_print_json  (JsonNode     *node);

/* An array too long to be held: its elements come one by one. */
void      bary_output_begin_array (void);
/* @node: (transfer full) */
void      bary_output_add_element (JsonNode     *node);
void      bary_output_end_array   (void);

/* @text: (nullable): null in JSON */
void      bary_output_set_text    (JsonObject   *object,
                                   const char   *name,
                                   const char   *text);

/* Returns: (transfer full): "id" and every field; null where empty, integers as numbers. */
JsonNode *bary_json_from_record   (BaryRecord   *record);

/* Rows of cells in columns as wide as a terminal shows them. */
typedef struct _BaryGrid BaryGrid;

BaryGrid *bary_grid_new           (guint         n_columns);
void      bary_grid_free          (BaryGrid     *grid);
/* @text: (nullable): line breaks become spaces */
void      bary_grid_add_cell      (BaryGrid     *grid,
                                   const char   *text);
void      bary_grid_print         (BaryGrid     *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryGrid, bary_grid_free)

G_END_DECLS

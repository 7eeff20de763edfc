#pragma once

#include "bary-manifest.h"
#include "bary-record-source.h"

G_BEGIN_DECLS

/* From the bytes of a package to records: the gate, libxml2's push parser, the grammar, all in one
 * pass with nothing kept. A record is handed on only when the grammar and bary_record_validate have
 * accepted it. */
typedef struct _BaryReader BaryReader;

/* @record: (transfer full) */
typedef gboolean (*BaryReaderFunc) (BaryRecord  *record,
                                    guint        line,
                                    gpointer     user_data,
                                    GError     **error);

/* @path: only for messages
 * @func: (nullable): without it reading ends with the manifest. */
BaryReader   *bary_reader_new            (const char      *path,
                                          BaryReaderFunc   func,
                                          gpointer         user_data);
void          bary_reader_free           (BaryReader      *self);

/* Who is to get the edits of a package of changes. Without it they are only looked at. */
void          bary_reader_set_edit_visitor (BaryReader            *self,
                                            const BaryEditVisitor *visitor,
                                            gpointer               user_data);

/* The next bytes, cut anywhere. Errors are BARY_PACKAGE_ERROR with file, line and element, or those of @func. */
gboolean      bary_reader_feed           (BaryReader      *self,
                                          const char      *bytes,
                                          gsize            length,
                                          GError         **error);
/* After the last byte. */
gboolean      bary_reader_finish         (BaryReader      *self,
                                          GError         **error);

/* Returns: TRUE when the manifest is read. */
gboolean      bary_reader_has_manifest   (BaryReader      *self);
/* Returns: (transfer none): what is known of it; at its end the reader still adds the digest. */
BaryManifest *bary_reader_get_manifest   (BaryReader      *self);
guint         bary_reader_get_line       (BaryReader      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryReader, bary_reader_free)

G_END_DECLS

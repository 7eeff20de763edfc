#pragma once

#include "bary-gate.h"
#include "bary-package-error.h"
#include "bary-reader.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

G_BEGIN_DECLS

/* What the two halves of the reader share: bary-reader.c feeds and objects, bary-reader-elements.c
 * makes records of what the parser finds. */

typedef enum {
  PLACE_OUTSIDE,
  PLACE_PACKAGE,
  PLACE_MANIFEST,
  PLACE_NOTE,    /* sender, source or remark */
  PLACE_RECORDS,
  PLACE_RECORD,
  PLACE_FIELD,
  PLACE_END,
} BaryReaderPlace;

struct _BaryReader {
  char                   *path;
  BaryReaderFunc          func;
  gpointer                user_data;

  BaryGate               *gate;
  xmlParserCtxtPtr        parser;
  xmlSchemaValidCtxtPtr   grammar;
  xmlSchemaSAXPlugPtr     plug;

  BaryReaderPlace         place;
  BaryKind                kind;        /* of the present record or the last one */
  const BaryKindInfo     *info;
  guint                   next_field;
  const BaryField        *field;       /* the present one, or the one that was just read */
  GString                *text;
  BaryRecord             *record;      /* waits for the grammar's consent when complete */
  guint                   record_line;

  BaryManifest           *manifest;
  char                   *remark_record;
  gboolean                manifest_read;
  GError                 *failure;     /* the first one counts */
};

/* The handlers of elements and texts; their user data is the reader. */
extern const xmlSAXHandler bary_reader_handlers;

/* Gives a failure its place and lets the parser run dry; the first one counts.
 * @failure: (transfer full); @element: (nullable) */
void bary_reader_fail_with    (BaryReader       *self,
                               GError           *failure,
                               const char       *element);
void bary_reader_fail         (BaryReader       *self,
                               BaryPackageError  code,
                               const char       *element,
                               const char       *message);
/* The last record is wrong in itself, whatever the grammar says. @failure: (transfer full) */
void bary_reader_refuse_record (BaryReader      *self,
                               GError           *failure);
/* @message: (transfer full) */
void bary_reader_fail_invalid (BaryReader       *self,
                               const char       *element,
                               char             *message);

G_END_DECLS

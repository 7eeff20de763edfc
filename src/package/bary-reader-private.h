#pragma once

#include "bary-gate.h"
#include "bary-package-error.h"
#include "bary-reader.h"
#include "bary-seal.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

G_BEGIN_DECLS

/* What the parts of the reader share: bary-reader.c feeds and objects, bary-reader-elements.c makes records of what
 * the parser finds, bary-reader-manifest.c keeps the front, bary-reader-edits.c hands on edits, bary-reader-end.c judges what stands at the end. */

typedef enum {
  PLACE_OUTSIDE,
  PLACE_PACKAGE,
  PLACE_MANIFEST,
  PLACE_NOTE,    /* an element of the manifest */
  PLACE_RECORDS,
  PLACE_RECORD,
  PLACE_FIELD,
  PLACE_EDITS,
  PLACE_KNEW,
  PLACE_EDIT,
  PLACE_EDIT_TEXT, /* an element of an edit */
  PLACE_SIZE,
  PLACE_SIGNATURE,
  PLACE_END,
} BaryReaderPlace;

/* An attribute as libxml2 gives it: name, prefix, namespace, start and end of the value. */
typedef struct {
  const char *name;
  const char *prefix;
  const char *uri;
  const char *value;
  const char *end;
} BaryAttribute;

typedef struct _BaryNote BaryNote;
typedef struct _BaryReaderEdit BaryReaderEdit;

#define BARY_NOTE_MOST_ATTRIBUTES 4

struct _BaryReader {
  char                   *path;
  BaryReaderFunc          func;
  gpointer                user_data;

  BaryGate               *gate;
  BarySeal               *seal;
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
  const BaryNote         *note;
  char                   *note_values[BARY_NOTE_MOST_ATTRIBUTES];
  gboolean                manifest_read;
  gboolean                records_read;
  gboolean                edits_read;
  const BaryEditVisitor  *edit_visitor; /* NULL: nobody wants edits */
  gpointer                edit_data;
  BaryReaderEdit         *edit;         /* the present one */
  guint                   counts[BARY_N_KINDS];
  guint64                 n_bytes;     /* read so far */
  char                   *size;        /* (nullable): how many bytes there should be */
  char                   *signature;
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

/* Copies the values of the attributes that may be there; any other is refused.
 * @known: ends with NULL; @values: as many */
gboolean bary_reader_take_attributes (BaryReader          *self,
                                      const char          *element,
                                      const BaryAttribute *attributes,
                                      int                  n,
                                      const char *const   *known,
                                      char               **values);

/* The elements of the manifest. */
void bary_reader_start_note   (BaryReader          *self,
                               const char          *name,
                               const BaryAttribute *attributes,
                               int                  n);
void bary_reader_end_note     (BaryReader          *self);
void bary_reader_clear_note   (BaryReader          *self);

/* The elements inside <edits>. */
void bary_reader_start_edit   (BaryReader          *self,
                               const char          *name,
                               const BaryAttribute *attributes,
                               int                  n);
void bary_reader_end_edit     (BaryReader          *self);
void bary_reader_clear_edit   (BaryReader          *self);

/* When all is read: whether the signature is that of the sender, and as many records are there as the manifest says. */
void bary_reader_judge        (BaryReader          *self);

G_END_DECLS

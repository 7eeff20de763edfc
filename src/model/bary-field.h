#pragma once

#include "bary-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  BARY_FIELD_TEXT,        /* one line, at most 1,000 characters */
  BARY_FIELD_LONG_TEXT,   /* paragraphs, at most 100,000 characters */
  BARY_FIELD_INTEGER,     /* 0 to 999,999 */
  BARY_FIELD_DATE,        /* ISO day */
  BARY_FIELD_CHOICE,      /* one of `choices`, by its word */
  BARY_FIELD_REFERENCE,   /* the id of a record of kind `target` */
  BARY_FIELD_PHONE,
  BARY_FIELD_EMAIL,
  BARY_FIELD_SITE,
  BARY_FIELD_NUMBER,      /* -999,999.999 to 999,999.999: "-12.5" */
  BARY_FIELD_TIME,        /* of a day: "09:30" */
  BARY_FIELD_PERIOD,      /* the words of a plan's dates, kept as they were written: "12 мая / 19 мая" */
} BaryFieldType;

typedef enum {
  BARY_FIELD_OPTIONAL = 0,
  BARY_FIELD_REQUIRED = 1 << 0,
  BARY_FIELD_SEARCHED = 1 << 1, /* found by the full-text search */
  BARY_FIELD_PART     = 1 << 2, /* references only: the record is a part of what it refers to and goes with it, unasked */
} BaryFieldFlags;

typedef struct {
  const char *word;  /* as stored: "school" */
  const char *label; /* for a person, untranslated: N_("School") */
} BaryChoice;

/* One row of a kind's table. Out of it come the GObject property, the column, the element of a
 * package, the history and the form row. Every value is a nullable text in canonical form. */
struct _BaryField {
  const char       *name;    /* snake_case: column, element; property with dashes */
  BaryFieldType     type;
  BaryFieldFlags    flags;
  gsize             offset;  /* of the `char *` in the record's struct */
  const char       *label;   /* untranslated */
  BaryKind          target;  /* references only */
  const BaryChoice *choices; /* choices only; ends with a NULL word */
};

/* Choices that only say "yes", by being there, and such as say "no" too. */
extern const BaryChoice bary_choice_yes[];
extern const BaryChoice bary_choice_yes_no[];

/* The canonical form of what a person or a package wrote: trimmed, dates as ISO.
 * Empty text is no value: *canonical becomes NULL.
 * @canonical: (out) (transfer full) (nullable)
 * Returns: FALSE with BARY_RECORD_ERROR_INVALID_VALUE saying what the field takes. */
gboolean    bary_field_parse     (const BaryField  *field,
                                  const char       *text,
                                  char            **canonical,
                                  GError          **error);

/* Whether a value is what bary_field_parse makes, but for spaces within; quicker. */
gboolean    bary_field_check     (const BaryField  *field,
                                  const char       *value,
                                  GError          **error);

/* Returns: (transfer full): the value for a person: a choice's label translated, a date in words;
 * a reference stays an id, which only the store can resolve. */
char       *bary_field_to_words  (const BaryField *field,
                                  const char      *value);

/* Returns: (transfer none): translated. */
const char *bary_field_get_label (const BaryField *field);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The form of an application, as its contest asks for it, with what was answered so far, and what is still missing. */

typedef enum {
  BARY_FORM_TEXT,
  BARY_FORM_LONG_TEXT,
  BARY_FORM_NUMBER,
  BARY_FORM_DATE,
  BARY_FORM_CHOICE,
  BARY_FORM_TABLE,
  BARY_FORM_APPENDIX,
  BARY_FORM_ROADMAP,
} BaryFormFieldKind;

typedef struct {
  char              *id;
  char              *name;
  char              *help;       /* (nullable) */
  BaryFormFieldKind  kind;
  gboolean           required;
  guint              most_words; /* 0: no limit */
  char              *least;      /* (nullable): of a number */
  char              *most;       /* (nullable) */
  char             **options;    /* choices, or the columns of a table; none: empty */
  char             **parts;      /* of a table, each with rows of its own; none: empty */
  gboolean           numbered;
  guint              rows;       /* empty ones on paper */
  GHashTable        *answers;    /* place -> text */
  GPtrArray         *appendices; /* of char *: names of files */
  GPtrArray         *appendix_ids; /* of char *: their records, as many; none on paper */
} BaryFormField;

typedef struct {
  char      *name;
  char      *help;   /* (nullable) */
  GPtrArray *fields; /* of BaryFormField */
} BaryFormSection;

typedef struct {
  char      *title;    /* (nullable): what is applied for */
  int        school_year;
  char      *topic;    /* (nullable) */
  GPtrArray *sections; /* of BaryFormSection */
} BaryContestForm;

typedef enum {
  BARY_FORM_FILLED,
  BARY_FORM_EMPTY,        /* though it is required */
  BARY_FORM_UNFINISHED,   /* a table has a row with empty cells, or a part without rows */
  BARY_FORM_TOO_LONG,     /* more words than allowed */
  BARY_FORM_NO_NUMBER,
  BARY_FORM_OUT_OF_RANGE,
  BARY_FORM_NO_DAY,
} BaryFormFault;

BaryContestForm *bary_contest_form_new           (const char          *title,
                                                  int                  school_year,
                                                  const char          *topic);
void             bary_contest_form_free          (BaryContestForm     *self);
/* Returns: (transfer none) */
BaryFormSection *bary_contest_form_add_section   (BaryContestForm     *self,
                                                  const char          *name,
                                                  const char          *help);
/* Returns: (transfer none): without options, parts and answers */
BaryFormField   *bary_form_section_add_field     (BaryFormSection     *section,
                                                  const char          *id,
                                                  const char          *name,
                                                  BaryFormFieldKind    kind);

gboolean         bary_form_field_is_table        (const BaryFormField *field);
/* Parts, rows and columns are counted from 1; outside of tables all are 0, and so is the part of a table without parts.
 * @value: (nullable): NULL for none */
void             bary_form_field_set_answer      (BaryFormField       *field,
                                                  guint                part,
                                                  guint                row,
                                                  guint                column,
                                                  const char          *value);
/* Returns: (transfer none) (nullable) */
const char      *bary_form_field_get_answer      (const BaryFormField *field,
                                                  guint                part,
                                                  guint                row,
                                                  guint                column);
/* The last row that has an answer. */
guint            bary_form_field_count_rows      (const BaryFormField *field,
                                                  guint                part);

/* What stands between spaces and has a letter or a digit. */
guint            bary_form_count_words           (const char          *text);

BaryFormFault    bary_form_field_check           (const BaryFormField *field);
/* Returns: (transfer full) (nullable): what to mend, translated; NULL if nothing */
char            *bary_form_field_fault_to_words  (const BaryFormField *field);
/* How many fields have something to mend. */
guint            bary_form_section_count_faults  (const BaryFormSection *section);
guint            bary_contest_form_count_faults  (const BaryContestForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryContestForm, bary_contest_form_free)

G_END_DECLS

#pragma once

#include "bary-field.h"
#include "bary-kind.h"

G_BEGIN_DECLS

#define BARY_RECORD_ERROR (bary_record_error_quark ())

typedef enum {
  BARY_RECORD_ERROR_UNKNOWN_KIND,
  BARY_RECORD_ERROR_UNKNOWN_FIELD,
  BARY_RECORD_ERROR_INVALID_ID,
  BARY_RECORD_ERROR_REQUIRED,       /* a required field is empty */
  BARY_RECORD_ERROR_INVALID_VALUE,  /* the text does not fit the field */
  BARY_RECORD_ERROR_INVALID_RANGE,  /* `to` before `from` */
  BARY_RECORD_ERROR_INCONSISTENT,   /* fields that contradict one another */
} BaryRecordError;

GQuark bary_record_error_quark (void);

#define BARY_TYPE_RECORD (bary_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (BaryRecord, bary_record, BARY, RECORD, GObject)

struct _BaryRecordClass {
  GObjectClass        parent_class;
  const BaryKindInfo *info;
  GParamSpec        **properties; /* one per field */
};

/* @id: (nullable): NULL makes a new one.
 * Returns: (transfer full): a record without values. */
BaryRecord         *bary_record_new       (BaryKind     kind,
                                           const char  *id);
BaryRecord         *bary_record_copy      (BaryRecord  *record);

BaryKind            bary_record_get_kind  (BaryRecord  *record);
const BaryKindInfo *bary_record_get_info  (BaryRecord  *record);
const char         *bary_record_get_id    (BaryRecord  *record);

/* The `name` of kinds that have one, otherwise NULL. */
const char         *bary_record_get_name  (BaryRecord  *record);

const char         *bary_record_get       (BaryRecord      *record,
                                           const BaryField *field);

/* Takes a canonical value as it is; notifies. Returns: whether anything changed. */
gboolean            bary_record_set       (BaryRecord      *record,
                                           const BaryField *field,
                                           const char      *value);

/* By name, for where the kind is not known at compile time. The name must exist. */
const char         *bary_record_get_text  (BaryRecord  *record,
                                           const char  *field);

/* Parses what a person wrote. The record is unchanged on error. */
gboolean            bary_record_set_text  (BaryRecord  *record,
                                           const char  *field,
                                           const char  *text,
                                           GError     **error);

/* Sets each named field to a canonical value, until a NULL name: for code that makes records. */
void                bary_record_set_all   (BaryRecord  *record,
                                           const char  *first_field,
                                           ...) G_GNUC_NULL_TERMINATED;

/* Same kind, same values; whether they are the same record is not asked. */
gboolean            bary_record_equals    (BaryRecord  *a,
                                           BaryRecord  *b);

/* Every value fits its field, the required ones are there, ranges run forward. Asking again costs nothing
 * until a field is set. */
gboolean            bary_record_validate  (BaryRecord  *record,
                                           GError     **error);

/* For class_init of a kind: installs the properties of its table. */
void                bary_record_class_install (BaryRecordClass    *klass,
                                               const BaryKindInfo *info);

/* A kind is its struct, its table, and this line. */
#define BARY_DEFINE_RECORD(TypeName, type_name, kind_value, kind_name, kind_label, kind_plural, validate_func) \
  const BaryKindInfo type_name##_info = {                                                    \
    kind_value, kind_name, kind_label, kind_plural, type_name##_get_type,                     \
    type_name##_fields, G_N_ELEMENTS (type_name##_fields), validate_func                      \
  };                                                                                          \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, BARY_TYPE_RECORD)                                 \
  static void type_name##_class_init (TypeName##Class *klass)                                 \
  {                                                                                           \
    bary_record_class_install (BARY_RECORD_CLASS (klass), &type_name##_info);                 \
  }                                                                                           \
  static void type_name##_init (TypeName *self)                                               \
  {                                                                                           \
  }

#define BARY_VALUE(TypeName, member, field_type, flags, label) \
  { #member, field_type, flags, G_STRUCT_OFFSET (TypeName, member), label, 0, NULL }
#define BARY_CHOICE(TypeName, member, flags, label, choices) \
  { #member, BARY_FIELD_CHOICE, flags, G_STRUCT_OFFSET (TypeName, member), label, 0, choices }
#define BARY_REFERENCE(TypeName, member, flags, label, target) \
  { #member, BARY_FIELD_REFERENCE, flags, G_STRUCT_OFFSET (TypeName, member), label, target, NULL }

G_END_DECLS

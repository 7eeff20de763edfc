#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

typedef enum {
  BARY_CHANGE_ADD,
  BARY_CHANGE_SET,
  BARY_CHANGE_REMOVE,
} BaryChangeOperation;

typedef struct {
  BaryChangeOperation  operation;
  BaryKind             kind;
  char                *id;
  BaryRecord          *record; /* what is added; otherwise NULL */
  const BaryField     *field;  /* what is set; otherwise NULL */
  char                *value;  /* canonical, NULL for none */
} BaryChange;

/* What one action does, in its order; the store writes all of it or nothing. */
typedef struct _BaryChanges BaryChanges;

BaryChanges      *bary_changes_new        (void);
void              bary_changes_free       (BaryChanges *changes);

void              bary_changes_add        (BaryChanges *changes,
                                           BaryRecord  *record);
/* @value: (nullable): canonical */
void              bary_changes_set        (BaryChanges *changes,
                                           BaryRecord  *record,
                                           const char  *field,
                                           const char  *value);
/* Sets those fields that differ: what a form did to its copy. */
void              bary_changes_update     (BaryChanges *changes,
                                           BaryRecord  *before,
                                           BaryRecord  *after);
void              bary_changes_remove     (BaryChanges *changes,
                                           BaryRecord  *record);

guint             bary_changes_get_length (const BaryChanges *changes);
const BaryChange *bary_changes_get        (const BaryChanges *changes,
                                           guint              i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryChanges, bary_changes_free)

G_END_DECLS

#include "bary-store-field.h"

char *
bary_store_field_to_words (BaryStore  *self,
                           BaryRecord *record,
                           const char *name)
{
  const BaryField *field = bary_kind_find_field (bary_record_get_kind (record), name, NULL);
  const char *value = bary_record_get (record, field);

  return value != NULL ? bary_store_value_to_words (self, field, value) : NULL;
}

BaryRecord *
bary_store_follow (BaryStore  *self,
                   BaryRecord *record,
                   const char *reference)
{
  const BaryField *field = bary_kind_find_field (bary_record_get_kind (record), reference, NULL);
  const char *id = bary_record_get (record, field);

  return id != NULL ? bary_store_get (self, field->target, id, NULL) : NULL;
}

#include "bary-changes.h"

struct _BaryChanges {
  GPtrArray *changes; /* of BaryChange */
};

static void
change_free (BaryChange *change)
{
  g_clear_object (&change->record);
  g_free (change->id);
  g_free (change->value);
  g_free (change);
}

BaryChanges *
bary_changes_new (void)
{
  BaryChanges *self = g_new0 (BaryChanges, 1);

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return self;
}

void
bary_changes_free (BaryChanges *changes)
{
  g_ptr_array_unref (changes->changes);
  g_free (changes);
}

static BaryChange *
append (BaryChanges         *changes,
        BaryChangeOperation  operation,
        BaryRecord          *record)
{
  BaryChange *change = g_new0 (BaryChange, 1);

  change->operation = operation;
  change->kind = bary_record_get_kind (record);
  change->id = g_strdup (bary_record_get_id (record));
  g_ptr_array_add (changes->changes, change);
  return change;
}

void
bary_changes_add (BaryChanges *changes,
                  BaryRecord  *record)
{
  append (changes, BARY_CHANGE_ADD, record)->record = g_object_ref (record);
}

static void
set_field (BaryChanges     *changes,
           BaryRecord      *record,
           const BaryField *field,
           const char      *value)
{
  BaryChange *change = append (changes, BARY_CHANGE_SET, record);

  change->field = field;
  change->value = g_strdup (value);
}

void
bary_changes_set (BaryChanges *changes,
                  BaryRecord  *record,
                  const char  *field,
                  const char  *value)
{
  const BaryField *found = bary_kind_find_field (bary_record_get_kind (record), field, NULL);

  g_return_if_fail (found != NULL);

  set_field (changes, record, found, value);
}

void
bary_changes_update (BaryChanges *changes,
                     BaryRecord  *before,
                     BaryRecord  *after)
{
  const BaryKindInfo *info = bary_record_get_info (before);

  g_return_if_fail (bary_record_get_info (after) == info);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (after, field);

      if (g_strcmp0 (bary_record_get (before, field), value) != 0)
        set_field (changes, before, field, value);
    }
}

void
bary_changes_remove (BaryChanges *changes,
                     BaryRecord  *record)
{
  append (changes, BARY_CHANGE_REMOVE, record);
}

guint
bary_changes_get_length (const BaryChanges *changes)
{
  return changes->changes->len;
}

const BaryChange *
bary_changes_get (const BaryChanges *changes,
                  guint              i)
{
  return g_ptr_array_index (changes->changes, i);
}

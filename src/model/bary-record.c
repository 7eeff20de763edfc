#include "bary-record.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bary-record-error-quark, bary_record_error)

typedef struct {
  char     *id;
  gboolean  valid; /* found so, and not changed since */
} BaryRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BaryRecord, bary_record, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_FIRST_FIELD,
};

static char **
slot (BaryRecord      *record,
      const BaryField *field)
{
  return G_STRUCT_MEMBER_P (record, field->offset);
}

static void
bary_record_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BaryRecord *self = BARY_RECORD (object);

  if (prop_id == PROP_ID)
    g_value_set_string (value, bary_record_get_id (self));
  else
    g_value_set_string (value, *slot (self, &bary_record_get_info (self)->fields[prop_id - PROP_FIRST_FIELD]));
}

static void
bary_record_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BaryRecord *self = BARY_RECORD (object);
  BaryRecordPrivate *priv = bary_record_get_instance_private (self);

  if (prop_id == PROP_ID)
    priv->id = g_value_dup_string (value);
  else
    bary_record_set (self, &bary_record_get_info (self)->fields[prop_id - PROP_FIRST_FIELD],
                     g_value_get_string (value));
}

static void
bary_record_finalize (GObject *object)
{
  BaryRecord *self = BARY_RECORD (object);
  BaryRecordPrivate *priv = bary_record_get_instance_private (self);
  const BaryKindInfo *info = bary_record_get_info (self);

  for (guint i = 0; i < info->n_fields; i++)
    g_free (*slot (self, &info->fields[i]));
  g_free (priv->id);

  G_OBJECT_CLASS (bary_record_parent_class)->finalize (object);
}

static void
bary_record_class_init (BaryRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bary_record_get_property;
  object_class->set_property = bary_record_set_property;
  object_class->finalize = bary_record_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
bary_record_init (BaryRecord *self)
{
}

void
bary_record_class_install (BaryRecordClass    *klass,
                           const BaryKindInfo *info)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->info = info;
  object_class->get_property = bary_record_get_property;
  object_class->set_property = bary_record_set_property;

  klass->properties = g_new (GParamSpec *, info->n_fields);

  for (guint i = 0; i < info->n_fields; i++)
    {
      klass->properties[i] = g_param_spec_string (info->fields[i].name, NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (object_class, PROP_FIRST_FIELD + i, klass->properties[i]);
    }
}

BaryRecord *
bary_record_new (BaryKind    kind,
                 const char *id)
{
  g_autofree char *made = id == NULL ? bary_id_new () : NULL;

  return g_object_new (bary_kind_get_info (kind)->get_type (), "id", id != NULL ? id : made, NULL);
}

BaryRecord *
bary_record_copy (BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  BaryRecord *copy = bary_record_new (info->kind, bary_record_get_id (record));

  for (guint i = 0; i < info->n_fields; i++)
    *slot (copy, &info->fields[i]) = g_strdup (*slot (record, &info->fields[i]));

  return copy;
}

const BaryKindInfo *
bary_record_get_info (BaryRecord *record)
{
  return BARY_RECORD_GET_CLASS (record)->info;
}

BaryKind
bary_record_get_kind (BaryRecord *record)
{
  return bary_record_get_info (record)->kind;
}

const char *
bary_record_get_id (BaryRecord *record)
{
  BaryRecordPrivate *priv = bary_record_get_instance_private (record);

  return priv->id;
}

const char *
bary_record_get_name (BaryRecord *record)
{
  const BaryField *field = bary_kind_find_field (bary_record_get_kind (record), "name", NULL);

  return field != NULL ? *slot (record, field) : NULL;
}

const char *
bary_record_get (BaryRecord      *record,
                 const BaryField *field)
{
  return *slot (record, field);
}

gboolean
bary_record_set (BaryRecord      *record,
                 const BaryField *field,
                 const char      *value)
{
  BaryRecordPrivate *priv = bary_record_get_instance_private (record);
  const BaryKindInfo *info = bary_record_get_info (record);
  char **place = slot (record, field);

  g_return_val_if_fail (field >= info->fields && field < info->fields + info->n_fields, FALSE);

  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  priv->valid = FALSE;
  g_free (*place);
  *place = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (record), BARY_RECORD_GET_CLASS (record)->properties[field - info->fields]);
  return TRUE;
}

const char *
bary_record_get_text (BaryRecord *record,
                      const char *field)
{
  const BaryField *found = bary_kind_find_field (bary_record_get_kind (record), field, NULL);

  g_return_val_if_fail (found != NULL, NULL);

  return *slot (record, found);
}

gboolean
bary_record_set_text (BaryRecord  *record,
                      const char  *field,
                      const char  *text,
                      GError     **error)
{
  const BaryField *found = bary_kind_find_field (bary_record_get_kind (record), field, error);
  g_autofree char *canonical = NULL;

  if (found == NULL || !bary_field_parse (found, text, &canonical, error))
    return FALSE;

  bary_record_set (record, found, canonical);
  return TRUE;
}

void
bary_record_set_all (BaryRecord *record,
                     const char *first_field,
                     ...)
{
  va_list args;

  va_start (args, first_field);
  for (const char *name = first_field; name != NULL; name = va_arg (args, const char *))
    {
      const BaryField *field = bary_kind_find_field (bary_record_get_kind (record), name, NULL);
      const char *value = va_arg (args, const char *);

      g_assert (field != NULL);
      bary_record_set (record, field, value);
    }
  va_end (args);
}

gboolean
bary_record_equals (BaryRecord *a,
                    BaryRecord *b)
{
  const BaryKindInfo *info = bary_record_get_info (a);

  if (bary_record_get_info (b) != info)
    return FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    if (g_strcmp0 (*slot (a, &info->fields[i]), *slot (b, &info->fields[i])) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
validate_field (BaryRecord       *record,
                const BaryField  *field,
                GError          **error)
{
  const char *value = *slot (record, field);

  if (value == NULL)
    {
      if (!(field->flags & BARY_FIELD_REQUIRED))
        return TRUE;
      g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                   /* Translators: 1: a kind of record, 2: a field: "Organisation: “Name” is required: fill it in" */
                   _("%1$s: “%2$s” is required: fill it in"),
                   _(bary_record_get_info (record)->label), bary_field_get_label (field));
      return FALSE;
    }

  return bary_field_check (field, value, error);
}

static gboolean
validate_range (BaryRecord  *record,
                const char  *from_name,
                const char  *to_name,
                GError     **error)
{
  BaryKind kind = bary_record_get_kind (record);
  const BaryField *from = bary_kind_find_field (kind, from_name, NULL);
  const BaryField *to = bary_kind_find_field (kind, to_name, NULL);

  if (from == NULL || to == NULL ||
      bary_range_is_valid (*slot (record, from), *slot (record, to)))
    return TRUE;

  g_set_error (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_INVALID_RANGE,
               /* Translators: 1: a kind of record, 2 and 3: days */
               _("%1$s: the end (%3$s) is before the start (%2$s): exchange or correct the dates"),
               _(bary_record_get_info (record)->label), *slot (record, from), *slot (record, to));
  return FALSE;
}

gboolean
bary_record_validate (BaryRecord  *record,
                      GError     **error)
{
  BaryRecordPrivate *priv = bary_record_get_instance_private (record);
  const BaryKindInfo *info = bary_record_get_info (record);

  if (priv->valid)
    return TRUE;

  for (guint i = 0; i < info->n_fields; i++)
    if (!validate_field (record, &info->fields[i], error))
      return FALSE;

  priv->valid = validate_range (record, "from", "to", error) &&
                validate_range (record, "date", "valid_until", error) &&
                (info->validate == NULL || info->validate (record, error));
  return priv->valid;
}

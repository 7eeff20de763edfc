#include "bary-manifest.h"

#include "bary-field.h"
#include "bary-id.h"

static void
remark_free (gpointer data)
{
  BaryPackageRemark *remark = data;

  g_free (remark->record);
  g_free (remark->text);
  g_free (remark);
}

static void
omission_free (gpointer data)
{
  BaryPackageOmission *omission = data;

  g_free (omission->kind);
  g_free (omission->field);
  g_free (omission);
}

static void
answer_free (BaryPackageAnswer *answer)
{
  g_free (answer->package);
  g_free (answer->outcome);
  g_free (answer->moment);
  g_free (answer->reason);
  g_free (answer);
}

BaryManifest *
bary_manifest_new (void)
{
  BaryManifest *self = g_atomic_rc_box_new0 (BaryManifest);

  self->replicas = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_replica_free);
  self->omissions = g_ptr_array_new_with_free_func (omission_free);
  self->remarks = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

BaryManifest *
bary_manifest_new_now (const char *sender,
                       const char *source)
{
  BaryManifest *self = bary_manifest_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  self->id = bary_id_new ();
  self->kind = g_strdup ("all");
  self->created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  self->sender = g_strdup (sender);
  self->source = g_strdup (source);
  return self;
}

static void
manifest_clear (gpointer data)
{
  BaryManifest *self = data;

  g_free (self->id);
  g_free (self->kind);
  g_free (self->created);
  g_free (self->sender);
  g_free (self->sender_id);
  g_free (self->centre);
  g_free (self->key);
  g_free (self->addressee);
  g_free (self->addressee_id);
  g_free (self->source);
  g_free (self->subject);
  g_free (self->former_key);
  g_free (self->voucher);
  g_free (self->digest);
  g_clear_pointer (&self->answer, answer_free);
  g_clear_pointer (&self->signer, bary_key_free);
  g_ptr_array_unref (self->replicas);
  g_ptr_array_unref (self->omissions);
  g_ptr_array_unref (self->remarks);
}

BaryManifest *
bary_manifest_ref (BaryManifest *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bary_manifest_unref (BaryManifest *self)
{
  g_atomic_rc_box_release_full (self, manifest_clear);
}

void
bary_manifest_set_signer (BaryManifest  *self,
                          const BaryKey *key)
{
  g_clear_pointer (&self->signer, bary_key_free);
  g_free (self->key);
  self->signer = bary_key_copy (key);
  self->key = bary_key_dup_public (key);
}

void
bary_manifest_add_remark (BaryManifest *self,
                          const char   *record,
                          const char   *text)
{
  BaryPackageRemark *remark = g_new0 (BaryPackageRemark, 1);

  remark->record = g_strdup (record);
  remark->text = g_strdup (text);
  g_ptr_array_add (self->remarks, remark);
}

void
bary_manifest_add_omission (BaryManifest *self,
                            const char   *kind,
                            const char   *field)
{
  BaryPackageOmission *omission = g_new0 (BaryPackageOmission, 1);

  omission->kind = g_strdup (kind);
  omission->field = g_strdup (field);
  g_ptr_array_add (self->omissions, omission);
}

gboolean
bary_manifest_omits (const BaryManifest *self,
                     const char         *kind,
                     const char         *field)
{
  for (guint i = 0; i < self->omissions->len; i++)
    {
      const BaryPackageOmission *omission = self->omissions->pdata[i];

      if (g_str_equal (omission->kind, kind) && g_str_equal (omission->field, field))
        return TRUE;
    }
  return FALSE;
}

void
bary_manifest_mask_omissions (const BaryManifest *self,
                              guint64            *masks)
{
  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);

      masks[kind] = 0;
      for (guint i = 0; self->omissions->len > 0 && i < info->n_fields; i++)
        if (bary_manifest_omits (self, info->name, info->fields[i].name))
          masks[kind] |= G_GUINT64_CONSTANT (1) << i;
    }
}

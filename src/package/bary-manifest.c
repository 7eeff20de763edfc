#include "bary-manifest.h"

#include "bary-id.h"

static void
remark_free (gpointer data)
{
  BaryPackageRemark *remark = data;

  g_free (remark->record);
  g_free (remark->text);
  g_free (remark);
}

BaryManifest *
bary_manifest_new (void)
{
  BaryManifest *self = g_new0 (BaryManifest, 1);

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

void
bary_manifest_free (BaryManifest *self)
{
  g_free (self->id);
  g_free (self->kind);
  g_free (self->created);
  g_free (self->sender);
  g_free (self->source);
  g_ptr_array_unref (self->remarks);
  g_free (self);
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

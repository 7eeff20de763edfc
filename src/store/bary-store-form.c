#include "bary-store-form.h"

#include "bary-kinds.h"
#include "bary-store-revision.h"

#include <stdlib.h>

/* Returns: (transfer full) (nullable): a text of what is referred to. */
static char *
dup_target (BaryStore  *store,
            BaryKind    kind,
            const char *id,
            const char *field)
{
  g_autoptr (BaryRecord) target = id != NULL ? bary_store_get (store, kind, id, NULL) : NULL;

  return target != NULL ? g_strdup (bary_record_get_text (target, field)) : NULL;
}

static gboolean
read_cluster (BaryStore     *store,
              const char    *id,
              BaryPlanForm  *form,
              GError       **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (store, BARY_KIND_CLUSTER, id, error);
  BaryCluster *cluster;

  if (record == NULL)
    return FALSE;

  cluster = BARY_CLUSTER (record);
  form->cluster = g_strdup (cluster->name);
  form->programme = g_strdup (cluster->full_name);
  form->host = dup_target (store, BARY_KIND_ORGANISATION, cluster->base_site, "name");
  return TRUE;
}

static gboolean
read_approvals (BaryStore     *store,
                BaryRecord    *revision,
                BaryPlanForm  *form,
                GError       **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPROVAL);
  g_autoptr (GPtrArray) approvals = NULL;

  bary_query_where (query, "revision", bary_record_get_id (revision));
  bary_query_sort (query, "decided_on", FALSE);
  approvals = bary_store_select (store, query, error);
  for (guint i = 0; approvals != NULL && i < approvals->len; i++)
    {
      BaryApproval *approval = approvals->pdata[i];
      gboolean agreed = g_strcmp0 (approval->decision, "agreed") == 0;
      char *name = dup_target (store, BARY_KIND_ORGANISATION, approval->organisation, "name");

      g_ptr_array_add (form->agreed, name != NULL ? name : g_strdup (""));
      g_ptr_array_add (form->agreed_on, g_strdup (agreed ? approval->decided_on : ""));
    }
  return approvals != NULL;
}

static gboolean
read_revision (BaryStore     *store,
               BaryRecord    *roadmap,
               BaryPlanForm  *form,
               GError       **error)
{
  g_autoptr (GPtrArray) revisions = bary_store_list_revisions (store, roadmap, error);
  BaryRecord *standing = revisions != NULL ? bary_revision_find_standing (revisions) : NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (standing == NULL)
    return revisions != NULL;

  lines = bary_store_read_revision_lines (store, standing, error);
  if (lines == NULL)
    return FALSE;
  g_ptr_array_unref (form->approved_lines);
  form->approved_lines = g_steal_pointer (&lines);
  form->revision = (guint) atoi (BARY_REVISION (standing)->number);
  form->approved_by = g_strdup (BARY_REVISION (standing)->approved_by);
  form->approved_on = g_strdup (BARY_REVISION (standing)->approved_on);
  return read_approvals (store, standing, form, error);
}

BaryPlanForm *
bary_store_read_form (BaryStore   *store,
                      BaryRecord  *roadmap,
                      GError     **error)
{
  g_autoptr (BaryPlanForm) form = bary_plan_form_new (atoi (BARY_ROADMAP (roadmap)->school_year));
  g_autoptr (GPtrArray) lines = bary_store_read_plan_lines_all (store, roadmap, error);

  if (lines == NULL || !read_cluster (store, BARY_ROADMAP (roadmap)->cluster, form, error) ||
      !read_revision (store, roadmap, form, error))
    return NULL;

  g_ptr_array_unref (form->lines);
  form->lines = g_steal_pointer (&lines);
  form->title = g_strdup (BARY_ROADMAP (roadmap)->name);
  form->goal = g_strdup (BARY_ROADMAP (roadmap)->goal);
  return g_steal_pointer (&form);
}

GPtrArray *
bary_store_read_forms (BaryStore   *store,
                       int          school_year,
                       const char  *cluster,
                       GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autofree char *year = g_strdup_printf ("%d", school_year);
  g_autoptr (GPtrArray) roadmaps = NULL;
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_plan_form_free);

  bary_query_where (query, "school_year", year);
  if (cluster != NULL)
    bary_query_where (query, "cluster", cluster);
  bary_query_sort (query, "cluster", FALSE);
  roadmaps = bary_store_select (store, query, error);
  if (roadmaps == NULL)
    return NULL;

  for (guint i = 0; i < roadmaps->len; i++)
    {
      BaryPlanForm *form = bary_store_read_form (store, roadmaps->pdata[i], error);

      if (form == NULL)
        return NULL;
      g_ptr_array_add (forms, form);
    }
  return g_steal_pointer (&forms);
}

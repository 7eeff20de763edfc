#include "bary-cluster-edit.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

static gboolean
began_before (BaryMembership *membership,
              const char     *day)
{
  return membership->from == NULL || g_strcmp0 (membership->from, day) < 0;
}

gboolean
bary_cluster_edit_move (BaryChanges    *changes,
                        BaryMembership *membership,
                        const char     *group,
                        const char     *day)
{
  g_autoptr (BaryRecord) next = NULL;
  g_autofree char *eve = bary_date_add_days (day, -1);

  if (g_strcmp0 (membership->group, group) == 0)
    return FALSE;

  if (!began_before (membership, day))
    {
      bary_changes_set (changes, BARY_RECORD (membership), "group", group);
      return TRUE;
    }

  next = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  bary_record_set_all (next, "cluster", membership->cluster, "organisation", membership->organisation, "group", group,
                       "role", membership->role, "from", day, "to", membership->to,
                       "leaving_reason", membership->leaving_reason, NULL);
  bary_changes_set (changes, BARY_RECORD (membership), "to", eve);
  if (membership->leaving_reason != NULL)
    bary_changes_set (changes, BARY_RECORD (membership), "leaving_reason", NULL);
  bary_changes_add (changes, next);
  return TRUE;
}

void
bary_cluster_edit_remove (BaryChanges    *changes,
                          BaryMembership *membership,
                          const char     *day,
                          const char     *reason)
{
  g_autofree char *eve = bary_date_add_days (day, -1);

  if (!began_before (membership, day))
    {
      bary_changes_remove (changes, BARY_RECORD (membership));
      return;
    }
  bary_changes_set (changes, BARY_RECORD (membership), "to", eve);
  bary_changes_set (changes, BARY_RECORD (membership), "leaving_reason", reason);
}

gboolean
bary_cluster_edit_add (BaryChanges *changes,
                       GPtrArray   *memberships,
                       const char  *cluster,
                       const char  *organisation,
                       const char  *group,
                       const char  *day)
{
  g_autoptr (BaryRecord) record = NULL;
  const char *until = NULL;

  for (guint i = 0; i < memberships->len; i++)
    {
      BaryMembership *it = memberships->pdata[i];

      if (g_strcmp0 (it->organisation, organisation) != 0)
        continue;
      if (bary_range_covers (it->from, it->to, day))
        return FALSE;
      if (it->from != NULL && g_strcmp0 (it->from, day) > 0 && (until == NULL || g_strcmp0 (it->from, until) < 0))
        until = it->from;
    }

  record = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);
  bary_record_set_all (record, "cluster", cluster, "organisation", organisation, "group", group, "from", day, NULL);
  if (until != NULL)
    {
      g_autofree char *eve = bary_date_add_days (until, -1);

      bary_record_set_all (record, "to", eve, NULL);
    }
  bary_changes_add (changes, record);
  return TRUE;
}

typedef struct {
  const char *name;
  const char *arrangement;
  struct {
    const char *name, *full_name;
  } groups[6];
} StandardScheme;

static const StandardScheme standard_schemes[] = {
  { N_("Barycenter and groups A–D"), "groups",
    { { N_("A"), N_("Reference schools") }, { N_("B"), N_("Information and methodical support") },
      { N_("C"), N_("Scientific and methodical support") }, { N_("D"), N_("Social partnership") } } },
  { N_("Three levels of the network"), "levels",
    { { "1", N_("Network innovation centre") }, { "2", N_("Partner institutions (agents of the network)") },
      { "3", N_("Partner sites") } } },
  { N_("Five levels"), "levels",
    { { "1", N_("School community") }, { "2", N_("Cooperation of schools") }, { "3", N_("District environment") },
      { "4", N_("Cooperation of districts") }, { "5", N_("Regional support") } } },
};

BaryRecord *
bary_cluster_edit_add_standard_schemes (BaryChanges *changes)
{
  BaryRecord *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (standard_schemes); i++)
    {
      const StandardScheme *standard = &standard_schemes[i];
      g_autoptr (BaryRecord) scheme = bary_record_new (BARY_KIND_SCHEME, NULL);

      bary_record_set_all (scheme, "name", _(standard->name), "arrangement", standard->arrangement, NULL);
      bary_changes_add (changes, scheme);
      if (first == NULL)
        first = scheme;
      for (guint j = 0; standard->groups[j].name != NULL; j++)
        {
          g_autoptr (BaryRecord) group = bary_record_new (BARY_KIND_GROUP, NULL);
          g_autofree char *ordinal = g_strdup_printf ("%u", j + 1);

          bary_record_set_all (group, "scheme", bary_record_get_id (scheme), "name", _(standard->groups[j].name),
                               "full_name", _(standard->groups[j].full_name), "ordinal", ordinal, NULL);
          bary_changes_add (changes, group);
        }
    }
  return first;
}

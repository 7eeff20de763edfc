#include "bary-test-import.h"

#include "bary-search.h"

BaryRecord *
town_add (Town       *town,
          BaryKind    kind,
          const char *name)
{
  BaryRecord *record = bary_record_new (kind, NULL);

  if (name != NULL)
    bary_record_set_all (record, "name", name, NULL);
  g_ptr_array_add (town->records, record);
  return record;
}

void
town_init (Town *town)
{
  town->records = g_ptr_array_new_with_free_func (g_object_unref);
  town->centre = town_add (town, BARY_KIND_CENTRE, "ИМЦ");
  town->school = town_add (town, BARY_KIND_ORGANISATION, "Школа № 1");
  town->garden = town_add (town, BARY_KIND_ORGANISATION, "Детский сад № 2");
  town->scheme = town_add (town, BARY_KIND_SCHEME, "А–Г");
  town->group = town_add (town, BARY_KIND_GROUP, "А");
  town->cluster = town_add (town, BARY_KIND_CLUSTER, "Кластер");
  town->membership = town_add (town, BARY_KIND_MEMBERSHIP, NULL);

  bary_record_set_all (town->school, "kind", "school", "centre", bary_record_get_id (town->centre), "phone", "11-22-33", NULL);
  bary_record_set_all (town->garden, "kind", "kindergarten", "centre", bary_record_get_id (town->centre), NULL);
  bary_record_set_all (town->scheme, "arrangement", "groups", NULL);
  bary_record_set_all (town->group, "scheme", bary_record_get_id (town->scheme), "ordinal", "1", NULL);
  bary_record_set_all (town->cluster, "scheme", bary_record_get_id (town->scheme), NULL);
  bary_record_set_all (town->membership, "cluster", bary_record_get_id (town->cluster),
                       "organisation", bary_record_get_id (town->school), "group", bary_record_get_id (town->group),
                       "from", "2024-09-01", NULL);
}

void
town_clear (Town *town)
{
  g_ptr_array_unref (town->records);
}

void
town_set_up (TownFixture   *fixture,
             gconstpointer  data)
{
  test_set_up (&fixture->base, data);
  town_init (&fixture->town);
}

void
town_tear_down (TownFixture   *fixture,
                gconstpointer  data)
{
  bary_import_report_clear (&fixture->report);
  town_clear (&fixture->town);
  test_tear_down (&fixture->base, data);
}

gboolean
import_with (TownFixture      *fixture,
             BaryImportFlags   flags,
             GError          **error)
{
  g_autoptr (BaryRecordSource) source = test_source_new (fixture->town.records);

  bary_import_report_clear (&fixture->report);
  return bary_store_import (fixture->base.store, "Import %s", "town", source, flags, NULL, &fixture->report, NULL, error);
}

void
import_town (TownFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  import_with (fixture, BARY_IMPORT_FLAGS_NONE, &error);
  g_assert_no_error (error);
}

void
assert_counts (TownFixture *fixture,
               guint        added,
               guint        changed,
               guint        same,
               guint        conflicts)
{
  g_assert_cmpuint (fixture->report.added, ==, added);
  g_assert_cmpuint (fixture->report.changed, ==, changed);
  g_assert_cmpuint (fixture->report.same, ==, same);
  g_assert_cmpuint (fixture->report.conflicts, ==, conflicts);
  g_assert_cmpuint (fixture->report.refused, ==, 0);
}

void
edit (TownFixture *fixture,
      BaryRecord  *record,
      const char  *field,
      const char  *value)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;

  bary_changes_set (changes, record, field, value);
  bary_store_commit (fixture->base.store, "Edit", NULL, changes, &error);
  g_assert_no_error (error);
}

void
assert_value (TownFixture *fixture,
              BaryRecord  *record,
              const char  *field,
              const char  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) live = bary_store_get (fixture->base.store, bary_record_get_kind (record), bary_record_get_id (record), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bary_record_get_text (live, field), ==, expected);
}

guint
count_hits (TownFixture *fixture,
            const char  *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = bary_store_search (fixture->base.store, words, 100, &error);

  g_assert_no_error (error);
  return hits->len;
}

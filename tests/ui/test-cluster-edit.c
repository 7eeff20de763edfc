#include "bary-cluster-edit.h"

#define DAY "2025-09-01"
#define EVE "2025-08-31"

static BaryMembership *
make_membership (const char *from,
                 const char *to)
{
  BaryRecord *record = bary_record_new (BARY_KIND_MEMBERSHIP, NULL);

  bary_record_set_all (record, "cluster", "cluster", "organisation", "organisation", "group", "a", "role", "host",
                       "from", from, "to", to, NULL);
  return BARY_MEMBERSHIP (record);
}

static const char *
find_set (BaryChanges *changes,
          const char  *field)
{
  for (guint i = 0; i < bary_changes_get_length (changes); i++)
    {
      const BaryChange *change = bary_changes_get (changes, i);

      if (change->operation == BARY_CHANGE_SET && g_str_equal (change->field->name, field))
        return change->value;
    }
  return "not set";
}

static BaryMembership *
find_added (BaryChanges *changes)
{
  for (guint i = 0; i < bary_changes_get_length (changes); i++)
    if (bary_changes_get (changes, i)->operation == BARY_CHANGE_ADD)
      return BARY_MEMBERSHIP (bary_changes_get (changes, i)->record);
  return NULL;
}

/* What was before the day stays; the new membership takes over the rest. */
static void
test_move_later (void)
{
  const char *const froms[] = { NULL, "2020-09-01", EVE };

  for (guint i = 0; i < G_N_ELEMENTS (froms); i++)
    {
      g_autoptr (BaryMembership) membership = make_membership (froms[i], "2027-05-31");
      g_autoptr (BaryChanges) changes = bary_changes_new ();
      BaryMembership *added;

      g_assert_true (bary_cluster_edit_move (changes, membership, "b", DAY));
      g_assert_cmpstr (find_set (changes, "to"), ==, EVE);
      g_assert_cmpstr (find_set (changes, "group"), ==, "not set");
      added = find_added (changes);
      g_assert_nonnull (added);
      g_assert_cmpstr (added->group, ==, "b");
      g_assert_cmpstr (added->from, ==, DAY);
      g_assert_cmpstr (added->to, ==, "2027-05-31");
      g_assert_cmpstr (added->role, ==, "host");
      g_assert_cmpstr (added->organisation, ==, "organisation");
    }
}

static void
test_move_on_its_first_day (void)
{
  g_autoptr (BaryMembership) membership = make_membership (DAY, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  g_assert_true (bary_cluster_edit_move (changes, membership, "b", DAY));
  g_assert_cmpuint (bary_changes_get_length (changes), ==, 1);
  g_assert_cmpstr (find_set (changes, "group"), ==, "b");
}

static void
test_move_nowhere (void)
{
  g_autoptr (BaryMembership) membership = make_membership (NULL, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  g_assert_false (bary_cluster_edit_move (changes, membership, "a", DAY));
  g_assert_cmpuint (bary_changes_get_length (changes), ==, 0);
}

static void
test_remove (void)
{
  g_autoptr (BaryMembership) earlier = make_membership ("2020-09-01", NULL);
  g_autoptr (BaryMembership) same_day = make_membership (DAY, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryChanges) others = bary_changes_new ();

  bary_cluster_edit_remove (changes, earlier, DAY, "closed");
  g_assert_cmpstr (find_set (changes, "to"), ==, EVE);
  g_assert_cmpstr (find_set (changes, "leaving_reason"), ==, "closed");

  /* What began on the day itself has never been true. */
  bary_cluster_edit_remove (others, same_day, DAY, "closed");
  g_assert_cmpuint (bary_changes_get_length (others), ==, 1);
  g_assert_cmpint (bary_changes_get (others, 0)->operation, ==, BARY_CHANGE_REMOVE);
}

static void
test_add (void)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryChanges) refused = bary_changes_new ();

  g_ptr_array_add (memberships, make_membership ("2020-09-01", "2021-05-31"));
  g_ptr_array_add (memberships, make_membership ("2026-09-01", NULL));
  g_assert_true (bary_cluster_edit_add (changes, memberships, "cluster", "organisation", "b", DAY));
  g_assert_cmpstr (find_added (changes)->from, ==, DAY);
  /* It ends where a later membership begins. */
  g_assert_cmpstr (find_added (changes)->to, ==, "2026-08-31");

  g_assert_false (bary_cluster_edit_add (refused, memberships, "cluster", "organisation", "b", "2026-09-01"));
  g_assert_cmpuint (bary_changes_get_length (refused), ==, 0);
}

static void
test_standard_schemes (void)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  guint schemes = 0, groups = 0;

  bary_cluster_edit_add_standard_schemes (changes);
  for (guint i = 0; i < bary_changes_get_length (changes); i++)
    {
      BaryRecord *record = bary_changes_get (changes, i)->record;
      g_autoptr (GError) error = NULL;

      bary_record_validate (record, &error);
      g_assert_no_error (error);
      schemes += bary_record_get_kind (record) == BARY_KIND_SCHEME;
      groups += bary_record_get_kind (record) == BARY_KIND_GROUP;
    }
  g_assert_cmpuint (schemes, ==, 3);
  g_assert_cmpuint (groups, ==, 4 + 3 + 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cluster-edit/move-later", test_move_later);
  g_test_add_func ("/cluster-edit/move-on-its-first-day", test_move_on_its_first_day);
  g_test_add_func ("/cluster-edit/move-nowhere", test_move_nowhere);
  g_test_add_func ("/cluster-edit/remove", test_remove);
  g_test_add_func ("/cluster-edit/add", test_add);
  g_test_add_func ("/cluster-edit/standard-schemes", test_standard_schemes);
  return g_test_run ();
}

#include "bary-edit-merge.h"

/* Two replicas, A and B, and two fields. */

static const char *const old_values[] = { "old", "here" };
static const char *const a_values[] = { "from A", NULL };
static const char *const b_values[] = { "from B", NULL };

static const BaryEdit added = { "A", 10, 0, "Анна", FALSE, 3, old_values };
static const BaryEdit by_a = { "A", 20, 0, "Анна", FALSE, 1, a_values };
static const BaryEdit by_b = { "B", 21, 0, "Борис", FALSE, 1, b_values };
static const BaryEdit like_a = { "B", 22, 0, "Борис", FALSE, 1, a_values };
static const BaryEdit decided = { "B", 40, 0, "Борис", FALSE, 1, b_values };
static const BaryEdit removed_by_b = { "B", 21, 0, "Борис", TRUE, 0, NULL };
static const BaryEdit removed_later = { "B", 41, 0, "Борис", TRUE, 0, NULL };

/* B knew what A had added; at 30 it has heard of all that A did up to 20. */
static BaryKnowledge *
make_knowledge (void)
{
  BaryKnowledge *knowledge = bary_knowledge_new ();

  bary_knowledge_add (knowledge, "B", 30, "A", 20);
  bary_knowledge_add (knowledge, "B", 15, "A", 10);
  return knowledge;
}

static GPtrArray *
make_edits (const BaryEdit *first,
            const BaryEdit *second,
            const BaryEdit *third)
{
  GPtrArray *edits = g_ptr_array_new ();

  g_ptr_array_add (edits, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (edits, (gpointer) second);
  if (third != NULL)
    g_ptr_array_add (edits, (gpointer) third);
  return edits;
}

static void
assert_heads (GPtrArray  *edits,
              const char *first,
              const char *second)
{
  g_autoptr (BaryKnowledge) knowledge = make_knowledge ();
  g_autoptr (GPtrArray) heads = bary_edits_find_heads (edits, 0, knowledge);

  g_assert_cmpuint (heads->len, ==, second != NULL ? 2 : 1);
  g_assert_cmpstr (((const BaryEdit *) heads->pdata[0])->values[0], ==, first);
  if (second != NULL)
    g_assert_cmpstr (((const BaryEdit *) heads->pdata[1])->values[0], ==, second);
}

static void
test_knowledge (void)
{
  g_autoptr (BaryKnowledge) knowledge = make_knowledge ();

  g_assert_cmpint (bary_knowledge_get (knowledge, "B", 14, "A"), ==, 0);
  g_assert_cmpint (bary_knowledge_get (knowledge, "B", 15, "A"), ==, 10);
  g_assert_cmpint (bary_knowledge_get (knowledge, "B", 29, "A"), ==, 10);
  g_assert_cmpint (bary_knowledge_get (knowledge, "B", 30, "A"), ==, 20);
  g_assert_cmpint (bary_knowledge_get (knowledge, "B", 30, "C"), ==, 0);
  g_assert_cmpint (bary_knowledge_get (knowledge, "A", 20, "A"), ==, 19);
}

static void
test_newer (void)
{
  g_autoptr (GPtrArray) edits = make_edits (&by_a, &added, NULL);

  assert_heads (edits, "from A", NULL);
}

static void
test_concurrent (void)
{
  g_autoptr (GPtrArray) different = make_edits (&by_b, &added, &by_a);
  g_autoptr (GPtrArray) equal = make_edits (&like_a, &by_a, &added);

  assert_heads (different, "from A", "from B");
  assert_heads (equal, "from A", NULL);
}

static void
test_decision (void)
{
  g_autoptr (GPtrArray) edits = make_edits (&decided, &by_a, &by_b);

  assert_heads (edits, "from B", NULL);
}

static void
test_removal (void)
{
  g_autoptr (BaryKnowledge) knowledge = make_knowledge ();
  g_autoptr (GPtrArray) known = make_edits (&added, &removed_by_b, NULL);
  g_autoptr (GPtrArray) edited = make_edits (&added, &by_a, &removed_by_b);
  g_autoptr (GPtrArray) later = make_edits (&added, &by_a, &removed_later);
  g_autoptr (GPtrArray) revived = make_edits (&added, &removed_by_b, &decided);

  g_assert_cmpint (bary_edits_get_presence (known, knowledge), ==, BARY_PRESENCE_GONE);
  g_assert_cmpint (bary_edits_get_presence (edited, knowledge), ==, BARY_PRESENCE_DISPUTED);
  g_assert_cmpint (bary_edits_get_presence (later, knowledge), ==, BARY_PRESENCE_GONE);
  g_assert_cmpint (bary_edits_get_presence (revived, knowledge), ==, BARY_PRESENCE_THERE);
}

static void
assert_base (GPtrArray  *edits,
             const char *value)
{
  g_autoptr (BaryKnowledge) knowledge = make_knowledge ();
  g_autoptr (GPtrArray) heads = bary_edits_find_heads (edits, 0, knowledge);
  const BaryEdit *base = bary_edits_find_base (edits, 0, heads, knowledge);

  g_assert_cmpstr (base != NULL ? base->values[0] : NULL, ==, value);
}

static void
test_base (void)
{
  g_autoptr (GPtrArray) concurrent = make_edits (&by_b, &added, &by_a);
  g_autoptr (GPtrArray) decision = make_edits (&decided, &added, &by_a);
  g_autoptr (GPtrArray) without = make_edits (&by_a, &by_b, NULL);

  assert_base (concurrent, "old");
  assert_base (decision, "from A");
  assert_base (without, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-merge/knowledge", test_knowledge);
  g_test_add_func ("/edit-merge/newer", test_newer);
  g_test_add_func ("/edit-merge/concurrent", test_concurrent);
  g_test_add_func ("/edit-merge/decision", test_decision);
  g_test_add_func ("/edit-merge/removal", test_removal);
  g_test_add_func ("/edit-merge/base", test_base);
  return g_test_run ();
}

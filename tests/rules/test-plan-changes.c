#include "bary-plan-changes.h"

static void
add (GPtrArray  *lines,
     const char *event,
     const char *dates)
{
  BaryPlanLine *line = bary_plan_lines_add (lines, event);

  line->name = g_strconcat ("Мероприятие ", event, NULL);
  line->dates = g_strdup (dates);
}

/* One word per change: "+a" new, "-b" gone, "c" differs. */
static char *
describe (GArray *changes)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const BaryPlanChange *change = &g_array_index (changes, BaryPlanChange, i);

      g_string_append_printf (words, "%s%s%s", i > 0 ? " " : "",
                              change->was == NULL ? "+" : change->now == NULL ? "-" : "",
                              change->now != NULL ? change->now->event : change->was->event);
    }
  return g_string_free (words, FALSE);
}

static void
test_nothing_differs (void)
{
  g_autoptr (GPtrArray) was = bary_plan_lines_new ();
  g_autoptr (GPtrArray) now = bary_plan_lines_new ();
  g_autoptr (GArray) changes = NULL;

  add (was, "a", "12 мая");
  add (was, "b", "ноябрь");
  add (now, "b", "ноябрь");
  add (now, "a", "12 мая");
  changes = bary_plan_changes_new (was, now);
  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_order_and_kinds (void)
{
  g_autoptr (GPtrArray) was = bary_plan_lines_new ();
  g_autoptr (GPtrArray) now = bary_plan_lines_new ();
  g_autoptr (GArray) changes = NULL;
  g_autofree char *words = NULL;

  for (const char *event = "pabcd"; *event != '\0'; event++)
    add (was, (char[]) { *event, '\0' }, "12 мая");
  add (now, "a", "12 мая");
  add (now, "n", "1 июня");
  add (now, "d", "19 мая");
  changes = bary_plan_changes_new (was, now);
  words = describe (changes);
  g_assert_cmpstr (words, ==, "-p -b -c +n d");
  g_assert_cmpint (g_array_index (changes, BaryPlanChange, 4).fields, ==, BARY_PLAN_CHANGE_DATES);
}

static void
test_every_field_is_compared (void)
{
  const gsize offsets[] = {
    G_STRUCT_OFFSET (BaryPlanLine, section), G_STRUCT_OFFSET (BaryPlanLine, number), G_STRUCT_OFFSET (BaryPlanLine, name),
    G_STRUCT_OFFSET (BaryPlanLine, dates), G_STRUCT_OFFSET (BaryPlanLine, audience), G_STRUCT_OFFSET (BaryPlanLine, result),
  };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      g_autoptr (GPtrArray) was = bary_plan_lines_new ();
      g_autoptr (GPtrArray) now = bary_plan_lines_new ();
      g_autoptr (GArray) changes = NULL;
      char **text;

      add (was, "a", "12 мая");
      add (now, "a", "12 мая");
      text = &G_STRUCT_MEMBER (char *, now->pdata[0], offsets[i]);
      g_free (*text);
      *text = g_strdup ("иначе");
      changes = bary_plan_changes_new (was, now);
      g_assert_cmpuint (changes->len, ==, 1);
      g_assert_cmpint (g_array_index (changes, BaryPlanChange, 0).fields, ==, 1 << i);
    }
}

/* Whatever is taken out, put in and changed, each event stands in the list once, with the verdict that is true of it. */
static void
test_random_plans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) was = bary_plan_lines_new ();
      g_autoptr (GPtrArray) now = bary_plan_lines_new ();
      g_autoptr (GArray) changes = NULL;
      guint expected = 0;

      for (guint i = 0; i < 26; i++)
        {
          const char event[] = { 'a' + i, '\0' };
          gboolean in_was = g_rand_boolean (rand), in_now = g_rand_boolean (rand), moved = g_rand_boolean (rand);

          if (in_was)
            add (was, event, "12 мая");
          if (in_now)
            add (now, event, moved ? "19 мая" : "12 мая");
          expected += in_was != in_now || (in_was && in_now && moved);
        }
      changes = bary_plan_changes_new (was, now);
      g_assert_cmpuint (changes->len, ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-changes/nothing-differs", test_nothing_differs);
  g_test_add_func ("/plan-changes/order-and-kinds", test_order_and_kinds);
  g_test_add_func ("/plan-changes/every-field-is-compared", test_every_field_is_compared);
  g_test_add_func ("/plan-changes/random-plans", test_random_plans);

  return g_test_run ();
}

#include "bary-test-store.h"

#include <string.h>

#define N_STEPS 700

/* What the records must be after every step: states hold the records of a moment, one state per action
 * that can be undone, and `now` is the one we stand on. */
typedef struct {
  GPtrArray *states; /* of GHashTable: id -> BaryRecord */
  guint      now;
} Model;

static GHashTable *
state_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static GHashTable *
state_copy (GHashTable *state)
{
  GHashTable *copy = state_new ();
  GHashTableIter iter;
  gpointer id, record;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, &id, &record))
    g_hash_table_insert (copy, g_strdup (id), g_object_ref (record));
  return copy;
}

static GHashTable *
model_now (Model *model)
{
  return model->states->pdata[model->now];
}

static void
model_push (Model      *model,
            GHashTable *state)
{
  g_ptr_array_set_size (model->states, model->now + 1);
  g_ptr_array_add (model->states, g_hash_table_ref (state));
  model->now++;
}

/* The store against the model */

static void
assert_same (BaryStore  *store,
             GHashTable *state)
{
  guint n = 0;

  for (guint kind = 0; kind < BARY_N_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BaryQuery) query = bary_query_new (kind);
      g_autoptr (GPtrArray) records = bary_store_select (store, query, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < records->len; i++)
        {
          BaryRecord *expected = g_hash_table_lookup (state, bary_record_get_id (records->pdata[i]));

          g_assert_nonnull (expected);
          g_assert_true (bary_record_equals (records->pdata[i], expected));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (state));
}

/* Random changes */

static BaryRecord *
pick (GHashTable *state,
      BaryKind    kind)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, state);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (bary_record_get_kind (record) == kind)
      g_ptr_array_add (found, record);

  return found->len > 0 ? found->pdata[g_test_rand_int_range (0, found->len)] : NULL;
}

static char *
make_value (const BaryField *field,
            GHashTable      *state)
{
  BaryRecord *target;
  guint n = 0;

  switch (field->type)
    {
    case BARY_FIELD_INTEGER: return g_strdup_printf ("%d", g_test_rand_int_range (0, 1000000));
    case BARY_FIELD_NUMBER: return g_strdup_printf ("-%d.%d", g_test_rand_int_range (0, 1000000), g_test_rand_int_range (1, 10));
    case BARY_FIELD_TIME: return g_strdup_printf ("%02d:30", g_test_rand_int_range (0, 24));
    case BARY_FIELD_PERIOD: return g_strdup_printf ("%d мая", g_test_rand_int_range (1, 32));
    case BARY_FIELD_DATE: return g_strdup_printf ("20%02d-%02d-01", g_test_rand_int_range (10, 40), g_test_rand_int_range (1, 13));
    case BARY_FIELD_CHOICE:
      while (field->choices[n].word != NULL)
        n++;
      return g_strdup (field->choices[g_test_rand_int_range (0, n)].word);
    case BARY_FIELD_REFERENCE:
      target = pick (state, field->target);
      return target != NULL ? g_strdup (bary_record_get_id (target)) : NULL;
    case BARY_FIELD_PHONE: return g_strdup_printf ("730-%04d", g_test_rand_int_range (0, 10000));
    case BARY_FIELD_EMAIL: return g_strdup_printf ("a%d@mail.ru", g_test_rand_int_range (0, 100));
    case BARY_FIELD_SITE: return g_strdup_printf ("school%d.ru", g_test_rand_int_range (0, 100));
    default: return g_strdup_printf ("«Ёлка» \"%d\" \\ ', %%s", g_test_rand_int_range (0, 1000));
    }
}

static gboolean
can_be (BaryKind    kind,
        GHashTable *state)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & BARY_FIELD_REQUIRED) && info->fields[i].type == BARY_FIELD_REFERENCE &&
        pick (state, info->fields[i].target) == NULL)
      return FALSE;

  return TRUE;
}

/* Mostly something that can be, because what it must refer to is there. */
static BaryKind
pick_kind (GHashTable *state)
{
  gboolean any = g_test_rand_int_range (0, 10) == 0;
  BaryKind kind;

  do
    kind = g_test_rand_int_range (0, BARY_N_KINDS);
  while (!any && !can_be (kind, state));
  return kind;
}

static void
add_something (BaryChanges *changes,
               GHashTable  *state)
{
  BaryKind kind = pick_kind (state);
  const BaryKindInfo *info = bary_kind_get_info (kind);
  BaryRecord *record = bary_record_new (kind, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & BARY_FIELD_REQUIRED) || g_test_rand_int_range (0, 3) == 0)
      {
        g_autofree char *value = make_value (&info->fields[i], state);

        bary_record_set (record, &info->fields[i], value);
      }

  bary_changes_add (changes, record);
  g_hash_table_insert (state, g_strdup (bary_record_get_id (record)), record);
}

static void
set_something (BaryChanges *changes,
               GHashTable  *state,
               BaryRecord  *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  const BaryField *field = &info->fields[g_test_rand_int_range (0, info->n_fields)];
  g_autofree char *value = g_test_rand_int_range (0, 5) > 0 ? make_value (field, state) : NULL;
  BaryRecord *after = bary_record_copy (record);

  bary_changes_set (changes, record, field->name, value);
  bary_record_set (after, field, value);
  g_hash_table_insert (state, g_strdup (bary_record_get_id (record)), after);
}

static void
change_something (BaryChanges *changes,
                  GHashTable  *state)
{
  BaryRecord *record = pick (state, g_test_rand_int_range (0, BARY_N_KINDS));
  int what = g_test_rand_int_range (0, 20);

  if (record == NULL || what < 8)
    add_something (changes, state);
  else if (what < 16)
    set_something (changes, state, record);
  else
    {
      bary_changes_remove (changes, record);
      g_hash_table_remove (state, bary_record_get_id (record));
    }
}

/* A refusal is welcome: then nothing may have changed. Returns: whether it was accepted. */
static gboolean
edit (BaryStore *store,
      Model     *model)
{
  g_autoptr (GHashTable) state = state_copy (model_now (model));
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  gint64 last = test_get_last_action (store);
  int n = g_test_rand_int_range (1, 5);

  while (n-- > 0)
    change_something (changes, state);

  if (!bary_store_commit (store, "Change %s", "it", changes, &error))
    {
      g_assert_true (error->domain == BARY_RECORD_ERROR || g_error_matches (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED));
      g_assert_cmpint (test_get_last_action (store), ==, last);
      return FALSE;
    }
  g_assert_no_error (error);
  if (test_get_last_action (store) != last)
    model_push (model, state);
  return TRUE;
}

static void
turn (BaryStore *store,
      Model     *model,
      gboolean   back)
{
  gboolean possible = back ? model->now > 0 : model->now + 1 < model->states->len;
  g_autofree char *name = back ? bary_store_dup_undo_name (store) : bary_store_dup_redo_name (store);
  g_autoptr (GError) error = NULL;
  gboolean done = back ? bary_store_undo (store, &error) : bary_store_redo (store, &error);

  g_assert_cmpint (name != NULL, ==, possible);
  g_assert_cmpint (done, ==, possible);
  if (possible)
    model->now += back ? -1 : 1;
  else
    g_assert_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_NOT_FOUND);
}

static void
step (Fixture *fixture,
      Model   *model,
      guint   *accepted)
{
  int what = g_test_rand_int_range (0, 100);

  if (what < 60)
    *accepted += edit (fixture->store, model);
  else if (what < 82)
    turn (fixture->store, model, TRUE);
  else if (what < 96)
    turn (fixture->store, model, FALSE);
  else
    fixture_reopen (fixture);
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  Model model = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref), 0 };
  guint accepted = 0;

  g_ptr_array_add (model.states, state_new ());
  for (guint i = 0; i < N_STEPS; i++)
    {
      step (fixture, &model, &accepted);
      assert_same (fixture->store, model_now (&model));
      if (i % 100 == 99)
        test_assert_sound (fixture->store);
    }
  g_test_message ("%u of %u edits were accepted, %u records", accepted, N_STEPS * 6 / 10, g_hash_table_size (model_now (&model)));
  g_assert_cmpuint (accepted, >, N_STEPS / 10);
  g_ptr_array_unref (model.states);
}

/* All the way back to an empty database, and all the way forward again. */
static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  Model model = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref), 0 };

  g_ptr_array_add (model.states, state_new ());
  for (guint i = 0; i < 150; i++)
    edit (fixture->store, &model);
  while (model.now > 0)
    turn (fixture->store, &model, TRUE);
  turn (fixture->store, &model, TRUE);
  assert_same (fixture->store, model_now (&model));
  g_assert_cmpuint (g_hash_table_size (model_now (&model)), ==, 0);

  fixture_reopen (fixture);
  while (model.now + 1 < model.states->len)
    {
      turn (fixture->store, &model, FALSE);
      assert_same (fixture->store, model_now (&model));
    }
  turn (fixture->store, &model, FALSE);
  test_assert_sound (fixture->store);
  g_ptr_array_unref (model.states);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/random/steps", Fixture, NULL, fixture_set_up, test_random, fixture_tear_down);
  g_test_add ("/random/there-and-back", Fixture, NULL, fixture_set_up, test_there_and_back, fixture_tear_down);

  return g_test_run ();
}

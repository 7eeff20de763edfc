/* Run by test_form.py on a screen of its own. */

#include "bary-form.h"
#include "bary-kinds.h"

#include <glib/gstdio.h>

typedef struct {
  char        *path;
  BarySession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryStore) store = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bary-form-XXXXXX", &error);

  fixture->path = g_build_filename (folder, "centre.db", NULL);
  store = bary_store_open (fixture->path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  fixture->session = bary_session_new ();
  bary_session_set_store (fixture->session, store);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_object_unref (fixture->session);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_rmdir (folder);
  g_free (fixture->path);
}

/* The type of a row follows the type of its field. */
static void
assert_row (BaryForm        *form,
            const BaryField *field)
{
  BaryRow *row = bary_form_get_row (form, field->name);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, bary_field_get_label (field));
  if (field->type == BARY_FIELD_CHOICE)
    g_assert_true (ADW_IS_COMBO_ROW (row));
  else if (field->type == BARY_FIELD_REFERENCE)
    g_assert_true (ADW_IS_ACTION_ROW (row));
  else if (field->type != BARY_FIELD_LONG_TEXT)
    g_assert_true (ADW_IS_ENTRY_ROW (row));
}

static void
test_every_field (Fixture       *fixture,
                  gconstpointer  data)
{
  for (BaryKind kind = 0; kind < BARY_N_KINDS; kind++)
    {
      const BaryKindInfo *info = bary_kind_get_info (kind);
      g_autoptr (BaryRecord) record = bary_record_new (kind, NULL);
      g_autoptr (GtkWidget) form = g_object_ref_sink (bary_form_new (fixture->session, record, NULL));

      g_assert_true (bary_form_is_new (BARY_FORM (form)));
      g_assert_false (bary_form_is_valid (BARY_FORM (form)));
      for (guint i = 0; i < info->n_fields; i++)
        assert_row (BARY_FORM (form), &info->fields[i]);
    }
}

/* What a row is given comes back in the canonical form. */
static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_STATUS, NULL);
  g_autoptr (GtkWidget) form = g_object_ref_sink (bary_form_new (fixture->session, record, NULL));
  const char *const values[][2] = {
    { "kind", "federal_site" }, { "name", "Наставничество" }, { "order_date", "2025-09-01" }, { "note", "а\nб" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      bary_row_set_value (bary_form_get_row (BARY_FORM (form), values[i][0]), values[i][1]);
      g_assert_cmpstr (bary_record_get_text (bary_form_get_edited (BARY_FORM (form)), values[i][0]), ==, values[i][1]);
    }
  g_assert_true (bary_form_is_changed (BARY_FORM (form)));

  bary_row_set_value (bary_form_get_row (BARY_FORM (form), "to"), "2025-13-45");
  g_assert_false (bary_form_is_valid (BARY_FORM (form)));
}

static void
test_name_makes_valid (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autoptr (GtkWidget) form = g_object_ref_sink (bary_form_new (fixture->session, record, NULL));
  BaryForm *self = BARY_FORM (form);

  bary_row_set_value (bary_form_get_row (self, "name"), "Школа");
  g_assert_false (bary_form_is_valid (self));
  bary_row_set_value (bary_form_get_row (self, "kind"), "school");
  g_assert_true (bary_form_is_valid (self));
  bary_row_set_value (bary_form_get_row (self, "email"), "school");
  g_assert_false (bary_form_is_valid (self));
  bary_row_set_value (bary_form_get_row (self, "email"), "school@mail.ru");
  g_assert_true (bary_form_is_valid (self));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/form/every-field", Fixture, NULL, set_up, test_every_field, tear_down);
  g_test_add ("/form/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/form/name-makes-valid", Fixture, NULL, set_up, test_name_makes_valid, tear_down);
  return g_test_run ();
}

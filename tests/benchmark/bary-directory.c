#include "bary-directory.h"

#include "bary-writer.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static const char *const types[] = { "ГБОУ СОШ", "МБОУ гимназия", "ГБОУ лицей", "МБДОУ детский сад", "МАОУ школа", "ЦДТ" };
static const char *const towns[] = {
  "Красное Село", "Краснодар", "Шушенское", "Калининград", "Озёрск", "Ёлкино", "Петергоф", "Павловск", "Кронштадт", "Тихвин",
  "Гатчина", "Выборг", "Луга", "Сланцы", "Волхов", "Пикалёво", "Приморск", "Светогорск",
};
static const char *const surnames[] = {
  "Берёзкина", "Соколов", "Ёжикова", "Кленова", "Рябинин", "Ромашкина", "Дубов", "Ветрова", "Озеров", "Снегирёва",
};

static BaryRecord *
make_organisation (guint i)
{
  BaryRecord *record = bary_record_new (BARY_KIND_ORGANISATION, NULL);
  g_autofree char *name = g_strdup_printf ("%s № %u", types[i % G_N_ELEMENTS (types)], i / 7 + 1);
  g_autofree char *full_name = g_strdup_printf ("%s № %u города %s", types[i % G_N_ELEMENTS (types)], i / 7 + 1,
                                                towns[i % G_N_ELEMENTS (towns)]);
  g_autofree char *number = g_strdup_printf ("%u", i / 7 + 1);
  g_autofree char *address = g_strdup_printf ("%s, улица Школьная, дом %u", towns[i % G_N_ELEMENTS (towns)], i % 180 + 1);

  bary_record_set_all (record, "name", name, "full_name", full_name, "kind", "school", "number", number,
                       "address", address, "phone", "+7 812 730-01-02", NULL);
  return record;
}

static BaryRecord *
make_person (guint i)
{
  BaryRecord *record = bary_record_new (BARY_KIND_PERSON, NULL);
  const char *surname = surnames[i % G_N_ELEMENTS (surnames)];
  g_autofree char *name = g_strdup_printf ("%s %u-я", surname, i / 10 + 1);

  bary_record_set_all (record, "name", name, "position", i % 3 == 0 ? "директор" : "методист", NULL);
  return record;
}

BaryStore *
directory_make (char **folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (BaryStore) store = NULL;
  g_autoptr (BaryWriter) writer = NULL;

  *folder = g_dir_make_tmp ("bary-benchmark-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*folder, "centre.db", NULL);
  store = bary_store_open (path, BARY_DATABASE_CREATE, &error);
  g_assert_no_error (error);

  writer = bary_writer_begin (bary_store_get_database (store), BARY_ACTION_IMPORT, 0, "Import", NULL, "benchmark", TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_ORGANISATIONS + N_PEOPLE; i++)
    {
      g_autoptr (BaryRecord) record = i < N_ORGANISATIONS ? make_organisation (i) : make_person (i - N_ORGANISATIONS);

      bary_writer_add (writer, record, &error);
      g_assert_no_error (error);
    }
  bary_writer_commit (writer, &error);
  g_assert_no_error (error);
  g_clear_pointer (&writer, bary_writer_free);
  g_clear_object (&store);

  store = bary_store_open (path, BARY_DATABASE_READ_WRITE, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&store);
}

void
directory_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static int
compare (const void *a,
         const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof (double), compare);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

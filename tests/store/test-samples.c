#include "bary-test-store.h"

#include "bary-import.h"
#include "bary-network-figures.h"
#include "bary-package.h"
#include "bary-period.h"
#include "bary-store-network.h"
#include "bary-store-slides.h"

#include <stdlib.h>

/* The five systems of the sample packages as one network. */

#define DAY "2026-11-23"
#define DAY_OF_COUNCIL "2018-12-01" /* approved for one school year */

static const char *const samples[] = {
  "000-kalininsky.xml", "001-krasnoselsky-upbringing.xml", "002-krasnodar.xml", "003-krasnoselsky-innovation.xml",
  "004-shushensky.xml", "005-contests.xml",
};

static void
import_sample (BaryStore  *store,
               const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_auto (BaryImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryPackage) package = bary_package_open (path, &error);

  g_assert_no_error (error);
  bary_store_import (store, "Import %s", name, BARY_RECORD_SOURCE (package), BARY_IMPORT_FLAGS_NONE, NULL, &report, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *only = data;

  fixture_set_up (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (only == NULL || g_str_equal (only, samples[i]))
      import_sample (fixture->store, samples[i]);
}

static BaryNetwork *
read_network (Fixture     *fixture,
              BaryPicture  picture,
              const char  *cluster,
              const char  *day,
              gboolean     ghosts)
{
  const BaryNetworkRequest request = { picture, cluster, day, day, ghosts };
  g_autoptr (GError) error = NULL;
  BaryNetwork *network = bary_store_read_network (fixture->store, &request, &error);

  g_assert_no_error (error);
  return network;
}

static void
assert_whole (const BaryNetwork *network)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      g_assert_true (g_hash_table_add (ids, node->id));
      g_assert_true (node->name != NULL && node->short_name != NULL && node->record != NULL && node->key != NULL);
      g_assert_cmpint (node->cluster, <, (int) network->clusters->len);
      g_assert_cmpint (node->district, <, (int) network->districts->len);
      g_assert_true (node->body ? node->organisation < 0 : node->organisation >= 0 && node->kind != NULL);
      g_assert_true (node->weight >= 1 && node->weight <= BARY_NETWORK_MOST_WEIGHT);
      if (node->group >= 0)
        g_assert_cmpuint ((guint) node->group, <, bary_network_cluster (network, node->cluster)->groups->len);
    }
  for (guint i = 0; i < network->lines->len; i++)
    {
      g_assert_cmpuint (bary_network_line (network, i)->a, <, network->nodes->len);
      g_assert_cmpuint (bary_network_line (network, i)->b, <, network->nodes->len);
      g_assert_cmpuint (bary_network_line (network, i)->a, !=, bary_network_line (network, i)->b);
    }
}

static void
test_network (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BaryNetwork) once = read_network (fixture, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  g_autoptr (BaryNetwork) ghosts = read_network (fixture, BARY_PICTURE_NETWORK, NULL, DAY, TRUE);
  guint n_drawn = 0;

  assert_whole (once);
  assert_whole (ghosts);
  g_assert_cmpuint (once->clusters->len, ==, 12);
  g_assert_cmpuint (once->districts->len, ==, 4);
  g_assert_cmpuint (ghosts->nodes->len, >, once->nodes->len);
  for (guint i = 0; i < once->organisations->len; i++)
    n_drawn += bary_network_organisation (once, i)->home >= 0;
  /* Once each, but for barycenters, which stand in each of their clusters. */
  for (guint i = 0; i < once->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (once, i);

      n_drawn += node->organisation >= 0 && (int) i != bary_network_organisation (once, node->organisation)->home;
      n_drawn += node->body;
      g_assert_true (node->organisation < 0 || (int) i == bary_network_organisation (once, node->organisation)->home ||
                     node->role == BARY_ROLE_BARYCENTER);
    }
  g_assert_cmpuint (n_drawn, ==, once->nodes->len);
}

/* Eight clusters round one barycenter; the same schools in several. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (fixture, BARY_PICTURE_NETWORK, NULL, DAY, FALSE);
  g_autoptr (GArray) figures = bary_network_figures_new (network);
  gboolean found = FALSE;

  g_assert_cmpuint (network->clusters->len, ==, 8);
  for (guint i = 0; i < figures->len; i++)
    {
      const BaryNetworkFigure *figure = &g_array_index (figures, BaryNetworkFigure, i);

      if (figure->kind == BARY_FIGURE_BETWEEN)
        {
          found = TRUE;
          g_assert_cmpstr (bary_network_node (network, g_array_index (figure->ranked, guint, 0))->name, ==,
                           "ИМЦ Красносельского района");
        }
      if (figure->kind == BARY_FIGURE_COVERAGE)
        g_assert_cmpuint (figure->part, ==, figure->whole);
    }
  g_assert_true (found);
}

/* Council → expert groups → teams → partner teams → initiative groups. */
static void
test_interaction (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (BaryNetwork) network = read_network (fixture, BARY_PICTURE_INTERACTION, NULL, DAY_OF_COUNCIL, FALSE);
  const guint wanted[] = { 1, 2, 2, 3, 5 }; /* the second layer holds the cluster as well */
  guint layers[6] = { 0 };

  assert_whole (network);
  for (guint i = 0; i < network->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (network, i);

      g_assert_true (node->level >= 1 && node->level <= 5);
      layers[node->level]++;
      if (node->level == 1)
        g_assert_cmpint (node->role, ==, BARY_ROLE_COUNCIL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (layers[i + 1], ==, wanted[i]);
  g_assert_cmpuint (network->lines->len, ==, network->nodes->len - 1);
}

static BaryPresentation *
read_presentation (Fixture     *fixture,
                   BaryPicture  picture)
{
  g_autoptr (GError) error = NULL;
  BaryPresentation *presentation = bary_store_read_presentation (fixture->store, picture, NULL, DAY_OF_COUNCIL, &error);

  g_assert_no_error (error);
  return presentation;
}

/* The steps of the scheme are kept with their layers, and are none of the network's. */
static void
test_interaction_steps (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (BaryPresentation) derived = read_presentation (fixture, BARY_PICTURE_INTERACTION);
  g_autoptr (BaryPresentation) network = read_presentation (fixture, BARY_PICTURE_NETWORK);
  g_autoptr (BaryPresentation) kept = NULL, other = NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  guint n = derived->slides->len;

  g_assert_false (derived->kept);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BaryRecord) record = bary_show_step_to_record (derived->slides->pdata[n - 1 - i], derived, i + 1);

      bary_changes_add (changes, record);
    }
  g_assert_true (bary_store_commit (fixture->store, "Steps", NULL, changes, &error));

  kept = read_presentation (fixture, BARY_PICTURE_INTERACTION);
  g_assert_true (kept->kept);
  g_assert_cmpuint (kept->slides->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const BaryShowStep *step = kept->slides->pdata[i], *was = derived->slides->pdata[n - 1 - i];

      g_assert_cmpint (step->state, ==, BARY_SHOW_STEP_READY);
      g_assert_cmpint (step->kind, ==, was->kind);
      g_assert_cmpstr (step->subject, ==, was->subject);
      g_assert_cmpstr (step->caption, ==, was->caption);
    }
  other = read_presentation (fixture, BARY_PICTURE_NETWORK);
  g_assert_false (other->kept);
  g_assert_cmpuint (other->slides->len, ==, network->slides->len);
}

static void
test_clusters (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (BaryNetwork) all = read_network (fixture, BARY_PICTURE_NETWORK, NULL, DAY, TRUE);

  for (guint i = 0; i < all->clusters->len; i++)
    {
      const BaryNetworkCluster *cluster = bary_network_cluster (all, i);
      g_autoptr (BaryNetwork) one = read_network (fixture, BARY_PICTURE_CLUSTER, cluster->id, DAY, FALSE);

      assert_whole (one);
      g_assert_cmpuint (bary_network_cluster (one, 0)->n_members, ==, cluster->n_members);
      g_assert_cmpstr (bary_network_cluster (one, 0)->leader, ==, cluster->leader);
      for (guint n = 0; n < one->nodes->len; n++)
        {
          const BaryNetworkNode *node = bary_network_node (one, n);
          int same = bary_network_find (all, node->id);

          if (node->presence == BARY_PRESENCE_ABSENT)
            continue;
          g_assert_cmpint (same, >=, 0);
          g_assert_cmpuint (bary_network_node (all, same)->n_clusters, ==, node->n_clusters);
          g_assert_cmpfloat (bary_network_node (all, same)->weight, ==, node->weight);
        }
    }
}

/* Returns: (transfer full): the school years of roadmaps by their ids. */
static GHashTable *
read_years (Fixture *fixture)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_ROADMAP);
  g_autoptr (GPtrArray) roadmaps = bary_store_select (fixture->store, query, NULL);
  GHashTable *years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < roadmaps->len; i++)
    g_hash_table_insert (years, g_strdup (bary_record_get_id (roadmaps->pdata[i])),
                         GINT_TO_POINTER (atoi (bary_record_get_text (roadmaps->pdata[i], "school_year"))));
  return years;
}

/* The eight clusters have a full year, and every date of every plan means something in its school year. */
static void
test_roadmaps (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GHashTable) years = read_years (fixture);
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_EVENT);
  g_autoptr (GPtrArray) events = bary_store_select (fixture->store, query, NULL);
  guint n_of_2025 = 0, n_vague = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const char *words = bary_record_get_text (events->pdata[i], "dates");
      int year = GPOINTER_TO_INT (g_hash_table_lookup (years, bary_record_get_text (events->pdata[i], "roadmap")));
      g_auto (BaryPeriod) period = { 0 };
      g_autoptr (GError) error = NULL;

      bary_period_parse (words, year, &period, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (period.words, ==, words);
      n_of_2025 += year == 2025;
      n_vague += !bary_period_is_fixed (&period);
    }
  g_assert_cmpuint (n_of_2025, >=, 150);
  g_assert_cmpuint (n_vague, >=, 50);
}

static guint
count_events_on (Fixture    *fixture,
                 const char *words)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_EVENT);
  g_autoptr (GPtrArray) ids = NULL;

  bary_query_where (query, "dates", words);
  ids = bary_store_select_ids (fixture->store, query, NULL);
  return ids->len;
}

/* Lines of the plan of Krasnodar and of the meeting of 8 April 2022, by their dates as they are written there. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *words; guint n; } lines[] = {
    { "Сентябрь 2018 – октябрь 2019", 2 }, { "Январь — декабрь", 1 }, { "Июль — ноябрь", 1 }, { "Март – май", 1 },
    { "22 марта, 25-29 марта", 1 }, { "23 марта, 28-31 марта", 1 }, { "28.04.2022", 1 }, { "16.05.2022", 1 }, { "май-июнь", 2 },
    { "12 мая 2022 года / 19 мая 2022 года", 1 }, { "20-27 апреля", 1 }, { "~к началу мая", 1 }, { "до 20 мая 2022 года", 2 },
    { "с 23 мая по 3 июня 2022 года", 1 }, { "до 15 апреля 2022 года", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (count_events_on (fixture, lines[i].words) != lines[i].n)
      g_error ("%s: %u", lines[i].words, count_events_on (fixture, lines[i].words));
}

/* Of the plan of Krasnodar every line, of the meeting of 8 April 2022 the forum, both contests by their stages, the conference, what is
 * due at the year's end, and the announcements. */
static void
test_sections (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *section; guint n; } sections[] = {
    { "Диагностическая деятельность", 2 }, { "Практическая деятельность", 2 }, { "Методическая деятельность", 4 },
    { "Трансляционная деятельность", 3 }, { "Мероприятия Петербургского международного образовательного форума", 8 },
    { "Конкурс на присвоение статуса «Районная стажировочная площадка»", 6 },
    { "Конкурс на присвоение статуса «Районная базовая площадка»", 5 }, { "Научно-практическая конференция", 3 },
    { "Подведение итогов года", 6 }, { "Объявления", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_SECTION);
      g_autoptr (BaryQuery) events = bary_query_new (BARY_KIND_EVENT);
      g_autoptr (GPtrArray) section = NULL;
      g_autoptr (GPtrArray) found = NULL;

      bary_query_where (query, "name", sections[i].section);
      section = bary_store_select_ids (fixture->store, query, NULL);
      g_assert_cmpuint (section->len, ==, 1);
      bary_query_where (events, "section", section->pdata[0]);
      found = bary_store_select_ids (fixture->store, events, NULL);
      g_assert_cmpuint (found->len, ==, sections[i].n);
    }
}

/* «13 апреля в 15.30» and the four after it: day, hour and host. */
static void
test_announcements (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct { const char *dates, *time, *host; } announced[] = {
    { "13 апреля", "15:30", "590" }, { "20 апреля", "15:30", "590" }, { "21 апреля", "15:00", "375" }, { "27 апреля", "13:00", "203" },
    { "28 апреля", "15:00", "270" },
  };
  g_autoptr (GHashTable) years = read_years (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (announced); i++)
    {
      g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_EVENT);
      g_autoptr (GPtrArray) events = NULL;
      g_autoptr (BaryRecord) host = NULL;
      BaryRecord *event = NULL;

      bary_query_where (query, "dates", announced[i].dates);
      bary_query_where (query, "start_time", announced[i].time);
      events = bary_store_select (fixture->store, query, NULL);
      for (guint j = 0; j < events->len; j++)
        if (GPOINTER_TO_INT (g_hash_table_lookup (years, bary_record_get_text (events->pdata[j], "roadmap"))) == 2021)
          event = events->pdata[j];
      g_assert_nonnull (event);
      host = bary_store_get (fixture->store, BARY_KIND_ORGANISATION, bary_record_get_text (event, "host"), NULL);
      g_assert_cmpstr (bary_record_get_text (host, "number"), ==, announced[i].host);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/samples/network", Fixture, NULL, set_up, test_network, fixture_tear_down);
  g_test_add ("/samples/figures", Fixture, samples[1], set_up, test_figures, fixture_tear_down);
  g_test_add ("/samples/interaction", Fixture, samples[2], set_up, test_interaction, fixture_tear_down);
  g_test_add ("/samples/interaction-steps", Fixture, samples[2], set_up, test_interaction_steps, fixture_tear_down);
  g_test_add ("/samples/roadmaps", Fixture, NULL, set_up, test_roadmaps, fixture_tear_down);
  g_test_add ("/samples/words", Fixture, NULL, set_up, test_words, fixture_tear_down);
  g_test_add ("/samples/sections", Fixture, NULL, set_up, test_sections, fixture_tear_down);
  g_test_add ("/samples/announcements", Fixture, NULL, set_up, test_announcements, fixture_tear_down);
  g_test_add ("/samples/clusters", Fixture, NULL, set_up, test_clusters, fixture_tear_down);
  return g_test_run ();
}

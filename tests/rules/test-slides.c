#include "bary-slides.h"

static void
add_group (GArray     *groups,
           const char *id,
           const char *name,
           const char *full_name)
{
  BaryNetworkGroup group = { g_strdup (id), g_strdup (name), g_strdup (full_name) };

  g_array_append_val (groups, group);
}

static void
add_cluster (BaryNetwork *network,
             const char  *id,
             const char  *name,
             int          district,
             guint        n_members)
{
  BaryNetworkCluster cluster = { g_strdup (id), g_strdup (name) };

  cluster.district = district;
  cluster.barycenter = -1;
  cluster.groups = bary_network_make_groups ();
  cluster.n_members = n_members;
  add_group (cluster.groups, "a", "А", "Reference schools");
  add_group (cluster.groups, "b", "Б", NULL);
  add_group (cluster.groups, "c", "Partners", NULL);
  add_group (cluster.groups, "d", "Г", "Nobody yet");
  g_array_append_val (network->clusters, cluster);
}

static void
add_district (BaryNetwork *network,
              const char  *id,
              const char  *name)
{
  BaryNetworkDistrict district = { g_strdup (id), g_strdup (name) };

  g_array_append_val (network->districts, district);
}

static guint
add_node (BaryNetwork *network,
          const char  *id,
          const char  *kind,
          int          cluster,
          int          group)
{
  BaryNetworkNode node = { g_strdup (id), g_strdup (id) };

  node.name = g_strdup_printf ("The %s", id);
  node.short_name = g_strdup (id);
  node.kind = kind;
  node.cluster = cluster;
  node.district = -1;
  node.group = group;
  node.n_clusters = 1;
  node.presence = BARY_PRESENCE_STAYS;
  g_array_append_val (network->nodes, node);
  return network->nodes->len - 1;
}

static void
add_line (BaryNetwork *network,
          guint        a,
          guint        b,
          BaryLine     line)
{
  BaryNetworkLine it = { a, b, line, BARY_PRESENCE_STAYS };

  g_array_append_val (network->lines, it);
}

/* A barycenter, two schools in А, a school and a college in Б, one partner, one of no group, a council. */
static BaryNetwork *
make_cluster (void)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_CLUSTER);
  guint council;

  network->title = g_strdup ("Ecology");
  network->day = g_strdup ("2025-11-01");
  network->later = g_strdup ("2025-11-01");
  add_cluster (network, "k", "Ecology", -1, 7);
  bary_network_cluster (network, 0)->barycenter = (int) add_node (network, "centre", "methodical_centre", 0, -1);
  bary_network_node (network, 0)->role = BARY_ROLE_BARYCENTER;
  add_node (network, "s1", "school", 0, 0);
  add_node (network, "s2", "school", 0, 0);
  add_node (network, "s3", "school", 0, 1);
  add_node (network, "u1", "college", 0, 1);
  add_node (network, "p1", "partner", 0, 2);
  add_node (network, "x1", "school", 0, -1);
  council = add_node (network, "council", NULL, 0, -1);
  bary_network_node (network, council)->body = TRUE;
  bary_network_node (network, council)->role = BARY_ROLE_COUNCIL;
  add_line (network, 0, 1, BARY_LINE_MEMBERSHIP);
  add_line (network, 1, 2, BARY_LINE_METHODICAL);
  return network;
}

/* The same in September: s2 was not there, s3 was in А, x1 is the same. */
static BaryNetwork *
make_september (void)
{
  BaryNetwork *network = make_cluster ();
  guint before;

  g_free (network->day);
  network->day = g_strdup ("2025-09-01");
  bary_network_node (network, 2)->presence = BARY_PRESENCE_JOINED;
  bary_network_node (network, 3)->presence = BARY_PRESENCE_MOVED_IN;
  before = add_node (network, "s3-a", "school", 0, 0);
  bary_network_node (network, before)->presence = BARY_PRESENCE_MOVED_OUT;
  bary_network_cluster (network, 0)->n_joined = 1;
  bary_network_cluster (network, 0)->n_moved = 1;
  return network;
}

/* In the group of the node, even if it is drawn elsewhere. */
static void
add_membership (BaryNetwork *network,
                guint        cluster,
                guint        node)
{
  BaryNetworkMembership membership = { 0, cluster, bary_network_node (network, node)->group, (int) node };

  g_array_append_val (network->memberships, membership);
}

static BaryNetwork *
make_network (guint n_clusters)
{
  BaryNetwork *network = bary_network_new (BARY_PICTURE_NETWORK);
  guint shared;

  network->title = g_strdup ("The network of the region");
  network->day = g_strdup ("2025-11-01");
  add_district (network, "north", "North");
  add_district (network, "south", "South");
  for (guint i = 0; i < n_clusters; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      g_autofree char *school = g_strdup_printf ("k%u/s", i);

      add_cluster (network, id, id, (int) (i + 1) % 2, 1);
      add_membership (network, i, add_node (network, school, "school", (int) i, 0));
    }
  shared = add_node (network, "shared", "university", 0, 1);
  add_membership (network, 0, shared);
  bary_network_node (network, shared)->n_clusters = 2;
  add_line (network, shared, 0, BARY_LINE_MEMBERSHIP);
  return network;
}

static const BaryShowStep *
at (const GPtrArray *slides,
    guint            i)
{
  g_assert_cmpuint (i, <, slides->len);
  return slides->pdata[i];
}

static void
assert_captions (const GPtrArray   *slides,
                 const char *const *expected)
{
  for (guint i = 0; i < MAX (slides->len, g_strv_length ((char **) expected)); i++)
    g_assert_cmpstr (i < slides->len ? at (slides, i)->caption : NULL, ==, expected[i]);
}

static void
test_cluster (void)
{
  const char *const expected[] = {
    "Ecology", "Barycenter: The centre", "council", "Group А · Reference schools: 2 schools", "Group Б: 2 organisations",
    "Partners: 1 partner", "Without a group: 1 school", "1 link joins the members",
    "Since 1 September 2025: 1 joined · 1 changed the group", NULL
  };
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (BaryNetwork) since = make_september ();
  g_autoptr (GPtrArray) slides = bary_slides_derive (now, since);
  g_autofree char *about = bary_slides_describe (now);

  assert_captions (slides, expected);
  g_assert_cmpstr (at (slides, 3)->note, ==, "s1, s2");
  g_assert_cmpstr (at (slides, 7)->note, ==, "Methodical link – 1, Member of the cluster – 1");
  g_assert_cmpstr (at (slides, 8)->note, ==, "Joined: s2\nIn another group: s3");
  g_assert_cmpstr (at (slides, 8)->day, ==, "2025-09-01");
  g_assert_cmpstr (about, ==, "7 members · 1 November 2025");
}

/* What has no members, no lines and no changes is no step. */
static void
test_bare (void)
{
  const char *const expected[] = { "Empty", NULL };
  g_autoptr (BaryNetwork) now = bary_network_new (BARY_PICTURE_CLUSTER);
  g_autoptr (GPtrArray) slides = NULL;

  now->title = g_strdup ("Empty");
  now->day = g_strdup ("2025-11-01");
  add_cluster (now, "k", "Empty", -1, 0);
  slides = bary_slides_derive (now, NULL);
  assert_captions (slides, expected);
}

static void
test_levels (void)
{
  const char *const expected[] = { "Ecology", "Barycenter: The centre", "council", "Level А · Reference schools: 2 schools", "Level Б: 2 organisations",
                                   "Partners: 1 partner", "Without a group: 1 school", "1 link joins the members", NULL };
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (GPtrArray) slides = NULL;

  bary_network_cluster (now, 0)->arrangement = BARY_ARRANGEMENT_LEVELS;
  slides = bary_slides_derive (now, now);
  assert_captions (slides, expected);
}

static void
test_network (void)
{
  const char *const expected[] = {
    "The network of the region", "The whole network: 3 clusters · 4 organisations",
    "k1: 1 member", "South: 2 clusters", "k0: 1 member", "k2: 1 member",
    "The clusters are tied: 1 organisation is in several of them", "The whole network: 3 clusters · 4 organisations", NULL
  };
  g_autoptr (BaryNetwork) now = make_network (3);
  g_autoptr (GPtrArray) slides = bary_slides_derive (now, NULL);

  assert_captions (slides, expected);
  g_assert_cmpstr (at (slides, 4)->note, ==, "А – 1, Б – 1");
}

/* A hall that counts what it sees is told why there are fewer. */
static void
test_members_elsewhere (void)
{
  g_autoptr (BaryNetwork) now = make_network (2);
  g_autoptr (GPtrArray) slides = NULL;

  for (guint times = 0; times < 2; times++) /* in two groups */
    add_membership (now, 1, 2);
  bary_network_cluster (now, 1)->n_members = 2;
  slides = bary_slides_derive (now, NULL);
  g_assert_cmpstr (at (slides, 2)->caption, ==, "k1: 2 members, 1 of them drawn in another cluster");
  g_assert_cmpstr (at (slides, 2)->note, ==, "А – 1, Б – 2");
  g_assert_cmpstr (at (slides, 3)->caption, ==, "k0: 1 member");
}

/* Nobody sits through hundreds of clusters: their districts are enough. */
static void
test_large_network (void)
{
  g_autoptr (BaryNetwork) now = make_network (200);
  g_autoptr (GPtrArray) slides = bary_slides_derive (now, NULL);

  g_assert_cmpuint (slides->len, ==, 6);
  g_assert_cmpstr (at (slides, 2)->caption, ==, "North: 100 clusters");
}

static void
test_interaction (void)
{
  const char *const expected[] = { "Interaction", "council", "2 expert groups", NULL };
  const BaryNodeRole roles[] = { BARY_ROLE_COUNCIL, BARY_ROLE_EXPERTS, BARY_ROLE_EXPERTS };
  const char *const ids[] = { "council", "e1", "e2" };
  g_autoptr (BaryNetwork) now = bary_network_new (BARY_PICTURE_INTERACTION);
  g_autoptr (GPtrArray) slides = NULL;
  guint8 hidden[3], dimmed[3];

  now->title = g_strdup ("Interaction");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint node = add_node (now, ids[i], NULL, -1, -1);

      bary_network_node (now, node)->role = roles[i];
      bary_network_node (now, node)->level = i == 0 ? 1 : 2;
      bary_network_node (now, node)->body = TRUE;
    }
  slides = bary_slides_derive (now, NULL);
  assert_captions (slides, expected);
  g_assert_true (bary_slides_has_lines (slides, 1));
  bary_slides_reveal (slides, 1, now, hidden, dimmed);
  g_assert_true (!hidden[0] && hidden[1] && hidden[2] && !dimmed[0]);
}

/* Which nodes are seen, in the order of make_cluster. */
static void
assert_seen (const GPtrArray   *shown,
             guint              step,
             const BaryNetwork *network,
             const char        *expected)
{
  g_autofree guint8 *hidden = g_new0 (guint8, network->nodes->len);
  g_autofree guint8 *dimmed = g_new0 (guint8, network->nodes->len);
  g_autoptr (GString) seen = g_string_new (NULL);

  bary_slides_reveal (shown, step, network, hidden, dimmed);
  for (guint i = 0; i < network->nodes->len; i++)
    g_string_append_c (seen, hidden[i] ? '-' : dimmed[i] ? 'd' : '+');
  g_test_message ("step %u", step);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_reveal_cluster (void)
{
  const char *const expected[] = { "--------", "+-------", "+------+", "+++----+", "+++++--+", "++++++-+", "++++++++", "++++++++" };
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (BaryNetwork) since = make_september ();
  g_autoptr (GPtrArray) slides = bary_slides_derive (now, since);
  BaryBox box;
  BaryGraphLayout layout = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_seen (slides, i, now, expected[i]);
      g_assert_cmpint (bary_slides_has_lines (slides, i), ==, i == 7);
      /* The camera stands still. */
      g_assert_false (bary_show_step_find_box (at (slides, i), now, &layout, &box));
    }
  assert_seen (slides, 8, since, "+d++dddd+");
}

static void
test_reveal_network (void)
{
  g_autoptr (BaryNetwork) now = make_network (3);
  g_autoptr (GPtrArray) slides = bary_slides_derive (now, NULL);
  BaryLayoutDisc discs[3] = { { 0, 0, 10, 5 }, { 50, 0, 20, 10, { 50, -15, 60, 8 } }, { 0, 90, 1, 1 } };
  BaryGraphLayout layout = { .clusters = discs, .n_clusters = 3 };
  BaryBox box;

  assert_seen (slides, 0, now, "----");
  assert_seen (slides, 1, now, "++++");
  assert_seen (slides, 2, now, "d+dd");
  assert_seen (slides, 3, now, "+d++");
  assert_seen (slides, 4, now, "+dd+");
  assert_seen (slides, 7, now, "++++");
  g_assert_true (bary_show_step_find_box (at (slides, 2), now, &layout, &box));
  g_assert_cmpfloat (box.x, ==, 50);
  g_assert_cmpfloat (box.width, ==, 60);
  g_assert_cmpfloat (box.y - box.height / 2, ==, -19);
  g_assert_cmpfloat (box.y + box.height / 2, ==, 10);
  g_assert_false (bary_show_step_find_box (at (slides, 1), now, &layout, &box));
}

static BaryShowStep *
keep (BaryShowStepKind  kind,
      const char       *subject,
      const char       *caption)
{
  BaryShowStep *slide = bary_show_step_new (kind, subject);

  slide->record = g_strdup (subject != NULL ? subject : "r");
  slide->own_caption = g_strdup (caption);
  return slide;
}

/* Kept: Б before А, a group that is gone, a view; the rest is offered. */
static void
test_merge (void)
{
  const char *const captions[] = {
    "Group Б: 2 organisations", "Our best", "Old words", "Look here",
    "Ecology", "Barycenter: The centre", "council", "Partners: 1 partner", "Without a group: 1 school", "1 link joins the members", NULL
  };
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (GPtrArray) derived = bary_slides_derive (now, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) bary_show_step_free);
  g_autoptr (GPtrArray) slides = NULL, shown = NULL;
  BaryShowStep *view = keep (BARY_SHOW_STEP_VIEW, NULL, "Look here");

  view->chosen = g_strsplit ("s1 p1", " ", -1);
  g_ptr_array_add (kept, keep (BARY_SHOW_STEP_GROUP, "b", NULL));
  g_ptr_array_add (kept, keep (BARY_SHOW_STEP_GROUP, "a", "Our best"));
  g_ptr_array_add (kept, keep (BARY_SHOW_STEP_GROUP, "gone", "Old words"));
  g_ptr_array_add (kept, view);

  slides = bary_slides_merge (derived, kept);
  assert_captions (slides, captions);
  for (guint i = 0; i < slides->len; i++)
    g_assert_cmpint (at (slides, i)->state, ==, i == 2 ? BARY_SHOW_STEP_GONE : i < 4 ? BARY_SHOW_STEP_READY : BARY_SHOW_STEP_NEW);
  g_assert_cmpstr (at (slides, 1)->note, ==, "s1, s2");

  shown = bary_slides_select_shown (slides);
  g_assert_cmpuint (shown->len, ==, 3);
  assert_seen (shown, 0, now, "---++---");
  assert_seen (shown, 1, now, "-++++---");
  assert_seen (shown, 2, now, "d+ddd+dd");
}

static void
test_merge_without_kept (void)
{
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (GPtrArray) derived = bary_slides_derive (now, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) slides = bary_slides_merge (derived, kept);
  g_autoptr (GPtrArray) shown = bary_slides_select_shown (slides);

  g_assert_cmpuint (slides->len, ==, derived->len);
  g_assert_cmpuint (shown->len, ==, derived->len);
}

static void
test_hidden (void)
{
  g_autoptr (BaryNetwork) now = make_cluster ();
  g_autoptr (GPtrArray) derived = bary_slides_derive (now, NULL);
  g_autoptr (GPtrArray) shown = NULL;

  ((BaryShowStep *) derived->pdata[3])->hidden = TRUE;
  shown = bary_slides_select_shown (derived);
  g_assert_cmpuint (shown->len, ==, derived->len - 1);
  assert_seen (shown, 3, now, "+--++--+");
  assert_seen (shown, 6, now, "++++++++");
}

static void
test_words_of_records (void)
{
  const char *const bad[] = { NULL, "", "1 2 3", "1 2 3 4 5", "1 2 nan 4", "1 2 0 4", "1,5 2 3 4", "1 2 3 -4" };
  BaryBox box = { -12.25, 0, 1920, 0.5 }, back;
  g_autofree char *text = bary_show_step_area_to_text (&box);

  g_assert_cmpstr (text, ==, "-12.2 0.0 1920.0 0.5");
  g_assert_true (bary_show_step_parse_area (text, &back));
  g_assert_cmpfloat (back.width, ==, 1920);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bary_show_step_parse_area (bad[i], &back));
  for (guint i = 0; i < BARY_N_STEP_KINDS; i++)
    g_assert_cmpint (bary_show_step_kind_from_word (bary_show_step_kind_to_word (i)), ==, i);
  g_assert_cmpint (bary_show_step_kind_from_word ("slide"), ==, BARY_N_STEP_KINDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slides/cluster", test_cluster);
  g_test_add_func ("/slides/bare", test_bare);
  g_test_add_func ("/slides/levels", test_levels);
  g_test_add_func ("/slides/network", test_network);
  g_test_add_func ("/slides/members-elsewhere", test_members_elsewhere);
  g_test_add_func ("/slides/large-network", test_large_network);
  g_test_add_func ("/slides/interaction", test_interaction);
  g_test_add_func ("/slides/reveal-cluster", test_reveal_cluster);
  g_test_add_func ("/slides/reveal-network", test_reveal_network);
  g_test_add_func ("/slides/merge", test_merge);
  g_test_add_func ("/slides/merge-without-kept", test_merge_without_kept);
  g_test_add_func ("/slides/hidden", test_hidden);
  g_test_add_func ("/slides/words-of-records", test_words_of_records);
  return g_test_run ();
}

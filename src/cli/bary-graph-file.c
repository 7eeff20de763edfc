#include "bary-graph-file-private.h"

#include "bary-config.h"
#include "bary-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LARGEST_SIZE 1e6  /* points: 350 metres */
#define FARTHEST 1e9

G_DEFINE_QUARK (bary-graph-file-error-quark, bary_graph_file_error)

/* Names */

static void
init_names (BaryNames *self)
{
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_ptr_array_new ();
}

static void
clear_names (BaryNames *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->keys);
}

static gboolean
is_scalar (const BaryJsonValue *value)
{
  return value->type == BARY_JSON_STRING || value->type == BARY_JSON_NUMBER || value->type == BARY_JSON_BOOLEAN;
}

/* Digits alone: the text is the key. */
static gboolean
is_counted (const BaryJsonValue *value)
{
  gsize n = 0;

  while (n < value->length && g_ascii_isdigit (value->start[n]))
    n++;
  return value->type == BARY_JSON_NUMBER && n == value->length && n < 16;
}

/* 1, 1.0 and 1e0 are one number. Returns: valid until the next call */
static const char *
make_key (BaryGraphFile       *self,
          const BaryJsonValue *value)
{
  double number;

  g_string_truncate (self->buffer, 0);
  if (value->type == BARY_JSON_STRING)
    g_string_append_c (self->buffer, '"');
  if (is_counted (value))
    g_string_append_len (self->buffer, value->start, (gssize) value->length);
  else if (bary_json_value_get_number (value, &number) && number == floor (number) && fabs (number) < 1e15)
    g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, (gint64) number);
  else
    bary_json_value_get_text (value, self->buffer);
  return self->buffer->str;
}

static int
find_name (const BaryNames *names,
           const char      *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (names->numbers, key)) - 1;
}

static int
add_name (BaryGraphFile *self,
          BaryNames     *names,
          const char    *key)
{
  char *kept = g_string_chunk_insert (self->strings, key);

  g_ptr_array_add (names->keys, kept);
  g_hash_table_insert (names->numbers, kept, GINT_TO_POINTER ((int) names->keys->len));
  return (int) names->keys->len - 1;
}

/* Returns: -1 for null, -1, "" and what is not there */
static int
number_name (BaryGraphFile       *self,
             BaryNames           *names,
             const BaryJsonValue *value)
{
  const char *key;
  int number;

  if (!is_scalar (value))
    return -1;

  key = make_key (self, value);
  if (g_str_equal (key, "-1") || g_str_equal (key, "\""))
    return -1;

  number = find_name (names, key);
  return number >= 0 ? number : add_name (self, names, key);
}

/* Ends of edges: "1" finds 1 where there is no "1". */
static int
find_node (BaryGraphFile       *self,
           const BaryJsonValue *value)
{
  const char *key = make_key (self, value);
  int node = find_name (&self->ids, key);

  if (node >= 0)
    return node;
  if (value->type == BARY_JSON_STRING)
    return find_name (&self->ids, key + 1);

  g_string_prepend_c (self->buffer, '"');
  return find_name (&self->ids, self->buffer->str);
}

/* A node */

typedef enum {
  ID, X, Y, W, H, LABEL, GROUP, CLUSTER, DISTRICT, ROLE, LEVEL, WEIGHT, PINNED, N_MEMBERS
} Member;

static const char *const member_names[] = {
  "id", "x", "y", "w", "h", "label", "group", "cluster", "district", "role", "level", "weight", "pinned"
};
G_STATIC_ASSERT (G_N_ELEMENTS (member_names) == N_MEMBERS);

/* Returns: N_MEMBERS for one that is kept, but means nothing here */
static Member
find_member (const BaryJsonValue *name)
{
  char first = name->start[1];

  for (Member i = 0; i < N_MEMBERS; i++)
    if ((first == *member_names[i] || first == '\\') && bary_json_value_is (name, member_names[i]))
      return i;
  return N_MEMBERS;
}

/* @members: has room for one more
 * @end: (out): the brace that ends the object */
static gboolean
scan_members (BaryGraphFile  *self,
              BaryJsonValue  *members,
              const char    **end,
              gboolean       *bare,
              GError        **error)
{
  BaryJsonValue name;
  GError *failed = NULL;

  *bare = TRUE;
  if (!bary_json_scan_enter (&self->scan, BARY_JSON_OBJECT, error))
    return FALSE;
  while (bary_json_scan_next_member (&self->scan, &name, &failed))
    {
      if (!bary_json_scan_value (&self->scan, &members[find_member (&name)], error))
        return FALSE;
      *bare = FALSE;
    }
  *end = self->scan.at - 1;
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

static BaryNodeRole
read_role (const BaryJsonValue *role)
{
  static const struct {
    const char   *name;
    BaryNodeRole  role;
  } roles[] = {
    { "centre", BARY_ROLE_BARYCENTER }, { "center", BARY_ROLE_BARYCENTER }, { "barycenter", BARY_ROLE_BARYCENTER },
    { "region", BARY_ROLE_REGION }, { "council", BARY_ROLE_COUNCIL }, { "expert", BARY_ROLE_EXPERTS },
    { "experts", BARY_ROLE_EXPERTS }, { "team", BARY_ROLE_TEAM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (bary_json_value_is (role, roles[i].name))
      return roles[i].role;
  return BARY_ROLE_MEMBER;
}

/* @complaint: untranslated; @number: stays as it is where there is no value */
static gboolean
read_number (const BaryGraphFile  *self,
             const BaryJsonValue  *value,
             double                least,
             double                most,
             const char           *complaint,
             double               *number,
             GError              **error)
{
  double read;

  if (bary_json_value_is_nothing (value))
    return TRUE;
  if (!bary_json_value_get_number (value, &read) || read < least || read > most)
    return bary_json_refuse_value (&self->scan, value, _(complaint), error);

  *number = read;
  return TRUE;
}

static gboolean
read_numbers (const BaryGraphFile  *self,
              const BaryJsonValue  *members,
              BaryGraphNode        *node,
              GError              **error)
{
  const char *size = N_("“%s” is no size of a box: give points from 0 to 1000000, or leave “w” and “h” out to have the label measured");
  const char *place = N_("“%s” is no place: give a number of points, or leave “x” and “y” out");
  const char *weight = N_("“%s” is no weight: give a positive number, 1 is usual, or leave it out");
  double level = 0;

  if (!read_number (self, &members[W], 0, LARGEST_SIZE, size, &node->width, error) ||
      !read_number (self, &members[H], 0, LARGEST_SIZE, size, &node->height, error) ||
      !read_number (self, &members[X], -FARTHEST, FARTHEST, place, &node->x, error) ||
      !read_number (self, &members[Y], -FARTHEST, FARTHEST, place, &node->y, error) ||
      !read_number (self, &members[WEIGHT], 1e-6, 1e6, weight, &node->weight, error))
    return FALSE;

  if (bary_json_value_get_number (&members[LEVEL], &level) && level >= 1 && level < 1000)
    node->level = (int) level;
  return TRUE;
}

static gboolean
read_id (BaryGraphFile        *self,
         const char           *start,
         const BaryJsonValue  *id,
         BaryGraphNode        *node,
         GError              **error)
{
  const char *key;

  if (bary_json_value_is_nothing (id))
    return bary_json_refuse (&self->scan, start, _("this node has no “id”: give every node one"), error);
  if (!is_scalar (id))
    return bary_json_refuse_value (&self->scan, id, _("“%s” is no id: it must be a text or a number"), error);

  key = make_key (self, id);
  if (find_name (&self->ids, key) >= 0)
    return bary_json_refuse_value (&self->scan, id, _("a second node has the id %s: give every node an id of its own"), error);

  add_name (self, &self->ids, key);
  node->id = self->ids.keys->pdata[self->ids.keys->len - 1];
  return TRUE;
}

static void
add_node (BaryGraphFile       *self,
          BaryGraphNode       *node,
          BaryNodeText        *text,
          const BaryJsonValue *members)
{
  text->id = members[ID];
  text->label = members[LABEL];
  text->width = members[W];
  text->height = members[H];
  text->x = members[X];
  text->y = members[Y];
  text->measured_width = bary_json_value_is_nothing (&text->width);
  text->measured_height = bary_json_value_is_nothing (&text->height);
  text->cluster = number_name (self, &self->clusters, &members[CLUSTER]);
  text->group = number_name (self, &self->groups, &members[GROUP]);
  text->district = number_name (self, &self->districts, &members[DISTRICT]);
  node->role = read_role (&members[ROLE]);
  if (isnan (node->x) || isnan (node->y))
    node->x = node->y = NAN;
  node->pinned = members[PINNED].type == BARY_JSON_BOOLEAN && *members[PINNED].start == 't';
  g_array_append_vals (self->nodes, node, 1);
  g_array_append_vals (self->texts, text, 1);
}

static gboolean
read_node (gpointer   reader,
           GError   **error)
{
  BaryGraphFile *self = reader;
  BaryGraphNode node = { .district = -1, .cluster = -1, .group = -1, .weight = 1, .x = NAN, .y = NAN };
  BaryNodeText text = { 0 };
  BaryJsonValue members[N_MEMBERS + 1] = { 0 };
  BaryJsonType type = bary_json_scan_peek (&self->scan);
  const char *start = self->scan.at;

  if (type != BARY_JSON_OBJECT && type != BARY_JSON_NONE)
    return bary_json_refuse (&self->scan, start, _("a node must be an object: {\"id\": …, \"label\": …}"), error);
  if (!scan_members (self, members, &text.end, &text.bare, error) ||
      !read_id (self, start, &members[ID], &node, error) ||
      !read_numbers (self, members, &node, error))
    return FALSE;

  add_node (self, &node, &text, members);
  return TRUE;
}

/* Edges */

static gboolean
read_edge (gpointer   reader,
           GError   **error)
{
  BaryGraphFile *self = reader;
  BaryJsonValue ends[2] = { 0 }, more;
  const char *start = self->scan.at;
  GError *failed = NULL;
  int found[2];
  guint n = 0;

  if (!bary_json_scan_enter (&self->scan, BARY_JSON_ARRAY, error))
    return FALSE;
  while (bary_json_scan_next (&self->scan, &failed))
    if (!bary_json_scan_value (&self->scan, n < 2 ? &ends[n] : &more, error))
      return FALSE;
    else
      n++;
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  for (guint i = 0; i < 2; i++)
    {
      if (!is_scalar (&ends[i]))
        return bary_json_refuse (&self->scan, start, _("an edge must name two nodes: [\"a\", \"b\"]"), error);
      found[i] = find_node (self, &ends[i]);
      if (found[i] < 0)
        return bary_json_refuse_value (&self->scan, &ends[i], _("there is no node with the id %s: add the node or remove the edge"), error);
    }
  g_array_append_val (self->edges, ((BaryGraphEdge) { (guint) found[0], (guint) found[1] }));
  return TRUE;
}

/* The file */

/* Nodes are read where they stand; edges wait for the nodes, which may come after them.
 * @edges: (out): where their array begins, or NULL */
static gboolean
read_top (BaryGraphFile  *self,
          gboolean       *has_nodes,
          const char    **edges,
          GError        **error)
{
  BaryJsonValue name, value;
  GError *failed = NULL;

  if (!bary_json_scan_enter (&self->scan, BARY_JSON_OBJECT, error))
    return FALSE;
  while (bary_json_scan_next_member (&self->scan, &name, &failed))
    {
      const char *start = self->scan.at;
      gboolean nodes = bary_json_value_is (&name, "nodes");

      if ((nodes && *has_nodes) || (bary_json_value_is (&name, "edges") && *edges != NULL))
        return bary_json_refuse_value (&self->scan, &name, _("a second list %s: join them into one"), error);
      if (nodes ? !bary_json_read_array (&self->scan, start, _("“nodes” must be an array: [{\"id\": …}, …]"), read_node, self, error)
                : !bary_json_scan_value (&self->scan, &value, error))
        return FALSE;
      *has_nodes |= nodes;
      if (bary_json_value_is (&name, "edges"))
        *edges = start;
    }
  if (failed == NULL)
    return bary_json_scan_finish (&self->scan, error);

  g_propagate_error (error, failed);
  return FALSE;
}

static gboolean
read_graph (BaryGraphFile  *self,
            GError        **error)
{
  gboolean has_nodes = FALSE;
  const char *edges = NULL;

  if (!bary_json_scan_init (&self->scan, self->path, self->text, self->length, error) ||
      !read_top (self, &has_nodes, &edges, error))
    return FALSE;
  if (!has_nodes)
    return bary_json_refuse (&self->scan, self->text, _("there is no graph here: {\"nodes\": [{\"id\": …}], \"edges\": [[\"a\", \"b\"]]} is expected"), error);

  return edges == NULL ||
         bary_json_read_array (&self->scan, edges, _("“edges” must be an array: [[\"a\", \"b\"], …]"), read_edge, self, error);
}

BaryGraphFile *
bary_graph_file_read (const char        *path,
                      BaryLayoutScheme   scheme,
                      GError           **error)
{
  g_autoptr (BaryGraphFile) self = g_new0 (BaryGraphFile, 1);
  g_autoptr (GError) cause = NULL;

  self->path = g_strdup (path);
  self->strings = g_string_chunk_new (4096);
  self->buffer = g_string_new (NULL);
  init_names (&self->ids);
  init_names (&self->clusters);
  init_names (&self->groups);
  init_names (&self->districts);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (BaryGraphNode));
  self->texts = g_array_new (FALSE, TRUE, sizeof (BaryNodeText));
  self->edges = g_array_new (FALSE, TRUE, sizeof (BaryGraphEdge));
  self->sectors = g_array_new (FALSE, TRUE, sizeof (BaryGraphCluster));
  self->regions = g_array_new (FALSE, TRUE, sizeof (BaryGraphDistrict));
  if (!g_file_get_contents (path, &self->text, &self->length, &cause))
    {
      g_set_error (error, BARY_GRAPH_FILE_ERROR, BARY_GRAPH_FILE_ERROR_REFUSED,
                   _("%s cannot be read: check its name and your right to read it (%s)"), path, cause->message);
      return NULL;
    }
  if (!read_graph (self, error))
    return NULL;

  bary_graph_file_build_structure (self, scheme);
  return g_steal_pointer (&self);
}

void
bary_graph_file_free (BaryGraphFile *self)
{
  clear_names (&self->ids);
  clear_names (&self->clusters);
  clear_names (&self->groups);
  clear_names (&self->districts);
  g_array_unref (self->nodes);
  g_array_unref (self->texts);
  g_array_unref (self->edges);
  g_array_unref (self->sectors);
  g_array_unref (self->regions);
  g_string_free (self->buffer, TRUE);
  g_string_chunk_free (self->strings);
  g_free (self->text);
  g_free (self->path);
  g_free (self);
}

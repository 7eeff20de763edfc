#include "bary-scene-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define COLUMN_GAP 14.0
#define ROW_GAP 2.0
#define MARK_WIDTH 11.0  /* of a shape */
#define STROKE_WIDTH 22.0 /* of a line or a card */
#define SAMPLE_GAP 4.0   /* before the name */
#define COUNT_GAP 4.0

typedef enum {
  ENTRY_CENTRES,
  ENTRY_BODIES,
  ENTRY_GROUP,
  ENTRY_BASE_SITE,
  ENTRY_MANY,     /* in several clusters */
  ENTRY_HEAVY,
  ENTRY_PRESENCE,
  ENTRY_LINE,
} EntryType;

typedef struct {
  EntryType type;
  guint     value; /* group, line or presence */
  char     *name;  /* without the count */
  char     *text;
  guint     count;
} Entry;

static void
clear_entry (Entry *entry)
{
  g_free (entry->name);
  g_free (entry->text);
}

static const char *
presence_label (BaryPresence presence)
{
  switch (presence)
    {
    case BARY_PRESENCE_JOINED:
      return _("Joined since");
    case BARY_PRESENCE_LEFT:
      return _("Left since");
    case BARY_PRESENCE_MOVED_IN:
      return _("Moved here since");
    case BARY_PRESENCE_MOVED_OUT:
      return _("Moved away since");
    case BARY_PRESENCE_ABSENT:
    case BARY_PRESENCE_STAYS:
      break;
    }
  return "";
}

/* The group a node counts in: a barycenter that is a member as well counts, though it stands in the middle. */
static const SceneGroup *
group_of (BaryScene             *self,
          const BaryNetworkNode *node)
{
  const SceneCluster *cluster = node->cluster >= 0 ? &self->clusters[node->cluster] : NULL;

  if (cluster == NULL || node->group < 0 || node->group >= (int) cluster->n_groups)
    return NULL;
  return &g_array_index (self->groups, SceneGroup, cluster->first_group + (guint) node->group);
}

static gboolean
stands_for (BaryScene   *self,
            const Entry *entry,
            guint        i)
{
  const BaryNetworkNode *node = bary_network_node (self->network, i);
  gboolean there = scene_presence_is_there (node->presence);

  switch (entry->type)
    {
    case ENTRY_CENTRES:
      return there && node->role == BARY_ROLE_BARYCENTER;
    case ENTRY_BODIES:
      return there && node->role != BARY_ROLE_BARYCENTER && node->role != BARY_ROLE_MEMBER;
    case ENTRY_GROUP:
      {
        const SceneGroup *group = group_of (self, node);

        return there && group != NULL && (guint) node->group == entry->value && g_str_equal (group->text, entry->name);
      }
    case ENTRY_BASE_SITE:
      return there && node->base_site;
    case ENTRY_MANY:
      return there && node->n_clusters > 1;
    case ENTRY_HEAVY:
      return there && node->role == BARY_ROLE_MEMBER && node->weight >= BARY_SCENE_HEAVY;
    case ENTRY_PRESENCE:
      return node->presence == entry->value;
    case ENTRY_LINE:
      break;
    }
  return FALSE;
}

static gboolean
is_line_shown (BaryScene             *self,
               const BaryNetworkLine *line)
{
  return line->a != line->b && line->presence != BARY_PRESENCE_ABSENT && bary_scene_is_shown (self, (int) line->a) &&
         bary_scene_is_shown (self, (int) line->b);
}

static guint
count (BaryScene   *self,
       const Entry *entry)
{
  guint n = 0;

  if (entry->type != ENTRY_LINE)
    for (guint i = 0; i < self->n_nodes; i++)
      n += stands_for (self, entry, i);
  else
    for (guint i = 0; i < self->network->lines->len; i++)
      {
        const BaryNetworkLine *line = bary_network_line (self->network, i);

        n += line->line == entry->value && is_line_shown (self, line);
      }
  return n;
}

static void
add_entry (BaryScene  *self,
           GArray     *entries,
           EntryType   type,
           guint       value,
           const char *name)
{
  Entry entry = { type, value, g_strdup (name) };

  entry.count = count (self, &entry);
  if (entry.count == 0 && (type != ENTRY_GROUP || self->network->picture != BARY_PICTURE_CLUSTER))
    {
      clear_entry (&entry);
      return;
    }
  /* Translators: an entry of a diagram's legend and how many there are of it: "Base site – 1" */
  entry.text = g_strdup_printf (_("%s – %u"), name, entry.count);
  g_array_append_val (entries, entry);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->value != y->value ? (x->value > y->value) - (x->value < y->value) : strcmp (x->name, y->name);
}

/* The groups of all schemes, each kind once. */
static void
add_groups (BaryScene *self,
            GArray    *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < self->network->clusters->len; i++)
    for (guint j = 0; j < self->clusters[i].n_groups; j++)
      {
        const SceneGroup *group = &g_array_index (self->groups, SceneGroup, self->clusters[i].first_group + j);
        Entry entry = { ENTRY_GROUP, j, group->text };

        if (g_hash_table_add (seen, g_strdup_printf ("%u %s", j, group->text)))
          g_array_append_val (found, entry);
      }
  g_array_sort (found, compare_groups);
  for (guint i = 0; i < found->len; i++)
    add_entry (self, entries, ENTRY_GROUP, g_array_index (found, Entry, i).value, g_array_index (found, Entry, i).name);
}

static GArray *
list_entries (BaryScene *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (entries, (GDestroyNotify) clear_entry);
  if (self->network->picture != BARY_PICTURE_CLUSTER)
    add_entry (self, entries, ENTRY_CENTRES, 0, _("Barycenters"));
  add_entry (self, entries, ENTRY_BODIES, 0, _("Councils, groups of experts and teams"));
  add_groups (self, entries);
  add_entry (self, entries, ENTRY_BASE_SITE, 0, _("Base site"));
  add_entry (self, entries, ENTRY_MANY, 0, _("In several clusters"));
  if (self->network->picture != BARY_PICTURE_INTERACTION)
    /* Translators: of members whose marks are larger and that stand nearer the barycenter */
    add_entry (self, entries, ENTRY_HEAVY, 0, _("Heavier: more statuses and links"));
  for (guint i = BARY_PRESENCE_JOINED; i <= BARY_PRESENCE_MOVED_OUT; i++)
    add_entry (self, entries, ENTRY_PRESENCE, i, presence_label (i));
  for (guint i = 0; i < BARY_N_LINES; i++)
    add_entry (self, entries, ENTRY_LINE, i, bary_line_get_label (i));
  return entries;
}

typedef struct {
  BaryScene       *scene;
  BaryPen         *pen;    /* NULL only measures */
  const BaryTheme *theme;
  double           most;   /* width of a row */
  double           x, y;   /* of the upper left corner */
  double           across, down, row_height, widest;
  double           seek_x, seek_y; /* in the legend; whose entry is looked for */
  guint            found;  /* index + 1 */
} Flow;

static void
draw_line_sample (Flow        *flow,
                  const Entry *entry,
                  double       x,
                  double       y)
{
  BaryPoint from = { x, y }, to = { x + STROKE_WIDTH, y };
  BaryStroke stroke = bary_line_stroke (entry->value, flow->theme->line, 1, 1);

  bary_pen_line (flow->pen, &from, &to, &stroke);
}

static void
draw_box_sample (Flow        *flow,
                 const Entry *entry,
                 double       x,
                 double       y)
{
  static const double dashes[] = { 4, 3 };
  BaryBox box = { x + STROKE_WIDTH / 2, y, STROKE_WIDTH - 3, 9 };
  gboolean full = entry->type == ENTRY_CENTRES;
  BaryInk fill = { flow->theme->text, 1 };
  BaryStroke outline = { { full || entry->type == ENTRY_BODIES ? flow->theme->text : flow->theme->line, 1 },
                         entry->type == ENTRY_BASE_SITE ? 2.2 : entry->type == ENTRY_BODIES ? 1.6 : 1.1,
                         dashes, entry->type == ENTRY_PRESENCE ? 2 : 0 };

  bary_pen_box (flow->pen, &box, 3, full ? &fill : NULL, &outline);
}

static void
draw_sample (Flow        *flow,
             const Entry *entry,
             double       x,
             double       y)
{
  BaryInk ink = { bary_palette_get_colour (entry->value, flow->theme->kind), 1 };
  BaryInk plain = { flow->theme->line, 1 };
  BaryStroke ring = { { flow->theme->text, 0.8 }, 1.2 };
  BaryBox round = { x + MARK_WIDTH / 2, y, 2 * 4.5, 2 * 4.5 };

  switch (entry->type)
    {
    case ENTRY_GROUP:
      bary_pen_shape (flow->pen, bary_palette_get_shape (entry->value), x + MARK_WIDTH / 2, y, BARY_SCENE_MARK, &ink);
      break;
    case ENTRY_LINE:
      draw_line_sample (flow, entry, x, y);
      break;
    case ENTRY_MANY:
      bary_pen_ellipse (flow->pen, &round, NULL, &ring);
      break;
    case ENTRY_HEAVY:
      bary_pen_shape (flow->pen, BARY_SHAPE_CIRCLE, x + 4, y, BARY_SCENE_MARK * bary_mark_size (1), &plain);
      bary_pen_shape (flow->pen, BARY_SHAPE_CIRCLE, x + 15, y, BARY_SCENE_MARK * 1.25, &plain);
      break;
    case ENTRY_CENTRES:
    case ENTRY_BODIES:
    case ENTRY_BASE_SITE:
    case ENTRY_PRESENCE:
      draw_box_sample (flow, entry, x, y);
      break;
    }
}

static const char *
presence_sign (const Entry *entry)
{
  if (entry->type != ENTRY_PRESENCE)
    return "";
  return entry->value == BARY_PRESENCE_JOINED ? "+ " : entry->value == BARY_PRESENCE_LEFT ? "− " : "→ ";
}

static double
sample_width (const Entry *entry)
{
  return (entry->type == ENTRY_GROUP || entry->type == ENTRY_MANY ? MARK_WIDTH : STROKE_WIDTH) + SAMPLE_GAP;
}

/* Behind the last line of the name. */
static void
draw_entry (Flow            *flow,
            const Entry     *entry,
            const BaryLabel *name,
            const BaryLabel *number)
{
  double x = flow->x + flow->across, y = flow->y + flow->down, left = x + sample_width (entry);
  double end = left + name->lines[MAX (name->n_lines, 1) - 1].width + COUNT_GAP;
  BaryInk ink = { flow->theme->text, 1 }, dim = { flow->theme->dim_text, 1 };

  draw_sample (flow, entry, x, y + name->height / 2);
  bary_pen_label (flow->pen, flow->scene->book, name, left, y, 1, FALSE, ink);
  bary_pen_label (flow->pen, flow->scene->book, number, end, y + name->height - number->height, 1, FALSE, dim);
}

static void
add_to_flow (Flow        *flow,
             const Entry *entry,
             guint        i)
{
  g_autofree char *words = g_strconcat (presence_sign (entry), entry->name, NULL);
  g_autofree char *digits = g_strdup_printf ("%u", entry->count);
  const BaryLabel *number = bary_text_book_fold (flow->scene->book, BARY_TEXT_COUNT, digits, flow->most);
  double beside = sample_width (entry) + COUNT_GAP + number->width;
  const BaryLabel *name = bary_text_book_fold (flow->scene->book, BARY_TEXT_COUNT, words, MAX (flow->most - beside, beside));
  double width = beside + name->width;

  if (flow->across > 0 && flow->across + width > flow->most)
    {
      flow->across = 0;
      flow->down += flow->row_height + ROW_GAP;
      flow->row_height = 0;
    }
  if (flow->pen != NULL)
    {
      bary_pen_begin (flow->pen, BARY_PART_LEGEND, i);
      draw_entry (flow, entry, name, number);
      bary_pen_end (flow->pen);
    }
  if (flow->seek_x >= flow->across && flow->seek_x < flow->across + width && flow->seek_y >= flow->down &&
      flow->seek_y < flow->down + name->height)
    flow->found = i + 1;
  flow->across += width;
  flow->widest = MAX (flow->widest, flow->across);
  flow->row_height = MAX (flow->row_height, name->height);
  flow->across += COLUMN_GAP;
}

static void
go_through (Flow   *flow,
            GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    add_to_flow (flow, &g_array_index (entries, Entry, i), i);
}

void
bary_scene_measure_legend (BaryScene *self,
                           double     most,
                           double    *width,
                           double    *height)
{
  g_autoptr (GArray) entries = list_entries (self);
  Flow flow = { self, NULL, NULL, most };

  flow.seek_x = flow.seek_y = -1;
  go_through (&flow, entries);
  *width = ceil (flow.widest);
  *height = ceil (flow.down + flow.row_height);
}

double
bary_scene_measure_legend_rows (BaryScene *self,
                                guint      n_rows)
{
  return n_rows * (bary_text_book_line_height (self->book, BARY_TEXT_COUNT) + ROW_GAP) - ROW_GAP;
}

void
bary_scene_walk_legend (BaryScene       *self,
                        BaryPen         *pen,
                        const BaryTheme *theme,
                        double           most,
                        double           x,
                        double           y)
{
  g_autoptr (GArray) entries = list_entries (self);
  Flow flow = { self, pen, theme, most, x, y };

  flow.seek_x = flow.seek_y = -1;
  go_through (&flow, entries);
}

void
bary_scene_draw_legend (BaryScene       *self,
                        cairo_t         *cr,
                        const BaryTheme *theme,
                        double           most)
{
  BaryPen *pen;

  cairo_save (cr);
  pen = bary_cairo_pen_new (cr, self->book, self->sprites);
  bary_scene_walk_legend (self, pen, theme, most, 0, 0);
  bary_cairo_pen_free (pen);
  cairo_restore (cr);
}

static void
add_ends (BaryScene *self,
          BaryLine   line,
          guint8    *members)
{
  for (guint i = 0; i < self->network->lines->len; i++)
    {
      const BaryNetworkLine *it = bary_network_line (self->network, i);

      if (it->line == line && is_line_shown (self, it))
        members[it->a] = members[it->b] = 1;
    }
}

gboolean
bary_scene_pick_legend (BaryScene *self,
                        double     most,
                        double     x,
                        double     y,
                        guint8    *members)
{
  g_autoptr (GArray) entries = list_entries (self);
  Flow flow = { self, NULL, NULL, most };
  const Entry *entry;

  flow.seek_x = x;
  flow.seek_y = y;
  go_through (&flow, entries);
  if (flow.found == 0)
    return FALSE;

  entry = &g_array_index (entries, Entry, flow.found - 1);
  memset (members, 0, self->n_nodes);
  if (entry->type == ENTRY_LINE)
    add_ends (self, entry->value, members);
  else
    for (guint i = 0; i < self->n_nodes; i++)
      members[i] = stands_for (self, entry, i);
  return TRUE;
}

char *
bary_scene_describe_legend (BaryScene *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", g_array_index (entries, Entry, i).text);
  return g_string_free (words, FALSE);
}

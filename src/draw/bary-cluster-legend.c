#include "bary-cluster-diagram-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TEXT_SIZE 9.0
#define COLUMN_GAP 16.0
#define SAMPLE 30.0 /* width of a mark or a line before its text */
#define ROW_GAP 3.0

typedef enum {
  ENTRY_GROUP,
  ENTRY_LINE,
  ENTRY_BASE_SITE,
  ENTRY_PRESENCE,
} EntryType;

typedef struct {
  EntryType type;
  guint     value; /* group, line or presence */
  char     *text;
} Entry;

static void
clear_entry (Entry *entry)
{
  g_free (entry->text);
}

static void
add_entry (GArray     *entries,
           EntryType   type,
           guint       value,
           const char *text,
           guint       count)
{
  /* Translators: an entry of a diagram's legend and how many there are of it: "Base site – 1" */
  Entry entry = { type, value, g_strdup_printf (_("%s – %u"), text, count) };

  if (count > 0 || type == ENTRY_GROUP)
    g_array_append_val (entries, entry);
  else
    g_free (entry.text);
}

static const char *
line_label (BaryLine line)
{
  switch (line)
    {
    case BARY_LINE_AGREEMENT:
      return _("Bound by an agreement");
    case BARY_LINE_METHODICAL:
      return _("Methodical link");
    case BARY_LINE_SCIENTIFIC:
      return _("Scientific link");
    case BARY_LINE_INFORMATIONAL:
      return _("Informational link");
    case BARY_LINE_SOCIAL:
      return _("Social link");
    case BARY_LINE_RESOURCE:
      return _("Link by resources");
    case BARY_LINE_MEMBERSHIP:
      return _("Member of the cluster");
    case BARY_LINE_ANSWERS_TO:
      return _("Answers to");
    case BARY_LINE_COORDINATION:
    case BARY_N_LINES:
      break;
    }
  return _("Coordination");
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

static gboolean
is_there (const DiagramNode *node)
{
  return node->presence != BARY_PRESENCE_ABSENT && node->presence != BARY_PRESENCE_JOINED &&
         node->presence != BARY_PRESENCE_MOVED_IN;
}

static void
add_node_entries (BaryClusterDiagram *self,
                  GArray             *entries)
{
  g_autofree guint *groups = g_new0 (guint, self->groups->len + 1);
  guint presences[BARY_PRESENCE_MOVED_OUT + 1] = { 0 }, base_sites = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const DiagramNode *node = &g_array_index (self->nodes, DiagramNode, i);

      presences[node->presence]++;
      base_sites += node->base_site && is_there (node);
      if (is_there (node) && node->group >= 0 && node->group < (int) self->groups->len)
        groups[node->group]++;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const DiagramGroup *group = &g_array_index (self->groups, DiagramGroup, i);

      add_entry (entries, ENTRY_GROUP, i, group->label, groups[i] + group->n_in_centre);
    }
  add_entry (entries, ENTRY_BASE_SITE, 0, _("Base site"), base_sites);
  for (guint i = BARY_PRESENCE_JOINED; i <= BARY_PRESENCE_MOVED_OUT; i++)
    add_entry (entries, ENTRY_PRESENCE, i, presence_label (i), presences[i]);
}

static GArray *
list_entries (BaryClusterDiagram *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint lines[BARY_N_LINES] = { 0 };

  g_array_set_clear_func (entries, (GDestroyNotify) clear_entry);
  add_node_entries (self, entries);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const DiagramLine *line = &g_array_index (self->lines, DiagramLine, i);

      if (bary_cluster_diagram_is_shown (self, line->from) && bary_cluster_diagram_is_shown (self, line->to))
        lines[line->line]++;
    }
  for (guint i = 0; i < BARY_N_LINES; i++)
    add_entry (entries, ENTRY_LINE, i, line_label (i), lines[i]);
  return entries;
}

static void
draw_sample (cairo_t         *cr,
             const Entry     *entry,
             const BaryTheme *theme,
             double           y)
{
  const double dashes[] = { 4, 3 };

  switch (entry->type)
    {
    case ENTRY_GROUP:
      bary_draw_shape (cr, bary_palette_get_shape (entry->value), SAMPLE / 2 - 3, y, BARY_DIAGRAM_MARK);
      bary_draw_set_colour (cr, bary_palette_get_colour (entry->value, theme->kind), 1);
      cairo_fill (cr);
      break;
    case ENTRY_LINE:
      bary_line_prepare (cr, entry->value);
      bary_draw_set_colour (cr, theme->line, 1);
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, SAMPLE - 6, y);
      cairo_stroke (cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      break;
    case ENTRY_BASE_SITE:
    case ENTRY_PRESENCE:
      bary_draw_rounded (cr, 2, y - 4.5, SAMPLE - 10, 9, 3);
      bary_draw_set_colour (cr, theme->line, 1);
      cairo_set_line_width (cr, entry->type == ENTRY_BASE_SITE ? 2.2 : 1.1);
      cairo_set_dash (cr, dashes, entry->type == ENTRY_PRESENCE ? 2 : 0, 0);
      cairo_stroke (cr);
      break;
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static const char *
presence_sign (const Entry *entry)
{
  if (entry->type != ENTRY_PRESENCE)
    return "";
  return entry->value == BARY_PRESENCE_JOINED ? "+ " : entry->value == BARY_PRESENCE_LEFT ? "− " : "→ ";
}

typedef struct {
  BaryClusterDiagram *diagram;
  cairo_t            *cr;    /* NULL only measures */
  const BaryTheme    *theme;
  double              most;  /* width of a row */
  double              x, y, row_height, widest;
} Flow;

static void
add_to_flow (Flow        *flow,
             const Entry *entry)
{
  g_autofree char *words = g_strconcat (presence_sign (entry), entry->text, NULL);
  g_autoptr (PangoLayout) text = bary_cluster_diagram_make_text (flow->diagram, words, TEXT_SIZE, PANGO_WEIGHT_NORMAL,
                                                                 MAX (flow->most - SAMPLE, SAMPLE));
  double width, height;

  bary_text_measure (text, &width, &height);
  if (flow->x > 0 && flow->x + SAMPLE + width > flow->most)
    {
      flow->x = 0;
      flow->y += flow->row_height + ROW_GAP;
      flow->row_height = 0;
    }
  if (flow->cr != NULL)
    {
      cairo_save (flow->cr);
      cairo_translate (flow->cr, flow->x, flow->y);
      draw_sample (flow->cr, entry, flow->theme, height / 2);
      bary_draw_set_colour (flow->cr, flow->theme->text, 1);
      cairo_move_to (flow->cr, SAMPLE, 0);
      pango_cairo_show_layout (flow->cr, text);
      cairo_restore (flow->cr);
    }
  flow->x += SAMPLE + width;
  flow->widest = MAX (flow->widest, flow->x);
  flow->row_height = MAX (flow->row_height, height);
  flow->x += COLUMN_GAP;
}

static void
go_through (Flow *flow)
{
  g_autoptr (GArray) entries = list_entries (flow->diagram);

  for (guint i = 0; i < entries->len; i++)
    add_to_flow (flow, &g_array_index (entries, Entry, i));
}

void
bary_cluster_diagram_measure_legend (BaryClusterDiagram *self,
                                     double              most,
                                     double             *width,
                                     double             *height)
{
  Flow flow = { self, NULL, NULL, most };

  go_through (&flow);
  *width = ceil (flow.widest);
  *height = ceil (flow.y + flow.row_height);
}

void
bary_cluster_diagram_draw_legend (BaryClusterDiagram *self,
                                  cairo_t            *cr,
                                  const BaryTheme    *theme,
                                  double              most)
{
  Flow flow = { self, cr, theme, most };

  cairo_save (cr);
  cairo_new_path (cr);
  go_through (&flow);
  cairo_restore (cr);
}

char *
bary_cluster_diagram_describe_legend (BaryClusterDiagram *self)
{
  g_autoptr (GArray) entries = list_entries (self);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", g_array_index (entries, Entry, i).text);
  return g_string_free (words, FALSE);
}

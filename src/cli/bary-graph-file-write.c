#include "bary-graph-file-private.h"

#include <math.h>
#include <stdlib.h>

#define NODE(i) (&g_array_index (self->nodes, BaryGraphNode, (i)))
#define TEXT(i) (&g_array_index (self->texts, BaryNodeText, (i)))

const BaryGraph *
bary_graph_file_get_graph (const BaryGraphFile *self)
{
  return &self->graph;
}

gboolean
bary_graph_file_needs_sizes (const BaryGraphFile *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (TEXT (i)->measured_width || TEXT (i)->measured_height)
      return TRUE;
  return FALSE;
}

void
bary_graph_file_measure (BaryGraphFile    *self,
                         BaryMeasureLabel  measure,
                         gpointer          user_data)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const BaryNodeText *text = TEXT (i);
      const BaryJsonValue *label = text->label.type == BARY_JSON_NONE || text->label.type == BARY_JSON_NULL ? &text->id
                                                                                                         : &text->label;
      double width, height;

      if (!text->measured_width && !text->measured_height)
        continue;
      g_string_truncate (self->buffer, 0);
      bary_json_value_get_text (label, self->buffer);
      measure (self->buffer->str, &width, &height, user_data);
      if (text->measured_width)
        NODE (i)->width = width;
      if (text->measured_height)
        NODE (i)->height = height;
    }
}

void
bary_graph_file_start_from (BaryGraphFile       *self,
                            const BaryGraphFile *previous)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      BaryGraphNode *node = NODE (i);
      gpointer number = g_hash_table_lookup (previous->ids.numbers, node->id);
      const BaryGraphNode *before;

      if (number == NULL || (node->pinned && !isnan (node->x)))
        continue;
      before = &g_array_index (previous->nodes, BaryGraphNode, GPOINTER_TO_INT (number) - 1);
      if (isnan (before->x))
        continue;
      node->x = before->x;
      node->y = before->y;
    }
}

/* Millionths, without zeros at the end. */
static void
append_number (GString *out,
               double   number)
{
  char digits[32], *p = digits + sizeof digits;
  gint64 whole, millionths = (gint64) llround (fabs (number) * 1e6);
  gboolean started = FALSE;

  whole = millionths / 1000000;
  millionths %= 1000000;
  for (int i = 0; i < 6; i++, millionths /= 10)
    {
      started |= millionths % 10 != 0;
      if (started)
        *--p = (char) ('0' + millionths % 10);
    }
  if (started)
    *--p = '.';
  do
    *--p = (char) ('0' + whole % 10);
  while ((whole /= 10) != 0);
  if (number < 0 && !(p[0] == '0' && !started))
    *--p = '-';
  g_string_append_len (out, p, digits + sizeof digits - p);
}

typedef struct {
  const BaryJsonValue *old;
  const char          *name;
  double               number;
  gboolean             written; /* as it stands in the text */
  int                  rank;    /* among those that are not in the text yet */
} Member;

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *one = a, *other = b;

  if (one->old->start != other->old->start)
    return one->old->start > other->old->start ? 1 : -1;
  return one->rank - other->rank;
}

/* Returns: up to where the text is copied */
static const char *
compose_node (GString            *out,
              const char         *from,
              const BaryNodeText *text,
              const BaryBox      *box,
              gboolean            stays)
{
  Member members[] = {
    { &text->x, "\"x\": ", box->x, stays, 0 }, { &text->y, "\"y\": ", box->y, stays, 1 },
    { &text->width, "\"w\": ", box->width, !text->measured_width, 2 },
    { &text->height, "\"h\": ", box->height, !text->measured_height, 3 },
  };
  gboolean comma = !text->bare;

  qsort (members, G_N_ELEMENTS (members), sizeof (Member), compare_members);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const BaryJsonValue *old = members[i].old;

      if (old->type == BARY_JSON_NONE || members[i].written)
        continue;
      g_string_append_len (out, from, old->start - from);
      append_number (out, members[i].number);
      from = old->start + old->length;
    }
  g_string_append_len (out, from, text->end - from);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (members[i].old->type != BARY_JSON_NONE)
        continue;
      g_string_append (out, comma ? ", " : "");
      g_string_append (out, members[i].name);
      append_number (out, members[i].number);
      comma = TRUE;
    }
  return text->end;
}

/* The number in the text is kept, where it is the node's place: not where a pinned node took the previous one. */
static gboolean
stays (const BaryGraphNode *node,
       const BaryNodeText  *text,
       const BaryBox       *box)
{
  double x, y;

  return node->pinned && bary_json_value_get_number (&text->x, &x) && bary_json_value_get_number (&text->y, &y) &&
         x == box->x && y == box->y;
}

GString *
bary_graph_file_compose (const BaryGraphFile   *self,
                         const BaryGraphLayout *layout)
{
  GString *out = g_string_sized_new (self->length + 48 * self->nodes->len + 64);
  const char *from = self->scan.text;

  for (guint i = 0; i < self->nodes->len; i++)
    from = compose_node (out, from, TEXT (i), &layout->nodes[i], stays (NODE (i), TEXT (i), &layout->nodes[i]));
  g_string_append_len (out, from, self->scan.end - from);
  return out;
}

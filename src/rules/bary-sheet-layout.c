#include "bary-sheet-layout.h"

#define GAP 3.0 /* between neighbours in a lane, and between a mark and its name */

typedef struct {
  double end;  /* where the last thing in it ends */
  guint  last; /* the entry */
} Lane;

typedef struct {
  const BarySheetMeasures *measures;
  const BarySheetEntry    *entries;
  BarySheetMark           *marks;
  GArray                  *lanes; /* of Lane: those of the row */
  guint                    first_lane;
} Packing;

double
bary_sheet_get_x (const BarySheetMeasures *measures,
                  BaryDay                  day)
{
  double n_days = measures->days.last - measures->days.first + 1;

  return measures->left + measures->width * ((double) day - measures->days.first) / n_days;
}

BaryDay
bary_sheet_get_day (const BarySheetMeasures *measures,
                    double                   x)
{
  double n_days = measures->days.last - measures->days.first + 1;
  int offset = (int) ((x - measures->left) / measures->width * n_days);

  return measures->days.first + CLAMP (offset, 0, (int) n_days - 1);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const BarySheetEntry *entries = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const BarySheetEntry *one = &entries[i], *other = &entries[j];

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->vague != other->vague)
    return one->vague ? 1 : -1;
  if (one->days.first != other->days.first)
    return one->days.first < other->days.first ? -1 : 1;
  if (one->days.last != other->days.last)
    return one->days.last > other->days.last ? -1 : 1;
  return i < j ? -1 : 1;
}

/* Left to right; a mark is never narrower than the least one, however short its days are. */
static void
set_extent (Packing *self,
            guint    i)
{
  const BarySheetMeasures *measures = self->measures;
  BaryDaySpan days = self->entries[i].days;
  double left, right;

  self->marks[i] = (BarySheetMark) { { 0 } };
  if (!bary_day_span_overlaps (days, measures->days))
    return;
  left = bary_sheet_get_x (measures, MAX (days.first, measures->days.first));
  right = bary_sheet_get_x (measures, MIN (days.last, measures->days.last) + 1);
  if (right - left < measures->mark)
    {
      left = MIN ((left + right - measures->mark) / 2, measures->left + measures->width - measures->mark);
      left = MAX (left, measures->left);
      right = left + measures->mark;
    }
  self->marks[i].box = (BaryBox) { (left + right) / 2, 0, right - left, measures->mark };
}

static guint
find_lane (Packing *self,
           double   left)
{
  for (guint lane = self->first_lane; lane < self->lanes->len; lane++)
    if (g_array_index (self->lanes, Lane, lane).end + GAP <= left)
      return lane;

  g_array_set_size (self->lanes, self->lanes->len + 1);
  return self->lanes->len - 1;
}

static void
give_label (Packing *self,
            guint    i,
            double   right)
{
  const BarySheetMeasures *measures = self->measures;
  BarySheetMark *mark = &self->marks[i];
  double wanted = MIN (self->entries[i].label, measures->most_label);
  double room = mark->box.width - measures->mark - 2 * GAP;

  mark->inside = wanted > 0 && room >= MIN (wanted, measures->most_label / 2);
  if (mark->inside)
    mark->label = MIN (self->entries[i].label, room);
  else if (wanted > 0)
    mark->label = MIN (wanted, MAX (measures->left + measures->width - right - GAP, 0));
}

/* A name that was cut takes the room that is left before what comes next in its lane. */
static void
lengthen_label (Packing *self,
                guint    i,
                double   next)
{
  BarySheetMark *mark = &self->marks[i];
  double room = next - GAP - (mark->box.x + mark->box.width / 2 + GAP);

  if (mark->label > 0 && !mark->inside && room > mark->label)
    mark->label = MIN (self->entries[i].label, room);
}

static void
put_in_lane (Packing *self,
             guint    i)
{
  const BarySheetMeasures *measures = self->measures;
  BarySheetMark *mark = &self->marks[i];
  double left = mark->box.x - mark->box.width / 2, right = mark->box.x + mark->box.width / 2;
  guint lane = find_lane (self, left);
  Lane *taken = &g_array_index (self->lanes, Lane, lane);

  if (taken->end > 0)
    lengthen_label (self, taken->last, left);
  give_label (self, i, right);
  *taken = (Lane) { right + (mark->label > 0 && !mark->inside ? mark->label + GAP : 0), i };
  mark->box.y = measures->padding + (lane + 0.5) * measures->lane;
}

/* Entries of one row, in order. */
static guint
pack_row (Packing     *self,
          const guint *order,
          guint        n)
{
  gboolean vague = FALSE;

  g_array_set_size (self->lanes, 0);
  self->first_lane = 0;
  for (guint k = 0; k < n; k++)
    {
      set_extent (self, order[k]);
      if (self->entries[order[k]].vague && !vague)
        {
          vague = TRUE;
          self->first_lane = self->lanes->len;
        }
      if (self->marks[order[k]].box.width > 0)
        put_in_lane (self, order[k]);
    }
  for (guint lane = 0; lane < self->lanes->len; lane++)
    lengthen_label (self, g_array_index (self->lanes, Lane, lane).last, self->measures->left + self->measures->width);
  return self->lanes->len;
}

double
bary_sheet_lay_out (const BarySheetMeasures *measures,
                    const BarySheetEntry    *entries,
                    guint                    n_entries,
                    guint                    n_rows,
                    BarySheetMark           *marks,
                    BarySheetRow            *rows)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, TRUE, sizeof (Lane));
  g_autofree guint *order = g_new (guint, n_entries + 1);
  Packing packing = { measures, entries, marks, lanes, 0 };
  double y = measures->top;
  guint next = 0;

  for (guint i = 0; i < n_entries; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_entries, sizeof (guint), compare_entries, (gpointer) entries);

  for (guint row = 0; row < n_rows; row++)
    {
      guint start = next;

      while (next < n_entries && entries[order[next]].row == row)
        next++;
      rows[row].n_lanes = pack_row (&packing, order + start, next - start);
      rows[row].y = y;
      rows[row].height = MAX (measures->least_row, rows[row].n_lanes * measures->lane + 2 * measures->padding);
      for (guint k = start; k < next; k++)
        marks[order[k]].box.y += y;
      y += rows[row].height;
    }
  return y;
}

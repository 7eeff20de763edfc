#include "bary-panel-index.h"

/* The application of an item of an array. */
typedef guint    (*GetApplication) (const BaryPanel *self,
                                    guint            i);
typedef gboolean (*Matches)        (const BaryPanel *self,
                                    guint            i,
                                    guint            application,
                                    guint            expert);

static const BaryInterest *
get_interest (const BaryPanel *self,
              guint            i)
{
  return &g_array_index (self->interests, BaryInterest, i);
}

static const BarySeat *
get_seat (const BaryPanel *self,
          guint            i)
{
  return &g_array_index (self->seats, BarySeat, i);
}

static guint
get_application_of_interest (const BaryPanel *self,
                             guint            i)
{
  return get_interest (self, i)->application;
}

static guint
get_application_of_seat (const BaryPanel *self,
                         guint            i)
{
  return get_seat (self, i)->application;
}

static guint
get_application_of_sheet (const BaryPanel *self,
                          guint            i)
{
  return bary_panel_sheet (self, i)->application;
}

/* Making */

static void
clear_index (BaryPanelIndex *index)
{
  index->length = 0;
  g_clear_pointer (&index->starts, g_free);
  g_clear_pointer (&index->items, g_free);
}

static void
make_index (const BaryPanel *self,
            BaryPanelIndex  *index,
            guint            length,
            GetApplication   get_application)
{
  guint n = self->applications->len;

  clear_index (index);
  index->length = length;
  index->starts = g_new0 (guint, n + 2);
  index->items = g_new (guint, length + 1);
  for (guint i = 0; i < length; i++)
    if (get_application (self, i) < n)
      index->starts[get_application (self, i) + 2]++;
  for (guint i = 2; i < n + 2; i++)
    index->starts[i] += index->starts[i - 1];
  for (guint i = 0; i < length; i++)
    if (get_application (self, i) < n)
      index->items[index->starts[get_application (self, i) + 1]++] = i;
}

void
bary_panel_make_indexes (BaryPanel *self)
{
  make_index (self, &self->interest_index, self->interests->len, get_application_of_interest);
  make_index (self, &self->seat_index, self->seats->len, get_application_of_seat);
  make_index (self, &self->sheet_index, self->sheets->len, get_application_of_sheet);
}

void
bary_panel_clear_indexes (BaryPanel *self)
{
  clear_index (&self->interest_index);
  clear_index (&self->seat_index);
  clear_index (&self->sheet_index);
}

/* Finding */

/* Returns: the first that matches, else -1; with @last the last. */
static int
find (const BaryPanel      *self,
      const BaryPanelIndex *index,
      guint                 length,
      Matches               matches,
      gboolean              last,
      guint                 application,
      guint                 expert)
{
  guint first = index->starts != NULL ? index->starts[application] : 0;
  guint end = index->starts != NULL ? index->starts[application + 1] : 0;
  int found = -1;

  for (guint i = first; i < end && (last || found < 0); i++)
    if (matches (self, index->items[i], application, expert))
      found = (int) index->items[i];
  for (guint i = index->length; i < length && (last || found < 0); i++)
    if (matches (self, i, application, expert))
      found = (int) i;
  return found;
}

static gboolean
is_conflict (const BaryPanel *self,
             guint            i,
             guint            application,
             guint            expert)
{
  const BaryInterest *interest = get_interest (self, i);

  return !interest->potential && interest->application == application && interest->expert == expert;
}

const BaryInterest *
bary_panel_find_conflict (const BaryPanel *self,
                          guint            application,
                          guint            expert)
{
  int i = find (self, &self->interest_index, self->interests->len, is_conflict, FALSE, application, expert);

  return i >= 0 ? get_interest (self, (guint) i) : NULL;
}

static gboolean
is_potential (const BaryPanel *self,
              guint            i,
              guint            application,
              guint            expert)
{
  const BaryInterest *interest = get_interest (self, i);

  return interest->potential && interest->application == application && interest->expert == expert;
}

gboolean
bary_panel_is_doubtful (const BaryPanel *self,
                        guint            application,
                        guint            expert)
{
  return find (self, &self->interest_index, self->interests->len, is_potential, FALSE, application, expert) >= 0;
}

static gboolean
is_seat (const BaryPanel *self,
         guint            i,
         guint            application,
         guint            expert)
{
  return get_seat (self, i)->application == application && get_seat (self, i)->expert == expert;
}

const BarySeat *
bary_panel_find_seat (const BaryPanel *self,
                      guint            application,
                      guint            expert)
{
  int i = find (self, &self->seat_index, self->seats->len, is_seat, FALSE, application, expert);

  return i >= 0 ? get_seat (self, (guint) i) : NULL;
}

static gboolean
is_valid_sheet (const BaryPanel *self,
                guint            i,
                guint            application,
                guint            expert)
{
  const BaryPanelSheet *sheet = bary_panel_sheet (self, i);

  return sheet->application == application && sheet->expert == expert && sheet->state != BARY_SHEET_VOID;
}

int
bary_panel_find_sheet (const BaryPanel *self,
                       guint            application,
                       guint            expert)
{
  return find (self, &self->sheet_index, self->sheets->len, is_valid_sheet, TRUE, application, expert);
}

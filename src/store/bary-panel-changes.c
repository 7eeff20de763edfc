#include "bary-panel-changes.h"

#include "bary-kinds.h"

typedef struct {
  guint application, expert;
  char *key; /* what orders the applications of an expert */
} NewSeat;

static void
clear_seat (gpointer seat)
{
  g_free (((NewSeat *) seat)->key);
}

static gboolean
is_drawn (const BaryPanelDraw  *draw,
          const BaryAssignment *assignment,
          const BarySeat       *seat)
{
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);

      if (g_array_index (draw->numbers, guint, pair->application) == seat->application && pair->expert == seat->expert)
        return TRUE;
    }
  return FALSE;
}

/* What is fixed came through the draw; what was forbidden or set by hand against a conflict is no business of a draw. */
static gboolean
remove_seats (BaryStore            *store,
              const BaryPanelDraw  *draw,
              const BaryAssignment *assignment,
              BaryChanges          *changes,
              GError              **error)
{
  const GArray *seats = draw->panel->seats;

  for (guint i = 0; i < seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (seats, BarySeat, i);
      g_autoptr (BaryRecord) record = NULL;

      if (draw->adds || seat->mode != BARY_SEAT_DRAWN || is_drawn (draw, assignment, seat) ||
          bary_panel_find_sheet (draw->panel, seat->application, seat->expert) >= 0)
        continue;
      record = bary_store_get (store, BARY_KIND_EXPERT_ASSIGNMENT, seat->id, error);
      if (record == NULL)
        return FALSE;
      bary_changes_remove (changes, record);
    }
  return TRUE;
}

static char *
compose_key (const BaryPanelDraw *draw,
             guint                application,
             guint                expert)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT " %s %s", draw->problem.seed,
                                           bary_panel_expert (draw->panel, expert)->id,
                                           bary_panel_application (draw->panel, application)->id);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  const NewSeat *one = a, *other = b;

  if (one->expert != other->expert)
    return one->expert < other->expert ? -1 : 1;
  return g_strcmp0 (one->key, other->key);
}

static GArray *
find_new (const BaryPanelDraw  *draw,
          const BaryAssignment *assignment)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (NewSeat));

  g_array_set_clear_func (found, clear_seat);
  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (assignment->pairs, BaryAssignmentPair, i);
      guint application = g_array_index (draw->numbers, guint, pair->application);
      NewSeat seat = { application, pair->expert, NULL };

      if (bary_panel_find_seat (draw->panel, application, pair->expert) != NULL)
        continue;
      seat.key = compose_key (draw, application, pair->expert);
      g_array_append_val (found, seat);
    }
  g_array_sort (found, compare_seats);
  return found;
}

static guint
find_last_ordinal (const BaryPanel *panel,
                   guint            expert)
{
  guint last = 0;

  for (guint i = 0; i < panel->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (panel->seats, BarySeat, i);

      if (seat->expert == expert)
        last = MAX (last, seat->ordinal);
    }
  return last;
}

static void
add_seats (const BaryPanel *panel,
           const GArray    *found,
           BaryChanges     *changes)
{
  guint ordinal = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const NewSeat *seat = &g_array_index (found, NewSeat, i);
      g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_EXPERT_ASSIGNMENT, NULL);
      g_autofree char *number = NULL;

      if (i == 0 || g_array_index (found, NewSeat, i - 1).expert != seat->expert)
        ordinal = find_last_ordinal (panel, seat->expert);
      number = g_strdup_printf ("%u", ++ordinal);
      bary_record_set_all (record, "expert", bary_panel_expert (panel, seat->expert)->id,
                           "application", bary_panel_application (panel, seat->application)->id,
                           "mode", "drawn", "ordinal", number, NULL);
      bary_changes_add (changes, record);
    }
}

BaryChanges *
bary_panel_changes_draw (BaryStore             *store,
                         const BaryPanelDraw   *draw,
                         const BaryAssignment  *assignment,
                         guint                 *n_added,
                         guint                 *n_removed,
                         GError               **error)
{
  g_autoptr (BaryRecord) contest = bary_store_get (store, BARY_KIND_CONTEST, draw->panel->id, error);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GArray) found = find_new (draw, assignment);
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) draw->problem.seed);

  if (contest == NULL || !remove_seats (store, draw, assignment, changes, error))
    return NULL;
  if (n_removed != NULL)
    *n_removed = bary_changes_get_length (changes);
  if (n_added != NULL)
    *n_added = found->len;
  add_seats (draw->panel, found, changes);
  if (bary_changes_get_length (changes) > 0 && g_strcmp0 (bary_record_get_text (contest, "seed"), seed) != 0)
    bary_changes_set (changes, contest, "seed", seed);
  return g_steal_pointer (&changes);
}

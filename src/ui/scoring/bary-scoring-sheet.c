#include "bary-scoring-sheet.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-kinds.h"
#include "bary-third-search.h"

#include <glib/gi18n-lib.h>

static BaryStore *
get_store (const BaryScoringPlace *place)
{
  return bary_session_get_store (place->session);
}

static gboolean
commit (const BaryScoringPlace *place,
        const char             *name,
        BaryChanges            *changes)
{
  g_autofree char *title = bary_panel_application_to_words (place->panel, place->application);
  g_autoptr (GError) error = NULL;

  if (bary_changes_get_length (changes) == 0 || bary_store_commit (get_store (place), name, title, changes, &error))
    return TRUE;
  bary_session_fail (place->session, error);
  return FALSE;
}

static BaryRecord *
get_record (const BaryScoringPlace *place,
            BaryKind                kind,
            const char             *id)
{
  g_autoptr (GError) error = NULL;
  BaryRecord *record = bary_store_get (get_store (place), kind, id, &error);

  if (record == NULL)
    bary_session_fail (place->session, error);
  return record;
}

static BaryRecord *
make_sheet (const BaryScoringPlace *place,
            guint                   revision)
{
  BaryRecord *sheet = bary_record_new (BARY_KIND_SCORE_SHEET, NULL);
  g_autofree char *number = g_strdup_printf ("%u", revision);

  bary_record_set_all (sheet, "expert", bary_panel_expert (place->panel, place->expert)->id,
                       "application", bary_panel_application (place->panel, place->application)->id,
                       "revision", number, "state", "draft", "source", "desk", NULL);
  return sheet;
}

static void
add_mark (const BaryScoringPlace *place,
          BaryChanges            *changes,
          const char             *sheet,
          guint                   criterion,
          const char             *value,
          const char             *comment)
{
  g_autoptr (BaryRecord) mark = bary_record_new (BARY_KIND_EXPERT_MARK, NULL);

  bary_record_set_all (mark, "sheet", sheet, "criterion", bary_panel_criterion (place->panel, criterion)->id, NULL);
  if (value != NULL)
    bary_record_set_all (mark, "value", value, NULL);
  if (comment != NULL)
    bary_record_set_all (mark, "comment", comment, NULL);
  bary_changes_add (changes, mark);
}

static guint
count_revisions (const BaryScoringPlace *place)
{
  guint last = 0;

  for (guint i = 0; i < place->panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (place->panel, i);

      if (sheet->application == place->application && sheet->expert == place->expert)
        last = MAX (last, sheet->revision);
    }
  return last;
}

/* One field of a mark, which may be the first of a new sheet. */
static gboolean
set_field (const BaryScoringPlace *place,
           guint                   criterion,
           const char             *field,
           const char             *value)
{
  int number = bary_panel_find_sheet (place->panel, place->application, place->expert);
  const char *id = number >= 0 ? bary_panel_get_remarks (place->panel, (guint) number)[criterion].id : NULL;
  gboolean is_value = g_str_equal (field, "value");
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) sheet = NULL;
  g_autoptr (BaryRecord) mark = NULL;

  if (number >= 0 && !bary_panel_is_at_desk (place->panel, (guint) number))
    return FALSE;
  if (id != NULL)
    {
      mark = get_record (place, BARY_KIND_EXPERT_MARK, id);
      if (mark == NULL)
        return FALSE;
      if (g_strcmp0 (bary_record_get_text (mark, field), value) != 0)
        bary_changes_set (changes, mark, field, value);
      return commit (place, N_("Score %s"), changes);
    }

  if (number < 0)
    {
      sheet = make_sheet (place, count_revisions (place) + 1);
      bary_changes_add (changes, sheet);
    }
  add_mark (place, changes, sheet != NULL ? bary_record_get_id (sheet) : bary_panel_sheet (place->panel, (guint) number)->id,
            criterion, is_value ? value : NULL, is_value ? NULL : value);
  return commit (place, N_("Score %s"), changes);
}

gboolean
bary_scoring_set_mark (const BaryScoringPlace *place,
                       guint                   criterion,
                       const char             *mark)
{
  return set_field (place, criterion, "value", mark);
}

gboolean
bary_scoring_set_comment (const BaryScoringPlace *place,
                          guint                   criterion,
                          const char             *comment)
{
  return set_field (place, criterion, "comment", comment);
}

/* Handing in */

char *
bary_scoring_find_fault (const BaryScoringPlace *place)
{
  int sheet = bary_panel_find_sheet (place->panel, place->application, place->expert);

  if (sheet < 0)
    return g_strdup (_("There is no mark yet"));
  for (guint i = 0; i < place->panel->criteria->len; i++)
    {
      char *fault = bary_panel_find_mark_fault (place->panel, i, &bary_panel_get_marks (place->panel, (guint) sheet)[i],
                                                bary_panel_get_remarks (place->panel, (guint) sheet)[i].comment);

      if (fault != NULL)
        return fault;
    }
  return NULL;
}

gboolean
bary_scoring_hand_in (const BaryScoringPlace *place)
{
  g_autofree char *contest = g_strdup (place->panel->id); /* the panel is read anew when something is written */
  int number = bary_panel_find_sheet (place->panel, place->application, place->expert);
  g_autoptr (BaryRecord) sheet = number >= 0 ? get_record (place, BARY_KIND_SCORE_SHEET,
                                                           bary_panel_sheet (place->panel, (guint) number)->id) : NULL;
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = bary_date_today ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");

  if (sheet == NULL)
    return FALSE;
  bary_changes_set (changes, sheet, "state", "submitted");
  bary_changes_set (changes, sheet, "submitted_on", day);
  bary_changes_set (changes, sheet, "submitted_time", time);
  if (!commit (place, N_("Hand in the sheet of %s"), changes))
    return FALSE;
  bary_third_search_begin (place->session, contest);
  return TRUE;
}

gboolean
bary_scoring_revise (const BaryScoringPlace *place,
                     const char             *reason)
{
  int number = bary_panel_find_sheet (place->panel, place->application, place->expert);
  g_autoptr (BaryRecord) sheet = make_sheet (place, count_revisions (place) + 1);
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  bary_record_set_all (sheet, "reason", reason, NULL);
  bary_changes_add (changes, sheet);
  for (guint i = 0; number >= 0 && i < place->panel->criteria->len; i++)
    {
      const BaryScoreMark *mark = &bary_panel_get_marks (place->panel, (guint) number)[i];
      g_autofree char *value = mark->given ? bary_fraction_to_string (&mark->value) : NULL;

      add_mark (place, changes, bary_record_get_id (sheet), i, value,
                bary_panel_get_remarks (place->panel, (guint) number)[i].comment);
    }
  return commit (place, N_("New revision of the sheet of %s"), changes);
}

/* Conflicts */

static gboolean
void_sheets (const BaryScoringPlace *place,
             BaryChanges            *changes)
{
  for (guint i = 0; i < place->panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (place->panel, i);
      g_autoptr (BaryRecord) record = NULL;

      if (sheet->application != place->application || sheet->expert != place->expert || sheet->state == BARY_SHEET_VOID)
        continue;
      record = get_record (place, BARY_KIND_SCORE_SHEET, sheet->id);
      if (record == NULL)
        return FALSE;
      bary_changes_set (changes, record, "state", "void");
    }
  return TRUE;
}

gboolean
bary_scoring_declare (const BaryScoringPlace *place,
                      const char             *reason)
{
  const BarySeat *seat = bary_panel_find_seat (place->panel, place->application, place->expert);
  g_autoptr (BaryRecord) record = seat != NULL ? get_record (place, BARY_KIND_EXPERT_ASSIGNMENT, seat->id) : NULL;
  g_autoptr (BaryRecord) conflict = bary_record_new (BARY_KIND_INTEREST_CONFLICT, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *day = bary_date_today ();

  if ((seat != NULL && record == NULL) || !void_sheets (place, changes))
    return FALSE;
  if (record != NULL)
    bary_changes_set (changes, record, "mode", "forbidden");
  bary_record_set_all (conflict, "expert", bary_panel_expert (place->panel, place->expert)->id,
                       "application", bary_panel_application (place->panel, place->application)->id, "kind", "declared",
                       "source", reason, "noted_on", day, "state", "confirmed", "decided_on", day, NULL);
  bary_changes_add (changes, conflict);
  return commit (place, N_("Declare a conflict of interest with %s"), changes);
}

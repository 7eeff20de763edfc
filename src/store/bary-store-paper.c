#include "bary-store-paper.h"

#include "bary-config.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* Both typings stand under one revision; the first was made before. */
void
bary_paper_find (const BaryPanel *panel,
                 guint            application,
                 guint            expert,
                 BaryPaper       *paper)
{
  *paper = (BaryPaper) { -1, -1, 0 };
  for (guint i = 0; i < panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);

      if (sheet->application != application || sheet->expert != expert || sheet->typed_by == NULL || sheet->state != BARY_SHEET_DRAFT)
        continue;
      if (paper->first < 0)
        paper->first = (int) i;
      else
        paper->second = (int) i;
    }
  for (guint i = 0; paper->second >= 0 && i < panel->criteria->len; i++)
    paper->n_different += bary_paper_differs (panel, paper, i);
}

static gboolean
are_equal (const BaryScoreMark *a,
           const BaryScoreMark *b)
{
  return a->given == b->given && (!a->given || bary_fraction_compare (&a->value, &b->value) == 0);
}

gboolean
bary_paper_differs (const BaryPanel *panel,
                    const BaryPaper *paper,
                    guint            criterion)
{
  return paper->second >= 0 && !are_equal (&bary_panel_get_marks (panel, (guint) paper->first)[criterion],
                                           &bary_panel_get_marks (panel, (guint) paper->second)[criterion]);
}

/* Refusals */

static gboolean
refuse (char    *words,
        GError **error)
{
  g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED, words);
  g_free (words);
  return FALSE;
}

static gboolean
check_marks (const BaryPanel      *panel,
             const BaryTypedMark  *marks,
             GError              **error)
{
  for (guint i = 0; i < panel->criteria->len; i++)
    {
      BaryScoreMark mark = { FALSE, BARY_FRACTION_ZERO };
      char *fault;

      mark.given = marks[i].mark != NULL && bary_fraction_parse (marks[i].mark, &mark.value);
      fault = bary_panel_find_mark_fault (panel, i, &mark, marks[i].comment);
      if (fault != NULL)
        return refuse (fault, error);
    }
  return TRUE;
}

static gboolean
check_typing (const BaryPanel  *panel,
              guint             application,
              guint             expert,
              const BaryPaper  *paper,
              const char       *person,
              GError          **error)
{
  int sheet = bary_panel_find_sheet (panel, application, expert);

  if (person == NULL)
    return refuse (g_strdup (_("Say who types the sheet")), error);
  if (paper->second >= 0)
    return refuse (g_strdup (_("The sheet was typed twice already: settle where the two differ")), error);
  if (paper->first >= 0 && g_str_equal (bary_panel_sheet (panel, (guint) paper->first)->typed_by, person))
    return refuse (g_strdup (_("The same person typed this sheet the first time: let another one type it")), error);
  if (paper->first < 0 && sheet >= 0)
    return refuse (g_strdup (_("There is a sheet of this expert already: it is not typed over")), error);
  return TRUE;
}

/* Writing */

static guint
find_next_revision (const BaryPanel *panel,
                    guint            application,
                    guint            expert)
{
  guint last = 0;

  for (guint i = 0; i < panel->sheets->len; i++)
    {
      const BaryPanelSheet *sheet = bary_panel_sheet (panel, i);

      if (sheet->application == application && sheet->expert == expert)
        last = MAX (last, sheet->revision);
    }
  return last + 1;
}

static void
add_sheet (const BaryPanel     *panel,
           guint                application,
           guint                expert,
           guint                revision,
           const char          *person,
           const char          *day,
           const char          *time,
           const BaryTypedMark *marks,
           BaryChanges         *changes)
{
  g_autoptr (BaryRecord) sheet = bary_record_new (BARY_KIND_SCORE_SHEET, NULL);
  g_autofree char *number = g_strdup_printf ("%u", revision);

  bary_record_set_all (sheet, "expert", bary_panel_expert (panel, expert)->id, "application", bary_panel_application (panel, application)->id,
                       "revision", number, "state", "draft", "source", "paper", "typed_by", person, "submitted_on", day,
                       "submitted_time", time, NULL);
  bary_changes_add (changes, sheet);
  for (guint i = 0; i < panel->criteria->len; i++)
    {
      g_autoptr (BaryRecord) mark = bary_record_new (BARY_KIND_EXPERT_MARK, NULL);

      bary_record_set_all (mark, "sheet", bary_record_get_id (sheet), "criterion", bary_panel_criterion (panel, i)->id, "value",
                           marks[i].mark, NULL);
      if (marks[i].comment != NULL)
        bary_record_set_all (mark, "comment", marks[i].comment, NULL);
      bary_changes_add (changes, mark);
    }
}

/* The first typing becomes the sheet that was handed in. */
static gboolean
hand_in (BaryStore            *self,
         const BaryPanelSheet *sheet,
         const char           *checked_by,
         BaryChanges          *changes,
         GError              **error)
{
  g_autoptr (BaryRecord) record = bary_store_get (self, BARY_KIND_SCORE_SHEET, sheet->id, error);

  if (record == NULL)
    return FALSE;
  bary_changes_set (changes, record, "state", "submitted");
  bary_changes_set (changes, record, "checked_by", checked_by);
  return TRUE;
}

static gboolean
agrees (const BaryPanel     *panel,
        const BaryPaper     *paper,
        const BaryTypedMark *marks)
{
  for (guint i = 0; i < panel->criteria->len; i++)
    {
      BaryScoreMark typed = { FALSE, BARY_FRACTION_ZERO };

      typed.given = bary_fraction_parse (marks[i].mark, &typed.value);
      if (!are_equal (&bary_panel_get_marks (panel, (guint) paper->first)[i], &typed))
        return FALSE;
    }
  return TRUE;
}

BaryChanges *
bary_paper_compose (BaryStore            *self,
                    const BaryPanel      *panel,
                    guint                 application,
                    guint                 expert,
                    const char           *person,
                    const char           *day,
                    const char           *time,
                    const BaryTypedMark  *marks,
                    GError              **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const BaryPanelSheet *first;
  BaryPaper paper;

  bary_paper_find (panel, application, expert, &paper);
  if (!check_typing (panel, application, expert, &paper, person, error) || !check_marks (panel, marks, error))
    return NULL;

  first = paper.first >= 0 ? bary_panel_sheet (panel, (guint) paper.first) : NULL;
  if (first == NULL)
    add_sheet (panel, application, expert, find_next_revision (panel, application, expert), person, day, time, marks, changes);
  else if (!agrees (panel, &paper, marks))
    add_sheet (panel, application, expert, first->revision, person, day, time, marks, changes);
  else if (!hand_in (self, first, person, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}

/* Settling */

static gboolean
take_second (BaryStore        *self,
             const BaryPanel  *panel,
             const BaryPaper  *paper,
             guint             criterion,
             BaryChanges      *changes,
             GError          **error)
{
  const BaryScoreMark *mark = &bary_panel_get_marks (panel, (guint) paper->second)[criterion];
  const BaryPanelRemark *remark = &bary_panel_get_remarks (panel, (guint) paper->second)[criterion];
  g_autoptr (BaryRecord) record = bary_store_get (self, BARY_KIND_EXPERT_MARK,
                                                  bary_panel_get_remarks (panel, (guint) paper->first)[criterion].id, error);
  g_autofree char *value = bary_fraction_to_string (&mark->value);

  if (record == NULL)
    return FALSE;
  bary_changes_set (changes, record, "value", value);
  if (remark->comment != NULL && g_strcmp0 (bary_record_get_text (record, "comment"), remark->comment) != 0)
    bary_changes_set (changes, record, "comment", remark->comment);
  return TRUE;
}

BaryChanges *
bary_paper_settle (BaryStore        *self,
                   const BaryPanel  *panel,
                   guint             application,
                   guint             expert,
                   const gboolean   *seconds,
                   GError          **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) second = NULL;
  BaryPaper paper;

  bary_paper_find (panel, application, expert, &paper);
  if (paper.second < 0)
    {
      refuse (g_strdup (_("There are no two typings of this sheet to settle")), error);
      return NULL;
    }
  second = bary_store_get (self, BARY_KIND_SCORE_SHEET, bary_panel_sheet (panel, (guint) paper.second)->id, error);
  if (second == NULL || !hand_in (self, bary_panel_sheet (panel, (guint) paper.first),
                                  bary_panel_sheet (panel, (guint) paper.second)->typed_by, changes, error))
    return NULL;
  bary_changes_set (changes, second, "state", "void");
  bary_changes_set (changes, second, "reason", "Набрано во второй раз; расхождения сверены с бумагой");
  for (guint i = 0; i < panel->criteria->len; i++)
    if (bary_paper_differs (panel, &paper, i) && seconds[i] && !take_second (self, panel, &paper, i, changes, error))
      return NULL;
  return g_steal_pointer (&changes);
}

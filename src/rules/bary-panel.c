#include "bary-panel-index.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

BaryPanel *
bary_panel_new (void)
{
  BaryPanel *self = g_new0 (BaryPanel, 1);

  self->texts = g_string_chunk_new (4096);
  self->scales = g_array_new (FALSE, TRUE, sizeof (BaryCriterion));
  self->criteria = g_array_new (FALSE, TRUE, sizeof (BaryPanelCriterion));
  self->levels = g_array_new (FALSE, TRUE, sizeof (BaryPanelLevel));
  self->steps = g_array_new (FALSE, TRUE, sizeof (BaryTieRule));
  self->applications = g_array_new (FALSE, TRUE, sizeof (BaryPanelApplication));
  self->experts = g_array_new (FALSE, TRUE, sizeof (BaryPanelExpert));
  self->interests = g_array_new (FALSE, TRUE, sizeof (BaryInterest));
  self->seats = g_array_new (FALSE, TRUE, sizeof (BarySeat));
  self->sheets = g_array_new (FALSE, TRUE, sizeof (BaryPanelSheet));
  self->marks = g_array_new (FALSE, TRUE, sizeof (BaryScoreMark));
  self->remarks = g_array_new (FALSE, TRUE, sizeof (BaryPanelRemark));
  self->speeches = g_array_new (FALSE, TRUE, sizeof (BaryPanelSpeech));
  return self;
}

void
bary_panel_free (BaryPanel *self)
{
  g_array_unref (self->scales);
  g_array_unref (self->criteria);
  g_array_unref (self->levels);
  g_array_unref (self->steps);
  g_array_unref (self->applications);
  g_array_unref (self->experts);
  g_array_unref (self->interests);
  g_array_unref (self->seats);
  g_array_unref (self->sheets);
  g_array_unref (self->marks);
  g_array_unref (self->remarks);
  g_array_unref (self->speeches);
  bary_panel_clear_indexes (self);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const char *
bary_panel_keep (BaryPanel  *self,
                 const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

void
bary_panel_settle (BaryPanel *self)
{
  self->rules.criteria = (const BaryCriterion *) self->scales->data;
  self->rules.n_criteria = self->scales->len;
  bary_panel_make_indexes (self);
}

BaryPanelSheet *
bary_panel_add_sheet (BaryPanel *self)
{
  g_array_set_size (self->sheets, self->sheets->len + 1);
  g_array_set_size (self->marks, self->sheets->len * self->criteria->len);
  g_array_set_size (self->remarks, self->sheets->len * self->criteria->len);
  for (guint i = 0; i < self->criteria->len; i++)
    bary_panel_get_marks (self, self->sheets->len - 1)[i].value = BARY_FRACTION_ZERO;
  return bary_panel_sheet (self, self->sheets->len - 1);
}

int
bary_panel_find_application (const BaryPanel *self,
                             const char      *id)
{
  for (guint i = 0; i < self->applications->len; i++)
    if (g_strcmp0 (bary_panel_application (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

int
bary_panel_find_expert (const BaryPanel *self,
                        const char      *id)
{
  for (guint i = 0; i < self->experts->len; i++)
    if (g_strcmp0 (bary_panel_expert (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

BaryScoreMark *
bary_panel_get_marks (const BaryPanel *self,
                      guint            sheet)
{
  return (BaryScoreMark *) self->marks->data + sheet * self->criteria->len;
}

BaryPanelRemark *
bary_panel_get_remarks (const BaryPanel *self,
                        guint            sheet)
{
  return (BaryPanelRemark *) self->remarks->data + sheet * self->criteria->len;
}

const BaryPanelSpeech *
bary_panel_find_speech (const BaryPanel *self,
                        guint            application)
{
  for (guint i = 0; i < self->speeches->len; i++)
    if (bary_panel_speech (self, i)->application == application)
      return bary_panel_speech (self, i);
  return NULL;
}

gboolean
bary_panel_is_at_desk (const BaryPanel *self,
                       guint            sheet)
{
  return bary_panel_sheet (self, sheet)->state == BARY_SHEET_DRAFT && bary_panel_sheet (self, sheet)->typed_by == NULL;
}

gboolean
bary_panel_is_taken_back (const BaryPanel *self,
                          guint            application,
                          guint            expert)
{
  if (bary_panel_find_sheet (self, application, expert) < 0)
    return FALSE;
  for (guint i = 0; i < self->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (self->seats, BarySeat, i);

      if (seat->application == application && seat->expert == expert && seat->mode != BARY_SEAT_FORBIDDEN)
        return FALSE;
    }
  return bary_panel_find_seat (self, application, expert) != NULL;
}

gboolean
bary_panel_criterion_asks_comment (const BaryPanelCriterion *criterion,
                                   const BaryFraction       *mark)
{
  return (criterion->has_below && bary_fraction_compare (mark, &criterion->comment_below) < 0) ||
         (criterion->has_above && bary_fraction_compare (mark, &criterion->comment_above) > 0);
}

char *
bary_panel_find_mark_fault (const BaryPanel     *self,
                            guint                i,
                            const BaryScoreMark *mark,
                            const char          *comment)
{
  const BaryCriterion *scale = bary_panel_scale (self, i);
  char *fault;

  if (!mark->given)
    /* Translators: %s: a criterion */
    return g_strdup_printf (_("There is no mark yet by “%s”"), scale->name);
  fault = bary_criterion_find_fault (scale, &bary_panel_criterion (self, i)->step, &mark->value);
  if (fault != NULL)
    return fault;
  if (comment == NULL && bary_panel_criterion_asks_comment (bary_panel_criterion (self, i), &mark->value))
    return g_strdup_printf (_("Such a mark by “%s” needs a comment"), scale->name);
  return NULL;
}

static gboolean
is_submitted (const BaryPanel *self,
              guint            application,
              guint            expert)
{
  int sheet = bary_panel_find_sheet (self, application, expert);

  return sheet >= 0 && bary_panel_sheet (self, sheet)->state == BARY_SHEET_SUBMITTED;
}

GArray *
bary_panel_list_assigned (const BaryPanel *self,
                          guint            expert)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (self->seats, BarySeat, i);

      if (seat->expert == expert && seat->mode != BARY_SEAT_FORBIDDEN)
        g_array_append_val (list, seat->application);
    }
  for (guint i = 0; bary_panel_expert (self, expert)->commission && i < self->applications->len; i++)
    if (bary_panel_application (self, i)->admitted && bary_panel_find_seat (self, i, expert) == NULL)
      g_array_append_val (list, i);
  return list;
}

void
bary_panel_count (const BaryPanel *self,
                  guint            expert,
                  guint           *assigned,
                  guint           *submitted)
{
  g_autoptr (GArray) list = bary_panel_list_assigned (self, expert);

  *assigned = list->len;
  *submitted = 0;
  for (guint i = 0; i < list->len; i++)
    *submitted += is_submitted (self, g_array_index (list, guint, i), expert);
}

gboolean
bary_panel_is_awaited (const BaryPanel *self,
                       const BarySeat  *seat)
{
  return seat->mode != BARY_SEAT_FORBIDDEN && bary_panel_expert (self, seat->expert)->left_on == NULL &&
         bary_panel_find_conflict (self, seat->application, seat->expert) == NULL;
}

gboolean
bary_panel_is_open (const BaryPanel *self,
                    guint            application)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      const BarySeat *seat = &g_array_index (self->seats, BarySeat, i);

      if (seat->application == application && bary_panel_is_awaited (self, seat) && !is_submitted (self, application, seat->expert))
        return FALSE;
    }
  return TRUE;
}

char *
bary_panel_application_to_words (const BaryPanel *self,
                                 guint            number)
{
  const BaryPanelApplication *application = bary_panel_application (self, number);

  if (application->number == 0)
    return g_strdup (application->organisation_name);
  /* Translators: 1: the number of an application, 2: whose it is */
  return g_strdup_printf (_("№ %1$u, %2$s"), application->number, application->organisation_name);
}

const char *
bary_interest_kind_to_words (BaryInterestKind kind)
{
  static const char *const words[] = {
    N_("Own organisation"), N_("Second job"), N_("Partner in a cluster group"), N_("Kinship"),
    N_("Applicant in the same contest"), N_("Declared in the sheet"), N_("Similar name"), N_("Another reason"),
  };

  return _(words[kind]);
}

char *
bary_interest_to_words (const BaryInterest *interest)
{
  g_autofree char *day = interest->day != NULL ? bary_date_to_words (interest->day) : NULL;

  if (day == NULL)
    /* Translators: 1: why an expert may not score an application, 2: where it is known from */
    return g_strdup_printf (_("%1$s: %2$s"), bary_interest_kind_to_words (interest->kind), interest->source);
  /* Translators: 1: why an expert may not score an application, 2: where it is known from, 3: a day */
  return g_strdup_printf (_("%1$s: %2$s, known since %3$s"), bary_interest_kind_to_words (interest->kind), interest->source, day);
}

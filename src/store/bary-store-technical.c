#include "bary-store-technical.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-kinds.h"
#include "bary-store-contest.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static void
free_item (gpointer data)
{
  BaryCheckItem *item = data;

  g_free (item->id);
  g_free (item->name);
  g_free (item->help);
  g_free (item->answer);
  g_free (item->fault);
  g_free (item);
}

/* Returns: (transfer none) (nullable) */
static const char *
find_answer (const BaryContestForm *form,
             const char            *id)
{
  for (guint i = 0; id != NULL && i < form->sections->len; i++)
    {
      const BaryFormSection *section = form->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        if (g_str_equal (((BaryFormField *) section->fields->pdata[j])->id, id))
          return bary_form_field_get_answer (section->fields->pdata[j], 0, 0, 0);
    }
  return NULL;
}

static BaryCheckItem *
make_item (BaryChecklistItem     *record,
           const BaryContestForm *form,
           gboolean               late)
{
  BaryCheckItem *item = g_new0 (BaryCheckItem, 1);

  item->id = g_strdup (bary_record_get_id (BARY_RECORD (record)));
  item->name = g_strdup (record->name);
  item->help = g_strdup (record->help);
  item->answer = g_strdup (find_answer (form, record->field));
  item->kind = bary_kind_find_choice (BARY_KIND_CHECKLIST_ITEM, "kind", record->kind);
  item->fault = bary_technical_find_fault (item->kind, form, record->field, late);
  item->looked = item->kind != BARY_CHECK_HUMAN;
  item->passed = item->looked && item->fault == NULL;
  return item;
}

GPtrArray *
bary_store_read_checklist (BaryStore   *self,
                           BaryRecord  *application,
                           GError     **error)
{
  gboolean late = BARY_APPLICATION (application)->late != NULL;
  g_autoptr (BaryContestForm) form = bary_store_read_application (self, application, error);
  g_autoptr (GPtrArray) records =
    form != NULL ? bary_store_select_parts (self, BARY_KIND_CHECKLIST_ITEM, "contest", BARY_APPLICATION (application)->contest, error) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);

  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, make_item (records->pdata[i], form, late));
  return g_steal_pointer (&items);
}

char *
bary_checklist_to_reason (const GPtrArray *items)
{
  GString *reason = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const BaryCheckItem *item = items->pdata[i];

      if (item->looked && !item->passed)
        g_string_append_printf (reason, "%s%s.", reason->len > 0 ? " " : "", item->fault != NULL ? item->fault : item->name);
    }
  return g_string_free (reason, reason->len == 0);
}

BaryRecord *
bary_store_begin_technical (BaryStore   *self,
                            BaryRecord  *application,
                            const char  *day,
                            GError     **error)
{
  g_autoptr (GPtrArray) before =
    bary_store_select_parts (self, BARY_KIND_TECHNICAL_REVIEW, "application", bary_record_get_id (application), error);
  g_autofree char *ordinal = NULL;
  BaryTechnicalReview *last;
  BaryRecord *review;

  if (before == NULL)
    return NULL;

  last = before->len > 0 ? before->pdata[before->len - 1] : NULL;
  ordinal = g_strdup_printf ("%d", last != NULL ? atoi (last->ordinal) + 1 : 1);
  review = bary_record_new (BARY_KIND_TECHNICAL_REVIEW, NULL);
  bary_record_set_all (review, "application", bary_record_get_id (application), "ordinal", ordinal, "result", "complete",
                       "reviewed_on", day, NULL);
  if (last != NULL)
    bary_record_set_all (review, "person", last->person, NULL);
  return review;
}

static gboolean
refuse (const char  *reason,
        GError     **error)
{
  g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED, reason);
  return FALSE;
}

static gboolean
check_review (BaryStore            *self,
              BaryRecord           *application,
              BaryTechnicalReview  *review,
              const GPtrArray      *items,
              GError              **error)
{
  g_autoptr (BaryRecord) contest = bary_store_get (self, BARY_KIND_CONTEST, BARY_APPLICATION (application)->contest, error);
  const char *state = BARY_APPLICATION (application)->state;

  if (contest == NULL)
    return FALSE;
  if (BARY_CONTEST (contest)->order_number != NULL)
    return refuse (_("The contest is decided already: undo the decision first"), error);
  if (g_str_equal (state, "draft") || g_str_equal (state, "withdrawn"))
    return refuse (_("The application was not handed in: only what was handed in is reviewed"), error);
  for (guint i = 0; i < items->len; i++)
    if (!((BaryCheckItem *) items->pdata[i])->looked && !g_str_equal (review->result, "rejected"))
      return refuse (_("Not every item of the checklist was looked at yet"), error);
  if (!g_str_equal (review->result, "complete") && review->reason == NULL)
    return refuse (_("Write the reason: the applicant reads it"), error);
  if (g_str_equal (review->result, "to_mend") && review->until == NULL)
    return refuse (_("Write until when the application is to be mended"), error);
  return TRUE;
}

static void
add_checks (BaryRecord      *review,
            const GPtrArray *items,
            BaryChanges     *changes)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BaryCheckItem *item = items->pdata[i];
      g_autoptr (BaryRecord) check = NULL;

      if (!item->looked)
        continue;
      check = bary_record_new (BARY_KIND_TECHNICAL_CHECK, NULL);
      bary_record_set_all (check, "review", bary_record_get_id (review), "item", item->id, "passed",
                           item->passed ? "yes" : "no", NULL);
      if (item->fault != NULL)
        bary_record_set_all (check, "note", item->fault, NULL);
      bary_changes_add (changes, check);
    }
}

BaryChanges *
bary_store_compose_technical (BaryStore        *self,
                              BaryRecord       *application,
                              BaryRecord       *review,
                              const GPtrArray  *items,
                              GError          **error)
{
  static const char *const states[] = { "admitted", "admitted", "to_mend", "rejected" };
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  const char *state;

  if (!check_review (self, application, BARY_TECHNICAL_REVIEW (review), items, error))
    return NULL;

  state = states[bary_kind_find_choice (BARY_KIND_TECHNICAL_REVIEW, "result", BARY_TECHNICAL_REVIEW (review)->result)];
  bary_changes_add (changes, review);
  add_checks (review, items, changes);
  if (!g_str_equal (BARY_APPLICATION (application)->state, state))
    bary_changes_set (changes, application, "state", state);
  return g_steal_pointer (&changes);
}

BaryLetter *
bary_store_write_technical_letter (BaryStore   *self,
                                   BaryRecord  *application,
                                   BaryRecord  *review,
                                   GError     **error)
{
  const BaryApplication *record = BARY_APPLICATION (application);
  const BaryTechnicalReview *found = BARY_TECHNICAL_REVIEW (review);
  g_autoptr (BaryRecord) contest = bary_store_get (self, BARY_KIND_CONTEST, record->contest, error);
  g_autoptr (BaryRecord) organisation = contest != NULL ? bary_store_get (self, BARY_KIND_ORGANISATION, record->organisation, error) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *until = found->until != NULL ? bary_date_to_words (found->until) : NULL;
  BaryTechnicalFacts facts = { .reason = found->reason, .until = until };

  if (organisation == NULL)
    return NULL;
  title = record->number != NULL ? g_strdup_printf ("№ %s, %s", record->number, bary_record_get_name (organisation))
                                 : g_strdup (bary_record_get_name (organisation));
  facts.application = title;
  facts.contest = bary_record_get_name (contest);
  facts.result = bary_kind_find_choice (BARY_KIND_TECHNICAL_REVIEW, "result", found->result);
  return bary_technical_letter_new (&facts);
}

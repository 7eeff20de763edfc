#include "bary-technical.h"

static gboolean
is_concerned (BaryCheckKind        kind,
              const BaryFormField *field)
{
  BaryFormFault fault = bary_form_field_check (field);
  gboolean blank = fault == BARY_FORM_EMPTY || fault == BARY_FORM_UNFINISHED;

  if (fault == BARY_FORM_FILLED)
    return FALSE;
  if (kind == BARY_CHECK_APPENDICES)
    return field->kind == BARY_FORM_APPENDIX;
  if (kind == BARY_CHECK_FILLED)
    return blank && field->kind != BARY_FORM_APPENDIX;
  return kind == BARY_CHECK_LIMITS && !blank;
}

static char *
list_fields (BaryCheckKind          kind,
             const BaryContestForm *form,
             const char            *id)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < form->sections->len; i++)
    {
      const BaryFormSection *section = form->sections->pdata[i];

      for (guint j = 0; j < section->fields->len; j++)
        {
          const BaryFormField *field = section->fields->pdata[j];
          gboolean asked = id == NULL || g_str_equal (field->id, id);
          /* An item of one field that is an appendix asks for its file, whatever the kind of the item. */
          BaryCheckKind looked = id != NULL && kind == BARY_CHECK_FILLED && field->kind == BARY_FORM_APPENDIX
                                 ? BARY_CHECK_APPENDICES : kind;

          if (asked && is_concerned (looked, field))
            g_string_append_printf (names, "%s«%s»", names->len > 0 ? ", " : "", field->name);
        }
    }
  return g_string_free (names, FALSE);
}

char *
bary_technical_find_fault (BaryCheckKind          kind,
                           const BaryContestForm *form,
                           const char            *field,
                           gboolean               late)
{
  static const char *const words[] = {
    [BARY_CHECK_FILLED] = "Не заполнены: %s",
    [BARY_CHECK_LIMITS] = "Не соблюдены требования к ответам: %s",
    [BARY_CHECK_APPENDICES] = "Нет приложений: %s",
  };
  g_autofree char *names = NULL;

  if (kind == BARY_CHECK_HUMAN)
    return NULL;
  if (kind == BARY_CHECK_IN_TIME)
    return late ? g_strdup ("Заявка подана после срока") : NULL;

  names = list_fields (kind, form, field);
  return *names != '\0' ? g_strdup_printf (words[kind], names) : NULL;
}

/* The letter */

static const struct { const char *result, *closing; } verdicts[] = {
  [BARY_TECHNICAL_COMPLETE] = { "заявка полная", "Заявка передана на содержательную экспертизу." },
  [BARY_TECHNICAL_REMARKS] = { "допущена с замечаниями", "Заявка передана на содержательную экспертизу." },
  [BARY_TECHNICAL_TO_MEND] = { "требует доработки", "Внесите исправления и подайте заявку ещё раз не позднее указанного дня." },
  [BARY_TECHNICAL_REJECTED] = { "не допущена", "На содержательную экспертизу заявка не передаётся." },
};

BaryLetter *
bary_technical_letter_new (const BaryTechnicalFacts *facts)
{
  g_autofree char *subject = g_strdup_printf ("Техническая экспертиза: заявка %s", facts->application);
  BaryLetter *self = bary_letter_new_blank (subject);

  self->opening = g_strdup_printf ("Здравствуйте!\nПроведена техническая экспертиза заявки %s.", facts->application);
  bary_letter_add_part (self, "contest", "Конкурс", facts->contest);
  bary_letter_add_part (self, "result", "Результат", verdicts[facts->result].result);
  if (facts->result != BARY_TECHNICAL_COMPLETE)
    bary_letter_add_part (self, "reason", facts->result == BARY_TECHNICAL_REJECTED ? "Причина" : "Замечания", facts->reason);
  if (facts->result == BARY_TECHNICAL_TO_MEND)
    bary_letter_add_part (self, "until", "Исправить до", facts->until);
  self->closing = g_strdup (verdicts[facts->result].closing);
  return self;
}

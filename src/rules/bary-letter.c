#include "bary-letter.h"

#include <string.h>

typedef struct {
  const char *field;
  const char *label;
  gsize       offset; /* of the text in BaryLetterFacts */
} Part;

#define PART(field, label, member) { field, label, G_STRUCT_OFFSET (BaryLetterFacts, member) }

static const Part announcement[] = {
  PART ("name", "Название мероприятия", name),
  PART ("goal", "Цель мероприятия", goal),
  PART ("summary", "Краткое содержание", summary),
  PART ("participants", "Участники", participants),
  PART ("dates", "Дата и время проведения", dates),
  PART ("place", "Место проведения", place),
  PART ("expected_number", "Предполагаемое количество участников", expected),
  PART ("registration_link", "Ссылка для предварительной регистрации", registration),
};

static const Part press_release[] = {
  PART ("name", "Название мероприятия", name),
  PART ("held_on", "Дата проведения", dates),
  PART ("attended", "Количество участников", attended),
  PART ("participants", "Из каких ОУ", schools),
  PART ("outcome", "Краткое содержание: кто выступал, что сказал", outcome),
  PART ("feedback", "Отзывы", feedback),
  PART ("links", "Ссылки на фото", links),
};

static void
part_free (BaryLetterPart *part)
{
  g_free (part->text);
  g_free (part);
}

static char *
dup_filled (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

BaryLetter *
bary_letter_new_blank (const char *subject)
{
  BaryLetter *self = g_new0 (BaryLetter, 1);

  self->subject = g_strdup (subject);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  return self;
}

void
bary_letter_add_part (BaryLetter *self,
                      const char *field,
                      const char *label,
                      const char *text)
{
  BaryLetterPart *part = g_new0 (BaryLetterPart, 1);

  part->field = field;
  part->label = label;
  part->text = dup_filled (text);
  g_ptr_array_add (self->parts, part);
}

static void
add_parts (BaryLetter            *self,
           const BaryLetterFacts *facts,
           const Part            *form,
           guint                  n)
{
  for (guint i = 0; i < n; i++)
    bary_letter_add_part (self, form[i].field, form[i].label, G_STRUCT_MEMBER (const char *, facts, form[i].offset));
}

/* The form has one line for the day and the hour. */
static void
join_time (BaryLetter            *self,
           const BaryLetterFacts *facts)
{
  for (guint i = 0; facts->time != NULL && i < self->parts->len; i++)
    {
      BaryLetterPart *part = self->parts->pdata[i];
      g_autofree char *dates = NULL;

      if (!g_str_equal (part->field, "dates") || part->text == NULL)
        continue;
      dates = g_steal_pointer (&part->text);
      part->text = g_strdup_printf ("%s, %s", dates, facts->time);
    }
}

/* What stood and what stands now come first, so that nobody goes to the former day. */
static char *
say_correction (const BaryLetterFacts *facts)
{
  GString *words = g_string_new (NULL);

  if (facts->cancelled)
    g_string_printf (words, "Мероприятие отменяется. Было назначено: %s.", facts->former_dates);
  else
    g_string_printf (words, "Дата изменилась. Было: %s. Стало: %s.", facts->former_dates, facts->dates);
  if (facts->reason != NULL)
    g_string_append_printf (words, "\nПричина: %s.", facts->reason);
  return g_string_free (words, FALSE);
}

/* Returns: (transfer full) (nullable) */
static char *
say_agenda (const BaryLetterFacts *facts)
{
  g_autofree char *agenda = dup_filled (facts->agenda);

  return agenda != NULL ? g_strdup_printf ("Повестка. Ближайшие мероприятия по дорожной карте:\n%s", agenda) : NULL;
}

static const char *
find_subject (BaryLetterKind         kind,
              const BaryLetterFacts *facts)
{
  switch (kind)
    {
    case BARY_LETTER_ANNOUNCEMENT:
      return "Анонс";
    case BARY_LETTER_CORRECTION:
      return facts->cancelled ? "Отмена" : "Перенос";
    case BARY_LETTER_PRESS_RELEASE:
      return "Пресс-релиз";
    }
  g_return_val_if_reached (NULL);
}

BaryLetter *
bary_letter_new (BaryLetterKind         kind,
                 const BaryLetterFacts *facts)
{
  g_autofree char *subject = NULL;
  BaryLetter *self;

  g_return_val_if_fail (kind != BARY_LETTER_CORRECTION || facts->former_dates != NULL, NULL);
  g_return_val_if_fail (kind != BARY_LETTER_CORRECTION || facts->cancelled || facts->dates != NULL, NULL);

  subject = facts->name != NULL ? g_strdup_printf ("%s: %s", find_subject (kind, facts), facts->name)
                                : g_strdup (find_subject (kind, facts));
  self = bary_letter_new_blank (subject);
  if (kind == BARY_LETTER_CORRECTION)
    self->opening = say_correction (facts);
  if (kind == BARY_LETTER_PRESS_RELEASE)
    {
      add_parts (self, facts, press_release, G_N_ELEMENTS (press_release));
      self->closing = dup_filled (facts->hashtags);
    }
  else
    {
      add_parts (self, facts, announcement, G_N_ELEMENTS (announcement));
      join_time (self, facts);
      self->closing = say_agenda (facts);
    }
  return self;
}

void
bary_letter_free (BaryLetter *self)
{
  g_free (self->subject);
  g_free (self->opening);
  g_free (self->closing);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

guint
bary_letter_count_missing (const BaryLetter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += ((BaryLetterPart *) self->parts->pdata[i])->text == NULL;
  return n;
}

/* Paragraphs start on a line of their own. */
static void
append_part (GString              *text,
             const BaryLetterPart *part)
{
  if (part->text == NULL)
    return;

  g_string_append_printf (text, "%s:%c%s\n", part->label, strchr (part->text, '\n') != NULL ? '\n' : ' ', part->text);
}

char *
bary_letter_to_text (const BaryLetter *self)
{
  GString *text = g_string_new (NULL);

  if (self->opening != NULL)
    g_string_append_printf (text, "%s\n\n", self->opening);
  for (guint i = 0; i < self->parts->len; i++)
    append_part (text, self->parts->pdata[i]);
  if (self->closing != NULL)
    g_string_append_printf (text, "\n%s\n", self->closing);
  return g_string_free (text, FALSE);
}

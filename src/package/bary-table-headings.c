#include "bary-table-headings.h"

#include "bary-table.h"
#include "bary-text.h"

/* What tables that people keep call the fields: no text of this program, so not for translation.
 * Folded; the first field that the kind has counts. */
static const struct {
  const char *heading;
  const char *field;
} known_words[] = {
  { "название", "name" },
  { "наименование", "name" },
  { "краткое название", "name" },
  { "краткое наименование", "name" },
  { "сокращенное наименование", "name" },
  { "образовательная организация", "name" },
  { "организация", "name" },
  { "учреждение", "name" },
  { "оу", "name" },
  { "школа", "name" },
  { "фамилия и инициалы", "name" },
  { "full name", "full_name" },
  { "полное название", "full_name" },
  { "полное наименование", "full_name" },
  { "фио", "full_name" },
  { "ф. и. о.", "full_name" },
  { "ф.и.о.", "full_name" },
  { "фамилия, имя, отчество", "full_name" },
  { "вид", "kind" },
  { "тип", "kind" },
  { "вид организации", "kind" },
  { "тип организации", "kind" },
  { "номер", "number" },
  { "№", "number" },
  { "адрес", "address" },
  { "юридический адрес", "address" },
  { "фактический адрес", "address" },
  { "телефон", "phone" },
  { "тел.", "phone" },
  { "контактный телефон", "phone" },
  { "электронная почта", "email" },
  { "эл. почта", "email" },
  { "почта", "email" },
  { "e-mail", "email" },
  { "сайт", "site" },
  { "официальный сайт", "site" },
  { "место работы", "organisation" },
  { "должность", "position" },
  { "примечание", "note" },
  { "комментарий", "note" },
  { "кластер", "cluster" },
  { "группа", "group" },
  { "роль", "role" },
  { "с", "from" },
  { "дата начала", "from" },
  { "по", "to" },
  { "дата окончания", "to" },
  { "мероприятие", "name" },
  { "наименование мероприятия", "name" },
  { "название мероприятия", "name" },
  { "содержание деятельности", "name" },
  { "№ п/п", "number" },
  { "№ п. п.", "number" },
  { "срок", "dates" },
  { "дата", "dates" },
  { "дата проведения", "dates" },
  { "сроки проведения", "dates" },
  { "сроки реализации", "dates" },
  { "время", "start_time" },
  { "аудитория", "audience" },
  { "целевая аудитория", "audience" },
  { "категория участников", "audience" },
  { "результат", "result" },
  { "ожидаемый результат", "result" },
  { "ожидаемые результаты", "result" },
  { "планируемые результаты", "result" },
  { "планируемый результат", "result" },
  { "место проведения", "place" },
  { "ответственный", "responsible" },
  { "ответственные", "responsible" },
};

static gboolean
is_same (const char *folded,
         const char *text)
{
  g_autofree char *other = bary_text_fold (text);

  return g_str_equal (folded, other);
}

static int
find_field (const BaryKindInfo *info,
            const char         *name)
{
  const BaryField *field = bary_kind_find_field (info->kind, name, NULL);

  return field != NULL ? (int) (field - info->fields) : BARY_TABLE_IGNORED;
}

/* A person's or membership's «Организация» is where the person works, not what the record is called. */
static int
match_known_word (const BaryKindInfo *info,
                  const char         *folded)
{
  if (g_str_equal (folded, "организация") && find_field (info, "organisation") >= 0)
    return find_field (info, "organisation");

  for (guint i = 0; i < G_N_ELEMENTS (known_words); i++)
    if (g_str_equal (folded, known_words[i].heading) && find_field (info, known_words[i].field) >= 0)
      return find_field (info, known_words[i].field);

  return BARY_TABLE_IGNORED;
}

int
bary_table_match_heading (BaryKind    kind,
                          const char *heading)
{
  const BaryKindInfo *info = bary_kind_get_info (kind);
  g_autofree char *folded = bary_text_fold (heading);

  if (g_str_equal (folded, "id"))
    return BARY_TABLE_ID;

  for (guint i = 0; i < info->n_fields; i++)
    if (is_same (folded, info->fields[i].name) || is_same (folded, info->fields[i].label) ||
        is_same (folded, bary_field_get_label (&info->fields[i])))
      return i;

  return match_known_word (info, folded);
}

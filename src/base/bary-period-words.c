#include "bary-period-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char    *forms; /* divided by spaces, folded: ё is е */
  BaryTokenKind  kind;
  int            value;
} Word;

static const Word words[] = {
  { "январь января январе январю январем янв", BARY_TOKEN_MONTH, 1 },
  { "февраль февраля феврале февралю февралем фев февр", BARY_TOKEN_MONTH, 2 },
  { "март марта марте марту мартом мар", BARY_TOKEN_MONTH, 3 },
  { "апрель апреля апреле апрелю апрелем апр", BARY_TOKEN_MONTH, 4 },
  { "май мая мае маю маем", BARY_TOKEN_MONTH, 5 },
  { "июнь июня июне июню июнем июн", BARY_TOKEN_MONTH, 6 },
  { "июль июля июле июлю июлем июл", BARY_TOKEN_MONTH, 7 },
  { "август августа августе августу августом авг", BARY_TOKEN_MONTH, 8 },
  { "сентябрь сентября сентябре сентябрю сентябрем сен сент", BARY_TOKEN_MONTH, 9 },
  { "октябрь октября октябре октябрю октябрем окт", BARY_TOKEN_MONTH, 10 },
  { "ноябрь ноября ноябре ноябрю ноябрем ноя нояб", BARY_TOKEN_MONTH, 11 },
  { "декабрь декабря декабре декабрю декабрем дек", BARY_TOKEN_MONTH, 12 },
  { "понедельник понедельника понедельнику пн", BARY_TOKEN_WEEKDAY, 1 },
  { "вторник вторника вторнику вт", BARY_TOKEN_WEEKDAY, 2 },
  { "среда среду среды среде ср", BARY_TOKEN_WEEKDAY, 3 },
  { "четверг четверга четвергу чт", BARY_TOKEN_WEEKDAY, 4 },
  { "пятница пятницу пятницы пятнице пт", BARY_TOKEN_WEEKDAY, 5 },
  { "суббота субботу субботы субботе сб", BARY_TOKEN_WEEKDAY, 6 },
  { "воскресенье воскресенья воскресенью вс", BARY_TOKEN_WEEKDAY, 7 },
  { "первый первая первой первую первого первое первом", BARY_TOKEN_ORDINAL, 1 },
  { "второй вторая вторую второго второе втором", BARY_TOKEN_ORDINAL, 2 },
  { "третий третья третьей третью третьего третье третьем", BARY_TOKEN_ORDINAL, 3 },
  { "четвертый четвертая четвертой четвертую четвертого четвертое четвертом", BARY_TOKEN_ORDINAL, 4 },
  { "пятый пятая пятой пятую пятого", BARY_TOKEN_ORDINAL, 5 },
  { "шестая шестой шестую", BARY_TOKEN_ORDINAL, 6 },
  { "седьмая седьмой седьмую", BARY_TOKEN_ORDINAL, 7 },
  { "восьмая восьмой восьмую", BARY_TOKEN_ORDINAL, 8 },
  { "девятая девятой девятую", BARY_TOKEN_ORDINAL, 9 },
  { "последний последняя последней последнюю последнего", BARY_TOKEN_ORDINAL, BARY_LAST },
  { "начало начала начале началу нач", BARY_TOKEN_PART, BARY_PART_BEGINNING },
  { "середина середины середине середину сер", BARY_TOKEN_PART, BARY_PART_MIDDLE },
  { "конец конца конце концу кон", BARY_TOKEN_PART, BARY_PART_END },
  { "неделя недели неделе неделю нед", BARY_TOKEN_WEEK, 0 },
  { "декада декады декаде декаду", BARY_TOKEN_DECADE, 0 },
  { "половина половины половине половину", BARY_TOKEN_HALF, 0 },
  { "четверть четверти", BARY_TOKEN_QUARTER, 0 },
  { "квартал квартала квартале", BARY_TOKEN_TRIMESTER, 0 },
  { "полугодие полугодия полугодии", BARY_TOKEN_SEMESTER, 0 },
  { "осень осени осенью осенние осенних", BARY_TOKEN_SEASON, BARY_SEASON_AUTUMN },
  { "зима зимы зимой зиме зимние зимних", BARY_TOKEN_SEASON, BARY_SEASON_WINTER },
  { "весна весны весной весне весенние весенних", BARY_TOKEN_SEASON, BARY_SEASON_SPRING },
  { "лето лета летом лету летние летних", BARY_TOKEN_SEASON, BARY_SEASON_SUMMER },
  { "каникулы каникул каникулах", BARY_TOKEN_VACATION, 0 },
  { "учебный учебного учебном учебному уч", BARY_TOKEN_SCHOOL, 0 },
  { "год года году годы годов г гг", BARY_TOKEN_YEAR, 0 },
  { "до", BARY_TOKEN_UNTIL, 0 },
  { "к ко", BARY_TOKEN_TOWARDS, 0 },
  { "по", BARY_TOKEN_BY, 0 },
  { "с со от", BARY_TOKEN_FROM, 0 },
  { "в во на", BARY_TOKEN_IN, 0 },
  { "и", BARY_TOKEN_AND, 0 },
  { "или либо", BARY_TOKEN_OR, 0 },
  { "около примерно ориентировочно предварительно приблизительно", BARY_TOKEN_ABOUT, 0 },
  { "начиная", BARY_TOKEN_BEGINNING, 0 },
  { "не", BARY_TOKEN_NOT, 0 },
  { "позднее позже", BARY_TOKEN_LATER, 0 },
  { "ранее раньше", BARY_TOKEN_SOONER, 0 },
  { "течение течении протяжении период время", BARY_TOKEN_WITHIN, 0 },
  { "дни", BARY_TOKEN_DAYS, 0 },
  { "час часа часов ч", BARY_TOKEN_HOUR, 0 },
};

/* What makes a number an ordinal: 12-го, 3-я. */
static const char endings[] = "го е я й ая ой ую ый ое ем ого ю";
static const char *const romans[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x" };

static const char *const whole_phrases[] = {
  "весь период", "весь год", "весь учебный год", "весь уч. год", "все время", "в течение года", "в течение всего года",
  "в течение учебного года", "в течение уч. года", "в течение всего учебного года", "в течение периода",
  "в течение всего периода", "в течении года", "в течении учебного года", "в течении всего учебного года",
  "на протяжении года", "на протяжении учебного года", "на протяжении всего учебного года", "на протяжении всего года",
  "в этом году", "в этом учебном году", "в текущем учебном году", "текущий учебный год", "этот учебный год", "постоянно",
  "систематически", "регулярно", "ежедневно", "еженедельно", "ежемесячно", "ежеквартально", "каждую неделю", "каждый месяц",
  "каждую четверть", "раз в неделю", "1 раз в неделю", "один раз в неделю", "раз в месяц", "1 раз в месяц",
  "один раз в месяц", "2 раза в месяц", "раз в четверть", "1 раз в четверть", "один раз в четверть", "раз в квартал",
  "1 раз в квартал", "один раз в квартал", "1 раз в полугодие", "раз в полугодие", "2 раза в год", "два раза в год",
  "3 раза в год", "4 раза в год", "1 раз в год", "раз в год",
};

static const char *const unset_phrases[] = {
  "по графику", "по отдельному графику", "согласно графику", "по плану", "по отдельному плану", "по согласованию",
  "по мере необходимости", "по запросу", "по факту", "по особому графику", "дата уточняется", "даты уточняются",
  "срок уточняется", "сроки уточняются", "уточняется", "по назначению", "дата будет объявлена",
  "дата будет сообщена дополнительно", "будет сообщено дополнительно",
};

static gboolean
has_form (const char *forms,
          const char *text,
          gsize       length)
{
  for (const char *p = forms; *p != '\0'; p += strspn (p, " "))
    {
      gsize form = strcspn (p, " ");

      if (form == length && memcmp (p, text, length) == 0)
        return TRUE;
      p += form;
    }
  return FALSE;
}

static gboolean
is_among (const char *const *phrases,
          gsize              n_phrases,
          const char        *text,
          gsize              length)
{
  for (gsize i = 0; i < n_phrases; i++)
    if (strlen (phrases[i]) == length && memcmp (phrases[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bary_period_find_phrase (const char     *folded,
                         BaryPeriodKind *kind)
{
  gsize length = strlen (folded);

  while (length > 0 && strchr (" .;", folded[length - 1]) != NULL)
    length--;

  *kind = BARY_PERIOD_WHOLE;
  if (is_among (whole_phrases, G_N_ELEMENTS (whole_phrases), folded, length))
    return TRUE;
  *kind = BARY_PERIOD_UNSET;
  return is_among (unset_phrases, G_N_ELEMENTS (unset_phrases), folded, length);
}

static gsize
letters_at (const char *p)
{
  const char *end = p;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end - p;
}

static gsize
digits_at (const char *p)
{
  return strspn (p, "0123456789");
}

static BaryToken
read_word (const char *p)
{
  BaryToken token = { BARY_TOKEN_STRANGE, .length = letters_at (p) };

  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (has_form (romans[i], p, token.length))
      return (BaryToken) { BARY_TOKEN_NUMBER, i + 1, .ordinal = TRUE, .roman = TRUE, .length = token.length };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (has_form (words[i].forms, p, token.length))
      {
        token.kind = words[i].kind;
        token.value = words[i].value;
        token.length += p[token.length] == '.'; /* «янв.», «г.» */
        break;
      }
  return token;
}

/* 2022-05-12. Returns: FALSE if it is something else. */
static gboolean
read_iso (const char *p,
          gsize       digits,
          BaryToken  *token)
{
  if (digits != 4 || p[4] != '-' || digits_at (p + 5) != 2 || p[7] != '-' || digits_at (p + 8) != 2)
    return FALSE;

  *token = (BaryToken) { BARY_TOKEN_DATE, atoi (p + 8), atoi (p + 5), atoi (p), .length = 10 };
  return TRUE;
}

/* 12.05, 12.05., 15:30, 12.05.2022 and 12.05.22. Returns: FALSE if it is something else. */
static gboolean
read_dotted (const char *p,
             gsize       digits,
             BaryToken  *token)
{
  gsize second, third;
  const char *q = p + digits + 1;

  if (digits > 2 || (p[digits] != '.' && p[digits] != ':') || (second = digits_at (q)) == 0 || second > 2)
    return FALSE;

  *token = (BaryToken) { BARY_TOKEN_PAIR, atoi (p), atoi (q), .colon = p[digits] == ':', .length = digits + 1 + second };
  if (token->colon || q[second] != '.')
    return TRUE;
  third = digits_at (q + second + 1);
  if (third == 0)
    {
      token->length++;
      return TRUE;
    }
  if (third != 2 && third != 4)
    return FALSE;

  token->kind = BARY_TOKEN_DATE;
  token->year = atoi (q + second + 1) + (third == 2 ? 2000 : 0);
  token->length += 1 + third;
  return TRUE;
}

static BaryToken
read_number (const char *p)
{
  gsize digits = digits_at (p);
  gsize letters;
  BaryToken token;

  if (read_iso (p, digits, &token) || read_dotted (p, digits, &token))
    return token;
  if (digits > 4)
    return (BaryToken) { BARY_TOKEN_STRANGE, .length = digits };

  token = (BaryToken) { BARY_TOKEN_NUMBER, atoi (p), .length = digits };
  letters = p[digits] == '-' ? letters_at (p + digits + 1) : 0;
  if (letters > 0 && has_form (endings, p + digits + 1, letters))
    {
      token.ordinal = TRUE;
      token.length += 1 + letters;
    }
  return token;
}

static BaryToken
read_sign (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  BaryToken token = { BARY_TOKEN_STRANGE, .length = g_utf8_next_char (p) - p };

  if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    token.kind = BARY_TOKEN_DASH;
  else if (c == ',' || c == ';')
    token.kind = BARY_TOKEN_COMMA;
  else if (c == '/')
    token.kind = BARY_TOKEN_SLASH;
  else if (c == '~' || c == 0x2248)
    token.kind = BARY_TOKEN_ABOUT;
  else if (c == '(')
    token.kind = BARY_TOKEN_OPEN;
  else if (c == ')')
    token.kind = BARY_TOKEN_CLOSE;
  else if (c == '.')
    token.kind = BARY_TOKEN_DOT;
  return token;
}

GArray *
bary_period_cut (const char *folded)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (BaryToken));
  const char *p = folded;

  while (*(p += strspn (p, " ")) != '\0')
    {
      BaryToken token = g_ascii_isdigit (*p) ? read_number (p)
                        : letters_at (p) > 0 ? read_word (p)
                                             : read_sign (p);

      token.start = p - folded;
      g_array_append_val (tokens, token);
      p += token.length;
    }

  g_array_append_val (tokens, ((BaryToken) { BARY_TOKEN_END, .start = p - folded }));
  return tokens;
}

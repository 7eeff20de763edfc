#include "bary-short-name.h"

#include <string.h>

/* Legal forms: what the name of a state or municipal body begins with. */
static const char *const forms[] = {
  "ГБОУ", "ГБНОУ", "ГБПОУ", "ГБУ", "ГАОУ", "ГАПОУ", "ГАУ", "ГКОУ", "ГКУ", "ГОУ", "ГУ", "МБОУ", "МБНОУ", "МАОУ", "МКОУ", "МОУ",
  "МБУ", "МАУ", "МКУ", "МУ", "ФГБОУ", "ФГАОУ", "ФГКОУ", "ФГБУ", "ЧОУ", "НОУ", "АНО", "АНОО", "АНПОО",
};
/* The same of kindergartens. */
static const char *const kindergarten_forms[] = {
  "ГБДОУ", "ГАДОУ", "ГКДОУ", "ГДОУ", "МБДОУ", "МАДОУ", "МКДОУ", "МДОУ", "ЧДОУ", "НДОУ", "ДОУ",
};
/* What may follow a form: additional, higher, secondary vocational education. */
static const char *const branches[] = { "ДО", "ВО", "ВПО", "СПО", "ДПО" };

typedef struct {
  const char *words; /* before a number, any case */
  const char *kind;  /* "" for schools, which the number is enough for */
} Kind;

/* Longer ones first. */
static const Kind kinds[] = {
  { "начальная школа – детский сад", "НШ-ДС" }, { "начальная школа - детский сад", "НШ-ДС" },
  { "средняя общеобразовательная школа", "" }, { "основная общеобразовательная школа", "" },
  { "центр развития ребёнка – детский сад", "Д/с" }, { "центр развития ребенка – детский сад", "Д/с" },
  { "центр развития ребёнка - детский сад", "Д/с" }, { "центр развития ребенка - детский сад", "Д/с" },
  { "вечерняя школа", "ВСОШ" }, { "начальная школа", "НШ" }, { "школа-интернат", "Ш-И" }, { "детский сад", "Д/с" },
  { "гимназия", "Гимназия" }, { "прогимназия", "Прогимназия" }, { "црр-дс", "Д/с" }, { "црр – дс", "Д/с" },
  { "лицей", "Лицей" }, { "школа", "" }, { "всош", "ВСОШ" }, { "д/с", "Д/с" }, { "ш-и", "Ш-И" }, { "сош", "" },
  { "оош", "" }, { "ноу", "" }, { "доу", "Д/с" }, { "дс", "Д/с" }, { "оу", "" },
};

/* What stands behind a number and says nothing to a district that knows its schools. */
static const char *const tails[] = {
  "с углубл", "имени ", "им. ", "общеразвивающего", "комбинированного", "компенсирующего", "присмотра", "города ", "г. ",
};

static gboolean
ends_word (const char *p)
{
  return *p == '\0' || *p == ' ' || !g_unichar_isalnum (g_utf8_get_char (p));
}

static const char *
skip_spaces (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Returns: what follows one of the words, or NULL. */
static const char *
skip_one (const char        *p,
          const char *const *words,
          guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (p, words[i], length) == 0 && ends_word (p + length))
        return skip_spaces (p + length);
    }
  return NULL;
}

static const char *
skip_forms (const char *p,
            gboolean   *kindergarten)
{
  const char *next = skip_one (p, forms, G_N_ELEMENTS (forms));

  if (next != NULL)
    {
      const char *branch = skip_one (next, branches, G_N_ELEMENTS (branches));

      return branch != NULL ? branch : next;
    }
  next = skip_one (p, kindergarten_forms, G_N_ELEMENTS (kindergarten_forms));
  *kindergarten = next != NULL;
  return next != NULL ? next : p;
}

/* @words: in lower case. Returns: what follows them, or NULL. */
static const char *
skip_folded (const char *p,
             const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words), p = g_utf8_next_char (p))
    if (*p == '\0' || g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (words))
      return NULL;
  return ends_word (p) ? skip_spaces (p) : NULL;
}

static const char *
skip_kind (const char  *p,
           const char **kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *next = skip_folded (p, kinds[i].words);

      if (next != NULL)
        {
          *kind = kinds[i].kind;
          return next;
        }
    }
  return p;
}

static const char *
skip_number_sign (const char *p)
{
  if (g_str_has_prefix (p, "№"))
    return skip_spaces (p + strlen ("№"));
  if (g_str_has_prefix (p, "No "))
    return skip_spaces (p + strlen ("No "));
  return g_str_has_prefix (p, "N ") ? skip_spaces (p + strlen ("N ")) : NULL;
}

/* «Красносельского района …» and the like. */
static gboolean
is_tail (const char *p)
{
  const char *word_end = strchr (p, ' ');

  if (*p == '\0' || *p == ',' || g_str_has_prefix (p, "«"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    if (g_str_has_prefix (p, tails[i]))
      return TRUE;
  return word_end != NULL && (g_str_has_prefix (word_end, " района") || g_str_has_prefix (word_end, " р-на"));
}

/* @p: behind the sign. Returns: (transfer full) (nullable): «№ 352» with its kind. */
static char *
number_with_kind (const char *p,
                  const char *kind)
{
  const char *end = p;
  const char *rest;

  while (*end != '\0' && *end != ' ' && *end != ',')
    end++;
  rest = skip_spaces (end);
  if (!g_ascii_isdigit (*p))
    return NULL;
  if (is_tail (rest))
    return g_strdup_printf ("%s%s№ %.*s", kind, *kind != '\0' ? " " : "", (int) (end - p), p);
  return g_strdup_printf ("%s%s№ %.*s %s", kind, *kind != '\0' ? " " : "", (int) (end - p), p, rest);
}

static char *
capitalised (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return NULL;
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

char *
bary_short_name (const char *name)
{
  gboolean kindergarten = FALSE;
  const char *kind = NULL;
  const char *proper = skip_forms (skip_spaces (name), &kindergarten);
  const char *after = skip_kind (proper, &kind);
  const char *number = skip_number_sign (after);
  char *shortened = NULL;

  if (kind == NULL || kindergarten)
    kind = kindergarten ? "Д/с" : "";
  if (number != NULL)
    shortened = number_with_kind (number, kind);
  else if (g_str_equal (kind, "Д/с") && g_str_has_prefix (after, "«"))
    shortened = g_strdup_printf ("Д/с %s", after);
  else if (proper != name)
    shortened = capitalised (proper);
  return shortened != NULL ? shortened : g_strdup (name);
}

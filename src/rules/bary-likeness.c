#include "bary-likeness.h"

#include "bary-short-name.h"
#include "bary-text.h"

#include <string.h>

#define SHORTEST_SURNAME 3 /* letters */
#define SHORTEST_LETTERS 3 /* of an abbreviation */

/* People */

typedef struct {
  char     *surname;
  gunichar  first, patronymic; /* initials; 0: not known */
} Name;

/* Returns: (transfer full): folded words, without signs between them but for hyphens within */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = bary_text_fold (text);
  const char *start = NULL;

  for (const char *p = folded; ; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean within = g_unichar_isalnum (c) || (c == '-' && start != NULL);

      if (within && start == NULL)
        start = p;
      else if (!within && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
is_patronymic (const char *word)
{
  static const char *const endings[] = { "ович", "евич", "ьич", "ична", "овна", "евна" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;
  return FALSE;
}

/* The surname stands first, or last behind initials and behind a first name with a patronymic. */
static guint
find_surname (const GPtrArray *words)
{
  if (words->len == 3 && is_patronymic (words->pdata[1]))
    return 2;
  return g_utf8_strlen (words->pdata[0], -1) > 1 ? 0 : words->len - 1;
}

static gboolean
parse_name (const char *text,
            Name       *name)
{
  g_autoptr (GPtrArray) words = split_words (text);
  guint surname;

  *name = (Name) { NULL };
  if (words->len == 0)
    return FALSE;
  surname = find_surname (words);
  if (g_utf8_strlen (words->pdata[surname], -1) < SHORTEST_SURNAME)
    return FALSE;
  name->surname = g_strdup (words->pdata[surname]);
  for (guint i = 0, n = 0; i < words->len && n < 2; i++)
    if (i != surname)
      *(n++ == 0 ? &name->first : &name->patronymic) = g_utf8_get_char (words->pdata[i]);
  return TRUE;
}

/* Returns: (transfer full): a surname without what tells the gender: "иванова" → "иванов", "полевая" → "полев" */
static char *
make_stem (const char *surname)
{
  static const struct { const char *ending; guint cut; } endings[] = {
    { "ова", 1 }, { "ева", 1 }, { "ина", 1 }, { "ына", 1 }, { "ая", 2 }, { "ий", 2 }, { "ый", 2 }, { "ой", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (surname, endings[i].ending))
      return g_utf8_substring (surname, 0, g_utf8_strlen (surname, -1) - endings[i].cut);
  return g_strdup (surname);
}

/* Of a double surname any part will do. */
static gboolean
share_surname (const char *a,
               const char *b)
{
  g_auto (GStrv) ones = g_strsplit (a, "-", -1);
  g_auto (GStrv) others = g_strsplit (b, "-", -1);

  for (guint i = 0; ones[i] != NULL; i++)
    for (guint j = 0; others[j] != NULL; j++)
      {
        g_autofree char *one = make_stem (ones[i]);
        g_autofree char *other = make_stem (others[j]);

        if (g_utf8_strlen (one, -1) >= SHORTEST_SURNAME && g_str_equal (one, other))
          return TRUE;
      }
  return FALSE;
}

static gboolean
differ (gunichar a,
        gunichar b)
{
  return a != 0 && b != 0 && a != b;
}

BaryLikeness
bary_likeness_of_people (const char *a,
                         const char *b)
{
  Name one = { NULL }, other = { NULL };
  BaryLikeness likeness = BARY_UNLIKE;

  if (parse_name (a, &one) && parse_name (b, &other) && share_surname (one.surname, other.surname))
    likeness = differ (one.first, other.first) || differ (one.patronymic, other.patronymic) ? BARY_LIKE_KIN : BARY_LIKE_SAME;
  g_free (one.surname);
  g_free (other.surname);
  return likeness;
}

/* The words beside a surname: "Иванова М. П." and "М. П. Иванова". */
static gboolean
fits_at (const Name      *name,
         const GPtrArray *words,
         guint            place)
{
  gunichar after = place + 1 < words->len ? g_utf8_get_char (words->pdata[place + 1]) : 0;
  gunichar before = place >= 1 ? g_utf8_get_char (words->pdata[place - 1]) : 0;
  gunichar earlier = place >= 2 ? g_utf8_get_char (words->pdata[place - 2]) : 0;

  if (name->first == 0 || after == name->first)
    return TRUE;
  return name->patronymic == 0 ? before == name->first : earlier == name->first && before == name->patronymic;
}

gboolean
bary_likeness_is_named_in (const char *person,
                           const char *text)
{
  g_autoptr (GPtrArray) words = split_words (text);
  gboolean found = FALSE;
  Name name;

  if (!parse_name (person, &name))
    return FALSE;
  for (guint i = 0; i < words->len && !found; i++)
    found = share_surname (name.surname, words->pdata[i]) && fits_at (&name, words, i);
  g_free (name.surname);
  return found;
}

char *
bary_likeness_get_key (const char *person)
{
  Name name;
  char *key = NULL;

  if (parse_name (person, &name) && strchr (name.surname, '-') == NULL)
    key = make_stem (name.surname);
  g_free (name.surname);
  return key;
}

/* Organisations */

/* Returns: (transfer full): the first letters of the words: "дворец детского творчества" → "ддт" */
static char *
make_letters (const GPtrArray *words)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    if (g_utf8_strlen (words->pdata[i], -1) > 1)
      g_string_append_unichar (letters, g_utf8_get_char (words->pdata[i]));
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* Numbers that are not the same set two names apart, whatever else they share. */
static gboolean
have_same_numbers (const GPtrArray *a,
                   const GPtrArray *b)
{
  const GPtrArray *sides[] = { a, b };
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (guint i = 0; i < sides[s]->len; i++)
      if (g_ascii_isdigit (*(const char *) sides[s]->pdata[i]))
        g_string_append_printf (s == 0 ? one : other, "%s ", (const char *) sides[s]->pdata[i]);
  return g_string_equal (one, other);
}

static gboolean
abbreviates (const GPtrArray *shorter,
             const GPtrArray *longer)
{
  g_autofree char *letters = make_letters (longer);

  for (guint i = 0; i < shorter->len; i++)
    {
      const char *word = shorter->pdata[i];

      if (g_utf8_strlen (word, -1) >= SHORTEST_LETTERS && strstr (letters, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
bary_likeness_of_organisations (const char *a,
                                const char *b)
{
  g_autofree char *one = bary_short_name (a);
  g_autofree char *other = bary_short_name (b);
  g_autoptr (GPtrArray) words = split_words (one);
  g_autoptr (GPtrArray) others = split_words (other);
  g_autofree char *key = bary_text_sort_key (one);
  g_autofree char *other_key = bary_text_sort_key (other);

  if (g_str_equal (key, other_key))
    return TRUE;
  return have_same_numbers (words, others) && (abbreviates (words, others) || abbreviates (others, words));
}

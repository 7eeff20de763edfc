#include "bary-period-private.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static void
read_about (BaryPeriodReader   *reader,
            BaryItem *item)
{
  while (bary_period_take (reader, BARY_TOKEN_ABOUT))
    item->about = TRUE;
}

/* The end of a range. @from: it began with «с». */
static gboolean
read_range_end (BaryPeriodReader   *reader,
                BaryItem *item,
                gboolean  from)
{
  gboolean divided = bary_period_take (reader, BARY_TOKEN_DASH) ||
                     (from && (bary_period_take (reader, BARY_TOKEN_BY) || bary_period_take (reader, BARY_TOKEN_UNTIL)));

  if (!divided)
    {
      item->kind = from ? BARY_ITEM_SINCE : item->kind;
      item->to = item->from;
      return TRUE;
    }

  item->kind = BARY_ITEM_RANGE;
  return bary_period_read_point (reader, &item->to);
}

static gboolean
read_until (BaryPeriodReader   *reader,
            BaryItem *item)
{
  item->kind = BARY_ITEM_UNTIL;
  if (!bary_period_read_point (reader, &item->to))
    return FALSE;
  item->from = item->to;
  return TRUE;
}

/* «к началу мая» names a part of May, «к 15 мая» and «к маю» a deadline. */
static gboolean
read_towards (BaryPeriodReader   *reader,
              BaryItem *item)
{
  if (!read_until (reader, item))
    return FALSE;
  if (item->to.kind == BARY_POINT_PART)
    {
      item->kind = BARY_ITEM_SINGLE;
      item->about = TRUE;
    }
  return TRUE;
}

/* «не позднее 15 мая», «не ранее 15 мая» */
static gboolean
read_not (BaryPeriodReader *reader,
          BaryItem         *item)
{
  gboolean later = bary_period_take (reader, BARY_TOKEN_LATER);

  if (!later && !bary_period_take (reader, BARY_TOKEN_SOONER))
    return FALSE;
  if (!read_until (reader, item))
    return FALSE;
  item->kind = later ? BARY_ITEM_UNTIL : BARY_ITEM_SINCE;
  return TRUE;
}

static gboolean
read_item (BaryPeriodReader   *reader,
           BaryItem *item)
{
  gboolean from;

  read_about (reader, item);
  if (bary_period_take (reader, BARY_TOKEN_NOT))
    return read_not (reader, item);
  if (bary_period_take (reader, BARY_TOKEN_UNTIL))
    return read_until (reader, item);
  if (bary_period_take (reader, BARY_TOKEN_TOWARDS))
    return read_towards (reader, item);
  if (bary_period_take (reader, BARY_TOKEN_BY))
    {
      item->inclusive = TRUE;
      return read_until (reader, item);
    }

  if (bary_period_take (reader, BARY_TOKEN_IN))
    bary_period_take (reader, BARY_TOKEN_WITHIN);
  bary_period_take (reader, BARY_TOKEN_DAYS);
  read_about (reader, item);
  bary_period_take (reader, BARY_TOKEN_BEGINNING);
  from = bary_period_take (reader, BARY_TOKEN_FROM);
  return bary_period_read_point (reader, &item->from) && read_range_end (reader, item, from);
}

static gboolean
is_time (const BaryToken *token)
{
  return token->kind == BARY_TOKEN_PAIR && token->value < 24 && token->month < 60;
}

/* «15.30», «15:30», «15 часов». Returns: minutes of the day, or -1 and nothing is taken. */
static int
read_clock (BaryPeriodReader *reader)
{
  const BaryToken *token = reader->next;

  if (is_time (token))
    {
      reader->next++;
      bary_period_take (reader, BARY_TOKEN_HOUR);
      return token->value * 60 + token->month;
    }
  if (token->kind == BARY_TOKEN_NUMBER && !token->ordinal && token->value < 24 && bary_period_peek (reader, 1) == BARY_TOKEN_HOUR)
    {
      reader->next += 2;
      return token->value * 60;
    }
  return -1;
}

/* «15.30» can be no day of a month. */
static gboolean
is_no_day (const BaryToken *token)
{
  return is_time (token) && (token->month < 1 || token->month > 12);
}

/* The hour behind a day: «в 15.30», «, 15:30–17:00», «с 15.00 до 17.00». A pair with a full stop that may be a day is an hour only
 * behind «в» or «с». Returns: FALSE, with nothing taken, if there is none. */
static gboolean
read_hours (BaryPeriodReader *reader)
{
  const BaryToken *start = reader->next;
  BaryPhrase *phrase = reader->phrase;
  gboolean said, from;

  bary_period_take (reader, BARY_TOKEN_COMMA);
  from = bary_period_take (reader, BARY_TOKEN_FROM);
  said = from || bary_period_take (reader, BARY_TOKEN_IN);
  if (said || reader->next->colon || is_no_day (reader->next))
    phrase->start_minute = read_clock (reader);

  if (phrase->start_minute >= 0 &&
      (bary_period_take (reader, BARY_TOKEN_DASH) ||
       (from && (bary_period_take (reader, BARY_TOKEN_UNTIL) || bary_period_take (reader, BARY_TOKEN_BY)))))
    {
      phrase->end_minute = read_clock (reader);
      if (phrase->end_minute <= phrase->start_minute)
        phrase->start_minute = -1;
    }
  if (phrase->start_minute < 0)
    reader->next = start;
  return phrase->start_minute >= 0;
}

/* «(по графику)», «(ориентировочно)»: a remark, of the words that are known. */
static void
read_remark (BaryPeriodReader *reader)
{
  BaryItem *last = &g_array_index (reader->phrase->items, BaryItem, reader->phrase->items->len - 1);
  const BaryToken *token = reader->next;
  g_autofree char *inside = NULL;
  BaryPeriodKind kind;
  guint n = 1;

  if (token->kind != BARY_TOKEN_OPEN)
    return;
  while (token[n].kind != BARY_TOKEN_CLOSE)
    if (token[n++].kind == BARY_TOKEN_END)
      return;

  inside = g_strndup (reader->folded + token[1].start, token[n].start - token[1].start);
  if (n == 2 && token[1].kind == BARY_TOKEN_ABOUT)
    last->about = TRUE;
  else if (!bary_period_find_phrase (g_strstrip (inside), &kind))
    return;
  reader->next += n + 1;
}

/* «(2019) г.» */
static gboolean
is_bracketed_year (const BaryPeriodReader *reader)
{
  return bary_period_peek (reader, 0) == BARY_TOKEN_OPEN && bary_period_peek (reader, 3) == BARY_TOKEN_YEAR &&
         bary_token_is_full_year (&reader->next[1]) && reader->next[2].kind == BARY_TOKEN_CLOSE;
}

/* «2018 (2019) г.»: one year or the other. */
static gboolean
read_bracketed_year (BaryPeriodReader *reader)
{
  const BaryToken *token = reader->next;
  BaryItem item = { BARY_ITEM_SINGLE, .alternative = TRUE, .from = { BARY_POINT_YEAR } };
  BaryItem *last = &g_array_index (reader->phrase->items, BaryItem, reader->phrase->items->len - 1);

  if (last->kind != BARY_ITEM_SINGLE || last->from.kind != BARY_POINT_BARE || last->from.n < BARY_FIRST_YEAR ||
      !is_bracketed_year (reader))
    return FALSE;

  item.from.year = token[1].value;
  item.to = item.from;
  g_array_append_val (reader->phrase->items, item);
  reader->next += 4;
  return TRUE;
}

/* Days may stand side by side: «22 марта 25–29 марта». */
static gboolean
starts_with_number (const BaryPeriodReader *reader)
{
  BaryTokenKind kind = bary_period_peek (reader, 0);

  return kind == BARY_TOKEN_NUMBER || kind == BARY_TOKEN_DATE || kind == BARY_TOKEN_PAIR;
}

/* What divides this item from the next. Returns: FALSE at the end. */
static gboolean
read_separator (BaryPeriodReader   *reader,
                BaryItem *item)
{
  *item = (BaryItem) { BARY_ITEM_SINGLE };
  if (bary_period_take (reader, BARY_TOKEN_SLASH) || bary_period_take (reader, BARY_TOKEN_OR))
    item->alternative = TRUE;
  else if (bary_period_take (reader, BARY_TOKEN_COMMA))
    bary_period_take (reader, BARY_TOKEN_AND);
  else if (!bary_period_take (reader, BARY_TOKEN_AND))
    return starts_with_number (reader);
  return TRUE;
}

static gboolean
read_items (BaryPeriodReader *reader)
{
  BaryItem item = { BARY_ITEM_SINGLE };

  do
    {
      if (!read_item (reader, &item))
        return FALSE;
      g_array_append_val (reader->phrase->items, item);
      read_bracketed_year (reader);
      read_remark (reader);
      if (read_hours (reader))
        break;
    }
  while (read_separator (reader, &item));

  read_remark (reader);
  bary_period_take (reader, BARY_TOKEN_DOT);
  return reader->next->kind == BARY_TOKEN_END;
}

gboolean
bary_period_read (const char  *folded,
                  BaryPhrase  *phrase,
                  GError     **error)
{
  g_autoptr (GArray) tokens = bary_period_cut (folded);
  BaryPeriodReader reader = { folded, &g_array_index (tokens, BaryToken, 0), phrase };

  if (read_items (&reader))
    return TRUE;

  if (reader.next->kind == BARY_TOKEN_END)
    /* Translators: %s: the words of a date that was broken off: «с 12 мая по» */
    g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("“%s”: the date breaks off"), folded);
  else
    /* Translators: 1: words that should be a date, 2: where they stop being one */
    g_set_error (error, BARY_PERIOD_ERROR, BARY_PERIOD_ERROR_NOT_A_DATE, _("“%1$s” is not a date from “%2$s” on"), folded,
                 folded + reader.next->start);
  return FALSE;
}

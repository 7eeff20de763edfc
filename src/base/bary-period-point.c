#include "bary-period-private.h"

BaryTokenKind
bary_period_peek (const BaryPeriodReader *reader,
                  guint                   ahead)
{
  for (guint i = 0; i < ahead; i++)
    if (reader->next[i].kind == BARY_TOKEN_END)
      return BARY_TOKEN_END;
  return reader->next[ahead].kind;
}

gboolean
bary_period_take (BaryPeriodReader *reader,
                  BaryTokenKind     kind)
{
  if (reader->next->kind != kind)
    return FALSE;
  reader->next++;
  return TRUE;
}

gboolean
bary_token_is_full_year (const BaryToken *token)
{
  return token->kind == BARY_TOKEN_NUMBER && !token->ordinal && token->value >= BARY_FIRST_YEAR &&
         token->value <= BARY_LAST_YEAR;
}

/* «2022», «2022 года», «22 г.». A day may stand behind: «12 мая 19 мая». */
static void
read_year (BaryPeriodReader    *reader,
           BaryPoint *point)
{
  const BaryToken *token = reader->next;

  if (bary_token_is_full_year (token))
    point->year = token->value;
  else if (token->kind == BARY_TOKEN_NUMBER && !token->ordinal && token->length == 2 &&
           bary_period_peek (reader, 1) == BARY_TOKEN_YEAR)
    point->year = 2000 + token->value;
  else
    return;

  reader->next++;
  bary_period_take (reader, BARY_TOKEN_YEAR);
}

static gboolean
read_month (BaryPeriodReader    *reader,
            BaryPoint *point)
{
  if (bary_period_peek (reader, 0) != BARY_TOKEN_MONTH)
    return FALSE;

  point->month = reader->next->value;
  reader->next++;
  read_year (reader, point);
  return TRUE;
}

/* A number of a quarter or half year: «II», «2-й», «второй». */
static gboolean
peek_count (const BaryPeriodReader *reader,
            guint         ahead,
            int          *n)
{
  BaryTokenKind kind = bary_period_peek (reader, ahead);

  if (kind != BARY_TOKEN_NUMBER && kind != BARY_TOKEN_ORDINAL)
    return FALSE;
  *n = reader->next[ahead].value;
  return TRUE;
}

static gboolean
read_school_year (BaryPeriodReader    *reader,
                  BaryPoint *point)
{
  const BaryToken *token = reader->next;
  gboolean divided = bary_period_peek (reader, 1) == BARY_TOKEN_DASH || bary_period_peek (reader, 1) == BARY_TOKEN_SLASH;

  if (bary_period_peek (reader, 0) == BARY_TOKEN_SCHOOL && bary_period_peek (reader, 1) == BARY_TOKEN_YEAR)
    {
      reader->next += 2;
      return TRUE;
    }
  if (!bary_token_is_full_year (token) || !divided || bary_period_peek (reader, 2) != BARY_TOKEN_NUMBER ||
      bary_period_peek (reader, 3) != BARY_TOKEN_SCHOOL || bary_period_peek (reader, 4) != BARY_TOKEN_YEAR ||
      token[2].value % 100 != (token->value + 1) % 100)
    return FALSE;

  point->year = token->value;
  reader->next += 5;
  return TRUE;
}

/* What a part, a week, ten days or a half is of. */
static gboolean
read_whole_of_part (BaryPeriodReader    *reader,
                    BaryPoint *point)
{
  int n;

  if (read_month (reader, point))
    return TRUE;

  if ((point->kind == BARY_POINT_PART || point->kind == BARY_POINT_WEEK) && peek_count (reader, 0, &n) &&
      bary_period_peek (reader, 1) == BARY_TOKEN_QUARTER)
    {
      point->kind = point->kind == BARY_POINT_PART ? BARY_POINT_QUARTER_PART : BARY_POINT_QUARTER_WEEK;
      point->part = point->n;
      point->n = n;
      reader->next += 2;
      return TRUE;
    }

  if (point->kind != BARY_POINT_PART && point->kind != BARY_POINT_HALF)
    return FALSE;
  if (!read_school_year (reader, point) && !bary_period_take (reader, BARY_TOKEN_YEAR))
    return FALSE;
  if (point->kind == BARY_POINT_HALF)
    point->kind = BARY_POINT_SEMESTER;
  return TRUE;
}

/* «I четверть 2025/26 учебного года», «II квартал 2026 года» */
static gboolean
read_year_of_term (BaryPeriodReader *reader,
                   BaryPoint        *point)
{
  if (point->kind == BARY_POINT_TRIMESTER)
    read_year (reader, point);
  else
    read_school_year (reader, point);
  return TRUE;
}

/* «2-я неделя мая», «второй четверг сентября», «II четверть». Nothing is taken if it is none of them. */
static gboolean
read_counted (BaryPeriodReader    *reader,
              BaryPoint *point)
{
  static const struct { BaryTokenKind token; BaryPointKind point; gboolean of; } things[] = {
    { BARY_TOKEN_WEEK, BARY_POINT_WEEK, TRUE },
    { BARY_TOKEN_DECADE, BARY_POINT_DECADE, TRUE },
    { BARY_TOKEN_HALF, BARY_POINT_HALF, TRUE },
    { BARY_TOKEN_WEEKDAY, BARY_POINT_WEEKDAY, TRUE },
    { BARY_TOKEN_QUARTER, BARY_POINT_QUARTER, FALSE },
    { BARY_TOKEN_SEMESTER, BARY_POINT_SEMESTER, FALSE },
    { BARY_TOKEN_TRIMESTER, BARY_POINT_TRIMESTER, FALSE },
  };
  const BaryToken *start = reader->next;
  int n;

  if (!peek_count (reader, 0, &n))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (bary_period_peek (reader, 1) == things[i].token)
      {
        *point = (BaryPoint) { things[i].point, n, .weekday = things[i].token == BARY_TOKEN_WEEKDAY ? start[1].value : 0 };
        reader->next += 2;
        if (things[i].of ? read_whole_of_part (reader, point) : read_year_of_term (reader, point))
          return TRUE;
        reader->next = start;
        return FALSE;
      }
  return FALSE;
}

static gboolean
read_number (BaryPeriodReader    *reader,
             BaryPoint *point)
{
  const BaryToken *token = reader->next;

  if (bary_period_peek (reader, 1) == BARY_TOKEN_YEAR && bary_token_is_full_year (token))
    {
      *point = (BaryPoint) { BARY_POINT_YEAR, .year = token->value };
      reader->next += 2;
      return TRUE;
    }

  *point = (BaryPoint) { BARY_POINT_BARE, token->value, .part = token->roman || token->kind == BARY_TOKEN_ORDINAL };
  reader->next++;
  if (point->part == 0 && token->value >= 1 && token->value <= 31 && read_month (reader, point))
    point->kind = BARY_POINT_DAY;
  return TRUE;
}

static gboolean
read_season (BaryPeriodReader    *reader,
             BaryPoint *point)
{
  *point = (BaryPoint) { BARY_POINT_SEASON, reader->next->value };
  reader->next++;
  if (bary_period_take (reader, BARY_TOKEN_VACATION))
    point->kind = BARY_POINT_VACATION;
  else
    read_year (reader, point);
  return TRUE;
}

/* A day with its numbers only: 12.05, 12.05.2022. */
static gboolean
read_numeric (BaryPeriodReader    *reader,
              BaryPoint *point)
{
  const BaryToken *token = reader->next;

  if (token->colon || token->month < 1 || token->month > 12 || token->value < 1)
    return FALSE;

  *point = (BaryPoint) { BARY_POINT_DAY, token->value, .month = token->month, .year = token->year };
  reader->next++;
  if (token->kind == BARY_TOKEN_DATE)
    bary_period_take (reader, BARY_TOKEN_YEAR);
  return TRUE;
}

static gboolean
read_core (BaryPeriodReader    *reader,
           BaryPoint *point)
{
  *point = (BaryPoint) { BARY_POINT_NONE };
  if (read_school_year (reader, point))
    {
      point->kind = BARY_POINT_SCHOOL_YEAR;
      return TRUE;
    }

  switch (bary_period_peek (reader, 0))
    {
    case BARY_TOKEN_DATE:
    case BARY_TOKEN_PAIR:
      return read_numeric (reader, point);
    case BARY_TOKEN_MONTH:
      point->kind = BARY_POINT_MONTH;
      return read_month (reader, point);
    case BARY_TOKEN_PART:
      *point = (BaryPoint) { BARY_POINT_PART, reader->next->value };
      reader->next++;
      return read_whole_of_part (reader, point);
    case BARY_TOKEN_SEASON:
      return read_season (reader, point);
    case BARY_TOKEN_ORDINAL:
    case BARY_TOKEN_NUMBER:
      return read_counted (reader, point) || read_number (reader, point);
    default:
      return FALSE;
    }
}

/* «(четверг)», «, четверг», «чт» behind a day. */
static void
read_weekday_behind (BaryPeriodReader    *reader,
                     BaryPoint *point)
{
  guint before = bary_period_peek (reader, 0) == BARY_TOKEN_OPEN || bary_period_peek (reader, 0) == BARY_TOKEN_COMMA;
  gboolean open = bary_period_peek (reader, 0) == BARY_TOKEN_OPEN;

  if (point->kind != BARY_POINT_DAY || bary_period_peek (reader, before) != BARY_TOKEN_WEEKDAY ||
      (open && bary_period_peek (reader, 2) != BARY_TOKEN_CLOSE))
    return;

  point->weekday = reader->next[before].value;
  reader->next += before + 1 + open;
}

gboolean
bary_period_read_point (BaryPeriodReader *reader,
                        BaryPoint        *point)
{
  int weekday = 0;

  if (bary_period_peek (reader, 0) == BARY_TOKEN_WEEKDAY)
    {
      weekday = reader->next->value;
      reader->next++;
      bary_period_take (reader, BARY_TOKEN_COMMA);
    }
  if (!read_core (reader, point) || (weekday != 0 && point->kind != BARY_POINT_DAY))
    return FALSE;

  if (point->kind == BARY_POINT_DAY && weekday != 0)
    point->weekday = weekday;
  else
    read_weekday_behind (reader, point);
  return TRUE;
}


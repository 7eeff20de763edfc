#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The letters of an event: the announcement that goes to schools, its correction after a move, and the press release.
 * Each is a form with a fixed list of parts, in the words of the centres that use it, so that none is forgotten; like all
 * forms of the domain it is Russian in every language of the window. */

typedef enum {
  BARY_LETTER_ANNOUNCEMENT,
  BARY_LETTER_CORRECTION,
  BARY_LETTER_PRESS_RELEASE,
} BaryLetterKind;

/* What is known of the event; every text is nullable. */
typedef struct {
  const char *name;
  const char *goal;
  const char *summary;
  const char *participants;
  const char *dates;        /* as a person reads them: "12 мая, чт" */
  const char *former_dates; /* a correction's: where it stood when it was announced */
  const char *time;         /* "15:00–16:30" */
  const char *place;
  const char *expected;     /* number of participants: "40" */
  const char *registration; /* link */
  const char *reason;       /* a correction's: why it moved or does not take place */
  gboolean    cancelled;
  const char *agenda;       /* of a meeting: what is ahead by the plan, a line each */

  const char *attended;     /* number of participants who came */
  const char *schools;      /* those that took part: "№ 203, № 352" */
  const char *outcome;      /* what was said by whom */
  const char *feedback;
  const char *links;        /* to photographs */
  const char *hashtags;     /* "#СистемаобразованияКрасносельский #Эколята" */
} BaryLetterFacts;

typedef struct {
  const char *field; /* of the event's record, where the part is written: "goal" */
  const char *label; /* "Цель" */
  char       *text;  /* (nullable): NULL where the part is missing */
} BaryLetterPart;

typedef struct {
  char      *subject;
  char      *opening; /* (nullable): what is said before the parts */
  GPtrArray *parts;   /* (element-type BaryLetterPart) */
  char      *closing; /* (nullable): what is said after them */
} BaryLetter;

/* Returns: (transfer full) */
BaryLetter *bary_letter_new           (BaryLetterKind         kind,
                                       const BaryLetterFacts *facts);
/* A letter with a subject alone. Returns: (transfer full) */
BaryLetter *bary_letter_new_blank     (const char            *subject);
/* Adds a part at the end. @field, @label: must live as long; @text: (nullable) */
void        bary_letter_add_part      (BaryLetter            *self,
                                       const char            *field,
                                       const char            *label,
                                       const char            *text);
void        bary_letter_free          (BaryLetter            *self);

guint       bary_letter_count_missing (const BaryLetter      *self);

/* Returns: (transfer full): the letter as plain text; missing parts are left out. */
char       *bary_letter_to_text       (const BaryLetter      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLetter, bary_letter_free)

G_END_DECLS

#pragma once

#include "bary-store.h"

G_BEGIN_DECLS

/* What a card shows of the records that refer to the one on it: one row of the table below per list. */
typedef struct {
  BaryKind    on;         /* whose card */
  BaryKind    kind;       /* what is listed */
  const char *field;      /* its reference to the record on the card */
  const char *title;      /* untranslated; neighbours of the same title make one list */
  const char *head;       /* field whose words head a row; NULL: what people call the record */
  const char *target;     /* reference that a click follows; NULL: the listed record itself */
  const char *remark;     /* untranslated; said of every row; may be NULL */
  const char *details[5]; /* fields said under the head: "role", or of what is referred to: "agreement.number" */
  const char *adds;       /* untranslated: what the button that adds one says; NULL: not added here */
} BaryCardSection;

const BaryCardSection *bary_card_sections     (guint *n_sections);

/* Returns: (transfer full) */
char                  *bary_card_section_head    (const BaryCardSection *section,
                                                  BaryStore             *store,
                                                  BaryRecord            *record);
char                  *bary_card_section_details (const BaryCardSection *section,
                                                  BaryStore             *store,
                                                  BaryRecord            *record);

/* The record that a click on the row goes to. Returns: (transfer full) (nullable) */
BaryRecord            *bary_card_section_target  (const BaryCardSection *section,
                                                  BaryStore             *store,
                                                  BaryRecord            *record);

/* A from–to range in words. Returns: (transfer full) (nullable): NULL if it is open at both ends. */
char                  *bary_card_range_to_words  (const char *from,
                                                  const char *to);

G_END_DECLS

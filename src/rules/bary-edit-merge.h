#pragma once

#include "bary-knowledge.h"

G_BEGIN_DECLS

/* The three-way merge of one record out of all edits of it that are known, wherever they were made. What it says is
 * a function of the set of edits: in which order they came, and how often, makes no difference.
 *
 * An edit is overtaken when another edit of the same field was made by somebody who knew it. What is left of a field
 * are its heads. Heads that say the same are joined; heads that differ are a conflict, which only a person can end,
 * by an edit that knows them all. A removal overtakes the edits that it knew; an edit made in knowledge of a removal
 * undoes it; a removal and an edit that knew nothing of each other are a conflict. */

#define BARY_EDIT_MOST_FIELDS 64

typedef struct {
  const char  *replica;
  BaryStamp    stamp;
  guint        ordinal;   /* within its stamp */
  const char  *author;
  gboolean     removes;   /* the record as a whole */
  guint64      fields;    /* a bit for each field that it sets */
  const char *const *values; /* one per field of the record, NULL where it is emptied */
} BaryEdit;

typedef enum {
  BARY_PRESENCE_THERE,
  BARY_PRESENCE_GONE,
  BARY_PRESENCE_DISPUTED, /* removed by one and edited by another */
} BaryPresence;

/* Whether the maker of @later knew @earlier. */
gboolean     bary_edit_knows        (const BaryEdit      *later,
                                     const BaryEdit      *earlier,
                                     const BaryKnowledge *knowledge);

/* Older edits first, by stamp, replica and ordinal: the same order everywhere. For g_ptr_array_sort. */
int          bary_edit_compare      (gconstpointer        a,
                                     gconstpointer        b);

BaryPresence bary_edits_get_presence (GPtrArray           *edits,
                                      const BaryKnowledge *knowledge);

/* @edits: (element-type BaryEdit): all that are known of the record
 * Returns: (transfer container) (element-type BaryEdit): the heads of a field, one for each value: the first that
 * said it; empty when it was never set. */
GPtrArray   *bary_edits_find_heads   (GPtrArray           *edits,
                                      guint                field,
                                      const BaryKnowledge *knowledge);

/* What all heads of a field were based on: the newest edit of it that each of their makers knew.
 * Returns: (transfer none) (nullable): NULL where they have nothing in common. */
const BaryEdit *bary_edits_find_base (GPtrArray           *edits,
                                      guint                field,
                                      GPtrArray           *heads,
                                      const BaryKnowledge *knowledge);

/* Returns: (transfer container) (element-type BaryEdit): the removals that no edit has undone. */
GPtrArray   *bary_edits_find_removals (GPtrArray           *edits,
                                       const BaryKnowledge *knowledge);

G_END_DECLS

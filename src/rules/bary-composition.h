#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who is in a cluster on a day, and what has changed between two days. Pure. */

typedef struct {
  const char *organisation;
  const char *group;
  const char *from, *to; /* ISO, both inclusive, nullable */
} BaryCompositionEntry;

typedef enum {
  BARY_PRESENCE_ABSENT,     /* on neither day */
  BARY_PRESENCE_STAYS,      /* on both, in the same group */
  BARY_PRESENCE_JOINED,     /* only on the later day */
  BARY_PRESENCE_LEFT,       /* only on the earlier day */
  BARY_PRESENCE_MOVED_IN,   /* on both; in this group only on the later day */
  BARY_PRESENCE_MOVED_OUT,  /* on both; in this group only on the earlier day */
} BaryPresence;

/* A place in the picture: an organisation in a group, however many times it came and left. */
typedef struct {
  const char   *organisation;
  const char   *group;
  guint         entry; /* the one that counts: of the earlier day, else of the later, else the last */
  BaryPresence  presence;
  guint         first; /* its first entry in the order given */
} BaryPlace;

typedef struct {
  GArray *places;   /* of BaryPlace, in the order of their first entries */
  guint   n_earlier; /* organisations on the earlier day */
  guint   n_joined;
  guint   n_left;
  guint   n_moved;
} BaryComposition;

/* @earlier, @later: ISO days. The entries must outlive the result. Returns: (transfer full) */
BaryComposition *bary_composition_compare (const BaryCompositionEntry *entries,
                                           guint                       n_entries,
                                           const char                 *earlier,
                                           const char                 *later);
void             bary_composition_free    (BaryComposition            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryComposition, bary_composition_free)

G_END_DECLS

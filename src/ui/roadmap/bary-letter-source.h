#pragma once

#include "bary-letter.h"
#include "bary-store.h"

G_BEGIN_DECLS

/* What the store knows for a letter of an event. */
typedef struct _BaryLetterSource BaryLetterSource;

/* @event: as it is edited at the moment
 * Returns: (transfer full) */
BaryLetterSource      *bary_letter_source_new       (BaryStore              *store,
                                                     BaryRecord             *event);
void                   bary_letter_source_free      (BaryLetterSource       *self);

/* Returns: (transfer none): as long as the source. */
const BaryLetterFacts *bary_letter_source_get_facts (const BaryLetterSource *self);

/* Who gets an announcement first: the curators of the cluster, who pass it on to the schools.
 * Returns: (transfer full): addresses, ends with NULL */
char                 **bary_letter_find_curators    (BaryStore              *store,
                                                     BaryRecord             *event,
                                                     const char             *day);
/* The schools that must or may take part; those of the cluster where the event names none.
 * @n_without: (out): how many of them have no address
 * Returns: (transfer full): addresses, ends with NULL */
char                 **bary_letter_find_schools     (BaryStore              *store,
                                                     BaryRecord             *event,
                                                     const char             *day,
                                                     guint                  *n_without);

/* Returns: (transfer full) (element-type BaryRecord): where press releases of the event's cluster are published. */
GPtrArray             *bary_letter_find_channels    (BaryStore              *store,
                                                     BaryRecord             *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryLetterSource, bary_letter_source_free)

G_END_DECLS

#pragma once

#include "bary-slides.h"

G_BEGIN_DECLS

#define BARY_SLIDES_MOST_NAMES 40 /* in a speaker's note */

/* bary-slides.c */
gboolean                bary_slides_is_there      (const BaryNetworkNode *node);
/* Whether the node is what a step of this kind and subject is about. */
gboolean                bary_slides_is_about      (BaryShowStepKind       kind,
                                                   const char            *subject,
                                                   const BaryNetwork     *network,
                                                   const BaryNetworkNode *node);
int                     bary_slides_find_cluster  (const BaryNetwork *network,
                                                   const char        *id);
int                     bary_slides_find_district (const BaryNetwork *network,
                                                   const char        *id);
/* Returns: (nullable) */
const BaryNetworkGroup *bary_slides_find_group    (const BaryNetwork *network,
                                                   const char        *id);

/* bary-slides-words.c: fill the caption and the note of a derived step. Return: FALSE if there is nothing to show. */
gboolean                bary_slides_fill_words    (BaryShowStep      *slide,
                                                   const BaryNetwork *now,
                                                   const BaryNetwork *since);
/* Add one more part to a line: "8 clusters · 214 organisations". @pattern: of ngettext, for `n` */
void                    bary_slides_add_part      (GString    *line,
                                                   const char *separator,
                                                   const char *part);
void                    bary_slides_add_count     (GString    *line,
                                                   const char *pattern,
                                                   guint       n);
guint                   bary_slides_count_organisations (const BaryNetwork *network,
                                                         gboolean           shared_only);

/* bary-slides-ties.c */
gboolean                bary_slides_fill_links    (BaryShowStep      *slide,
                                                   const BaryNetwork *now);
/* @since: (nullable) */
gboolean                bary_slides_fill_changes  (BaryShowStep      *slide,
                                                   const BaryNetwork *since);

G_END_DECLS

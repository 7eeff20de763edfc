#pragma once

#include "bary-slides.h"
#include "bary-store-network.h"

G_BEGIN_DECLS

/* A presentation: pictures on the days it needs, and its steps, kept or derived. */
typedef struct {
  BaryPicture  picture;
  char        *cluster;  /* (nullable) */
  char        *day;
  GPtrArray   *networks; /* of BaryNetwork; the first is that of the day, without changes */
  GPtrArray   *derived;  /* of BaryShowStep */
  GPtrArray   *slides;   /* of BaryShowStep */
  gboolean     kept;     /* somebody has edited them */
} BaryPresentation;

/* @cluster: (nullable): for the picture of one. Returns: (transfer full) (nullable) */
BaryPresentation *bary_store_read_presentation (BaryStore    *store,
                                                BaryPicture   picture,
                                                const char   *cluster,
                                                const char   *day,
                                                GError      **error);
/* Only the steps, after records of kind `slide` have changed. Returns: FALSE with an error, or without one when a step
 * needs a day that was not read. */
gboolean          bary_store_reread_slides     (BaryStore         *store,
                                                BaryPresentation  *presentation,
                                                GError           **error);
void              bary_presentation_free       (BaryPresentation *self);
/* Returns: the index of the network of a step. */
guint             bary_presentation_find_network (const BaryPresentation *self,
                                                  const BaryShowStep     *slide);

/* A new record that keeps a step as it is. Returns: (transfer full) */
BaryRecord       *bary_show_step_to_record     (const BaryShowStep     *slide,
                                                const BaryPresentation *presentation,
                                                guint                   ordinal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BaryPresentation, bary_presentation_free)

G_END_DECLS

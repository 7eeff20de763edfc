#pragma once

#include "bary-record.h"

G_BEGIN_DECLS

#define BARY_TYPE_SLIDE (bary_slide_get_type ())
G_DECLARE_FINAL_TYPE (BarySlide, bary_slide, BARY, SLIDE, BaryRecord)

/* A step of a presentation that a person kept. The fields are for reading; their table in bary-slide.c says what they
 * hold: without a `cluster` the presentation is that of the whole network, or of the scheme of interaction if `picture`
 * says so; `part` is the cluster that a step of a network is about, `layer` that of a scheme, from the top; `area` is "x y width height" in points of the picture, `chosen` ids of nodes with spaces between them. */
struct _BarySlide {
  BaryRecord parent_instance;

  char *cluster;
  char *kind;
  char *group;
  char *part;
  char *district;
  char *caption;
  char *note;
  char *ordinal;
  char *hidden;
  char *lines;
  char *day;
  char *area;
  char *chosen;
  char *picture;
  char *layer;
};

extern const BaryKindInfo bary_slide_info;

G_END_DECLS

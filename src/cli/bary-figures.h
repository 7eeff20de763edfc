#pragma once

#include "bary-measure.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Figures as members of a JSON object; one that is not known is null, and the notes say why, under its path:
 * {"notes": {"icc.icc2": "…"}}. */
typedef struct {
  JsonObject *object; /* being filled */
  const char *path;   /* of the object, for the notes */
  JsonObject *notes;
} BaryFigures;

/* A member that is an object, begun. Returns: what it is filled by; valid as long as `self` */
BaryFigures bary_figures_begin       (BaryFigures       *self,
                                      const char        *name);
void        bary_figures_add         (BaryFigures       *self,
                                      const char        *name,
                                      BaryMeasureFault   fault,
                                      double             value);
void        bary_figures_add_measure (BaryFigures       *self,
                                      const char        *name,
                                      const BaryMeasure *measure);
void        bary_figures_add_note    (BaryFigures       *self,
                                      const char        *name,
                                      const char        *note);
/* Puts the notes last and prints all of it. */
void        bary_figures_print       (BaryFigures       *self);

#define BARY_FIGURES_INIT { json_object_new (), NULL, json_object_new () }

G_END_DECLS

#include "bary-figures.h"

#include "bary-output.h"

BaryFigures
bary_figures_begin (BaryFigures *self,
                    const char  *name)
{
  BaryFigures begun = { json_object_new (), name, self->notes };

  json_object_set_object_member (self->object, name, begun.object);
  return begun;
}

void
bary_figures_add_note (BaryFigures *self,
                       const char  *name,
                       const char  *note)
{
  g_autofree char *path = self->path != NULL ? g_strjoin (".", self->path, name, NULL) : g_strdup (name);

  json_object_set_string_member (self->notes, path, note);
}

void
bary_figures_add (BaryFigures      *self,
                  const char       *name,
                  BaryMeasureFault  fault,
                  double            value)
{
  if (fault == BARY_MEASURE_KNOWN)
    {
      json_object_set_double_member (self->object, name, value);
      return;
    }
  json_object_set_null_member (self->object, name);
  bary_figures_add_note (self, name, bary_measure_fault_to_words (fault));
}

void
bary_figures_add_measure (BaryFigures       *self,
                          const char        *name,
                          const BaryMeasure *measure)
{
  bary_figures_add (self, name, measure->fault, measure->value);
}

void
bary_figures_print (BaryFigures *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_object_member (self->object, "notes", self->notes);
  json_node_take_object (node, self->object);
  bary_output_print_json (node);
}

#include "bary-marks.h"

static int
compare_marks (const void *a,
               const void *b)
{
  const BaryMark *x = a, *y = b;

  if (x->application != y->application)
    return x->application < y->application ? -1 : 1;
  return x->expert < y->expert ? -1 : x->expert > y->expert;
}

static void
count_used (BaryMarks *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n_experts + 1);

  for (guint i = 0; i < self->n_marks; i++)
    {
      self->n_marking_experts += !seen[self->marks[i].expert];
      seen[self->marks[i].expert] = 1;
    }
  for (guint a = 0; a < self->n_applications; a++)
    self->n_marked_applications += self->starts[a + 1] > self->starts[a];
}

BaryMarks *
bary_marks_new (guint           n_applications,
                guint           n_experts,
                const BaryMark *marks,
                guint           n_marks)
{
  BaryMarks *self = g_new0 (BaryMarks, 1);

  self->n_applications = n_applications;
  self->n_experts = n_experts;
  self->n_marks = n_marks;
  self->marks = g_new (BaryMark, n_marks + 1);
  self->starts = g_new0 (guint, n_applications + 1);
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert (marks[i].application < n_applications && marks[i].expert < n_experts);
      self->marks[i] = marks[i];
      self->starts[marks[i].application + 1]++;
    }
  for (guint a = 0; a < n_applications; a++)
    self->starts[a + 1] += self->starts[a];
  qsort (self->marks, n_marks, sizeof (BaryMark), compare_marks);
  count_used (self);
  return self;
}

void
bary_marks_free (BaryMarks *self)
{
  g_free (self->marks);
  g_free (self->starts);
  g_free (self);
}

gboolean
bary_marks_is_complete (const BaryMarks *self)
{
  return (guint64) self->n_marked_applications * self->n_marking_experts == self->n_marks;
}

BaryMarks *
bary_marks_transpose (const BaryMarks *self)
{
  g_autofree BaryMark *turned = g_new (BaryMark, self->n_marks + 1);

  for (guint i = 0; i < self->n_marks; i++)
    turned[i] = (BaryMark) { self->marks[i].expert, self->marks[i].application, self->marks[i].value };
  return bary_marks_new (self->n_experts, self->n_applications, turned, self->n_marks);
}

BaryMeasureFault
bary_marks_find_fault (const BaryMarks *self)
{
  if (self->n_marks == 0)
    return BARY_MEASURE_NO_MARKS;
  if (self->n_marking_experts < 2)
    return BARY_MEASURE_FEW_EXPERTS;
  if (self->n_marked_applications < 2)
    return BARY_MEASURE_FEW_APPLICATIONS;
  return BARY_MEASURE_KNOWN;
}

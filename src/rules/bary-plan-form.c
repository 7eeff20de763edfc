#include "bary-plan-form.h"

BaryPlanForm *
bary_plan_form_new (int school_year)
{
  BaryPlanForm *self = g_new0 (BaryPlanForm, 1);

  self->school_year = school_year;
  self->lines = bary_plan_lines_new ();
  self->approved_lines = bary_plan_lines_new ();
  self->agreed = g_ptr_array_new_with_free_func (g_free);
  self->agreed_on = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
bary_plan_form_free (BaryPlanForm *self)
{
  char *texts[] = { self->title, self->cluster, self->programme, self->host, self->goal, self->approved_by, self->approved_on };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->approved_lines);
  g_ptr_array_unref (self->agreed);
  g_ptr_array_unref (self->agreed_on);
  g_free (self);
}

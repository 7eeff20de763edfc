#include "bary-contest-form.h"

#define PLACE(part, row, column) GUINT_TO_POINTER ((part) << 24 | (row) << 8 | (column))
#define PART_OF(place) (GPOINTER_TO_UINT (place) >> 24)
#define ROW_OF(place) ((GPOINTER_TO_UINT (place) >> 8) & 0xffff)

static void
free_field (gpointer data)
{
  BaryFormField *field = data;

  g_free (field->id);
  g_free (field->name);
  g_free (field->help);
  g_free (field->least);
  g_free (field->most);
  g_strfreev (field->options);
  g_strfreev (field->parts);
  g_hash_table_unref (field->answers);
  g_ptr_array_unref (field->appendices);
  g_ptr_array_unref (field->appendix_ids);
  g_free (field);
}

static void
free_section (gpointer data)
{
  BaryFormSection *section = data;

  g_free (section->name);
  g_free (section->help);
  g_ptr_array_unref (section->fields);
  g_free (section);
}

BaryContestForm *
bary_contest_form_new (const char *title,
                       int         school_year,
                       const char *topic)
{
  BaryContestForm *self = g_new0 (BaryContestForm, 1);

  self->title = g_strdup (title);
  self->school_year = school_year;
  self->topic = g_strdup (topic);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  return self;
}

void
bary_contest_form_free (BaryContestForm *self)
{
  g_free (self->title);
  g_free (self->topic);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

BaryFormSection *
bary_contest_form_add_section (BaryContestForm *self,
                               const char      *name,
                               const char      *help)
{
  BaryFormSection *section = g_new0 (BaryFormSection, 1);

  section->name = g_strdup (name);
  section->help = g_strdup (help);
  section->fields = g_ptr_array_new_with_free_func (free_field);
  g_ptr_array_add (self->sections, section);
  return section;
}

BaryFormField *
bary_form_section_add_field (BaryFormSection   *section,
                             const char        *id,
                             const char        *name,
                             BaryFormFieldKind  kind)
{
  BaryFormField *field = g_new0 (BaryFormField, 1);

  field->id = g_strdup (id);
  field->name = g_strdup (name);
  field->kind = kind;
  field->options = g_new0 (char *, 1);
  field->parts = g_new0 (char *, 1);
  field->answers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  field->appendices = g_ptr_array_new_with_free_func (g_free);
  field->appendix_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (section->fields, field);
  return field;
}

gboolean
bary_form_field_is_table (const BaryFormField *field)
{
  return field->kind == BARY_FORM_TABLE || field->kind == BARY_FORM_ROADMAP;
}

void
bary_form_field_set_answer (BaryFormField *field,
                            guint          part,
                            guint          row,
                            guint          column,
                            const char    *value)
{
  if (value != NULL)
    g_hash_table_insert (field->answers, PLACE (part, row, column), g_strdup (value));
  else
    g_hash_table_remove (field->answers, PLACE (part, row, column));
}

const char *
bary_form_field_get_answer (const BaryFormField *field,
                            guint                part,
                            guint                row,
                            guint                column)
{
  return g_hash_table_lookup (field->answers, PLACE (part, row, column));
}

guint
bary_form_field_count_rows (const BaryFormField *field,
                            guint                part)
{
  GHashTableIter iter;
  gpointer place;
  guint last = 0;

  g_hash_table_iter_init (&iter, field->answers);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    if (PART_OF (place) == part)
      last = MAX (last, ROW_OF (place));

  return last;
}

#include "bary-form.h"

#include "bary-config.h"
#include "bary-form-note.h"
#include "bary-namesake.h"
#include "bary-row-reference.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const BaryField *field;
  BaryRow         *row;
  BaryFormNote    *note;
  gboolean         hidden;
  gboolean         fits;     /* what is written fits the field */
  gboolean         touched;  /* differs from what the store has */
  gboolean         met;      /* a person wrote in it: an empty one may be called so */
  char            *baseline; /* the store's value when last looked */
} FormField;

struct _BaryForm {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  BaryFormNote        *trouble;
  BarySession         *session;
  BaryStore           *store;
  BaryRecord          *record; /* the store's, or new */
  BaryRecord          *edited; /* the copy */
  gboolean             is_new;
  FormField           *fields;
  guint                n_fields;
  gboolean             filling;
  gboolean             valid;
  gboolean             changed;
};

G_DEFINE_FINAL_TYPE (BaryForm, bary_form, ADW_TYPE_BIN)

enum {
  PROP_VALID = 1,
  PROP_CHANGED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_flag (BaryForm *self,
          gboolean *flag,
          gboolean  value,
          guint     property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static FormField *
find_field (BaryForm   *self,
            const char *name)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (g_str_equal (self->fields[i].field->name, name))
      return &self->fields[i];

  return NULL;
}

/* Checking */

static void
look_for_namesake (BaryForm  *self,
                   FormField *field)
{
  g_autoptr (BaryRecord) other = NULL;

  if (g_str_equal (field->field->name, "name"))
    other = bary_namesake_find (self->store, self->edited);
  if (other != NULL)
    bary_form_note_point (field->note, self->session, other, _("There is another with this name already"), _("Show"));
}

static void
check_field (BaryForm  *self,
             FormField *field)
{
  g_autofree char *text = bary_row_dup_text (field->row);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;

  field->fits = bary_field_parse (field->field, text, &value, &error);
  if (field->fits)
    bary_record_set (self->edited, field->field, value);
  field->touched = !field->fits || g_strcmp0 (value, field->baseline) != 0;

  if (field->fits && value == NULL && (field->field->flags & BARY_FIELD_REQUIRED) && field->met)
    g_set_error (&error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED,
                 /* Translators: %s: a field */
                 _("“%s” is required: fill it in"), bary_field_get_label (field->field));

  bary_row_set_wrong (field->row, error != NULL);
  bary_form_note_say (field->note, "error", error != NULL ? error->message : NULL);
  if (error == NULL && field->touched)
    look_for_namesake (self, field);
}

/* The groups on offer are those of the cluster's scheme. */
static void
narrow_groups (BaryForm *self)
{
  FormField *group = find_field (self, "group");
  FormField *cluster = find_field (self, "cluster");
  g_autoptr (BaryRecord) record = NULL;
  const char *id;

  if (group == NULL || cluster == NULL)
    return;

  id = bary_record_get (self->edited, cluster->field);
  if (id != NULL)
    record = bary_store_get (self->store, BARY_KIND_CLUSTER, id, NULL);
  if (record != NULL)
    bary_row_reference_set_within (BARY_ROW_REFERENCE (group->row), "scheme", bary_record_get_text (record, "scheme"));
}

static void
check_whole (BaryForm *self)
{
  g_autoptr (GError) error = NULL;
  gboolean fits = TRUE, touched = FALSE;

  for (guint i = 0; i < self->n_fields; i++)
    {
      fits &= self->fields[i].fits;
      touched |= self->fields[i].touched;
    }

  if (fits)
    fits = bary_record_validate (self->edited, &error);
  if (error != NULL && !g_error_matches (error, BARY_RECORD_ERROR, BARY_RECORD_ERROR_REQUIRED) && (touched || !self->is_new))
    bary_form_note_say (self->trouble, "error", error->message);
  else
    bary_form_note_say (self->trouble, NULL, NULL);

  narrow_groups (self);
  set_flag (self, &self->valid, fits, PROP_VALID);
  set_flag (self, &self->changed, touched, PROP_CHANGED);
}

static void
row_edited_cb (BaryForm *self,
               BaryRow  *row)
{
  if (self->filling)
    return;

  for (guint i = 0; i < self->n_fields; i++)
    if (self->fields[i].row == row)
      {
        self->fields[i].met = TRUE;
        check_field (self, &self->fields[i]);
      }
  check_whole (self);
}

/* Following the store */

static void
follow_field (BaryForm  *self,
              FormField *field)
{
  const char *value = bary_record_get (self->record, field->field);
  g_autofree char *words = NULL;
  g_autofree char *note = NULL;

  if (g_strcmp0 (value, field->baseline) == 0)
    return;

  g_free (field->baseline);
  field->baseline = g_strdup (value);
  if (!field->touched)
    bary_row_set_value (field->row, value);
  check_field (self, field);
  if (!field->touched || !field->fits)
    return;

  words = bary_store_value_to_words (self->store, field->field, value);
  /* Translators: %s: the value that somebody else wrote into the field */
  note = g_strdup_printf (_("Changed elsewhere meanwhile: “%s”. Saving keeps what you wrote"), words);
  bary_form_note_say (field->note, "warning", note);
}

static void
store_changed_cb (BaryForm *self)
{
  if (self->is_new)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < self->n_fields; i++)
    follow_field (self, &self->fields[i]);
  self->filling = FALSE;
  check_whole (self);
}

/* Making */

static gboolean
is_named (const char *const *names,
          const char        *name)
{
  return names != NULL && g_strv_contains (names, name);
}

static void
add_field (BaryForm        *self,
           FormField       *field,
           const BaryField *description,
           gboolean         hidden)
{
  field->field = description;
  field->hidden = hidden;
  field->fits = TRUE;
  field->baseline = self->is_new ? NULL : g_strdup (bary_record_get (self->record, description));
  field->row = BARY_ROW (bary_row_new (description, self->store));
  field->note = BARY_FORM_NOTE (bary_form_note_new ());
  bary_row_set_value (field->row, bary_record_get (self->record, description));
  g_signal_connect_object (field->row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (field->row));
  adw_preferences_group_add (self->group, GTK_WIDGET (field->note));
  gtk_widget_set_visible (GTK_WIDGET (field->row), !hidden);
}

static void
bary_form_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BaryForm *self = BARY_FORM (object);

  switch (prop_id)
    {
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_form_finalize (GObject *object)
{
  BaryForm *self = BARY_FORM (object);

  for (guint i = 0; i < self->n_fields; i++)
    g_free (self->fields[i].baseline);
  g_free (self->fields);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_object (&self->record);
  g_clear_object (&self->edited);

  G_OBJECT_CLASS (bary_form_parent_class)->finalize (object);
}

static void
bary_form_class_init (BaryFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bary_form_get_property;
  object_class->finalize = bary_form_finalize;

  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_form_init (BaryForm *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->trouble = BARY_FORM_NOTE (bary_form_note_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
bary_form_new (BarySession       *session,
               BaryRecord        *record,
               const char *const *hidden)
{
  BaryForm *self = g_object_new (BARY_TYPE_FORM, NULL);
  const BaryKindInfo *info = bary_record_get_info (record);
  g_autoptr (BaryRecord) present = NULL;

  self->session = g_object_ref (session);
  self->store = g_object_ref (bary_session_get_store (session));
  present = bary_store_get (self->store, info->kind, bary_record_get_id (record), NULL);
  self->is_new = present == NULL;
  self->record = g_object_ref (present != NULL ? present : record);
  self->edited = bary_record_copy (self->record);
  self->n_fields = info->n_fields;
  self->fields = g_new0 (FormField, info->n_fields);

  for (guint i = 0; i < info->n_fields; i++)
    add_field (self, &self->fields[i], &info->fields[i], is_named (hidden, info->fields[i].name));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->trouble));

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  check_whole (self);
  return GTK_WIDGET (self);
}

gboolean
bary_form_is_valid (BaryForm *self)
{
  return self->valid;
}

gboolean
bary_form_is_changed (BaryForm *self)
{
  return self->changed;
}

gboolean
bary_form_is_new (BaryForm *self)
{
  return self->is_new;
}

BaryRecord *
bary_form_get_edited (BaryForm *self)
{
  return self->edited;
}

void
bary_form_collect (BaryForm    *self,
                   BaryChanges *changes)
{
  if (self->is_new)
    bary_changes_add (changes, self->edited);
  else
    bary_changes_update (changes, self->record, self->edited);
}

BaryRow *
bary_form_get_row (BaryForm   *self,
                   const char *field)
{
  FormField *found = find_field (self, field);

  return found != NULL ? found->row : NULL;
}

void
bary_form_start (BaryForm *self)
{
  FormField *start = NULL;

  for (guint i = 0; i < self->n_fields; i++)
    {
      FormField *field = &self->fields[i];

      if (field->hidden)
        continue;
      if (start == NULL)
        start = field;
      if (self->is_new && (field->field->flags & BARY_FIELD_REQUIRED) && bary_record_get (self->edited, field->field) == NULL)
        {
          start = field;
          break;
        }
    }
  if (start != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (start->row));
}

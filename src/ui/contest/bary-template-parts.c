#include "bary-template-window-private.h"

#include "bary-config.h"
#include "bary-form-page.h"
#include "bary-freeze.h"
#include "bary-kinds.h"
#include "bary-rows.h"
#include "bary-store-contest-edit.h"
#include "bary-store-contest.h"
#include "bary-store-field.h"

#include <glib/gi18n-lib.h>

/* What a page lists: parts of the contest, or such parts with parts of their own. */
typedef struct {
  BaryKind    head;       /* whose parts are listed; BARY_N_KINDS: the contest’s own */
  BaryKind    kind;       /* what is listed */
  const char *whole;      /* its reference to what it is a part of */
  const char *about;      /* untranslated: what the page is for */
  const char *adds_head;  /* untranslated; NULL without heads */
  const char *adds;       /* untranslated */
  const char *name;       /* the field that a row is called by */
  const char *details[4]; /* fields said under it */
} Listing;

static const Listing listings[BARY_N_TEMPLATE_PAGES] = {
  [BARY_TEMPLATE_FORM] = { BARY_KIND_CONTEST_SECTION, BARY_KIND_CONTEST_FIELD, "section",
    N_("What a school fills in, section by section."), N_("Add a _Section"), N_("Add a field"), "name",
    { "kind", "required", "most_words", "source" } },
  [BARY_TEMPLATE_STAGES] = { BARY_N_KINDS, BARY_KIND_CONTEST_STAGE, "contest",
    N_("What follows what, with days. Who hands in within the days of grace is not late."), NULL, N_("Add a _Stage"), "name",
    { "kind", "from", "to", "grace" } },
  [BARY_TEMPLATE_CHECKLIST] = { BARY_N_KINDS, BARY_KIND_CHECKLIST_ITEM, "contest",
    N_("What the technical review looks at: the program itself, or a person."), NULL, N_("Add an _Item"), "name", { "kind", "field" } },
  [BARY_TEMPLATE_CRITERIA] = { BARY_KIND_CONTEST_CRITERION, BARY_KIND_CRITERION_LEVEL, "criterion",
    N_("What experts give marks by. The description of each mark stands beside it on their desk."), N_("Add a _Criterion"),
    N_("Describe a mark"), "mark", { "description" } },
  [BARY_TEMPLATE_TIES] = { BARY_N_KINDS, BARY_KIND_TIE_STEP, "contest",
    N_("Where totals are equal, the first of these steps that tells them apart decides."), NULL, N_("Add a _Step"), "kind",
    { "criterion", "limit" } },
  [BARY_TEMPLATE_EXPERTS] = { BARY_N_KINDS, BARY_KIND_CONTEST_EXPERT, "contest",
    N_("Who scores the applications. Words of the competence that the topic of an application has bring the two together in the draw."),
    NULL, N_("Add an _Expert"), "person", { "organisation", "quota", "competence", "left_on" } },
};

static gboolean
is_editable (BaryTemplateWindow *self,
             BaryKind            kind)
{
  return !bary_store_is_read_only (bary_template_get_store (self)) &&
         (!bary_template_is_frozen (self) || !bary_freeze_holds_kind (kind));
}

static const char *
get_whole (BaryRecord *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    if (listings[i].whole != NULL && listings[i].kind == bary_record_get_kind (part))
      return listings[i].whole;
  return "contest";
}

/* Acts */

void
bary_template_act (BaryTemplateWindow *self,
                   BaryRecord         *part,
                   const char         *act)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = bary_store_describe (bary_template_get_store (self), part);

  if (!is_editable (self, bary_record_get_kind (part)))
    return;
  if (g_str_equal (act, "remove"))
    bary_form_remove_record (GTK_WIDGET (self), self->session, part);
  else if (bary_kind_find_field (bary_record_get_kind (part), "ordinal", NULL) == NULL)
    return;
  else if (!bary_store_collect_move (bary_template_get_store (self), part, get_whole (part), g_str_equal (act, "up") ? -1 : 1, changes, &error))
    bary_session_fail (self->session, error);
  else if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, N_("Put in another order: %s"), name, changes);
}

static void
act_clicked_cb (GtkWidget          *button,
                BaryTemplateWindow *self)
{
  g_autoptr (BaryRecord) part = g_object_ref (g_object_get_data (G_OBJECT (button), "record"));
  const char *act = g_object_get_data (G_OBJECT (button), "act");

  if (g_str_equal (act, "edit"))
    bary_template_edit (GTK_WIDGET (self), self->session, part, NULL, FALSE, NULL);
  else
    bary_template_act (self, part, act);
}

static void
add_clicked_cb (GtkWidget          *button,
                BaryTemplateWindow *self)
{
  BaryRecord *whole = g_object_get_data (G_OBJECT (button), "whole");
  BaryKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
  const char *reference = g_object_get_data (G_OBJECT (button), "reference");
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) part = bary_store_begin_part (bary_template_get_store (self), kind, reference, bary_record_get_id (whole), &error);

  if (part != NULL)
    bary_template_edit (GTK_WIDGET (self), self->session, part, NULL, FALSE, NULL);
  else
    bary_session_fail (self->session, error);
}

/* Widgets */

static void
keep (GtkWidget  *widget,
      BaryRecord *record)
{
  g_object_set_data_full (G_OBJECT (widget), "record", g_object_ref (record), g_object_unref);
}

/* The buttons of a part say whose they are. */
static GtkWidget *
make_buttons (BaryTemplateWindow *self,
              BaryRecord         *part,
              const char         *title,
              gboolean            edits)
{
  static const struct { const char *act, *icon, *label; } acts[] = {
    { "edit", "document-edit-symbolic", N_("Change") }, { "up", "go-up-symbolic", N_("Move Up") },
    { "down", "go-down-symbolic", N_("Move Down") }, { "remove", "user-trash-symbolic", N_("Remove") },
  };
  gboolean ordered = bary_kind_find_field (bary_record_get_kind (part), "ordinal", NULL) != NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = edits ? 0 : 1; i < G_N_ELEMENTS (acts); i++)
    {
      GtkWidget *button = gtk_button_new_from_icon_name (acts[i].icon);
      g_autofree char *label = g_strdup_printf ("%s: %s", _(acts[i].label), title);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, _(acts[i].label));
      gtk_widget_set_visible (button, ordered || g_str_equal (acts[i].act, "edit") || g_str_equal (acts[i].act, "remove"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data (G_OBJECT (button), "act", (gpointer) acts[i].act);
      keep (button, part);
      g_signal_connect_object (button, "clicked", G_CALLBACK (act_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_add_button (BaryTemplateWindow *self,
                 const Listing      *listing,
                 BaryRecord         *whole,
                 BaryKind            kind,
                 GtkWidget          *button)
{
  g_object_set_data_full (G_OBJECT (button), "whole", g_object_ref (whole), g_object_unref);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_object_set_data (G_OBJECT (button), "reference", (gpointer) (kind == listing->kind ? listing->whole : "contest"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, 0);
  return button;
}

static void
add_pill (BaryTemplateWindow *self,
          const Listing      *listing,
          BaryKind            kind,
          const char         *label)
{
  GtkWidget *button = make_add_button (self, listing, self->record, kind, gtk_button_new_with_mnemonic (label));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, is_editable (self, kind));
  gtk_box_append (self->page, button);
}

/* Rows */

/* Returns: (transfer full): "Long text · Required · Most words: 300" */
static char *
describe (BaryTemplateWindow *self,
          const Listing      *listing,
          BaryRecord         *part)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (listing->details) && listing->details[i] != NULL; i++)
    {
      const BaryField *field = bary_kind_find_field (listing->kind, listing->details[i], NULL);
      g_autofree char *words = bary_store_field_to_words (bary_template_get_store (self), part, listing->details[i]);

      if (words == NULL)
        continue;
      g_string_append (text, text->len > 0 ? " · " : "");
      if (field->choices == bary_choice_yes)
        g_string_append (text, bary_field_get_label (field));
      else if (field->type == BARY_FIELD_CHOICE || field->type == BARY_FIELD_REFERENCE || field->type == BARY_FIELD_TEXT ||
               field->type == BARY_FIELD_LONG_TEXT)
        g_string_append (text, words);
      else
        /* Translators: 1: a field, 2: its value: "Most words: 300" */
        g_string_append_printf (text, _("%1$s: %2$s"), bary_field_get_label (field), words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
edit_cb (GtkWidget          *row,
         BaryTemplateWindow *self)
{
  bary_template_edit (GTK_WIDGET (self), self->session, g_object_get_data (G_OBJECT (row), "record"), NULL, FALSE, NULL);
}

static void
add_row (BaryTemplateWindow  *self,
         AdwPreferencesGroup *group,
         const Listing       *listing,
         BaryRecord          *part)
{
  const BaryField *name = bary_kind_find_field (listing->kind, listing->name, NULL);
  g_autofree char *title = bary_store_value_to_words (bary_template_get_store (self), name, bary_record_get (part, name));
  g_autofree char *details = describe (self, listing, part);
  GtkWidget *row = bary_rows_make (title, details);

  keep (row, part);
  adw_preferences_group_add (group, row);
  if (!is_editable (self, listing->kind))
    return;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_buttons (self, part, title, FALSE));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, 0);
}

/* Returns: whether there are any */
static gboolean
add_rows (BaryTemplateWindow  *self,
          AdwPreferencesGroup *group,
          const Listing       *listing,
          BaryRecord          *whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = bary_store_select_parts (bary_template_get_store (self), listing->kind, listing->whole,
                                                         bary_record_get_id (whole), &error);

  if (parts == NULL)
    bary_session_fail (self->session, error);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    add_row (self, group, listing, parts->pdata[i]);
  return parts != NULL && parts->len > 0;
}

/* Heads */

/* Returns: (transfer full) (nullable): of a criterion its weight and scale, and the help */
static char *
describe_head (BaryRecord *head)
{
  const BaryContestCriterion *criterion = BARY_IS_CONTEST_CRITERION (head) ? BARY_CONTEST_CRITERION (head) : NULL;
  const char *help = bary_record_get_text (head, "help");
  g_autofree char *scale = NULL;

  if (criterion == NULL)
    return g_strdup (help);
  /* Translators: 1: the weight of a criterion, 2 and 3: the lowest and the highest mark */
  scale = g_strdup_printf (_("Weight %1$s, marks %2$s–%3$s"), criterion->weight, criterion->least, criterion->most);
  return g_strjoin (help != NULL ? "\n" : "", scale, help != NULL ? help : "", NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_head_buttons (BaryTemplateWindow *self,
                   const Listing      *listing,
                   BaryRecord         *head)
{
  GtkWidget *buttons = make_buttons (self, head, bary_record_get_name (head), TRUE);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");
  g_autofree char *label = g_strdup_printf ("%s: %s", _(listing->adds), bary_record_get_name (head));

  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _(listing->adds));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_prepend (GTK_BOX (buttons), make_add_button (self, listing, head, listing->kind, add));
  gtk_widget_set_valign (buttons, GTK_ALIGN_START);
  return buttons;
}

/* Its heading wraps, as a group's own would not. */
static void
add_head (BaryTemplateWindow *self,
          const Listing      *listing,
          BaryRecord         *head,
          guint               number)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, bary_record_get_name (head));
  g_autofree char *description = describe_head (head);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (words), make_label (title, "heading"));
  if (description != NULL)
    gtk_box_append (GTK_BOX (words), make_label (description, "dim-label"));
  gtk_box_append (GTK_BOX (line), words);
  if (is_editable (self, listing->head))
    gtk_box_append (GTK_BOX (line), make_head_buttons (self, listing, head));
  gtk_box_append (GTK_BOX (outer), line);
  gtk_box_append (GTK_BOX (outer), group);
  gtk_box_append (self->page, outer);
  gtk_widget_set_visible (group, add_rows (self, ADW_PREFERENCES_GROUP (group), listing, head));
}

void
bary_template_show_parts (BaryTemplateWindow *self,
                          BaryTemplatePage    page)
{
  const Listing *listing = &listings[page];
  AdwPreferencesGroup *group = bary_template_add_group (self, NULL, _(listing->about));
  g_autoptr (GPtrArray) heads = NULL;

  if (listing->head == BARY_N_KINDS)
    {
      add_rows (self, group, listing, self->record);
      add_pill (self, listing, listing->kind, _(listing->adds));
      return;
    }
  heads = bary_store_select_parts (bary_template_get_store (self), listing->head, "contest", self->contest, NULL);
  for (guint i = 0; heads != NULL && i < heads->len; i++)
    add_head (self, listing, heads->pdata[i], i + 1);
  add_pill (self, listing, listing->head, _(listing->adds_head));
}

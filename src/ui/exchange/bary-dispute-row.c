#include "bary-dispute-row.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-word-diff.h"

#include <glib/gi18n-lib.h>

#define MOST_DIGITS 9

typedef struct {
  BaryStore         *store;
  const BaryDispute *dispute;
  guint              number;
  gboolean           writable;
} Row;

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static char *
dup_value (const Row  *self,
           const char *value)
{
  g_autofree char *words = value != NULL ? bary_store_value_to_words (self->store, self->dispute->field, value) : NULL;

  /* Translators: of a field: it has no value. */
  return words != NULL && *words != '\0' ? g_steal_pointer (&words) : g_strdup (C_("value", "empty"));
}

/* What the candidate is compared with: what stands, and that with the first of the others. */
static const BaryCandidate *
find_other (const BaryDispute   *dispute,
            const BaryCandidate *candidate)
{
  for (guint i = 0; i < dispute->candidates->len; i++)
    {
      const BaryCandidate *other = dispute->candidates->pdata[i];

      if (other != candidate && (other->stands || candidate->stands))
        return other;
    }
  return NULL;
}

/* Not by colour alone: it is also underlined. */
static void
mark_difference (const Row           *self,
                 GtkWidget           *label,
                 const char          *text,
                 const BaryCandidate *candidate)
{
  const BaryCandidate *other = find_other (self->dispute, candidate);
  g_autofree char *words = other != NULL ? dup_value (self, other->value) : NULL;
  g_autoptr (GArray) runs = bary_word_diff (text, words != NULL ? words : text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const BaryWordRun *run = &g_array_index (runs, BaryWordRun, i);
      PangoAttribute *marks[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint j = 0; j < G_N_ELEMENTS (marks); j++)
        {
          marks[j]->start_index = run->start;
          marks[j]->end_index = run->end;
          pango_attr_list_insert (attributes, marks[j]);
        }
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static const char *
get_button_label (const BaryDispute   *dispute,
                  const BaryCandidate *candidate)
{
  if (dispute->field == NULL && dispute->code == BARY_DISPUTE_HELD)
    return candidate->removes ? _("Leave it out") : _("Take it in");
  if (dispute->field == NULL)
    return candidate->removes ? _("Remove the record") : _("Keep the record");
  if (dispute->code == BARY_DISPUTE_PROPOSAL)
    return candidate->stands ? _("Decline the proposal") : _("Accept the proposal");

  return candidate->stands ? _("Keep this value") : _("Take this value");
}

static void
add_button (const Row           *self,
            GtkWidget           *box,
            const BaryCandidate *candidate,
            guint                i)
{
  GtkWidget *button = gtk_button_new_with_label (get_button_label (self->dispute, candidate));
  g_autofree char *description = self->dispute->field != NULL ? dup_value (self, candidate->value) : NULL;

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_vexpand (button, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "disputes.decide");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", self->number, i);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_author (GtkWidget           *box,
            const BaryCandidate *candidate)
{
  g_autofree char *moment = bary_moment_to_words (bary_stamp_get_ms (candidate->stamp));
  /* Translators: 1: a centre, or “Here”, 2: a person, 3: a day and a time */
  g_autofree char *who = g_strdup_printf (_("%1$s · %2$s · %3$s"), candidate->replica != NULL ? candidate->replica : _("Here"),
                                          candidate->author, moment);

  gtk_widget_add_css_class (add_label (box, who, "caption"), "dim-label");
}

static GtkWidget *
make_candidate (const Row           *self,
                const BaryCandidate *candidate,
                guint                i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "bary-candidate");
  add_label (box, candidate->stands ? _("Stands now") : _("Wants to be"), "caption-heading");
  if (self->dispute->field != NULL)
    {
      g_autofree char *text = dup_value (self, candidate->value);

      mark_difference (self, add_label (box, text, candidate->value == NULL ? "dim-label" : NULL), text, candidate);
    }
  else
    add_label (box, bary_dispute_get_fate (self->dispute, candidate), NULL);
  if (candidate->author != NULL)
    add_author (box, candidate);
  if (self->writable)
    add_button (self, box, candidate, i);
  return box;
}

static const char *
get_explanation (const BaryDispute *dispute)
{
  switch (dispute->code)
    {
    case BARY_DISPUTE_PROPOSAL: return _("It is somebody else’s or was approved: the new value is a proposal.");
    case BARY_DISPUTE_HELD:
      return dispute->field != NULL ? _("What it would become breaks a rule, so it was left as it stands.")
                                    : _("It is new, and a rule does not let it in, so it waits outside. Leaving it out asks the "
                                        "sender, with the next package, to remove it there as well.");
    case BARY_DISPUTE_REMOVAL: return _("One has removed it, another has edited it.");
    case BARY_DISPUTE_CONFLICT:
    default: return _("It was edited in two places, and neither knew of the other.");
    }
}

/* Returns: (transfer full) */
static char *
dup_title (const BaryDispute *dispute)
{
  return dispute->field != NULL ? g_strdup_printf ("%s · %s", dispute->title, bary_field_get_label (dispute->field))
                                : g_strdup (dispute->title);
}

static void
add_title (const Row *self,
           GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *title = dup_title (self->dispute);

  gtk_widget_set_hexpand (add_label (line, title, "heading"), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show the record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the record"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "disputes.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", self->number);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
}

/* Returns: (transfer full) */
static char *
explain (const Row *self)
{
  const char *explanation = get_explanation (self->dispute);
  g_autofree char *base = NULL;

  if (!self->dispute->has_base)
    return g_strdup (explanation);
  if (self->dispute->base == NULL)
    /* Translators: %s: a sentence */
    return g_strdup_printf (_("%s Before that it was empty."), explanation);

  base = dup_value (self, self->dispute->base);
  /* Translators: 1: a sentence, 2: a value of a field */
  return g_strdup_printf (_("%1$s Before that it was “%2$s”."), explanation, base);
}

static void
add_explanation (const Row *self,
                 GtkWidget *box)
{
  g_autofree char *text = explain (self);

  gtk_widget_add_css_class (add_label (box, text, "caption"), "dim-label");
}

static void
add_keys (const Row *self,
          GtkWidget *row)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < MIN (self->dispute->candidates->len, MOST_DIGITS); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_1 + i, 0),
                                                               gtk_named_action_new ("disputes.decide"), "(uu)", self->number, i);

      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (row, controller);
}

GtkWidget *
bary_dispute_row_new (BaryStore         *store,
                      const BaryDispute *dispute,
                      guint              number,
                      gboolean           writable)
{
  Row self = { store, dispute, number, writable };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *title = dup_title (dispute);

  gtk_widget_add_css_class (box, "bary-dispute");
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  add_title (&self, box);
  add_explanation (&self, box);
  for (guint i = 0; i < dispute->candidates->len; i++)
    gtk_grid_attach (GTK_GRID (grid), make_candidate (&self, dispute->candidates->pdata[i], i), (int) i % 2, (int) i / 2, 1, 1);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (writable)
    add_keys (&self, row);
  return row;
}

#include "bary-scoring-criterion.h"

#include "bary-config.h"
#include "bary-decimal.h"

#include <glib/gi18n-lib.h>

/* So long must typing pause for it to be written. */
#define PAUSE_MS 400

struct _BaryScoringCriterion {
  GtkBox      parent_instance;

  guint       number;
  BaryPanelCriterion limits; /* for comments */
  GPtrArray  *choices;   /* of GtkCheckButton, not owned; their mark is the data "mark" */
  GtkEntry   *entry;     /* (nullable): for a scale without levels */
  GtkTextView *comment;
  GtkWidget  *demand;    /* says that the mark needs a comment */
  char       *mark;      /* (nullable): that is shown */
  guint       pause;
  gboolean    showing;
};

enum {
  MARKED,
  COMMENTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BaryScoringCriterion, bary_scoring_criterion, GTK_TYPE_BOX)

/* The comment */

void
bary_scoring_criterion_flush (BaryScoringCriterion *self)
{
  g_autofree char *text = NULL;

  if (self->pause == 0)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  g_object_get (gtk_text_view_get_buffer (self->comment), "text", &text, NULL);
  g_strstrip (text);
  g_signal_emit (self, signals[COMMENTED], 0, *text != '\0' ? text : NULL);
}

static gboolean
paused_cb (gpointer data)
{
  bary_scoring_criterion_flush (data);
  return G_SOURCE_REMOVE;
}

static void
show_demand (BaryScoringCriterion *self)
{
  g_autofree char *text = NULL;
  BaryFraction mark;

  g_object_get (gtk_text_view_get_buffer (self->comment), "text", &text, NULL);
  g_strstrip (text);
  gtk_widget_set_visible (self->demand, *text == '\0' && self->mark != NULL && bary_fraction_parse (self->mark, &mark) &&
                                        bary_panel_criterion_asks_comment (&self->limits, &mark));
}

static void
take_mark (BaryScoringCriterion *self,
           const char           *mark)
{
  char *kept = g_strdup (mark);

  g_free (self->mark);
  self->mark = kept;
  show_demand (self);
}

static void
typed_cb (BaryScoringCriterion *self)
{
  show_demand (self);
  if (self->showing)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

static void
add_comment (BaryScoringCriterion *self,
             const char           *name)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *caption = gtk_label_new (_("Comment"));
  g_autofree char *label = g_strdup_printf (_("Comment by “%s”"), name);

  self->comment = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->comment, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->comment, FALSE);
  gtk_text_view_set_left_margin (self->comment, 6);
  gtk_text_view_set_right_margin (self->comment, 6);
  gtk_text_view_set_top_margin (self->comment, 4);
  gtk_text_view_set_bottom_margin (self->comment, 4);
  gtk_widget_set_size_request (GTK_WIDGET (self->comment), -1, 48);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->comment));
  self->demand = gtk_label_new (_("Such a mark needs a comment"));
  gtk_label_set_xalign (GTK_LABEL (self->demand), 0);
  gtk_label_set_wrap (GTK_LABEL (self->demand), TRUE);
  gtk_widget_add_css_class (self->demand, "warning");
  gtk_widget_set_visible (self->demand, FALSE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (self), self->demand);
  gtk_box_append (GTK_BOX (self), caption);
  gtk_box_append (GTK_BOX (self), frame);
  g_signal_connect_object (gtk_text_view_get_buffer (self->comment), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

/* Marks */

static void
toggled_cb (BaryScoringCriterion *self,
            GtkCheckButton       *choice)
{
  if (self->showing || !gtk_check_button_get_active (choice))
    return;
  take_mark (self, g_object_get_data (G_OBJECT (choice), "mark"));
  g_signal_emit (self, signals[MARKED], 0, g_object_get_data (G_OBJECT (choice), "mark"));
}

static void
add_level (BaryScoringCriterion *self,
           const BaryPanelLevel *level)
{
  g_autofree char *mark = bary_fraction_to_string (&level->mark);
  g_autofree char *shown = bary_fraction_to_words (&level->mark);
  /* Translators: 1: a mark, 2: what it means */
  g_autofree char *words = g_strdup_printf (_("%1$s — %2$s"), shown, level->words);
  GtkWidget *choice = gtk_check_button_new_with_label (words);

  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (choice)), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (choice)), 0);
  g_object_set_data_full (G_OBJECT (choice), "mark", g_steal_pointer (&mark), g_free);
  if (self->choices->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), self->choices->pdata[0]);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  gtk_box_append (GTK_BOX (self), choice);
}

static void
entered_cb (BaryScoringCriterion *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  BaryFraction value;
  g_autofree char *mark = NULL;
  gboolean empty = *text == '\0', sound = empty || bary_fraction_parse (text, &value);

  if (sound)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  if (self->showing || !sound)
    return;
  mark = empty ? NULL : bary_fraction_to_string (&value);
  take_mark (self, mark);
  g_signal_emit (self, signals[MARKED], 0, mark);
}

/* Returns: (transfer full): which marks there are */
static char *
describe_scale (const BaryCriterion *scale,
                const BaryFraction  *step)
{
  g_autofree char *least = bary_fraction_to_words (&scale->least);
  g_autofree char *most = bary_fraction_to_words (&scale->most);
  g_autofree char *between = bary_fraction_to_words (step);

  if (bary_fraction_compare (step, &BARY_FRACTION_ZERO) > 0)
    /* Translators: 1: the lowest mark, 2: the highest, 3: what lies between two marks */
    return g_strdup_printf (_("from %1$s to %2$s in steps of %3$s"), least, most, between);
  /* Translators: 1: the lowest mark, 2: the highest */
  return g_strdup_printf (_("from %1$s to %2$s"), least, most);
}

static void
add_entry (BaryScoringCriterion *self,
           const BaryPanel      *panel)
{
  const BaryCriterion *scale = bary_panel_scale (panel, self->number);
  g_autofree char *hint = describe_scale (scale, &bary_panel_criterion (panel, self->number)->step);
  g_autofree char *label = g_strdup_printf (_("Mark by “%s”"), scale->name);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, hint);
  gtk_widget_set_halign (GTK_WIDGET (self->entry), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
}

/* A digit, where nothing is being typed. */
static gboolean
key_cb (BaryScoringCriterion *self,
        guint                 keyval,
        guint                 keycode,
        GdkModifierType       state)
{
  gunichar digit = gdk_keyval_to_unicode (keyval);
  char mark[2] = { (char) digit, '\0' };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || digit < '0' || digit > '9' || gtk_widget_has_focus (GTK_WIDGET (self->comment)))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (g_object_get_data (self->choices->pdata[i], "mark"), mark) == 0)
      {
        gtk_check_button_set_active (self->choices->pdata[i], TRUE);
        gtk_widget_grab_focus (self->choices->pdata[i]);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

guint
bary_scoring_criterion_get_number (BaryScoringCriterion *self)
{
  return self->number;
}

static void
show_mark (BaryScoringCriterion *self,
           const char           *mark)
{
  g_autofree char *words = mark != NULL ? bary_decimal_to_words (mark) : NULL;

  for (guint i = 0; i < self->choices->len; i++)
    gtk_check_button_set_active (self->choices->pdata[i],
                                 g_strcmp0 (g_object_get_data (self->choices->pdata[i], "mark"), mark) == 0);
  if (self->entry != NULL && !gtk_widget_has_focus (gtk_widget_get_first_child (GTK_WIDGET (self->entry))))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words != NULL ? words : "");
}

void
bary_scoring_criterion_show (BaryScoringCriterion *self,
                             const BaryScoreMark  *mark,
                             const char           *comment,
                             gboolean              editable)
{
  g_autofree char *text = mark != NULL && mark->given ? bary_fraction_to_string (&mark->value) : NULL;

  self->showing = TRUE;
  show_mark (self, text);
  if (self->pause == 0 && !gtk_widget_has_focus (GTK_WIDGET (self->comment)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->comment), comment != NULL ? comment : "", -1);
  self->showing = FALSE;
  take_mark (self, editable ? text : NULL);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_widget_set_sensitive (self->choices->pdata[i], editable);
  if (self->entry != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->entry), editable);
  gtk_text_view_set_editable (self->comment, editable);
}

static void
bary_scoring_criterion_dispose (GObject *object)
{
  BaryScoringCriterion *self = BARY_SCORING_CRITERION (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->mark, g_free);

  G_OBJECT_CLASS (bary_scoring_criterion_parent_class)->dispose (object);
}

static void
bary_scoring_criterion_class_init (BaryScoringCriterionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_scoring_criterion_dispose;

  signals[MARKED] = g_signal_new ("marked", BARY_TYPE_SCORING_CRITERION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  signals[COMMENTED] = g_signal_new ("commented", BARY_TYPE_SCORING_CRITERION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     1, G_TYPE_STRING);
}

static void
bary_scoring_criterion_init (BaryScoringCriterion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "bary-criterion");
  self->choices = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_heading (BaryScoringCriterion *self,
             const BaryPanel      *panel)
{
  g_autofree char *weight = bary_fraction_to_words (&bary_panel_scale (panel, self->number)->weight);
  /* Translators: 1: a criterion, 2: its weight */
  g_autofree char *words = g_strdup_printf (_("%1$s · weight %2$s"), bary_panel_scale (panel, self->number)->name, weight);
  GtkWidget *heading = gtk_label_new (words);
  const char *help = bary_panel_criterion (panel, self->number)->help;

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_tooltip_text (heading, help);
  gtk_box_append (GTK_BOX (self), heading);
}

GtkWidget *
bary_scoring_criterion_new (const BaryPanel *panel,
                            guint            criterion)
{
  BaryScoringCriterion *self = g_object_new (BARY_TYPE_SCORING_CRITERION, NULL);

  self->number = criterion;
  self->limits = *bary_panel_criterion (panel, criterion);
  add_heading (self, panel);
  for (guint i = 0; i < panel->levels->len; i++)
    if (g_array_index (panel->levels, BaryPanelLevel, i).criterion == criterion)
      add_level (self, &g_array_index (panel->levels, BaryPanelLevel, i));
  if (self->choices->len == 0)
    add_entry (self, panel);
  add_comment (self, bary_panel_scale (panel, criterion)->name);
  return GTK_WIDGET (self);
}

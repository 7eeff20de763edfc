#include "bary-passport-strip.h"

#include "bary-config.h"
#include "bary-rows.h"
#include "bary-text.h"
#include "bary-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _BaryPassportStrip {
  GtkWidget  parent_instance;

  GtkWidget *chips[BARY_N_CONDITIONS];
};

G_DEFINE_FINAL_TYPE (BaryPassportStrip, bary_passport_strip, GTK_TYPE_WIDGET)

enum {
  MEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const names[BARY_N_CONDITIONS] = {
  N_("Goal"), N_("Legal basis"), N_("Interaction"), N_("Management")
};

static const char *const fulfilled[BARY_N_CONDITIONS] = {
  N_("The common goal is written down."),
  N_("Agreements in force define a role for every member."),
  N_("The mechanisms of interaction are written down."),
  N_("The mechanism of management is written down, there is somebody who leads, and a coordinating body."),
};

static char *
name_of (BaryStore  *store,
         BaryKind    kind,
         const char *id)
{
  g_autoptr (BaryRecord) record = id != NULL ? bary_store_get (store, kind, id, NULL) : NULL;

  return record != NULL ? bary_store_describe (store, record) : g_strdup ("");
}

/* Translators: %s: an organisation */
static const char *
pattern_of (BaryFix fix)
{
  switch (fix)
    {
    case BARY_FIX_ADD_AGREEMENT:
      return _("%s is bound by no agreement");
    case BARY_FIX_RENEW_AGREEMENT:
      return _("%s: its agreement is not in force on this day");
    case BARY_FIX_DEFINE_ROLE:
      return _("The agreement defines no role: %s");
    case BARY_FIX_WRITE_GOAL:
      return _("Write down the common goal");
    case BARY_FIX_ADD_MEMBERS:
      return _("Nobody is in the cluster on this day: add members");
    case BARY_FIX_WRITE_INTERACTION:
      return _("Write down the mechanisms of interaction");
    case BARY_FIX_WRITE_MANAGEMENT:
      return _("Write down the mechanism of management");
    case BARY_FIX_NAME_CURATOR:
      return _("Name a curator or a head");
    case BARY_FIX_NAME_BODY:
      return _("Set up a coordinating body");
    }
  return "";
}

static char *
describe_gap (BaryStore             *store,
              const BaryPassportGap *gap)
{
  g_autofree char *name = name_of (store, gap->fix == BARY_FIX_DEFINE_ROLE ? BARY_KIND_PARTY : BARY_KIND_ORGANISATION,
                                   gap->record);

  return bary_text_fill (pattern_of (gap->fix), name);
}

static void
gap_activated_cb (GtkListBox        *list,
                  GtkListBoxRow     *row,
                  BaryPassportStrip *self)
{
  int fix = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "fix"));
  g_autofree char *record = g_strdup (g_object_get_data (G_OBJECT (row), "record"));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  g_signal_emit (self, signals[MEND], 0, fix, record);
}

static GtkWidget *
make_gap_row (BaryStore             *store,
              const BaryPassportGap *gap)
{
  g_autofree char *words = describe_gap (store, gap);
  GtkWidget *row = bary_rows_make (words, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "fix", GINT_TO_POINTER (gap->fix));
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (gap->record), g_free);
  return row;
}

static GtkWidget *
make_gap_list (BaryPassportStrip *self,
               BaryStore         *store,
               const GArray      *gaps,
               BaryCondition      condition)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < gaps->len; i++)
    {
      const BaryPassportGap *gap = &g_array_index (gaps, BaryPassportGap, i);

      if (gap->condition == condition)
        gtk_list_box_append (GTK_LIST_BOX (list), make_gap_row (store, gap));
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (gap_activated_cb), self);
  return list;
}

static GtkWidget *
make_popover (BaryPassportStrip *self,
              BaryStore         *store,
              const GArray      *gaps,
              BaryCondition      condition)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled;

  if (bary_passport_count_gaps (gaps, condition) == 0)
    {
      GtkWidget *label = gtk_label_new (_(fulfilled[condition]));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
      gtk_popover_set_child (GTK_POPOVER (popover), label);
      return popover;
    }

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_widget_set_size_request (scrolled, 320, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), make_gap_list (self, store, gaps, condition));
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

static char *
describe_chip (BaryCondition condition,
               guint         missing)
{
  if (missing == 0)
    /* Translators: a condition of a cluster's passport that is met: "Goal: fulfilled" */
    return g_strdup_printf (_("%s: fulfilled"), _(names[condition]));
  /* Translators: %1$s: a condition of a cluster's passport, %2$u: how much is missing */
  return g_strdup_printf (ngettext ("%1$s: %2$u thing is missing", "%1$s: %2$u things are missing", missing),
                          _(names[condition]), missing);
}

static void
show_chip (BaryPassportStrip *self,
           BaryStore         *store,
           const GArray      *gaps,
           BaryCondition      condition)
{
  GtkWidget *chip = self->chips[condition];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint missing = bary_passport_count_gaps (gaps, condition);
  g_autofree char *words = describe_chip (condition, missing);
  GtkWidget *label = gtk_label_new (_(names[condition]));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (missing == 0 ? "object-select-symbolic" : "dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  if (missing > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", missing);

      gtk_box_append (GTK_BOX (box), gtk_label_new (number));
    }
  gtk_widget_remove_css_class (chip, missing == 0 ? "warning" : "success");
  gtk_widget_add_css_class (chip, missing == 0 ? "success" : "warning");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (chip), make_popover (self, store, gaps, condition));
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
bary_passport_strip_show (BaryPassportStrip *self,
                          BaryStore         *store,
                          BaryClusterState  *state)
{
  gtk_widget_set_visible (GTK_WIDGET (self), state != NULL);
  for (guint i = 0; state != NULL && i < BARY_N_CONDITIONS; i++)
    show_chip (self, store, state->check->gaps, i);
}

static void
bary_passport_strip_dispose (GObject *object)
{
  BaryPassportStrip *self = BARY_PASSPORT_STRIP (object);

  for (guint i = 0; i < BARY_N_CONDITIONS; i++)
    g_clear_pointer (&self->chips[i], gtk_widget_unparent);

  G_OBJECT_CLASS (bary_passport_strip_parent_class)->dispose (object);
}

static void
bary_passport_strip_class_init (BaryPassportStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_passport_strip_dispose;
  signals[MEND] = g_signal_new ("mend", BARY_TYPE_PASSPORT_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
bary_passport_strip_init (BaryPassportStrip *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), bary_wrap_layout_new ());
  for (guint i = 0; i < BARY_N_CONDITIONS; i++)
    {
      self->chips[i] = gtk_menu_button_new ();
      gtk_widget_add_css_class (self->chips[i], "bary-chip");
      gtk_widget_set_parent (self->chips[i], GTK_WIDGET (self));
    }
}

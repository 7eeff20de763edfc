#include "bary-changes-pane.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-network-words.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MOST_ROWS 200

struct _BaryChangesPane {
  AdwBin         parent_instance;

  GtkMenuButton *since;
  GtkLabel      *since_label;
  GtkCalendar   *calendar;
  GtkLabel      *summary;
  GtkBox        *box;     /* of lists, one per way of changing */
  gboolean       showing;
};

G_DEFINE_FINAL_TYPE (BaryChangesPane, bary_changes_pane, ADW_TYPE_BIN)

enum {
  PICK_NODE,
  SINCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (BaryChangesPane *self,
                  GtkWidget       *row)
{
  g_signal_emit (self, signals[PICK_NODE], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "node")));
}

static void
day_selected_cb (BaryChangesPane *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  if (self->showing)
    return;
  gtk_menu_button_popdown (self->since);
  g_signal_emit (self, signals[SINCE], 0, day);
}

static void
bary_changes_pane_class_init (BaryChangesPaneClass *klass)
{
  signals[PICK_NODE] = g_signal_new ("pick-node", BARY_TYPE_CHANGES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SINCE] = g_signal_new ("since", BARY_TYPE_CHANGES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_since (BaryChangesPane *self,
           GtkBox          *box)
{
  GtkWidget *popover = gtk_popover_new ();

  self->since = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->since_label = GTK_LABEL (gtk_label_new (NULL));
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->since, popover);
  gtk_menu_button_set_child (self->since, GTK_WIDGET (self->since_label));
  gtk_menu_button_set_always_show_arrow (self->since, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->since), _("Compare with another day"));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (box, GTK_WIDGET (self->since));
}

static void
bary_changes_pane_init (BaryChangesPane *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  add_since (self, GTK_BOX (all));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->box));
  gtk_widget_set_margin_top (all, 12);
  gtk_widget_set_margin_bottom (all, 12);
  gtk_widget_set_margin_start (all, 12);
  gtk_widget_set_margin_end (all, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), all);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Lists */

static GtkWidget *
make_row (BaryChangesPane   *self,
          const BaryNetwork *network,
          guint              i)
{
  const BaryNetworkNode *node = bary_network_node (network, i);
  g_autofree char *group = bary_network_group_to_words (network, node);
  const char *cluster = node->cluster >= 0 ? bary_network_cluster (network, node->cluster)->name : "";
  g_autofree char *place = *group != '\0' ? g_strdup_printf (_("%1$s, group %2$s"), cluster, group) : g_strdup (cluster);
  GtkWidget *row = bary_rows_make (node->short_name, place);

  gtk_widget_set_tooltip_text (row, node->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "node", GINT_TO_POINTER ((int) i));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static void
add_list (BaryChangesPane   *self,
          const BaryNetwork *network,
          BaryPresence       presence,
          const char        *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < network->nodes->len; i++)
    if (bary_network_node (network, i)->presence == presence && n++ < MOST_ROWS)
      adw_preferences_group_add (group, make_row (self, network, i));
  if (n == 0)
    {
      g_object_ref_sink (group);
      g_object_unref (group);
      return;
    }

  words = g_strdup_printf ("%s (%u)", title, n);
  adw_preferences_group_set_title (group, words);
  if (n > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("The first %u is listed.", "The first %u are listed.", MOST_ROWS), MOST_ROWS);

      adw_preferences_group_set_description (group, more);
    }
  gtk_box_append (self->box, GTK_WIDGET (group));
}

static void
show_days (BaryChangesPane   *self,
           const BaryNetwork *network)
{
  g_auto (GStrv) parts = g_strsplit (network->day, "-", 3);
  g_autoptr (GDateTime) date = g_date_time_new_local (atoi (parts[0]), atoi (parts[1]), atoi (parts[2]), 12, 0, 0);
  g_autofree char *day = bary_date_to_words (network->day);
  g_autofree char *later = bary_date_to_words (network->later);
  /* Translators: %s: a date: what has changed since then */
  g_autofree char *since = g_strdup_printf (_("Since %s"), day);
  g_autofree char *words = NULL;
  gboolean any = gtk_widget_get_first_child (GTK_WIDGET (self->box)) != NULL;

  /* Translators: %1$s, %2$s: dates */
  words = g_strdup_printf (any ? _("What has changed in the network from %1$s to %2$s.")
                               : _("Nobody joined, left or changed groups from %1$s to %2$s."), day, later);
  gtk_label_set_text (self->since_label, since);
  gtk_label_set_text (self->summary, words);
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
}

void
bary_changes_pane_show (BaryChangesPane *self,
                        BaryScene       *scene)
{
  const BaryNetwork *network = scene != NULL ? bary_scene_get_network (scene) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_widget_set_visible (GTK_WIDGET (self), network != NULL);
  if (network == NULL)
    return;

  add_list (self, network, BARY_PRESENCE_JOINED, _("Joined"));
  add_list (self, network, BARY_PRESENCE_LEFT, _("Left"));
  add_list (self, network, BARY_PRESENCE_MOVED_IN, _("Changed groups"));
  self->showing = TRUE;
  show_days (self, network);
  self->showing = FALSE;
}

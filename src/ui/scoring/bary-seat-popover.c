#include "bary-seat-popover.h"

#include "bary-config.h"
#include "bary-expert-grid.h"

#include <glib/gi18n-lib.h>

#define EMPTY_SIGN "\u2003" /* as wide as a sign */

struct _BarySeatPopover {
  GtkPopover   parent_instance;

  /* template */
  GtkLabel    *name;
  GtkLabel    *title;
  GtkLabel    *reason;
  GtkWidget   *acts;
  GtkWidget   *by_hand;
  GtkWidget   *forbid;
  GtkWidget   *take_away;
  GtkWidget   *declare;
  GtkListView *experts;

  /* owned */
  GArray      *order;  /* of guint: the expert of each item of the list */
  guint        row;
};

G_DEFINE_FINAL_TYPE (BarySeatPopover, bary_seat_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

/* The list: who sits there first, then who might, then who may not. */

static guint
get_rank (BarySeating seating)
{
  switch (seating)
    {
    case BARY_SEATING_FREE:
    case BARY_SEATING_LEAVING:
      return 1;
    case BARY_SEATING_COMMISSION:
    case BARY_SEATING_FORBIDDEN:
    case BARY_SEATING_CONFLICT:
      return 2;
    case BARY_SEATING_DRAWN:
    case BARY_SEATING_STAYING:
    case BARY_SEATING_COMING:
    case BARY_SEATING_BY_HAND:
    case BARY_SEATING_BEGUN:
    case BARY_SEATING_SUBMITTED:
    case BARY_N_SEATINGS:
    default:
      return 0;
    }
}

static char *
compose_line (const BaryPanelTable *table,
              guint                 row,
              guint                 expert)
{
  BarySeating seating = bary_panel_table_get (table, row, expert);
  const char *sign = bary_expert_grid_get_sign (seating);
  g_autofree char *load = bary_panel_table_load_to_words (table, expert);

  /* Translators: an expert in a list. 1: a sign, 2: the name, 3: how the expert stands to the application, 4: how many there are */
  return g_strdup_printf (_("%1$s %2$s · %3$s · %4$s"), *sign != '\0' ? sign : EMPTY_SIGN, bary_panel_expert (table->panel, expert)->name,
                          bary_seating_to_words (seating), load);
}

static void
fill_list (BarySeatPopover      *self,
           const BaryPanelTable *table)
{
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (lines)));

  g_array_set_size (self->order, 0);
  for (guint rank = 0; rank <= 2; rank++)
    for (guint e = 0; e < table->panel->experts->len; e++)
      if (get_rank (bary_panel_table_get (table, self->row, e)) == rank)
        {
          g_array_append_val (self->order, e);
          gtk_string_list_take (lines, compose_line (table, self->row, e));
        }
  gtk_list_view_set_model (self->experts, GTK_SELECTION_MODEL (model));
}

static void
activate_cb (BarySeatPopover *self,
             guint            position)
{
  guint expert = g_array_index (self->order, guint, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, self->row, expert);
}

static void
close_cb (BarySeatPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

void
bary_seat_popover_show (BarySeatPopover      *self,
                        const BaryPanelTable *table,
                        guint                 row,
                        guint                 expert,
                        gboolean              taken)
{
  BarySeating seating = bary_panel_table_get (table, row, expert);
  gboolean settable = bary_panel_table_is_settable (table, row, expert);
  guint application = bary_panel_table_get_application (table, row);
  g_autofree char *title = bary_panel_application_to_words (table->panel, application);
  g_autofree char *reason = bary_panel_table_explain (table, row, expert);

  self->row = row;
  gtk_label_set_label (self->name, bary_panel_expert (table->panel, expert)->name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (self->acts, settable);
  gtk_widget_set_visible (self->by_hand, seating != BARY_SEATING_BY_HAND);
  gtk_widget_set_visible (self->forbid, seating != BARY_SEATING_FORBIDDEN);
  gtk_widget_set_visible (self->take_away, taken);
  gtk_widget_set_visible (self->declare, !table->panel->finished && seating != BARY_SEATING_FORBIDDEN &&
                                         (taken || bary_panel_find_sheet (table->panel, application, expert) >= 0));
  fill_list (self, table);
}

static void
bary_seat_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BARY_TYPE_SEAT_POPOVER);

  G_OBJECT_CLASS (bary_seat_popover_parent_class)->dispose (object);
}

static void
bary_seat_popover_finalize (GObject *object)
{
  g_array_unref (BARY_SEAT_POPOVER (object)->order);

  G_OBJECT_CLASS (bary_seat_popover_parent_class)->finalize (object);
}

static void
bary_seat_popover_class_init (BarySeatPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_seat_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_seat_popover_finalize;

  chosen_signal = g_signal_new ("chosen", BARY_TYPE_SEAT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-seat-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, name);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, title);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, reason);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, acts);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, by_hand);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, forbid);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, take_away);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, declare);
  gtk_widget_class_bind_template_child (widget_class, BarySeatPopover, experts);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
bary_seat_popover_init (BarySeatPopover *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

BarySeatPopover *
bary_seat_popover_new (void)
{
  return g_object_new (BARY_TYPE_SEAT_POPOVER, NULL);
}

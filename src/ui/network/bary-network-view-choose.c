#include "bary-network-view-private.h"

#include "bary-config.h"
#include "bary-network-words.h"

#include <glib/gi18n-lib.h>

#define LEAST_SHARE 0.5 /* of the canvas that the picture is fitted to, however much is said of a path */

/* Chosen nodes */

static guint
count_chosen (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);

  return network != NULL && chosen != NULL ? bary_network_count_records (network, chosen) : 0;
}

static void
say_chosen (BaryNetworkView *self)
{
  guint n = count_chosen (self);
  g_autofree char *words = NULL;

  if (n > 0)
    words = g_strdup_printf (ngettext ("%u is chosen", "%u are chosen", n), n);
  bary_chosen_bar_say (self->chosen_bar, words, TRUE);
  bary_network_view_update_actions (self);
}

void
bary_network_view_set_chosen (BaryNetworkView *self,
                              const guint8    *set)
{
  bary_network_view_clear_path (self);
  self->choosing = TRUE;
  bary_canvas_set_chosen (self->canvas, set);
  self->choosing = FALSE;
  say_chosen (self);
}

/* Paths */

void
bary_network_view_clear_path (BaryNetworkView *self)
{
  self->path_start = BARY_NODE_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  if (self->path == NULL)
    return;
  g_clear_pointer (&self->path, bary_network_path_free);
  bary_chosen_bar_say (self->chosen_bar, NULL, FALSE);
  bary_network_view_apply (self);
}

/* How much of the picture's height lies below what is said of those chosen. */
static double
measure_share (BaryNetworkView *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas)), taken;
  GtkWidget *bar = GTK_WIDGET (self->chosen_bar);

  if (!gtk_widget_get_visible (bar) || height <= 0)
    return 1;
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &taken, NULL, NULL);
  return MAX (1 - (double) (taken + gtk_widget_get_margin_top (bar)) / height, LEAST_SHARE);
}

static void
show_all_of (BaryNetworkView *self,
             const guint     *nodes,
             guint            n_nodes)
{
  const BaryGraphLayout *layout = bary_scene_get_layout (self->scene);
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  BaryBox box;

  for (guint i = 0; i < n_nodes; i++)
    {
      const BaryBox *it = &layout->nodes[nodes[i]];

      left = MIN (left, it->x - it->width);
      right = MAX (right, it->x + it->width);
      top = MIN (top, it->y - 2 * it->height);
      bottom = MAX (bottom, it->y + 2 * it->height);
    }
  top = bottom - (bottom - top) / measure_share (self);
  box = (BaryBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top };
  if (n_nodes > 0)
    bary_canvas_fly_to_box (self->canvas, &box, 0);
}

void
bary_network_view_pick_set (BaryNetworkView *self,
                            gpointer         set)
{
  const guint8 *wanted = set;
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bary_network_view_get_network (self)->nodes->len; i++)
    if (wanted[i])
      g_array_append_val (nodes, i);
  bary_network_view_set_chosen (self, wanted);
  show_all_of (self, (const guint *) (gpointer) nodes->data, nodes->len);
  if (nodes->len == 1)
    bary_canvas_select (self->canvas, (int) g_array_index (nodes, guint, 0));
}

static void
show_path (BaryNetworkView *self,
           guint            from,
           guint            to)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  g_autofree char *words = NULL;

  bary_network_view_clear_path (self);
  self->path = bary_network_path_new (network, from, to);
  words = bary_network_path_to_words (network, self->path, from, to);
  bary_chosen_bar_say (self->chosen_bar, words, FALSE);
  bary_network_view_apply (self);
  show_all_of (self, (const guint *) (gpointer) self->path->nodes->data, self->path->nodes->len);
}

static void
choose_two (BaryNetworkView *self,
            guint            a,
            guint            b)
{
  g_autofree guint8 *set = g_new0 (guint8, bary_network_view_get_network (self)->nodes->len + 1);

  set[a] = set[b] = TRUE;
  self->choosing = TRUE;
  bary_canvas_set_chosen (self->canvas, set);
  self->choosing = FALSE;
  show_path (self, a, b);
}

void
bary_network_view_start_path (BaryNetworkView *self,
                              int              node)
{
  g_autofree char *words = NULL;

  bary_network_view_clear_path (self);
  self->path_start = node;
  /* Translators: %s: an organisation; a second one is to be clicked now */
  words = g_strdup_printf (_("From %s to … Click another one, or press Esc"),
                           bary_network_node (bary_network_view_get_network (self), node)->short_name);
  gtk_label_set_text (self->hint, words);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
}

/* Two that were chosen by Ctrl and click want to know what joins them; more of them, what can be done with all. */
static void
area_chosen_cb (BaryNetworkView *self)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  const guint8 *chosen = bary_canvas_get_chosen (self->canvas);
  guint two[2], n = 0;

  if (self->choosing || network == NULL)
    return;

  for (guint i = 0; chosen != NULL && i < network->nodes->len; i++)
    if (chosen[i] && n++ < 2)
      two[n - 1] = i;
  if (n == 2)
    {
      show_path (self, two[0], two[1]);
      return;
    }
  bary_network_view_clear_path (self);
  say_chosen (self);
}

static void
selected_cb (BaryNetworkView *self)
{
  int node = self->scene != NULL ? bary_canvas_get_selected (self->canvas) : BARY_NODE_NONE;
  int start = self->path_start;

  bary_node_pane_show (self->node_pane, bary_view_get_session (BARY_VIEW (self)), self->scene, node);
  bary_network_table_select (self->table, node);
  bary_network_view_update_actions (self);
  if (self->fitting != NULL)
    bary_network_view_describe (self);
  if (start != BARY_NODE_NONE && node != BARY_NODE_NONE && node != start)
    choose_two (self, (guint) start, (guint) node);
}

/* A click in the table shows the same node on the picture, behind it. */
static void
table_selected_cb (BaryNetworkView *self,
                   int              node)
{
  bary_canvas_select (self->canvas, node);
}

static void
activate_node_cb (BaryNetworkView *self,
                  int              node)
{
  BaryNetwork *network = bary_network_view_get_network (self);
  gboolean centre = bary_network_node (network, node)->role == BARY_ROLE_BARYCENTER;

  bary_canvas_select (self->canvas, node);
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), centre ? "open-cluster" : "open-record", NULL);
}

static void
hint_cb (BaryNetworkView *self)
{
  g_autofree char *hint = NULL;

  g_object_get (self->canvas, "hint", &hint, NULL);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/* The menu */

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action)
{
  g_autofree char *name = g_strconcat ("network.", action, NULL);

  g_menu_append (menu, label, name);
}

static GMenuModel *
make_menu (BaryNetworkView *self,
           int              node)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();

  if (node != BARY_NODE_NONE)
    {
      g_autofree char *hide = bary_hidden_groups_describe (bary_network_view_get_network (self), node);

      append_item (first, _("Open the _Card"), "open-record");
      append_item (first, _("Open the C_luster"), "open-cluster");
      append_item (first, _("_Path To…"), "path-from");
      append_item (second, _("_Keep Its Place"), "pin");
      append_item (second, _("_Let It Move"), "unpin");
      if (hide != NULL)
        append_item (third, hide, "hide-group");
    }
  else
    append_item (first, _("Show the _Whole Diagram"), "fit");
  append_item (second, _("Let _All Move"), "unpin-all");
  append_item (third, _("_Copy the Names"), "copy-names");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

static void
menu_cb (BaryNetworkView *self,
         int              node,
         double           x,
         double           y)
{
  g_autoptr (GMenuModel) model = make_menu (self, node);
  GdkRectangle place = { 0, 0, 1, 1 };

  if (node != BARY_NODE_NONE)
    bary_canvas_select (self->canvas, node);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (bary_canvas_take_focus), self->canvas, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
bary_network_view_connect_choosing (BaryNetworkView *self)
{
  g_signal_connect_swapped (self->canvas, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->canvas, "notify::hint", G_CALLBACK (hint_cb), self);
  g_signal_connect_swapped (self->canvas, "area-chosen", G_CALLBACK (area_chosen_cb), self);
  g_signal_connect_swapped (self->canvas, "activate-node", G_CALLBACK (activate_node_cb), self);
  g_signal_connect_swapped (self->canvas, "menu", G_CALLBACK (menu_cb), self);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (table_selected_cb), self);
  g_signal_connect_swapped (self->table, "activate-node", G_CALLBACK (activate_node_cb), self);
}

#include "bary-figures-pane.h"

#include "bary-config.h"
#include "bary-field.h"
#include "bary-kind.h"
#include "bary-network-figures.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>

struct _BaryFiguresPane {
  AdwBin     parent_instance;

  GtkBox    *box;
  BaryScene *scene;
  GArray    *figures; /* of BaryNetworkFigure; of the scene whose rows are there */
};

G_DEFINE_FINAL_TYPE (BaryFiguresPane, bary_figures_pane, ADW_TYPE_BIN)

enum {
  PICK_SET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pick (BaryFiguresPane *self,
      const guint     *nodes,
      guint            n_nodes)
{
  g_autofree guint8 *set = g_new0 (guint8, bary_scene_get_network (self->scene)->nodes->len + 1);

  for (guint i = 0; i < n_nodes; i++)
    set[nodes[i]] = TRUE;
  g_signal_emit (self, signals[PICK_SET], 0, set);
}

static void
figure_activated_cb (BaryFiguresPane *self,
                     GtkWidget       *row)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "figure"));
  const BaryNetworkFigure *figure = &g_array_index (self->figures, BaryNetworkFigure, place);

  pick (self, (const guint *) (gpointer) figure->nodes->data, figure->nodes->len);
}

static void
node_activated_cb (BaryFiguresPane *self,
                   GtkWidget       *row)
{
  guint node = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "node"));

  pick (self, &node, 1);
}

static void
bary_figures_pane_dispose (GObject *object)
{
  BaryFiguresPane *self = BARY_FIGURES_PANE (object);

  g_clear_pointer (&self->scene, bary_scene_unref);
  g_clear_pointer (&self->figures, g_array_unref);

  G_OBJECT_CLASS (bary_figures_pane_parent_class)->dispose (object);
}

static void
bary_figures_pane_class_init (BaryFiguresPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_figures_pane_dispose;
  signals[PICK_SET] = g_signal_new ("pick-set", BARY_TYPE_FIGURES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bary_figures_pane_init (BaryFiguresPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Rows */

static GtkWidget *
make_row (const char *title,
          const char *value,
          const char *tooltip)
{
  GtkWidget *label = gtk_label_new (value);
  GtkWidget *row = bary_rows_make (title, NULL);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_set_tooltip_text (row, tooltip);
  return row;
}

static char *
name_figure (const BaryNetworkFigure *figure,
             const BaryNetwork       *network)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_ORGANISATION, "kind", NULL);

  if (figure->kind == BARY_FIGURE_MEMBERS && figure->organisation_kind != NULL)
    return bary_field_to_words (field, figure->organisation_kind);
  if (figure->kind == BARY_FIGURE_COVERAGE && figure->district >= 0)
    return g_strdup (bary_network_district (network, figure->district)->name);
  return bary_network_figure_get_name (figure, network);
}

static void
add_figure (BaryFiguresPane     *self,
            AdwPreferencesGroup *group,
            guint                i)
{
  const BaryNetworkFigure *figure = &g_array_index (self->figures, BaryNetworkFigure, i);
  g_autofree char *name = name_figure (figure, bary_scene_get_network (self->scene));
  g_autofree char *value = bary_network_figure_to_words (figure);
  GtkWidget *row = make_row (name, value, bary_figure_kind_explain (figure->kind));

  g_object_set_data (G_OBJECT (row), "figure", GUINT_TO_POINTER (i));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), figure->nodes->len > 0);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (figure_activated_cb), self);
  adw_preferences_group_add (group, row);
}

/* Those through whom the shortest ways lead, each by name. */
static void
add_ranked (BaryFiguresPane         *self,
            AdwPreferencesGroup     *group,
            const BaryNetworkFigure *figure)
{
  const BaryNetwork *network = bary_scene_get_network (self->scene);

  for (guint i = 0; i < figure->ranked->len; i++)
    {
      guint node = g_array_index (figure->ranked, guint, i);
      g_autofree char *value = g_strdup_printf ("%.2f", g_array_index (figure->values, double, i));
      GtkWidget *row = make_row (bary_network_node (network, node)->short_name, value, bary_network_node (network, node)->name);

      g_object_set_data (G_OBJECT (row), "node", GUINT_TO_POINTER (node));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_swapped (row, "activated", G_CALLBACK (node_activated_cb), self);
      adw_preferences_group_add (group, row);
    }
}

typedef gboolean (*Belongs) (const BaryNetworkFigure *figure);

static gboolean
is_whole (const BaryNetworkFigure *figure)
{
  return (figure->kind == BARY_FIGURE_MEMBERS && figure->group == NULL && figure->organisation_kind == NULL) ||
         figure->kind == BARY_FIGURE_SEVERAL || figure->kind == BARY_FIGURE_OUTSIDE || figure->kind == BARY_FIGURE_UNTIED ||
         figure->kind == BARY_FIGURE_JOINTS;
}

static gboolean
is_by_group (const BaryNetworkFigure *figure)
{
  return figure->kind == BARY_FIGURE_MEMBERS && figure->group != NULL && figure->organisation_kind == NULL;
}

static gboolean
is_by_kind (const BaryNetworkFigure *figure)
{
  return figure->kind == BARY_FIGURE_MEMBERS && figure->group == NULL && figure->organisation_kind != NULL;
}

static gboolean
is_coverage (const BaryNetworkFigure *figure)
{
  return figure->kind == BARY_FIGURE_COVERAGE;
}

static gboolean
is_between (const BaryNetworkFigure *figure)
{
  return figure->kind == BARY_FIGURE_BETWEEN;
}

static void
add_group (BaryFiguresPane *self,
           const char      *title,
           Belongs          belongs)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const BaryNetworkFigure *figure = &g_array_index (self->figures, BaryNetworkFigure, i);

      if (!belongs (figure))
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          gtk_box_append (self->box, GTK_WIDGET (group));
        }
      if (figure->kind == BARY_FIGURE_BETWEEN)
        {
          adw_preferences_group_set_description (group, bary_figure_kind_explain (figure->kind));
          add_ranked (self, group, figure);
        }
      else
        add_figure (self, group, i);
    }
}

void
bary_figures_pane_show (BaryFiguresPane *self,
                        BaryScene       *scene)
{
  GtkWidget *child;

  if (self->scene == scene)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->scene, bary_scene_unref);
  if (scene == NULL)
    return;

  self->scene = bary_scene_ref (scene);
  self->figures = bary_network_figures_new (bary_scene_get_network (scene));
  add_group (self, _("The network"), is_whole);
  add_group (self, _("Schools covered"), is_coverage);
  add_group (self, _("Members by group"), is_by_group);
  add_group (self, _("Members by kind"), is_by_kind);
  add_group (self, _("Through whom the ways lead"), is_between);
}

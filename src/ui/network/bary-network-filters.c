#include "bary-network-filters.h"

#include "bary-config.h"
#include "bary-network-facet-menu.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define LABEL_CHARS 16
#define COLUMN_CHARS 32

struct _BaryNetworkFilters {
  GtkBox         parent_instance;

  GtkMenuButton *buttons[BARY_N_FACETS];
  GtkLabel      *labels[BARY_N_FACETS];
  GtkWidget     *chip;      /* of the legend */
  GtkLabel      *chip_label;
  GtkWidget     *clear;

  BaryStore     *store;
  BaryNetwork   *network;
  GPtrArray     *folded;    /* NULL until words are searched */
  GActionGroup  *actions;
  char          *chosen[BARY_N_FACETS]; /* NULL for any */
  char          *words;
  guint8        *within;
  gboolean       brought;   /* what was chosen is of an earlier start, perhaps of another file */
};

G_DEFINE_FINAL_TYPE (BaryNetworkFilters, bary_network_filters, GTK_TYPE_BOX)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is shown */

static gboolean
is_column (BaryNetworkFilters *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self)) == GTK_ORIENTATION_VERTICAL;
}

static void
label_button (BaryNetworkFilters   *self,
              BaryNetworkFacetKind  kind,
              const char           *choice)
{
  const char *title = bary_network_facet_get_title (kind);
  g_autofree char *words = choice != NULL ? g_strdup_printf ("%s: %s", title, choice) : g_strdup (title);
  GtkWidget *button = GTK_WIDGET (self->buttons[kind]);

  gtk_label_set_text (self->labels[kind], choice == NULL ? title : is_column (self) ? words : choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (button, choice != NULL ? words : NULL);
  if (choice != NULL)
    gtk_widget_add_css_class (button, "bary-chosen");
  else
    gtk_widget_remove_css_class (button, "bary-chosen");
}

static void
fill_button (BaryNetworkFilters   *self,
             BaryNetworkFacetKind  kind)
{
  g_autoptr (GArray) choices = bary_network_list_facets (self->network, kind);
  g_autoptr (GMenuModel) menu = bary_network_facet_make_menu (self->store, kind, choices);

  gtk_menu_button_set_menu_model (self->buttons[kind], menu);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons[kind]), choices->len > 1 || self->chosen[kind] != NULL);
}

static guint
count_within (BaryNetworkFilters *self)
{
  guint n = 0;

  for (guint i = 0; self->within != NULL && i < self->network->nodes->len; i++)
    n += self->within[i];
  return n;
}

static void
show_state (BaryNetworkFilters *self)
{
  g_autofree char *words = NULL;
  guint n = count_within (self);

  for (guint i = 0; i < BARY_N_FACETS; i++)
    {
      g_autofree char *choice = self->chosen[i] != NULL ? bary_network_facet_name_choice (self->store, i, self->chosen[i], NULL) : NULL;

      label_button (self, i, choice);
    }
  /* Translators: a chip: only those nodes are bright that an entry of the legend stands for */
  words = g_strdup_printf (ngettext ("By the legend: %u", "By the legend: %u", n), n);
  gtk_label_set_text (self->chip_label, words);
  gtk_widget_set_visible (self->chip, self->within != NULL);
  gtk_widget_set_visible (self->clear, bary_network_filters_is_active (self));
}

static void
turned_cb (BaryNetworkFilters *self)
{
  for (guint i = 0; i < BARY_N_FACETS; i++)
    gtk_label_set_max_width_chars (self->labels[i], is_column (self) ? COLUMN_CHARS : LABEL_CHARS);
  show_state (self);
}

static void
tell (BaryNetworkFilters *self)
{
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Acts */

static void
choose (BaryNetworkFilters   *self,
        BaryNetworkFacetKind  kind,
        const char           *value)
{
  g_free (self->chosen[kind]);
  self->chosen[kind] = *value != '\0' ? g_strdup (value) : NULL;
  g_action_group_change_action_state (self->actions, bary_network_facet_get_action (kind), g_variant_new_string (value));
}

static void
activate_cb (GSimpleAction      *action,
             GVariant           *value,
             BaryNetworkFilters *self)
{
  for (guint i = 0; i < BARY_N_FACETS; i++)
    if (g_str_equal (bary_network_facet_get_action (i), g_action_get_name (G_ACTION (action))))
      choose (self, i, g_variant_get_string (value, NULL));
  tell (self);
}

static void
chip_clicked_cb (BaryNetworkFilters *self)
{
  bary_network_filters_set_within (self, NULL);
}

static void
bary_network_filters_dispose (GObject *object)
{
  BaryNetworkFilters *self = BARY_NETWORK_FILTERS (object);

  for (guint i = 0; i < BARY_N_FACETS; i++)
    g_clear_pointer (&self->chosen[i], g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->within, g_free);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->network, bary_network_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (bary_network_filters_parent_class)->dispose (object);
}

static void
bary_network_filters_class_init (BaryNetworkFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_network_filters_dispose;
  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_NETWORK_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_button (BaryNetworkFilters   *self,
            BaryNetworkFacetKind  kind)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (bary_network_facet_get_action (kind), G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (""));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self), button);
  self->buttons[kind] = GTK_MENU_BUTTON (button);
  self->labels[kind] = GTK_LABEL (label);
  g_signal_connect (action, "activate", G_CALLBACK (activate_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  label_button (self, kind, NULL);
}

static void
add_chip (BaryNetworkFilters *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  self->chip = gtk_button_new ();
  self->chip_label = GTK_LABEL (label);
  gtk_button_set_child (GTK_BUTTON (self->chip), box);
  gtk_widget_add_css_class (self->chip, "bary-chosen");
  gtk_widget_add_css_class (self->chip, "flat");
  gtk_widget_set_tooltip_text (self->chip, _("Show all entries of the legend again"));
  gtk_widget_set_visible (self->chip, FALSE);
  g_signal_connect_swapped (self->chip, "clicked", G_CALLBACK (chip_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->chip);
}

static void
add_clear (BaryNetworkFilters *self)
{
  self->clear = gtk_button_new_from_icon_name ("edit-clear-all-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_tooltip_text (self->clear, _("Clear all filters (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clear all filters"), -1);
  gtk_widget_set_visible (self->clear, FALSE);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (bary_network_filters_clear), self);
  gtk_box_append (GTK_BOX (self), self->clear);
}

static void
bary_network_filters_init (BaryNetworkFilters *self)
{
  self->actions = G_ACTION_GROUP (g_simple_action_group_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filters", self->actions);
  for (guint i = 0; i < BARY_N_FACETS; i++)
    add_button (self, i);
  add_chip (self);
  add_clear (self);
  g_signal_connect (self, "notify::orientation", G_CALLBACK (turned_cb), NULL);
}

static gboolean
has_choice (const GArray *choices,
            const char   *value)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, BaryNetworkFacet, i).value, value) == 0)
      return TRUE;
  return FALSE;
}

/* Of another file, or of a time that is over. */
static void
drop_unknown (BaryNetworkFilters *self)
{
  self->brought = FALSE;
  for (guint i = 0; i < BARY_N_FACETS; i++)
    {
      g_autoptr (GArray) choices = bary_network_list_facets (self->network, i);

      if (self->chosen[i] != NULL && !has_choice (choices, self->chosen[i]))
        choose (self, i, "");
    }
}

void
bary_network_filters_show (BaryNetworkFilters *self,
                           BaryStore          *store,
                           BaryNetwork        *network)
{
  g_set_object (&self->store, store);
  g_clear_pointer (&self->network, bary_network_unref);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->within, g_free); /* other nodes have its places now */
  self->network = network != NULL ? bary_network_ref (network) : NULL;
  if (network != NULL && self->brought)
    drop_unknown (self);
  for (guint i = 0; network != NULL && i < BARY_N_FACETS; i++)
    fill_button (self, i);
  show_state (self);
}

void
bary_network_filters_set_words (BaryNetworkFilters *self,
                                const char         *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_widget_set_visible (self->clear, bary_network_filters_is_active (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bary_network_filters_set_within (BaryNetworkFilters *self,
                                 const guint8       *set)
{
  g_free (self->within);
  self->within = set != NULL && self->network != NULL ? g_memdup2 (set, self->network->nodes->len) : NULL;
  tell (self);
}

static BaryNetworkFilter
get_filter (BaryNetworkFilters *self)
{
  const char *level = self->chosen[BARY_FACET_LEVEL], *status = self->chosen[BARY_FACET_STATUS];
  BaryNetworkFilter filter = {
    .direction = self->chosen[BARY_FACET_DIRECTION],
    .group = self->chosen[BARY_FACET_GROUP],
    .level = level != NULL ? atoi (level) : 0,
    .status = status != NULL ? atoi (status) : -1,
    .words = self->words,
    .within = self->within,
  };

  return filter;
}

gboolean
bary_network_filters_is_active (BaryNetworkFilters *self)
{
  BaryNetworkFilter filter = get_filter (self);

  return !bary_network_filter_is_any (&filter);
}

guint
bary_network_filters_count (BaryNetworkFilters *self)
{
  guint n = self->within != NULL ? 1 : 0;

  for (guint i = 0; i < BARY_N_FACETS; i++)
    n += self->chosen[i] != NULL;
  return n;
}

guint
bary_network_filters_apply (BaryNetworkFilters *self,
                            guint8             *set)
{
  BaryNetworkFilter filter = get_filter (self);

  if (self->network == NULL)
    return 0;
  if (self->folded == NULL && self->words != NULL)
    self->folded = bary_network_fold_names (self->network);
  return bary_network_filter_apply (&filter, self->network, self->folded, set);
}

void
bary_network_filters_clear (BaryNetworkFilters *self)
{
  for (guint i = 0; i < BARY_N_FACETS; i++)
    choose (self, i, "");
  g_clear_pointer (&self->within, g_free);
  g_clear_pointer (&self->words, g_free);
  tell (self);
}

GVariant *
bary_network_filters_keep (BaryNetworkFilters *self)
{
  GVariantBuilder kept;

  g_variant_builder_init (&kept, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < BARY_N_FACETS; i++)
    if (self->chosen[i] != NULL)
      g_variant_builder_add (&kept, "{ss}", bary_network_facet_get_action (i), self->chosen[i]);
  return g_variant_builder_end (&kept);
}

void
bary_network_filters_bring_back (BaryNetworkFilters *self,
                                 GVariant           *kept)
{
  for (guint i = 0; i < BARY_N_FACETS; i++)
    {
      const char *value;

      if (g_variant_lookup (kept, bary_network_facet_get_action (i), "&s", &value))
        choose (self, i, value);
    }
  self->brought = TRUE;
}

#include "bary-roadmap-filters.h"

#include "bary-config.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  FACET_CLUSTER,
  FACET_SECTION,
  FACET_SCHOOL,
  FACET_STATE,
  N_FACETS
};

static const struct {
  const char *label; /* untranslated */
  const char *any;
} facets[N_FACETS] = {
  [FACET_CLUSTER] = { N_("Cluster"), N_("All clusters") },
  [FACET_SECTION] = { N_("Section"), N_("All sections") },
  [FACET_SCHOOL] = { N_("School"), N_("All schools") },
  [FACET_STATE] = { N_("State"), N_("All states") },
};

struct _BaryRoadmapFilters {
  AdwBin         parent_instance;

  GtkMenuButton *button;
  GtkDropDown   *drops[N_FACETS];
  GPtrArray     *values[N_FACETS]; /* of the choices: NULL for any, then ids, names or words */
  GtkWidget     *clear;
  char          *words;            /* folded; NULL for none */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (BaryRoadmapFilters, bary_roadmap_filters, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: (nullable) */
static const char *
get_value (BaryRoadmapFilters *self,
           guint               facet)
{
  guint i = gtk_drop_down_get_selected (self->drops[facet]);

  return i < self->values[facet]->len ? self->values[facet]->pdata[i] : NULL;
}

static guint
count_chosen (BaryRoadmapFilters *self)
{
  guint n = 0;

  for (guint i = 0; i < N_FACETS; i++)
    n += get_value (self, i) != NULL;
  return n;
}

static void
show_state (BaryRoadmapFilters *self)
{
  guint n = count_chosen (self);
  /* Translators: on a button: how many filters are set */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Filters: %u"), n) : g_strdup (_("Filters"));

  gtk_menu_button_set_label (self->button, label);
  gtk_widget_set_sensitive (self->clear, n > 0);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "bary-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "bary-chosen");
}

static void
chosen_cb (BaryRoadmapFilters *self)
{
  if (self->filling)
    return;
  show_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bary_roadmap_filters_clear (BaryRoadmapFilters *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_FACETS; i++)
    gtk_drop_down_set_selected (self->drops[i], 0);
  self->filling = FALSE;
  chosen_cb (self);
}

static void
bary_roadmap_filters_finalize (GObject *object)
{
  BaryRoadmapFilters *self = BARY_ROADMAP_FILTERS (object);

  for (guint i = 0; i < N_FACETS; i++)
    g_ptr_array_unref (self->values[i]);
  g_free (self->words);

  G_OBJECT_CLASS (bary_roadmap_filters_parent_class)->finalize (object);
}

static void
bary_roadmap_filters_class_init (BaryRoadmapFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_roadmap_filters_finalize;
  signals[CHANGED] = g_signal_new ("changed", BARY_TYPE_ROADMAP_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_facet (BaryRoadmapFilters *self,
           GtkWidget          *grid,
           guint               facet)
{
  GtkWidget *label = gtk_label_new (_(facets[facet].label));
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)),
                                       gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  self->values[facet] = g_ptr_array_new_with_free_func (g_free);
  self->drops[facet] = GTK_DROP_DOWN (drop);
  gtk_drop_down_set_enable_search (self->drops[facet], facet == FACET_SCHOOL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _(facets[facet].label), -1);
  gtk_widget_set_size_request (drop, 260, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), label, 0, (int) facet, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), drop, 1, (int) facet, 1, 1);
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
bary_roadmap_filters_init (BaryRoadmapFilters *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  self->filling = TRUE;
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < N_FACETS; i++)
    add_facet (self, grid, i);
  self->clear = gtk_button_new_with_label (_("Clear all filters"));
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (bary_roadmap_filters_clear), self);
  gtk_grid_attach (GTK_GRID (grid), self->clear, 1, N_FACETS, 1, 1);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (self->button, popover);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  bary_roadmap_filters_fill (self, NULL);
}

/* Filling */

typedef struct {
  GtkStringList *labels;
  GPtrArray     *values;
} Choices;

static void
add_choice (Choices    *choices,
            const char *value,
            const char *label)
{
  g_ptr_array_add (choices->values, g_strdup (value));
  gtk_string_list_append (choices->labels, label);
}

static void
add_clusters (Choices         *choices,
              BaryRoadmapYear *year)
{
  for (guint i = 0; i < year->roadmaps->len; i++)
    {
      BaryYearRoadmap *roadmap = year->roadmaps->pdata[i];

      add_choice (choices, roadmap->record->cluster, roadmap->cluster->name);
    }
}

static void
add_states (Choices *choices)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_EVENT, "state", NULL);

  for (const BaryChoice *choice = field->choices; choice->word != NULL; choice++)
    add_choice (choices, choice->word, _(choice->label));
}

static void
add_sections (Choices        *choices,
              const BaryPlan *plan)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) names = NULL;

  for (guint i = 0; i < plan->events->len; i++)
    if (bary_plan_event (plan, i)->section != NULL)
      g_hash_table_add (known, bary_plan_event (plan, i)->section);
  names = g_list_sort (g_hash_table_get_keys (known), (GCompareFunc) g_utf8_collate);
  for (GList *name = names; name != NULL; name = name->next)
    add_choice (choices, name->data, name->data);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      unused)
{
  return strcmp (a, b);
}

/* Everybody who takes part in anything, as a person looks for them: № 9 before № 203. */
static void
add_schools (Choices        *choices,
             const BaryPlan *plan)
{
  g_autoptr (GTree) schools = g_tree_new_full (compare_keys, NULL, g_free, NULL);

  for (guint i = 0; i < plan->organisations->len; i++)
    {
      const BaryPlanName *school = bary_plan_organisation (plan, i);
      g_autofree char *key = bary_text_sort_key (school->name);

      g_tree_insert (schools, g_strdup_printf ("%s\n%s", key, school->id), (gpointer) school);
    }
  for (GTreeNode *node = g_tree_node_first (schools); node != NULL; node = g_tree_node_next (node))
    {
      const BaryPlanName *school = g_tree_node_value (node);

      add_choice (choices, school->id, school->name);
    }
}

static void
add_choices (Choices         *choices,
             guint            facet,
             BaryRoadmapYear *year)
{
  const BaryPlan *plan = bary_roadmap_year_get_plan (year);

  switch (facet)
    {
    case FACET_CLUSTER:
      add_clusters (choices, year);
      break;
    case FACET_SECTION:
      add_sections (choices, plan);
      break;
    case FACET_SCHOOL:
      add_schools (choices, plan);
      break;
    case FACET_STATE:
    default:
      add_states (choices);
    }
}

static void
fill_facet (BaryRoadmapFilters *self,
            guint               facet,
            BaryRoadmapYear    *year)
{
  g_autofree char *before = g_strdup (get_value (self, facet));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  Choices choices = { labels, self->values[facet] };
  guint selected = 0;

  g_ptr_array_set_size (self->values[facet], 0);
  add_choice (&choices, NULL, _(facets[facet].any));
  if (year != NULL)
    add_choices (&choices, facet, year);
  for (guint i = 1; before != NULL && i < self->values[facet]->len; i++)
    if (g_strcmp0 (self->values[facet]->pdata[i], before) == 0)
      selected = i;
  gtk_drop_down_set_model (self->drops[facet], G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->drops[facet], selected);
}

void
bary_roadmap_filters_fill (BaryRoadmapFilters *self,
                           BaryRoadmapYear    *year)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_FACETS; i++)
    fill_facet (self, i, year);
  self->filling = FALSE;
  show_state (self);
}

void
bary_roadmap_filters_set_words (BaryRoadmapFilters *self,
                                const char         *words)
{
  g_free (self->words);
  self->words = words != NULL && *words != '\0' ? bary_text_fold (words) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bary_roadmap_filters_set_cluster (BaryRoadmapFilters *self,
                                  const char         *cluster)
{
  for (guint i = 0; i < self->values[FACET_CLUSTER]->len; i++)
    if (g_strcmp0 (self->values[FACET_CLUSTER]->pdata[i], cluster) == 0)
      gtk_drop_down_set_selected (self->drops[FACET_CLUSTER], i);
}

const char *
bary_roadmap_filters_get_cluster (BaryRoadmapFilters *self)
{
  return get_value (self, FACET_CLUSTER);
}

const char *
bary_roadmap_filters_get_school (BaryRoadmapFilters *self)
{
  return get_value (self, FACET_SCHOOL);
}

gboolean
bary_roadmap_filters_is_active (BaryRoadmapFilters *self)
{
  return self->words != NULL || count_chosen (self) > 0;
}

/* Applying */

static gboolean
has_number (const GArray *numbers,
            int           number)
{
  for (guint i = 0; i < numbers->len; i++)
    if ((int) g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

/* What the members of a cluster do concerns each of them, see bary_store_read_plan. */
static gboolean
concerns (const BaryPlanEvent *event,
          int                  school)
{
  return event->host == school || has_number (event->must, school) || has_number (event->may, school);
}

/* Returns: -1 where none of that id is in the plan. */
static int
find_school (const BaryPlan *plan,
             const char     *id)
{
  for (guint i = 0; i < plan->organisations->len; i++)
    if (g_strcmp0 (bary_plan_organisation (plan, i)->id, id) == 0)
      return (int) i;
  return -1;
}

/* By what the plan knows of its events. */
static void
mark_by_plan (BaryRoadmapFilters *self,
              BaryRoadmapYear    *year,
              guint8             *fitting)
{
  const BaryPlan *plan = bary_roadmap_year_get_plan (year);
  const char *section = get_value (self, FACET_SECTION), *id = get_value (self, FACET_SCHOOL);
  int school = id != NULL ? find_school (plan, id) : -1;

  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);
      int number = bary_roadmap_year_find (year, event->id);

      if (number >= 0)
        fitting[number] = (section == NULL || g_strcmp0 (event->section, section) == 0) && (id == NULL || concerns (event, school));
    }
}

static gboolean
says (BaryRoadmapFilters *self,
      const BaryEvent    *event)
{
  g_autofree char *all = g_strjoin ("\n", event->name, event->place != NULL ? event->place : "",
                                    event->number != NULL ? event->number : "", event->summary, NULL);
  g_autofree char *folded = bary_text_fold (all);

  return strstr (folded, self->words) != NULL;
}

guint
bary_roadmap_filters_apply (BaryRoadmapFilters *self,
                            BaryRoadmapYear    *year,
                            guint8             *fitting,
                            guint8             *rows)
{
  const char *cluster = get_value (self, FACET_CLUSTER), *state = get_value (self, FACET_STATE);
  guint n = 0;

  for (guint i = 0; i < year->roadmaps->len; i++)
    rows[i] = cluster == NULL || g_str_equal (((BaryYearRoadmap *) year->roadmaps->pdata[i])->record->cluster, cluster);
  mark_by_plan (self, year, fitting);
  for (guint i = 0; i < year->events->len; i++)
    {
      const BaryYearEvent *event = year->events->pdata[i];

      fitting[i] = fitting[i] && rows[event->roadmap] && (state == NULL || g_strcmp0 (event->record->state, state) == 0) &&
                   (self->words == NULL || says (self, event->record));
      n += fitting[i];
    }
  return n;
}

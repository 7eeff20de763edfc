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
  bary_roadmap_filters_fill (self, NULL, NULL);
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

/* Rows of two columns: a value and its words. */
static void
add_rows (Choices    *choices,
          BaryStore  *store,
          const char *sql,
          int         school_year)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (bary_store_get_database (store), sql, NULL);

  if (statement == NULL)
    return;
  bary_statement_bind_integer (statement, 0, school_year);
  while (bary_statement_step (statement, NULL) == BARY_STEP_ROW)
    add_choice (choices, bary_statement_get_text (statement, 0), bary_statement_get_text (statement, 1));
}

#define SECTIONS "SELECT DISTINCT s.name, s.name FROM section s JOIN roadmap r ON r.id = s.roadmap WHERE r.school_year = ? ORDER BY 1"
#define SCHOOLS "WITH plan AS (SELECT id, cluster FROM roadmap WHERE school_year = ?1), school AS (" \
                "SELECT m.organisation AS id FROM membership m JOIN plan ON plan.cluster = m.cluster UNION " \
                "SELECT e.host FROM event e JOIN plan ON plan.id = e.roadmap UNION " \
                "SELECT p.organisation FROM event_part p JOIN event e ON e.id = p.event JOIN plan ON plan.id = e.roadmap) " \
                "SELECT o.id, o.name FROM school JOIN organisation o ON o.id = school.id JOIN entry ON entry.record = o.id " \
                "ORDER BY entry.sort_key"

static void
fill_facet (BaryRoadmapFilters *self,
            guint               facet,
            BaryStore          *store,
            BaryRoadmapYear    *year)
{
  g_autofree char *before = g_strdup (get_value (self, facet));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  Choices choices = { labels, self->values[facet] };
  guint selected = 0;

  g_ptr_array_set_size (self->values[facet], 0);
  add_choice (&choices, NULL, _(facets[facet].any));
  if (year != NULL && facet == FACET_CLUSTER)
    add_clusters (&choices, year);
  else if (year != NULL && facet == FACET_STATE)
    add_states (&choices);
  else if (year != NULL)
    add_rows (&choices, store, facet == FACET_SECTION ? SECTIONS : SCHOOLS, year->school_year);
  for (guint i = 1; before != NULL && i < self->values[facet]->len; i++)
    if (g_strcmp0 (self->values[facet]->pdata[i], before) == 0)
      selected = i;
  gtk_drop_down_set_model (self->drops[facet], G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->drops[facet], selected);
}

void
bary_roadmap_filters_fill (BaryRoadmapFilters *self,
                           BaryStore          *store,
                           BaryRoadmapYear    *year)
{
  self->filling = TRUE;
  for (guint i = 0; i < N_FACETS; i++)
    fill_facet (self, i, store, year);
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

gboolean
bary_roadmap_filters_is_active (BaryRoadmapFilters *self)
{
  return self->words != NULL || count_chosen (self) > 0;
}

/* Applying */

/* What the members of a cluster do concerns each of them, see bary_store_read_plan. */
#define OF_SCHOOL "SELECT e.id FROM event e JOIN roadmap r ON r.id = e.roadmap WHERE r.school_year = ?1 AND (e.host = ?2 OR " \
                  "EXISTS (SELECT 1 FROM event_part p WHERE p.event = e.id AND p.organisation = ?2) OR " \
                  "EXISTS (SELECT 1 FROM membership m WHERE m.cluster = r.cluster AND m.organisation = ?2))"

/* Returns: (transfer full) (nullable): ids of the events that concern a school; NULL for all. */
static GHashTable *
find_of_school (BaryRoadmapFilters *self,
                BaryStore          *store,
                BaryRoadmapYear    *year)
{
  const char *school = get_value (self, FACET_SCHOOL);
  g_autoptr (BaryStatement) statement = NULL;
  GHashTable *ids;

  if (school == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = bary_database_prepare (bary_store_get_database (store), OF_SCHOOL, NULL);
  if (statement == NULL)
    return ids;
  bary_statement_bind_integer (statement, 0, year->school_year);
  bary_statement_bind_text (statement, 1, school);
  while (bary_statement_step (statement, NULL) == BARY_STEP_ROW)
    g_hash_table_add (ids, g_strdup (bary_statement_get_text (statement, 0)));
  return ids;
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

static gboolean
is_in_section (BaryStore       *store,
               const BaryEvent *event,
               const char      *section)
{
  g_autoptr (BaryRecord) record = event->section != NULL ? bary_store_get (store, BARY_KIND_SECTION, event->section, NULL) : NULL;

  return record != NULL && g_strcmp0 (bary_record_get_name (record), section) == 0;
}

guint
bary_roadmap_filters_apply (BaryRoadmapFilters *self,
                            BaryStore          *store,
                            BaryRoadmapYear    *year,
                            guint8             *fitting,
                            guint8             *rows)
{
  const char *cluster = get_value (self, FACET_CLUSTER), *section = get_value (self, FACET_SECTION);
  const char *state = get_value (self, FACET_STATE);
  g_autoptr (GHashTable) of_school = find_of_school (self, store, year);
  guint n = 0;

  for (guint i = 0; i < year->roadmaps->len; i++)
    rows[i] = cluster == NULL || g_str_equal (((BaryYearRoadmap *) year->roadmaps->pdata[i])->record->cluster, cluster);
  for (guint i = 0; i < year->events->len; i++)
    {
      const BaryYearEvent *event = year->events->pdata[i];

      fitting[i] = rows[event->roadmap] && (state == NULL || g_strcmp0 (event->record->state, state) == 0) &&
                   (of_school == NULL || g_hash_table_contains (of_school, bary_record_get_id (BARY_RECORD (event->record)))) &&
                   (section == NULL || is_in_section (store, event->record, section)) &&
                   (self->words == NULL || says (self, event->record));
      n += fitting[i];
    }
  return n;
}

#include "bary-scoring-matrix.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-panel-changes.h"

#include <glib/gi18n-lib.h>

struct _BaryScoringMatrix {
  AdwBin           parent_instance;

  /* template */
  GtkSpinButton   *seed;
  GtkWidget       *write;
  GtkLabel        *summary;
  GtkColumnView   *table;
  GtkLabel        *answer;

  /* borrowed */
  const BaryPanel *panel;

  /* owned */
  BarySession     *session;
  BaryPanelDraw   *draw;       /* (nullable): what is previewed */
  BaryAssignment  *assignment; /* (nullable) */
  char            *shown;      /* (nullable): the contest whose columns there are */
  GHashTable      *cells;      /* of GtkListItem, not owned: those on the screen */
};

G_DEFINE_FINAL_TYPE (BaryScoringMatrix, bary_scoring_matrix, ADW_TYPE_BIN)

/* What a cell says */

static gboolean
is_previewed (BaryScoringMatrix *self,
              guint              application,
              guint              expert)
{
  for (guint i = 0; self->assignment != NULL && i < self->assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *pair = &g_array_index (self->assignment->pairs, BaryAssignmentPair, i);

      if (pair->expert == expert && g_array_index (self->draw->numbers, guint, pair->application) == application)
        return TRUE;
    }
  return FALSE;
}

/* One sign for each state, and what it means. */
static const char *
describe (BaryScoringMatrix  *self,
          guint               application,
          guint               expert,
          const char        **words)
{
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  int sheet = bary_panel_find_sheet (self->panel, application, expert);

  *words = _("free");
  if (bary_panel_find_conflict (self->panel, application, expert) != NULL)
    return *words = _("conflict of interest"), "✕";
  if (sheet >= 0 && bary_panel_sheet (self->panel, (guint) sheet)->state == BARY_SHEET_SUBMITTED)
    return *words = _("sheet handed in"), "✔";
  if (sheet >= 0)
    return *words = _("sheet begun"), "✎";
  if (seat != NULL && seat->mode == BARY_SEAT_FORBIDDEN)
    return *words = _("forbidden by hand"), "⊘";
  if (seat != NULL && seat->mode == BARY_SEAT_BY_HAND)
    return *words = _("set by hand"), "◆";
  if (self->assignment != NULL && is_previewed (self, application, expert))
    return *words = seat != NULL ? _("as before") : _("drawn, not written yet"), seat != NULL ? "●" : "○";
  if (seat != NULL)
    return *words = self->assignment != NULL ? _("goes with the draw") : _("by the draw"), self->assignment != NULL ? "–" : "●";
  return "";
}

static void
show_answer (BaryScoringMatrix *self,
             guint              application,
             guint              expert)
{
  const BaryInterest *conflict = bary_panel_find_conflict (self->panel, application, expert);
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autofree char *reason = conflict != NULL ? bary_interest_to_words (conflict) : NULL;
  g_autofree char *text = NULL;
  const char *state;

  describe (self, application, expert, &state);
  text = g_strdup_printf ("%s — %s: %s%s%s", bary_panel_expert (self->panel, expert)->name, title, reason != NULL ? reason : state,
                          seat != NULL && seat->note != NULL ? ". " : "", seat != NULL && seat->note != NULL ? seat->note : "");
  gtk_label_set_label (self->answer, text);
}

/* Setting by hand */

static void
set_by_hand (BaryScoringMatrix *self,
             guint              application,
             guint              expert)
{
  const BarySeat *seat = bary_panel_find_seat (self->panel, application, expert);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) record = NULL;

  show_answer (self, application, expert);
  if (bary_panel_find_conflict (self->panel, application, expert) != NULL ||
      bary_panel_find_sheet (self->panel, application, expert) >= 0 || self->panel->finished)
    return;
  if (seat == NULL)
    {
      record = bary_record_new (BARY_KIND_EXPERT_ASSIGNMENT, NULL);
      bary_record_set_all (record, "expert", bary_panel_expert (self->panel, expert)->id, "application",
                           bary_panel_application (self->panel, application)->id, "mode", "by_hand", NULL);
      bary_changes_add (changes, record);
    }
  else
    {
      record = bary_store_get (bary_session_get_store (self->session), BARY_KIND_EXPERT_ASSIGNMENT, seat->id, NULL);
      if (record == NULL)
        return;
      bary_changes_remove (changes, record);
    }
  bary_session_commit (self->session, seat == NULL ? N_("Assign an expert: %s") : N_("Take an assignment away: %s"), title, changes);
}

/* Cells */

static guint
get_row (GtkListItem *item)
{
  return (guint) g_ascii_strtoull (gtk_string_object_get_string (gtk_list_item_get_item (item)), NULL, 10);
}

static guint
get_column (GObject *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (cell, "expert"));
}

static void
clicked_cb (BaryScoringMatrix *self,
            GtkWidget         *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (self->panel != NULL && gtk_list_item_get_item (item) != NULL)
    set_by_hand (self, get_row (item), get_column (G_OBJECT (button)));
}

static void
focused_cb (BaryScoringMatrix *self,
            GParamSpec        *pspec,
            GtkWidget         *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "item");

  if (self->panel != NULL && gtk_widget_has_focus (button) && gtk_list_item_get_item (item) != NULL)
    show_answer (self, get_row (item), get_column (G_OBJECT (button)));
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               BaryScoringMatrix        *self)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "item", item);
  g_object_set_data (G_OBJECT (button), "expert", g_object_get_data (G_OBJECT (factory), "expert"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
}

static void
fill_cell (BaryScoringMatrix *self,
           GtkListItem       *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  guint application = get_row (item), expert = get_column (G_OBJECT (button));
  const char *words;
  const char *sign = describe (self, application, expert, &words);
  g_autofree char *title = bary_panel_application_to_words (self->panel, application);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", title, bary_panel_expert (self->panel, expert)->name, words);

  gtk_button_set_label (GTK_BUTTON (button), sign);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              BaryScoringMatrix        *self)
{
  g_hash_table_add (self->cells, item);
  fill_cell (self, item);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                BaryScoringMatrix        *self)
{
  if (self->cells != NULL)
    g_hash_table_remove (self->cells, item);
}

static void
setup_title_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_title_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               BaryScoringMatrix        *self)
{
  g_autofree char *title = bary_panel_application_to_words (self->panel, get_row (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), title);
}

/* Columns */

static void
add_title_column (BaryScoringMatrix *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_("Application"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_title_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_title_cb), self, 0);
  gtk_column_view_column_set_fixed_width (column, 240);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
}

/* Returns: (transfer full): a name with the load, as a number and as a bar: "Иванова И. И.\n▮▮▮▯▯ 3" */
static char *
compose_heading (BaryScoringMatrix *self,
                 guint              expert)
{
  const BaryPanelExpert *person = bary_panel_expert (self->panel, expert);
  guint load = 0, submitted, most = MIN (person->quota, 8);
  g_autoptr (GString) text = g_string_new (person->name);

  if (self->assignment != NULL)
    load = self->assignment->loads[expert];
  else
    bary_panel_count (self->panel, expert, &load, &submitted);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < MIN (load, 8); i++)
    g_string_append (text, "▮");
  for (guint i = MIN (load, 8); i < most; i++)
    g_string_append (text, "▯");
  if (person->quota > 0)
    /* Translators: 1: how many applications an expert has, 2: the most there may be */
    g_string_append_printf (text, _(" %1$u of %2$u"), load, person->quota);
  else
    g_string_append_printf (text, " %u", load);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_expert_column (BaryScoringMatrix *self,
                   guint              expert)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = compose_heading (self, expert);
  GtkColumnViewColumn *column = gtk_column_view_column_new (heading, factory);

  g_object_set_data (G_OBJECT (factory), "expert", GUINT_TO_POINTER (expert));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, 0);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
}

static void
build_columns (BaryScoringMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  add_title_column (self);
  for (guint i = 0; i < self->panel->experts->len; i++)
    add_expert_column (self, i);
}

/* Returns: (transfer full): the numbers of the admitted applications */
static GtkStringList *
list_rows (BaryScoringMatrix *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->panel->applications->len; i++)
    if (bary_panel_application (self->panel, i)->admitted)
      gtk_string_list_take (rows, g_strdup_printf ("%u", i));
  return rows;
}

static gboolean
has_rows (BaryScoringMatrix *self,
          GtkStringList     *rows)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->table));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) row = g_list_model_get_item (model, i);

      if (g_strcmp0 (gtk_string_object_get_string (row), gtk_string_list_get_string (rows, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The same rows stay where they are, and so does the focus. */
static void
fill_rows (BaryScoringMatrix *self)
{
  g_autoptr (GtkStringList) rows = list_rows (self);
  g_autoptr (GtkNoSelection) model = NULL;
  GHashTableIter iter;
  gpointer item;

  if (!has_rows (self, rows))
    {
      model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)));
      gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (model));
      return;
    }
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_cell (self, item);
}

static void
show_table (BaryScoringMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  gtk_widget_set_visible (self->write, self->assignment != NULL && self->assignment->feasible);
  if (g_strcmp0 (self->shown, self->panel->id) != 0 || g_list_model_get_n_items (columns) != self->panel->experts->len + 1)
    build_columns (self);
  for (guint i = 0; i < self->panel->experts->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);
      g_autofree char *heading = compose_heading (self, i);

      gtk_column_view_column_set_title (column, heading);
    }
  g_free (self->shown);
  self->shown = g_strdup (self->panel->id);
  fill_rows (self);
}

/* The draw */

static void
forget_draw (BaryScoringMatrix *self)
{
  g_clear_pointer (&self->assignment, bary_assignment_free);
  g_clear_pointer (&self->draw, bary_panel_draw_free);
}

static void
tell_draw (BaryScoringMatrix *self)
{
  guint n_added = 0, n_removed = 0;
  g_autoptr (BaryChanges) changes = bary_panel_changes_draw (bary_session_get_store (self->session), self->draw, self->assignment,
                                                             &n_added, &n_removed, NULL);
  g_autofree char *words = NULL;

  if (!self->assignment->feasible)
    {
      words = bary_assignment_gap_to_words (self->assignment->gaps->pdata[0], &self->draw->named);
      gtk_label_set_label (self->answer, words);
      gtk_label_set_label (self->summary, _("Not every application can have its experts"));
      return;
    }
  /* Translators: 1, 2: numbers of assignments */
  words = g_strdup_printf (_("The draw adds %1$u and takes away %2$u; nothing is written yet"), n_added, n_removed);
  gtk_label_set_label (self->summary, words);
  if (self->assignment->n_parts > 1)
    gtk_label_set_label (self->answer, _("The table falls into parts without a common expert: their marks cannot be compared"));
}

static void
draw_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (widget);

  if (self->panel == NULL || self->panel->experts->len == 0)
    return;
  forget_draw (self);
  gtk_spin_button_update (self->seed);
  self->draw = bary_panel_draw_new (self->panel, self->panel->need, (guint64) gtk_spin_button_get_value (self->seed));
  self->assignment = bary_assignment_new (&self->draw->problem, NULL, NULL);
  show_table (self);
  tell_draw (self);
}

static void
write_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = NULL;

  if (self->assignment == NULL || !self->assignment->feasible)
    return;
  changes = bary_panel_changes_draw (bary_session_get_store (self->session), self->draw, self->assignment, NULL, NULL, &error);
  if (changes == NULL)
    {
      bary_session_fail (self->session, error);
      return;
    }
  if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, N_("Assign experts: %s"), self->panel->name, changes);
}

void
bary_scoring_matrix_show (BaryScoringMatrix *self,
                          BarySession       *session,
                          const BaryPanel   *panel)
{
  forget_draw (self);
  g_set_object (&self->session, session);
  self->panel = panel;
  gtk_label_set_label (self->summary, "");
  if (panel == NULL || g_strcmp0 (self->shown, panel->id) != 0)
    gtk_column_view_set_model (self->table, NULL);
  if (panel == NULL)
    return;
  if (g_strcmp0 (self->shown, panel->id) != 0)
    gtk_spin_button_set_value (self->seed, (double) panel->seed);
  show_table (self);
}

static void
bary_scoring_matrix_dispose (GObject *object)
{
  BaryScoringMatrix *self = BARY_SCORING_MATRIX (object);

  self->panel = NULL;
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  forget_draw (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (bary_scoring_matrix_parent_class)->dispose (object);
}

static void
bary_scoring_matrix_class_init (BaryScoringMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_matrix_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/scoring/bary-scoring-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, seed);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, write);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, summary);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, table);
  gtk_widget_class_bind_template_child (widget_class, BaryScoringMatrix, answer);
  gtk_widget_class_install_action (widget_class, "matrix.draw", NULL, draw_cb);
  gtk_widget_class_install_action (widget_class, "matrix.write", NULL, write_cb);
}

static void
bary_scoring_matrix_init (BaryScoringMatrix *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

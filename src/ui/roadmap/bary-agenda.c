#include "bary-agenda.h"

#include "bary-agenda-row.h"
#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

#define DATES_CHARS 22
#define ROWS_AHEAD 6

struct _BaryAgenda {
  AdwBin              parent_instance;

  GtkListView        *list;
  GListStore         *rows;
  GtkSingleSelection *selection;
  gboolean            showing;
  int                 school_year; /* that is shown */
  guint               today;       /* the row that it begins to be read at */
  gboolean            fresh;       /* nobody has seen the year yet */
};

G_DEFINE_FINAL_TYPE (BaryAgenda, bary_agenda, ADW_TYPE_BIN)

enum {
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
event_at (BaryAgenda *self,
          guint       position)
{
  g_autoptr (BaryAgendaRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? row->event : -1;
}

static void
selected_cb (BaryAgenda *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->showing)
    g_signal_emit (self, signals[SELECTED], 0, position != GTK_INVALID_LIST_POSITION ? event_at (self, position) : -1);
}

static void
activated_cb (BaryAgenda *self,
              guint       position)
{
  if (event_at (self, position) >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0, event_at (self, position));
}

/* Rows */

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *dates = make_label ("dim-label");
  GtkWidget *title = make_label (NULL);

  gtk_label_set_width_chars (GTK_LABEL (dates), DATES_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (dates), DATES_CHARS);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), make_label ("dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), dates);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
strike (GtkLabel *label,
        gboolean  struck)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  BaryAgendaRow *row = gtk_list_item_get_item (item);
  GtkWidget *dates = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (dates));
  GtkWidget *details = gtk_widget_get_next_sibling (title);
  gboolean month = row->event < 0;

  gtk_list_item_set_selectable (item, !month);
  gtk_list_item_set_activatable (item, !month);
  gtk_widget_set_visible (dates, !month);
  gtk_widget_set_visible (details, !month);
  gtk_label_set_text (GTK_LABEL (title), row->title);
  gtk_label_set_text (GTK_LABEL (dates), row->dates != NULL ? row->dates : "");
  gtk_label_set_text (GTK_LABEL (details), row->details != NULL ? row->details : "");
  strike (GTK_LABEL (title), row->cancelled);
  if (month)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
}

/* Where a person begins to read: at today. */

/* Returns: the row of the first event that begins today or later; the last row if all are over. */
static guint
find_today (BaryAgenda      *self,
            BaryRoadmapYear *year)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *iso = bary_date_today ();
  BaryDay today = bary_day_from_iso (iso);

  for (guint i = 0; i < n; i++)
    {
      int event = event_at (self, i);

      if (event >= 0 && ((BaryYearEvent *) year->events->pdata[event])->period.earliest >= today)
        return i;
    }
  return n > 0 ? n - 1 : 0;
}

/* What is scrolled to comes to stand at the bottom: some of what is ahead is seen with it. */
static gboolean
begin_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       unused)
{
  BaryAgenda *self = BARY_AGENDA (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;
  if (n > 0 && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", MIN (self->today + ROWS_AHEAD, n - 1));
  return G_SOURCE_REMOVE;
}

/* Once its rows have their places. */
static void
begin (BaryAgenda *self)
{
  if (self->fresh && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_cb, NULL, NULL);
  self->fresh &= !gtk_widget_get_mapped (GTK_WIDGET (self));
}

static void
bary_agenda_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bary_agenda_parent_class)->map (widget);
  begin (BARY_AGENDA (widget));
}

static void
begin_at_today (BaryAgenda      *self,
                BaryRoadmapYear *year)
{
  if (self->school_year == year->school_year)
    return;
  self->school_year = year->school_year;
  self->today = find_today (self, year);
  self->fresh = TRUE;
  begin (self);
}

static void
bary_agenda_dispose (GObject *object)
{
  BaryAgenda *self = BARY_AGENDA (object);

  self->showing = TRUE;
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (bary_agenda_parent_class)->dispose (object);
}

static void
bary_agenda_class_init (BaryAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bary_agenda_dispose;
  GTK_WIDGET_CLASS (klass)->map = bary_agenda_map;

  signals[SELECTED] = g_signal_new ("selected", BARY_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", BARY_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bary_agenda_init (BaryAgenda *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (BARY_TYPE_AGENDA_ROW);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
}

static BaryAgendaRow *
make_month (BaryDay day)
{
  BaryAgendaRow *row = bary_agenda_row_new (-1);
  int year, month, dom;
  g_autoptr (GDateTime) date = NULL;

  bary_day_split (day, &year, &month, &dom);
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  /* Translators: a month and its year over a part of a list, as of g_date_time_format() */
  row->title = g_date_time_format (date, _("%OB %Y"));
  return row;
}

static BaryAgendaRow *
make_event (BaryRoadmapYear *year,
            guint            i)
{
  const BaryYearEvent *event = year->events->pdata[i];
  const BaryYearRoadmap *roadmap = year->roadmaps->pdata[event->roadmap];
  const BaryField *state = bary_kind_find_field (BARY_KIND_EVENT, "state", NULL);
  g_autofree char *words = bary_field_to_words (state, event->record->state);
  BaryAgendaRow *row = bary_agenda_row_new ((int) i);

  row->title = g_strdup (event->record->name);
  row->dates = g_strdup (event->record->dates);
  row->details = g_strjoin (" · ", roadmap->cluster->name, words, event->record->place, NULL);
  row->cancelled = g_strcmp0 (event->record->state, "cancelled") == 0;
  return row;
}

static int
month_of (BaryDay day)
{
  int year, month, dom;

  bary_day_split (day, &year, &month, &dom);
  return year * 12 + month;
}

/* Whether the row of a place says the same: then it stays, with its widgets. */
static gboolean
keep (BaryAgenda    *self,
      guint          place,
      BaryAgendaRow *row)
{
  g_autoptr (BaryAgendaRow) is = g_list_model_get_item (G_LIST_MODEL (self->rows), place);

  if ((is->event < 0) != (row->event < 0) || is->cancelled != row->cancelled || g_strcmp0 (is->title, row->title) != 0 ||
      g_strcmp0 (is->dates, row->dates) != 0 || g_strcmp0 (is->details, row->details) != 0)
    return FALSE;
  is->event = row->event;
  return TRUE;
}

/* Only what is between the rows that stay at the beginning and at the end. */
static void
replace_rows (BaryAgenda *self,
              GPtrArray  *rows)
{
  guint n_were = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n = MIN (n_were, rows->len), first = 0, last = 0;

  while (first < n && keep (self, first, rows->pdata[first]))
    first++;
  while (last < n - first && keep (self, n_were - 1 - last, rows->pdata[rows->len - 1 - last]))
    last++;
  if (n_were != rows->len || first < n)
    g_list_store_splice (self->rows, first, n_were - first - last, rows->pdata + first, rows->len - first - last);
}

void
bary_agenda_show (BaryAgenda      *self,
                  BaryRoadmapYear *year,
                  const guint8    *fitting)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  int month = -1;

  for (guint i = 0; i < year->events->len; i++)
    {
      const BaryYearEvent *event = year->events->pdata[i];

      if (!fitting[i])
        continue;
      if (month_of (event->period.earliest) != month)
        g_ptr_array_add (rows, make_month (event->period.earliest));
      month = month_of (event->period.earliest);
      g_ptr_array_add (rows, make_event (year, i));
    }
  self->showing = TRUE;
  replace_rows (self, rows);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->showing = FALSE;
  begin_at_today (self, year);
}

void
bary_agenda_set_selected (BaryAgenda *self,
                          int         event)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; event >= 0 && i < n && found == GTK_INVALID_LIST_POSITION; i++)
    if (event_at (self, i) == event)
      found = i;
  if (found == gtk_single_selection_get_selected (self->selection))
    return;
  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->showing = FALSE;
  if (found != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", found);
}

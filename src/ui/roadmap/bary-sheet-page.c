#include "bary-sheet-page.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-sheet-body.h"

#include <glib/gi18n-lib.h>

#define SWATCH 12

struct _BarySheetPage {
  AdwBin             parent_instance;

  GtkScrolledWindow *scroller;
  GtkDrawingArea    *head;
  BarySheetBody     *body;
  BaryRoadmapYear   *year;   /* (transfer none): that is shown */
  GArray            *shown;  /* of guint: the year's number of each event of the sheet */
};

G_DEFINE_FINAL_TYPE (BarySheetPage, bary_sheet_page, ADW_TYPE_BIN)

enum {
  SELECTED,
  ACTIVATED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const BaryTheme *
get_theme (GtkWidget *widget)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));

  return bary_theme_get (dark ? BARY_THEME_DARK : BARY_THEME_LIGHT);
}

static void
draw_head (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        page)
{
  BarySheetPage *self = page;
  BaryYearSheet *sheet = bary_sheet_body_get_sheet (self->body);

  if (sheet != NULL)
    bary_year_sheet_paint_head (sheet, cr, get_theme (GTK_WIDGET (area)));
}

static int
to_year (BarySheetPage *self,
         int            event)
{
  return event >= 0 ? (int) g_array_index (self->shown, guint, event) : -1;
}

static void
selected_cb (BarySheetPage *self,
             int            event)
{
  g_signal_emit (self, signals[SELECTED], 0, to_year (self, event));
}

static void
activated_cb (BarySheetPage *self,
              int            event)
{
  g_signal_emit (self, signals[ACTIVATED], 0, to_year (self, event));
}

static void
dropped_cb (BarySheetPage *self,
            int            event,
            guint          day)
{
  g_signal_emit (self, signals[DROPPED], 0, to_year (self, event), day);
}

/* The legend */

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        data)
{
  gboolean vague = GPOINTER_TO_INT (data) < 0;
  BaryBox box = { width / 2.0, height / 2.0, vague ? width : SWATCH, SWATCH };

  bary_year_sheet_paint_mark (cr, get_theme (GTK_WIDGET (area)), &box, vague,
                              vague ? BARY_SHEET_PLANNED : (BarySheetState) GPOINTER_TO_INT (data));
}

static void
add_to_legend (GtkWidget  *legend,
               int         state,
               const char *words)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), state < 0 ? 3 * SWATCH : SWATCH + 6);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH + 6);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, GINT_TO_POINTER (state), NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (entry), swatch);
  gtk_box_append (GTK_BOX (entry), label);
  gtk_flow_box_append (GTK_FLOW_BOX (legend), entry);
}

static GtkWidget *
make_legend (void)
{
  GtkWidget *legend = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (legend), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (legend), 6);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (legend), 12);
  add_to_legend (legend, BARY_SHEET_PLANNED, _("exact day"));
  add_to_legend (legend, -1, _("vague date"));
  add_to_legend (legend, BARY_SHEET_ANNOUNCED, _("announced"));
  add_to_legend (legend, BARY_SHEET_HELD, _("held"));
  add_to_legend (legend, BARY_SHEET_MOVED, _("moved"));
  add_to_legend (legend, BARY_SHEET_CANCELLED, _("cancelled"));
  gtk_widget_set_margin_start (legend, 6);
  gtk_widget_set_can_focus (legend, FALSE);
  return legend;
}

static void
bary_sheet_page_finalize (GObject *object)
{
  g_array_unref (BARY_SHEET_PAGE (object)->shown);

  G_OBJECT_CLASS (bary_sheet_page_parent_class)->finalize (object);
}

static void
bary_sheet_page_class_init (BarySheetPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_sheet_page_finalize;

  signals[SELECTED] = g_signal_new ("selected", BARY_TYPE_SHEET_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ACTIVATED] = g_signal_new ("activated", BARY_TYPE_SHEET_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", BARY_TYPE_SHEET_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
}

static void
bary_sheet_page_init (BarySheetPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->head = GTK_DRAWING_AREA (gtk_drawing_area_new ());
  self->body = g_object_new (BARY_TYPE_SHEET_BODY, NULL);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_drawing_area_set_draw_func (self->head, draw_head, self, NULL);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->body));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scroller));
  gtk_box_append (GTK_BOX (box), make_legend ());
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->body, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->body, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->body, "dropped", G_CALLBACK (dropped_cb), self);
}

/* @choices: of the states; those of a sheet stand in their order. */
static BarySheetState
state_of (const BaryEvent  *event,
          const BaryChoice *choices)
{
  guint state = 0;

  while (state + 1 < BARY_N_SHEET_STATES && g_strcmp0 (choices[state].word, event->state) != 0)
    state++;
  return state;
}

static void
add_days_off (BaryYearSheet      *sheet,
              BarySchoolCalendar *calendar,
              BaryDaySpan         days)
{
  for (BaryDay day = days.first; day <= days.last; day++)
    if (!bary_school_calendar_is_working (calendar, day))
      bary_year_sheet_add_day_off (sheet, day);
}

/* Returns: (transfer full): how many events of each roadmap are shown. */
static guint *
count_fitting (BaryRoadmapYear *year,
               const guint8    *fitting)
{
  guint *counts = g_new0 (guint, year->roadmaps->len + 1);

  for (guint i = 0; i < year->events->len; i++)
    counts[((BaryYearEvent *) year->events->pdata[i])->roadmap] += fitting[i];
  return counts;
}

/* Returns: (transfer full): the number of the sheet's row for each roadmap, -1 for none. */
static int *
add_rows (BaryYearSheet   *sheet,
          BaryRoadmapYear *year,
          const guint8    *fitting,
          const guint8    *rows)
{
  g_autofree guint *counts = count_fitting (year, fitting);
  int *numbers = g_new (int, year->roadmaps->len + 1);

  for (guint i = 0; i < year->roadmaps->len; i++)
    {
      BaryYearRoadmap *roadmap = year->roadmaps->pdata[i];
      g_autofree char *caption = g_strdup_printf (ngettext ("%u event", "%u events", counts[i]), counts[i]);

      numbers[i] = rows == NULL || rows[i] ? (int) bary_year_sheet_add_row (sheet, roadmap->cluster->name, caption) : -1;
    }
  return numbers;
}

/* Those that have a mark on the days of the sheet. */
static void
add_events (BarySheetPage *self,
            BaryYearSheet *sheet,
            const guint8  *fitting,
            const int     *numbers,
            BaryDaySpan    days)
{
  const BaryChoice *states = bary_kind_find_field (BARY_KIND_EVENT, "state", NULL)->choices;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->year->events->len; i++)
    {
      const BaryYearEvent *event = self->year->events->pdata[i];
      BaryDaySpan span = { event->period.earliest, event->period.latest };

      if (!fitting[i] || numbers[event->roadmap] < 0 || !bary_day_span_overlaps (span, days))
        continue;
      bary_year_sheet_add_event (sheet, (guint) numbers[event->roadmap], event->record->name, span,
                                 !bary_period_is_fixed (&event->period), state_of (event->record, states));
      g_array_append_val (self->shown, i);
    }
}

static char *
describe_event (int      event,
                gpointer data)
{
  BarySheetPage *self = data;

  return bary_year_event_describe (self->year, self->year->events->pdata[to_year (self, event)]);
}

void
bary_sheet_page_show (BarySheetPage   *self,
                      BaryRoadmapYear *year,
                      const guint8    *fitting,
                      const guint8    *rows,
                      BaryDaySpan      days)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  BaryYearSheet *sheet = bary_year_sheet_new (days, &year->terms, family);
  g_autofree int *numbers = add_rows (sheet, year, fitting, rows);

  self->year = year;
  add_events (self, sheet, fitting, numbers, days);
  add_days_off (sheet, year->calendar, days);
  gtk_drawing_area_set_content_height (self->head, (int) bary_year_sheet_get_head_height (sheet));
  bary_sheet_body_set_sheet (self->body, sheet, describe_event, self);
  gtk_widget_queue_draw (GTK_WIDGET (self->head));
}

/* Scrolls as far as the mark demands. */
static void
reveal (BarySheetPage *self,
        int            event)
{
  BaryYearSheet *sheet = bary_sheet_body_get_sheet (self->body);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const BaryBox *box = sheet != NULL ? bary_year_sheet_get_box (sheet, (guint) event) : NULL;

  if (box != NULL && box->width > 0)
    gtk_adjustment_clamp_page (adjustment, box->y - 2 * box->height, box->y + 2 * box->height);
}

void
bary_sheet_page_set_selected (BarySheetPage *self,
                              int            event)
{
  int found = -1;

  for (guint i = 0; i < self->shown->len; i++)
    if (event >= 0 && g_array_index (self->shown, guint, i) == (guint) event)
      found = (int) i;
  bary_sheet_body_set_selected (self->body, found);
  if (found >= 0)
    reveal (self, found);
}

void
bary_sheet_page_set_editable (BarySheetPage *self,
                              gboolean       editable)
{
  bary_sheet_body_set_editable (self->body, editable);
}

#include "bary-plan-wall.h"

#include "bary-date.h"
#include "bary-year-sheet.h"

#include <pango/pangocairo.h>

#define PAPER_ASPECT 1.5 /* of what is left of A3 under the title */
#define WIDEST 6000.0
#define STEP 1.05
#define FIRST_WIDTH 1200.0
#define LEGEND 36.0      /* its height, in the units of the sheet */
#define LEGEND_SIZE 12.0
#define MARK 10.0

typedef struct {
  BaryYearSheet *sheet;
  double         width, height;
} Wall;

static void
wall_free (Wall *self)
{
  bary_year_sheet_free (self->sheet);
  g_free (self);
}

/* Of a mark and its words: where the next one begins. */
static double
paint_legend_item (cairo_t         *cr,
                   const BaryTheme *theme,
                   PangoLayout     *layout,
                   double           x,
                   const char      *words,
                   gboolean         vague,
                   BarySheetState   state)
{
  BaryBox box = { x + MARK, LEGEND / 2, (vague ? 3 : 1) * MARK, MARK };
  int width, height;

  if (vague)
    box.x += MARK;
  bary_year_sheet_paint_mark (cr, theme, &box, vague, state);
  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, box.x + box.width / 2 + MARK / 2, (LEGEND - height) / 2);
  pango_cairo_show_layout (cr, layout);
  return box.x + box.width / 2 + MARK / 2 + width + 2 * MARK;
}

static void
paint_legend (cairo_t         *cr,
              const BaryTheme *theme)
{
  static const char *const words[BARY_N_SHEET_STATES] = { "запланировано", "анонсировано", "проведено", "перенесено", "отменено" };
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("sans");
  double x = 0;

  pango_font_description_set_absolute_size (font, LEGEND_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  for (guint i = 0; i < BARY_N_SHEET_STATES; i++)
    x = paint_legend_item (cr, theme, layout, x, words[i], FALSE, (BarySheetState) i);
  paint_legend_item (cr, theme, layout, x, "день ещё не назван", TRUE, BARY_SHEET_PLANNED);
}

static void
paint (cairo_t  *cr,
       double    width,
       double    height,
       gpointer  user_data)
{
  Wall *self = user_data;
  const BaryTheme *theme = bary_theme_get (BARY_THEME_PRINT);

  cairo_scale (cr, width / self->width, width / self->width);
  cairo_save (cr);
  bary_year_sheet_paint_head (self->sheet, cr, theme);
  cairo_translate (cr, 0, bary_year_sheet_get_head_height (self->sheet));
  bary_year_sheet_paint_body (self->sheet, cr, theme, BARY_NO_DAY);
  cairo_restore (cr);
  cairo_translate (cr, 0, self->height - LEGEND);
  paint_legend (cr, theme);
}

static void
add_events (BaryYearSheet  *sheet,
            const BaryPlan *plan)
{
  for (guint i = 0; i < plan->clusters->len; i++)
    bary_year_sheet_add_row (sheet, bary_plan_cluster (plan, i)->name, NULL);
  for (guint i = 0; i < plan->events->len; i++)
    {
      const BaryPlanEvent *event = bary_plan_event (plan, i);
      BaryDaySpan days = { event->period.earliest, event->period.latest };

      /* The states of both stand in one order. */
      bary_year_sheet_add_event (sheet, (guint) event->cluster, event->name, days, !bary_period_is_fixed (&event->period),
                                 (BarySheetState) event->state);
    }
}

/* The more there is on it, the wider it is laid out, and the smaller its letters come to be on the paper. */
static void
lay_out (Wall *self)
{
  self->width = FIRST_WIDTH;
  do
    {
      bary_year_sheet_lay_out (self->sheet, self->width, 1);
      self->height = bary_year_sheet_get_head_height (self->sheet) + bary_year_sheet_get_height (self->sheet) + LEGEND;
      if (self->width / self->height >= PAPER_ASPECT)
        return;
      self->width *= STEP;
    }
  while (self->width < WIDEST);
}

BaryReport *
bary_plan_wall_new (const BaryPlan           *plan,
                    const BarySchoolCalendar *calendar)
{
  g_autofree char *year = bary_school_year_to_string (plan->school_year);
  g_autofree char *title = g_strdup_printf ("Мероприятия %s учебного года", year);
  BaryReport *report = bary_report_new (title, BARY_PAPER_A3, TRUE);
  Wall *wall = g_new0 (Wall, 1);

  wall->sheet = bary_year_sheet_new (bary_school_year_span (plan->school_year), bary_school_calendar_get_terms (calendar), NULL);
  bary_year_sheet_set_paper (wall->sheet, TRUE);
  add_events (wall->sheet, plan);
  lay_out (wall);
  bary_report_add_picture (report, wall->width / wall->height, title, paint, wall, (GDestroyNotify) wall_free);
  return report;
}

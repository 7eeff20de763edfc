#include "bary-expert-grid.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The table of 1,000 applications by 300 experts in a window of 1280 × 800: it is scrolled down to its end, then to the right, then
 * back both ways at once, one step a frame, against the least that must be done for the same picture: a bare area with as many texts
 * and lines. Prints "matrix: RATIO" of the middle frames, in the time of this thread alone, since what else the machine does matters
 * less to it; and how many frames were late: longer, from the step until the screen has it, than the screen gives a frame. */

#define N_APPLICATIONS 1000
#define N_EXPERTS 300
#define NEED 3
#define WIDTH 1280
#define HEIGHT 800
#define STEP 120.0 /* pixels a frame: 7,200 in a second */
#define FRAMES_DOWN 290
#define FRAMES_ACROSS 290
#define FRAMES_BACK 290
#define FRAMES (FRAMES_DOWN + FRAMES_ACROSS + FRAMES_BACK)
#define WARM_UP 10 /* frames before the first that counts */

#define ROW_HEIGHT 32 /* of the bare picture */
#define COLUMN_WIDTH 112
#define TITLES_WIDTH 272
#define HEAD_HEIGHT 56

typedef struct {
  GtkAdjustment *across, *down;
  GMainLoop     *loop;
  GArray        *times;    /* of double: milliseconds of this thread */
  double         work;     /* clock of this thread when the frame began */
  gint64         start;    /* of the frame, microseconds; 0: none */
  gint64         longest;
  gint64         interval; /* that the screen gives a frame */
  guint          n_late;
  int            frame;
} Run;

/* The contest */

static const char *
keep (BaryPanel  *panel,
      const char *pattern,
      guint       number)
{
  g_autofree char *text = g_strdup_printf ("%s%u", pattern, number);

  return bary_panel_keep (panel, text);
}

static BaryPanel *
make_contest (void)
{
  BaryPanel *panel = bary_panel_new ();
  GRand *dice = g_rand_new_with_seed (6);

  panel->need = NEED;
  panel->id = bary_panel_keep (panel, "contest");
  for (guint i = 0; i < N_APPLICATIONS; i++)
    {
      const char *id = keep (panel, "ГБОУ СОШ № ", i + 1);
      BaryPanelApplication application = { id, "Наставничество", id, id, i + 1, NULL, TRUE };

      g_array_append_val (panel->applications, application);
    }
  for (guint i = 0; i < N_EXPERTS; i++)
    {
      const char *id = keep (panel, "Константинова А. Б. ", i + 1);
      BaryPanelExpert expert = { id, id, .quota = 15 };

      g_array_append_val (panel->experts, expert);
    }
  for (guint i = 0; i < N_APPLICATIONS; i++)
    for (guint j = 0; j < N_EXPERTS; j++)
      {
        BarySeat seat = { "seat", i, j, g_rand_int_range (dice, 0, 3) };
        BaryInterest interest = { i, j, BARY_INTEREST_PARTNER, FALSE, "партнёры", NULL };
        int chance = g_rand_int_range (dice, 0, N_EXPERTS);

        if (chance < NEED)
          g_array_append_val (panel->seats, seat);
        else if (chance < 5 * NEED)
          g_array_append_val (panel->interests, interest);
      }
  g_rand_free (dice);
  bary_panel_settle (panel);
  return panel;
}

/* The least: a text for each title, name and load in sight and for each cell that has a sign, lines between, one layout for all. */

typedef struct {
  const BaryPanelTable *table;
  GtkAdjustment        *across, *down;
} Bare;

static void
show_text (cairo_t     *cr,
           PangoLayout *layout,
           const char  *text,
           double       x,
           double       y)
{
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_row (const Bare  *self,
          cairo_t     *cr,
          PangoLayout *layout,
          guint        row,
          double       y)
{
  double left = gtk_adjustment_get_value (self->across);

  show_text (cr, layout, bary_panel_application (self->table->panel, row)->organisation_name, 8, y + 8);
  show_text (cr, layout, "3/3", TITLES_WIDTH - 40, y + 8);
  cairo_rectangle (cr, 0, y + ROW_HEIGHT - 1, WIDTH, 1);
  cairo_fill (cr);
  for (guint e = (guint) (left / COLUMN_WIDTH); e < N_EXPERTS && e * COLUMN_WIDTH < left + WIDTH - TITLES_WIDTH; e++)
    {
      const char *sign = bary_expert_grid_get_sign (bary_panel_table_get (self->table, row, e));

      if (*sign != '\0')
        show_text (cr, layout, sign, TITLES_WIDTH + e * COLUMN_WIDTH - left + 50, y + 8);
    }
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  const Bare *self = data;
  double top = gtk_adjustment_get_value (self->down), left = gtk_adjustment_get_value (self->across);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (area), NULL);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  for (guint row = (guint) (top / ROW_HEIGHT); row < N_APPLICATIONS && row * ROW_HEIGHT < top + HEIGHT - HEAD_HEIGHT; row++)
    draw_row (self, cr, layout, row, HEAD_HEIGHT + row * ROW_HEIGHT - top);
  for (guint e = (guint) (left / COLUMN_WIDTH); e < N_EXPERTS && e * COLUMN_WIDTH < left + WIDTH - TITLES_WIDTH; e++)
    {
      double x = TITLES_WIDTH + e * COLUMN_WIDTH - left;

      show_text (cr, layout, bary_panel_expert (self->table->panel, e)->name, x + 8, 8);
      show_text (cr, layout, "3 / 15", x + 56, 36);
      cairo_rectangle (cr, x + COLUMN_WIDTH - 1, 0, 1, HEIGHT);
      cairo_fill (cr);
    }
}

/* Scrolling */

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
move (GtkAdjustment *adjustment,
      double         by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Run *run = data;
  int frame = run->frame++;
  gboolean back = frame >= WARM_UP + FRAMES_DOWN + FRAMES_ACROSS;

  run->start = g_get_monotonic_time ();
  run->work = now ();
  if (frame < WARM_UP)
    return G_SOURCE_CONTINUE;
  if (back || frame < WARM_UP + FRAMES_DOWN)
    move (run->down, back ? -STEP : STEP);
  if (frame >= WARM_UP + FRAMES_DOWN)
    move (run->across, back ? -STEP : STEP);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
painted_cb (GdkFrameClock *clock,
            Run           *run)
{
  double work = now () - run->work;
  gint64 taken;

  if (run->start == 0)
    return;
  gdk_display_sync (gdk_display_get_default ());
  taken = g_get_monotonic_time () - run->start;
  run->start = 0;
  gdk_frame_clock_get_refresh_info (clock, gdk_frame_clock_get_frame_time (clock), &run->interval, NULL);
  if (run->frame > WARM_UP)
    {
      g_array_append_val (run->times, work);
      run->longest = MAX (run->longest, taken);
      run->n_late += taken > run->interval;
    }
  if (run->frame == WARM_UP + FRAMES)
    g_main_loop_quit (run->loop);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* @content: what is drawn again with every frame
 * @n_late: (out) (optional). Returns: the middle frame in milliseconds */
static double
measure (const char    *name,
         GtkWidget     *child,
         GtkWidget     *content,
         GtkAdjustment *across,
         GtkAdjustment *down,
         guint         *n_late)
{
  GtkWidget *window = gtk_window_new ();
  Run run = { across, down, g_main_loop_new (NULL, FALSE), g_array_new (FALSE, FALSE, sizeof (double)) };
  double middle;

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), &run);
  gtk_widget_add_tick_callback (content, tick_cb, &run, NULL);
  g_main_loop_run (run.loop);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (window), &run);
  g_array_sort (run.times, compare);
  middle = g_array_index (run.times, double, run.times->len / 2);
  printf ("# %s: %.2f ms, at most %.2f ms; until the screen has it at most %.1f ms, %u of %u frames late\n", name, middle,
          g_array_index (run.times, double, run.times->len - 1), (double) run.longest / 1000, run.n_late, run.times->len);
  if (n_late != NULL)
    *n_late = run.n_late;
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (run.loop);
  g_array_unref (run.times);
  return middle;
}

static double
measure_matrix (const BaryPanelTable *table,
                guint                *n_late)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = g_object_new (BARY_TYPE_EXPERT_GRID, NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  bary_expert_grid_show (BARY_EXPERT_GRID (grid), table);
  return measure ("matrix", scroller, grid, gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                  gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), n_late);
}

static double
measure_bare (const BaryPanelTable *table)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkAdjustment *across = gtk_adjustment_new (0, 0, N_EXPERTS * COLUMN_WIDTH, STEP, 0, WIDTH - TITLES_WIDTH);
  GtkAdjustment *down = gtk_adjustment_new (0, 0, N_APPLICATIONS * ROW_HEIGHT, STEP, 0, HEIGHT - HEAD_HEIGHT);
  Bare bare = { table, g_object_ref_sink (across), g_object_ref_sink (down) };
  double time;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, &bare, NULL);
  time = measure ("bare area", area, area, across, down, NULL);
  g_object_unref (across);
  g_object_unref (down);
  return time;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (BaryPanel) panel = make_contest ();
  g_autoptr (BaryPanelTable) table = NULL;
  double ours, bare, start = now ();
  guint n_late;

  table = bary_panel_table_new (panel, NULL, NULL);
  printf ("# the states of all cells: %.2f ms\n", now () - start);
  adw_init ();
  bare = measure_bare (table);
  ours = measure_matrix (table, &n_late);
  printf ("matrix: %.2f\n", ours / bare);
  printf ("matrix-late-frames: %u of %u (goal: none)\n", n_late, (guint) FRAMES);
  return EXIT_SUCCESS;
}

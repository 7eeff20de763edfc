#include "bary-day-slider.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_A_MONTH 30

struct _BaryDaySlider {
  GtkBox         parent_instance;

  GtkOrientable *line;    /* of the words and the scale */
  GtkWidget     *scale;
  GtkWidget     *words;
  GtkWidget     *today;
  GtkAdjustment *days;
  BarySession   *session;
  char          *first;
  gboolean       showing; /* the change comes from the session */
  gboolean       low;
};

G_DEFINE_FINAL_TYPE (BaryDaySlider, bary_day_slider, GTK_TYPE_BOX)

static void
value_changed_cb (BaryDaySlider *self)
{
  g_autofree char *day = NULL;

  if (self->showing || self->first == NULL || self->session == NULL)
    return;

  day = bary_date_add_days (self->first, (int) (gtk_adjustment_get_value (self->days) + 0.5));
  bary_session_set_day (self->session, day);
}

static void
today_clicked_cb (BaryDaySlider *self)
{
  g_autofree char *today = bary_date_today ();

  if (self->session != NULL)
    bary_session_set_day (self->session, today);
}

/* From the start of the school year of the first dated record, and at least a year back, to the end of this one. */
static void
find_range (const char  *day,
            const char  *earliest,
            char       **first,
            char       **last)
{
  g_autofree char *today = bary_date_today ();
  int year = bary_school_year_of (today), first_year = year - 1;

  if (earliest != NULL)
    first_year = CLAMP (bary_school_year_of (earliest), year - 60, year - 1);
  *first = bary_school_year_start (first_year);
  *last = bary_school_year_end (year);
  if (g_strcmp0 (day, *last) > 0)
    {
      g_free (*last);
      *last = g_strdup (day);
    }
  if (g_strcmp0 (day, *first) < 0)
    {
      g_free (*first);
      *first = g_strdup (day);
    }
}

/* Half of the first year's name stands before the line, however large the letters are. */
static void
make_room_for_name (BaryDaySlider *self,
                    int            year)
{
  g_autofree char *name = bary_school_year_to_string (year);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->scale, name);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_widget_set_margin_start (self->scale, width / 2);
}

/* One mark per school year; of many years only some are named. */
static void
mark_years (BaryDaySlider *self,
            const char    *last)
{
  int from = bary_school_year_of (self->first), to = bary_school_year_of (last), every = 1 + (to - from) / 8;

  if (self->low)
    gtk_widget_set_margin_start (self->scale, 0);
  else
    make_room_for_name (self, from);
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  for (int year = from; year <= to; year++)
    {
      g_autofree char *start = bary_school_year_start (year);
      g_autofree char *label = bary_school_year_to_string (year);

      if (g_strcmp0 (start, self->first) >= 0)
        gtk_scale_add_mark (GTK_SCALE (self->scale), bary_date_days_between (self->first, start), GTK_POS_BOTTOM,
                            (year - from) % every == 0 && !self->low ? label : NULL);
    }
}

static void
append_change (GString    *words,
               const char *sign,
               guint       n)
{
  if (n > 0)
    g_string_append_printf (words, " %s%u", sign, n);
}

static char *
describe (const char           *day,
          const BaryDayChanges *since)
{
  g_autofree char *today = bary_date_today ();
  g_autofree char *date = bary_date_to_words (day);
  GString *words = g_string_new (NULL);
  GString *changes = g_string_new (NULL);

  if (g_str_equal (day, today))
    /* Translators: %s: today's date */
    g_string_append_printf (words, _("today, %s"), date);
  else
    /* Translators: %s: the date on which a picture is shown */
    g_string_append_printf (words, _("on %s"), date);

  if (since != NULL)
    {
      append_change (changes, "+", since->n_joined);
      append_change (changes, "−", since->n_left);
      append_change (changes, "→", since->n_moved);
    }
  if (changes->len > 0)
    /* Translators: %s: how many have joined, left and moved: " +3 −1" */
    g_string_append_printf (words, _(" · since then%s"), changes->str);
  else if (since != NULL && g_strcmp0 (day, today) < 0)
    g_string_append (words, _(" · nobody has joined or left since then"));
  g_string_free (changes, TRUE);
  return g_string_free (words, FALSE);
}

void
bary_day_slider_show (BaryDaySlider        *self,
                      const char           *day,
                      const char           *earliest,
                      const BaryDayChanges *changes)
{
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;
  g_autofree char *today = bary_date_today ();

  gtk_widget_set_visible (GTK_WIDGET (self), day != NULL);
  if (day == NULL)
    return;

  find_range (day, earliest, &first, &last);
  words = describe (day, changes);
  self->showing = TRUE;
  if (g_strcmp0 (first, self->first) != 0 ||
      gtk_adjustment_get_upper (self->days) != bary_date_days_between (first, last))
    {
      g_free (self->first);
      self->first = g_strdup (first);
      gtk_adjustment_set_upper (self->days, bary_date_days_between (first, last));
      mark_years (self, last);
    }
  gtk_adjustment_set_value (self->days, bary_date_days_between (self->first, day));
  self->showing = FALSE;

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_set_sensitive (self->today, !g_str_equal (day, today));
}

void
bary_day_slider_set_low (BaryDaySlider *self,
                         gboolean       low)
{
  g_autofree char *last = NULL;

  g_return_if_fail (BARY_IS_DAY_SLIDER (self));

  if (self->low == low)
    return;
  self->low = low;
  gtk_orientable_set_orientation (self->line, low ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (self->first == NULL)
    return;
  last = bary_date_add_days (self->first, (int) gtk_adjustment_get_upper (self->days));
  mark_years (self, last);
}

void
bary_day_slider_set_session (BaryDaySlider *self,
                             BarySession   *session)
{
  g_set_object (&self->session, session);
}

static void
bary_day_slider_dispose (GObject *object)
{
  BaryDaySlider *self = BARY_DAY_SLIDER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->first, g_free);

  G_OBJECT_CLASS (bary_day_slider_parent_class)->dispose (object);
}

static void
bary_day_slider_class_init (BaryDaySliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_day_slider_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/common/bary-day-slider.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDaySlider, line);
  gtk_widget_class_bind_template_child (widget_class, BaryDaySlider, scale);
  gtk_widget_class_bind_template_child (widget_class, BaryDaySlider, words);
  gtk_widget_class_bind_template_child (widget_class, BaryDaySlider, today);
  gtk_widget_class_bind_template_child (widget_class, BaryDaySlider, days);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
}

static void
bary_day_slider_init (BaryDaySlider *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_adjustment_set_page_increment (self->days, DAYS_OF_A_MONTH);
}

#include "bary-half-year-window.h"

#include "bary-config.h"
#include "bary-dialogs.h"
#include "bary-form.h"
#include "bary-half-year-paper.h"
#include "bary-kinds.h"
#include "bary-report-print.h"
#include "bary-rows.h"
#include "bary-sending-add.h"
#include "bary-store-half-year.h"
#include "bary-store-source.h"

#include <glib/gi18n-lib.h>

struct _BaryHalfYearWindow {
  AdwWindow            parent_instance;

  /* template */
  AdwWindowTitle      *head;
  GtkBox              *content;
  AdwPreferencesGroup *figures;
  AdwComboRow         *half;

  /* owned */
  BarySession         *session;
  BaryRecord          *roadmap;
  GPtrArray           *rows;  /* of the figures */

  BaryForm            *form;  /* of the half year that is shown */
  guint                shown; /* 1 or 2; 0 before the first */
};

G_DEFINE_FINAL_TYPE (BaryHalfYearWindow, bary_half_year_window, ADW_TYPE_WINDOW)

static BaryHalfYear *
read_half_year (BaryHalfYearWindow *self)
{
  g_autoptr (GError) error = NULL;
  BaryHalfYear *half_year = bary_store_read_half_year (bary_session_get_store (self->session), self->roadmap, self->shown, &error);

  if (half_year == NULL)
    bary_session_fail (self->session, error);
  return half_year;
}

/* Figures, each with what it comes from */

static AdwExpanderRow *
add_figure (BaryHalfYearWindow *self,
            const char         *title,
            const char         *figure,
            gboolean            opens)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (figure);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "heading");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), opens);
  adw_preferences_group_add (self->figures, row);
  g_ptr_array_add (self->rows, row);
  return ADW_EXPANDER_ROW (row);
}

static GtkWidget *
add_detail (AdwExpanderRow *figure,
            const char     *title,
            const char     *subtitle)
{
  GtkWidget *row = bary_rows_make (title, subtitle);

  adw_expander_row_add_row (figure, row);
  return row;
}

static void
go_cb (GtkWidget          *row,
       BaryHalfYearWindow *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "event"));
  g_autoptr (BarySession) session = g_object_ref (self->session);

  gtk_window_close (GTK_WINDOW (self));
  bary_session_go_to (session, BARY_KIND_EVENT, id);
}

static void
add_event (BaryHalfYearWindow      *self,
           AdwExpanderRow          *figure,
           const BaryHalfYearEvent *event)
{
  GtkWidget *row = add_detail (figure, event->name, event->dates);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "event", g_strdup (event->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_cb), self, 0);
}

static void
show_events (BaryHalfYearWindow *self,
             const BaryHalfYear *half_year,
             gboolean            held,
             const char         *title,
             const char         *figure,
             guint               n)
{
  AdwExpanderRow *row = add_figure (self, title, figure, n > 0);

  for (guint i = 0; i < half_year->events->len; i++)
    if ((bary_half_year_event (half_year, i)->state == BARY_PLAN_HELD) == held)
      add_event (self, row, bary_half_year_event (half_year, i));
}

static void
show_schools (BaryHalfYearWindow        *self,
              const BaryHalfYear        *half_year,
              const BaryHalfYearFigures *figures)
{
  /* Translators: 1: how many schools took part, 2: of how many, 3: per cent */
  g_autofree char *share = g_strdup_printf (_("%1$u of %2$u · %3$u %%"), figures->n_schools, half_year->n_district,
                                            bary_half_year_share (figures->n_schools, half_year->n_district));
  AdwExpanderRow *row = add_figure (self, _("Schools of the district that took part"), share, figures->n_schools > 0);

  for (guint i = 0; i < half_year->schools->len; i++)
    add_detail (row, half_year->schools->pdata[i], NULL);
}

static void
show_awards (BaryHalfYearWindow *self,
             const BaryHalfYear *half_year)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_EVENT_AWARD, "award", NULL);
  g_autofree char *n = g_strdup_printf ("%u", half_year->awards->len);
  AdwExpanderRow *row = add_figure (self, _("Awards"), n, half_year->awards->len > 0);

  for (guint i = 0; i < half_year->awards->len; i++)
    {
      const BaryHalfYearAward *award = &g_array_index (half_year->awards, BaryHalfYearAward, i);
      g_autofree char *kind = bary_field_to_words (field, field->choices[award->award].word);
      g_autofree char *words = g_strjoin (" · ", kind, award->event, NULL);

      add_detail (row, award->who, words);
    }
}

static void
show_figures (BaryHalfYearWindow *self)
{
  g_autoptr (BaryHalfYear) half_year = read_half_year (self);
  BaryHalfYearFigures figures;
  g_autofree char *held = NULL, *others = NULL, *people = NULL;

  bary_rows_clear (self->rows);
  if (half_year == NULL)
    return;

  bary_half_year_count (half_year, &figures);
  /* Translators: 1: how many events were held, 2: of how many, 3: per cent */
  held = g_strdup_printf (_("%1$u of %2$u · %3$u %%"), figures.n_held, figures.n_planned,
                          bary_half_year_share (figures.n_held, figures.n_planned));
  others = g_strdup_printf ("%u", figures.n_planned - figures.n_held);
  people = g_strdup_printf ("%u", figures.n_attended);
  show_events (self, half_year, TRUE, _("Events that were held"), held, figures.n_held);
  show_events (self, half_year, FALSE, _("Events that were not held"), others, figures.n_planned - figures.n_held);
  add_figure (self, _("People who came"), people, FALSE);
  show_schools (self, half_year, &figures);
  show_awards (self, half_year);
}

/* What a person writes */

static void
show_form (BaryHalfYearWindow *self)
{
  static const char *const hidden[] = { "roadmap", "half", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryRecord) words = bary_store_find_half_year (bary_session_get_store (self->session), self->roadmap, self->shown, &error);

  if (error != NULL)
    bary_session_fail (self->session, error);
  if (words == NULL)
    {
      words = bary_record_new (BARY_KIND_HALF_YEAR_REPORT, NULL);
      bary_record_set_all (words, "roadmap", bary_record_get_id (self->roadmap), "half", self->shown == 1 ? "1" : "2", NULL);
    }
  if (self->form != NULL)
    gtk_box_remove (self->content, GTK_WIDGET (self->form));
  self->form = BARY_FORM (bary_form_new (self->session, words, hidden));
  gtk_box_append (self->content, GTK_WIDGET (self->form));
}

/* Returns: whether what was typed is kept. */
static gboolean
store_words (BaryHalfYearWindow *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();

  if (self->form == NULL || !bary_form_is_changed (self->form))
    return TRUE;
  if (!bary_form_is_valid (self->form))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->form));
      return FALSE;
    }
  bary_form_collect (self->form, changes);
  if (!bary_session_commit (self->session, N_("Report: %s"), bary_record_get_name (self->roadmap), changes))
    return FALSE;
  show_form (self); /* what was new is in the store now */
  return TRUE;
}

static void
half_changed_cb (BaryHalfYearWindow *self)
{
  guint half = adw_combo_row_get_selected (self->half) + 1;

  if (self->session == NULL || half == self->shown)
    return;
  if (!store_words (self))
    {
      adw_combo_row_set_selected (self->half, self->shown - 1);
      return;
    }
  self->shown = half;
  show_figures (self);
  show_form (self);
}

/* Ways out */

/* Returns: (transfer full) (nullable) */
static BaryReport *
make_paper (BaryHalfYearWindow *self)
{
  g_autoptr (BaryHalfYear) half_year = store_words (self) ? read_half_year (self) : NULL;
  g_autofree char *centre = bary_store_dup_own_centre (bary_session_get_store (self->session));
  BaryReport *paper;

  if (half_year == NULL)
    return NULL;
  paper = bary_half_year_paper_new (half_year);
  bary_report_set_author (paper, centre);
  return paper;
}

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr (BaryHalfYearWindow) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  BaryReport *paper = path != NULL ? make_paper (self) : NULL;

  if (paper != NULL)
    bary_report_write (self->session, paper, path);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryHalfYearWindow *self = BARY_HALF_YEAR_WINDOW (widget);
  /* Translators: the name of a file that is suggested; %u: 1 or 2 */
  g_autofree char *name = g_strdup_printf (_("Report on half year %u.pdf"), self->shown);

  bary_dialogs_save_file (GTK_WINDOW (self), _("Save the Report as .pdf, .odt or .xlsx"), name, place_chosen, g_object_ref (self));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryHalfYearWindow *self = BARY_HALF_YEAR_WINDOW (widget);
  BaryReport *paper = make_paper (self);

  if (paper != NULL)
    bary_report_print (GTK_WINDOW (self), self->session, paper);
}

static void
done_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryHalfYearWindow *self = BARY_HALF_YEAR_WINDOW (widget);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  BarySent sent = { .roadmap = bary_record_get_id (self->roadmap), .duty = "report", .ordinal = self->shown };

  if (!store_words (self))
    return;
  bary_sending_add (changes, &sent);
  if (bary_session_commit (self->session, N_("Hand in the report: %s"), bary_record_get_name (self->roadmap), changes))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Closing keeps what was typed. */
static gboolean
bary_half_year_window_close_request (GtkWindow *window)
{
  return !store_words (BARY_HALF_YEAR_WINDOW (window));
}

/* Life */

static void
bary_half_year_window_dispose (GObject *object)
{
  BaryHalfYearWindow *self = BARY_HALF_YEAR_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->roadmap);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bary_half_year_window_parent_class)->dispose (object);
}

static void
bary_half_year_window_class_init (BaryHalfYearWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_half_year_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bary_half_year_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/roadmap/bary-half-year-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryHalfYearWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryHalfYearWindow, content);
  gtk_widget_class_bind_template_child (widget_class, BaryHalfYearWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, BaryHalfYearWindow, half);
  gtk_widget_class_bind_template_callback (widget_class, half_changed_cb);
  gtk_widget_class_install_action (widget_class, "half-year.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "half-year.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "half-year.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "half-year.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "half-year.print", NULL);
}

static void
bary_half_year_window_init (BaryHalfYearWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bary_half_year_window_present (GtkWidget   *parent,
                               BarySession *session,
                               BaryRecord  *roadmap,
                               guint        half)
{
  BaryHalfYearWindow *self = g_object_new (BARY_TYPE_HALF_YEAR_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  adw_combo_row_set_selected (self->half, half - 1);
  self->session = g_object_ref (session);
  self->roadmap = g_object_ref (roadmap);
  adw_window_title_set_subtitle (self->head, bary_record_get_name (roadmap));
  half_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}

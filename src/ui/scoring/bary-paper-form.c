#include "bary-paper-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-score-sheet.h"
#include "bary-scoring-criterion.h"

#include <glib/gi18n-lib.h>

/* What is being typed */

static void
keep (GHashTable *texts,
      const char *what,
      const char *id,
      const char *text)
{
  if (text != NULL && *text != '\0')
    g_hash_table_insert (texts, g_strconcat (what, id, NULL), g_strdup (text));
}

static void
flush_comments (BaryPaperWindow *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->form)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (BARY_IS_SCORING_CRITERION (child))
      bary_scoring_criterion_flush (BARY_SCORING_CRITERION (child));
}

static GHashTable *
gather_draft (gpointer data)
{
  BaryPaperWindow *self = data;
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *person = bary_row_dup_text (self->person);
  g_autofree char *day = bary_row_dup_text (self->day);
  g_autofree char *time = bary_row_dup_text (self->time);

  for (guint i = 0; self->panel != NULL && i < self->n_marks; i++)
    {
      keep (texts, "mark:", bary_panel_criterion (self->panel, i)->id, self->marks[i].mark);
      keep (texts, "comment:", bary_panel_criterion (self->panel, i)->id, self->marks[i].comment);
    }
  keep (texts, "person", "", person);
  keep (texts, "day", "", day);
  keep (texts, "time", "", time);
  return texts;
}

void
bary_paper_window_flush (BaryPaperWindow *self)
{
  if (self->keeper == NULL)
    return;
  flush_comments (self);
  bary_draft_keeper_flush (self->keeper);
}

void
bary_paper_window_drop_draft (BaryPaperWindow *self)
{
  if (self->keeper != NULL)
    bary_draft_keeper_drop (self->keeper);
}

static void
typed_cb (BaryPaperWindow *self)
{
  bary_draft_keeper_wrote (self->keeper);
}

static void
recall (BaryPaperWindow      *self,
        GHashTable           *texts,
        BaryScoringCriterion *criterion)
{
  guint i = bary_scoring_criterion_get_number (criterion);
  const char *id = bary_panel_criterion (self->panel, i)->id;
  g_autofree char *of_mark = g_strconcat ("mark:", id, NULL);
  g_autofree char *of_comment = g_strconcat ("comment:", id, NULL);
  BaryTypedMark *typed = &self->marks[i];
  BaryScoreMark mark = { FALSE, BARY_FRACTION_ZERO };

  typed->mark = g_strdup (g_hash_table_lookup (texts, of_mark));
  typed->comment = g_strdup (g_hash_table_lookup (texts, of_comment));
  mark.given = typed->mark != NULL && bary_fraction_parse (typed->mark, &mark.value);
  bary_scoring_criterion_show (criterion, &mark, typed->comment, TRUE);
}

static void
recall_draft (BaryPaperWindow *self)
{
  g_autoptr (GHashTable) texts = bary_draft_keeper_recall (self->keeper);

  if (texts == NULL)
    return;
  bary_row_set_value (self->person, g_hash_table_lookup (texts, "person"));
  if (g_hash_table_contains (texts, "day"))
    bary_row_set_value (self->day, g_hash_table_lookup (texts, "day"));
  bary_row_set_value (self->time, g_hash_table_lookup (texts, "time"));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->form)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (BARY_IS_SCORING_CRITERION (child))
      recall (self, texts, BARY_SCORING_CRITERION (child));
}

/* Typing */

static void
marked_cb (BaryPaperWindow      *self,
           const char           *mark,
           BaryScoringCriterion *criterion)
{
  BaryTypedMark *typed = &self->marks[bary_scoring_criterion_get_number (criterion)];

  g_free (typed->mark);
  typed->mark = g_strdup (mark);
  typed_cb (self);
}

static void
commented_cb (BaryPaperWindow      *self,
              const char           *comment,
              BaryScoringCriterion *criterion)
{
  BaryTypedMark *typed = &self->marks[bary_scoring_criterion_get_number (criterion)];

  g_free (typed->comment);
  typed->comment = g_strdup (comment);
  typed_cb (self);
}

static BaryRow *
add_row (BaryPaperWindow     *self,
         AdwPreferencesGroup *group,
         const char          *field)
{
  GtkWidget *row = bary_row_new (bary_kind_find_field (BARY_KIND_SCORE_SHEET, field, NULL), bary_session_get_store (self->session));

  adw_preferences_group_add (group, row);
  return BARY_ROW (row);
}

/* Who types it again does not see what was typed first. */
void
bary_paper_window_type (BaryPaperWindow *self,
                        guint            application,
                        guint            expert)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *today = bary_date_today ();
  g_autofree char *subject = NULL;
  BaryPaper paper;

  bary_paper_find (self->panel, application, expert, &paper);
  subject = g_strdup_printf ("paper:%s:%s:%d", self->expert, self->application, paper.first >= 0 ? 2 : 1);
  self->keeper = bary_draft_keeper_new (self->session, subject, gather_draft, self);
  self->n_marks = self->panel->criteria->len;
  self->marks = g_new0 (BaryTypedMark, self->n_marks + 1);
  self->person = add_row (self, ADW_PREFERENCES_GROUP (group), "typed_by");
  self->day = add_row (self, ADW_PREFERENCES_GROUP (group), "submitted_on");
  bary_row_set_value (self->day, today);
  self->time = add_row (self, ADW_PREFERENCES_GROUP (group), "submitted_time");
  g_signal_connect_object (self->person, "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->day, "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time, "edited", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->form, group);
  for (guint i = 0; i < self->n_marks; i++)
    {
      GtkWidget *criterion = bary_scoring_criterion_new (self->panel, i);

      g_signal_connect_object (criterion, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (criterion, "commented", G_CALLBACK (commented_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->form, criterion);
    }
  recall_draft (self);
}

/* Side by side */

static void
chosen_cb (GtkCheckButton  *choice,
           BaryPaperWindow *self)
{
  guint criterion = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "criterion"));

  if (gtk_check_button_get_active (choice))
    self->chosen[criterion] = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), "typing"));
}

/* @sheet: of the panel; @typing: 1 or 2 */
static GtkWidget *
make_choice (BaryPaperWindow *self,
             guint            sheet,
             guint            criterion,
             int              typing)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_SCORE_SHEET, "typed_by", NULL);
  g_autofree char *person = bary_store_value_to_words (bary_session_get_store (self->session), field,
                                                       bary_panel_sheet (self->panel, sheet)->typed_by);
  g_autofree char *mark = bary_fraction_to_words (&bary_panel_get_marks (self->panel, sheet)[criterion].value);
  /* Translators: 1: a mark, 2: who typed it */
  g_autofree char *words = g_strdup_printf (_("%1$s — typed by %2$s"), mark, person);
  GtkWidget *choice = gtk_check_button_new_with_label (words);

  gtk_widget_set_hexpand (choice, TRUE);
  g_object_set_data (G_OBJECT (choice), "criterion", GUINT_TO_POINTER (criterion));
  g_object_set_data (G_OBJECT (choice), "typing", GINT_TO_POINTER (typing));
  g_signal_connect_object (choice, "toggled", G_CALLBACK (chosen_cb), self, 0);
  return choice;
}

static void
add_difference (BaryPaperWindow *self,
                const BaryPaper *paper,
                guint            criterion)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *first = make_choice (self, (guint) paper->first, criterion, 1);
  GtkWidget *second = make_choice (self, (guint) paper->second, criterion, 2);
  g_autofree char *title = g_markup_escape_text (bary_panel_scale (self->panel, criterion)->name, -1);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (second), GTK_CHECK_BUTTON (first));
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), first);
  gtk_box_append (GTK_BOX (line), second);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), line);
  gtk_box_append (self->form, group);
}

void
bary_paper_window_compare (BaryPaperWindow *self,
                           const BaryPaper *paper)
{
  GtkWidget *note = gtk_label_new (_("Look at the paper: which of the two is right?"));

  self->chosen = g_new0 (int, self->panel->criteria->len + 1);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (self->form, note);
  for (guint i = 0; i < self->panel->criteria->len; i++)
    if (bary_paper_differs (self->panel, paper, i))
      add_difference (self, paper, i);
}

/* What it comes to */

/* @value: (out) (transfer full) (nullable) */
static gboolean
read_row (BaryRow     *row,
          const char  *field,
          char       **value,
          GError     **error)
{
  g_autofree char *text = bary_row_dup_text (row);

  return bary_field_parse (bary_kind_find_field (BARY_KIND_SCORE_SHEET, field, NULL), text, value, error);
}

static BaryChanges *
collect_typed (BaryPaperWindow  *self,
               guint             application,
               guint             expert,
               GError          **error)
{
  g_autofree char *person = bary_row_dup_text (self->person);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  flush_comments (self);
  if (!read_row (self->day, "submitted_on", &day, error) || !read_row (self->time, "submitted_time", &time, error))
    return NULL;
  if (day == NULL)
    day = bary_date_today ();
  return bary_paper_compose (bary_session_get_store (self->session), self->panel, application, expert, *person != '\0' ? person : NULL, day,
                             time, self->marks, error);
}

static BaryChanges *
collect_settled (BaryPaperWindow  *self,
                 guint             application,
                 guint             expert,
                 GError          **error)
{
  g_autofree gboolean *seconds = g_new0 (gboolean, self->panel->criteria->len + 1);
  BaryPaper paper;

  bary_paper_find (self->panel, application, expert, &paper);
  for (guint i = 0; i < self->panel->criteria->len; i++)
    {
      seconds[i] = self->chosen[i] == 2;
      if (!bary_paper_differs (self->panel, &paper, i) || self->chosen[i] > 0)
        continue;
      g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                   /* Translators: %s: a criterion */
                   _("Say which mark by “%s” is right"), bary_panel_scale (self->panel, i)->name);
      return NULL;
    }
  return bary_paper_settle (bary_session_get_store (self->session), self->panel, application, expert, seconds, error);
}

BaryChanges *
bary_paper_window_collect (BaryPaperWindow  *self,
                           GError          **error)
{
  guint application, expert;

  bary_paper_window_find (self, &application, &expert);
  return self->chosen != NULL ? collect_settled (self, application, expert, error) : collect_typed (self, application, expert, error);
}

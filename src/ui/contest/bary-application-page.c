#include "bary-application-page.h"

#include "bary-answer-edits.h"
#include "bary-answer-row.h"
#include "bary-appendix-acts.h"
#include "bary-application-acts.h"
#include "bary-config.h"
#include "bary-contest-list.h"
#include "bary-kinds.h"
#include "bary-missing-list.h"
#include "bary-store-contest.h"
#include "bary-technical-window.h"
#include "bary-verdict.h"

#include <glib/gi18n-lib.h>

#define PAUSE 600 /* ms */

struct _BaryApplicationPage {
  AdwBin           parent_instance;

  /* template */
  GtkLabel        *title;
  GtkLabel        *saved;
  GtkBox          *verdict;
  GtkMenuButton   *missing;
  GtkBox          *missing_list;
  GtkWidget       *prefill;
  GtkWidget       *send;
  GtkWidget       *review;
  GtkWidget       *hand_in;
  GtkBox          *sections;

  /* owned */
  BarySession     *session;
  BaryRecord      *application;
  BaryContestForm *form;
  GPtrArray       *rows;    /* of BaryAnswerRow */
  GPtrArray       *titles;  /* of GtkLabel: the state of each section */
  GPtrArray       *pending; /* of BaryAnswerEdit */
  guint            pause_source;
  gboolean         saving;
};

G_DEFINE_FINAL_TYPE (BaryApplicationPage, bary_application_page, ADW_TYPE_BIN)

static BaryStore *
get_store (BaryApplicationPage *self)
{
  return bary_session_get_store (self->session);
}

/* Only what is not handed in yet, or is to be mended, is written. */
static gboolean
is_editable (BaryApplicationPage *self)
{
  const char *state = BARY_APPLICATION (self->application)->state;

  return !bary_store_is_read_only (get_store (self)) &&
         (g_strcmp0 (state, "draft") == 0 || g_strcmp0 (state, "to_mend") == 0);
}

/* What is missing */

static void
update_section_titles (BaryApplicationPage *self)
{
  for (guint i = 0; i < self->titles->len; i++)
    {
      guint n = bary_form_section_count_faults (self->form->sections->pdata[i]);
      g_autofree char *words = n == 0 ? g_strdup ("✓") : g_strdup_printf (ngettext ("%u to mend", "%u to mend", n), n);

      gtk_label_set_label (self->titles->pdata[i], words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->titles->pdata[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      n == 0 ? _("Complete") : words, -1);
    }
}

static void
update_missing (BaryApplicationPage *self)
{
  bary_missing_list_fill (self->missing, self->missing_list, self->rows, self->form);
  gtk_widget_set_visible (self->hand_in, is_editable (self));
  gtk_widget_set_sensitive (self->hand_in, bary_contest_form_count_faults (self->form) == 0);
  update_section_titles (self);
}

/* Saving */

static void
show_state (BaryApplicationPage *self)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_APPLICATION, "state", NULL);
  g_autofree char *state = bary_field_to_words (field, bary_record_get (self->application, field));

  gtk_label_set_label (self->saved, self->pending->len > 0 ? _("Saving…") : state);
}

void
bary_application_page_flush (BaryApplicationPage *self)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean collected;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (self->pending->len == 0)
    return;

  collected = bary_answer_edits_collect (self->pending, get_store (self), self->application, changes, &error);
  g_ptr_array_set_size (self->pending, 0);
  name = bary_contest_list_name (get_store (self), self->application);
  self->saving = TRUE;
  if (!collected || !bary_store_commit (get_store (self), N_("Fill in the application %s"), name, changes, &error))
    bary_session_fail (self->session, error);
  self->saving = FALSE;
  show_state (self);
}

static gboolean
pause_cb (gpointer data)
{
  BaryApplicationPage *self = data;

  self->pause_source = 0;
  bary_application_page_flush (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (BaryAnswerRow       *row,
           guint                part,
           guint                line,
           guint                column,
           const char          *text,
           BaryApplicationPage *self)
{
  const guint place[3] = { part, line, column };

  bary_answer_edits_put (self->pending, bary_answer_row_get_field (row)->id, place, text);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
  show_state (self);
  update_missing (self);
}

static void
add_file_cb (BaryAnswerRow       *row,
             BaryApplicationPage *self)
{
  bary_application_page_flush (self);
  bary_application_add_file (GTK_WIDGET (self), self->session, self->application, bary_answer_row_get_field (row)->id);
}

static void
prefill_cb (BaryApplicationPage *self)
{
  bary_application_page_flush (self);
  bary_application_prefill (self->session, self->application);
}

static void
act_cb (BaryApplicationPage *self,
        GtkWidget           *button)
{
  bary_application_page_flush (self);
  if (button == self->send)
    bary_application_send (button, self->session, self->application);
  else if (button == self->review)
    bary_technical_window_present (button, self->session, self->application);
  else
    bary_application_save_paper (button, self->session, self->application);
}

static void
hand_in_cb (BaryApplicationPage *self)
{
  bary_application_page_flush (self);
  bary_application_hand_in (self->session, self->application);
}

/* Building */

static GtkWidget *
make_heading (BaryApplicationPage *self,
              BaryFormSection     *section,
              guint                number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = g_strdup_printf ("%u. %s", number, section->name);
  GtkWidget *title = gtk_label_new (text);
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), state);
  g_ptr_array_add (self->titles, state);
  return box;
}

static void
add_section (BaryApplicationPage *self,
             BaryFormSection     *section,
             guint                number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_heading (self, section, number));
  for (guint i = 0; i < section->fields->len; i++)
    {
      BaryFormField *field = section->fields->pdata[i];
      GtkWidget *row = bary_answer_row_new (field, !g_str_equal (field->name, section->name), is_editable (self));

      g_signal_connect (row, "edited", G_CALLBACK (edited_cb), self);
      g_signal_connect (row, "add-file", G_CALLBACK (add_file_cb), self);
      bary_appendix_follow (row, self->session);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_box_append (self->sections, box);
}

static void
clear (BaryApplicationPage *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->titles, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  g_clear_pointer (&self->form, bary_contest_form_free);
}

static gboolean
is_blank (BaryApplicationPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_hash_table_size (bary_answer_row_get_field (self->rows->pdata[i])->answers) > 0)
      return FALSE;
  return TRUE;
}

static void
show_head (BaryApplicationPage *self)
{
  g_autofree char *name = bary_contest_list_name (get_store (self), self->application);

  gtk_label_set_label (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), bary_record_get_name (self->application));
  bary_verdict_fill (self->verdict, self->session, self->application);
  gtk_widget_set_visible (self->send, BARY_APPLICATION (self->application)->submitted_on != NULL);
  gtk_widget_set_visible (self->review, bary_application_is_reviewable (get_store (self), self->application));
  gtk_widget_set_visible (self->prefill, is_blank (self) && is_editable (self));
  show_state (self);
  update_missing (self);
}

void
bary_application_page_show (BaryApplicationPage *self,
                            BarySession         *session,
                            BaryRecord          *application)
{
  g_autoptr (GError) error = NULL;

  if (self->application != NULL)
    bary_application_page_flush (self);
  clear (self);
  g_set_object (&self->session, session);
  g_set_object (&self->application, application);
  if (application == NULL)
    return;

  self->form = bary_store_read_application (get_store (self), application, &error);
  if (self->form == NULL)
    {
      bary_session_fail (session, error);
      g_clear_object (&self->application);
      return;
    }
  for (guint i = 0; i < self->form->sections->len; i++)
    add_section (self, self->form->sections->pdata[i], i + 1);
  show_head (self);
}

const char *
bary_application_page_get_shown (BaryApplicationPage *self)
{
  return self->application != NULL ? bary_record_get_id (self->application) : NULL;
}

/* Rows stand in the order of the fields. Returns: FALSE if the form asks other things than before. */
static gboolean
load_rows (BaryApplicationPage *self,
           BaryContestForm     *form)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; i < form->sections->len; i++)
    g_ptr_array_extend (fields, ((BaryFormSection *) form->sections->pdata[i])->fields, NULL, NULL);
  if (fields->len != self->rows->len || form->sections->len != self->form->sections->len)
    return FALSE;

  for (guint i = 0; i < fields->len; i++)
    if (!g_str_equal (bary_answer_row_get_field (self->rows->pdata[i])->id, ((BaryFormField *) fields->pdata[i])->id))
      return FALSE;
  for (guint i = 0; i < fields->len; i++)
    bary_answer_row_load (self->rows->pdata[i], fields->pdata[i]);
  return TRUE;
}

void
bary_application_page_refresh (BaryApplicationPage *self)
{
  g_autoptr (BaryRecord) application = NULL;
  BaryContestForm *form;

  if (self->application == NULL || self->saving)
    return;

  bary_application_page_flush (self);
  application = bary_store_get (get_store (self), BARY_KIND_APPLICATION, bary_record_get_id (self->application), NULL);
  form = application != NULL ? bary_store_read_application (get_store (self), application, NULL) : NULL;
  if (form == NULL || gtk_widget_get_visible (self->hand_in) != is_editable (self) || !load_rows (self, form))
    {
      g_clear_pointer (&form, bary_contest_form_free);
      bary_application_page_show (self, self->session, application);
      return;
    }
  bary_contest_form_free (self->form);
  self->form = form;
  show_head (self);
}

static void
bary_application_page_dispose (GObject *object)
{
  BaryApplicationPage *self = BARY_APPLICATION_PAGE (object);

  if (self->application != NULL && get_store (self) != NULL)
    bary_application_page_flush (self);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_object (&self->application);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bary_application_page_parent_class)->dispose (object);
}

static void
bary_application_page_finalize (GObject *object)
{
  BaryApplicationPage *self = BARY_APPLICATION_PAGE (object);

  g_clear_pointer (&self->form, bary_contest_form_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->pending);

  G_OBJECT_CLASS (bary_application_page_parent_class)->finalize (object);
}

static void
bary_application_page_class_init (BaryApplicationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_application_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = bary_application_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/contest/bary-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, title);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, saved);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, missing);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, missing_list);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, prefill);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, send);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, review);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, hand_in);
  gtk_widget_class_bind_template_child (widget_class, BaryApplicationPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, prefill_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_cb);
}

static void
bary_application_page_init (BaryApplicationPage *self)
{
  self->rows = g_ptr_array_new ();
  self->titles = g_ptr_array_new ();
  self->pending = bary_answer_edits_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

#include "bary-letter-window-private.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-letter-source.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (BaryLetterWindow, bary_letter_window, ADW_TYPE_WINDOW)

enum { TO_CURATOR, TO_SCHOOLS };

/* The letter */

static void
by_hand_cb (BaryLetterWindow *self)
{
  self->by_hand = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.again", TRUE);
}

static void
write_text (BaryLetterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = bary_letter_to_text (self->letter);

  g_signal_handlers_block_by_func (buffer, by_hand_cb, self);
  gtk_text_buffer_set_text (buffer, text, -1);
  g_signal_handlers_unblock_by_func (buffer, by_hand_cb, self);
  self->by_hand = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.again", FALSE);
}

static char *
list_missing (const BaryLetter *letter)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < letter->parts->len; i++)
    {
      const BaryLetterPart *part = letter->parts->pdata[i];

      if (part->text == NULL)
        g_string_append_printf (words, "%s«%s»", words->len > 0 ? ", " : "", part->label);
    }
  return g_string_free (words, FALSE);
}

static void
show_meter (BaryLetterWindow *self)
{
  guint n_missing = bary_letter_count_missing (self->letter);
  guint n = self->letter->parts->len;
  g_autofree char *missing = list_missing (self->letter);
  /* Translators: 1: how many parts of a letter are filled in, 2: how many it has, 3: their names: "6 of 8 are filled in, missing: …" */
  g_autofree char *words = n_missing > 0 ? g_strdup_printf (_("%1$u of %2$u are filled in, missing: %3$s"),
                                                            n - n_missing, n, missing)
                                         : g_strdup (_("Everything is filled in"));

  gtk_label_set_label (self->meter, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->meter), n_missing > 0 ? "success" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->meter), n_missing > 0 ? "warning" : "success");
}

static void
compose (BaryLetterWindow *self)
{
  g_autoptr (BaryLetterSource) source = bary_letter_source_new (bary_session_get_store (self->session), bary_form_get_edited (self->form));

  g_clear_pointer (&self->letter, bary_letter_free);
  self->letter = bary_letter_new (self->kind, bary_letter_source_get_facts (source));
  gtk_label_set_label (self->subject, self->letter->subject);
  show_meter (self);
  if (!self->by_hand)
    write_text (self);
}

static void
again_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  write_text (BARY_LETTER_WINDOW (widget));
}

/* Who gets it */

static void
receivers_changed_cb (BaryLetterWindow *self)
{
  g_autofree char *today = bary_date_today ();
  BaryRecord *event = bary_form_get_edited (self->form);
  g_autofree char *list = NULL;
  guint n_without = 0;

  g_strfreev (self->to);
  if (gtk_drop_down_get_selected (self->receivers) == TO_CURATOR)
    self->to = bary_letter_find_curators (bary_session_get_store (self->session), event, today);
  else
    self->to = bary_letter_find_schools (bary_session_get_store (self->session), event, today, &n_without);

  list = g_strjoinv (", ", self->to);
  if (n_without > 0)
    {
      g_autofree char *known = g_steal_pointer (&list);
      g_autofree char *words = g_strdup_printf (ngettext ("%u has no address in the directory",
                                                          "%u have no address in the directory", n_without), n_without);

      list = *known != '\0' ? g_strdup_printf ("%s · %s", known, words) : g_steal_pointer (&words);
    }
  gtk_label_set_label (self->addresses, *list != '\0' ? list : _("No address is known: write it in the mail program"));
}

static gboolean
bary_letter_window_close_request (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "letter.escape", NULL);
  return TRUE;
}

static void
bary_letter_window_dispose (GObject *object)
{
  BaryLetterWindow *self = BARY_LETTER_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->letter, bary_letter_free);
  g_clear_pointer (&self->to, g_strfreev);
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->duty, g_free);

  G_OBJECT_CLASS (bary_letter_window_parent_class)->dispose (object);
}

static void
bary_letter_window_class_init (BaryLetterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_letter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = bary_letter_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/barycenter/Barycenter/ui/roadmap/bary-letter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, head);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, meter);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, receivers);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, addresses);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, BaryLetterWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, receivers_changed_cb);
  gtk_widget_class_install_action (widget_class, "letter.again", NULL, again_cb);
  bary_letter_window_install_acts (widget_class);
}

static void
bary_letter_window_init (BaryLetterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->links = g_ptr_array_new ();
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (by_hand_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Setting up */

/* There is nothing to correct in an event that never moved. */
static BaryLetterKind
kind_of_duty (BarySession *session,
              BaryRecord  *event,
              const char  *duty)
{
  g_autoptr (BaryLetterSource) source = bary_letter_source_new (bary_session_get_store (session), event);

  if (g_str_equal (duty, "press_release"))
    return BARY_LETTER_PRESS_RELEASE;
  if (g_str_equal (duty, "correction") && bary_letter_source_get_facts (source)->former_dates != NULL)
    return BARY_LETTER_CORRECTION;
  return BARY_LETTER_ANNOUNCEMENT;
}

static const char *
find_title (BaryLetterKind kind)
{
  static const char *const titles[] = { N_("Announcement"), N_("Letter of correction"), N_("Press release") };

  return _(titles[kind]);
}

/* Fields that the letter does not ask for are not shown; the schools that came are written in the event itself. */
static GPtrArray *
list_hidden (const BaryLetter *letter,
             BaryLetterKind    kind)
{
  const BaryKindInfo *info = bary_kind_get_info (BARY_KIND_EVENT);
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean asked = g_str_has_suffix (info->fields[i].name, "_time") && kind != BARY_LETTER_PRESS_RELEASE;

      for (guint j = 0; j < letter->parts->len; j++)
        asked |= g_str_equal (((BaryLetterPart *) letter->parts->pdata[j])->field, info->fields[i].name);
      if (!asked)
        g_ptr_array_add (hidden, (gpointer) info->fields[i].name);
    }
  g_ptr_array_add (hidden, NULL);
  return hidden;
}

static void
add_form (BaryLetterWindow *self,
          BaryRecord       *event)
{
  g_autoptr (BaryLetterSource) source = bary_letter_source_new (bary_session_get_store (self->session), event);
  g_autoptr (BaryLetter) letter = bary_letter_new (self->kind, bary_letter_source_get_facts (source));
  g_autoptr (GPtrArray) hidden = list_hidden (letter, self->kind);

  self->form = BARY_FORM (bary_form_new (self->session, event, (const char *const *) hidden->pdata));
  gtk_box_append (self->fields, GTK_WIDGET (self->form));
  g_signal_connect_object (bary_form_get_edited (self->form), "notify", G_CALLBACK (compose), self, G_CONNECT_SWAPPED);
}

static void
add_channel_rows (BaryLetterWindow *self,
                  BaryRecord       *event)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->channels = bary_letter_find_channels (bary_session_get_store (self->session), event);
  if (self->kind != BARY_LETTER_PRESS_RELEASE)
    return;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Where it is published"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         self->channels->len > 0
                                           ? _("A link to the publication tells that it is there.")
                                           : _("The cluster has no channels yet: add them on its card."));
  for (guint i = 0; i < self->channels->len; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bary_record_get_name (self->channels->pdata[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->links, row);
    }
  gtk_box_append (self->fields, group);
}

void
bary_letter_window_present (GtkWidget   *parent,
                            BarySession *session,
                            BaryRecord  *event,
                            const char  *duty,
                            guint        ordinal)
{
  BaryLetterWindow *self = g_object_new (BARY_TYPE_LETTER_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->duty = g_strdup (duty);
  self->ordinal = ordinal;
  self->kind = kind_of_duty (session, event, duty);
  add_form (self, event);
  add_channel_rows (self, event);
  adw_window_title_set_title (self->head, find_title (self->kind));
  adw_window_title_set_subtitle (self->head, bary_record_get_name (event));
  gtk_window_set_title (GTK_WINDOW (self), find_title (self->kind));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.outcome", self->kind == BARY_LETTER_PRESS_RELEASE);
  g_signal_connect_object (bary_session_get_store (session), "changed", G_CALLBACK (compose), self, G_CONNECT_SWAPPED);
  compose (self);
  receivers_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}

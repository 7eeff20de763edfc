#include "bary-scoring-speakers.h"

#include "bary-config.h"
#include "bary-form-page.h"
#include "bary-hall-window.h"
#include "bary-kinds.h"
#include "bary-panel-speakers.h"
#include "bary-scoring-figures.h"
#include "bary-speech-changes.h"
#include "bary-store-panel.h"

#include <glib/gi18n-lib.h>

struct _BaryScoringSpeakers {
  AdwBin       parent_instance;

  BarySession *session; /* owned */
  char        *contest; /* (nullable) */
  char        *moved;   /* (nullable): the speech whose button has the focus, */
  gboolean     up;      /* and which of both */
};

G_DEFINE_FINAL_TYPE (BaryScoringSpeakers, bary_scoring_speakers, ADW_TYPE_BIN)

/* What is done */

static BaryPanel *
read_panel (BaryScoringSpeakers *self)
{
  BaryStore *store = self->session != NULL ? bary_session_get_store (self->session) : NULL;
  g_autoptr (GError) error = NULL;
  BaryPanel *panel = store != NULL && self->contest != NULL ? bary_store_read_panel (store, self->contest, &error) : NULL;

  if (error != NULL)
    bary_session_fail (self->session, error);
  return panel;
}

static void
write_order (BaryScoringSpeakers *self,
             const BaryPanel     *panel,
             const GArray        *order,
             const char          *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BaryChanges) changes = bary_speech_changes_order (bary_session_get_store (self->session), panel, order, &error);

  if (changes == NULL)
    bary_session_fail (self->session, error);
  else if (bary_changes_get_length (changes) > 0)
    bary_session_commit (self->session, name, panel->name, changes);
}

static void
order_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  BaryScoringSpeakers *self = BARY_SCORING_SPEAKERS (widget);
  g_autoptr (BaryPanel) panel = read_panel (self);
  g_autoptr (GArray) order = panel != NULL ? bary_panel_order_speakers (panel, NULL) : NULL;

  if (order != NULL)
    write_order (self, panel, order, N_("Order the speakers: %s"));
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryScoringSpeakers *self = BARY_SCORING_SPEAKERS (widget);

  bary_hall_window_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, self->contest);
}

static void
move (BaryScoringSpeakers *self,
      const char          *speech,
      gboolean             up)
{
  g_autoptr (BaryPanel) panel = read_panel (self);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint from = G_MAXUINT, application;

  for (guint i = 0; panel != NULL && i < panel->speeches->len; i++)
    {
      if (g_str_equal (bary_panel_speech (panel, i)->id, speech))
        from = i;
      g_array_append_val (order, bary_panel_speech (panel, i)->application);
    }
  if (from == G_MAXUINT || (up && from == 0) || (!up && from + 1 == order->len))
    return;
  application = g_array_index (order, guint, from);
  g_array_remove_index (order, from);
  g_array_insert_val (order, up ? from - 1 : from + 1, application);
  g_free (self->moved);
  self->moved = g_strdup (speech);
  self->up = up;
  write_order (self, panel, order, N_("Move a speaker: %s"));
}

static void
moved_cb (BaryScoringSpeakers *self,
          GtkWidget           *button)
{
  g_autofree char *speech = g_strdup (g_object_get_data (G_OBJECT (button), "speech"));

  move (self, speech, g_object_get_data (G_OBJECT (button), "up") != NULL);
}

static void
edit_cb (BaryScoringSpeakers *self,
         GtkWidget           *button)
{
  static const char *const settled[] = { "application", "ordinal", NULL };
  g_autoptr (BaryRecord) record = bary_store_get (bary_session_get_store (self->session), BARY_KIND_SPEECH,
                                                  g_object_get_data (G_OBJECT (button), "speech"), NULL);

  if (record != NULL)
    bary_form_page_present (GTK_WIDGET (self), self->session, record, settled, NULL);
}

/* What is seen */

static char *
describe (const BaryPanel       *panel,
          const BaryPanelSpeech *speech)
{
  g_autofree char *absent = bary_panel_absent_to_words (panel, speech->application, NULL);
  g_autofree char *vote = bary_panel_vote_to_words (panel, speech);
  g_autoptr (GString) words = g_string_new (bary_panel_application (panel, speech->application)->name);

  if (speech->speaker != NULL)
    /* Translators: %s: who speaks */
    g_string_append_printf (words, _(" · speaks: %s"), speech->speaker);
  if (absent != NULL)
    {
      g_string_append_c (words, '\n');
      /* Translators: %s: names of members of the commission */
      g_string_append_printf (words, _("Leave the room: %s"), absent);
    }
  if (vote != NULL)
    g_string_append_printf (words, "\n%s", vote);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
add_button (BaryScoringSpeakers   *self,
            GtkWidget             *row,
            const BaryPanelSpeech *speech,
            const char            *icon,
            const char            *label,
            GCallback              clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "speech", g_strdup (speech->id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_speech (BaryScoringSpeakers *self,
            const BaryPanel     *panel,
            guint                number,
            AdwPreferencesGroup *group)
{
  const BaryPanelSpeech *speech = bary_panel_speech (panel, number);
  g_autofree char *applicant = bary_panel_application_to_words (panel, speech->application);
  /* Translators: 1: a place in an order, 2: an application */
  g_autofree char *title = g_strdup_printf (_("%1$u. %2$s"), number + 1, applicant);
  g_autofree char *words = describe (panel, speech);
  GtkWidget *row = bary_scoring_make_row (title, words, NULL);
  GtkWidget *up = add_button (self, row, speech, "go-up-symbolic", _("Speaks earlier"), G_CALLBACK (moved_cb));
  GtkWidget *down = add_button (self, row, speech, "go-down-symbolic", _("Speaks later"), G_CALLBACK (moved_cb));

  g_object_set_data (G_OBJECT (up), "up", up);
  gtk_widget_set_sensitive (up, number > 0);
  gtk_widget_set_sensitive (down, number + 1 < panel->speeches->len);
  add_button (self, row, speech, "document-edit-symbolic", _("Speaker and vote…"), G_CALLBACK (edit_cb));
  adw_preferences_group_add (group, row);
  if (g_strcmp0 (self->moved, speech->id) == 0)
    gtk_widget_grab_focus (self->up ? up : down);
}

static char *
describe_order (const BaryPanel *panel)
{
  guint n = bary_panel_count_leavings (panel);

  if (n == 0)
    return g_strdup (_("Nobody leaves the room"));
  return g_strdup_printf (ngettext ("%u time somebody leaves the room", "%u times somebody leaves the room", n), n);
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_empty_page (void)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());
  GtkWidget *button = make_button (_("Suggest an _Order"), "speakers.order");

  adw_status_page_set_icon_name (page, "x-office-presentation-symbolic");
  adw_status_page_set_title (page, _("Public Presentation"));
  adw_status_page_set_description (page, _("Nobody has a place yet. The order that is suggested lets the fewest members of the "
                                           "commission leave the room"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (page, button);
  return GTK_WIDGET (page);
}

static GtkWidget *
make_page (BaryScoringSpeakers *self,
           const BaryPanel     *panel)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *show = make_button (_("_Show to the Hall"), "speakers.show");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = describe_order (panel);
  AdwPreferencesGroup *group = bary_scoring_add_group (ADW_PREFERENCES_PAGE (page), _("Public Presentation"), words);

  gtk_widget_add_css_class (show, "suggested-action");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_button (_("Suggest an _Order"), "speakers.order"));
  gtk_box_append (GTK_BOX (box), show);
  adw_preferences_group_set_header_suffix (group, box);
  for (guint i = 0; i < panel->speeches->len; i++)
    add_speech (self, panel, i, group);
  g_clear_pointer (&self->moved, g_free);
  return page;
}

void
bary_scoring_speakers_show (BaryScoringSpeakers *self,
                            BarySession         *session,
                            const BaryPanel     *panel)
{
  GtkWidget *page = NULL;

  g_set_object (&self->session, session);
  g_free (self->contest);
  self->contest = g_strdup (panel != NULL ? panel->id : NULL);
  if (panel != NULL)
    page = panel->speeches->len > 0 ? make_page (self, panel) : make_empty_page ();
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
bary_scoring_speakers_dispose (GObject *object)
{
  BaryScoringSpeakers *self = BARY_SCORING_SPEAKERS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->contest, g_free);
  g_clear_pointer (&self->moved, g_free);

  G_OBJECT_CLASS (bary_scoring_speakers_parent_class)->dispose (object);
}

static void
bary_scoring_speakers_class_init (BaryScoringSpeakersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_scoring_speakers_dispose;

  gtk_widget_class_install_action (widget_class, "speakers.order", NULL, order_cb);
  gtk_widget_class_install_action (widget_class, "speakers.show", NULL, show_cb);
}

static void
bary_scoring_speakers_init (BaryScoringSpeakers *self)
{
}

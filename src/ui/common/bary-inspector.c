#include "bary-inspector.h"

#include "bary-card.h"
#include "bary-config.h"
#include "bary-form-page.h"

#include <glib/gi18n-lib.h>

/* Rows that are passed faster than this are not shown: a card is a lot of widgets. */
#define PASSING_MS 120

struct _BaryInspector {
  AdwBin       parent_instance;

  GtkStack    *stack; /* "none", "card", and forms by the id of their record */
  BaryCard    *card;
  GtkWidget   *close_bar;

  BarySession *session;
  BaryRecord  *record;
  gboolean     folded;
  gint64       chosen_at; /* monotonic, when the last record was chosen */
  guint        card_source;
};

G_DEFINE_FINAL_TYPE (BaryInspector, bary_inspector, ADW_TYPE_BIN)

enum {
  PROP_SESSION = 1,
  PROP_FOLDED,
  N_PROPS
};

enum {
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_page (BaryInspector *self)
{
  GtkWidget *form = NULL;

  if (self->record != NULL)
    form = gtk_stack_get_child_by_name (self->stack, bary_record_get_id (self->record));

  gtk_widget_set_visible (self->close_bar, self->folded && form == NULL);
  gtk_stack_set_visible_child_name (self->stack, form != NULL ? bary_record_get_id (self->record) :
                                                 self->record != NULL ? "card" : "none");
}

static void
form_done_cb (BaryInspector *self,
              gboolean       saved,
              GtkWidget     *page)
{
  gtk_stack_remove (self->stack, page);
  show_page (self);
}

static gboolean
card_edit_cb (BaryInspector *self)
{
  bary_inspector_edit (self);
  return TRUE;
}

static void
close_clicked_cb (BaryInspector *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

/* Another database: its records are strangers here. */
static void
drop_forms (BaryInspector *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  while (page != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (page);

      if (BARY_IS_FORM_PAGE (page))
        gtk_stack_remove (self->stack, page);
      page = next;
    }
  bary_inspector_show (self, NULL);
}

static void
set_session (BaryInspector *self,
             BarySession   *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;

  g_signal_connect_object (session, "notify::store", G_CALLBACK (drop_forms), self, G_CONNECT_SWAPPED);
}

static void
bary_inspector_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BaryInspector *self = BARY_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      show_page (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bary_inspector_dispose (GObject *object)
{
  BaryInspector *self = BARY_INSPECTOR (object);

  g_clear_handle_id (&self->card_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (bary_inspector_parent_class)->dispose (object);
}

static void
bary_inspector_class_init (BaryInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bary_inspector_set_property;
  object_class->dispose = bary_inspector_dispose;

  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_FOLDED,
                                   g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[CLOSE] = g_signal_new ("close", BARY_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static GtkWidget *
make_close_bar (BaryInspector *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close the card"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (close_clicked_cb), self);
  return button;
}

static void
bary_inspector_init (BaryInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *hint = adw_status_page_new ();

  self->card = BARY_CARD (bary_card_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  self->close_bar = make_close_bar (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->card));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (hint), "bary-directory-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (hint), _("Choose a record to see its card. Enter edits it."));
  gtk_widget_add_css_class (hint, "compact");
  gtk_stack_add_named (self->stack, hint, "none");
  gtk_stack_add_named (self->stack, scroller, "card");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), self->close_bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->card, "edit", G_CALLBACK (card_edit_cb), self);
}

static gboolean
show_card_cb (gpointer data)
{
  BaryInspector *self = data;

  self->card_source = 0;
  bary_card_set_record (self->card, self->session, self->record);
  show_page (self);
  return G_SOURCE_REMOVE;
}

void
bary_inspector_show (BaryInspector *self,
                     BaryRecord    *record)
{
  gint64 now = g_get_monotonic_time ();
  gboolean passing = record != NULL && now - self->chosen_at < PASSING_MS * G_TIME_SPAN_MILLISECOND;

  g_set_object (&self->record, record);
  self->chosen_at = now;
  g_clear_handle_id (&self->card_source, g_source_remove);
  if (passing)
    self->card_source = g_timeout_add (PASSING_MS, show_card_cb, self);
  else
    show_card_cb (self);
}

void
bary_inspector_edit (BaryInspector *self)
{
  GtkWidget *page;

  if (self->record == NULL || bary_store_is_read_only (bary_session_get_store (self->session)))
    return;

  page = gtk_stack_get_child_by_name (self->stack, bary_record_get_id (self->record));
  if (page == NULL)
    {
      page = bary_form_page_new (self->session, self->record, NULL, NULL);
      gtk_stack_add_named (self->stack, page, bary_record_get_id (self->record));
      g_signal_connect_object (page, "done", G_CALLBACK (form_done_cb), self, G_CONNECT_SWAPPED);
    }
  show_page (self);
  bary_form_start (bary_form_page_get_form (BARY_FORM_PAGE (page)));
}

BaryForm *
bary_inspector_get_form (BaryInspector *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return BARY_IS_FORM_PAGE (page) ? bary_form_page_get_form (BARY_FORM_PAGE (page)) : NULL;
}

#include "bary-disputes-window.h"

#include "bary-config.h"
#include "bary-dispute-row.h"

#include <glib/gi18n-lib.h>

/* More than this nobody decides on one by one; a rule decides on all. */
#define MOST_ROWS 100

/* The first choice of the list shows all. */
#define ALL_CODES 0

struct _BaryDisputesWindow {
  AdwWindow        parent_instance;

  /* template */
  GtkDropDown     *filter;
  GtkWidget       *rules;
  GtkStack        *pages;
  GtkListBox      *list;
  GtkLabel        *more;

  /* owned */
  BarySession     *session;
  BaryOpenMatters *matters;
};

G_DEFINE_FINAL_TYPE (BaryDisputesWindow, bary_disputes_window, ADW_TYPE_WINDOW)

static gboolean
is_writable (BaryDisputesWindow *self)
{
  BaryStore *store = bary_session_get_store (self->session);

  return store != NULL && !bary_store_is_read_only (store);
}

static gboolean
is_shown (BaryDisputesWindow *self,
          const BaryDispute  *dispute)
{
  guint choice = gtk_drop_down_get_selected (self->filter);

  return choice == ALL_CODES || choice == GTK_INVALID_LIST_POSITION || dispute->code == choice - 1;
}

static void
clear (BaryDisputesWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
tell_rest (BaryDisputesWindow *self,
           guint               rest)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

  gtk_label_set_label (self->more, words);
  gtk_widget_set_visible (GTK_WIDGET (self->more), rest > 0);
}

/* The decided one is gone: the keyboard goes on with the next. */
static void
focus_row (BaryDisputesWindow *self,
           int                 number)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, number);

  if (row == NULL && number > 0)
    row = gtk_list_box_get_row_at_index (self->list, number - 1);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static int
find_focused_row (BaryDisputesWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (self->list) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
refresh (BaryDisputesWindow *self)
{
  GPtrArray *disputes = bary_open_matters_get_disputes (self->matters);
  BaryStore *store = bary_session_get_store (self->session);
  int focused = find_focused_row (self);
  guint shown = 0;

  clear (self);
  for (guint i = 0; store != NULL && i < disputes->len; i++)
    if (is_shown (self, disputes->pdata[i]) && shown++ < MOST_ROWS)
      gtk_list_box_append (self->list, bary_dispute_row_new (store, disputes->pdata[i], i, is_writable (self)));
  tell_rest (self, shown > MOST_ROWS ? shown - MOST_ROWS : 0);
  gtk_widget_set_sensitive (self->rules, shown > 0 && is_writable (self));
  gtk_stack_set_visible_child_name (self->pages, shown > 0 ? "disputes" : disputes->len > 0 ? "filtered" : "empty");
  if (focused >= 0)
    focus_row (self, focused);
}

/* Deciding */

/* Returns: (transfer full): all stay open. */
static guint *
make_choices (GPtrArray *disputes)
{
  guint *chosen = g_new (guint, disputes->len);

  for (guint i = 0; i < disputes->len; i++)
    chosen[i] = G_MAXUINT;
  return chosen;
}

static void
decide_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryDisputesWindow *self = BARY_DISPUTES_WINDOW (widget);
  GPtrArray *disputes = bary_open_matters_get_disputes (self->matters);
  guint *chosen;
  guint number, candidate;

  g_variant_get (parameter, "(uu)", &number, &candidate);
  if (number >= disputes->len || bary_open_matters_is_deciding (self->matters))
    return;

  chosen = make_choices (disputes);
  chosen[number] = candidate;
  bary_open_matters_decide (self->matters, chosen);
}

static void
decide_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  static const struct { const char *word; BaryDisputeRule rule; } rules[] = {
    { "mine", BARY_DISPUTE_RULE_MINE },
    { "theirs", BARY_DISPUTE_RULE_THEIRS },
    { "newest", BARY_DISPUTE_RULE_NEWEST },
    { "owner", BARY_DISPUTE_RULE_OWNER },
  };
  BaryDisputesWindow *self = BARY_DISPUTES_WINDOW (widget);
  GPtrArray *disputes = bary_open_matters_get_disputes (self->matters);
  const char *word = g_variant_get_string (parameter, NULL);
  guint *chosen;

  if (bary_open_matters_is_deciding (self->matters))
    return;

  chosen = make_choices (disputes);
  for (guint r = 0; r < G_N_ELEMENTS (rules); r++)
    for (guint i = 0; g_str_equal (word, rules[r].word) && i < disputes->len; i++)
      if (is_shown (self, disputes->pdata[i]))
        chosen[i] = bary_dispute_choose (disputes->pdata[i], rules[r].rule);
  bary_open_matters_decide (self->matters, chosen);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryDisputesWindow *self = BARY_DISPUTES_WINDOW (widget);
  GPtrArray *disputes = bary_open_matters_get_disputes (self->matters);
  guint number = g_variant_get_uint32 (parameter);

  if (number < disputes->len)
    {
      const BaryDispute *dispute = disputes->pdata[number];

      bary_session_go_to (self->session, dispute->kind, dispute->id);
      gtk_window_present (gtk_window_get_transient_for (GTK_WINDOW (self)));
    }
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  bary_session_undo (BARY_DISPUTES_WINDOW (widget)->session);
}

static void
bary_disputes_window_dispose (GObject *object)
{
  BaryDisputesWindow *self = BARY_DISPUTES_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->matters);

  G_OBJECT_CLASS (bary_disputes_window_parent_class)->dispose (object);
}

static void
bary_disputes_window_class_init (BaryDisputesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_disputes_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/exchange/bary-disputes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryDisputesWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, BaryDisputesWindow, rules);
  gtk_widget_class_bind_template_child (widget_class, BaryDisputesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BaryDisputesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, BaryDisputesWindow, more);
  gtk_widget_class_install_action (widget_class, "disputes.decide", "(uu)", decide_cb);
  gtk_widget_class_install_action (widget_class, "disputes.decide-all", "s", decide_all_cb);
  gtk_widget_class_install_action (widget_class, "disputes.show", "u", show_cb);
  gtk_widget_class_install_action (widget_class, "disputes.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "disputes.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bary_disputes_window_init (BaryDisputesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
bary_disputes_window_new (GtkWindow       *parent,
                          BarySession     *session,
                          BaryOpenMatters *matters)
{
  BaryDisputesWindow *self = g_object_new (BARY_TYPE_DISPUTES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->matters = g_object_ref (matters);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (matters, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WINDOW (self);
}

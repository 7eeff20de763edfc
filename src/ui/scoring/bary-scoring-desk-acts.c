#include "bary-scoring-desk-private.h"

#include "bary-config.h"
#include "bary-reason-dialog.h"
#include "bary-scoring-send.h"

#include <glib/gi18n-lib.h>

static void
step (BaryScoringDesk *self,
      int              by)
{
  BaryScoringPlace place;
  g_autoptr (GArray) list = self->panel != NULL ? bary_scoring_desk_list_applications (self) : NULL;
  int position = bary_scoring_desk_find_place (self, &place) ? bary_scoring_desk_find_in_list (list, place.application) + by : -1;

  if (position < 0 || position >= (int) list->len)
    return;
  bary_scoring_desk_show_application (self, bary_panel_application (self->panel, g_array_index (list, guint, position))->id);
  gtk_widget_child_focus (GTK_WIDGET (self->criteria), GTK_DIR_TAB_FORWARD);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  step (BARY_SCORING_DESK (widget), g_str_equal (action, "desk.next") ? 1 : -1);
}

static void
hand_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryScoringDesk *self = BARY_SCORING_DESK (widget);
  BaryScoringPlace place;
  g_autofree char *fault = NULL;

  bary_scoring_desk_flush (self);
  if (!bary_scoring_desk_find_place (self, &place) || !gtk_widget_get_visible (self->hand_in))
    return;
  fault = bary_scoring_find_fault (&place);
  if (fault != NULL)
    gtk_label_set_label (self->note, fault);
  else if (bary_scoring_hand_in (&place))
    step (self, 1);
}

static void
revision_reasoned_cb (gpointer    data,
                      const char *reason)
{
  BaryScoringPlace place;

  if (bary_scoring_desk_find_place (data, &place))
    bary_scoring_revise (&place, reason);
}

static void
revise_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  BaryScoringDesk *self = BARY_SCORING_DESK (widget);

  if (gtk_widget_get_visible (self->revise))
    bary_reason_dialog_ask (widget, _("New Revision"), _("The sheet that was handed in stays as it is. Why is another needed?"),
                            _("_Begin"), revision_reasoned_cb);
}

static void
conflict_reasoned_cb (gpointer    data,
                      const char *reason)
{
  BaryScoringPlace place;

  if (bary_scoring_desk_find_place (data, &place))
    bary_scoring_declare (&place, reason);
}

static void
declare_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  BaryScoringDesk *self = BARY_SCORING_DESK (widget);

  if (gtk_widget_get_visible (self->declare))
    bary_reason_dialog_ask (widget, _("Conflict of Interest"), _("The application goes to another expert. What keeps you from scoring it?"),
                            _("_Declare"), conflict_reasoned_cb);
}

static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BaryScoringDesk *self = BARY_SCORING_DESK (widget);
  int expert = self->panel != NULL ? bary_panel_find_expert (self->panel, self->expert) : -1;

  bary_scoring_desk_flush (self);
  if (expert >= 0)
    bary_scoring_send_back (widget, self->session, self->expert, bary_panel_expert (self->panel, (guint) expert)->name);
}

void
bary_scoring_desk_install_acts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "desk.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "desk.previous", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "desk.hand-in", NULL, hand_in_cb);
  gtk_widget_class_install_action (widget_class, "desk.revise", NULL, revise_cb);
  gtk_widget_class_install_action (widget_class, "desk.declare", NULL, declare_cb);
  gtk_widget_class_install_action (widget_class, "desk.send", NULL, send_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "desk.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "desk.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "desk.hand-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "desk.hand-in", NULL);
}

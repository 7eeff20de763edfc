#include "bary-show-detail.h"

#include "bary-row.h"
#include "bary-show-edit.h"
#include "bary-show-thumbnail.h"

#define PREVIEW_WIDTH 320 /* at least */

struct _BaryShowDetail {
  AdwBin               parent_instance;

  /* template */
  GtkBox              *box;
  AdwPreferencesGroup *group;
  AdwPreferencesGroup *switches;
  GtkSwitch           *presented;
  GtkWidget           *accept;

  GtkWidget           *preview;
  GtkWidget           *caption; /* rows of a form */
  GtkWidget           *note;
  BaryShow            *show;
  guint                index;
  gboolean             filling; /* it is the program that writes */
};

G_DEFINE_FINAL_TYPE (BaryShowDetail, bary_show_detail, ADW_TYPE_BIN)

static const BaryShowStep *
get_step (BaryShowDetail *self)
{
  BaryPresentation *presentation = self->show != NULL ? bary_show_get_presentation (self->show) : NULL;

  return presentation != NULL && self->index < presentation->slides->len ? presentation->slides->pdata[self->index] : NULL;
}

/* Returns: (transfer full) (nullable): what is written in a row; NULL for what the program would write there itself. */
static char *
take_text (GtkWidget  *row,
           const char *derived)
{
  g_autofree char *text = bary_row_dup_text (BARY_ROW (row));

  g_strstrip (text);
  return *text == '\0' || g_strcmp0 (text, derived) == 0 ? NULL : g_steal_pointer (&text);
}

static void
flush_row (BaryShowDetail  *self,
           GtkWidget       *row,
           const char      *own,
           const char      *present,
           void           (*change) (BaryShow *, guint, const char *))
{
  g_autofree char *text = take_text (row, own == NULL ? present : NULL);
  g_autofree char *old = g_strdup (own);

  if (g_strcmp0 (text, old) != 0)
    change (self->show, self->index, text);
}

void
bary_show_detail_flush (BaryShowDetail *self)
{
  const BaryShowStep *step = get_step (self);

  if (step == NULL || self->filling || !bary_show_is_editable (self->show) || step->state == BARY_SHOW_STEP_NEW)
    return;
  flush_row (self, self->caption, step->own_caption, step->caption, bary_show_edit_set_caption);
  step = get_step (self);
  if (step != NULL)
    flush_row (self, self->note, step->own_note, step->note, bary_show_edit_set_note);
}

static void
presented_cb (BaryShowDetail *self)
{
  const BaryShowStep *step = get_step (self);
  gboolean hidden = !gtk_switch_get_active (self->presented);

  if (!self->filling && step != NULL && step->hidden != hidden)
    bary_show_edit_set_hidden (self->show, self->index, hidden);
}

static void
accept_cb (BaryShowDetail *self)
{
  if (get_step (self) != NULL)
    bary_show_edit_accept (self->show, self->index);
}

static GtkWidget *
add_row (BaryShowDetail *self,
         const char     *field)
{
  GtkWidget *row = bary_row_new (bary_kind_find_field (BARY_KIND_SLIDE, field, NULL), NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (bary_show_detail_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (bary_show_detail_flush), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  return row;
}

void
bary_show_detail_set (BaryShowDetail *self,
                      BaryShow       *show,
                      guint           index)
{
  const BaryShowStep *step;
  gboolean editable;

  g_return_if_fail (BARY_IS_SHOW_DETAIL (self));

  g_set_object (&self->show, show);
  self->index = index;
  step = get_step (self);
  gtk_widget_set_visible (GTK_WIDGET (self->box), step != NULL);
  if (step == NULL)
    return;

  editable = bary_show_is_editable (show);
  self->filling = TRUE;
  bary_show_thumbnail_set (BARY_SHOW_THUMBNAIL (self->preview), show, index);
  bary_row_set_value (BARY_ROW (self->caption), step->caption);
  bary_row_set_value (BARY_ROW (self->note), step->note);
  gtk_switch_set_active (self->presented, !step->hidden);
  gtk_widget_set_sensitive (GTK_WIDGET (self->group), editable && step->state != BARY_SHOW_STEP_NEW);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switches), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->switches), step->state == BARY_SHOW_STEP_READY);
  gtk_widget_set_visible (self->accept, editable && step->state == BARY_SHOW_STEP_NEW);
  self->filling = FALSE;
}

void
bary_show_detail_edit_caption (BaryShowDetail *self)
{
  gtk_widget_grab_focus (self->caption);
}

static void
bary_show_detail_dispose (GObject *object)
{
  BaryShowDetail *self = BARY_SHOW_DETAIL (object);

  g_clear_object (&self->show);
  gtk_widget_dispose_template (GTK_WIDGET (self), BARY_TYPE_SHOW_DETAIL);

  G_OBJECT_CLASS (bary_show_detail_parent_class)->dispose (object);
}

static void
bary_show_detail_class_init (BaryShowDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bary_show_detail_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/barycenter/Barycenter/ui/show/bary-show-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, BaryShowDetail, box);
  gtk_widget_class_bind_template_child (widget_class, BaryShowDetail, group);
  gtk_widget_class_bind_template_child (widget_class, BaryShowDetail, switches);
  gtk_widget_class_bind_template_child (widget_class, BaryShowDetail, presented);
  gtk_widget_class_bind_template_child (widget_class, BaryShowDetail, accept);
  gtk_widget_class_bind_template_callback (widget_class, presented_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
bary_show_detail_init (BaryShowDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preview = bary_show_thumbnail_new (PREVIEW_WIDTH);
  gtk_box_prepend (self->box, self->preview);
  self->caption = add_row (self, "caption");
  self->note = add_row (self, "note");
  gtk_widget_set_visible (GTK_WIDGET (self->box), FALSE);
}

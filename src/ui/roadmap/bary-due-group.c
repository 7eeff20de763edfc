#include "bary-due-group.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

struct _BaryDueGroup {
  AdwBin      parent_instance;

  GtkListBox *list;
  GPtrArray  *rows;   /* of GtkListBoxRow: those of the list */
  GtkWidget  *more;
};

G_DEFINE_FINAL_TYPE (BaryDueGroup, bary_due_group, ADW_TYPE_BIN)

enum {
  ACTED,
  MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
bary_due_row_free (BaryDueRow *row)
{
  if (row == NULL)
    return;

  g_free (row->title);
  g_free (row->subtitle);
  g_free (row->why);
  g_free (row);
}

/* Rows: a label that does not wrap is measured once, and there may be a hundred of them. */

static BaryDueRow *
get_row (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "due");
}

static void
emit (GtkWidget  *widget,
      const char *act)
{
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (gtk_widget_get_ancestor (row, BARY_TYPE_DUE_GROUP), signals[ACTED], 0, get_row (row)->obligation, act);
}

static void
write_cb (GtkWidget *button)
{
  emit (button, "write");
}

static void
done_cb (GtkWidget *button)
{
  emit (button, "done");
}

static void
row_activated_cb (GtkListBox *list,
                  GtkWidget  *row)
{
  emit (row, "open");
}

static GtkWidget *
make_label (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_words (const BaryDueRow *due)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *subtitle = make_label (due->subtitle);

  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (words), make_label (due->title));
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

/* @said: (transfer full): for a screen reader, which does not see the row */
static void
add_button (GtkWidget  *box,
            const char *label,
            char       *said,
            GCallback   func)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", func, NULL);
  gtk_box_append (GTK_BOX (box), button);
  g_free (said);
}

/* @due: (transfer full) */
static GtkWidget *
make_row (BaryDueRow *due)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  /* The whole of it, where there is no room for it, and why it is due. */
  g_autofree char *tooltip = g_strjoin ("\n", due->title, due->subtitle, due->why, NULL);

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_words (due));
  if (due->is_written)
    /* Translators: what a button does, for a screen reader; %s: what is due */
    add_button (box, _("Write…"), g_strdup_printf (_("Write: %s"), due->title), G_CALLBACK (write_cb));
  if (due->is_taken)
    /* Translators: what a button does, for a screen reader; %s: what is due */
    add_button (box, _("Done"), g_strdup_printf (_("Done: %s"), due->title), G_CALLBACK (done_cb));
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, due->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, due->subtitle, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), due->leads);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "due", due, (GDestroyNotify) bary_due_row_free);
  return row;
}

/* Showing */

static gboolean
says_same (const BaryDueRow *a,
           const BaryDueRow *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->subtitle, b->subtitle) && g_str_equal (a->why, b->why) &&
         a->is_written == b->is_written && a->is_taken == b->is_taken && a->leads == b->leads;
}

static gboolean
keep (GtkWidget        *row,
      const BaryDueRow *due)
{
  if (!says_same (get_row (row), due))
    return FALSE;
  get_row (row)->obligation = due->obligation;
  return TRUE;
}

/* Where the keyboard is, -1 for nowhere in the list. */
static int
find_focus (BaryDueGroup *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return child != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

/* @first: how many stay at the beginning; @n_kept_last: and at the end */
static void
replace_rows (BaryDueGroup *self,
              GPtrArray    *rows,
              guint         first,
              guint         n_kept_last)
{
  while (self->rows->len - n_kept_last > first)
    {
      gtk_list_box_remove (self->list, self->rows->pdata[first]);
      g_ptr_array_remove_index (self->rows, first);
    }
  for (guint i = first; i < rows->len - n_kept_last; i++)
    {
      GtkWidget *row = make_row (g_steal_pointer (&rows->pdata[i]));

      gtk_list_box_insert (self->list, row, (int) i);
      g_ptr_array_insert (self->rows, (int) i, row);
    }
}

void
bary_due_group_show (BaryDueGroup *self,
                     GPtrArray    *rows,
                     guint         n_more)
{
  /* Translators: a button that shows more of a list: how many there are */
  g_autofree char *more = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
  int focus = find_focus (self);
  guint first = 0, last = 0, n = MIN (self->rows->len, rows->len);

  while (first < n && keep (self->rows->pdata[first], rows->pdata[first]))
    first++;
  while (last < n - first && keep (self->rows->pdata[self->rows->len - 1 - last], rows->pdata[rows->len - 1 - last]))
    last++;
  replace_rows (self, rows, first, last);
  if (focus >= 0 && find_focus (self) < 0 && self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN ((guint) focus, self->rows->len - 1)], GTK_DIR_TAB_FORWARD);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
more_cb (BaryDueGroup *self)
{
  g_signal_emit (self, signals[MORE], 0);
}

static void
bary_due_group_finalize (GObject *object)
{
  g_ptr_array_unref (BARY_DUE_GROUP (object)->rows);

  G_OBJECT_CLASS (bary_due_group_parent_class)->finalize (object);
}

static void
bary_due_group_class_init (BaryDueGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_due_group_finalize;

  signals[ACTED] = g_signal_new ("acted", BARY_TYPE_DUE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[MORE] = g_signal_new ("more", BARY_TYPE_DUE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bary_due_group_init (BaryDueGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->more = gtk_button_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), NULL);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
}

GtkWidget *
bary_due_group_new (const char *title)
{
  BaryDueGroup *self = g_object_new (BARY_TYPE_DUE_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = make_label (title);

  gtk_widget_add_css_class (heading, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

#include "bary-row.h"

#include "bary-row-choice.h"
#include "bary-row-long.h"
#include "bary-row-reference.h"
#include "bary-row-text.h"

G_DEFINE_INTERFACE (BaryRow, bary_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
bary_row_default_init (BaryRowInterface *iface)
{
  signals[EDITED] = g_signal_new ("edited", BARY_TYPE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

GtkWidget *
bary_row_new (const BaryField *field,
              BaryStore       *store)
{
  switch (field->type)
    {
    case BARY_FIELD_CHOICE:
      return bary_row_choice_new (field);
    case BARY_FIELD_REFERENCE:
      return bary_row_reference_new (field, store);
    case BARY_FIELD_LONG_TEXT:
      return bary_row_long_new (field);
    default:
      return bary_row_text_new (field);
    }
}

char *
bary_row_dup_text (BaryRow *self)
{
  return BARY_ROW_GET_IFACE (self)->dup_text (self);
}

void
bary_row_set_value (BaryRow    *self,
                    const char *value)
{
  BARY_ROW_GET_IFACE (self)->set_value (self, value);
}

void
bary_row_set_wrong (BaryRow  *self,
                    gboolean  wrong)
{
  BARY_ROW_GET_IFACE (self)->set_wrong (self, wrong);
}

void
bary_row_edited (BaryRow *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

void
bary_row_mark (GtkWidget *row,
               GtkWidget *control,
               gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

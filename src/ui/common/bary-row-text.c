#include "bary-row-text.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

struct _BaryRowText {
  AdwEntryRow      parent_instance;

  const BaryField *field;
  GtkCalendar     *calendar; /* dates only */
  GtkPopover      *popover;
};

static void bary_row_text_row_init (BaryRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BaryRowText, bary_row_text, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (BARY_TYPE_ROW, bary_row_text_row_init))

static char *
bary_row_text_dup_text (BaryRow *row)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* A day as people here write it. */
static char *
date_to_text (const char *day)
{
  int year, month, number;
  g_autoptr (GDateTime) date = NULL;

  if (sscanf (day, "%d-%d-%d", &year, &month, &number) != 3)
    return g_strdup (day);

  date = g_date_time_new_local (year, month, number, 12, 0, 0);
  /* Translators: how a day is typed, in g_date_time_format() notation: 2025-12-31 or 31.12.2025 */
  return date != NULL ? g_date_time_format (date, _("%Y-%m-%d")) : g_strdup (day);
}

static void
bary_row_text_set_value (BaryRow    *row,
                         const char *value)
{
  BaryRowText *self = BARY_ROW_TEXT (row);
  g_autofree char *text = NULL;

  if (value != NULL)
    text = self->field->type == BARY_FIELD_DATE ? date_to_text (value) : g_strdup (value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
}

static void
bary_row_text_set_wrong (BaryRow  *row,
                         gboolean  wrong)
{
  bary_row_mark (GTK_WIDGET (row), GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), wrong);
}

static void
bary_row_text_row_init (BaryRowInterface *iface)
{
  iface->dup_text = bary_row_text_dup_text;
  iface->set_value = bary_row_text_set_value;
  iface->set_wrong = bary_row_text_set_wrong;
}

static void
bary_row_text_class_init (BaryRowTextClass *klass)
{
}

static void
bary_row_text_init (BaryRowText *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (bary_row_edited), NULL);
}

/* The calendar */

static void
show_day_cb (BaryRowText *self)
{
  g_autofree char *day = bary_date_parse (gtk_editable_get_text (GTK_EDITABLE (self)));
  int year, month, number;
  g_autoptr (GDateTime) date = NULL;

  if (day != NULL && sscanf (day, "%d-%d-%d", &year, &month, &number) == 3)
    date = g_date_time_new_local (year, month, number, 12, 0, 0);
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
}

static void
day_selected_cb (BaryRowText *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  /* Opening the popover selects a day as well. */
  if (gtk_widget_is_visible (GTK_WIDGET (self->popover)))
    bary_row_text_set_value (BARY_ROW (self), day);
}

static void
add_calendar (BaryRowText *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  self->calendar = GTK_CALENDAR (calendar);
  self->popover = GTK_POPOVER (popover);
  gtk_popover_set_child (self->popover, calendar);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a day"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (show_day_cb), self);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
}

static void
set_purpose (BaryRowText *self)
{
  GtkInputPurpose purpose = GTK_INPUT_PURPOSE_FREE_FORM;

  if (self->field->type == BARY_FIELD_PHONE)
    purpose = GTK_INPUT_PURPOSE_PHONE;
  else if (self->field->type == BARY_FIELD_EMAIL)
    purpose = GTK_INPUT_PURPOSE_EMAIL;
  else if (self->field->type == BARY_FIELD_SITE)
    purpose = GTK_INPUT_PURPOSE_URL;
  else if (self->field->type == BARY_FIELD_INTEGER)
    purpose = GTK_INPUT_PURPOSE_DIGITS;
  else if (self->field->type == BARY_FIELD_NUMBER)
    purpose = GTK_INPUT_PURPOSE_NUMBER;
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), purpose);
}

GtkWidget *
bary_row_text_new (const BaryField *field)
{
  BaryRowText *self = g_object_new (BARY_TYPE_ROW_TEXT, "title", bary_field_get_label (field), NULL);

  self->field = field;
  set_purpose (self);
  if (field->type == BARY_FIELD_DATE)
    add_calendar (self);
  return GTK_WIDGET (self);
}

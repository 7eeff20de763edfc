#include "bary-year-switch.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-store-plan.h"

#include <glib/gi18n-lib.h>

struct _BaryYearSwitch {
  AdwBin         parent_instance;

  GtkMenuButton *button;
  GSimpleAction *action;

  BarySession   *session;
};

G_DEFINE_FINAL_TYPE (BaryYearSwitch, bary_year_switch, ADW_TYPE_BIN)

enum {
  PROP_SESSION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
append_year (GMenu *menu,
             int    year)
{
  g_autofree char *label = bary_school_year_to_string (year);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "year.show", "i", year);
  g_menu_append_item (menu, item);
}

static gboolean
has_year (GArray *years,
          int     year)
{
  for (guint i = 0; years != NULL && i < years->len; i++)
    if (g_array_index (years, BaryYearCount, i).school_year == year)
      return TRUE;
  return FALSE;
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  BaryYearSwitch *self = user_data;
  g_autoptr (GArray) years = bary_store_list_years (bary_session_get_store (self->session), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *today = bary_date_today ();

  for (int year = bary_school_year_of (today) + 1; year >= bary_school_year_of (today); year--)
    if (!has_year (years, year))
      append_year (menu, year);
  for (guint i = 0; years != NULL && i < years->len; i++)
    append_year (menu, g_array_index (years, BaryYearCount, i).school_year);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
change_state_cb (GSimpleAction  *action,
                 GVariant       *year,
                 BaryYearSwitch *self)
{
  bary_session_set_school_year (self->session, g_variant_get_int32 (year));
}

static void
update (BaryYearSwitch *self)
{
  g_autofree char *label = bary_school_year_to_string (bary_session_get_school_year (self->session));
  g_autofree char *name = g_strdup_printf (_("School year %s"), label);

  gtk_menu_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (self->action, g_variant_new_int32 (bary_session_get_school_year (self->session)));
  gtk_widget_set_visible (GTK_WIDGET (self), bary_session_get_store (self->session) != NULL);
}

static void
set_session (BaryYearSwitch *self,
             BarySession    *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_signal_connect_object (session, "notify::school-year", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
bary_year_switch_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (BARY_YEAR_SWITCH (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bary_year_switch_dispose (GObject *object)
{
  BaryYearSwitch *self = BARY_YEAR_SWITCH (object);

  g_clear_object (&self->session);
  g_clear_object (&self->action);

  G_OBJECT_CLASS (bary_year_switch_parent_class)->dispose (object);
}

static void
bary_year_switch_class_init (BaryYearSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bary_year_switch_set_property;
  object_class->dispose = bary_year_switch_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, BARY_TYPE_SESSION,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bary_year_switch_init (BaryYearSwitch *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("School year"));
  gtk_menu_button_set_create_popup_func (self->button, create_menu_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->action = g_simple_action_new_stateful ("show", G_VARIANT_TYPE_INT32, g_variant_new_int32 (0));
  g_signal_connect_object (self->action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "year", G_ACTION_GROUP (actions));
}

#include "bary-attendance.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-rows.h"
#include "bary-store-plan.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MOST_PEOPLE 9999

typedef struct {
  char           *organisation; /* id */
  char           *name;
  gboolean        must;
  BaryRecord     *part;         /* (nullable) */
  GtkCheckButton *came;
  GtkSpinButton  *number;
} School;

struct _BaryAttendance {
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *schools; /* of School */
  char                *event;   /* id */
};

G_DEFINE_FINAL_TYPE (BaryAttendance, bary_attendance, ADW_TYPE_BIN)

static guint edited_signal;

static void
school_free (gpointer data)
{
  School *school = data;

  g_clear_object (&school->part);
  g_free (school->organisation);
  g_free (school->name);
  g_free (school);
}

static int
compare_schools (gconstpointer a,
                 gconstpointer b)
{
  const School *one = *(School *const *) a, *other = *(School *const *) b;
  g_autofree char *first = NULL, *second = NULL;

  if (one->must != other->must)
    return one->must ? -1 : 1;
  first = bary_text_sort_key (one->name);
  second = bary_text_sort_key (other->name);
  return g_strcmp0 (first, second);
}

/* Reading */

static void
add_schools (BaryAttendance *self,
             const BaryPlan *plan,
             const GArray   *organisations,
             gboolean        must)
{
  for (guint i = 0; i < organisations->len; i++)
    {
      const BaryPlanName *name = bary_plan_organisation (plan, g_array_index (organisations, guint, i));
      School *school = g_new0 (School, 1);

      school->organisation = g_strdup (name->id);
      school->name = g_strdup (name->name);
      school->must = must;
      g_ptr_array_add (self->schools, school);
    }
}

static gboolean
read_schools (BaryAttendance  *self,
              BaryStore       *store,
              BaryRecord      *event,
              GError         **error)
{
  g_autoptr (BaryRecord) roadmap = bary_store_get (store, BARY_KIND_ROADMAP, BARY_EVENT (event)->roadmap, error);
  g_autoptr (BaryPlan) plan = NULL;
  int number;

  if (roadmap == NULL)
    return FALSE;
  plan = bary_store_read_plan (store, atoi (BARY_ROADMAP (roadmap)->school_year), BARY_ROADMAP (roadmap)->cluster, error);
  if (plan == NULL)
    return FALSE;

  number = bary_plan_find_event (plan, self->event);
  if (number >= 0)
    {
      add_schools (self, plan, bary_plan_event (plan, number)->must, TRUE);
      add_schools (self, plan, bary_plan_event (plan, number)->may, FALSE);
      g_ptr_array_sort (self->schools, compare_schools);
    }
  return TRUE;
}

static gboolean
read_parts (BaryAttendance  *self,
            BaryStore       *store,
            GError         **error)
{
  g_autoptr (GPtrArray) parts = bary_store_select_parts (store, BARY_KIND_EVENT_PART, "event", self->event, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    for (guint j = 0; j < self->schools->len; j++)
      {
        School *school = self->schools->pdata[j];

        if (g_str_equal (school->organisation, BARY_EVENT_PART (parts->pdata[i])->organisation))
          g_set_object (&school->part, parts->pdata[i]);
      }
  return parts != NULL;
}

/* Rows */

/* A number tells that they came. */
static void
numbered_cb (GtkSpinButton *number,
             School        *school)
{
  if (gtk_spin_button_get_value_as_int (number) > 0)
    gtk_check_button_set_active (school->came, TRUE);
}

static void
edited_cb (BaryAttendance *self)
{
  g_signal_emit (self, edited_signal, 0);
}

static void
fill_row (BaryAttendance *self,
          School         *school,
          GtkWidget      *row)
{
  BaryEventPart *part = school->part != NULL ? BARY_EVENT_PART (school->part) : NULL;

  school->came = GTK_CHECK_BUTTON (gtk_check_button_new ());
  school->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, MOST_PEOPLE, 1));
  gtk_widget_set_valign (GTK_WIDGET (school->came), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (school->number), GTK_ALIGN_CENTER);
  gtk_check_button_set_active (school->came, part != NULL && g_strcmp0 (part->took_part, "yes") == 0);
  gtk_spin_button_set_value (school->number, part != NULL && part->attended != NULL ? atoi (part->attended) : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (school->number), GTK_ACCESSIBLE_PROPERTY_LABEL, school->name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (school->number), _("How many people came"));
  g_signal_connect (school->number, "value-changed", G_CALLBACK (numbered_cb), school);
  g_signal_connect_object (school->number, "value-changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (school->came, "toggled", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (school->came));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (school->number));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (school->came));
}

static void
add_row (BaryAttendance *self,
         School         *school)
{
  GtkWidget *row = bary_rows_make (school->name, school->must ? "" : _("May take part"));

  fill_row (self, school, row);
  adw_preferences_group_add (self->group, row);
}

static void
all_came_cb (BaryAttendance *self)
{
  for (guint i = 0; i < self->schools->len; i++)
    if (((School *) self->schools->pdata[i])->must)
      gtk_check_button_set_active (((School *) self->schools->pdata[i])->came, TRUE);
}

static void
show_schools (BaryAttendance *self)
{
  GtkWidget *all = gtk_button_new_with_label (_("All Came"));

  adw_preferences_group_set_title (self->group, _("Who took part"));
  if (self->schools->len == 0)
    {
      adw_preferences_group_set_description (self->group, _("The cluster has no members yet: add them in the tab of clusters."));
      return;
    }
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_set_tooltip_text (all, _("Tick every school that must take part"));
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_came_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, all);
  for (guint i = 0; i < self->schools->len; i++)
    add_row (self, self->schools->pdata[i]);
}

/* Saving */

guint
bary_attendance_count (BaryAttendance *self)
{
  guint n = 0;

  for (guint i = 0; i < self->schools->len; i++)
    {
      School *school = self->schools->pdata[i];

      if (gtk_check_button_get_active (school->came))
        n += (guint) gtk_spin_button_get_value_as_int (school->number);
    }
  return n;
}

static gboolean
anybody_came (BaryAttendance *self)
{
  for (guint i = 0; i < self->schools->len; i++)
    if (gtk_check_button_get_active (((School *) self->schools->pdata[i])->came))
      return TRUE;
  return FALSE;
}

static void
collect_school (BaryAttendance *self,
                School         *school,
                BaryChanges    *changes)
{
  gboolean came = gtk_check_button_get_active (school->came);
  int n = gtk_spin_button_get_value_as_int (school->number);
  g_autofree char *number = came && n > 0 ? g_strdup_printf ("%d", n) : NULL;
  g_autoptr (BaryRecord) part = NULL;

  if (school->part == NULL && !came)
    return;
  part = school->part != NULL ? bary_record_copy (school->part) : bary_record_new (BARY_KIND_EVENT_PART, NULL);
  bary_record_set_all (part, "took_part", came ? "yes" : "no", "attended", number, NULL);
  if (school->part != NULL)
    {
      bary_changes_update (changes, school->part, part);
      return;
    }
  bary_record_set_all (part, "event", self->event, "organisation", school->organisation, "part", school->must ? "must" : "may", NULL);
  bary_changes_add (changes, part);
}

void
bary_attendance_collect (BaryAttendance *self,
                         BaryChanges    *changes)
{
  for (guint i = 0; anybody_came (self) && i < self->schools->len; i++)
    collect_school (self, self->schools->pdata[i], changes);
}

void
bary_attendance_keep (BaryAttendance *self,
                      GHashTable     *texts)
{
  for (guint i = 0; i < self->schools->len; i++)
    {
      School *school = self->schools->pdata[i];

      if (gtk_check_button_get_active (school->came))
        g_hash_table_insert (texts, g_strdup (school->organisation),
                             g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (school->number)));
    }
}

void
bary_attendance_recall (BaryAttendance *self,
                        GHashTable     *texts)
{
  for (guint i = 0; i < self->schools->len; i++)
    {
      School *school = self->schools->pdata[i];
      const char *number = g_hash_table_lookup (texts, school->organisation);

      gtk_spin_button_set_value (school->number, number != NULL ? atoi (number) : 0);
      gtk_check_button_set_active (school->came, number != NULL);
    }
}

/* Life */

static void
bary_attendance_finalize (GObject *object)
{
  BaryAttendance *self = BARY_ATTENDANCE (object);

  g_ptr_array_unref (self->schools);
  g_free (self->event);

  G_OBJECT_CLASS (bary_attendance_parent_class)->finalize (object);
}

static void
bary_attendance_class_init (BaryAttendanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bary_attendance_finalize;

  edited_signal = g_signal_new ("edited", BARY_TYPE_ATTENDANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bary_attendance_init (BaryAttendance *self)
{
  self->schools = g_ptr_array_new_with_free_func (school_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

GtkWidget *
bary_attendance_new (BarySession  *session,
                     BaryRecord   *event,
                     GError      **error)
{
  BaryAttendance *self = g_object_ref_sink (g_object_new (BARY_TYPE_ATTENDANCE, NULL));
  BaryStore *store = bary_session_get_store (session);

  self->event = g_strdup (bary_record_get_id (event));
  if (!read_schools (self, store, event, error) || !read_parts (self, store, error))
    {
      g_object_unref (self);
      return NULL;
    }
  show_schools (self);
  return GTK_WIDGET (self);
}

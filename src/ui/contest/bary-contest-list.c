#include "bary-contest-list.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-rows.h"
#include "bary-store-field.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GPtrArray *
select_applications (BaryStore  *store,
                     BaryRecord *contest)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_APPLICATION);

  bary_query_where (query, "contest", bary_record_get_id (contest));
  bary_query_sort (query, "number", FALSE);
  return bary_store_select (store, query, NULL);
}

/* Returns: (transfer full): the state, and that it was late. */
static char *
state_to_words (BaryRecord *record)
{
  const BaryField *state = bary_kind_find_field (bary_record_get_kind (record), "state", NULL);
  g_autofree char *words = bary_field_to_words (state, bary_record_get (record, state));

  if (BARY_IS_APPLICATION (record) && BARY_APPLICATION (record)->late != NULL)
    /* Translators: %s: the state of an application */
    return g_strdup_printf (_("%s, late"), words);
  return g_steal_pointer (&words);
}

char *
bary_contest_list_name (BaryStore  *store,
                        BaryRecord *application)
{
  g_autofree char *organisation = bary_store_field_to_words (store, application, "organisation");
  const char *number = BARY_APPLICATION (application)->number;

  return number != NULL ? g_strdup_printf ("№ %s · %s", number, organisation) : g_steal_pointer (&organisation);
}

static GtkWidget *
make_row (BaryRecord *record,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = bary_rows_make (title, subtitle);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  return row;
}

static GtkWidget *
make_contest_row (BaryRecord *contest,
                  guint       n)
{
  g_autofree char *state = state_to_words (contest);
  g_autofree char *count = g_strdup_printf (ngettext ("%u application", "%u applications", n), n);
  g_autofree char *subtitle = BARY_CONTEST (contest)->template != NULL ? g_strdup (_("Template")) :
                              g_strdup_printf ("%s · %s", state, count);
  GtkWidget *row = make_row (contest, bary_record_get_name (contest), subtitle);

  gtk_widget_add_css_class (row, "heading");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("bary-contest-symbolic"));
  return row;
}

static GtkWidget *
make_application_row (BaryStore  *store,
                      BaryRecord *application)
{
  g_autofree char *name = bary_contest_list_name (store, application);
  g_autofree char *state = state_to_words (application);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", state, bary_record_get_name (application));
  GtkWidget *row = make_row (application, name, subtitle);

  gtk_widget_set_margin_start (row, 18);
  return row;
}

void
bary_contest_list_fill (GtkListBox *list,
                        BaryStore  *store)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_CONTEST);
  g_autoptr (GPtrArray) contests = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);

  bary_query_sort (query, "school_year", TRUE);
  contests = bary_store_select (store, query, NULL);
  for (guint i = 0; contests != NULL && i < contests->len; i++)
    {
      g_autoptr (GPtrArray) applications = select_applications (store, contests->pdata[i]);

      gtk_list_box_append (list, make_contest_row (contests->pdata[i], applications != NULL ? applications->len : 0));
      for (guint j = 0; applications != NULL && j < applications->len; j++)
        gtk_list_box_append (list, make_application_row (store, applications->pdata[j]));
    }
}

BaryRecord *
bary_contest_list_get_record (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}

GtkListBoxRow *
bary_contest_list_find (GtkListBox *list,
                        const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_str_equal (bary_record_get_id (bary_contest_list_get_record (row)), id))
      return row;

  return NULL;
}

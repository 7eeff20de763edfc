#include "bary-card-facts.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
phone_to_link (const char *value)
{
  GString *link = g_string_new ("tel:");

  /* What follows is a second number or an extension. */
  for (const char *p = value; *p != '\0' && *p != ',' && *p != ';'; p++)
    if (g_ascii_isdigit (*p) || (*p == '+' && link->len == strlen ("tel:")))
      g_string_append_c (link, *p);
  return g_string_free (link, FALSE);
}

char *
bary_card_value_to_link (const BaryField *field,
                         const char      *value)
{
  if (value == NULL)
    return NULL;

  switch (field->type)
    {
    case BARY_FIELD_PHONE:
      return phone_to_link (value);
    case BARY_FIELD_EMAIL:
      return g_strconcat ("mailto:", value, NULL);
    case BARY_FIELD_SITE:
      return strstr (value, "://") != NULL ? g_strdup (value) : g_strconcat ("https://", value, NULL);
    case BARY_FIELD_REFERENCE:
      return g_strdup_printf ("record:%s:%s", bary_kind_get_info (field->target)->name, value);
    default:
      return NULL;
    }
}

static gboolean
activate_link_cb (GtkLabel    *label,
                  const char  *uri,
                  BarySession *session)
{
  g_auto (GStrv) parts = g_strsplit (uri, ":", 3);
  BaryKind kind;

  if (!g_str_equal (parts[0], "record") || !bary_kind_from_name (parts[1], &kind, NULL))
    return FALSE;

  bary_session_go_to (session, kind, parts[2]);
  return TRUE;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_value (BarySession     *session,
            const BaryField *field,
            const char      *value)
{
  g_autofree char *words = bary_store_value_to_words (bary_session_get_store (session), field, value);
  g_autofree char *link = bary_card_value_to_link (field, value);
  g_autofree char *markup = NULL;
  GtkWidget *label = make_label (words, NULL);

  if (link == NULL)
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      return label;
    }

  markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", link, words);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), session, 0);
  return label;
}

static GtkWidget *
make_row (BarySession     *session,
          const BaryField *field,
          const char      *value)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = make_label (bary_field_get_label (field), "caption");
  GtkWidget *words = make_value (session, field, value);

  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, caption, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, words, NULL, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

GtkWidget *
bary_card_facts_new (BarySession *session,
                     BaryRecord  *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  GtkWidget *list = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (record, field);

      if (value == NULL || g_str_equal (field->name, "name") || g_str_equal (field->name, "kind"))
        continue;
      if (list == NULL)
        list = adw_preferences_group_new ();
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (list), make_row (session, field, value));
    }
  return list;
}

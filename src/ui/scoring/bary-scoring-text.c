#include "bary-scoring-text.h"

#include "bary-kinds.h"
#include "bary-store-contest.h"

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static int
get_number (BaryRecord *record,
            const char *field)
{
  const char *text = bary_record_get_text (record, field);

  return text != NULL ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  static const char *const order[] = { "part", "row", "column" };
  BaryRecord *one = *(BaryRecord *const *) a, *other = *(BaryRecord *const *) b;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (get_number (one, order[i]) != get_number (other, order[i]))
      return get_number (one, order[i]) - get_number (other, order[i]);
  return 0;
}

/* The cells of a row of a table stand beside one another, rows below one another. */
static char *
join_answers (GPtrArray  *answers,
              const char *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BaryRecord *last = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      BaryRecord *answer = answers->pdata[i];
      gboolean beside = last != NULL && get_number (last, "row") == get_number (answer, "row") &&
                        get_number (last, "part") == get_number (answer, "part");

      if (g_strcmp0 (bary_record_get_text (answer, "field"), field) != 0)
        continue;
      g_string_append_printf (text, "%s%s", last == NULL ? "" : beside ? " · " : "\n", bary_record_get_text (answer, "value"));
      last = answer;
    }
  return last != NULL ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_section (GtkBox     *box,
              BaryStore  *store,
              BaryRecord *section,
              GPtrArray  *answers)
{
  g_autoptr (GPtrArray) fields = bary_store_select_parts (store, BARY_KIND_CONTEST_FIELD, "section", bary_record_get_id (section), NULL);

  add_label (box, bary_record_get_name (section), "title-4");
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      g_autofree char *text = join_answers (answers, bary_record_get_id (fields->pdata[i]));

      if (text == NULL)
        continue;
      add_label (box, bary_record_get_name (fields->pdata[i]), "dim-label");
      add_label (box, text, NULL);
    }
}

void
bary_scoring_text_show (GtkBox     *box,
                        BaryStore  *store,
                        const char *contest,
                        const char *application)
{
  g_autoptr (GPtrArray) sections = bary_store_select_parts (store, BARY_KIND_CONTEST_SECTION, "contest", contest, NULL);
  g_autoptr (GPtrArray) answers = bary_store_select_parts (store, BARY_KIND_APPLICATION_ANSWER, "application", application, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  if (sections == NULL || answers == NULL)
    return;
  g_ptr_array_sort (answers, compare_answers);
  for (guint i = 0; i < sections->len; i++)
    show_section (box, store, sections->pdata[i], answers);
}

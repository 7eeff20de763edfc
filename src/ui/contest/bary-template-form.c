#include "bary-template-window-private.h"

#include "bary-config.h"
#include "bary-form-page.h"
#include "bary-freeze.h"
#include "bary-kinds.h"
#include "bary-row-reference.h"

/* Which fields mean something only where another has one of these words. */
static const struct {
  BaryKind    kind;
  const char *field;
  const char *chooser;
  const char *words[4];
} depending[] = {
  { BARY_KIND_CONTEST_FIELD, "most_words", "kind", { "text", "long_text" } },
  { BARY_KIND_CONTEST_FIELD, "least", "kind", { "number" } },
  { BARY_KIND_CONTEST_FIELD, "most", "kind", { "number" } },
  { BARY_KIND_CONTEST_FIELD, "options", "kind", { "choice", "table", "roadmap" } },
  { BARY_KIND_CONTEST_FIELD, "groups", "kind", { "table", "roadmap" } },
  { BARY_KIND_CONTEST_FIELD, "numbered", "kind", { "table", "roadmap" } },
  { BARY_KIND_CONTEST_FIELD, "rows", "kind", { "table", "roadmap" } },
  { BARY_KIND_CONTEST_FIELD, "source", "kind", { "text", "long_text" } },
  { BARY_KIND_TIE_STEP, "criterion", "kind", { "criterion" } },
  { BARY_KIND_TIE_STEP, "limit", "kind", { "low_marks" } },
  { BARY_KIND_CHECKLIST_ITEM, "field", "kind", { "human", "filled", "limits", "appendices" } },
  { BARY_KIND_CONTEST, "trimmed", "formula", { "trimmed" } },
  { BARY_KIND_CONTEST, "divergence_limit", "divergence", { "points", "share", "criterion" } },
  { BARY_KIND_CONTEST, "third", "divergence", { "points", "share", "criterion", "verdicts" } },
};

static gboolean
is_one_of (const char        *word,
           const char *const  words[4])
{
  for (guint i = 0; word != NULL && i < 4 && words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return TRUE;
  return FALSE;
}

/* @hidden: of the form, in its data */
static void
show_meaningful (BaryForm *form)
{
  const GPtrArray *hidden = g_object_get_data (G_OBJECT (form), "hidden");
  BaryRecord *edited = bary_form_get_edited (form);

  for (guint i = 0; i < G_N_ELEMENTS (depending); i++)
    if (depending[i].kind == bary_record_get_kind (edited) &&
        !g_strv_contains ((const char *const *) hidden->pdata, depending[i].field))
      gtk_widget_set_visible (GTK_WIDGET (bary_form_get_row (form, depending[i].field)),
                              is_one_of (bary_record_get_text (edited, depending[i].chooser), depending[i].words));
}

/* Returns: (transfer full): NULL at its end */
static GPtrArray *
list_hidden (const BaryKindInfo *info,
             const char *const  *shown,
             gboolean            frozen)
{
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      gboolean settled = shown != NULL ? !g_strv_contains (shown, field->name)
                                       : (field->flags & BARY_FIELD_PART) != 0 || g_str_equal (field->name, "ordinal");

      if (settled || (frozen && info->kind == BARY_KIND_CONTEST && bary_freeze_holds_field (field->name)))
        g_ptr_array_add (hidden, (gpointer) field->name);
    }
  g_ptr_array_add (hidden, NULL);
  return hidden;
}

/* What belongs to the contest is chosen from what the contest has. */
static void
narrow (BaryForm   *form,
        BaryRecord *record)
{
  BaryRow *criterion = bary_record_get_kind (record) == BARY_KIND_TIE_STEP ? bary_form_get_row (form, "criterion") : NULL;
  BaryRow *field = bary_record_get_kind (record) == BARY_KIND_CHECKLIST_ITEM ? bary_form_get_row (form, "field") : NULL;

  if (criterion != NULL)
    bary_row_reference_set_within (BARY_ROW_REFERENCE (criterion), "contest", bary_record_get_text (record, "contest"));
  if (field != NULL)
    bary_row_reference_set_within (BARY_ROW_REFERENCE (field), "section.contest", bary_record_get_text (record, "contest"));
}

static BaryFormPage *
present (GtkWidget         *parent,
         BarySession       *session,
         BaryRecord        *record,
         const char *const *shown,
         gboolean           frozen)
{
  GPtrArray *hidden = list_hidden (bary_record_get_info (record), shown, frozen);
  BaryFormPage *page = bary_form_page_present (parent, session, record, (const char *const *) hidden->pdata, NULL);
  BaryForm *form = bary_form_page_get_form (page);

  g_object_set_data_full (G_OBJECT (form), "hidden", hidden, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (bary_form_get_edited (form), "notify", G_CALLBACK (show_meaningful), form, G_CONNECT_SWAPPED);
  narrow (form, record);
  show_meaningful (form);
  return page;
}

void
bary_template_edit (GtkWidget         *parent,
                    BarySession       *session,
                    BaryRecord        *record,
                    const char *const *shown,
                    gboolean           frozen,
                    const char        *start)
{
  BaryForm *form = bary_form_page_get_form (present (parent, session, record, shown, frozen));

  if (start != NULL && gtk_widget_get_visible (GTK_WIDGET (bary_form_get_row (form, start))))
    gtk_widget_grab_focus (GTK_WIDGET (bary_form_get_row (form, start)));
}

/* A new contest */

/* What waits for the new contest to be saved. */
typedef struct {
  GtkWidget   *parent;
  BarySession *session;
  char        *id;
} Beginning;

static void
beginning_free (gpointer  data,
                GClosure *closure)
{
  Beginning *beginning = data;

  g_object_unref (beginning->parent);
  g_object_unref (beginning->session);
  g_free (beginning->id);
  g_free (beginning);
}

static void
begun_cb (BaryFormPage *page,
          gboolean      saved,
          Beginning    *beginning)
{
  if (saved)
    bary_template_window_present (beginning->parent, beginning->session, beginning->id);
}

void
bary_template_window_begin (GtkWidget   *parent,
                            BarySession *session)
{
  g_autoptr (BaryRecord) contest = bary_record_new (BARY_KIND_CONTEST, NULL);
  g_autofree char *year = g_strdup_printf ("%d", bary_session_get_school_year (session));
  Beginning *beginning = g_new0 (Beginning, 1);

  beginning->parent = g_object_ref (parent);
  beginning->session = g_object_ref (session);
  beginning->id = g_strdup (bary_record_get_id (contest));
  bary_record_set_all (contest, "school_year", year, "state", "preparation", "formula", "mean", "experts", "2", NULL);
  g_signal_connect_data (present (parent, session, contest, bary_template_general, FALSE), "done", G_CALLBACK (begun_cb), beginning,
                         beginning_free, 0);
}

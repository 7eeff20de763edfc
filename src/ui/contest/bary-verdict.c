#include "bary-verdict.h"

#include "bary-application-acts.h"
#include "bary-config.h"
#include "bary-contest-list.h"
#include "bary-date.h"
#include "bary-kinds.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (nullable): the last one, if it says anything */
static BaryRecord *
find_review (BaryStore  *store,
             BaryRecord *application)
{
  g_autoptr (GPtrArray) reviews =
    bary_store_select_parts (store, BARY_KIND_TECHNICAL_REVIEW, "application", bary_record_get_id (application), NULL);
  BaryTechnicalReview *last = reviews != NULL && reviews->len > 0 ? reviews->pdata[reviews->len - 1] : NULL;

  return last != NULL && (last->reason != NULL || last->sent_on != NULL) ? g_object_ref (BARY_RECORD (last)) : NULL;
}

/* Returns: (transfer full) */
static char *
describe_result (const BaryTechnicalReview *review)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_TECHNICAL_REVIEW, "result", NULL);
  g_autofree char *result = bary_field_to_words (field, review->result);
  g_autofree char *until = NULL;

  if (review->reason == NULL)
    return g_strconcat (result, ".", NULL);
  if (review->until == NULL)
    /* Translators: 1: the result of a technical review, 2: its reason */
    return g_strdup_printf (_("%1$s. %2$s"), result, review->reason);
  until = bary_date_to_words (review->until);
  /* Translators: 1: the result of a technical review, 2: a day, 3: its reason */
  return g_strdup_printf (_("%1$s until %2$s. %3$s"), result, until, review->reason);
}

/* Returns: (transfer full) */
static char *
describe (const BaryTechnicalReview *review)
{
  g_autofree char *result = describe_result (review);
  g_autofree char *day = review->sent_on != NULL ? bary_date_to_words (review->sent_on) : NULL;
  /* Translators: %s: a day */
  g_autofree char *sent = day != NULL ? g_strdup_printf (_("The letter was sent on %s."), day) : NULL;

  return g_strjoin ("\n", result, sent, NULL);
}

static void
sent_cb (BarySession *session,
         GtkWidget   *button)
{
  BaryRecord *review = g_object_get_data (G_OBJECT (button), "review");
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (BaryRecord) application = bary_store_get (store, BARY_KIND_APPLICATION, BARY_TECHNICAL_REVIEW (review)->application, NULL);
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autofree char *today = bary_date_today ();
  g_autofree char *name = NULL;

  if (application == NULL)
    return;
  name = bary_contest_list_name (store, application);
  gtk_widget_grab_focus (gtk_widget_get_prev_sibling (button)); /* the button will be hidden */
  bary_changes_set (changes, review, "sent_on", today);
  bary_session_commit (session, N_("Letter of the technical review sent: %s"), name, changes);
}

/* They stay: a button goes on being pressed while what it has changed is shown. */
static void
make_widgets (GtkBox      *box,
              BarySession *session)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Mark the Letter as _Sent"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (sent_cb), session, G_CONNECT_SWAPPED);
  gtk_box_append (box, label);
  gtk_box_append (box, button);
}

void
bary_verdict_fill (GtkBox      *box,
                   BarySession *session,
                   BaryRecord  *application)
{
  BaryStore *store = bary_session_get_store (session);
  g_autoptr (BaryRecord) review = find_review (store, application);
  g_autofree char *words = review != NULL ? describe (BARY_TECHNICAL_REVIEW (review)) : NULL;
  gboolean open = review != NULL && BARY_TECHNICAL_REVIEW (review)->sent_on == NULL && bary_application_is_reviewable (store, application);
  GtkWidget *button;

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    make_widgets (box, session);
  button = gtk_widget_get_last_child (GTK_WIDGET (box));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (GTK_WIDGET (box))), words != NULL ? words : "");
  g_object_set_data_full (G_OBJECT (button), "review", g_steal_pointer (&review), g_object_unref);
  gtk_widget_set_visible (button, open);
  gtk_widget_set_visible (GTK_WIDGET (box), words != NULL);
}

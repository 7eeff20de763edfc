#include "bary-parcel-row.h"

#include "bary-config.h"
#include "bary-date.h"
#include "bary-package-kind.h"
#include "bary-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_title (const BaryParcel *parcel)
{
  const BaryPackageKind *kind = bary_package_kind_find (parcel->kind);
  const char *label = kind != NULL ? bary_package_kind_get_label (kind) : _("A file that is no package");

  if (parcel->peer == NULL)
    return g_strdup (label);
  if (parcel->out)
    /* Translators: 1: a kind of package, as “A cluster”, 2: whom it is for */
    return g_strdup_printf (_("%1$s – for %2$s"), label, parcel->peer);

  /* Translators: 1: a kind of package, as “A cluster”, 2: who sent it */
  return g_strdup_printf (_("%1$s – from %2$s"), label, parcel->peer);
}

/* Returns: (transfer none) (nullable): what is worth knowing of its sender. */
static const char *
get_mark (const BaryParcel *parcel)
{
  if (g_str_equal (parcel->kind, BARY_PARCEL_UNREADABLE))
    return NULL;
  if (g_str_equal (parcel->trust, "unsigned"))
    return _("nobody has signed it");
  if (g_str_equal (parcel->trust, "unknown"))
    return _("the first one of this sender");
  if (g_str_equal (parcel->trust, "changed"))
    return _("signed with a new key");

  return NULL;
}

static char *
dup_answer (const BaryParcel *parcel)
{
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (parcel->answer == NULL || parcel->answered == NULL)
    return NULL;

  day = g_strndup (parcel->answered, strlen ("2026-11-23"));
  words = bary_date_is_valid (day) ? bary_date_to_words (day) : g_strdup (parcel->answered);
  /* Translators: of a package that was sent; %s: a day */
  return g_strdup_printf (g_str_equal (parcel->answer, "applied") ? _("received and applied on %s") : _("refused on %s"), words);
}

static char *
dup_subtitle (const BaryParcel *parcel)
{
  g_autofree char *moment = bary_moment_to_words (parcel->moment);
  g_autofree char *count = g_strdup_printf (ngettext ("%u record", "%u records", parcel->records), parcel->records);
  g_autofree char *answer = dup_answer (parcel);
  GString *text = g_string_new (moment);

  if (parcel->records > 0)
    g_string_append_printf (text, " · %s", count);
  if (get_mark (parcel) != NULL)
    g_string_append_printf (text, " · %s", get_mark (parcel));
  if (answer != NULL)
    g_string_append_printf (text, " · %s", answer);
  if (g_str_equal (parcel->state, "refused"))
    /* Translators: of a package; %s: a code for support and why */
    g_string_append_printf (text, _("\nrefused – %s"), parcel->reason);
  return g_string_free (text, FALSE);
}

static void
add_button (AdwActionRow *row,
            const char   *label,
            const char   *action,
            const char   *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  adw_action_row_add_suffix (row, button);
}

GtkWidget *
bary_parcel_row_new (const BaryParcel *parcel)
{
  g_autofree char *title = dup_title (parcel);
  g_autofree char *subtitle = dup_subtitle (parcel);
  AdwActionRow *row = ADW_ACTION_ROW (bary_rows_make (title, subtitle));

  adw_action_row_set_title_lines (row, 2);
  if (g_str_equal (parcel->state, "waiting") && parcel->file != NULL)
    add_button (row, _("Compare the words…"), "win.import-file", parcel->file);
  else if (g_str_equal (parcel->state, "applied") && !parcel->out && parcel->key != NULL && parcel->peer_id != NULL && !g_str_equal (parcel->kind, "receipt") &&
           !g_str_equal (parcel->trust, "own"))
    add_button (row, _("Receipt…"), "exchange.receipt", parcel->package);
  return GTK_WIDGET (row);
}

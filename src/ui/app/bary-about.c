#include "bary-about.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

void
bary_about_show (GtkWindow *parent)
{
  const char *developers[] = { _("The contributors of Barycenter"), NULL };
  const char *stands_on[] = { "GTK https://gtk.org", "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita",
                              "SQLite https://sqlite.org", "libxml2 https://gitlab.gnome.org/GNOME/libxml2", NULL };
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  adw_about_window_set_application_icon (about, BARY_APPLICATION_ID);
  adw_about_window_set_application_name (about, _("Barycenter"));
  adw_about_window_set_version (about, BARY_VERSION);
  adw_about_window_set_developer_name (about, developers[0]);
  adw_about_window_set_developers (about, developers);
  adw_about_window_set_comments (about, _("Clusters of schools, their members and agreements, for methodical centres."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_add_credit_section (about, _("Stands on"), stands_on);
  /* Translators: your names, one on a line. */
  adw_about_window_set_translator_credits (about, _("translator-credits"));
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}

#include "bary-settings.h"

#include "bary-date.h"

#define SCHEMA "org.barycenter.Barycenter"

GSettings *
bary_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
bary_settings_restore_size (GSettings *settings,
                            GtkWindow *window)
{
  if (settings == NULL)
    return;

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (window);
}

void
bary_settings_save_size (GSettings *settings,
                         GtkWindow *window)
{
  int width, height;

  if (settings == NULL)
    return;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
}

char *
bary_settings_dup (GSettings  *settings,
                   const char *key)
{
  g_autofree char *value = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

void
bary_settings_set (GSettings  *settings,
                   const char *key,
                   const char *value)
{
  if (settings != NULL)
    g_settings_set_string (settings, key, value != NULL ? value : "");
}

gboolean
bary_settings_has_word (GSettings  *settings,
                        const char *key,
                        const char *word)
{
  g_auto (GStrv) words = settings != NULL ? g_settings_get_strv (settings, key) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, word);
}

void
bary_settings_put_word (GSettings  *settings,
                        const char *key,
                        const char *word,
                        gboolean    present)
{
  g_auto (GStrv) words = settings != NULL ? g_settings_get_strv (settings, key) : NULL;
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  if (words == NULL || g_strv_contains ((const char *const *) words, word) == present)
    return;

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], word))
      g_strv_builder_add (kept, words[i]);
  if (present)
    g_strv_builder_add (kept, word);
  changed = g_strv_builder_end (kept);
  g_settings_set_strv (settings, key, (const char *const *) changed);
}

void
bary_settings_restore_session (GSettings   *settings,
                               BarySession *session)
{
  g_autofree char *day = bary_settings_dup (settings, "day");
  g_autofree char *cluster = bary_settings_dup (settings, "selected-cluster");
  g_autoptr (BaryRecord) record = NULL;

  if (day != NULL && bary_date_is_valid (day))
    bary_session_set_day (session, day);

  /* Another database has other clusters. */
  if (cluster != NULL)
    record = bary_store_get (bary_session_get_store (session), BARY_KIND_CLUSTER, cluster, NULL);
  if (record != NULL)
    bary_session_set_cluster (session, cluster);
}

void
bary_settings_save_session (GSettings   *settings,
                            BarySession *session)
{
  g_autofree char *today = bary_date_today ();
  const char *day = bary_session_get_day (session);

  bary_settings_set (settings, "day", g_str_equal (day, today) ? NULL : day);
  bary_settings_set (settings, "selected-cluster", bary_session_get_cluster (session));
}

#pragma once

#include "bary-session.h"

G_BEGIN_DECLS

/* What the window remembers between two runs. Without the installed schema nothing is remembered and
 * everything else works. */

/* Returns: (transfer full) (nullable) */
GSettings *bary_settings_new             (void);

/* @settings: (nullable) in all of these */
void       bary_settings_restore_size    (GSettings   *settings,
                                          GtkWindow   *window);
void       bary_settings_save_size       (GSettings   *settings,
                                          GtkWindow   *window);
/* Returns: (transfer full) (nullable): NULL when nothing was remembered. */
char      *bary_settings_dup             (GSettings   *settings,
                                          const char  *key);
/* @value: (nullable) */
void       bary_settings_set             (GSettings   *settings,
                                          const char  *key,
                                          const char  *value);
/* Whether a list of words has this one, and to put it there or take it out. */
gboolean   bary_settings_has_word        (GSettings   *settings,
                                          const char  *key,
                                          const char  *word);
void       bary_settings_put_word        (GSettings   *settings,
                                          const char  *key,
                                          const char  *word,
                                          gboolean     present);
/* The selected cluster and the day. A day that was today's is not kept: tomorrow opens on tomorrow. */
void       bary_settings_restore_session (GSettings   *settings,
                                          BarySession *session);
void       bary_settings_save_session    (GSettings   *settings,
                                          BarySession *session);

G_END_DECLS

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The actions of a view: a group that it inserts under its own prefix. */

typedef struct {
  const char *name;
  GCallback   func; /* void (*) (owner) */
} BaryAct;

/* @owner: (transfer none): nothing is called after it is gone */
void      bary_acts_add       (GSimpleActionGroup *group,
                               const BaryAct      *acts,
                               guint               n_acts,
                               gpointer            owner);
/* An action with a parameter or a state. @action: (transfer full); @func: of its signal, the owner comes last */
void      bary_acts_add_other (GSimpleActionGroup *group,
                               GSimpleAction      *action,
                               const char         *signal,
                               GCallback           func,
                               gpointer            owner);
void      bary_acts_enable    (GSimpleActionGroup *group,
                               const char         *name,
                               gboolean            enabled);
/* Returns: (transfer full) */
GVariant *bary_acts_get_state (GSimpleActionGroup *group,
                               const char         *name);
/* Without asking the action. */
void      bary_acts_set_state (GSimpleActionGroup *group,
                               const char         *name,
                               GVariant           *value);

G_END_DECLS

#include "bary-acts.h"

static GSimpleAction *
find (GSimpleActionGroup *group,
      const char         *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), name));
}

static void
add (GSimpleActionGroup *group,
     GSimpleAction      *action,
     const char         *signal,
     GCallback           func,
     gpointer            owner,
     GConnectFlags       flags)
{
  g_signal_connect_object (action, signal, func, owner, flags);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_object_unref (action);
}

void
bary_acts_add (GSimpleActionGroup *group,
               const BaryAct      *acts,
               guint               n_acts,
               gpointer            owner)
{
  g_return_if_fail (G_IS_SIMPLE_ACTION_GROUP (group));

  for (guint i = 0; i < n_acts; i++)
    add (group, g_simple_action_new (acts[i].name, NULL), "activate", acts[i].func, owner, G_CONNECT_SWAPPED);
}

void
bary_acts_add_other (GSimpleActionGroup *group,
                     GSimpleAction      *action,
                     const char         *signal,
                     GCallback           func,
                     gpointer            owner)
{
  g_return_if_fail (G_IS_SIMPLE_ACTION_GROUP (group) && G_IS_SIMPLE_ACTION (action));

  add (group, action, signal, func, owner, 0);
}

void
bary_acts_enable (GSimpleActionGroup *group,
                  const char         *name,
                  gboolean            enabled)
{
  g_simple_action_set_enabled (find (group, name), enabled);
}

GVariant *
bary_acts_get_state (GSimpleActionGroup *group,
                     const char         *name)
{
  return g_action_get_state (G_ACTION (find (group, name)));
}

void
bary_acts_set_state (GSimpleActionGroup *group,
                     const char         *name,
                     GVariant           *value)
{
  g_simple_action_set_state (find (group, name), value);
}

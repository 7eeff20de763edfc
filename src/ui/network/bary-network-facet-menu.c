#include "bary-network-facet-menu.h"

#include "bary-config.h"
#include "bary-status.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static const struct {
  const char *action;
  const char *title; /* untranslated */
  const char *any;
} facets[BARY_N_FACETS] = {
  [BARY_FACET_DIRECTION] = { "direction", N_("Direction"), N_("All directions") },
  [BARY_FACET_GROUP] = { "group", N_("Group"), N_("All groups") },
  [BARY_FACET_LEVEL] = { "level", N_("Level"), N_("All levels") },
  [BARY_FACET_STATUS] = { "status", N_("Status"), N_("With and without a status") },
};

const char *
bary_network_facet_get_action (BaryNetworkFacetKind kind)
{
  return facets[kind].action;
}

const char *
bary_network_facet_get_title (BaryNetworkFacetKind kind)
{
  return _(facets[kind].title);
}

static char *
name_direction (BaryStore  *store,
                const char *id)
{
  g_autoptr (BaryRecord) direction = bary_store_get (store, BARY_KIND_DIRECTION, id, NULL);

  return g_strdup (direction != NULL ? bary_record_get_name (direction) : id);
}

static char *
name_status (const char *index)
{
  const BaryField *field = bary_kind_find_field (BARY_KIND_STATUS, "kind", NULL);

  return g_strdup (_(field->choices[atoi (index)].label));
}

char *
bary_network_facet_name_choice (BaryStore            *store,
                                BaryNetworkFacetKind  kind,
                                const char           *value,
                                const char           *name)
{
  switch (kind)
    {
    case BARY_FACET_DIRECTION:
      return name_direction (store, value);
    case BARY_FACET_LEVEL:
      /* Translators: %s: number of a level of a network: “Level 2” */
      return g_strdup_printf (_("Level %s"), value);
    case BARY_FACET_STATUS:
      return name_status (value);
    default:
      return name != NULL ? g_strdup_printf ("%s · %s", value, name) : g_strdup (value);
    }
}

static void
append_choice (GMenu      *menu,
               const char *action,
               const char *label,
               const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

GMenuModel *
bary_network_facet_make_menu (BaryStore            *store,
                              BaryNetworkFacetKind  kind,
                              const GArray         *choices)
{
  g_autofree char *action = g_strconcat ("filters.", facets[kind].action, NULL);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  append_choice (menu, action, _(facets[kind].any), "");
  for (guint i = 0; i < choices->len; i++)
    {
      const BaryNetworkFacet *facet = &g_array_index (choices, BaryNetworkFacet, i);
      g_autofree char *name = bary_network_facet_name_choice (store, kind, facet->value, facet->name);
      g_autofree char *label = g_strdup_printf ("%s (%u)", name, facet->count);

      append_choice (section, action, label, facet->value);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

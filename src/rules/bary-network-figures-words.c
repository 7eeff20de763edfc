#include "bary-network-figures.h"

#include "bary-config.h"

#include <glib/gi18n-lib.h>

static char *
name_members (const BaryNetworkFigure *figure)
{
  if (figure->group == NULL)
    return g_strdup (figure->organisation_kind == NULL ? _("Organisations in clusters") : "");
  /* Translators: %s: a group, as its scheme names it: «А», «1», «Школы» */
  return g_strdup_printf (_("Group “%s”"), figure->group);
}

char *
bary_network_figure_get_name (const BaryNetworkFigure *figure,
                              const BaryNetwork       *network)
{
  switch (figure->kind)
    {
    case BARY_FIGURE_MEMBERS:
      return name_members (figure);
    case BARY_FIGURE_SEVERAL:
      return g_strdup (_("In several clusters"));
    case BARY_FIGURE_OUTSIDE:
      return g_strdup (_("In no cluster"));
    case BARY_FIGURE_UNTIED:
      return g_strdup (_("Without links and agreements"));
    case BARY_FIGURE_JOINTS:
      return g_strdup (_("Hold the network together"));
    case BARY_FIGURE_BETWEEN:
      return g_strdup (_("On the ways between others"));
    case BARY_FIGURE_COVERAGE:
    default:
      if (figure->district < 0)
        return g_strdup (_("Schools in clusters"));
      /* Translators: %s: a district */
      return g_strdup_printf (_("Schools in clusters: %s"), bary_network_district (network, figure->district)->name);
    }
}

char *
bary_network_figure_to_words (const BaryNetworkFigure *figure)
{
  if (figure->whole > 0)
    /* Translators: a share: 1 of 2 schools, 3 percent: "43 of 50 (86 %)" */
    return g_strdup_printf (_("%1$u of %2$u (%3$.0f %%)"), figure->part, figure->whole, 100 * figure->value);
  if (figure->kind != BARY_FIGURE_BETWEEN)
    return g_strdup_printf ("%.0f", figure->value);
  /* Translators: a number that was estimated, not computed: "≈ 0.52" */
  return figure->estimated ? g_strdup_printf (_("≈ %.2f"), figure->value) : g_strdup_printf ("%.2f", figure->value);
}

const char *
bary_figure_kind_explain (BaryFigureKind kind)
{
  switch (kind)
    {
    case BARY_FIGURE_MEMBERS:
      return _("How many organisations are members or barycenters on the day, each counted once.");
    case BARY_FIGURE_SEVERAL:
      return _("How many organisations are in two clusters or more on the day.");
    case BARY_FIGURE_OUTSIDE:
      return _("How many organisations of the directory are in no cluster on the day. They are not drawn.");
    case BARY_FIGURE_UNTIED:
      return _("How many members have neither a link nor an agreement on the day.");
    case BARY_FIGURE_JOINTS:
      return _("Without one of these the network falls into more parts: articulation points (Hopcroft and Tarjan, 1973).");
    case BARY_FIGURE_BETWEEN:
      return _("Which share of the shortest ways between any two others leads through one: betweenness, from 0 to 1 "
               "(Freeman, 1977; Brandes, 2001). In networks of more than 3,000 it is estimated.");
    case BARY_FIGURE_COVERAGE:
    default:
      return _("Schools in a cluster on the day, divided by all schools of the directory.");
    }
}

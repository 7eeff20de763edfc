#include "bary-slides-private.h"

#include "bary-config.h"
#include "bary-date.h"

#include <glib/gi18n-lib.h>

/* Links */

static guint
count_lines (const BaryNetwork *network,
             guint             *counts)
{
  guint n = 0;

  for (guint i = 0; i < network->lines->len; i++)
    {
      const BaryNetworkLine *line = bary_network_line (network, i);

      if (line->presence == BARY_PRESENCE_JOINED)
        continue;
      counts[line->line]++;
      n += line->line != BARY_LINE_MEMBERSHIP && line->line != BARY_LINE_ANSWERS_TO;
    }
  return n;
}

gboolean
bary_slides_fill_links (BaryShowStep      *slide,
                        const BaryNetwork *now)
{
  guint counts[BARY_N_LINES] = { 0 }, n = count_lines (now, counts), n_shared = bary_slides_count_organisations (now, TRUE);
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < BARY_N_LINES; i++)
    {
      g_autofree char *part = g_strdup_printf (_("%s – %u"), bary_line_get_label (i), counts[i]);

      if (counts[i] > 0)
        bary_slides_add_part (note, ", ", part);
    }
  if (now->picture == BARY_PICTURE_NETWORK && n_shared > 0)
    slide->caption = g_strdup_printf (ngettext ("The clusters are tied: %u organisation is in several of them",
                                                "The clusters are tied: %u organisations are in several of them",
                                                n_shared), n_shared);
  else if (n > 0)
    slide->caption = g_strdup_printf (ngettext ("%u link joins the members", "%u links join the members", n), n);
  else
    slide->caption = g_strdup (_("The barycenter holds the members together"));
  slide->note = g_strdup (note->str);
  return note->len > 0;
}

/* What has changed */

static char *
name_changed (const BaryNetwork *since,
              BaryPresence       presence)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < since->nodes->len; i++)
    {
      const BaryNetworkNode *node = bary_network_node (since, i);

      if (!node->body && node->presence == presence && n++ < BARY_SLIDES_MOST_NAMES)
        bary_slides_add_part (names, ", ", node->short_name != NULL ? node->short_name : node->name);
    }
  return g_string_free (names, FALSE);
}

static char *
changes_to_note (const BaryNetwork *since)
{
  const struct {
    BaryPresence  presence;
    const char   *pattern;
  } parts[] = {
    { BARY_PRESENCE_JOINED, _("Joined: %s") },
    { BARY_PRESENCE_LEFT, _("Left: %s") },
    { BARY_PRESENCE_MOVED_IN, _("In another group: %s") },
  };
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *names = name_changed (since, parts[i].presence);

      if (*names == '\0')
        continue;
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append_printf (note, parts[i].pattern, names);
    }
  return g_string_free (note, FALSE);
}

gboolean
bary_slides_fill_changes (BaryShowStep      *slide,
                          const BaryNetwork *since)
{
  guint joined = 0, left = 0, moved = 0;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;

  for (guint i = 0; since != NULL && i < since->clusters->len; i++)
    {
      joined += bary_network_cluster (since, i)->n_joined;
      left += bary_network_cluster (since, i)->n_left;
      moved += bary_network_cluster (since, i)->n_moved;
    }
  if (joined + left + moved == 0)
    return FALSE;

  day = bary_date_to_words (since->day);
  bary_slides_add_count (line, ngettext ("%u joined", "%u joined", joined), joined);
  bary_slides_add_count (line, ngettext ("%u left", "%u left", left), left);
  bary_slides_add_count (line, ngettext ("%u changed the group", "%u changed the group", moved), moved);
  slide->day = g_strdup (since->day);
  /* Translators: the caption of a step of a presentation: “Since 1 September 2025: 2 joined · 1 left” */
  slide->caption = g_strdup_printf (_("Since %1$s: %2$s"), day, line->str);
  slide->note = changes_to_note (since);
  return TRUE;
}

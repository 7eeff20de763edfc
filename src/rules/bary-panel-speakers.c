#include "bary-panel-speakers.h"

#include "bary-config.h"
#include "bary-speakers.h"

#include <glib/gi18n-lib.h>

static gboolean
is_member (const BaryPanel *self,
           guint            expert)
{
  return bary_panel_expert (self, expert)->left_on == NULL && !bary_panel_expert (self, expert)->commission;
}

guint
bary_panel_count_members (const BaryPanel *self)
{
  guint n = 0;

  for (guint i = 0; i < self->experts->len; i++)
    n += is_member (self, i);
  return n;
}

/* The members as bits, in their order; those beyond are too many for the order to mind them. */
static guint64
find_absent (const BaryPanel *self,
             guint            application)
{
  guint64 absent = 0;
  guint n = 0;

  for (guint i = 0; i < self->experts->len && n < BARY_SPEAKERS_MOST_MEMBERS; i++)
    if (is_member (self, i))
      {
        if (bary_panel_find_conflict (self, application, i) != NULL)
          absent |= G_GUINT64_CONSTANT (1) << n;
        n++;
      }
  return absent;
}

GArray *
bary_panel_order_speakers (const BaryPanel *self,
                           guint           *leavings)
{
  g_autoptr (GArray) applications = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) absences = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autofree guint *order = NULL;
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->applications->len; i++)
    if (bary_panel_application (self, i)->admitted)
      {
        guint64 absent = find_absent (self, i);

        g_array_append_val (applications, i);
        g_array_append_val (absences, absent);
      }
  order = bary_speakers_order ((const guint64 *) absences->data, absences->len);
  for (guint i = 0; i < absences->len; i++)
    g_array_append_val (sorted, g_array_index (applications, guint, order[i]));
  if (leavings != NULL)
    *leavings = bary_speakers_count_leavings ((const guint64 *) absences->data, order, absences->len);
  return sorted;
}

guint
bary_panel_count_leavings (const BaryPanel *self)
{
  g_autofree guint64 *absences = g_new (guint64, self->speeches->len + 1);
  g_autofree guint *order = g_new (guint, self->speeches->len + 1);

  for (guint i = 0; i < self->speeches->len; i++)
    {
      absences[i] = find_absent (self, bary_panel_speech (self, i)->application);
      order[i] = i;
    }
  return bary_speakers_count_leavings (absences, order, self->speeches->len);
}

char *
bary_panel_absent_to_words (const BaryPanel *self,
                            guint            application,
                            guint           *n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < self->experts->len; i++)
    if (is_member (self, i) && bary_panel_find_conflict (self, application, i) != NULL)
      g_string_append_printf (names, "%s%s", count++ > 0 ? ", " : "", bary_panel_expert (self, i)->name);
  if (n != NULL)
    *n = count;
  return count > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* Whoever is out counts as a member that is missing. */
static char *
find_fault (const BaryPanel       *self,
            const BaryPanelSpeech *speech)
{
  guint members = bary_panel_count_members (self), absent;
  guint votes = speech->votes_for + speech->votes_against + speech->abstained;
  g_autofree char *names = bary_panel_absent_to_words (self, speech->application, &absent);

  if (votes > members - absent)
    /* Translators: 1: votes, 2: members of a commission who are in the room */
    return g_strdup_printf (_("%1$u votes of %2$u who may vote"), votes, members - absent);
  if (2 * votes <= members)
    /* Translators: 1: votes, 2: members of a commission */
    return g_strdup_printf (_("no quorum: %1$u of %2$u voted"), votes, members);
  return NULL;
}

char *
bary_panel_vote_to_words (const BaryPanel       *self,
                          const BaryPanelSpeech *speech)
{
  g_autofree char *votes = NULL;
  g_autofree char *fault = NULL;

  if (!speech->voted)
    return NULL;
  /* Translators: 1, 2, 3: numbers of votes */
  votes = g_strdup_printf (_("for %1$u, against %2$u, abstained %3$u"), speech->votes_for, speech->votes_against, speech->abstained);
  fault = find_fault (self, speech);
  return fault != NULL ? g_strdup_printf ("%s; %s", votes, fault) : g_steal_pointer (&votes);
}

gboolean
bary_panel_vote_stands (const BaryPanel       *self,
                        const BaryPanelSpeech *speech)
{
  g_autofree char *fault = speech->voted ? find_fault (self, speech) : NULL;

  return speech->voted && fault == NULL;
}

gboolean
bary_panel_vote_to_mark (const BaryPanel       *self,
                         const BaryPanelSpeech *speech,
                         guint                  criterion,
                         BaryFraction          *mark)
{
  const BaryCriterion *scale = bary_panel_scale (self, criterion);
  BaryFraction share;

  *mark = scale->most;
  return bary_fraction_divide (speech->votes_for, speech->votes_for + speech->votes_against + speech->abstained, &share) &&
         bary_fraction_subtract (mark, &scale->least) && bary_fraction_multiply (mark, &share) &&
         bary_fraction_add (mark, &scale->least);
}

gboolean
bary_panel_lacks_vote (const BaryPanel *self,
                       guint            application)
{
  const BaryPanelSpeech *speech = bary_panel_find_speech (self, application);

  if (self->commission != BARY_COMMISSION_VOTE || speech == NULL || bary_panel_vote_stands (self, speech))
    return FALSE;
  for (guint i = 0; i < self->speeches->len; i++)
    if (bary_panel_speech (self, i)->voted)
      return TRUE;
  return FALSE;
}

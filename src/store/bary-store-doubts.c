#include "bary-store-doubts.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-likeness.h"
#include "bary-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  BaryDatabase    *database;
  const BaryPanel *panel;
  GPtrArray       *doubts;
  GHashTable      *known; /* of texts: what was answered or is in the list */
  GPtrArray       *keys;  /* of char * (nullable): of each expert */
  GHashTable      *alike; /* of GArray of guint: applications whose organisation has such a name, by that name */
  GCancellable    *cancellable; /* (nullable) */
} Search;

static void
free_doubt (gpointer data)
{
  BaryDoubt *doubt = data;

  g_free (doubt->record);
  g_free (doubt->expert);
  g_free (doubt->application);
  g_free (doubt->who);
  g_free (doubt->about);
  g_free (doubt->source);
  g_free (doubt->day);
  g_free (doubt->author);
  g_free (doubt);
}

static char *
make_key (const char *expert,
          const char *application,
          const char *source)
{
  return g_strdup_printf ("%s %s %s", expert, application != NULL ? application : "", source);
}

/* What people noted */

#define NOTED \
  "SELECT i.id, i.expert, i.application, p.name, coalesce (o.name, ao.name), a.number, i.source, i.state, i.decided_on, " \
  "(SELECT c.author FROM change x JOIN action c ON c.id = x.action WHERE x.record = i.id ORDER BY c.id DESC LIMIT 1), i.kind " \
  "FROM interest_conflict i JOIN contest_expert e ON e.id = i.expert JOIN person p ON p.id = e.person " \
  "LEFT JOIN application a ON a.id = i.application LEFT JOIN organisation ao ON ao.id = a.organisation " \
  "LEFT JOIN organisation o ON o.id = i.organisation WHERE e.contest = ?1 ORDER BY i.state <> 'potential', p.name, i.id"

static gboolean
read_noted (Search         *self,
            BaryStatement  *row,
            GError        **error)
{
  const char *number = bary_statement_get_text (row, 5), *state = bary_statement_get_text (row, 7);
  const char *whose = bary_statement_get_text (row, 4);
  BaryDoubt *doubt = g_new0 (BaryDoubt, 1);

  doubt->record = bary_statement_dup_text (row, 0);
  doubt->expert = bary_statement_dup_text (row, 1);
  doubt->application = bary_statement_dup_text (row, 2);
  doubt->who = bary_statement_dup_text (row, 3);
  /* Translators: 1: the number of an application, 2: whose it is */
  doubt->about = number != NULL ? g_strdup_printf (_("№ %1$s, %2$s"), number, whose) : g_strdup (whose);
  doubt->source = bary_statement_dup_text (row, 6);
  doubt->answered = g_strcmp0 (state, "potential") != 0;
  doubt->confirmed = g_strcmp0 (state, "confirmed") == 0;
  doubt->day = bary_statement_dup_text (row, 8);
  doubt->author = bary_statement_dup_text (row, 9);
  g_hash_table_add (self->known, make_key (doubt->expert, doubt->application, doubt->source));
  g_ptr_array_add (self->doubts, doubt);
  return TRUE;
}

/* What names say */

static gboolean
is_asked (const BaryPanel *panel,
          guint            application,
          guint            expert)
{
  return bary_panel_application (panel, application)->admitted && bary_panel_expert (panel, expert)->left_on == NULL &&
         bary_panel_find_conflict (panel, application, expert) == NULL;
}

static void
add_found (Search *self,
           guint   application,
           guint   expert,
           char   *source)
{
  const BaryPanelExpert *person = bary_panel_expert (self->panel, expert);
  const char *id = bary_panel_application (self->panel, application)->id;
  g_autofree char *key = make_key (person->id, id, source);
  BaryDoubt *doubt;

  if (g_hash_table_contains (self->known, key) || !is_asked (self->panel, application, expert))
    {
      g_free (source);
      return;
    }
  g_hash_table_add (self->known, g_steal_pointer (&key));
  doubt = g_new0 (BaryDoubt, 1);
  doubt->expert = g_strdup (person->id);
  doubt->application = g_strdup (id);
  doubt->who = g_strdup (person->name);
  doubt->about = bary_panel_application_to_words (self->panel, application);
  doubt->source = source;
  g_ptr_array_insert (self->doubts, (int) bary_doubts_count_open (self->doubts), doubt);
}

static gboolean
may_be_in (Search     *self,
           guint       expert,
           const char *folded)
{
  return self->keys->pdata[expert] == NULL || strstr (folded, self->keys->pdata[expert]) != NULL;
}

#define PEOPLE \
  "SELECT DISTINCT a.id, coalesce (p.full_name, p.name) FROM application a JOIN person p ON p.organisation = a.organisation " \
  "OR EXISTS (SELECT 1 FROM role r WHERE r.person = p.id AND r.organisation = a.organisation AND (r.\"to\" IS NULL OR r.\"to\" >= a.submitted_on)) " \
  "WHERE a.contest = ?1 AND NOT EXISTS (SELECT 1 FROM contest_expert e WHERE e.contest = a.contest AND e.person = p.id) ORDER BY 1, 2"

static gboolean
read_person (Search         *self,
             BaryStatement  *row,
             GError        **error)
{
  int application = bary_panel_find_application (self->panel, bary_statement_get_text (row, 0));
  const char *name = bary_statement_get_text (row, 1);
  g_autofree char *folded = bary_text_fold (name);

  for (guint e = 0; application >= 0 && e < self->panel->experts->len; e++)
    {
      BaryLikeness likeness = may_be_in (self, e, folded) ? bary_likeness_of_people (bary_panel_expert (self->panel, e)->name, name)
                                                          : BARY_UNLIKE;

      if (likeness != BARY_UNLIKE)
        add_found (self, (guint) application, e,
                   g_strdup_printf ("В организации-заявителе работает %s: %s", name,
                                    likeness == BARY_LIKE_SAME ? "имя то же" : "фамилия та же"));
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

#define ANSWERS \
  "SELECT w.application, f.name, w.value FROM application_answer w JOIN application a ON a.id = w.application " \
  "JOIN contest_field f ON f.id = w.field WHERE a.contest = ?1 ORDER BY 1, f.ordinal, 2, w.id"

static gboolean
read_answer (Search         *self,
             BaryStatement  *row,
             GError        **error)
{
  int application = bary_panel_find_application (self->panel, bary_statement_get_text (row, 0));
  const char *text = bary_statement_get_text (row, 2);
  g_autofree char *folded = bary_text_fold (text);

  for (guint e = 0; application >= 0 && e < self->panel->experts->len; e++)
    if (may_be_in (self, e, folded) && bary_likeness_is_named_in (bary_panel_expert (self->panel, e)->name, text))
      add_found (self, (guint) application, e, g_strdup_printf ("В заявке назван человек с тем же именем: «%s»", bary_statement_get_text (row, 1)));
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

#define PLACES \
  "SELECT e.id, o.id, o.name FROM contest_expert e JOIN person p ON p.id = e.person JOIN organisation o " \
  "ON o.id IN (e.organisation, p.organisation, e.second_job) WHERE e.contest = ?1 ORDER BY 1, 2"

/* Most experts work at a few places: each is compared with the applicants once. Returns: (transfer none) */
static GArray *
find_alike (Search     *self,
            const char *name)
{
  GArray *alike = g_hash_table_lookup (self->alike, name);

  if (alike != NULL)
    return alike;
  alike = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint a = 0; a < self->panel->applications->len; a++)
    if (bary_likeness_of_organisations (name, bary_panel_application (self->panel, a)->organisation_name))
      g_array_append_val (alike, a);
  g_hash_table_insert (self->alike, g_strdup (name), alike);
  return alike;
}

static gboolean
read_place (Search         *self,
            BaryStatement  *row,
            GError        **error)
{
  int expert = bary_panel_find_expert (self->panel, bary_statement_get_text (row, 0));
  const char *id = bary_statement_get_text (row, 1), *name = bary_statement_get_text (row, 2);
  GArray *alike = find_alike (self, name);

  for (guint i = 0; expert >= 0 && i < alike->len; i++)
    {
      guint application = g_array_index (alike, guint, i);

      if (!g_str_equal (bary_panel_application (self->panel, application)->organisation, id))
        add_found (self, application, (guint) expert,
                   g_strdup_printf ("Эксперт работает в организации «%s»: возможно, это та же организация", name));
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
read_rows (Search       *self,
           const char   *sql,
           BaryRowFunc   read,
           GError      **error)
{
  g_autoptr (BaryStatement) statement = bary_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  bary_statement_bind_text (statement, 0, self->panel->id);
  return bary_statement_read (statement, read, self, error);
}

GPtrArray *
bary_store_find_doubts (BaryStore        *self,
                        const BaryPanel  *panel,
                        GCancellable     *cancellable,
                        GError          **error)
{
  static const struct { const char *sql; gboolean (*read) (Search *, BaryStatement *, GError **); } steps[] = {
    { NOTED, read_noted }, { PEOPLE, read_person }, { ANSWERS, read_answer }, { PLACES, read_place },
  };
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (free_doubt);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  Search search = { bary_store_get_database (self), panel, doubts, known, keys, alike, cancellable };

  for (guint i = 0; i < panel->experts->len; i++)
    g_ptr_array_add (keys, bary_likeness_get_key (bary_panel_expert (panel, i)->name));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!read_rows (&search, steps[i].sql, (BaryRowFunc) steps[i].read, error))
      return NULL;
  return g_steal_pointer (&doubts);
}

guint
bary_doubts_count_open (const GPtrArray *doubts)
{
  guint n = 0;

  while (n < doubts->len && !((BaryDoubt *) doubts->pdata[n])->answered)
    n++;
  return n;
}

gboolean
bary_store_check_doubts (BaryStore        *self,
                         const BaryPanel  *panel,
                         GCancellable     *cancellable,
                         GError          **error)
{
  g_autoptr (GPtrArray) doubts = bary_store_find_doubts (self, panel, cancellable, error);
  guint n = doubts != NULL ? bary_doubts_count_open (doubts) : 0;

  if (doubts != NULL && n > 0)
    g_set_error (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                 ngettext ("%u possible conflict of interest waits for an answer: say whether it is one, then draw",
                           "%u possible conflicts of interest wait for an answer: say of each whether it is one, then draw", n), n);
  return doubts != NULL && n == 0;
}

BaryChanges *
bary_store_answer_doubt (BaryStore        *self,
                         const BaryDoubt  *doubt,
                         gboolean          confirmed,
                         const char       *day,
                         GError          **error)
{
  g_autoptr (BaryChanges) changes = bary_changes_new ();
  g_autoptr (BaryRecord) record = NULL;
  const char *state = confirmed ? "confirmed" : "dismissed";

  if (doubt->record == NULL)
    {
      record = bary_record_new (BARY_KIND_INTEREST_CONFLICT, NULL);
      bary_record_set_all (record, "expert", doubt->expert, "application", doubt->application, "kind", "name", "source", doubt->source,
                           "noted_on", day, "state", state, "decided_on", day, NULL);
      bary_changes_add (changes, record);
      return g_steal_pointer (&changes);
    }
  record = bary_store_get (self, BARY_KIND_INTEREST_CONFLICT, doubt->record, error);
  if (record == NULL)
    return NULL;
  if (g_strcmp0 (bary_record_get_text (record, "state"), state) != 0)
    bary_changes_set (changes, record, "state", state);
  if (g_strcmp0 (bary_record_get_text (record, "decided_on"), day) != 0)
    bary_changes_set (changes, record, "decided_on", day);
  return g_steal_pointer (&changes);
}

gboolean
bary_store_add_doubts (BaryStore  *self,
                       BaryPanel  *panel,
                       GError    **error)
{
  g_autoptr (GPtrArray) doubts = bary_store_find_doubts (self, panel, NULL, error);

  for (guint i = 0; doubts != NULL && i < bary_doubts_count_open (doubts); i++)
    {
      const BaryDoubt *doubt = doubts->pdata[i];
      BaryInterest interest = {
        (guint) MAX (bary_panel_find_application (panel, doubt->application), 0), (guint) bary_panel_find_expert (panel, doubt->expert),
        BARY_INTEREST_NAME, TRUE, bary_panel_keep (panel, doubt->source), NULL,
      };

      if (doubt->record == NULL)
        g_array_append_val (panel->interests, interest);
    }
  bary_panel_settle (panel);
  return doubts != NULL;
}

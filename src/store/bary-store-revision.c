#include "bary-store-revision.h"

#include "bary-config.h"
#include "bary-kinds.h"
#include "bary-period.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Events in the order of the plan */

typedef struct {
  BaryEvent  *event;
  const char *section; /* name; NULL stands last */
  int         ordinal;
  int         number;  /* 0 where it is none */
  BaryDay     earliest;
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->ordinal != y->ordinal)
    return x->ordinal < y->ordinal ? -1 : 1;
  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  return g_strcmp0 (bary_record_get_id (BARY_RECORD (x->event)), bary_record_get_id (BARY_RECORD (y->event)));
}

static Row
make_row (BaryEvent  *event,
          GHashTable *sections,
          int         school_year)
{
  BarySection *section = event->section != NULL ? g_hash_table_lookup (sections, event->section) : NULL;
  g_auto (BaryPeriod) period = { 0 };
  Row row = { event, NULL, G_MAXINT, 0, 0 };

  if (section != NULL)
    {
      row.section = section->name;
      row.ordinal = atoi (section->ordinal);
    }
  if (event->number != NULL)
    row.number = atoi (event->number);
  if (bary_period_parse (event->dates, school_year, &period, NULL))
    row.earliest = period.earliest;
  return row;
}

/* Returns: (transfer full): records by their ids, which @records owns. */
static GHashTable *
index_by_id (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, (gpointer) bary_record_get_id (records->pdata[i]), records->pdata[i]);
  return index;
}

static void
add_line (GPtrArray *lines,
          const Row *row)
{
  BaryPlanLine *line = bary_plan_lines_add (lines, bary_record_get_id (BARY_RECORD (row->event)));

  line->section = g_strdup (row->section);
  line->number = g_strdup (row->event->number);
  line->name = g_strdup (row->event->name);
  line->dates = g_strdup (row->event->dates);
  line->audience = g_strdup (row->event->audience);
  line->result = g_strdup (row->event->result);
  line->cancelled = g_str_equal (row->event->state, "cancelled");
}

static GPtrArray *
read_lines (BaryStore   *store,
            BaryRecord  *roadmap,
            gboolean     cancelled,
            GError     **error)
{
  int school_year = atoi (BARY_ROADMAP (roadmap)->school_year);
  g_autoptr (GPtrArray) sections = bary_store_select_parts (store, BARY_KIND_SECTION, "roadmap", bary_record_get_id (roadmap), error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GHashTable) sections_by_id = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GPtrArray *lines;

  if (sections == NULL)
    return NULL;
  events = bary_store_select_parts (store, BARY_KIND_EVENT, "roadmap", bary_record_get_id (roadmap), error);
  if (events == NULL)
    return NULL;

  sections_by_id = index_by_id (sections);
  for (guint i = 0; i < events->len; i++)
    {
      Row row = make_row (events->pdata[i], sections_by_id, school_year);

      if (cancelled || !g_str_equal (row.event->state, "cancelled"))
        g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);

  lines = bary_plan_lines_new ();
  for (guint i = 0; i < rows->len; i++)
    add_line (lines, &g_array_index (rows, Row, i));
  return lines;
}

GPtrArray *
bary_store_read_plan_lines (BaryStore   *store,
                            BaryRecord  *roadmap,
                            GError     **error)
{
  return read_lines (store, roadmap, FALSE, error);
}

GPtrArray *
bary_store_read_plan_lines_all (BaryStore   *store,
                                BaryRecord  *roadmap,
                                GError     **error)
{
  return read_lines (store, roadmap, TRUE, error);
}

/* Revisions */

GPtrArray *
bary_store_read_revision_lines (BaryStore   *store,
                                BaryRecord  *revision,
                                GError     **error)
{
  g_autoptr (GPtrArray) records =
    bary_store_select_parts (store, BARY_KIND_REVISION_LINE, "revision", bary_record_get_id (revision), error);
  GPtrArray *lines;

  if (records == NULL)
    return NULL;

  lines = bary_plan_lines_new ();
  for (guint i = 0; i < records->len; i++)
    {
      BaryRevisionLine *record = records->pdata[i];
      const char *own = bary_record_get_id (BARY_RECORD (record));
      /* The line of an event that is no longer kept stands for itself. */
      BaryPlanLine *line = bary_plan_lines_add (lines, record->event != NULL ? record->event : own);

      line->section = g_strdup (record->section);
      line->number = g_strdup (record->number);
      line->name = g_strdup (record->name);
      line->dates = g_strdup (record->dates);
      line->audience = g_strdup (record->audience);
      line->result = g_strdup (record->result);
    }
  return lines;
}

GPtrArray *
bary_store_list_revisions (BaryStore   *store,
                           BaryRecord  *roadmap,
                           GError     **error)
{
  g_autoptr (BaryQuery) query = bary_query_new (BARY_KIND_REVISION);

  bary_query_where (query, "roadmap", bary_record_get_id (roadmap));
  bary_query_sort (query, "number", TRUE);
  return bary_store_select (store, query, error);
}

BaryRecord *
bary_revision_find_standing (GPtrArray *revisions)
{
  const char *const states[] = { "in_force", "approved" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint j = 0; j < revisions->len; j++)
      if (g_strcmp0 (BARY_REVISION (revisions->pdata[j])->state, states[i]) == 0)
        return revisions->pdata[j];
  return NULL;
}

/* Preparing */

static void
freeze_lines (BaryRecord  *revision,
              GPtrArray   *lines,
              BaryChanges *changes)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const BaryPlanLine *line = lines->pdata[i];
      g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_REVISION_LINE, NULL);
      g_autofree char *ordinal = g_strdup_printf ("%u", i + 1);

      bary_record_set_all (record, "revision", bary_record_get_id (revision), "event", line->event, "ordinal", ordinal,
                           "section", line->section, "number", line->number, "name", line->name, "dates", line->dates,
                           "audience", line->audience, "result", line->result, NULL);
      bary_changes_add (changes, record);
    }
}

static gboolean
ask_the_same (BaryStore    *store,
              BaryRecord   *former,
              BaryRecord   *revision,
              BaryChanges  *changes,
              GError      **error)
{
  g_autoptr (GPtrArray) approvals = bary_store_select_parts (store, BARY_KIND_APPROVAL, "revision", bary_record_get_id (former), error);

  if (approvals == NULL)
    return FALSE;

  for (guint i = 0; i < approvals->len; i++)
    {
      g_autoptr (BaryRecord) record = bary_record_new (BARY_KIND_APPROVAL, NULL);
      const char *organisation = bary_record_get_text (approvals->pdata[i], "organisation");
      const char *person = bary_record_get_text (approvals->pdata[i], "person");

      bary_record_set_all (record, "revision", bary_record_get_id (revision), "organisation", organisation,
                           "person", person, NULL);
      bary_changes_add (changes, record);
    }
  return TRUE;
}

BaryRecord *
bary_store_prepare_revision (BaryStore    *store,
                             BaryRecord   *roadmap,
                             BaryChanges  *changes,
                             GError      **error)
{
  g_autoptr (GPtrArray) lines = bary_store_read_plan_lines (store, roadmap, error);
  g_autoptr (GPtrArray) revisions = lines != NULL ? bary_store_list_revisions (store, roadmap, error) : NULL;
  g_autoptr (BaryRecord) revision = NULL;
  g_autofree char *number = NULL;
  BaryRecord *former;

  if (revisions == NULL)
    return NULL;
  if (lines->len == 0)
    {
      g_set_error_literal (error, BARY_STORE_ERROR, BARY_STORE_ERROR_REFUSED,
                           _("The plan has no events yet: add them before it is agreed"));
      return NULL;
    }

  former = revisions->len > 0 ? revisions->pdata[0] : NULL;
  number = g_strdup_printf ("%d", former != NULL ? atoi (BARY_REVISION (former)->number) + 1 : 1);
  revision = bary_record_new (BARY_KIND_REVISION, NULL);
  bary_record_set_all (revision, "roadmap", bary_record_get_id (roadmap), "number", number, "state", "agreeing", NULL);
  bary_changes_add (changes, revision);
  freeze_lines (revision, lines, changes);
  if (former != NULL && !ask_the_same (store, former, revision, changes, error))
    return NULL;
  return g_steal_pointer (&revision);
}

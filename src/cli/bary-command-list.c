#include "bary-command.h"
#include "bary-config.h"
#include "bary-csv-row.h"
#include "bary-mapper.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>

#define LONGEST_CELL 60 /* of a table, in characters */

/* What the list is narrowed to beyond what a query can say. */
typedef struct {
  BaryStore  *store;
  BaryQuery  *query;
  BaryKind    kind;
  const char *id;      /* NULL: any */
  GHashTable *titles;  /* of references, for the table */
  BaryGrid   *grid;
} Listing;

typedef void (*PrintFunc) (Listing *listing, BaryRecord *record);

static void
listing_clear (Listing *listing)
{
  g_clear_pointer (&listing->grid, bary_grid_free);
  g_clear_pointer (&listing->titles, g_hash_table_unref);
  g_clear_pointer (&listing->query, bary_query_free);
  g_clear_object (&listing->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static char *format;
static char **conditions;
static gboolean as_json;

static const GOptionEntry list_options[] = {
  { "format", 'f', 0, BARY_OPTION_TEXT, &format, N_("How to print: table (for reading), csv or json"), N_("FORMAT") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("The same as --format=json"), NULL },
  { "where", 'w', 0, BARY_OPTION_TEXTS, &conditions,
    N_("Only records with this value; may be repeated; an empty value finds those without one"), N_("FIELD=VALUE") },
  { NULL }
};

static gboolean
add_condition (Listing     *listing,
               const char  *condition,
               GError     **error)
{
  const BaryField *field;
  const char *value;
  g_autofree char *canonical = NULL;

  if (!bary_call_parse_pair (listing->kind, condition, &field, &value, error))
    return FALSE;

  if (field == NULL)
    {
      /* Two different ids are no record's. */
      listing->id = listing->id == NULL || g_str_equal (listing->id, value) ? value : "";
      return TRUE;
    }

  if (!bary_field_parse (field, value, &canonical, error))
    return FALSE;

  bary_query_where (listing->query, field->name, canonical);
  return TRUE;
}

/* By name where there is one: the query does so itself for kinds that the search knows. */
static void
sort_by_name (Listing *listing)
{
  const BaryField *name = bary_kind_find_field (listing->kind, "name", NULL);

  if (name != NULL && !(name->flags & BARY_FIELD_SEARCHED))
    bary_query_sort (listing->query, "name", FALSE);
}

static gboolean
foreach_record (Listing    *listing,
                PrintFunc   print,
                GError    **error)
{
  g_autoptr (BaryStatement) statement =
    bary_query_prepare (listing->query, bary_store_get_database (listing->store), FALSE, error);
  BaryStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = bary_statement_step (statement, error)) == BARY_STEP_ROW && bary_output_is_open ())
    {
      g_autoptr (BaryRecord) record = bary_mapper_read (statement, listing->kind);

      if (listing->id == NULL || g_str_equal (listing->id, bary_record_get_id (record)))
        print (listing, record);
    }
  return step != BARY_STEP_ERROR;
}

static void
print_json (Listing    *listing,
            BaryRecord *record)
{
  bary_output_add_element (bary_json_from_record (record));
}

static gboolean
list_as_json (Listing  *listing,
              GError  **error)
{
  bary_output_begin_array ();
  if (!foreach_record (listing, print_json, error))
    return FALSE;

  bary_output_end_array ();
  return TRUE;
}

static void
print_row (GPtrArray *cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  bary_csv_append_row (line, cells, ',');
  bary_output_print (line->str);
}

static void
print_csv (Listing    *listing,
           BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, (char *) bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    g_ptr_array_add (cells, (char *) bary_record_get (record, &info->fields[i]));
  print_row (cells);
}

static gboolean
list_as_csv (Listing  *listing,
             GError  **error)
{
  const BaryKindInfo *info = bary_kind_get_info (listing->kind);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, (char *) "id");
  for (guint i = 0; i < info->n_fields; i++)
    g_ptr_array_add (cells, (char *) info->fields[i].name);
  print_row (cells);
  return foreach_record (listing, print_csv, error);
}

static const char *
find_title (Listing         *listing,
            const BaryField *field,
            const char      *id)
{
  char *title = g_hash_table_lookup (listing->titles, id);

  if (title == NULL)
    {
      title = bary_store_value_to_words (listing->store, field, id);
      g_hash_table_insert (listing->titles, g_strdup (id), title);
    }
  return title;
}

/* Names are told in full, paragraphs by their beginning. */
static void
add_text (Listing         *listing,
          const BaryField *field,
          const char      *text)
{
  g_autofree char *start = NULL;
  g_autofree char *shown = NULL;

  if (text == NULL || g_str_has_suffix (field->name, "name") || g_utf8_strlen (text, -1) <= LONGEST_CELL)
    {
      bary_grid_add_cell (listing->grid, text);
      return;
    }

  start = g_utf8_substring (text, 0, LONGEST_CELL - 1);
  shown = g_strconcat (start, "…", NULL);
  bary_grid_add_cell (listing->grid, shown);
}

static void
add_row (Listing    *listing,
         BaryRecord *record)
{
  const BaryKindInfo *info = bary_record_get_info (record);

  bary_grid_add_cell (listing->grid, bary_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const BaryField *field = &info->fields[i];
      const char *value = bary_record_get (record, field);

      if (field->type == BARY_FIELD_REFERENCE && value != NULL)
        value = find_title (listing, field, value);
      add_text (listing, field, value);
    }
}

static gboolean
list_as_table (Listing  *listing,
               GError  **error)
{
  const BaryKindInfo *info = bary_kind_get_info (listing->kind);

  listing->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  listing->grid = bary_grid_new (info->n_fields + 1);
  bary_grid_add_cell (listing->grid, "id");
  for (guint i = 0; i < info->n_fields; i++)
    bary_grid_add_cell (listing->grid, info->fields[i].name);

  if (!foreach_record (listing, add_row, error))
    return FALSE;

  bary_grid_print (listing->grid);
  return TRUE;
}

static gboolean
print_listing (Listing  *listing,
               GError  **error)
{
  if (as_json || g_strcmp0 (format, "json") == 0)
    return list_as_json (listing, error);
  if (g_strcmp0 (format, "csv") == 0)
    return list_as_csv (listing, error);

  return list_as_table (listing, error);
}

static gboolean
check_format (GError **error)
{
  static const char *const formats[] = { "table", "csv", "json", NULL };

  if (format == NULL)
    return TRUE;

  if (as_json && !g_str_equal (format, "json"))
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE, _("--json and --format=%s exclude one another"), format);
      return FALSE;
    }
  if (g_strv_contains (formats, format))
    return TRUE;

  g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_USAGE,
               _("There is no format “%s”: use one of table, csv, json"), format);
  return FALSE;
}

static gboolean
run_list (BaryCall  *call,
          GError   **error)
{
  g_auto (Listing) listing = { NULL };

  if (!check_format (error) || !bary_call_parse_kind (call->operands[0], &listing.kind, error))
    return FALSE;

  listing.query = bary_query_new (listing.kind);
  sort_by_name (&listing);
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!add_condition (&listing, conditions[i], error))
      return FALSE;

  listing.store = bary_call_open (call, BARY_DATABASE_READ_ONLY, error);
  return listing.store != NULL && print_listing (&listing, error);
}

const BaryCommand bary_command_list = {
  "list", "KIND", N_("Lists the records of a kind with every field"),
  N_("Kinds: centre, organisation, person, direction, scheme, group, cluster, membership, role, body, body_member, "
     "agreement, party, status, link, document, place, slide, hidden_group, roadmap, section, revision, revision_line, approval, event, "
     "event_part, event_award, event_move, sending, channel, calendar_day, calendar_term, obligation_rule, conflict_note, "
     "half_year_report, contest, contest_stage, contest_section, contest_field, checklist_item, contest_criterion, criterion_level, "
     "tie_step, contest_expert, application, application_answer, appendix, appendix_chunk, technical_review, "
     "technical_check, interest_conflict, expert_assignment, score_sheet, expert_mark, contest_decision, speech."),
  list_options, 1, 1, run_list
};

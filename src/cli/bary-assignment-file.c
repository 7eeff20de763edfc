#include "bary-assignment-file.h"

#include "bary-command.h"
#include "bary-config.h"
#include "bary-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum {
  APPLICATIONS, EXPERTS, AFFINITY, FORBIDDEN, FIXED, LOAD_COST, PAIR_COST, BEST_AFFINITY, N_MEMBERS
} Member;

static const char *const member_names[N_MEMBERS] = {
  "applications", "experts", "affinity", "forbidden", "fixed", "load_cost", "pair_cost", "best_affinity",
};

typedef struct {
  BaryJsonScan        scan;
  BaryJsonValue       members[N_MEMBERS];
  BaryAssignmentFile *file;
  GHashTable         *applications; /* by id: their numbers, counted from 1 */
  GHashTable         *experts;
  guint               row;          /* of the affinity being read */
  BaryCell            cell;         /* what a pair being read makes of its cell */
} Reading;

/* @whole: stays as it is where there is no value */
static gboolean
read_whole (const Reading        *reading,
            const BaryJsonValue  *value,
            int                   least,
            int                   most,
            int                  *whole,
            GError              **error)
{
  double number;

  if (bary_json_value_is_nothing (value))
    return TRUE;
  if (bary_json_value_get_number (value, &number) && number == floor (number) && number >= least && number <= most)
    {
      *whole = (int) number;
      return TRUE;
    }

  return bary_json_refuse_value (&reading->scan, value, _("“%s” is no whole number of the size that is possible here: correct it"), error);
}

static gboolean
read_list (Reading              *reading,
           Member                member,
           const char           *what,
           BaryJsonReadElement   read,
           GError              **error)
{
  const BaryJsonValue *value = &reading->members[member];

  if (value->type == BARY_JSON_NONE)
    return bary_json_refuse (&reading->scan, reading->scan.text, what, error);

  return bary_json_read_array (&reading->scan, value->start, what, read, reading, error);
}

/* The members of an object, by their names; others are passed over.
 * @values: one for each name */
static gboolean
read_members (Reading            *reading,
              const char *const  *names,
              guint               n_names,
              BaryJsonValue      *values,
              GError            **error)
{
  BaryJsonValue name, value;
  GError *failed = NULL;

  if (!bary_json_scan_enter (&reading->scan, BARY_JSON_OBJECT, error))
    return FALSE;
  while (bary_json_scan_next_member (&reading->scan, &name, &failed))
    {
      if (!bary_json_scan_value (&reading->scan, &value, error))
        return FALSE;
      for (guint i = 0; i < n_names; i++)
        if (bary_json_value_is (&name, names[i]))
          values[i] = value;
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  return failed == NULL;
}

/* Applications and experts */

/* Returns: (transfer none) */
static char *
keep_text (Reading             *reading,
           const BaryJsonValue *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  bary_json_value_get_text (value, text);
  return g_string_chunk_insert_const (reading->file->strings, text->str);
}

/* Of an application or an expert: the id, the organisation, and the number called `number_name`. */
static gboolean
read_party (Reading      *reading,
            GHashTable   *numbers,
            GArray       *numeric,
            const char   *number_name,
            const char  **id,
            const char  **organisation,
            int          *number,
            GError      **error)
{
  const char *const names[] = { "id", "organisation", number_name };
  BaryJsonValue values[G_N_ELEMENTS (names)] = { { 0 } };
  const char *start = reading->scan.at;
  gboolean is_number;

  if (!read_members (reading, names, G_N_ELEMENTS (names), values, error))
    return FALSE;
  is_number = values[0].type == BARY_JSON_NUMBER;
  if (bary_json_value_is_nothing (&values[0]))
    return bary_json_refuse (&reading->scan, start, _("here is no “id”: give each application and each expert one"), error);
  if (!is_number && values[0].type != BARY_JSON_STRING)
    return bary_json_refuse_value (&reading->scan, &values[0], _("“%s” is no id: it must be a text or a number"), error);
  if (!bary_json_value_is_nothing (&values[1]) && values[1].type != BARY_JSON_STRING && values[1].type != BARY_JSON_NUMBER)
    return bary_json_refuse_value (&reading->scan, &values[1], _("“%s” is no organisation: it must be a text or a number"), error);
  if (!read_whole (reading, &values[2], 0, G_MAXINT, number, error))
    return FALSE;

  *id = keep_text (reading, &values[0]);
  *organisation = bary_json_value_is_nothing (&values[1]) ? NULL : keep_text (reading, &values[1]);
  if (!g_hash_table_insert (numbers, (gpointer) *id, GUINT_TO_POINTER (g_hash_table_size (numbers) + 1)))
    return bary_json_refuse_value (&reading->scan, &values[0], _("the id %s is there a second time: give each an id of its own"), error);

  g_array_append_val (numeric, is_number);
  return TRUE;
}

static gboolean
read_application (gpointer   reader,
                  GError   **error)
{
  Reading *reading = reader;
  BaryAssignmentApplication application = { NULL };
  int need = 1;

  if (!read_party (reading, reading->applications, reading->file->numeric_applications, "need", &application.id,
                   &application.organisation, &need, error))
    return FALSE;

  application.need = (guint) need;
  g_array_append_val (reading->file->applications, application);
  return TRUE;
}

static gboolean
read_expert (gpointer   reader,
             GError   **error)
{
  Reading *reading = reader;
  BaryAssignmentExpert expert = { NULL };
  int most = G_MAXINT;

  if (!read_party (reading, reading->experts, reading->file->numeric_experts, "max", &expert.id, &expert.organisation, &most, error))
    return FALSE;

  expert.most = (guint) most;
  g_array_append_val (reading->file->experts, expert);
  return TRUE;
}

/* Cells */

static gboolean
read_affinity_row (gpointer   reader,
                   GError   **error)
{
  Reading *reading = reader;
  guint n_experts = reading->file->experts->len, column = 0;
  const char *start = reading->scan.at;
  GError *failed = NULL;

  if (reading->row == reading->file->applications->len)
    return bary_json_refuse (&reading->scan, start, _("“affinity” has more rows than there are applications: remove one, or add an application"), error);
  if (!bary_json_scan_enter (&reading->scan, BARY_JSON_ARRAY, error))
    return FALSE;
  for (; bary_json_scan_next (&reading->scan, &failed); column++)
    {
      BaryJsonValue value;
      int affinity = 0;

      if (!bary_json_scan_value (&reading->scan, &value, error) ||
          !read_whole (reading, &value, G_MININT16, G_MAXINT16, &affinity, error))
        return FALSE;
      if (column < n_experts)
        reading->file->affinity[(gsize) reading->row * n_experts + column] = (gint16) affinity;
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (column != n_experts)
    return bary_json_refuse (&reading->scan, start, _("this row of “affinity” has not as many numbers as there are experts: give one for each"), error);

  reading->row++;
  return TRUE;
}

static gboolean
read_affinity (Reading  *reading,
               GError  **error)
{
  BaryAssignmentFile *file = reading->file;

  if (bary_json_value_is_nothing (&reading->members[AFFINITY]))
    return TRUE;

  file->affinity = g_new0 (gint16, (gsize) file->applications->len * file->experts->len + 1);
  if (!read_list (reading, AFFINITY, _("“affinity” must be an array of rows: [[3, 1], [0, 2]]"),
                   read_affinity_row, error))
    return FALSE;

  return reading->row == file->applications->len
         || bary_json_refuse (&reading->scan, reading->members[AFFINITY].start,
                    _("“affinity” has fewer rows than there are applications: give one for each"), error);
}

static gboolean
read_pair (gpointer   reader,
           GError   **error)
{
  Reading *reading = reader;
  GHashTable *const numbers[] = { reading->applications, reading->experts };
  const char *start = reading->scan.at;
  guint found[2], n = 0;
  GError *failed = NULL;

  if (!bary_json_scan_enter (&reading->scan, BARY_JSON_ARRAY, error))
    return FALSE;
  for (; bary_json_scan_next (&reading->scan, &failed); n++)
    {
      BaryJsonValue value;

      if (!bary_json_scan_value (&reading->scan, &value, error))
        return FALSE;
      if (n >= G_N_ELEMENTS (found))
        continue;
      found[n] = GPOINTER_TO_UINT (g_hash_table_lookup (numbers[n], keep_text (reading, &value)));
      if (found[n] == 0)
        return bary_json_refuse_value (&reading->scan, &value, n == 0 ? _("there is no application %s: add it, or remove the pair")
                                                     : _("there is no expert %s: add the expert, or remove the pair"), error);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }
  if (n != G_N_ELEMENTS (found))
    return bary_json_refuse (&reading->scan, start, _("a pair must name an application and an expert: [\"a\", \"e\"]"), error);

  reading->file->cells[(gsize) (found[0] - 1) * reading->file->experts->len + found[1] - 1] = reading->cell;
  return TRUE;
}

/* Who is forbidden counts for more than who is fixed: the check of the problem tells of the crossing. */
static gboolean
read_pairs (Reading   *reading,
            Member     member,
            BaryCell   cell,
            GError   **error)
{
  reading->cell = cell;
  return bary_json_value_is_nothing (&reading->members[member])
         || read_list (reading, member,
                        member == FIXED ? _("“fixed” must be an array of pairs: [[\"a\", \"e\"]]")
                                        : _("“forbidden” must be an array of pairs: [[\"a\", \"e\"]]"),
                        read_pair, error);
}

/* The whole */

static gboolean
read_parties (Reading  *reading,
              GError  **error)
{
  return read_list (reading, APPLICATIONS, _("“applications” must be an array: [{\"id\": …, \"need\": 2}]"),
                     read_application, error)
         && read_list (reading, EXPERTS, _("“experts” must be an array: [{\"id\": …, \"max\": 4}]"),
                        read_expert, error);
}

static gboolean
read_costs (Reading  *reading,
            GError  **error)
{
  BaryAssignmentProblem *problem = &reading->file->problem;

  problem->load_cost = 100;
  problem->pair_cost = 20;
  problem->best_affinity = 3;
  return read_whole (reading, &reading->members[LOAD_COST], 0, 1000000000, &problem->load_cost, error)
         && read_whole (reading, &reading->members[PAIR_COST], 0, 1000000000, &problem->pair_cost, error)
         && read_whole (reading, &reading->members[BEST_AFFINITY], G_MININT16, G_MAXINT16, &problem->best_affinity, error);
}

static gboolean
check (Reading  *reading,
       GError  **error)
{
  const BaryAssignmentProblem *problem = &reading->file->problem;
  g_autofree char *what = NULL;
  BaryAssignmentPair place = { 0 };

  switch (bary_assignment_check (problem, &place))
    {
    case BARY_ASSIGNMENT_SOUND:
      return TRUE;
    case BARY_ASSIGNMENT_TOO_LARGE:
      what = g_strdup (_("there is too much to assign: no more than a million applications, experts and pairs are taken"));
      break;
    case BARY_ASSIGNMENT_CROSSED:
      /* Translators: 1: an application, 2: an expert */
      what = g_strdup_printf (_("the pair %1$s, %2$s is fixed, and yet both are of one organisation: remove it"),
                              problem->applications[place.application].id, problem->experts[place.expert].id);
      break;
    case BARY_ASSIGNMENT_COST_RANGE:
    default:
      what = g_strdup (_("the costs are too great: choose smaller ones, of the same proportions"));
      break;
    }
  return bary_json_refuse (&reading->scan, reading->scan.text, what, error);
}

static gboolean
read_problem (Reading  *reading,
              GError  **error)
{
  BaryAssignmentFile *file = reading->file;

  if (!read_members (reading, member_names, N_MEMBERS, reading->members, error) ||
      !bary_json_scan_finish (&reading->scan, error) ||
      !read_parties (reading, error) || !read_affinity (reading, error))
    return FALSE;

  file->cells = g_new0 (guint8, (gsize) file->applications->len * file->experts->len + 1);
  if (!read_pairs (reading, FIXED, BARY_CELL_FIXED, error) || !read_pairs (reading, FORBIDDEN, BARY_CELL_FORBIDDEN, error) ||
      !read_costs (reading, error))
    return FALSE;

  file->problem.applications = (BaryAssignmentApplication *) file->applications->data;
  file->problem.n_applications = file->applications->len;
  file->problem.experts = (BaryAssignmentExpert *) file->experts->data;
  file->problem.n_experts = file->experts->len;
  file->problem.affinity = file->affinity;
  file->problem.cells = file->cells;
  return check (reading, error);
}

BaryAssignmentFile *
bary_assignment_file_read (const char  *path,
                           GError     **error)
{
  g_autoptr (BaryAssignmentFile) self = g_new0 (BaryAssignmentFile, 1);
  g_autoptr (GHashTable) applications = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) experts = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { .file = self, .applications = applications, .experts = experts };
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;
  gsize length;

  self->applications = g_array_new (FALSE, FALSE, sizeof (BaryAssignmentApplication));
  self->experts = g_array_new (FALSE, FALSE, sizeof (BaryAssignmentExpert));
  self->numeric_applications = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->numeric_experts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->strings = g_string_chunk_new (4096);
  if (!g_file_get_contents (path, &text, &length, &cause))
    {
      g_set_error (error, BARY_CLI_ERROR, BARY_CLI_ERROR_REFUSED,
                   _("%s cannot be read: check its name and your right to read it (%s)"), path, cause->message);
      return NULL;
    }
  if (!bary_json_scan_init (&reading.scan, path, text, length, error) || !read_problem (&reading, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
bary_assignment_file_free (BaryAssignmentFile *self)
{
  g_array_unref (self->applications);
  g_array_unref (self->experts);
  g_array_unref (self->numeric_applications);
  g_array_unref (self->numeric_experts);
  g_free (self->affinity);
  g_free (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

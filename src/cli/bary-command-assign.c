#include "bary-assignment-file.h"
#include "bary-command.h"
#include "bary-config.h"
#include "bary-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64 seed;

static const GOptionEntry options[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, N_("Which of several cheapest tables is taken (default: 0)"), N_("N") },
  { NULL }
};

/* An id as the file has it. */
static void
add_id (JsonArray    *array,
        const char   *id,
        const GArray *numeric,
        guint         number)
{
  if (!g_array_index (numeric, gboolean, number))
    json_array_add_string_element (array, id);
  else if (strpbrk (id, ".eE") != NULL)
    json_array_add_double_element (array, g_ascii_strtod (id, NULL));
  else
    json_array_add_int_element (array, g_ascii_strtoll (id, NULL, 10));
}

static JsonArray *
list_pairs (const BaryAssignmentFile *file,
            const BaryAssignment     *assignment)
{
  JsonArray *pairs = json_array_sized_new (assignment->pairs->len);

  for (guint i = 0; i < assignment->pairs->len; i++)
    {
      const BaryAssignmentPair *found = &g_array_index (assignment->pairs, BaryAssignmentPair, i);
      JsonArray *pair = json_array_sized_new (2);

      add_id (pair, file->problem.applications[found->application].id, file->numeric_applications, found->application);
      add_id (pair, file->problem.experts[found->expert].id, file->numeric_experts, found->expert);
      json_array_add_array_element (pairs, pair);
    }
  return pairs;
}

/* Each application as often as it lacks an expert. */
static JsonArray *
list_shortage (const BaryAssignmentFile *file,
               const BaryAssignment     *assignment)
{
  JsonArray *shortage = json_array_new ();

  for (guint a = 0; a < file->problem.n_applications; a++)
    for (guint i = 0; i < assignment->missing[a]; i++)
      add_id (shortage, file->problem.applications[a].id, file->numeric_applications, a);
  return shortage;
}

/* Returns: (transfer full) (nullable) */
static char *
explain (const BaryAssignmentFile *file,
         const BaryAssignment     *assignment)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < assignment->gaps->len; i++)
    {
      g_autofree char *words = bary_assignment_gap_to_words (assignment->gaps->pdata[i], &file->problem);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
print_assignment (const BaryAssignmentFile *file,
                  const BaryAssignment     *assignment)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *explanation = explain (file, assignment);

  json_object_set_boolean_member (object, "feasible", assignment->feasible);
  json_object_set_int_member (object, "cost", assignment->cost);
  json_object_set_array_member (object, "pairs", list_pairs (file, assignment));
  json_object_set_array_member (object, "shortage", list_shortage (file, assignment));
  if (explanation != NULL)
    json_object_set_string_member (object, "explanation", explanation);
  else
    json_object_set_null_member (object, "explanation");
  json_object_set_int_member (object, "parts", assignment->n_parts);
  json_object_set_int_member (object, "seed", seed);
  json_node_take_object (node, object);
  bary_output_print_json (node);
}

static gboolean
run_assign (BaryCall  *call,
            GError   **error)
{
  g_autoptr (BaryAssignmentFile) file = bary_assignment_file_read (call->operands[0], error);
  g_autoptr (BaryAssignment) assignment = NULL;

  if (file == NULL)
    return FALSE;

  file->problem.seed = (guint64) seed;
  assignment = bary_assignment_new (&file->problem, NULL, NULL);
  print_assignment (file, assignment);
  return TRUE;
}

const BaryCommand bary_command_assign = {
  "assign", "PROBLEM.json", N_("Gives applications to experts at the least cost"),
  N_("A problem is {\"applications\": [{\"id\", \"organisation\", \"need\"}], \"experts\": [{\"id\", \"organisation\", \"max\"}], "
     "\"affinity\": [[…]], \"forbidden\": [[\"a\", \"e\"]], \"fixed\": [[\"a\", \"e\"]], \"load_cost\": 100, \"pair_cost\": 20, "
     "\"best_affinity\": 3}; a row of “affinity” is an application’s. Nobody gets an application of their own organisation. The cost "
     "is pair_cost · (best_affinity − affinity) for each pair and load_cost · (0 + 1 + … + (load − 1)) for each expert. Prints JSON; "
     "“shortage” names an application as often as it lacks an expert, and “explanation” says why and what helps; where “parts” is "
     "more than 1, marks of different parts cannot be compared. The same seed gives the same table, whatever the order of the input."),
  options, 1, 1, run_assign
};

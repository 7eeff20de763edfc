#include "bary-layout-job.h"

#include "bary-config.h"
#include "bary-new-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

gboolean
bary_layout_job_parse_scheme (const char       *name,
                              BaryLayoutScheme *scheme)
{
  static const struct {
    const char       *name;
    BaryLayoutScheme  scheme;
  } schemes[] = {
    { "groups", BARY_SCHEME_GROUPS }, { "network", BARY_SCHEME_NETWORK }, { "levels", BARY_SCHEME_LEVELS },
    { "tree", BARY_SCHEME_TREE }, { "free", BARY_SCHEME_FREE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (name, schemes[i].name) == 0)
      {
        *scheme = schemes[i].scheme;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_out (const char     *path,
           const GString  *text,
           GError        **error)
{
  g_auto (BaryNewFile) file = BARY_NEW_FILE_INIT;

  if (bary_new_file_open (&file, path) &&
      bary_new_file_write (&file, text->str, text->len) &&
      bary_new_file_publish_soon (&file))
    return TRUE;

  g_set_error (error, BARY_GRAPH_FILE_ERROR, BARY_GRAPH_FILE_ERROR_REFUSED,
               /* Translators: a file, what the system says */
               _("%s cannot be written: %s: give another name or make room"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
take_previous (BaryGraphFile        *file,
               const BaryLayoutJob  *self,
               GError              **error)
{
  g_autoptr (BaryGraphFile) previous = NULL;

  if (self->previous == NULL)
    return TRUE;

  previous = bary_graph_file_read (self->previous, BARY_SCHEME_FREE, error);
  if (previous != NULL)
    bary_graph_file_start_from (file, previous);
  return previous != NULL;
}

GString *
bary_layout_job_run (const BaryLayoutJob  *self,
                     BaryMeasureLabel      measure,
                     gpointer              user_data,
                     GError              **error)
{
  g_autoptr (BaryGraphFile) file = bary_graph_file_read (self->input, self->scheme, error);
  g_autoptr (BaryGraphLayout) layout = NULL;
  g_autoptr (GString) answer = NULL;

  if (file == NULL || (measure == NULL && bary_graph_file_needs_sizes (file)) || !take_previous (file, self, error))
    return NULL;

  if (bary_graph_file_needs_sizes (file))
    bary_graph_file_measure (file, measure, user_data);
  layout = bary_graph_layout_new (bary_graph_file_get_graph (file), self->scheme, NULL, NULL);
  answer = bary_graph_file_compose (file, layout);
  if (self->output != NULL && !write_out (self->output, answer, error))
    return NULL;

  return g_steal_pointer (&answer);
}

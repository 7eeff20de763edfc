#include "bary-export-private.h"

#include "bary-config.h"
#include "bary-scene-walk.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define USUAL_PIXELS 2.0 /* of a PNG for a point of the picture: letters are sharp */
#define USUAL_MOST 8000
#define MOST_PIXELS 600e6

G_DEFINE_QUARK (bary-export-error-quark, bary_export_error)

static const char *const suffixes[BARY_N_EXPORT_FORMATS] = {
  [BARY_EXPORT_SVG] = "svg", [BARY_EXPORT_PNG] = "png", [BARY_EXPORT_PDF] = "pdf"
};

const char *
bary_export_format_get_suffix (BaryExportFormat format)
{
  g_return_val_if_fail (format < BARY_N_EXPORT_FORMATS, NULL);

  return suffixes[format];
}

gboolean
bary_export_format_from_path (const char        *path,
                              BaryExportFormat  *format,
                              GError           **error)
{
  const char *dot = strrchr (path, '.');
  g_autofree char *name = NULL;

  for (BaryExportFormat i = 0; dot != NULL && i < BARY_N_EXPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      {
        *format = i;
        return TRUE;
      }

  name = g_filename_display_name (path);
  g_set_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_FORMAT,
               /* Translators: %s: a file */
               _("%s: what kind of picture is wanted? Give the file a name that ends with .svg, .png or .pdf"), name);
  return FALSE;
}

static gboolean
check_width (guint    width,
             GError **error)
{
  if (width == 0 || (width >= BARY_EXPORT_LEAST_WIDTH && width <= BARY_EXPORT_MOST_WIDTH))
    return TRUE;

  g_set_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_SIZE,
               _("A picture %u pixels wide cannot be made: choose from %u to %u"), width, BARY_EXPORT_LEAST_WIDTH,
               BARY_EXPORT_MOST_WIDTH);
  return FALSE;
}

static gboolean
scale_pixels (BaryExport               *self,
              const BaryExportOptions  *options,
              GError                  **error)
{
  double width = options->width > 0 ? options->width : MIN (self->plan.width * USUAL_PIXELS, USUAL_MOST);
  double height;

  self->scale = width / self->plan.width;
  height = ceil (self->plan.height * self->scale);
  if (width * height <= MOST_PIXELS && height <= BARY_EXPORT_MOST_WIDTH)
    return TRUE;

  g_set_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_SIZE,
               _("A picture of %.0f × %.0f pixels is too large for one file: choose a smaller width, or SVG or PDF, which have no pixels"),
               width, height);
  return FALSE;
}

static void
plan_sheets (BaryExport              *self,
             BaryScene               *scene,
             const BaryFrame         *frame,
             const BaryExportOptions *options)
{
  BaryExportSize size;

  bary_export_measure (scene, frame, options, &size);
  bary_export_plan (&size, options, &self->poster);
  self->on_paper = TRUE;
}

/* Paper is white already: a grey ground would only be a rectangle on it. */
static void
whiten (BaryTheme *theme)
{
  const BaryColour white = { 1, 1, 1 };

  if (theme->kind == BARY_THEME_LIGHT)
    theme->background = white;
}

BaryExport *
bary_export_new (BaryScene               *scene,
                 const BaryFrame         *frame,
                 const BaryExportOptions *options,
                 GError                 **error)
{
  g_autoptr (BaryExport) self = g_new0 (BaryExport, 1);
  BaryNetwork *network = bary_scene_get_network (scene);
  BaryFrame shown = bary_export_choose_frame (frame, options);

  g_return_val_if_fail (frame->theme != NULL, NULL);

  self->format = options->format;
  self->title = g_strdup (network->title != NULL ? network->title : "");
  self->centre = g_strdup (options->centre);
  self->day = g_strdup (network->day);
  self->theme = *frame->theme;
  if (options->format == BARY_EXPORT_PDF)
    whiten (&self->theme);
  shown.theme = &self->theme;
  self->family = g_strdup (bary_scene_get_family (scene));
  self->scale = 1;
  bary_export_lay_out (scene, options, &self->plan);
  if (!check_width (options->width, error) ||
      (options->format == BARY_EXPORT_PNG && !scale_pixels (self, options, error)))
    return NULL;
  if (options->format == BARY_EXPORT_PDF && options->on_paper)
    plan_sheets (self, scene, &shown, options);

  if (options->format == BARY_EXPORT_SVG)
    self->svg = bary_export_make_svg (scene, &shown, options, &self->plan);
  else
    bary_export_record (self, scene, &shown, options);
  return g_steal_pointer (&self);
}

void
bary_export_free (BaryExport *self)
{
  g_clear_pointer (&self->picture, bary_tape_free);
  g_clear_pointer (&self->heading, bary_tape_free);
  g_clear_pointer (&self->legend, bary_tape_free);
  if (self->svg != NULL)
    g_string_free (self->svg, TRUE);
  g_free (self->title);
  g_free (self->centre);
  g_free (self->day);
  g_free (self->family);
  g_free (self);
}

const BaryPoster *
bary_export_get_poster (BaryExport *self)
{
  return &self->poster;
}

/* Writing */

typedef struct {
  BaryNewFile         file;
  GByteArray         *bytes;    /* instead of the file */
  int                 code;     /* errno */
  BaryExportProgress  progress;
  gpointer            user_data;
  gboolean            stopped;
} Sink;

static cairo_status_t
write_cb (void         *closure,
          const guchar *data,
          unsigned int  length)
{
  Sink *sink = closure;

  if (sink->bytes != NULL)
    {
      g_byte_array_append (sink->bytes, data, length);
      return CAIRO_STATUS_SUCCESS;
    }
  if (bary_new_file_write (&sink->file, data, length))
    return CAIRO_STATUS_SUCCESS;

  sink->code = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
progress_cb (double   done,
             gpointer user_data)
{
  Sink *sink = user_data;

  sink->stopped = sink->progress != NULL && !sink->progress (done, sink->user_data);
  return !sink->stopped;
}

static cairo_status_t
pour (BaryExport *self,
      Sink       *sink)
{
  switch (self->format)
    {
    case BARY_EXPORT_PNG:
      return bary_export_write_png (self, write_cb, sink, progress_cb, sink);
    case BARY_EXPORT_PDF:
      return bary_export_write_pdf (self, write_cb, sink, progress_cb, sink);
    case BARY_EXPORT_SVG:
    case BARY_N_EXPORT_FORMATS:
      break;
    }
  return write_cb (sink, (const guchar *) self->svg->str, self->svg->len);
}

gboolean
bary_export_refuse (const char  *path,
                    const char  *reason,
                    GError     **error)
{
  g_autofree char *file = g_filename_display_name (path);

  g_set_error (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_WRITE,
               /* Translators: 1: a file, 2: what the system says */
               _("%1$s: the picture cannot be written (%2$s): free some space or choose another folder; nothing was written"),
               file, reason);
  return FALSE;
}

static gboolean
check_poured (Sink            *sink,
              cairo_status_t   status,
              const char      *path,
              GError         **error)
{
  if (sink->stopped)
    {
      g_set_error_literal (error, BARY_EXPORT_ERROR, BARY_EXPORT_ERROR_STOPPED, _("The picture was not written: it was stopped"));
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  return bary_export_refuse (path, sink->code != 0 ? g_strerror (sink->code) : cairo_status_to_string (status), error);
}

gboolean
bary_export_write (BaryExport          *self,
                   const char          *path,
                   BaryExportProgress   progress,
                   gpointer             user_data,
                   GError             **error)
{
  Sink sink = { BARY_NEW_FILE_INIT, NULL, 0, progress, user_data, FALSE };
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!bary_new_file_open (&sink.file, path))
    done = bary_export_refuse (path, g_strerror (errno), error);
  else if (!check_poured (&sink, pour (self, &sink), path, error))
    done = FALSE;
  else
    done = bary_new_file_publish (&sink.file) || bary_export_refuse (path, g_strerror (errno), error);
  bary_new_file_clear (&sink.file);
  return done;
}

GBytes *
bary_export_to_bytes (BaryExport  *self,
                      GError     **error)
{
  Sink sink = { BARY_NEW_FILE_INIT, g_byte_array_new (), 0, NULL, NULL, FALSE };

  if (check_poured (&sink, pour (self, &sink), _("memory"), error))
    return g_byte_array_free_to_bytes (sink.bytes);

  g_byte_array_unref (sink.bytes);
  return NULL;
}

gboolean
bary_export (BaryScene                *scene,
             const BaryFrame          *frame,
             const BaryExportOptions  *options,
             const char               *path,
             GError                  **error)
{
  g_autoptr (BaryExport) self = bary_export_new (scene, frame, options, error);

  return self != NULL && bary_export_write (self, path, NULL, NULL, error);
}

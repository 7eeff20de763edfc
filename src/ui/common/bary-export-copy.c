#include "bary-export-dialog.h"

#include "bary-config.h"
#include "bary-export-source.h"

#include <glib/gi18n-lib.h>

#define WIDTH 2400 /* sharp on a sheet of A4 */

static GdkTexture *
make_texture (BaryExport *export)
{
  cairo_surface_t *surface = bary_export_to_surface (export);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkContentProvider *
make_provider (BaryExportSource  *source,
               GError           **error)
{
  BaryFrame frame = bary_export_source_get_frame (source, FALSE, source->frame.theme->kind);
  BaryExportOptions pixels = { BARY_EXPORT_PNG, .centre = source->centre, .width = WIDTH };
  BaryExportOptions drawing = { BARY_EXPORT_SVG, .centre = source->centre };
  g_autoptr (BaryExport) png = bary_export_new (source->scene, &frame, &pixels, error);
  g_autoptr (BaryExport) svg = png != NULL ? bary_export_new (source->scene, &frame, &drawing, error) : NULL;
  g_autoptr (GBytes) bytes = svg != NULL ? bary_export_to_bytes (svg, error) : NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkContentProvider *both[2];

  if (bytes == NULL)
    return NULL;

  texture = make_texture (png);
  both[0] = gdk_content_provider_new_for_bytes ("image/svg+xml", bytes);
  both[1] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  return gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
}

void
bary_export_copy (GtkWidget        *widget,
                  BarySession      *session,
                  BaryExportSource *source)
{
  g_autoptr (BaryExportSource) owned = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = make_provider (owned, &error);

  if (provider == NULL)
    bary_session_fail (session, error);
  else
    {
      gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
      bary_session_tell (session, _("The picture is in the clipboard"));
    }
}

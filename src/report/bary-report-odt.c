#include "bary-report-private.h"
#include "bary-zip.h"

#include <string.h>

/* A package of OpenDocument (OASIS OpenDocument 1.2, part 3). */

static const char *const names[] = {
  [BARY_OPENDOCUMENT_CONTENT] = "content.xml",
  [BARY_OPENDOCUMENT_STYLES] = "styles.xml",
  [BARY_OPENDOCUMENT_META] = "meta.xml",
};

static GBytes *
make_manifest (void)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
                                           "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                                           "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" "
                                           "manifest:version=\"1.2\" manifest:media-type=\"" BARY_OPENDOCUMENT_TEXT "\"/>");

  for (guint i = BARY_OPENDOCUMENT_CONTENT; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>", names[i]);
  g_string_append (text, "</manifest:manifest>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* What it is stands first and as it is, so that anybody can tell by the first bytes. */
GBytes *
bary_report_to_odt (const BaryReport  *self,
                    GError           **error)
{
  g_autoptr (BaryZip) zip = bary_zip_new ();
  g_autoptr (GBytes) type = g_bytes_new_static (BARY_OPENDOCUMENT_TEXT, strlen (BARY_OPENDOCUMENT_TEXT));
  g_autoptr (GBytes) manifest = make_manifest ();

  if (!bary_zip_add (zip, "mimetype", type, TRUE, error))
    return NULL;
  for (BaryOpenDocumentPart i = BARY_OPENDOCUMENT_CONTENT; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) part = bary_report_make_opendocument (self, i);

      if (!bary_zip_add (zip, names[i], part, FALSE, error))
        return NULL;
    }
  return bary_zip_add (zip, "META-INF/manifest.xml", manifest, FALSE, error) ? bary_zip_finish (zip) : NULL;
}

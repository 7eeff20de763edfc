#include "bary-mail-draft.h"

#include <gmime/gmime.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeObject, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)

static void
initialise (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}

static GMimeObject *
make_body (const char *text)
{
  GMimeTextPart *part = g_mime_text_part_new_with_subtype ("plain");

  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_BASE64);
  return GMIME_OBJECT (part);
}

static GMimeObject *
make_attachment (const BaryMailAttachment *attachment)
{
  g_auto (GStrv) type = g_strsplit (attachment->type, "/", 2);
  GMimePart *part = g_mime_part_new_with_type (type[0], type[1]);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (g_bytes_get_data (attachment->bytes, NULL),
                                                                      g_bytes_get_size (attachment->bytes));
  g_autoptr (GMimeDataWrapper) content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);

  if (g_str_equal (type[0], "text"))
    g_mime_object_set_content_type_parameter (GMIME_OBJECT (part), "charset", "utf-8");
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, attachment->name);
  return GMIME_OBJECT (part);
}

static GMimeObject *
make_content (const char               *text,
              const BaryMailAttachment *attachments,
              guint                     n_attachments)
{
  g_autoptr (GMimeObject) body = make_body (text);
  GMimeMultipart *mixed;

  if (n_attachments == 0)
    return g_steal_pointer (&body);

  mixed = g_mime_multipart_new_with_subtype ("mixed");
  g_mime_multipart_add (mixed, body);
  for (guint i = 0; i < n_attachments; i++)
    {
      g_autoptr (GMimeObject) part = make_attachment (&attachments[i]);

      g_mime_multipart_add (mixed, part);
    }
  return GMIME_OBJECT (mixed);
}

GBytes *
bary_mail_draft_new (const char *const        *to,
                     const char               *subject,
                     const char               *text,
                     const BaryMailAttachment *attachments,
                     guint                     n_attachments)
{
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GMimeObject) content = NULL;
  g_autofree char *letter = NULL;

  initialise ();
  message = g_mime_message_new (TRUE);
  for (guint i = 0; to[i] != NULL; i++)
    g_mime_message_add_mailbox (message, GMIME_ADDRESS_TYPE_TO, NULL, to[i]);
  g_mime_message_set_subject (message, subject, "utf-8");
  g_mime_object_set_header (GMIME_OBJECT (message), "X-Unsent", "1", NULL);
  content = make_content (text, attachments, n_attachments);
  g_mime_message_set_mime_part (message, content);

  letter = g_mime_object_to_string (GMIME_OBJECT (message), NULL);
  return g_bytes_new (letter, strlen (letter));
}

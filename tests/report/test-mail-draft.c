#include "bary-mail-draft.h"

#include <gmime/gmime.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)

static const char text[] = "Цель: показать опыт школы\n.\nFrom: здесь начинается строка\n";

static GMimeMessage *
read_back (GBytes *letter)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (g_bytes_get_data (letter, NULL),
                                                                      g_bytes_get_size (letter));
  g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_assert_nonnull (message);
  return message;
}

static void
assert_is_ascii (GBytes *letter)
{
  const char *bytes = g_bytes_get_data (letter, NULL);

  for (gsize i = 0; i < g_bytes_get_size (letter); i++)
    g_assert_cmpint (bytes[i], >, 0);
}

static void
test_plain (void)
{
  const char *to[] = { "curator@example.org", "imc@example.org", NULL };
  g_autoptr (GBytes) letter = bary_mail_draft_new (to, "Анонс: «Эколята»", text, NULL, 0);
  g_autoptr (GMimeMessage) message = read_back (letter);
  InternetAddressList *list = g_mime_message_get_to (message);
  g_autofree char *body = NULL;

  assert_is_ascii (letter);
  g_assert_cmpstr (g_mime_message_get_subject (message), ==, "Анонс: «Эколята»");
  g_assert_cmpstr (g_mime_object_get_header (GMIME_OBJECT (message), "X-Unsent"), ==, "1");
  g_assert_cmpint (internet_address_list_length (list), ==, 2);
  g_assert_true (GMIME_IS_TEXT_PART (g_mime_message_get_mime_part (message)));
  body = g_mime_text_part_get_text (GMIME_TEXT_PART (g_mime_message_get_mime_part (message)));
  g_assert_cmpstr (body, ==, text);
}

static void
test_attachment (void)
{
  const char *to[] = { NULL };
  const char bytes[] = "BEGIN:VCALENDAR\r\n\0\xff";
  g_autoptr (GBytes) calendar = g_bytes_new_static (bytes, sizeof bytes);
  const BaryMailAttachment attachments[] = { { "Эколята – 12 мая.ics", "text/calendar", calendar } };
  g_autoptr (GBytes) letter = bary_mail_draft_new (to, "Анонс", text, attachments, 1);
  g_autoptr (GMimeMessage) message = read_back (letter);
  g_autoptr (GMimeStream) out = g_mime_stream_mem_new ();
  GMimeMultipart *mixed = GMIME_MULTIPART (g_mime_message_get_mime_part (message));
  GMimePart *part;
  GByteArray *array;

  assert_is_ascii (letter);
  g_assert_cmpint (g_mime_multipart_get_count (mixed), ==, 2);
  part = GMIME_PART (g_mime_multipart_get_part (mixed, 1));
  g_assert_cmpstr (g_mime_part_get_filename (part), ==, attachments[0].name);
  g_mime_data_wrapper_write_to_stream (g_mime_part_get_content (part), out);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (out));
  g_assert_cmpmem (array->data, array->len, bytes, sizeof bytes);
}

/* Line breaks in a subject make no headers. */
static void
test_no_header_is_smuggled_in (void)
{
  const char *to[] = { "a@example.org", NULL };
  g_autoptr (GBytes) letter = bary_mail_draft_new (to, "Анонс\r\nBcc: evil@example.org", text, NULL, 0);
  g_autoptr (GMimeMessage) message = read_back (letter);

  g_assert_null (g_mime_object_get_header (GMIME_OBJECT (message), "Bcc"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail-draft/plain", test_plain);
  g_test_add_func ("/mail-draft/attachment", test_attachment);
  g_test_add_func ("/mail-draft/no-header-is-smuggled-in", test_no_header_is_smuggled_in);

  return g_test_run ();
}
